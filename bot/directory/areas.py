# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whom a service is for, by place, and whom it takes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from bot.directory.model import Area, Kind, Service

WELCOMES_OUTSIDERS: frozenset[Kind] = frozenset(
    {
        "anti_violence_centre",
        "listening_desk",
        "hospital",
        "police",
        "lgbtq",
        "anti_trafficking",
        "victim_support",
        "mens_centre",
    }
)
"""Desks that help whoever comes, wherever they live. Offices for residents (social services) are not here."""

_SIGLA = re.compile(r"-([a-z]{2})(?:-\d+)?$")


class Locality(Protocol):
    """What this package needs to know of a place; the gazetteer's places have it."""

    @property
    def id(self) -> str:
        """The id of the place."""

    @property
    def comune(self) -> str:
        """The id of its comune."""

    @property
    def province(self) -> str:
        """The car plate of its province."""

    @property
    def region(self) -> str:
        """The official name of its region."""

    @property
    def latitude(self) -> float:
        """Degrees north."""

    @property
    def longitude(self) -> float:
        """Degrees east."""


class Localities(Protocol):
    """Places by id; the gazetteer is one."""

    @property
    def places(self) -> Mapping[str, Locality]:
        """Every place that is known."""


def covers(area: Area, place: Locality) -> bool:
    """Whether a service of this area is for people of that place."""
    return area.italy or place.comune in area.comuni or place.province in area.provinces or place.region in area.regions


def touches(service: Service, provinces: frozenset[str]) -> bool:
    """Whether a service that is not national works in one of these provinces, for all or for part of it."""
    known = {*service.area.comuni, *(site.place for site in service.sites)}
    return bool(service.area.provinces & provinces or service.area.regions or provinces & set(map(province_of, known)))


def province_of(place: str) -> str:
    """The car plate that a place id ends with ("calci-pi" is "PI"); "" if it has none."""
    found = _SIGLA.search(place)
    return found[1].upper() if found else ""


def contains(wider: Area, narrower: Area, provinces: frozenset[str]) -> bool:
    """Whether `wider` reaches everybody of `narrower`, or at least everybody of the network's own `provinces`."""
    own = bool(wider.regions) or provinces <= wider.provinces
    same = (
        not narrower.italy
        and narrower.regions <= wider.regions
        and narrower.provinces <= wider.provinces
        and all(comune in wider.comuni or province_of(comune) in wider.provinces for comune in narrower.comuni)
    )
    return wider.italy or own or same
