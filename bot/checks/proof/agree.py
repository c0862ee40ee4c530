# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of `bot.directory.nearest` beside the oracle's, entry by entry, in sentences for maintainers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from bot.checks import oracle
from bot.checks.oracle import Offer
from bot.checks.proof.likeness import Subject
from bot.dialogue.flow import Topic
from bot.directory import nearest
from bot.directory.nearest import Match

SAME_KM = 0.05


def answer(subject: Subject, topic: Topic, place: str | None, now: datetime) -> list[Match]:
    """What the bot would list."""
    return nearest.nearest(subject.directory, subject.gazetteer, place, topic, now)


def offers(matches: Sequence[Match]) -> list[Offer]:
    """The same in the oracle's words."""
    return [
        (
            match.service.id,
            match.site.place if match.site else None,
            match.km,
            match.state,
            match.contact.value if match.contact else None,
            match.relay.contact.value if match.relay else None,
        )
        for match in matches
    ]


def without_km(found: Sequence[Offer]) -> list[Offer]:
    """The offers with every distance left out."""
    return [(service, desk, None, state, contact, relay) for service, desk, _, state, contact, relay in found]


def disagreement(
    subject: Subject, topic: Topic, place: str | None, now: datetime, found: Sequence[Offer]
) -> str | None:
    """Where the offers found part from the oracle's; None if they are the same, distances within 50 metres."""
    expected = oracle.nearest(subject.directory, subject.gazetteer.places, place, topic, now)
    for position, (ours, oracles) in enumerate(zip_longest(found, expected), 1):
        if ours is None or oracles is None or not _same(ours, oracles):
            return f"{where(topic, place, now)}, voce {position}: nearest dice {ours}, l'oracolo {oracles}."
    return None


def distance_fault(subject: Subject, place: str | None, match: Match) -> str | None:
    """What is wrong with the kilometres of a match; None if they are the great circle's within 50 metres, or if there
    are none because there is no place or no desk.
    """
    if place is None or match.site is None:
        return None if match.km is None else f"{place}, {match.service.id}: {match.km} km da nessun luogo."
    km = oracle.distance(subject.gazetteer.places[place], match.site)
    same = match.km is not None and abs(km - match.km) <= SAME_KM
    return None if same else f"{place}, {match.service.id}: {match.km} km invece di {km}."


def where(topic: Topic, place: str | None, now: datetime) -> str:
    """A case, named so that it can be tried in the terminal."""
    return f"{topic.id}, {place or 'nessun luogo'}, {now:%Y-%m-%dT%H:%M%z}"


def _same(ours: Offer, oracles: Offer) -> bool:
    if without_km([ours]) != without_km([oracles]):
        return False
    one, other = ours[2], oracles[2]
    return one is other if one is None or other is None else abs(one - other) <= SAME_KM
