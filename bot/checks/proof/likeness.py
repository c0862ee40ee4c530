# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Places and moments that must have the same answer, so that one of them can stand for all.

Two moments are alike for a topic if every service that can appear on its screens has the same contacts and desks to
show, in the same states. Two places are alike if the areas of the same services cover them and the same desks are
offered from both in the same order; kilometres may differ, and are proven one by one. `topic` tests these claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.checks import oracle
from bot.checks.oracle_facts import shown_contacts, shown_desks, state_of_hours
from bot.dialogue.flow import Topic
from bot.directory.gazetteer import Gazetteer
from bot.directory.model import Contact, Directory, Service, Site

Item = TypeVar("Item")
Seen = tuple[tuple[int, str], ...]
"""What is shown of a list in the file: positions and states."""
Picture = tuple[Seen, Seen]
"""What is shown of a service: contacts and desks."""
Offer = tuple[int, float, bool]
"""The position of a desk (-1 for none), its kilometres (0 for none), and whether the area covers the place."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is proven. `places` are gazetteer ids and None, `moments` aware and in order."""

    directory: Directory
    gazetteer: Gazetteer
    topics: Mapping[str, Topic]
    places: tuple[str | None, ...]
    moments: tuple[datetime, ...]

    def local(self, now: datetime) -> datetime:
        """`now` as the clocks of the network show it."""
        return now.astimezone(ZoneInfo(self.directory.network.time_zone))


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic while the same desks may be shown: classes of places, and classes of moments."""

    topic: Topic
    places: list[list[str | None]]
    moments: list[list[datetime]]


@dataclass(frozen=True, slots=True)
class Partition:
    """Makes the cells of a subject. What is the same for many topics is worked out once."""

    subject: Subject
    _pictures: dict[tuple[str, datetime], Picture] = field(default_factory=dict)
    _offers: dict[tuple[str, str, tuple[int, ...]], Offer | None] = field(default_factory=dict)

    def cells(self, topic: Topic) -> Iterator[Cell]:
        """Every place and moment is in exactly one class of exactly one cell of the topic."""
        services = concerned(self.subject.directory, topic)
        alike = _grouped(self.subject.moments, lambda now: tuple(self._picture(service, now) for service in services))
        cells = _grouped(alike, lambda group: tuple(self._something(service, group[0]) for service in services))
        for groups in cells:
            yield Cell(topic, self._places(topic, groups[0][0]), groups)

    def _places(self, topic: Topic, now: datetime) -> list[list[str | None]]:
        day = self.subject.local(now).date()
        services = self.subject.directory.services.values()
        listed = [
            (service, topic.id in service.topics)
            for service in services
            if oracle.may_be_listed(self.subject.directory, service, topic, day)
        ]
        return _grouped(self.subject.places, lambda place: self._signature(listed, place, now))

    def _signature(self, listed: list[tuple[Service, bool]], place: str | None, now: datetime) -> Hashable:
        """Of each degree, inside and outside the area, who is offered at which desk, in order of distance."""
        if place is None:
            return "no place"
        groups: dict[tuple[bool, bool], list[tuple[float, str, int]]] = defaultdict(list)
        for service, first in listed:
            offer = self._offer(service, place, now)
            if offer:
                desk, km, covered = offer
                groups[first, covered].append((km, service.id, desk))
        return frozenset((key, tuple(offer[1:] for offer in sorted(offers))) for key, offers in groups.items())

    def _offer(self, service: Service, place: str, now: datetime) -> Offer | None:
        key = (service.id, place, self._something(service, now)[0])
        if key not in self._offers:
            day = self.subject.local(now).date()
            found = oracle.offered(self.subject.directory, self.subject.gazetteer.places, place, service, day)
            offers = [(_position(service, desk), km or 0.0, covered) for desk, km, covered in found]
            self._offers[key] = offers[0] if offers else None
        return self._offers[key]

    def _something(self, service: Service, now: datetime) -> tuple[tuple[int, ...], bool]:
        """What the choice of desks depends on: those that are shown, and whether there is a contact."""
        contacts, desks = self._picture(service, now)
        return tuple(position for position, _ in desks), bool(contacts)

    def _picture(self, service: Service, now: datetime) -> Picture:
        key = (service.id, now)
        if key not in self._pictures:
            self._pictures[key] = picture(self.subject, service, now)
        return self._pictures[key]


def picture(subject: Subject, service: Service, now: datetime) -> Picture:
    """What may be shown of a service at a moment, and in which state each thing is."""
    directory, places, local = subject.directory, subject.gazetteer.places, subject.local(now)

    def state(fact: Contact | Site) -> str:
        return state_of_hours(directory, places, service, fact, local)

    return (
        tuple((service.contacts.index(one), state(one)) for one in shown_contacts(directory, service, local.date())),
        tuple((service.sites.index(one), state(one)) for one in shown_desks(directory, service, local.date())),
    )


def concerned(directory: Directory, topic: Topic) -> list[Service]:
    """Every service that can be on a screen of the topic: competent ones, and whatever relays lead to."""
    found = {service.id for service in directory.services.values() if oracle.is_competent(service, topic)}
    waiting = [*found, *topic.relays]
    while waiting:
        service = directory.services[waiting.pop()]
        found.add(service.id)
        if service.relay and service.relay not in found:
            waiting.append(service.relay)
    return [service for service in directory.services.values() if service.id in found]


def _position(service: Service, desk: Site | None) -> int:
    return -1 if desk is None else service.sites.index(desk)


def _grouped(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[list[Item]]:
    """Items with the same key together, in the order in which they came."""
    groups: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return list(groups.values())
