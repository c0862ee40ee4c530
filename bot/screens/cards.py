# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Cards of one service: all that may be shown of it, what happens if one calls, and what to try if nobody answers.

Only what `directory.freshness` lets through reaches these functions; each fact is followed by where it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bot.dialogue.flow import Node
from bot.directory import nearest as search
from bot.directory.index import shown_on
from bot.directory.lines import Line, competent, competent_line, local_day, relay_of
from bot.directory.model import DIALLED, Contact, Service, Trace
from bot.directory.nearest import Match
from bot.directory.phones import display
from bot.screens.contact_lines import (
    answers,
    label,
    open_desk,
    provenance_of,
    state,
    through_relay,
    value,
    where,
)
from bot.screens.contacts import matches_of, open_line
from bot.screens.listed import Listed
from bot.screens.reaching import DANGER, answering, contacts_shown, is_free, relay_shown, traces
from bot.screens.voice import NONE, Voice

TRACES: Mapping[Trace, str] = {
    "call_log": "item-trace-phone",
    "messages": "item-trace-messages",
    "browser": "item-trace-web",
    "mailbox": "item-trace-email",
    "app": "item-trace-app",
}
"""What is said of the trace that a contact leaves."""


def service_card(voice: Voice, _: Node) -> Listed:
    """Everything that may be shown of the address's service."""
    match = _one(voice)
    if match is None:
        return Listed(voice.say("list-empty", line=voice.line()["line"]))
    blocks = [match.service.name, "\n".join(_reach(voice, match)), "\n".join(_desk(voice, match)), _small(voice, match)]
    return Listed("\n\n".join(block for block in blocks if block))


def call_card(voice: Voice, _: Node) -> Listed:
    """What happens if one calls the number on the card of the address's service: the words of who really answers.

    An emergency department has words of its own too: one goes there rather than calls.
    """
    match = _alone(voice)
    found = answering(match)
    if match is None or found is None:
        return Listed(_without_number(voice, match))
    if found.service.id == match.service.id:
        return Listed(_words(voice, found.service))
    own = [_words(voice, match.service)] if match.service.kind == "hospital" else []
    whose = f"{found.service.name}: {display(found.phones[0].value)}"
    return Listed("\n\n".join([*own, f"{whose}\n{_words(voice, found.service)}"]))


def _without_number(voice: Voice, match: Match | None) -> str:
    """What is said where nothing can be called, to who comes with an old button: one goes there, it is reached
    otherwise, or its number is not known.
    """
    if match and match.service.kind == "hospital":
        return _words(voice, match.service)
    return voice.say("call-online" if match and match.contact else "call-unknown")


def _words(voice: Voice, service: Service) -> str:
    """What happens on a call to a service: its own words where it has some, else those of its kind."""
    return voice.say(next(filter(voice.has, (f"call-{service.id}", f"call-{service.kind}")), "call-other"))


def no_answer_card(voice: Voice, node: Node) -> Listed:
    """What to try when the number on a card is wrong, or nobody answers: when it opens, the service's other contacts,
    then a line that is competent for the address's topic and is not the one just tried; 112 always.
    """
    match = _alone(voice)
    if match is None:
        return Listed(voice.say("list-empty", line=voice.line()["line"]))
    line = _instead(voice, match)
    others = [value(voice, match.service, contact) for contact in contacts_shown(match)[1:]]
    blocks = [
        "\n".join([match.service.name, *_when(voice, match)]),
        "\n".join([voice.say("no-answer-others"), *others]) if others else "",
        "" if others or line else voice.say("no-answer-none"),
        voice.say("always-line", **voice.line_words(line)),
    ]
    return Listed("\n\n".join(block for block in blocks if block), tuple(open_line(voice, node, line)))


def _when(voice: Voice, match: Match) -> list[str]:
    """Whether the number that was called should answer now; nothing of what is not a number."""
    return [state(voice, match, contact) for contact in contacts_shown(match)[:1] if contact.kind in DIALLED]


def _instead(voice: Voice, match: Match) -> Line | None:
    """Who else may answer now, beside 112, which is named anyway. What the service is not competent for says nothing
    about who answers in its place.
    """
    topic = voice.topic if voice.topic and competent(match.service, voice.topic) else None
    line = relay_of(voice.bundle.directory, match.service, topic, voice.now)
    if line and line.contact.value == DANGER and topic:
        others = [relay for relay in topic.relays if relay != match.service.id]
        line = competent_line(voice.bundle.directory, others, voice.now)
    return None if line and (line.state == "closed" or line.contact.value == DANGER) else line


CARDS: Mapping[str, Callable[[Voice, Node], Listed]] = {
    "service": service_card,
    "if-i-call": call_card,
    "no-answer": no_answer_card,
}
"""What a card may be of."""
WORTH: Mapping[str, Callable[[Match], bool]] = {
    "if-i-call": lambda match: answering(match) is not None,
    "no-answer": lambda match: any(contact.kind in DIALLED for contact in contacts_shown(match)),
}
"""Cards that not every service has something for."""


def is_worth_opening(voice: Voice, node: Node) -> bool:
    """Whether the card that `node` shows, at the address of `voice`, has something to say: nobody is told what happens
    on a call, or what to try if nobody answers it, where there is nothing to call.
    """
    asked = WORTH.get(node.show.of) if node.show else None
    if asked is None:
        return True
    match = _alone(voice)
    return match is not None and asked(match)


def _alone(voice: Voice) -> Match | None:
    """The address's service, wherever the person is."""
    return search.card(voice.bundle.directory, voice.address.get("service") or "", voice.topic, voice.now)


def _one(voice: Voice) -> Match | None:
    """The address's service, with the desk nearest to the address's place where there is one."""
    near = matches_of(voice) if voice.address.get("place") else []
    found = (match for match in near if match.service.id == voice.address.get("service"))
    return next(found, None) or _alone(voice)


def _reach(voice: Voice, match: Match) -> list[str]:
    """Every way to reach a service, numbers first, each with whether it answers now; or who answers in its place, and
    who says that it exists.
    """
    if match.contact is None:
        return [through_relay(voice, match), label(voice, provenance_of(voice, match.site or match.service))]
    shown = contacts_shown(match)
    lines = [line for contact in shown for line in _way(voice, match, contact)]
    return [*lines, label(voice, provenance_of(voice, shown[0]))]


def _way(voice: Voice, match: Match, contact: Contact) -> list[str]:
    """One way to reach a service, and whether it answers now where that means something."""
    status = [state(voice, match, contact)] if contact.kind in DIALLED else []
    return [value(voice, match.service, contact), *status]


def _desk(voice: Voice, match: Match) -> Iterator[str]:
    """The desk in front, then the towns of the others."""
    if match.site is None:
        return
    yield " · ".join(part for part in (match.site.name, where(voice, match)) if part)
    if match.site.address:
        yield voice.say("item-address", address=match.site.address)
    if (said := open_desk(voice, match)) and said not in answers(voice, match):
        yield said
    if match.site.by_appointment:
        yield voice.say("item-appointment")
    others = [voice.place_name(place) for place in _other_places(voice, match)]
    if others:
        yield voice.say("item-other-desks", places=", ".join(others))


def _other_places(voice: Voice, match: Match) -> list[str]:
    directory = voice.bundle.directory
    shown = shown_on(directory, match.service.id, local_day(directory.network, voice.now))
    places = [site.place for site in shown.sites] if shown else []
    return [place for place in dict.fromkeys(places) if match.site and place != match.site.place]


def _small(voice: Voice, match: Match) -> str:
    """Whom it welcomes, what a call costs, which languages it speaks, what its contacts leave behind; and, for who
    reads another language, that its name is as it is written in Italy.
    """
    lines = [voice.say("item-welcomes", who=voice.audiences(match.service))]
    if is_free(match):
        relay = relay_shown(match)
        lines.append(voice.say("item-cost-free", number=display(relay.contact.value) if relay else NONE))
    spoken = (match.contact.languages if match.contact else ()) or match.service.languages
    if spoken:
        names = [voice.say("language-name", code=code) for code in spoken]
        lines.append(voice.say("item-languages", languages=", ".join(names)))
    lines += [voice.say(TRACES[trace]) for trace in traces(match)]
    return "\n".join([*lines, *([voice.say("service-language")] if voice.is_foreign else [])])
