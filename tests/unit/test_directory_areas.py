# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Areas hold their places, and the nearest of many points is the nearest."""

from __future__ import annotations

import random

from bot.directory.areas import contains, covers, province_of
from bot.directory.geo import distance_km
from bot.directory.model import Area
from bot.directory.points import Points, nearest_of, point_at
from tests.unit.directory_world import (
    gazetteer,
)


def test_areas_hold_their_places() -> None:
    volterra = gazetteer().places["volterra-pi"]
    areas = [Area(italy=True), Area(regions=frozenset({"Toscana"})), Area(provinces=frozenset({"PI"}))]
    assert all(covers(area, volterra) for area in [*areas, Area(comuni=frozenset({"volterra-pi"}))])
    assert not covers(Area(comuni=frozenset({"pisa-pi"}), provinces=frozenset({"LI"})), volterra)


def test_a_wider_area_contains_a_narrower_one() -> None:
    pisa, province = Area(comuni=frozenset({"pisa-pi"})), Area(provinces=frozenset({"PI"}))
    assert contains(Area(italy=True), pisa, frozenset({"PI"}))
    assert contains(province, pisa, frozenset({"PI"}))
    assert not contains(pisa, province, frozenset({"PI"}))
    assert not contains(pisa, Area(italy=True), frozenset({"PI"}))


def test_the_province_is_read_from_the_end_of_a_place_id() -> None:
    assert [province_of(place) for place in ("pisa-pi", "riglione.pisa-pi", "calliano-2", "x-at-2")] == [
        "PI",
        "PI",
        "",
        "AT",
    ]


def test_the_tree_of_points_agrees_with_measuring_everything_few_or_many() -> None:
    chance = random.Random(7)  # noqa: S311 - points on a map, the same at every run
    for many in (0, 20, 2000):
        tree: Points[int] = Points()
        points = [(chance.uniform(36, 47), chance.uniform(7, 18)) for _ in range(many)]
        for number, (latitude, longitude) in enumerate(points):
            tree.add(point_at(latitude, longitude, number, number, number))
        tree.arrange()
        here = (43.7, 10.4)
        got = nearest_of([tree], here, 10, (0.0, 300.0), lambda number: 300.0 if number % 2 else 0.0)
        measured = sorted((distance_km(*here, *point), n) for n, point in enumerate(points) if n % 2)
        assert got == [(km, n) for km, n in measured if km <= 300.0][:10]


def test_of_desks_at_the_same_place_the_first_in_the_file_is_the_nearest() -> None:
    tree: Points[int] = Points()
    for number in range(40):
        tree.add(point_at(43.7, 10.4, "the same service", number, number))
    tree.arrange()
    assert nearest_of([tree, tree], (43.7, 10.4), 3, (0.0, 10.0), lambda _: 10.0) == [(0.0, 0)]
