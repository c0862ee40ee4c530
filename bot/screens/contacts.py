# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of contacts in words: each entry begins with what to call, then whose it is, and whether it answers.

Only what `directory.freshness` lets through reaches these functions; each fact is followed by where it comes from.
"""

from __future__ import annotations

from itertools import islice

from bot.dialogue.flow import Node, first_open
from bot.dialogue.graph import TAPPED_ANYWHERE
from bot.directory import nearest as search
from bot.directory.nearest import Line, Match
from bot.screens.contact_lines import (
    answers,
    door,
    label,
    open_desk,
    provenance_of,
    through_relay,
    value,
    where,
)
from bot.screens.listed import Listed
from bot.screens.paging import pages_that_fit
from bot.screens.reaching import ONLINE
from bot.screens.screen import Choice
from bot.screens.voice import NONE, Voice

ROOM = 600
"""Characters that the entries of one page take at most: more is not read."""
LONGEST = 1000
"""Characters of a whole message with its numbered menu, on every channel (check C01 holds it to that)."""
SEPARATOR = 4
"""Characters between the parts of a message, the number of a choice included, at most."""


def contact_list(voice: Voice, node: Node) -> Listed:
    """The services of the address's topic, a page at a time, then the line that answers now."""
    if node.show is None:
        return Listed()
    found = matches_of(voice, node.show.of, node.show.audience)
    ending = _ending(voice, names=bool(found))
    room = _room(voice, node, f"{voice.say('always-line', **voice.line())}\n{ending}")
    shown, following = _page(voice, found, node.show.per_page, room)
    beside = _beside(voice, [match for match, _ in shown])
    line = voice.say("always-line", **voice.line_words(beside))
    entries = [text for _, text in shown] or [voice.say("list-empty", line=voice.line()["line"])]
    nobody = voice.competent() is not None and not any(match.contact for match, _ in shown)
    first = found and (nobody or _leads_with_a_door(found))
    body = [line, *entries, ending] if first else [*entries, f"{line}\n{ending}"]
    opened = enumerate((match for match, _ in shown), 1)
    choices = [choice for number, match in opened if (choice := _open(voice, node, number, match))]
    return Listed("\n\n".join(body), (*choices, *open_line(voice, node, beside)), following)


def _beside(voice: Voice, shown: list[Match]) -> Line | None:
    """The competent line, unless one of the entries shown is that very number: nobody must wonder which to call."""
    line = voice.competent()
    numbers = {match.contact.value for match in shown if match.contact}
    return None if line is None or line.contact.value in numbers else line


def _leads_with_a_door(found: list[Match]) -> bool:
    """Whether a list begins with an emergency department for what is not its own work: the line that answers then
    stands before it, as it does where no entry has a number to call.
    """
    return bool(found) and found[0].service.kind == "hospital" and found[0].degree == "also"


def _ending(voice: Voice, *, names: bool) -> str:
    """What calls leave behind, and whose language the names above are in."""
    return "\n".join([voice.say("list-end"), *([voice.say("service-language")] if names and voice.is_foreign else [])])


def leads_somewhere(voice: Voice, node: Node) -> bool:
    """Whether the list that `node` shows names anybody: a line, or a contact that the network has for the topic. Far
    from home only a contact that is there counts, and only where the topic sends people far: the line stands on the
    screen where one asks for that.
    """
    if node.show is None:
        return True
    if node.show.of == "far":
        offered = voice.topic is not None and voice.topic.far
        return offered and bool(matches_of(voice, "far", node.show.audience))
    return voice.competent() is not None or bool(matches_of(voice, "anywhere", node.show.audience))


def open_line(voice: Voice, node: Node, line: Line | None) -> list[Choice]:
    """The card of a line whose number stands on the screen: who answers there, and what happens if one calls."""
    target = first_open(node.show.open, voice.address.filled() | {"service"}) if node.show else None
    if line is None or target is None:
        return []
    return [Choice(_line_label(voice, line), voice.going(target, service=line.service.id))]


def _line_label(voice: Voice, line: Line) -> str:
    """The number of the line; of one that is free at any hour, which a label need not show to who looks on, that."""
    said = voice.line_words(line)
    return voice.say("line-open", number=NONE if said["line_state"] == "always" else said["line"])


def _room(voice: Voice, node: Node, ending: str) -> int:
    """Characters for the entries of a page: what the words around them and the choices leave in this language."""
    entries = [voice.say("item-open", number="1")] * (node.show.per_page if node.show else 0)
    own = [voice.label(node.id, button.id) for button in node.buttons]
    always = [voice.label("everywhere", name) for name in (*TAPPED_ANYWHERE, "more")]
    opened = "".join(choice.label for choice in open_line(voice, node, voice.competent()))
    said = [voice.node_text(node.id), ending, voice.position_stays(), voice.copied(), opened]
    return min(ROOM, LONGEST - sum(len(part) + SEPARATOR for part in (*said, *entries, *own, *always)))


def _page(voice: Voice, found: list[Match], per_page: int, room: int) -> tuple[list[tuple[Match, str]], int | None]:
    """The entries of the address's page, and the number of the next one; after the last page comes the first."""
    wanted = int(voice.address.get("page") or 0)
    pages = pages_that_fit(found, lambda number, match: _item(voice, number, match), per_page, room)
    seen = list(islice(pages, wanted + 2))
    page = wanted if wanted < len(seen) else 0
    if page + 1 < len(seen):
        return seen[page], page + 1
    return seen[page], None if page == 0 else 0


def matches_of(voice: Voice, of: str = "nearest", audience: str = "") -> list[Match]:
    """The services of a listing: nearest to the place, anywhere without one, or far from it, maybe for one audience."""
    topic = voice.topic
    if topic is None:
        return []
    place = None if of == "anywhere" else voice.address.get("place")
    bundle = voice.bundle
    return search.nearest(
        bundle.directory, bundle.gazetteer, place, topic, voice.now, audience or None, far=of == "far"
    )


def _item(voice: Voice, number: int, match: Match) -> str:
    """One entry of the list: the number to call first of all, then whose it is and for whom, and whether it answers."""
    first, *rest = _best(voice, match)
    parts = (match.service.name, where(voice, match), voice.only_for(match.service))
    return "\n".join([f"{number}. {first}", " · ".join(part for part in parts if part), *rest])


def _best(voice: Voice, match: Match) -> list[str]:
    """The best way to reach a service in a list. An address on the net is left to the card: one link a message."""
    if match.service.kind == "hospital":
        return door(voice, match)
    desk = [said] if (said := open_desk(voice, match)) else []
    if match.contact is None:
        source = [label(voice, provenance_of(voice, match.site))] if desk and match.site else []
        return [through_relay(voice, match), *desk, *source]
    online = match.contact.kind in ONLINE
    shown = voice.say("item-online") if online else value(voice, match.service, match.contact)
    return list(dict.fromkeys([shown, *desk, *answers(voice, match)]))


def _open(voice: Voice, node: Node, number: int, match: Match) -> Choice | None:
    target = first_open(node.show.open, voice.address.filled() | {"service"}) if node.show else None
    if target is None:
        return None
    return Choice(voice.say("item-open", number=str(number)), voice.going(target, service=match.service.id))
