# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Names that look like a place that we know and are another: no answer does less harm than the wrong one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.dialogue.ports import PlaceHeard
from bot.directory.gazetteer import Gazetteer
from bot.understanding.place_slips import other_ending, weight
from bot.understanding.places import PlaceMatcher

GAZETTEER = Gazetteer.load(Path(__file__).parents[2] / "data")
MATCHER = PlaceMatcher(GAZETTEER, {"PI"})
UNKNOWN = PlaceHeard()


def asked(text: str) -> PlaceHeard:
    return MATCHER.spot(text, asked=True).place


def one(place_id: str) -> PlaceHeard:
    return PlaceHeard("one", place_id)


@pytest.mark.parametrize(
    ("typed", "name"), [("pontedra", "pontedera"), ("pontedear", "pontedera"), ("bontedera", "pontedera")]
)
def test_a_letter_missing_swapped_or_near_is_one_slip(typed: str, name: str) -> None:
    assert weight(typed, name) == 1


@pytest.mark.parametrize(("typed", "name"), [("sovana", "soiana"), ("vedriano", "vecchiano"), ("cozze", "calci")])
def test_a_letter_far_from_the_right_one_counts_twice(typed: str, name: str) -> None:
    assert weight(typed, name) > 1


def test_only_the_last_vowel_makes_another_ending() -> None:
    assert other_ending("colombaia", "colombaie")
    assert not other_ending("colombaia", "colombario")
    assert not other_ending("pisan", "pisas")


@pytest.mark.parametrize("text", ["sovana", "la colombaia", "vedriano", "vetriano", "turano", "capannelle", "torsoli"])
def test_a_village_that_we_do_not_know_is_not_the_one_called_almost_so(text: str) -> None:
    assert asked(text) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("fornscette", "fornacette.calcinaia-pi"),
        ("fornaectte", "fornacette.calcinaia-pi"),
        ("larderelo", "larderello.pomarance-pi"),
        ("vicobisano", "vicopisano-pi"),
        ("san miniato bassa", "san-miniato-basso.san-miniato-pi"),
    ],
)
def test_what_a_hand_or_an_ear_gets_wrong_is_still_read(text: str, place_id: str) -> None:
    assert asked(text) == one(place_id)


@pytest.mark.parametrize(
    "text", ["treggiaia di sotto", "San Giusto di Vattelapesca", "castelvecchio vattelapesca", "villa Rossi (Montalto)"]
)
def test_a_longer_name_is_not_the_hamlet_in_it(text: str) -> None:
    assert asked(text) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("forcoli aiuto", "forcoli.palaia-pi"),
        ("fornacette esselunga", "fornacette.calcinaia-pi"),
        ("oratoio piza", "oratoio.pisa-pi"),
        ("azienda agricola tirrenia", "tirrenia.pisa-pi"),
        ("ponte a egola conceria", "ponte-a-egola.san-miniato-pi"),
        ("stazione di navacchio", "navacchio.cascina-pi"),
        ("treggiaia vicino alla chiesa", "treggiaia.pontedera-pi"),
    ],
)
def test_what_people_say_beside_a_hamlet_leaves_it_what_it_is(text: str, place_id: str) -> None:
    assert asked(text) == one(place_id)


@pytest.mark.parametrize("text", ["cascina terme", "cascina alta"])
def test_a_comune_beside_a_word_of_another_name_is_that_other_name_mistyped(text: str) -> None:
    heard = asked(text)
    assert heard.outcome == "one"
    assert (heard.value or "").endswith("casciana-terme-lari-pi")


@pytest.mark.parametrize("text", ["san firenze", "terme di firenze", "case bolzano"])
def test_a_name_far_away_inside_a_longer_one_is_not_that_city(text: str) -> None:
    assert asked(text) == UNKNOWN


def test_the_car_plate_in_a_name_is_not_what_was_mistyped() -> None:
    assert asked("calenzano ff").outcome == "many"


def test_the_names_of_valleys_are_those_of_the_data() -> None:
    elsewhere = PlaceMatcher(replace(GAZETTEER, districts=frozenset({"piana di pisa"})), {"PI"})
    assert elsewhere.spot("sto nella piana di pisa", asked=True).place == UNKNOWN
    none = PlaceMatcher(replace(GAZETTEER, districts=frozenset()), {"PI"})
    assert none.spot("sto nella piana di pisa", asked=True).place == one("pisa-pi")


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("melorie", "le-melorie.ponsacco-pi"),
        ("leccia", "la-leccia.castelnuovo-di-val-di-cecina-pi"),
        ("romito", "il-romito.pontedera-pi"),
        ("abito alla fontina", "la-fontina.san-giuliano-terme-pi"),
        ("santacroce", "santa-croce-sull-arno-pi"),
    ],
)
def test_an_article_or_a_space_left_out_changes_nothing(text: str, place_id: str) -> None:
    assert asked(text) == one(place_id)


@pytest.mark.parametrize("text", ["catena", "serra", "chiesino", "badia", "la badia", "il chiesino"])
def test_a_name_that_others_have_with_or_without_its_article_is_asked_back(text: str) -> None:
    heard = asked(text)
    assert heard.outcome == "many"
    assert len(GAZETTEER.choices[heard.value or ""]) > 1


@pytest.mark.parametrize("text", ["scala", "il casone", "la roccia"])
def test_what_is_left_of_a_name_without_its_article_is_not_read_mistyped_nor_where_it_is_a_word(text: str) -> None:
    assert asked(text) == UNKNOWN
