# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who would be offered in each comune of the network, for each topic, and who would answer at night and on Christmas.

Everything is asked of `directory.nearest`, as a screen asks it, so that a hole here is a hole there. A service counts
as an answer only if something of it may be shown: a way to reach it, or a desk. A name alone helps nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from bot.directory.areas import Locality
from bot.directory.gazetteer import Gazetteer, Place
from bot.directory.lines import Topic
from bot.directory.model import DIALLED, Directory, Service
from bot.directory.nearest import Match, always, nearest

Level = Literal["local", "zone", "regional", "national", "none"]
"""How near the best answer is, the nearest first.

`local`: a service with a desk in the comune, or that names the comune in its area. `zone`: one for the whole province,
or a desk elsewhere, near enough, that takes whoever comes. `regional` and `national`: by the area. `none`: a hole.
"""
LEVELS: tuple[Level, ...] = get_args(Level)

NIGHT = time(3)
NOON = time(12)
CHRISTMAS = (12, 25)


@dataclass(frozen=True, slots=True)
class Cell:
    """One comune and one topic.

    `service` is the id of the best answer, None in a hole; `phone` says that it has a number of its own to show. `door`
    says that some desk is in the comune itself; `km` is how far the nearest one is (great circle, from the point of the
    comune), None where none is offered. `night` and `christmas` are ids of services whose telephone is surely answered
    at 3 in the morning and at noon of 25 December, None where nobody's is.
    """

    comune: str
    topic: str
    level: Level
    service: str | None
    phone: bool
    door: bool
    km: float | None
    night: str | None
    christmas: str | None

    @property
    def mute(self) -> bool:
        """Whether there is an answer, but without a telephone of its own."""
        return self.service is not None and not self.phone


@dataclass(frozen=True, slots=True)
class Tally:
    """Cells counted: by level; with a desk in the comune; with an answer that has no number of its own; and where at
    night and on Christmas nobody answers, or only the general emergency number does.
    """

    levels: Mapping[Level, int]
    doors: int
    mute: int
    night_nobody: int
    night_emergency: int
    christmas_nobody: int
    christmas_emergency: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every comune of the network by every topic, on a day. `comuni` by name; `topics` in the flow's order."""

    day: date
    directory: Directory
    comuni: tuple[Place, ...]
    topics: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    def tally(self, topic: str) -> Tally:
        """The counts of one topic."""
        return self._counted(cell for cell in self.cells.values() if cell.topic == topic)

    def total(self) -> Tally:
        """The counts of all topics together: of cells, not of comuni."""
        return self._counted(self.cells.values())

    def holes(self) -> list[Cell]:
        """Every cell without an answer, by topic."""
        return [cell for topic in self.topics for cell in self.of(topic) if cell.level == "none"]

    def of(self, topic: str) -> list[Cell]:
        """The cells of one topic, by comune."""
        return [self.cells[comune.id, topic] for comune in self.comuni]

    def _counted(self, cells: Iterable[Cell]) -> Tally:
        found = list(cells)
        levels = Counter(cell.level for cell in found)
        return Tally(
            {level: levels[level] for level in LEVELS},
            sum(cell.door for cell in found),
            sum(cell.mute for cell in found),
            sum(cell.night is None for cell in found),
            sum(self._is_general(cell.night) for cell in found),
            sum(cell.christmas is None for cell in found),
            sum(self._is_general(cell.christmas) for cell in found),
        )

    def _is_general(self, service: str | None) -> bool:
        return service is not None and self.directory.services[service].kind == "emergency"


def coverage(directory: Directory, gazetteer: Gazetteer, topics: Mapping[str, Topic], day: date) -> Coverage:
    """The coverage of the comuni of the network's provinces, as of `day`."""
    comuni = comuni_of(directory, gazetteer)
    cells = {
        (comune.id, topic.id): _cell(directory, gazetteer, comune, topic, day)
        for topic in topics.values()
        for comune in comuni
    }
    return Coverage(day, directory, comuni, tuple(topics), cells)


def comuni_of(directory: Directory, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The comuni of the network's provinces, by name."""
    ours = directory.network.provinces
    found = (place for place in gazetteer.places.values() if place.kind == "comune" and place.province in ours)
    return tuple(sorted(found, key=lambda place: place.name))


def is_local(service: Service, here: Locality) -> bool:
    """Whether a service has a desk in the comune of `here`, or names it in its area."""
    return here.comune in service.area.comuni | _towns(service)


def _towns(service: Service) -> set[str]:
    """The comuni where a service has a desk."""
    return {site.place.rpartition(".")[2] for site in service.sites}


def _cell(directory: Directory, gazetteer: Gazetteer, comune: Place, topic: Topic, day: date) -> Cell:
    zone = ZoneInfo(directory.network.time_zone)
    holiday = date(day.year + ((day.month, day.day) > CHRISTMAS), *CHRISTMAS)
    noon, night, christmas = (datetime.combine(*when, zone) for when in ((day, NOON), (day, NIGHT), (holiday, NOON)))

    def matches(now: datetime) -> list[Match]:
        return [*nearest(directory, gazetteer, comune.id, topic, now), *always(directory, topic, now)]

    reachable = [match for match in matches(noon) if match.contact or match.site]
    best = min(reachable, key=lambda match: LEVELS.index(_level(match.service, comune)), default=None)
    return Cell(
        comune.id,
        topic.id,
        _level(best.service, comune) if best else "none",
        best.service.id if best else None,
        any(contact.kind in DIALLED for contact in best.service.contacts) if best else False,
        any(comune.id in _towns(match.service) for match in reachable),
        min((match.km for match in reachable if match.km is not None), default=None),
        _answering(matches(night)),
        _answering(matches(christmas)),
    )


def _level(service: Service, here: Locality) -> Level:
    if is_local(service, here):
        return "local"
    if service.area.italy:
        return "national"
    by_region_only = here.region in service.area.regions and here.province not in service.area.provinces
    return "regional" if by_region_only else "zone"


def _answering(matches: Iterable[Match]) -> str | None:
    """The first service whose best contact is a number that somebody surely answers."""
    for match in matches:
        if match.contact and match.contact.kind in DIALLED and match.contact_state == "open":
            return match.service.id
    return None
