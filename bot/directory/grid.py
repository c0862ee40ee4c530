# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Points on a grid of a twentieth of a degree, so that the nearest few are found without measuring all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from math import floor
from typing import Generic, TypeAlias, TypeVar

from bot.directory.geo import distance_km

Item = TypeVar("Item")
Point: TypeAlias = "tuple[float, float, Hashable, Item]"
"""Latitude, longitude, whose it is, and what is there."""

CELLS_PER_DEGREE = 20
SURE_KM = 3.75
"""Every point within this many kilometres for each ring searched has been seen (Italy ends at 47.1 north)."""
FEW_CELLS = 200


class Grid(Generic[Item]):
    """Items by place. Searching costs as much as the rings walked through, not as much as the items held."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Point[Item]]] = defaultdict(list)

    def add(self, latitude: float, longitude: float, owner: Hashable, item: Item) -> None:
        """Put an item of an owner at a WGS84 position."""
        self._cells[_cell(latitude, longitude)].append((latitude, longitude, owner, item))

    def nearest(
        self, here: tuple[float, float], count: int, between_km: tuple[float, float], reach: Callable[[Item], float]
    ) -> list[tuple[float, Item]]:
        """The nearest item of each owner, for the `count` nearest owners: (km, item), nearest first.

        Only items between these distances in kilometres, each at most as far as `reach` says of it (0: never).
        """
        found: dict[Hashable, tuple[float, Item]] = {}
        for ring, points in enumerate(self._rings(*here, between_km[1])):
            for y, x, owner, item in points:
                farthest = min(reach(item), between_km[1])
                km = distance_km(*here, y, x) if farthest else 0.0
                if farthest and between_km[0] <= km <= farthest and (owner not in found or km < found[owner][0]):
                    found[owner] = (km, item)
            if len(found) >= count and sum(km <= ring * SURE_KM for km, _ in found.values()) >= count:
                break
        return sorted(found.values(), key=_distance)[:count]

    def _rings(self, latitude: float, longitude: float, within_km: float) -> Iterator[Iterable[Point[Item]]]:
        """Items in rings around a position; all at once where they are so few that walking would cost more."""
        if len(self._cells) <= FEW_CELLS:
            yield (point for points in self._cells.values() for point in points)
            return
        for ring in range(int(within_km / SURE_KM) + 2):
            yield self._ring(latitude, longitude, ring)

    def _ring(self, latitude: float, longitude: float, ring: int) -> Iterator[Point[Item]]:
        row, column = _cell(latitude, longitude)
        for down in range(-ring, ring + 1):
            step = 1 if abs(down) == ring else 2 * ring
            for across in range(-ring, ring + 1, step or 1):
                yield from self._cells.get((row + down, column + across), ())


def _distance(pair: tuple[float, object]) -> float:
    return pair[0]


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return floor(latitude * CELLS_PER_DEGREE), floor(longitude * CELLS_PER_DEGREE)
