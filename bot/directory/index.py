# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The services that may be shown on one day, arranged by topic and by where they are.

Made once a day for each directory; `nearest` then touches only what is near, however many services there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import count
from typing import Literal

from bot.directory.areas import WELCOMES_OUTSIDERS, Locality, touches
from bot.directory.freshness import visible
from bot.directory.model import Area, Directory, Service, Site
from bot.directory.points import Point, Points, nearest_of, point_at

Degree = Literal["topics", "also"]
DEGREES: tuple[Degree, Degree] = ("topics", "also")
MOST_SITELESS = 12
"""How many services without a desk are offered for one place and topic."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One desk of a service; `site` is None for a service that has none to show."""

    service: Service
    site: Site | None


class Entries:
    """The services of one topic and degree, in the file's order.

    `national` are those for the whole country. `everybody` holds every desk of the others, and those that have none;
    `own` what of it works in one of the network's provinces.
    """

    def __init__(self) -> None:
        self.national: list[Service] = []
        self._for_all: Points[Entry] = Points()
        self._for_area: dict[str, Points[Entry]] = defaultdict(Points)
        self._siteless: dict[str, list[Entry]] = defaultdict(list)
        self.everybody: list[Entry] = []
        self.own: list[Entry] = []

    def add(self, service: Service, desks: list[Point[Entry]], *, own: bool) -> None:
        """Put a service, with only what may be shown, and its desks, where they will be found."""
        if service.area.italy:
            self.national.append(service)
            return
        entries = [desk.item for desk in desks] or [Entry(service, None)]
        self.everybody += entries
        self.own += entries if own else ()
        if desks:
            self._place(service, desks)
        else:
            for key in _keys(service.area):
                self._siteless[key] += entries

    def _place(self, service: Service, desks: list[Point[Entry]]) -> None:
        """What takes whoever comes is found by where it is, the rest only through its area."""
        open_to_all = service.kind in WELCOMES_OUTSIDERS
        for points in [self._for_all] if open_to_all else [self._for_area[key] for key in _keys(service.area)]:
            for desk in desks:
                points.add(desk)

    def arrange(self) -> None:
        """Get ready to be searched, once everything has been added."""
        for points in (self._for_all, *self._for_area.values()):
            points.arrange()

    def near(
        self, here: Locality, count: int, between_km: tuple[float, float], reach: Callable[[Entry], float]
    ) -> list[tuple[float, Entry]]:
        """The nearest desk of each of the `count` nearest services, as (km, entry); as `points.nearest_of`."""
        where = [self._for_all, *(self._for_area[key] for key in _keys_of(here) if key in self._for_area)]
        return nearest_of(where, (here.latitude, here.longitude), count, between_km, reach)

    def siteless(self, here: Locality) -> list[Entry]:
        """Services without a desk whose area holds this place, the narrowest areas first."""
        found = [entry for key in _keys_of(here) for entry in self._siteless.get(key, ())]
        return found[:MOST_SITELESS]


def _keys_of(here: Locality) -> tuple[str, str, str]:
    return here.comune, f"province {here.province}", f"region {here.region}"


def _keys(area: Area) -> Iterable[str]:
    yield from area.comuni
    yield from (f"province {province}" for province in area.provinces)
    yield from (f"region {region}" for region in area.regions)


def _desks(service: Service, order: Iterator[int]) -> list[Point[Entry]]:
    """The desks of a service, made once for all its topics."""
    return [
        point_at(site.latitude, site.longitude, service.id, Entry(service, site), next(order)) for site in service.sites
    ]


class Index:
    """What `nearest` searches: for each topic and degree its entries. `provinces` are the network's own.

    `shown` are the same services by id, each with only what may be shown.
    """

    def __init__(self, services: Iterable[Service], provinces: frozenset[str]) -> None:
        self.shown = {service.id: service for service in services}
        self._entries: dict[tuple[str, Degree], Entries] = defaultdict(Entries)
        order = count()
        for service in self.shown.values():
            own, desks = touches(service, provinces), _desks(service, order)
            for topic in service.topics:
                self._entries[topic, "topics"].add(service, desks, own=own)
            for topic in service.also - service.topics:
                self._entries[topic, "also"].add(service, desks, own=own)
        for entries in self._entries.values():
            entries.arrange()

    def entries(self, topic: str, degree: Degree) -> Entries:
        """The entries of a topic; empty if there are none."""
        return self._entries.get((topic, degree)) or Entries()


@lru_cache(maxsize=3)
def index_of(directory: Directory, today: date) -> Index:
    """The index of a directory as it may be shown on that day. The same arguments give the same object."""
    shown = (visible(service, directory.network, today) for service in directory.services.values())
    return Index((service for service in shown if service is not None), directory.network.provinces)


def shown_on(directory: Directory, service: str, today: date) -> Service | None:
    """A service with only what may be shown that day; None if it is unknown, hidden or closed."""
    return index_of(directory, today).shown.get(service)
