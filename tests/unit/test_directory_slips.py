# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips of an operator in the shipped file: each is told, at the line that was edited, with the way to go on."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.content import strict_yaml
from bot.errors import ContentError, Problem
from tests.unit.directory_world import ROOT, read

SHIPPED = (ROOT / "services_directory.yaml").read_text(encoding="utf-8")
with (ROOT / "data" / "unverified_phones.csv").open(encoding="utf-8", newline="") as stream:
    LEADS = [row["number"] for row in csv.DictReader(stream)]


def found_after(before: str, after: str) -> list[Problem]:
    """What is wrong with the shipped file with one change."""
    assert before in SHIPPED
    try:
        read(strict_yaml.load(Path("prova.yaml"), SHIPPED.replace(before, after, 1), "prova.yaml"))
    except ContentError as error:
        return list(error.problems)
    return []


def line_of(text: str) -> int:
    return SHIPPED[: SHIPPED.index(text)].count("\n") + 1


def with_number(number: str, extra: str = "") -> list[Problem]:
    start = SHIPPED.index('value: "050561628"')
    end = SHIPPED.index("\n", SHIPPED.index("printed:", start))
    return found_after(SHIPPED[start:end], f'value: "{number}"\n        printed: "{number}"{extra}')


@pytest.mark.parametrize("number", [number for number in LEADS if number.startswith("050")])
def test_a_number_that_nobody_has_called_is_refused_and_the_way_to_go_on_is_told(number: str) -> None:
    (problem,) = with_number(number)
    assert (problem.line, problem.code) == (line_of('value: "050561628"'), "D47")
    assert "Prima si chiama" in problem.hint
    assert "verified" in problem.hint


def test_a_lead_that_an_office_has_called_may_be_written() -> None:
    called = '\n        verified: {on: "2026-11-20", how: call, office: Ufficio Pari Opportunità}'
    assert with_number("050550627", called) == []


@pytest.mark.parametrize(
    "remark",
    [
        "# la casa rifugio si trova a Pisa",
        "# chi ospita: alloggio dove stanno le ospiti",
        "# vecchio numero: 800 186 086",
        "# vecchio numero: 800186086",
    ],
)
def test_remarks_may_not_say_what_the_file_may_not(remark: str) -> None:
    (problem,) = found_after("\nservices:\n", f"\nservices:\n  {remark}\n")
    assert (problem.line, problem.code) == (line_of("\nservices:\n") + 2, "D18" if "numero" in remark else "D36")


@pytest.mark.parametrize("address", ["alloggio dove stanno le ospiti, via Roma 1", "appartamento di via Roma 1"])
def test_the_address_of_a_desk_is_not_where_people_live(address: str) -> None:
    start = SHIPPED.index('        address: "')
    line = SHIPPED[start : SHIPPED.index("\n", start)]
    assert {problem.code for problem in found_after(line, f'        address: "{address}"')} == {"D36"}


@pytest.mark.parametrize("key", ["topics", "also"])
def test_a_topic_of_the_other_side_is_told_where_it_was_written(key: str) -> None:
    service = SHIPPED.index("- id: casa-della-donna")
    start = SHIPPED.index(f"    {key}: [", service)
    line = SHIPPED[start : SHIPPED.index("]", start)]
    found = found_after(SHIPPED[service : start + len(line)], f"{SHIPPED[service:start]}{line}, perpetrator")
    told = [(problem.line, "perpetrator" in problem.message) for problem in found if problem.code == "D35"]
    assert told == [(line_of(SHIPPED[start:]), True)]


@pytest.mark.parametrize(
    ("hours", "codes"),
    [("Mo-Fr 16:00-25:00; PH off", ["D28"]), ("Mo-Fr 20:00-32:00; PH off", []), ("Mo-Fr 16:00-24:00; PH off", [])],
)
def test_who_opens_by_day_does_not_close_after_midnight(hours: str, codes: list[str]) -> None:
    start = SHIPPED.index('        hours: "Mo')
    line = SHIPPED[start : SHIPPED.index("\n", start)]
    assert [problem.code for problem in found_after(line, f'        hours: "{hours}"')] == codes


@pytest.mark.parametrize("hours", ["PH off; Mo-Fr 09:00-13:00", "Mo-Fr 09:00-13:00; We 15:00-18:00; PH off"])
def test_hours_that_undo_themselves_are_refused_with_the_way_to_write_them(hours: str) -> None:
    start = SHIPPED.index('        hours: "Mo')
    line = SHIPPED[start : SHIPPED.index("\n", start)]
    (problem,) = found_after(line, f'        hours: "{hours}"')
    assert (problem.line, problem.code) == (line_of(line), "D29" if hours.startswith("PH") else "D28")
    assert "PH off" in problem.hint


@pytest.mark.parametrize("text", ["null", "~", "-", "   ", "N.D."])
def test_a_text_that_only_stands_for_one_is_not_shown_to_anybody(text: str) -> None:
    before = 'organisation: "SOS Il Telefono Azzurro"'
    (problem,) = found_after(before, f'organisation: "{text}"')
    assert (problem.line, problem.code) == (line_of(before), "D01")


def test_a_landline_is_not_said_to_be_free() -> None:
    before = 'value: "050561628"\n'
    (problem,) = found_after(before, f"{before}        cost: free\n")
    assert (problem.line, problem.code) == (line_of(before) + 1, "D16")
    assert found_after(before, f"{before}        cost: ordinary\n") == []


def test_a_relay_that_is_not_there_comes_with_what_to_write() -> None:
    (problem,) = found_after("relay: io-non-odio", "relay: zzzzzz")
    assert problem.code == "D07"
    assert problem.hint
