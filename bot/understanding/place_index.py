# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the understanding of places needs to be given: the indices that a gazetteer holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Named(Protocol):
    """A place; the gazetteer's places are."""

    @property
    def province(self) -> str:
        """The car plate of its province."""

    @property
    def region(self) -> str:
        """The official name of its region."""


class PlaceNames(Protocol):
    """Names and what they mean. Ids are opaque, but a comune's ends in its province ("calci-pi") and a hamlet's in a
    dot and its comune ("castelmaggiore.calci-pi").
    """

    @property
    def places(self) -> Mapping[str, Named]:
        """Places by id."""

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """The places of each choice, best first."""

    @property
    def names(self) -> Mapping[str, str]:
        """Folded names and what they mean: the id of a place or of a choice."""

    @property
    def by_postal_code(self) -> Mapping[str, tuple[str, ...]]:
        """Comuni by postal code, the best first."""

    @property
    def abroad(self) -> frozenset[str]:
        """Names of countries and cities outside Italy."""

    @property
    def districts(self) -> frozenset[str]:
        """Folded names of valleys and districts, which hold names of places but are none."""

    @property
    def words(self) -> frozenset[str]:
        """Everyday words."""

    @property
    def capitals(self) -> frozenset[str]:
        """The main comune of each province."""

    @property
    def large(self) -> frozenset[str]:
        """Comuni so large that their name means them wherever it is said."""


class Network:
    """Which places are the network's own, and which others its people name."""

    def __init__(self, names: PlaceNames, provinces: frozenset[str]) -> None:
        self._names = names
        self._provinces = provinces
        self._regions = {place.region for place in names.places.values() if place.province in provinces}

    def inside(self, place_id: str) -> bool:
        """Whether the place is in the network's provinces."""
        return self._names.places[place_id].province in self._provinces

    def owns(self, target: str) -> bool:
        """Whether a place, or one place of a choice, is in the network's provinces."""
        return any(map(self.inside, self._places(target)))

    def knows(self, target: str) -> bool:
        """Whether people of the network name it: it is in their region, or the capital of a province."""
        return any(
            place in self._names.capitals or self._names.places[place].region in self._regions
            for place in self._places(target)
        )

    def surely(self, target: str) -> bool:
        """Whether the name means nothing else: the network's own, a capital, a large city, or a choice of places."""
        known = target in self._names.capitals or target in self._names.large
        return known or target in self._names.choices or self.inside(target)

    def is_comune(self, target: str) -> bool:
        """Whether a name means a comune, not a hamlet nor a choice."""
        return target in self._names.places and "." not in target

    def _places(self, target: str) -> tuple[str, ...]:
        return self._names.choices.get(target, (target,))
