# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Points in a tree of balls, so that they come nearest first and only as many as are wanted are measured.

Positions are held as points of the unit sphere in space: there, straight distances have the order of great circles and
no seam. The search is that of Hjaltason and Samet, Distance browsing in spatial databases (1999).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from heapq import heappop, heappush
from math import cos, dist, radians, sin
from typing import Generic, NamedTuple, TypeVar

from bot.directory.geo import EARTH_KM, distance_km

Item = TypeVar("Item")
Spot = tuple[float, float, float]
LEAF = 8
"""A ball of this many points or fewer is not divided."""
ROUNDING = 1e-12
"""More than floating point can be wrong by, so that a ball never waits behind a point inside it (six micrometres)."""


class Point(NamedTuple, Generic[Item]):
    """Something at a WGS84 position (and its spot), whose it is, and which comes first of two at the same place."""

    latitude: float
    longitude: float
    owner: Hashable
    item: Item
    spot: Spot
    order: int


def point_at(latitude: float, longitude: float, owner: Hashable, item: Item, order: int) -> Point[Item]:
    """An item of an owner at a WGS84 position."""
    return Point(latitude, longitude, owner, item, _spot(latitude, longitude), order)


class Ball(NamedTuple, Generic[Item]):
    """Points, or two smaller balls, none farther from the middle than the radius."""

    spot: Spot
    radius: float
    points: list[Point[Item]]
    parts: tuple[Ball[Item], ...]


class Points(Generic[Item]):
    """Items by place. Searching costs as much as what is found and passed by, not as much as the items held."""

    def __init__(self) -> None:
        self._points: list[Point[Item]] = []
        self.tree: Ball[Item] = _gathered([])

    def add(self, point: Point[Item]) -> None:
        """Put a point. It is found once all are arranged."""
        self._points.append(point)

    def arrange(self) -> None:
        """Make the tree of what has been added."""
        self.tree = _gathered(self._points)


def nearest_of(
    several: Iterable[Points[Item]],
    here: tuple[float, float],
    count: int,
    between_km: tuple[float, float],
    reach: Callable[[Item], float],
) -> list[tuple[float, Item]]:
    """Of several sets of points together, the nearest item of each owner, for the `count` nearest owners: (km, item),
    nearest first.

    Only items between these distances in kilometres, each at most as far as `reach` says of it (0: never). Of items
    at the same place the one whose order is lower.
    """
    found: dict[Hashable, tuple[float, Item]] = {}
    for point in _outwards(several, here, between_km[1]):
        farthest = reach(point.item) if point.owner not in found else 0.0
        km = distance_km(*here, point.latitude, point.longitude) if farthest else 0.0
        if farthest and between_km[0] <= km <= min(farthest, between_km[1]):
            found[point.owner] = (km, point.item)
            if len(found) == count:
                break
    return list(found.values())


def _outwards(several: Iterable[Points[Item]], here: tuple[float, float], within_km: float) -> Iterator[Point[Item]]:
    """All points so near and few others, nearest first. What waits is a point, or a ball that may hide something
    nearer; of the two the ball comes first.
    """
    spot, limit = _spot(*here), within_km / EARTH_KM + ROUNDING
    waiting: list[tuple[float, int, int, Ball[Item] | Point[Item]]] = [
        (0.0, -1, number, points.tree) for number, points in enumerate(several)
    ]
    while waiting:
        gap, _, _, thing = heappop(waiting)
        if gap > limit:
            return
        if isinstance(thing, Point):
            yield thing
            continue
        for ball in thing.parts:
            heappush(waiting, (dist(spot, ball.spot) - ball.radius - ROUNDING, -1, id(ball), ball))
        for point in thing.points:
            heappush(waiting, (dist(spot, point.spot), point.order, id(point), point))


def _gathered(points: list[Point[Item]]) -> Ball[Item]:
    """A tree of balls around these points, each divided in two halves along its longest side."""
    if not points:
        return Ball((0.0, 0.0, 0.0), 0.0, [], ())
    x, y, z = ((min(side), max(side)) for side in zip(*(point.spot for point in points), strict=True))
    middle = ((x[0] + x[1]) / 2, (y[0] + y[1]) / 2, (z[0] + z[1]) / 2)
    radius = max(dist(middle, point.spot) for point in points)
    if len(points) <= LEAF:
        return Ball(middle, radius, points, ())
    longest = max(range(3), key=lambda side: (x, y, z)[side][1] - (x, y, z)[side][0])
    ordered = sorted(points, key=lambda point: point.spot[longest])
    half = len(ordered) // 2
    return Ball(middle, radius, [], (_gathered(ordered[:half]), _gathered(ordered[half:])))


def _spot(latitude: float, longitude: float) -> Spot:
    north, east = radians(latitude), radians(longitude)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)
