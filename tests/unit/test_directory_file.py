# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The file of operators: every check has a smallest file that it refuses, and the shipped file passes them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content import strict_yaml
from bot.content.directory_reading import date_hint, partial_date
from bot.content.directory_schema import DirectoryFile
from bot.directory.freshness import visible
from bot.directory.model import AUDIENCES, KINDS, Area, PartialDate
from bot.errors import ContentError, Problem
from tests.unit.directory_world import ROOT, TODAY, read, shipped

FIXTURES = sorted((ROOT / "tests/checks").glob("D[0-9][0-9]"))
SHIPPED = (ROOT / "services_directory.yaml").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"^\| (D\d\d) \|", (ROOT / "docs/checks.md").read_text(encoding="utf-8"), re.MULTILINE)
USED = {
    code
    for path in (ROOT / "bot/content").glob("directory_*.py")
    for code in re.findall(r'"(D\d\d)"', path.read_text(encoding="utf-8"))
}


def problems(text: str) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        read(strict_yaml.load(Path("prova.yaml"), text, "prova.yaml"))
    return list(caught.value.problems)


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """Codes and messages for the shipped file with one change."""
    assert before in SHIPPED
    return [(problem.code, problem.message) for problem in problems(SHIPPED.replace(before, after, 1))]


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda folder: folder.name)
def test_each_check_refuses_its_smallest_file_and_says_where(folder: Path) -> None:
    found = problems((folder / "services_directory.yaml").read_text(encoding="utf-8"))
    expected = (folder / "expected").read_text(encoding="utf-8").split("\n")
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in found] == [
        line for line in expected if line
    ]
    assert {problem.code for problem in found} == {folder.name}
    assert all(problem.hint for problem in found)


def test_every_code_is_used_documented_and_has_its_file() -> None:
    assert sorted(USED) == sorted(DOCUMENTED) == [folder.name for folder in FIXTURES]


def test_the_shipped_file_passes_every_check() -> None:
    assert len(shipped().services) == 54


def test_all_problems_of_a_file_come_at_once() -> None:
    text = SHIPPED.replace('printed: "050 561628"', 'printed: "050 561682"').replace(
        "relay: io-non-odio", "relay: nessuno", 1
    )
    assert {problem.code for problem in problems(text)} == {"D12", "D07"}


def test_a_mistyped_key_is_told_with_its_line() -> None:
    (problem,) = problems(SHIPPED.replace("    relay: io-non-odio", "    rely: io-non-odio", 1))
    assert problem.code == "D01"
    assert "relay" in problem.hint
    assert SHIPPED.splitlines()[problem.line - 1].strip() == "relay: io-non-odio"


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (
            "audiences: [perpetrators]\n    area: [Provincia PI]",
            "audiences: [perpetrators, anyone]\n    area: [Provincia PI]",
            "D35",
        ),
        ("topics: [perpetrator]", "topics: [perpetrator, violence_self]", "D35"),
        ('value: "https://associazionelui.it"', 'value: "https://www.1522.eu"', "D35"),
        (
            "audiences: [women]\n    area: [Provincia PI]",
            "audiences: [women, perpetrators]\n    area: [Provincia PI]",
            "D35",
        ),
    ],
)
def test_the_firewall_holds_from_both_sides(before: str, after: str, code: str) -> None:
    assert {found for found, _ in changed(before, after)} == {code}


def test_a_mens_centre_may_not_share_a_door_with_a_centre_for_women() -> None:
    before = '      - comune: Livorno (LI)\n        source: {name: "Toscana'
    after = '      - comune: Livorno (LI)\n        address: "largo strozzi, 3"\n        source: {name: "Toscana'
    assert {code for code, _ in changed(before, after)} == {"D35"}


def test_a_mens_centre_may_not_be_relayed_to_the_line_for_women_nor_the_reverse() -> None:
    link = "https://www.toscanamedianews.it"
    men = f'    area: [Provincia PI]\n    source: {{name: "Toscana Media News", date: "2025-06-12", url: "{link}'
    assert "D35" in {code for code, _ in changed(men, f'    relay: "1522"\n{men}')}
    assert "D35" in {code for code, _ in changed("relay: gay-help-line", "relay: lui")}


@pytest.mark.parametrize("number", ["112", "1522", "114"])
def test_an_emergency_line_can_be_neither_hidden_nor_taken_away_nor_given_hours(number: str) -> None:
    start = SHIPPED.index(f'  - id: "{number}"')
    block = SHIPPED[start : SHIPPED.index("\n\n", start)]
    for spoiled in (
        block + "\n    status: hidden",
        block.replace('hours: "24/7"', "hours: unknown"),
        block.replace(f'value: "{number}"', 'value: "19696"').replace(f'printed: "{number}"', 'printed: "1.96.96"'),
    ):
        assert "D39" in {problem.code for problem in problems(SHIPPED.replace(block, spoiled))}


def test_the_network_must_name_the_three_numbers() -> None:
    assert {code for code, _ in changed('emergency: ["112", "1522", "114"]', 'emergency: ["112"]')} == {"D39"}


def test_a_shared_number_is_accepted_where_both_are_meant() -> None:
    text = SHIPPED.replace(
        'value: "0587273111"\n        printed: "0587 273111"', 'value: "050992111"\n        printed: "050 992111"'
    )
    assert {problem.code for problem in problems(text)} == {"D17", "D19"}
    allowed = SHIPPED.replace('printed: "800 600 500"', 'printed: "800 290 290"\n        shared_with: [antitratta]')
    both = read(strict_yaml.load(Path("prova.yaml"), allowed.replace('value: "800600500"', 'value: "800290290"')))
    assert both.services["satis"].contacts[0].value == "800290290"


def test_what_is_written_is_what_the_domain_holds() -> None:
    centre = shipped().services["casa-della-donna"]
    assert (centre.kind, centre.relay, centre.area) == (
        "anti_violence_centre",
        "1522",
        Area(provinces=frozenset({"PI"})),
    )
    assert [(contact.value, contact.printed, contact.hours) for contact in centre.contacts] == [
        ("050561628", "050 561628", None)
    ]
    assert centre.contacts[0].source.date == PartialDate(2024, 11)
    assert [site.place for site in centre.sites][:3] == ["pisa-pi", "vicopisano-pi", "vecchiano-pi"]
    assert centre.sites[1].address_source is not None
    assert centre.sites[1].approximate
    assert [site.by_appointment for site in centre.sites][-3:] == [True, True, True]
    assert shipped().services["112"].topics == frozenset()
    assert shipped().network.patron_days == {"pisa-pi": (6, 17)}
    assert shipped().network.zones["valli-etrusche"][1][0] == "casale-marittimo-pi"


def test_the_zones_hold_every_comune_of_the_province_once() -> None:
    comuni = [place for _, places in shipped().network.zones.values() for place in places]
    assert len(comuni) == len(set(comuni)) == 37


def test_nothing_is_verified_yet_so_in_live_mode_only_the_emergency_lines_are_there() -> None:
    live = replace(shipped().network, show="verified")
    kept = [each for each in (visible(each, live, TODAY) for each in shipped().services.values()) if each]
    assert [each.id for each in kept if each.contacts or each.sites] == ["112", "1522", "114"]


def test_a_service_with_confidential_premises_has_no_desk() -> None:
    assert shipped().services["sportello-interuniversitario"].sites == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", PartialDate(2024)),
        ("2024-11", PartialDate(2024, 11)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("2023-02-29", None),
        ("2024-13", None),
        ("24-11-2024", None),
        ("", None),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(text: str, expected: PartialDate | None) -> None:
    assert partial_date(text) == expected


def test_a_date_in_italian_order_is_turned_round_in_the_hint() -> None:
    assert "2024-11-05" in date_hint("5/11/2024")


def test_every_field_has_words_for_the_editor_and_lists_say_what_they_allow() -> None:
    schema = DirectoryFile.model_json_schema()
    parts = [schema, *schema["$defs"].values()]
    fields = [field for part in parts for field in part.get("properties", {}).values()]
    assert len(fields) > 50
    assert all(field.get("description") for field in fields)
    assert schema["$defs"]["ServiceFile"]["properties"]["kind"]["enum"] == list(KINDS)
    assert schema["$defs"]["ServiceFile"]["properties"]["audiences"]["items"]["enum"] == list(AUDIENCES)
