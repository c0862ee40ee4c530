# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every comune and hamlet of the province, in the phrases that people put it in: itself, asked back or not understood,
and never a place of another comune.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.ports import PlaceHeard
from bot.directory.gazetteer import Gazetteer, Place
from bot.understanding.places import PlaceMatcher

GAZETTEER = Gazetteer.load(Path(__file__).parents[2] / "data")
MATCHER = PlaceMatcher(GAZETTEER, {"PI"})
OURS = [place for place in GAZETTEER.places.values() if place.province == "PI"]
UNDERSTOOD = 0.85


def comuni(heard: PlaceHeard) -> set[str]:
    """The comuni that an answer leads to, or offers."""
    value = heard.value or ""
    return {GAZETTEER.places[place].comune for place in GAZETTEER.choices.get(value, (value,) if value else ())}


def said(phrase: str, place: Place) -> PlaceHeard:
    return MATCHER.spot(phrase.format(place.name, place.comune_name), asked=True).place


@pytest.mark.parametrize(
    "phrase",
    [
        "{}",
        "abito a {}",
        "sono di {}",
        "vicino a {}",
        "zona {}",
        "{} aiuto",
        "{}, {}",
        "I live in {}",
        "je vis à {}",
        "sto da mia sorella a {}",
        "mi trovo a {} in provincia di Pisa",
    ],
)
def test_no_place_of_ours_is_taken_for_another_comune(phrase: str) -> None:
    heard = {place.id: comuni(said(phrase, place)) for place in OURS}
    assert [place.id for place in OURS if heard[place.id] and place.comune not in heard[place.id]] == []
    assert sum(map(bool, heard.values())) / len(OURS) >= UNDERSTOOD
