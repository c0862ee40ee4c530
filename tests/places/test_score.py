# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How many of the places that people might type are understood, by kind of difficulty.

`typed.yaml` was written by somebody who had not seen the matcher. An answer is right when outcome and place are; it is
wrong, which is worse than not understood, when it is a place of another comune.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from bot.dialogue.ports import PlaceHeard
from bot.directory.gazetteer import Gazetteer
from bot.directory.place_names import folded
from bot.understanding.places import PlaceMatcher

RIGHT_AT_LEAST = 0.95
WRONG_AT_MOST = 0.005
SMALL_WORDS = frozenset({"a", "al", "alla", "alle", "d", "del", "dell", "della", "di", "il", "la", "le", "i", "l"})


@dataclass(frozen=True)
class Case:
    """One typed text and what it should mean; `places` are written as people write them."""

    text: str
    asked: bool
    outcome: str
    places: tuple[str, ...]
    kind: str


def cases() -> list[Case]:
    rows = yaml.safe_load((Path(__file__).parent / "typed.yaml").read_text(encoding="utf-8"))
    return [_case(row) for row in rows]


def _case(row: Mapping[str, str | list[str]]) -> Case:
    places = [row["place"]] if "place" in row else row.get("places", [])
    return Case(str(row["text"]), row["asked"] == "yes", str(row["outcome"]), tuple(map(str, places)), str(row["kind"]))


def label(gazetteer: Gazetteer, place_id: str) -> tuple[frozenset[str], str]:
    """A place as comparable words, and the id of its comune."""
    place = gazetteer.places[place_id]
    return important(place.name), place.comune


def wanted(gazetteer: Gazetteer, written: str) -> tuple[frozenset[str], str]:
    name, _, home = written.rpartition(", ")
    comune = gazetteer.comune(home)
    assert comune is not None, written
    return important(name or comune.name), comune.id


def important(name: str) -> frozenset[str]:
    return frozenset(folded(name).split()) - SMALL_WORDS


def is_right(gazetteer: Gazetteer, case: Case, heard: PlaceHeard) -> bool:
    if heard.outcome != case.outcome:
        return False
    value = heard.value or ""
    found = {label(gazetteer, place) for place in gazetteer.choices.get(value, (value,) if value else ())}
    return {wanted(gazetteer, written) for written in case.places} <= found


def is_wrong(gazetteer: Gazetteer, case: Case, heard: PlaceHeard) -> bool:
    if heard.outcome not in {"one", "outside"} or heard.value is None:
        return False
    return gazetteer.places[heard.value].comune not in {wanted(gazetteer, written)[1] for written in case.places}


def report(right: Iterable[Case], wrong: Iterable[Case], every: Iterable[Case]) -> None:
    good, bad, all_of = (Counter(case.kind for case in some) for some in (right, wrong, every))
    for kind, count in all_of.items():
        sys.stdout.write(f"{kind:32} {good[kind]:4} / {count:4}   wrong {bad[kind]}\n")
    total = all_of.total()
    sys.stdout.write(f"{'all':32} {good.total() / total:.2%} of {total}   wrong {bad.total() / total:.2%}\n")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(Path(__file__).parents[2] / "data")


def test_of_the_places_typed_enough_are_right_and_hardly_any_is_wrong(gazetteer: Gazetteer) -> None:
    matcher = PlaceMatcher(gazetteer, {"PI"})
    heard = [(case, matcher.spot(case.text, asked=case.asked).place) for case in cases()]
    right = [case for case, found in heard if is_right(gazetteer, case, found)]
    wrong = [case for case, found in heard if is_wrong(gazetteer, case, found)]
    report(right, wrong, [case for case, _ in heard])
    assert len(heard) >= 400
    assert len(right) / len(heard) >= RIGHT_AT_LEAST
    assert len(wrong) / len(heard) <= WRONG_AT_MOST


def test_no_everyday_sentence_becomes_a_place_where_none_was_asked(gazetteer: Gazetteer) -> None:
    matcher = PlaceMatcher(gazetteer, {"PI"})
    silent = [case for case in cases() if case.outcome == "unknown" and not case.asked]
    assert silent
    assert [case.text for case in silent if matcher.spot(case.text, asked=False).place.outcome != "unknown"] == []
