# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The comuni of the network as an SVG map of points: no boundaries, because we have none that we may publish.

A level is told by shape, letter and colour together, so that no eye needs all three. Colours are of the Okabe and Ito
palette, darkened until white letters on them have a contrast of 4.5 or more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from math import cos, radians
from typing import NamedTuple

from bot.directory.gazetteer import Place
from bot.reports.coverage import LEVELS, Level
from bot.reports.coverage_text import LETTERS, MEANINGS

WIDTH = 760.0
MARGIN = 46.0
KM_PER_DEGREE = 111.19
SCALE_KM = 10
MARK, EDGE = 11.0, 6.0
LETTER_WIDTH, LINE_HEIGHT = 7.9, 17.0
"""How much room a letter of a name takes, in the map's units, at 13 units high."""

COLOURS: Mapping[Level, str] = {
    "local": "#005b96",
    "zone": "#00694e",
    "regional": "#8a5200",
    "national": "#7a3a6b",
    "none": "#b3261e",
}
SHAPES: Mapping[Level, str] = {
    "local": '<circle r="11"/>',
    "zone": '<rect x="-10" y="-10" width="20" height="20"/>',
    "regional": '<path d="M0-14 13 10H-13Z"/>',
    "national": '<path d="M0-14 14 0 0 14-14 0Z"/>',
    "none": '<path d="M-5-12H5L12-5V5L5 12H-5L-12 5V-5Z"/>',
}


class Point(NamedTuple):
    """A place on the map, in the map's own units, y downwards."""

    x: float
    y: float


class Box(NamedTuple):
    """A piece of the map that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two pieces overlap."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


def projected(places: Sequence[Place]) -> tuple[dict[str, Point], float, float]:
    """Points of places by id, the height of the map, and how many of its units a kilometre is. Equirectangular."""
    south, north = min(place.latitude for place in places), max(place.latitude for place in places)
    west, east = min(place.longitude for place in places), max(place.longitude for place in places)
    shrink = cos(radians((south + north) / 2))
    unit = (WIDTH - 2 * MARGIN) / max((east - west) * shrink, 1e-6)
    points = {
        place.id: Point(MARGIN + (place.longitude - west) * shrink * unit, MARGIN + (north - place.latitude) * unit)
        for place in places
    }
    return points, 2 * MARGIN + (north - south) * unit, unit / KM_PER_DEGREE


def symbols() -> str:
    """Two symbols for each level, to be used by reference: full, and empty for an answer without a telephone."""
    drawn = "".join(_symbol(level, LETTERS[level]) + _symbol(level, LETTERS[level].lower()) for level in LEVELS)
    return f"<defs>{drawn}</defs>"


def _symbol(level: Level, letter: str) -> str:
    full = letter.isupper() and level != "none"
    shape, ink = (COLOURS[level], "#fff") if full else ("#fff", COLOURS[level])
    return (
        f'<g id="level-{letter}"><g fill="{shape}" stroke="{COLOURS[level]}" stroke-width="2.5">{SHAPES[level]}</g>'
        f'<text class="letter" y="5" fill="{ink}">{letter.upper()}</text></g>'
    )


def svg(places: Sequence[Place], levels: Callable[[Place], str], description: str) -> str:
    """The map. `levels` gives a place's letters, one for each topic; the first is drawn, and a script may change it."""
    points, height, unit = projected(places)
    names = dict(labels(places, points))
    marks = "".join(_mark(place, points[place.id], names[place.id], levels(place)) for place in places)
    return (
        f'<svg id="map" viewBox="0 0 {WIDTH:.0f} {height:.0f}" role="img" aria-label="{escape(description)}">'
        f"{symbols()}{_scale(height, unit)}{marks}</svg>"
    )


def legend() -> str:
    """What each shape means, as a list."""
    drawn = (
        f'<li><svg viewBox="-16 -16 32 32" aria-hidden="true"><use href="#level-{LETTERS[level]}"/></svg> '
        f"<span><strong>{LETTERS[level]}</strong>: {escape(MEANINGS[level])}</span></li>"
        for level in LEVELS
    )
    empty = "forma vuota: la risposta non ha un telefono suo"
    last = f'<li><svg viewBox="-16 -16 32 32" aria-hidden="true"><use href="#level-l"/></svg> <span>{empty}</span></li>'
    return f'<ul class="legend">{"".join(drawn)}{last}</ul>'


def labels(places: Sequence[Place], points: Mapping[str, Point]) -> Iterator[tuple[str, tuple[Point, str]]]:
    """Where the name of each place goes, and how it is anchored: the first position that touches nothing yet."""
    taken = [Box(x - MARK, y - MARK, x + MARK, y + MARK) for x, y in points.values()]
    for place in sorted(places, key=lambda place: (points[place.id].y, place.id)):
        options = list(_positions(points[place.id], len(place.name) * LETTER_WIDTH))
        free = [option for option in options if not _hits(option[0], taken)]
        box, where, anchor = (free or options)[0]
        taken.append(box)
        yield place.id, (where, anchor)


def _hits(box: Box, taken: Iterable[Box]) -> bool:
    outside = box.left < EDGE or box.right > WIDTH - EDGE
    return outside or any(box.meets(other) for other in taken)


def _positions(point: Point, width: float) -> Iterator[tuple[Box, Point, str]]:
    """Right of the mark, left of it, below, above, then the corners."""
    x, y = point
    half, gap = width / 2, MARK + 4
    starts = [
        (x + gap, y, "start"), (x - gap, y, "end"), (x, y + gap + 6, "middle"), (x, y - gap - 6, "middle"),
        (x + gap, y + 12, "start"), (x - gap, y + 12, "end"), (x + gap, y - 12, "start"), (x - gap, y - 12, "end"),
    ]  # fmt: skip
    for left, middle, anchor in starts:
        begin = left - {"start": 0.0, "middle": half, "end": width}[anchor]
        box = Box(begin, middle - LINE_HEIGHT / 2, begin + width, middle + LINE_HEIGHT / 2)
        yield box, Point(left, middle + 4.5), anchor


def _mark(place: Place, point: Point, name: tuple[Point, str], levels: str) -> str:
    where, anchor = name
    return (
        f'<g class="place" data-levels="{levels}"><use href="#level-{levels[0]}" x="{point.x:.1f}" y="{point.y:.1f}"/>'
        f'<text x="{where.x:.1f}" y="{where.y:.1f}" text-anchor="{anchor}">{escape(place.name)}</text></g>'
    )


def _scale(height: float, unit: float) -> str:
    """A bar of `SCALE_KM` kilometres, at the foot of the map."""
    y, end = height - 14, 16 + SCALE_KM * unit
    return (
        f'<g class="scale"><path d="M16 {y - 5:.1f}V{y:.1f}H{end:.1f}V{y - 5:.1f}"/>'
        f'<text x="16" y="{y - 10:.1f}">{SCALE_KM} km</text></g>'
    )
