# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every comune of Italy and the hamlets around the network, from data/*.csv (see data/README.md).

The files say where each place is; the rules of `place_names` say which place a name means. Nothing here reads what
people type: `names`, `by_postal_code`, `abroad` and `words` are handed to the understanding as data.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from bot.dialogue.ports import PlaceHeard
from bot.directory.geo import distance_km
from bot.directory.place_names import MOST, Named, Names, folded, meanings

FARTHEST_KM = 25.0
"""A position farther than this from every known place is nowhere that we know."""

LARGE = 20_000
"""Inhabitants of a city that everybody knows by its name."""

TABLES = (
    "comuni.csv",
    "hamlets.csv",
    "other_names.csv",
    "districts.csv",
    "common_words.csv",
    "foreign.csv",
    "home.csv",
)
"""The files that it is made of."""

_WITH_PROVINCE = re.compile(r"(.+?)\s*\(([A-Z]{2})\)")


@dataclass(frozen=True, slots=True)
class Place:
    """A comune, or a hamlet or quarter of one.

    `comune` is the id of its comune (its own for a comune), `province` the car plate, positions WGS84 degrees.
    `approximate`: the point is that of the seat of the comune. A hamlet has its comune's postal codes and ISTAT code.
    """

    id: str
    name: str
    kind: Literal["comune", "hamlet"]
    comune: str
    comune_name: str
    province: str
    region: str
    latitude: float
    longitude: float
    approximate: bool
    postal_codes: tuple[str, ...]
    istat: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by id, and the ways to reach them.

    `choices`: id of a shared name -> at most six place ids, best first. `names`: every way of writing a name, folded
    -> place id or choice id. `by_postal_code`: five digits -> comuni. `abroad`: names of countries and cities outside
    Italy, `districts`: of valleys and districts, both folded. `words`: words and given names that may also be a
    place's name. `capitals`: the most populous comune of each province; `large`: those of at least `LARGE`
    inhabitants. `official`: the official name of a comune -> the ids of those that have it.
    """

    places: Mapping[str, Place]
    choices: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    by_postal_code: Mapping[str, tuple[str, ...]]
    abroad: frozenset[str]
    districts: frozenset[str]
    words: frozenset[str]
    capitals: frozenset[str]
    large: frozenset[str]
    official: Mapping[str, tuple[str, ...]]

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """The gazetteer of the CSV files in `folder`; OSError or ValueError where one is missing or torn."""
        return cls.of({name: (folder / name).read_text(encoding="utf-8") for name in TABLES})

    @classmethod
    def of(cls, tables: Mapping[str, str]) -> Gazetteer:
        """The gazetteer of the texts of `TABLES`, by their names; ValueError where one is torn."""
        rows = _rows(tables["comuni.csv"])
        comuni = {row[0]: _comune(row) for row in rows}
        weights = {row[0]: float(row[6] or 0) for row in rows}
        places = {place.id: place for place in comuni.values()}
        for row in _rows(tables["hamlets.csv"]):
            hamlet = _hamlet(row, comuni[row[1]], places)
            places[hamlet.id] = hamlet
        words = {word: often == "yes" for word, often in _pairs(tables["common_words.csv"])}
        home = _rows(tables["home.csv"])[0][0]
        region = next(place.region for place in places.values() if place.province == home)
        named = [_named(place, weights[place.istat], home, region) for place in places.values()]
        names = _names(named, _rows(tables["other_names.csv"]), words)
        abroad = frozenset(name for name, _ in _pairs(tables["foreign.csv"]))
        postal, capitals = _postal(comuni, weights), _capitals(comuni, weights)
        choices = names.choices | _choices_by_code(postal, {place.id for place in named if place.home})
        large = frozenset(place.id for place in comuni.values() if weights[place.istat] >= LARGE)
        official = _official(comuni.values())
        districts = frozenset(folded(name) for (name,) in _rows(tables["districts.csv"]))
        found = (names.meanings, postal, abroad, districts, frozenset(words), capitals, large, official)
        return cls(places, choices, *found)

    def comune(self, name: str) -> Place | None:
        """The comune with this official name, as operators write it: "Pisa", or "Castro (LE)" where two share it."""
        match = _WITH_PROVINCE.fullmatch(name.strip())
        wanted, province = match.groups() if match else (name.strip(), None)
        sharing = [self.places[place_id] for place_id in self.official.get(wanted, ())]
        found = [place for place in sharing if province in (None, place.province)]
        return found[0] if len(found) == 1 else None

    def locate(self, latitude: float, longitude: float, provinces: Iterable[str]) -> PlaceHeard:
        """The place nearest to a WGS84 position: "one" in the network's `provinces`, "outside" elsewhere in Italy,
        "unknown" more than `FARTHEST_KM` from every place. Reads, keeps nothing.
        """
        exact = (place for place in self.places.values() if not place.approximate)
        near = (place for place in exact if abs(place.latitude - latitude) < 1 and abs(place.longitude - longitude) < 1)
        measured = ((distance_km(latitude, longitude, place.latitude, place.longitude), place.id) for place in near)
        km, place_id = min(measured, default=(FARTHEST_KM + 1, ""))
        if km > FARTHEST_KM:
            return PlaceHeard("unknown")
        return PlaceHeard("one" if self.places[place_id].province in set(provinces) else "outside", place_id)


def _rows(text: str) -> list[list[str]]:
    """The rows of a CSV file, without its header."""
    return list(csv.reader(text.splitlines()))[1:]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The first two cells of each row of a long file that quotes nothing: three times faster than reading it as CSV."""
    for line in text.splitlines()[1:]:
        first, _, rest = line.partition(",")
        yield first, rest.partition(",")[0]


def _slug(name: str) -> str:
    return folded(name).replace(" ", "-")


def _comune(row: Sequence[str]) -> Place:
    istat, name, province, region, latitude, longitude, _, codes = row
    place_id = f"{_slug(name)}-{province.lower()}"
    return Place(
        place_id,
        name,
        "comune",
        place_id,
        name,
        province,
        region,
        float(latitude),
        float(longitude),
        approximate=False,
        postal_codes=tuple(codes.split()),
        istat=istat,
    )


def _hamlet(row: Sequence[str], home: Place, taken: Mapping[str, Place]) -> Place:
    name, _, lat, lon, approximate, _ = row
    place_id = f"{_slug(name)}.{home.id}"
    if place_id in taken:
        place_id = f"{_slug(name)}-2.{home.id}"
    return replace(
        home,
        id=place_id,
        name=name,
        kind="hamlet",
        latitude=float(lat),
        longitude=float(lon),
        approximate=approximate == "yes",
    )


def _named(place: Place, weight: float, home: str, region: str) -> Named:
    hamlet = place.kind == "hamlet"
    key = place.id.split(".")[0] if hamlet else place.id[: -len("-pi")]
    at_home, near = place.province == home, place.region == region
    return Named(place.id, key.replace("-", " "), place.comune, hamlet, at_home, near, 0.0 if hamlet else weight)


def _names(named: Iterable[Named], other: Iterable[Sequence[str]], words: Mapping[str, bool]) -> Names:
    known = {place.id: place for place in named}
    given = {folded(name): place for name, place, _ in other if place in known}
    names = meanings(known.values(), given, frozenset(words))
    for place in known.values():
        # "Salve", "Ora", "Calcio": said every day, and never meant as a place so far away. "Calcio (BG)" still is.
        spared = place.home or (place.near and not place.hamlet) or place.key in given
        if words.get(place.key, False) and not spared:
            names.meanings.pop(place.key, None)
        if not place.hamlet and names.meanings.get(place.key) != place.id:
            names.meanings[f"{place.key} {place.id[-2:]}"] = place.id
    return names


def _postal(comuni: Mapping[str, Place], weights: Mapping[str, float]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    # A comune that has other codes too is meant less by each of them.
    for place in sorted(comuni.values(), key=lambda one: (len(one.postal_codes) > 1, -weights[one.istat], one.id)):
        for code in place.postal_codes:
            found[code].append(place)
    return {code: tuple(place.id for place in sharing) for code, sharing in found.items()}


def _choices_by_code(postal: Mapping[str, tuple[str, ...]], home: set[str]) -> dict[str, tuple[str, ...]]:
    """Comuni of the home province that share a postal code; where they are too many, the first ones."""
    return {
        f"cap-{code}": sharing[:MOST]
        for code, sharing in postal.items()
        if len(sharing) > 1 and not home.isdisjoint(sharing)
    }


def _capitals(comuni: Mapping[str, Place], weights: Mapping[str, float]) -> frozenset[str]:
    most: dict[str, Place] = {}
    for place in comuni.values():
        first = most.setdefault(place.province, place)
        if weights[place.istat] > weights[first.istat]:
            most[place.province] = place
    return frozenset(place.id for place in most.values())


def _official(comuni: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for place in comuni:
        found[place.name].append(place.id)
    return {name: tuple(sorted(ids)) for name, ids in found.items()}
