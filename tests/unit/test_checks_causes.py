# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever made a mistake is told that one, and whoever made none is told nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.fixtures import edit, told_after

ITALIAN, ENGLISH = "locales/it/messages.ftl", "locales/en/messages.ftl"


def test_a_misspelt_variable_is_told_as_such_and_not_as_a_number_that_is_too_far(tmp_path: Path) -> None:
    misspelt = edit(ITALIAN, "*[other] Intanto: { $line }", "*[other] Intanto: { $linea }")
    found = told_after(tmp_path / "network", misspelt)
    assert found
    assert {line.split()[-1] for line in found} == {"L05"}


@pytest.mark.parametrize(
    "text",
    [
        "Here is who answers, none of them asks your name: 1522.",
        "{ $place ->\n    [none] If none of these fits: 1522.\n   *[other] { $place }: 1522.\n  }",
    ],
)
def test_the_english_word_none_is_not_a_placeholder(tmp_path: Path, text: str) -> None:
    assert told_after(tmp_path / "network", edit(ENGLISH, "Here is who answers: 1522.", text)) == []


def test_a_placeholder_that_would_be_printed_is_told_beside_a_choice_that_prints_it_not(tmp_path: Path) -> None:
    text = "{ $place ->\n    [none] None: 1522.\n   *[other] Here: 1522.\n  } { $place }"
    found = told_after(tmp_path / "network", edit(ENGLISH, "Here is who answers: 1522.", text))
    assert [line.split()[-1] for line in found] == ["L22"]


def test_who_gives_the_way_out_another_name_is_told_that_the_last_resort_would_not_find_it(tmp_path: Path) -> None:
    renamed = [
        edit("flows/flow.yaml", "urgent: emergency, exit: exit,", "urgent: emergency, exit: leave,"),
        edit("flows/flow.yaml", "\n  exit:\n    end: erase", "\n  leave:\n    end: erase"),
        edit(ITALIAN, "\nexit = ", "\nleave = "),
        edit(ENGLISH, "\nexit = ", "\nleave = "),
    ]
    assert [line.split()[-1] for line in told_after(tmp_path / "network", *renamed)] == ["L19"]
