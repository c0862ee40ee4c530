# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is heard of where somebody lives or is, on screens that did not ask for a place."""

from __future__ import annotations

import pytest

from bot.dialogue.ports import PlaceHeard
from tests.unit.test_place_matching import UNKNOWN, asked, one, unasked


@pytest.mark.parametrize(
    "text",
    ["abito a Londra", "sono in germania, a berlino", "I live in Manchester", "mi picchia, vivo negli Stati Uniti"],
)
def test_who_says_that_they_live_abroad_is_heard_where_no_place_was_asked(text: str) -> None:
    assert asked(text) == unasked(text) == PlaceHeard("outside")


@pytest.mark.parametrize("text", ["non vivo a Londra", "vivo lontano da Londra", "sono di Parigi", "lui vive a Londra"])
def test_abroad_where_somebody_does_not_live_is_no_place(text: str) -> None:
    assert unasked(text) == UNKNOWN


def test_in_the_province_is_not_the_province() -> None:
    assert asked("vivo in provincia, a Ponsacco") == unasked("vivo in provincia, a Ponsacco") == one("ponsacco-pi")
    assert unasked("abito in provincia di Pisa") == UNKNOWN


def test_wrong_spaces_count_after_a_verb_of_living() -> None:
    assert unasked("sto a santacroce sull arno") == one("santa-croce-sull-arno-pi")
    assert unasked("abito a ponte dera e mi picchia") == one("pontedera-pi")
