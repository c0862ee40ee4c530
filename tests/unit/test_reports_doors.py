# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The machine doors: one JSON object a line in, one a line out, whatever the line is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.content.bundle import Bundle
from bot.reports import doors

NOW = "2026-11-23T10:00"


def through(bundle: Bundle, door: doors.Door, *asked: object) -> list[dict[str, Any]]:
    lines = [one if isinstance(one, str) else json.dumps(one) for one in asked]
    return [json.loads(line) for line in doors.answers(bundle, door, lines)]


def test_a_place_is_answered_with_exactly_these_keys(bundle: Bundle) -> None:
    (answer,) = through(bundle, doors.place, {"text": "Fornacette"})
    assert answer == {
        "outcome": "one",
        "places": [
            {"id": "fornacette.calcinaia-pi", "name": "Fornacette", "comune": "Calcinaia", "province": "PI"}
        ],
    }


def test_an_ambiguous_place_lists_its_places_and_an_unknown_one_lists_none(bundle: Bundle) -> None:
    many, unknown = through(bundle, doors.place, {"text": "San Martino"}, {"text": "da nessuna parte"})
    assert many["outcome"] == "many"
    assert len(many["places"]) > 1
    assert unknown == {"outcome": "unknown", "places": []}


def test_words_are_answered_with_exactly_these_keys(bundle: Bundle) -> None:
    (answer,) = through(bundle, doors.understand, {"text": "mio marito mi picchia, sto a Cascina"})
    assert set(answer) == {"intent", "place", "why"}
    assert (answer["intent"], answer["place"]) == ("violence_self", "cascina-pi")


@pytest.mark.parametrize(
    ("text", "intent"),
    [("esci", "exit"), ("0", "exit"), ("112", "emergency_now"), ("9", "emergency_now"), ("4", None), ("Pisa", "place")],
)
def test_leaving_danger_and_a_bare_place_are_intents_too(bundle: Bundle, text: str, intent: str | None) -> None:
    (answer,) = through(bundle, doors.understand, {"text": text})
    assert answer["intent"] == intent


def test_the_nearest_are_answered_with_exactly_these_keys(bundle: Bundle) -> None:
    (answer,) = through(bundle, doors.near, {"place": "cascina-pi", "topic": "violence_self", "now": NOW})
    assert set(answer) == {"services", "always"}
    for service in (*answer["services"], *answer["always"]):
        assert set(service) == {"id", "name", "km", "open", "contacts"}
        for contact in service["contacts"]:
            assert set(contact) == {"kind", "value", "printed", "label"}
    assert answer["services"][0]["id"] == "casa-della-donna"
    assert answer["services"][0]["km"] == 0.0
    assert (answer["always"][0]["id"], answer["always"][0]["open"]) == ("1522", True)


def test_who_would_rather_not_say_where_gets_services_without_distances(bundle: Bundle) -> None:
    spoken, absent = through(
        bundle,
        doors.near,
        {"place": None, "topic": "violence_self", "now": NOW},
        {"topic": "violence_self", "now": NOW},
    )
    assert spoken == absent
    assert spoken["services"]
    assert {service["km"] for service in spoken["services"]} == {None}


def test_without_a_moment_the_present_is_meant(bundle: Bundle) -> None:
    (answer,) = through(bundle, doors.near, {"place": "pisa-pi", "topic": "violence_self"})
    assert answer["always"][0]["id"] == "1522"


def test_the_same_moment_said_in_another_zone_is_answered_alike(bundle: Bundle) -> None:
    moments = ({"place": "pisa-pi", "topic": "lgbtq", "now": now} for now in (NOW, "2026-11-23T09:00+00:00"))
    italian, universal = through(bundle, doors.near, *moments)
    assert italian == universal


@pytest.mark.parametrize("door", [doors.place, doors.understand, doors.near])
@pytest.mark.parametrize("line", ["x", "[]", '"testo"', "null", "{", "[" * 100_000, "{}", '{"text": 5, "topic": []}'])
def test_a_bad_line_gets_one_sentence_and_never_stops_the_others(bundle: Bundle, door: doors.Door, line: str) -> None:
    good = {"text": "Pisa", "topic": "work"}
    refused, answered = through(bundle, door, line, good)
    assert list(refused) == ["error"]
    assert refused["error"].endswith(".")
    assert "error" not in answered


@pytest.mark.parametrize(
    "wrong",
    [
        {"topic": "nothing"},
        {"place": "atlantis"},
        {"place": []},
        {"place": {"a": 1}},
        {"place": 5},
        {"now": "ieri"},
        {"now": 5},
        {"now": "0001-01-01T00:00"},
        {"now": "9999-12-31T23:59-23:00"},
    ],
)
def test_a_wrong_value_is_refused_in_italian(bundle: Bundle, wrong: dict[str, object]) -> None:
    (answer,) = through(bundle, doors.near, {"place": "pisa-pi", "topic": "work", "now": NOW, **wrong})
    assert list(answer) == ["error"]


def test_blank_lines_are_passed_over(bundle: Bundle) -> None:
    assert len(through(bundle, doors.place, "", "  \n", {"text": "Pisa"})) == 1


def test_half_a_character_is_heard_as_text(bundle: Bundle) -> None:
    (answer,) = through(bundle, doors.understand, '{"text": "\\ud800"}')
    assert set(answer) == {"intent", "place", "why"}
