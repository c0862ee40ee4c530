# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A text chooses its words by what screens really give; anything else is told where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.run import run_checks
from bot.checks.texts import samples, values
from bot.content.bundle import Bundle
from bot.screens.messages import NODE_TEXT, SAID
from tests.checks.fixtures import edit, told_after
from tests.conftest import TODAY

ENGLISH = "locales/en/messages.ftl"
HUMAN = "Here is who answers: 1522."


def codes(folder: Path, text: str) -> list[str]:
    return [line.split()[-1] for line in told_after(folder / "network", edit(ENGLISH, HUMAN, text))]


def chosen(variable: str, key: str) -> str:
    return f"{{ ${variable} ->\n    [{key}] Call: 1522.\n   *[other] Here is who answers: 1522.\n  }}"


@pytest.mark.parametrize(
    ("variable", "key"),
    [
        ("channel", "whatsap"),
        ("channel", "WhatsApp"),
        ("line_state", "opened"),
        ("line", "1522"),
        ("line", "nessuno"),
        ("place", "Pisaa"),
        ("phone_112_sordi", "nonne"),
    ],
)
def test_a_value_that_no_screen_gives_is_told(tmp_path: Path, variable: str, key: str) -> None:
    assert codes(tmp_path, chosen(variable, key)) == ["L30"]


@pytest.mark.parametrize(
    ("variable", "key"),
    [("channel", "terminal"), ("line_state", "unknown"), ("line", "none"), ("place", "Pisa"), ("controller", "none")],
)
def test_a_value_that_some_screen_gives_is_not(tmp_path: Path, variable: str, key: str) -> None:
    assert codes(tmp_path, chosen(variable, key)) == []


def test_a_number_is_never_what_a_screen_gives(tmp_path: Path) -> None:
    day = edit(ENGLISH, "date-day = { $day }", "date-day = { $day ->\n   [1] 1st\n  *[other] { $day }\n }")
    assert [line.split()[-1] for line in told_after(tmp_path / "network", day)] == ["L30"]


def test_what_was_meant_is_offered(tmp_path: Path) -> None:
    told_after(tmp_path / "network", edit(ENGLISH, HUMAN, chosen("channel", "whatsap")))
    (only,) = run_checks(tmp_path / "network", TODAY)
    assert only.hint == "Forse «whatsapp»? Valori possibili: telegram, terminal, whatsapp."


def test_every_value_that_is_tried_may_be_chosen_by(bundle: Bundle) -> None:
    known = values(bundle)
    for name in known.keys() & NODE_TEXT.union(*SAID.values()):
        assert {sample[name] for sample in samples(frozenset({name}))} <= known[name]
    assert {"channel", "line_state", "month", "weekday", "who", "km", "code", "place"} <= known.keys()
    assert not known.keys() & {"address", "day", "number", "when"}
