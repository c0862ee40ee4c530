# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What texts claim stands on something that holds today; and no text gives advice that hurts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.fixtures import Edit, edit, told_after

ITALIAN, ENGLISH, CLAIMS = "locales/it/messages.ftl", "locales/en/messages.ftl", "data/claims.yaml"
HUMAN = "human = Ecco chi risponde: 1522."
FRESH = '{source: {name: Un giornale, date: "2025-03"}}'


def says(text: str) -> Edit:
    return edit(ITALIAN, HUMAN, f"human = {text}")


def stands(entry: str, key: str = "human") -> Edit:
    return edit(CLAIMS, "claims:\n", f"claims:\n  {key}: {{{entry}}}\n")


def codes(folder: Path, *edits: Edit) -> list[str]:
    return [line.split()[-1] for line in told_after(folder / "network", *edits)]


@pytest.mark.parametrize(
    "entry",
    [
        'free: {services: ["1522"]}',
        'free: {services: ["1522", "114"]}',
        f"free: {FRESH}",
        'free: {source: {name: Un giornale, date: "2024-11"}}',
        'free: {line: "1522", source: {name: Un giornale, date: "2019"}}',
        "free: {ours: Parla di questo programma.}",
    ],
)
def test_a_claim_that_stands_on_something_passes(tmp_path: Path, entry: str) -> None:
    assert codes(tmp_path, says("Ecco chi risponde, gratis: 1522."), stands(entry)) == []


@pytest.mark.parametrize(
    "entry",
    [
        'free: {source: {name: Un giornale, date: "2024-10-31"}}',
        'free: {source: {name: Un giornale, date: "2027"}}',
        'free: {source: {name: Un giornale, date: "marzo 2025"}}',
        "free: {source: {name: Un giornale}}",
        'free: {line: "19696", source: {name: Un giornale, date: "2025-03"}}',
        "free: {services: [altrove]}",
        f'free: {{services: ["1522"], {FRESH[1:]}',
        "free: {}",
    ],
)
def test_a_claim_that_stands_on_what_does_not_hold_is_told(tmp_path: Path, entry: str) -> None:
    assert codes(tmp_path, says("Ecco chi risponde, gratis: 1522."), stands(entry)) == ["L26"]


def test_the_directory_says_nothing_of_anonymity(tmp_path: Path) -> None:
    entry = 'anonymous: {services: ["1522"]}'
    assert codes(tmp_path, says("Puoi chiamare senza dire chi sei: 1522."), stands(entry)) == ["L26"]


@pytest.mark.parametrize(("date", "found"), [("2026-01", []), ("2024-10", ["L26"])])
def test_what_the_directory_no_longer_shows_carries_no_claim(tmp_path: Path, date: str, found: list[str]) -> None:
    hours = 'hours: "Mo-Fr 09:00-13:00; PH off"\n        source: {name: Prova, date: "%s"}'
    phone = 'value: "050000012"\n        printed: "050 000012"\n        '
    toll_free = 'value: "800000012"\n        printed: "800 000012"\n        cost: free\n        '
    free = edit("services_directory.yaml", phone + hours % "2026-01", toll_free + hours % date)
    claim = [says("Ecco chi risponde, gratis: 1522."), stands("free: {services: [sportello]}")]
    assert codes(tmp_path, *claim, free) == found


def test_a_claim_in_one_language_is_one_of_the_message(tmp_path: Path) -> None:
    english = edit(ENGLISH, "human = Here is who answers: 1522.", "human = Here is who answers, free of charge: 1522.")
    assert codes(tmp_path, english) == ["L25"]
    assert codes(tmp_path / "b", english, stands(f"free: {FRESH}")) == []


def test_what_happens_on_a_call_wants_its_source_whatever_its_words(tmp_path: Path) -> None:
    unknown = edit(ITALIAN, "call-other = ", "call-sportello = Ascolta chi chiama.\ncall-other = ")
    english = edit(ENGLISH, "call-other = ", "call-sportello = It listens to who calls.\ncall-other = ")
    assert codes(tmp_path, unknown, english) == ["L25"]
    held = stands("does: {services: [sportello]}", "call-sportello")
    assert codes(tmp_path / "b", unknown, english, held) == []
    assert codes(tmp_path / "c", unknown, english, stands("does: {services: [altrove]}", "call-sportello")) == ["L26"]


@pytest.mark.parametrize(("date", "found"), [("2025-01", []), ("2024-10", ["L26"])])
def test_what_another_text_says_that_a_service_does_lasts_as_long_as_its_source(
    tmp_path: Path, date: str, found: list[str]
) -> None:
    entry = f'does: {{source: {{name: Un giornale, date: "{date}"}}}}'
    assert codes(tmp_path, says("Chi risponde ascolta: 1522."), stands(entry)) == found


def test_a_source_for_a_text_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, stands("does: {services: [sportello]}", "altrove")) == ["L27"]


def test_a_claim_of_a_label_wants_its_source_too(tmp_path: Path) -> None:
    label = edit(ITALIAN, "item-open = Scheda { $number }", "item-open = Scheda { $number }, gratis")
    assert codes(tmp_path, label) == ["L25"]


def test_a_message_that_contains_another_does_not_make_its_claims(tmp_path: Path) -> None:
    line = edit(ITALIAN, "*[other] Intanto: { $line }.", "*[other] Intanto, giorno e notte: { $line }.")
    found = told_after(tmp_path / "network", line)
    assert [entry.split()[-1] for entry in found] == ["L25"]
    assert codes(tmp_path / "b", line, stands(f"always: {FRESH}", "line")) == []


def test_what_is_said_only_of_a_line_that_is_always_open_and_free_stands_on_the_directory(tmp_path: Path) -> None:
    always = "[always] A ogni ora, giorno e notte, gratis: { $line }.\n       *[other] Intanto: { $line }."
    assert codes(tmp_path, edit(ITALIAN, "*[other] Intanto: { $line }.", always)) == []


def test_the_card_of_the_urgent_numbers_wants_its_sources_too(tmp_path: Path) -> None:
    without = edit(CLAIMS, '    always: {services: ["112", "1522", "114"]}\n', "")
    assert told_after(tmp_path / "network", without) == ["bot/emergency.py:0:0 L25"]


@pytest.mark.parametrize(
    "text",
    ["Perché resti? 1522.", "E dimmi: PERCHE' resti? 1522.", "È colpa tua? 1522.", "Prima cambia la password. 1522."],
)
def test_advice_that_hurts_is_told(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, says(text)) == ["L28"]


@pytest.mark.parametrize(
    "text",
    ["Non è colpa tua: 1522.", "Si può chiamare, perché ascoltano: 1522.", "Chiama, perché ascoltano. Va bene? 1522."],
)
def test_words_that_are_right_where_they_stand_are_not_told(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, says(text)) == []
