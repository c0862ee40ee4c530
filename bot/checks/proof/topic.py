# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The proof of one topic: one case of every class against the oracle, then the classes against their own members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.checks.oracle import Offer, distance
from bot.checks.proof import promised
from bot.checks.proof.agree import answer, disagreement, distance_fault, offers, where, without_km
from bot.checks.proof.likeness import Cell, Partition, Subject
from bot.checks.proof.promised import Shown
from bot.dialogue.flow import Topic

OTHER_MOMENTS = 3
"""At how many other moments of its class a random other place of each class is tried."""
LIMITS_KM, BESIDE_KM = (60.0, 100.0), 2.0


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven of one topic.

    `cases` is what the classes stand for, `tried` how many further cases were computed to test the classes, `parts`
    the classes of places and of moments, `answers` the different ones. Of the cases at a place of the network, or at
    none, `home` is how many there are and `holes` how many have no number to dial.
    """

    topic: str
    classes: int
    cases: int
    tried: int
    home: int
    holes: int
    parts: tuple[int, int]
    answers: int
    numbers: frozenset[str]
    faults: tuple[str, ...]


def prove_topic(subject: Subject, topic: Topic) -> Proof:
    """The proof for `topic`; never raises for what is wrong, which is in `faults`."""
    prover = _Prover(subject, topic)
    for cell in Partition(subject).cells(topic):
        prover.prove(cell)
    return prover.proof()


class _Prover:
    """Counts while it goes through the cells."""

    def __init__(self, subject: Subject, topic: Topic) -> None:
        self._subject, self._topic = subject, topic
        self._random = Random(topic.id)  # noqa: S311 - a seed that everybody can repeat
        self._classes = self._cases = self._tried = self._home = self._holes = self._places = self._moments = 0
        self._answers: set[tuple[Offer, ...]] = set()
        self._numbers: set[str] = set()
        self._faults: list[str] = []

    def proof(self) -> Proof:
        return Proof(
            self._topic.id,
            self._classes,
            self._cases,
            self._tried,
            self._home,
            self._holes,
            (self._places, self._moments),
            len(self._answers),
            frozenset(self._numbers),
            tuple(self._faults),
        )

    def prove(self, cell: Cell) -> None:
        """All classes of a cell, then their members: every place at one moment, every moment at one place."""
        self._places += len(cell.places)
        self._moments += len(cell.moments)
        for alike in cell.moments:
            everywhere = promised.of_everywhere(self._subject, self._topic, alike[0])
            found = [self._represent(places, alike, everywhere) for places in cell.places]
            longest = max(range(len(found)), key=lambda number: len(found[number]))
            self._try_moments(cell.places[longest][0], alike, found[longest])
            self._try_others(cell, alike, found)
            if alike is cell.moments[0]:
                self._try_places(cell, alike[0], found)

    def _represent(self, places: list[str | None], alike: list[datetime], everywhere: list[Shown]) -> list[Offer]:
        """Prove the first case of a class; its answer without distances."""
        place, now = places[0], alike[0]
        matches = answer(self._subject, self._topic, place, now)
        found = offers(matches)
        shown = [*promised.of_matches(matches), *everywhere]
        dialled = promised.numbers(shown)
        home = sum(self._is_home(one) for one in places) * len(alike)
        self._classes += 1
        self._cases += len(places) * len(alike)
        self._home += home
        self._holes += 0 if dialled else home
        self._numbers |= dialled
        self._faults += promised.crossings(self._topic, place, now, shown)
        self._note(disagreement(self._subject, self._topic, place, now, found))
        if not dialled and promised.never_without(self._topic, self._subject):
            self._note(f"{where(self._topic, place, now)}: nessun numero.")
        self._answers.add(tuple(without_km(found)))
        return without_km(found)

    def _try_moments(self, place: str | None, alike: list[datetime], expected: list[Offer]) -> None:
        for now in alike[1:]:
            self._try(place, now, expected)

    def _try_others(self, cell: Cell, alike: list[datetime], found: list[list[Offer]]) -> None:
        others = {alike[-1], *self._random.choices(alike, k=OTHER_MOMENTS - 1)}
        for now in sorted(others):
            for places, expected in zip(cell.places, found, strict=True):
                self._try(self._random.choice(places), now, expected)

    def _try_places(self, cell: Cell, now: datetime, found: list[list[Offer]]) -> None:
        """Every place from which a desk is offered, with its kilometres, and every place just too far for one."""
        for places, expected in zip(cell.places, found, strict=True):
            any_desk = any(offer[1] for offer in expected)
            for place in places if any_desk else self._beside_limits(places):
                if place is not None:
                    self._try(place, now, expected)

    def _try(self, place: str | None, now: datetime, expected: list[Offer]) -> None:
        """Another member of a class must have the same answer, but for the kilometres, which must be its own."""
        self._tried += 1
        matches = answer(self._subject, self._topic, place, now)
        if without_km(offers(matches)) != expected:
            self._note(f"{where(self._topic, place, now)}: non è come gli altri casi della sua classe.")
        for match in matches:
            self._note(distance_fault(self._subject, place, match))

    def _beside_limits(self, places: list[str | None]) -> Iterator[str]:
        known = self._subject.gazetteer.places
        desks = [
            desk
            for service in self._subject.directory.services.values()
            if self._topic.id in service.topics | service.also
            for desk in service.sites
        ]
        for place in places:
            kms = [distance(known[place], desk) for desk in desks] if place is not None else []
            if place is not None and any(abs(km - limit) < BESIDE_KM for km in kms for limit in LIMITS_KM):
                yield place

    def _is_home(self, place: str | None) -> bool:
        provinces = self._subject.directory.network.provinces
        return place is None or self._subject.gazetteer.places[place].province in provinces

    def _note(self, fault: str | None) -> None:
        if fault:
            self._faults.append(fault)
