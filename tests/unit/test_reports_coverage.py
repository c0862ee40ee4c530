# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The coverage, counted by hand on a small directory, and the page that shows it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from io import StringIO
from math import dist

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.flow import Topic
from bot.directory.model import Area, Directory
from bot.reports.coverage import LEVELS, Coverage, coverage
from bot.reports.coverage_map import COLOURS, MARGIN, SHAPES, WIDTH, Box, labels, projected, svg
from bot.reports.coverage_page import page
from bot.reports.coverage_text import COUNTS, HEADER, LETTERS, as_csv, counts, table
from tests.unit.directory_world import OLD, TODAY, desk, directory, gazetteer, phone, service

OFFICE = "Mo-Fr 09:00-18:00; PH off"
ANYONE = frozenset({"anyone"})
TOPICS = {
    "violence_self": Topic("violence_self", frozenset({"women", "anyone"}), ("line",)),
    "minors": Topic("minors", frozenset({"minors", "anyone"})),
    "work": Topic("work", frozenset({"workers", "anyone"})),
    "balance": Topic("balance", frozenset({"workers", "anyone"})),
}
LINE = service("line", phone("1522", "24/7"), kind="helpline", area=Area(italy=True), audiences=ANYONE)
URGENT = service(
    "urgent", phone("112", "24/7"), kind="emergency", area=Area(italy=True), audiences=ANYONE,
    topics=frozenset(), also=frozenset({"violence_self", "minors"}),
)  # fmt: skip
# Names two comuni and has a desk in one; of a kind that does not take whoever comes.
LOCAL = service(
    "local", phone("050561628", OFFICE), sites=(desk("pisa-pi", OFFICE),), kind="consultorio",
    area=Area(comuni=frozenset({"pisa-pi", "calci-pi"})),
)  # fmt: skip
# For the whole province, one desk, no telephone.
HOSPITAL = service(
    "hospital", sites=(desk("volterra-pi", "24/7"),), kind="hospital", topics=frozenset(),
    also=frozenset({"minors"}), audiences=ANYONE,
)  # fmt: skip
REGIONAL = service(
    "regional", phone("0554384848"), kind="equality_body", topics=frozenset({"work"}), audiences=ANYONE,
    area=Area(regions=frozenset({"Toscana"})),
)  # fmt: skip
EXPIRED = service(
    "expired", phone("06164164", source=OLD), kind="public_line", topics=frozenset({"balance"}), audiences=ANYONE,
    area=Area(italy=True),
)  # fmt: skip
NAME_ONLY = service("name-only", topics=frozenset({"balance"}), audiences=ANYONE, kind="public_office")
ALL = directory(LINE, URGENT, LOCAL, HOSPITAL, REGIONAL, EXPIRED, NAME_ONLY)


@cache
def found(of: Directory = ALL, day: date = TODAY) -> Coverage:
    return coverage(of, gazetteer(), TOPICS, day)


def levels(topic: str) -> dict[str, int]:
    return {level: number for level, number in found().tally(topic).levels.items() if number}


def test_every_comune_of_the_network_is_asked_about_every_topic() -> None:
    assert len(found().comuni) == 37
    assert len(found().cells) == 37 * len(TOPICS)


def test_levels_are_counted_as_by_hand() -> None:
    assert levels("violence_self") == {"local": 2, "national": 35}
    assert levels("minors") == {"local": 1, "zone": 36}
    assert levels("work") == {"regional": 37}
    assert levels("balance") == {"none": 37}


def test_a_hole_is_where_nothing_may_be_shown_even_if_a_name_is_known() -> None:
    holes = found().holes()
    assert Counter(cell.topic for cell in holes) == {"balance": 37}
    assert {(cell.service, cell.km, cell.phone) for cell in holes} == {(None, None, False)}
    assert found().total().levels["none"] == 37


def test_desks_and_answers_without_a_telephone_are_counted() -> None:
    violence, minors = found().tally("violence_self"), found().tally("minors")
    assert (violence.doors, violence.mute) == (1, 0)
    assert (minors.doors, minors.mute) == (1, 37)
    assert (found().tally("balance").doors, found().tally("balance").mute) == (0, 0)


def test_who_answers_at_night_and_on_christmas_is_the_line_that_is_surely_open() -> None:
    answering = {topic: {(cell.night, cell.christmas) for cell in found().of(topic)} for topic in TOPICS}
    assert answering == {
        "violence_self": {("line", "line")},
        "minors": {("urgent", "urgent")},
        "work": {(None, None)},
        "balance": {(None, None)},
    }
    total = found().total()
    assert (total.night_nobody, total.night_emergency) == (74, 37)
    assert (total.christmas_nobody, total.christmas_emergency) == (74, 37)


def test_a_line_that_is_open_on_holidays_alone_counts_for_christmas_alone() -> None:
    festive = service(
        "festive", phone("0554384848", "Mo-Su off; PH 10:00-14:00"), area=Area(italy=True), audiences=ANYONE,
        topics=frozenset({"balance"}), kind="helpline",
    )  # fmt: skip
    tally = found(directory(festive)).tally("balance")
    assert (tally.night_nobody, tally.christmas_nobody) == (37, 0)


def test_distances_are_those_of_the_nearest_desk() -> None:
    cells = found().cells
    assert cells["pisa-pi", "violence_self"].km == pytest.approx(0)
    assert cells["calci-pi", "violence_self"].km == pytest.approx(9.5, abs=2.5)
    assert cells["lajatico-pi", "violence_self"].km is None


def test_on_a_day_when_all_sources_are_old_only_the_lines_that_never_vanish_are_left() -> None:
    later = found(day=date(2030, 1, 1))
    assert {cell.service for cell in later.cells.values()} == {"line", "urgent", None}
    assert later.total().levels == {"local": 0, "zone": 0, "regional": 0, "national": 74, "none": 74}


def test_after_christmas_the_next_one_is_meant() -> None:
    assert found(day=date(2026, 12, 26)).tally("violence_self").christmas_nobody == 0


def test_the_table_prints_every_comune_every_count_and_every_hole() -> None:
    text = table(found())
    assert all(comune.name in text for comune in found().comuni)
    assert "Buchi: 37 su 148." in text
    assert "Congedi, famiglia e lavoro (37): in tutti i comuni" in text
    total = [*found().total().levels.values(), *counts(found().total())]
    assert "".join(f"{number:>5}" for number in total) in text
    assert len(counts(found().total())) == len(COUNTS)


def test_holes_in_a_few_comuni_are_named() -> None:
    everywhere_but_pisa = {comune.id for comune in found().comuni} - {"pisa-pi"}
    almost = service(
        "almost", phone("050561628"), topics=frozenset({"balance"}), audiences=ANYONE, kind="public_office",
        area=Area(comuni=frozenset(everywhere_but_pisa)),
    )  # fmt: skip
    assert "Congedi, famiglia e lavoro (1): Pisa" in table(found(directory(almost)))


def test_the_csv_has_a_line_for_each_comune_and_topic() -> None:
    header, *rows = csv.reader(StringIO(as_csv(found())))
    assert tuple(header) == HEADER
    assert len(rows) == len(found().cells)
    pisa = next(row for row in rows if row[1] == "pisa-pi" and row[3] == "violence_self")
    assert pisa[4:] == ["locale", "local", "sì", "sì", "0.0", "line", "line"]


def test_the_page_asks_nothing_of_anybody() -> None:
    html = page(found(), "Attribuzione")
    assert re.findall(r"""(?:src|href|action|srcset)=["'](?!#|data:,)[^"']*""", html) == []
    assert re.findall(r"https?:|//[a-z]|@import|url\(|fetch\(|XMLHttp|import\(", html) == []
    assert "default-src 'none'" in html


def test_the_page_can_be_read_aloud() -> None:
    html = page(found(), "Attribuzione")
    assert '<html lang="it">' in html
    assert html.count("<table") == html.count("<caption>") == 2 + len(TOPICS)
    assert "<td><" not in html.replace("<td><abbr", "")
    assert len(re.findall(r"<th(?! scope=)[ >]", html)) == 0
    assert re.findall(r"<h(\d)", html)[0] == "1"
    assert '<label for="topic">' in html


def test_the_page_says_the_date_the_counts_and_whose_the_data_are() -> None:
    html = page(found(), "Dati di <prova>\nseconda riga")
    assert "22 novembre 2026" in html
    assert "<strong>37</strong> senza nessuna risposta (buchi)" in html
    assert "Dati di &lt;prova&gt;<br>seconda riga" in html


def test_names_of_the_directory_cannot_become_tags() -> None:
    named = replace(LOCAL, name="<script>alert(1)</script>")
    assert "<script>alert" not in page(found(directory(named)), "")


def test_a_level_is_told_by_shape_letter_and_colour() -> None:
    assert len({*SHAPES.values()}) == len({*LETTERS.values()}) == len({*COLOURS.values()}) == len(LEVELS)


@pytest.mark.parametrize("colour", COLOURS.values())
def test_letters_are_readable_on_every_colour(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_map_holds_every_comune_north_above_south() -> None:
    comuni = found().comuni
    points, height, unit = projected(comuni)
    assert all(MARGIN <= x <= WIDTH - MARGIN and MARGIN <= y <= height - MARGIN for x, y in points.values())
    assert points["pisa-pi"].y < points["volterra-pi"].y
    assert points["pisa-pi"].x < points["volterra-pi"].x
    apart = dist(points["pisa-pi"], points["calci-pi"])
    assert apart / unit == pytest.approx(found().cells["calci-pi", "violence_self"].km, rel=0.02)


def test_no_name_of_the_shipped_network_covers_another(bundle: Bundle) -> None:
    comuni = coverage(bundle.directory, bundle.gazetteer, {}, TODAY).comuni
    points, _, _ = projected(comuni)
    boxes = []
    for place, (where, anchor) in labels(comuni, points):
        width = len(bundle.gazetteer.places[place].name) * 7
        left = where.x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        boxes.append(Box(left, where.y - 11, left + width, where.y + 3))
    assert not any(one.meets(other) for index, one in enumerate(boxes) for other in boxes[:index])
    assert all(box.left >= 0 and box.right <= WIDTH for box in boxes)


def test_a_map_of_one_comune_can_be_drawn() -> None:
    pisa = (gazetteer().places["pisa-pi"],)
    assert "Pisa</text>" in svg(pisa, lambda _: "L", "Una mappa")
