# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The shipped directory against an independent copy of the researched facts."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator

import pytest

from bot.content import strict_yaml
from bot.content.refuges import secret_word
from bot.directory.model import DIALLED, Contact
from bot.directory.phones import faults
from tests.unit.directory_world import ROOT, shipped

RECORDS = strict_yaml.load(ROOT / "tests/facts/id_map.yaml").data["records"]
REFUGES = strict_yaml.load(ROOT / "tests/facts/refuges.yaml").data
with (ROOT / "tests/facts/facts_phones.csv").open(encoding="utf-8", newline="") as stream:
    PHONES = list(csv.DictReader(stream))
with (ROOT / "data/blocked_phones.csv").open(encoding="utf-8", newline="") as stream:
    BLOCKED = {row["number"] for row in csv.DictReader(stream)}
with (ROOT / "data/unverified_phones.csv").open(encoding="utf-8", newline="") as stream:
    UNVERIFIED = {row["number"] for row in csv.DictReader(stream)}
SEED = 20261122
MUTATIONS = 10_000


def numbers() -> Iterator[tuple[str, Contact]]:
    for service in shipped().services.values():
        for contact in service.contacts:
            if contact.kind in DIALLED:
                yield service.id, contact


def ours(facts_id: str) -> str:
    return str(RECORDS[facts_id].get("service", ""))


def may_be_shown(facts_id: str) -> bool:
    return str(RECORDS[facts_id]["publish"]).startswith("yes")


def test_every_number_is_a_showable_one_of_its_own_record_in_both_copies() -> None:
    showable = {(ours(row["facts_id"]), row["dial"], row["printed"]) for row in PHONES if row["kind"] == "showable"}
    assert {(service, contact.value, contact.printed) for service, contact in numbers()} == showable


def test_a_number_that_nobody_has_called_yet_is_a_lead_and_never_showable() -> None:
    """`showable` may be shown; `lead` and `unverified` wait for an operator's call; `alias` leads to 112; `blocked` is
    never used.
    """
    wanted = {"lead": {"verify_by_phone_first"}, "alias": {"no_teach_112_instead"}}
    allowed = {"showable": {row["publish"] for row in PHONES if may_be_shown(row["facts_id"])}, **wanted}
    judged = [row for row in PHONES if row["kind"] in allowed]
    assert [row for row in judged if row["publish"] not in allowed[row["kind"]]] == []
    assert all(row["publish"] == RECORDS[row["facts_id"]]["publish"] for row in PHONES)
    leads = {row["dial"] for row in PHONES if row["kind"] == "lead"}
    assert leads.isdisjoint(contact.value for _, contact in numbers())


def test_no_number_is_blocked_anywhere_in_the_facts() -> None:
    refused = {row["dial"] for row in PHONES if row["kind"] == "blocked"} | BLOCKED
    assert {contact.value for _, contact in numbers()} & refused == set()


def test_no_number_of_a_record_that_may_not_be_shown_is_in_the_file() -> None:
    hidden = {row["dial"] for row in PHONES if not may_be_shown(row["facts_id"])}
    shown = {row["dial"] for row in PHONES if row["kind"] == "showable"}
    assert {contact.value for _, contact in numbers()} & (hidden - shown) == set()


def test_every_number_that_the_facts_block_is_on_our_list() -> None:
    assert {row["dial"] for row in PHONES if row["kind"] == "blocked"} == BLOCKED


def test_every_number_that_nobody_has_called_yet_is_on_our_list() -> None:
    leads = {row["dial"] for row in PHONES if row["kind"] in ("lead", "unverified")}
    assert leads == UNVERIFIED
    assert leads.isdisjoint(BLOCKED | {contact.value for _, contact in numbers()})


def test_every_record_is_in_the_file_or_says_why_not() -> None:
    kept = {str(record["service"]) for record in RECORDS.values() if "service" in record}
    assert len(RECORDS) == 139
    assert kept == set(shipped().services)
    assert all(may_be_shown(facts_id) for facts_id, record in RECORDS.items() if "service" in record)
    assert all(record["why"] for record in RECORDS.values() if "service" not in record)


def test_no_number_hides_in_the_text_of_the_file() -> None:
    refused = {row["dial"] for row in PHONES if row["kind"] != "showable"}
    written = re.sub(r"[ ./-]", "", (ROOT / "services_directory.yaml").read_text(encoding="utf-8"))
    assert {number for number in refused if len(number) > len("116006") and number in written} == set()


@pytest.mark.parametrize("text", REFUGES["hostile"])
def test_a_place_that_must_stay_secret_cannot_be_written(text: str) -> None:
    assert secret_word(text) is not None


@pytest.mark.parametrize("text", REFUGES["innocent"])
def test_words_that_betray_nobody_can_be_written(text: str) -> None:
    assert secret_word(text) is None


def test_hostile_texts_are_many_and_the_whole_shipped_file_holds_none_of_those_words() -> None:
    assert len(REFUGES["hostile"]) >= 50
    lines = (ROOT / "services_directory.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if secret_word(line)] == []


def mutated(text: str, chance: random.Random) -> str:
    """One slip of a typist: a wrong digit, two digits swapped, one missing, one too many."""
    places = [place for place, character in enumerate(text) if character.isdecimal()]
    here = chance.choice(places)
    slip = chance.choice(("edit", "swap", "drop", "double"))
    if slip == "edit":
        return text[:here] + chance.choice([digit for digit in "0123456789" if digit != text[here]]) + text[here + 1 :]
    if slip == "drop":
        return text[:here] + text[here + 1 :]
    if slip == "double":
        return text[:here] + text[here] + text[here:]
    there = chance.choice(places)
    characters = list(text)
    characters[here], characters[there] = characters[there], characters[here]
    return "".join(characters)


def test_ten_thousand_slips_in_one_copy_are_all_caught() -> None:
    chance = random.Random(SEED)  # noqa: S311 - slips of a typist, the same at every run
    known = [(contact.value, contact.printed) for _, contact in numbers()]
    survivors, tried = [], 0
    while tried < MUTATIONS:
        value, printed = chance.choice(known)
        first = chance.random() < 0.5
        spoiled = (mutated(value, chance), printed) if first else (value, mutated(printed, chance))
        if re.sub(r"\D", "", "".join(spoiled)) == re.sub(r"\D", "", value + printed):
            continue  # two equal digits swapped: nothing was spoiled
        tried += 1
        survivors += [] if faults(*spoiled) else [spoiled]
    assert survivors == []


def test_the_same_slip_in_both_copies_is_what_two_copies_cannot_see() -> None:
    assert faults("050561682", "050 561682") == []
