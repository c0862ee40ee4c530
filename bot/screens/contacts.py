# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts in words: the list of the nearest, the card of one service, and what happens if one calls it.

Only what `directory.freshness` lets through reaches these functions; each fact is followed by where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bot.dialogue.flow import Node, first_open
from bot.directory import nearest as search
from bot.directory.freshness import visible
from bot.directory.model import DIALLED
from bot.directory.nearest import Match
from bot.screens.contact_lines import (
    answers,
    audiences,
    label,
    only_for,
    provenance_of,
    through_relay,
    value,
    where,
)
from bot.screens.listed import Listed
from bot.screens.paging import pages_that_fit
from bot.screens.screen import Choice
from bot.screens.voice import Voice

ONLINE = frozenset({"web", "chat", "app"})
"""Contacts that are on the net: the screens show one such address at most."""
ROOM = 600
"""Characters for the entries of one page: with the words around them and a numbered menu, a message stays under 1000
on every channel (check C01 holds it to that)."""


def contact_list(voice: Voice, node: Node) -> Listed:
    """The services of the address's topic, a page at a time, then the line that answers now."""
    if node.show is None:
        return Listed()
    found = _matches(voice, node.show.of)
    shown, following = _page(voice, found, node.show.per_page)
    body = [text for _, text in shown] or [voice.say("list-empty")]
    ending = f"{voice.say('always-line', **voice.line())}\n{voice.say('list-end')}"
    opened = enumerate((match for match, _ in shown), 1)
    choices = [choice for number, match in opened if (choice := _open(voice, node, number, match))]
    return Listed("\n\n".join([*body, ending]), (*choices, *_open_line(voice, node)), following)


def _open_line(voice: Voice, node: Node) -> list[Choice]:
    """The card of the line that answers now: who answers there, and what happens if one calls."""
    line = voice.competent()
    target = first_open(node.show.open, voice.address.filled() | {"service"}) if node.show else None
    if line is None or target is None:
        return []
    return [Choice(voice.say("line-open"), voice.going(target, service=line.service.id))]


def _page(voice: Voice, found: list[Match], per_page: int) -> tuple[list[tuple[Match, str]], int | None]:
    """The entries of the address's page, and the number of the next one; after the last page comes the first."""
    wanted = int(voice.address.get("page") or 0)
    pages = pages_that_fit(found, lambda number, match: _item(voice, number, match), per_page, ROOM)
    seen = list(islice(pages, wanted + 2))
    page = wanted if wanted < len(seen) else 0
    if page + 1 < len(seen):
        return seen[page], page + 1
    return seen[page], None if page == 0 else 0


def service_card(voice: Voice) -> Listed:
    """Everything that may be shown of the address's service."""
    match = _one(voice)
    if match is None:
        return Listed(voice.say("list-empty"))
    blocks = [match.service.name, "\n".join(_reach(voice, match)), "\n".join(_desk(voice, match)), _small(voice, match)]
    return Listed("\n\n".join(block for block in blocks if block))


def call_card(voice: Voice) -> Listed:
    """What happens if one calls the address's service: its own words where it has some, else those of its kind."""
    service = voice.bundle.directory.services.get(voice.address.get("service") or "")
    match = _one(voice)
    known = [f"call-{service.id}", f"call-{service.kind}"] if service else []
    if service and service.kind != "hospital" and (match is None or match.contact is None):
        known = ["call-unknown"]
    return Listed(voice.say(next(filter(voice.has, known), "call-other")))


def _matches(voice: Voice, of: str = "nearest") -> list[Match]:
    """The services of a listing: nearest to the place, anywhere without one, or far from it."""
    topic = voice.bundle.flow.topics.get(voice.address.get("topic") or "")
    if topic is None:
        return []
    place = None if of == "anywhere" else voice.address.get("place")
    bundle = voice.bundle
    return search.nearest(bundle.directory, bundle.gazetteer, place, topic, voice.now, far=of == "far")


def _one(voice: Voice) -> Match | None:
    """The address's service, with the desk nearest to the address's place where there is one."""
    service = voice.address.get("service") or ""
    near = _matches(voice) if voice.address.get("place") else []
    topic = voice.bundle.flow.topics.get(voice.address.get("topic") or "")
    alone = search.card(voice.bundle.directory, service, topic, voice.now)
    return next((match for match in near if match.service.id == service), alone)


def _item(voice: Voice, number: int, match: Match) -> str:
    """One entry of the list: the number to call first of all, then whose it is and for whom, and whether it answers."""
    first, *rest = _best(voice, match)
    parts = (match.service.name, where(voice, match), only_for(voice, match.service))
    return "\n".join([f"{number}. {first}", " · ".join(part for part in parts if part), *rest])


def _best(voice: Voice, match: Match) -> list[str]:
    """The best way to reach a service in a list. An address on the net is left to the card: one link a message."""
    if match.contact is None:
        return [through_relay(voice, match)]
    online = match.contact.kind in ONLINE
    shown = voice.say("item-online") if online else value(voice, match.service, match.contact)
    return [shown, *answers(voice, match)]


def _reach(voice: Voice, match: Match) -> list[str]:
    """Every way to reach a service, the best first; or who answers in its place, and who says that it exists."""
    if match.contact is None:
        return [through_relay(voice, match), label(voice, provenance_of(voice, match.site or match.service))]
    others = [contact for contact in match.service.contacts if contact is not match.contact]
    if match.contact.kind in ONLINE:
        others = [contact for contact in others if contact.kind not in ONLINE]
    links = [contact for contact in others if contact.kind in ONLINE]
    kept = [value(voice, match.service, contact) for contact in others if contact not in links[1:]]
    return [value(voice, match.service, match.contact), *kept, *answers(voice, match)]


def _desk(voice: Voice, match: Match) -> Iterator[str]:
    """The desk in front, then the towns of the others."""
    if match.site is None:
        return
    yield " · ".join(part for part in (match.site.name, where(voice, match)) if part)
    if match.site.address:
        yield voice.say("item-address", address=match.site.address)
    if match.site.by_appointment:
        yield voice.say("item-appointment")
    others = [voice.place_name(place) for place in _other_places(voice, match)]
    if others:
        yield voice.say("item-other-desks", places=", ".join(others))


def _other_places(voice: Voice, match: Match) -> list[str]:
    known = voice.bundle.directory.services[match.service.id]
    shown = visible(known, voice.bundle.directory.network, voice.now.date())
    places = [site.place for site in shown.sites] if shown else []
    return [place for place in dict.fromkeys(places) if match.site and place != match.site.place]


def _small(voice: Voice, match: Match) -> str:
    """Whom it welcomes, what it costs, which languages it speaks, and the trace that a call leaves."""
    lines = [voice.say("item-welcomes", who=audiences(voice, match.service))]
    if match.contact and match.contact.cost == "free":
        lines.append(voice.say("item-cost-free"))
    spoken = (match.contact.languages if match.contact else ()) or match.service.languages
    if spoken:
        names = [voice.say("language-name", code=code) for code in spoken]
        lines.append(voice.say("item-languages", languages=", ".join(names)))
    dialled = match.contact is None or match.contact.kind in DIALLED
    lines.append(voice.say("item-trace-phone" if dialled else "item-trace-web"))
    return "\n".join(lines)


def _open(voice: Voice, node: Node, number: int, match: Match) -> Choice | None:
    target = first_open(node.show.open, voice.address.filled() | {"service"}) if node.show else None
    if target is None:
        return None
    return Choice(voice.say("item-open", number=str(number)), voice.going(target, service=match.service.id))
