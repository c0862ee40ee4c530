# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the words around a name make of it: a place, a place taken back, a thing, a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.ports import PlaceHeard
from bot.directory.gazetteer import Gazetteer
from bot.understanding.places import PlaceMatcher

MATCHER = PlaceMatcher(Gazetteer.load(Path(__file__).parents[2] / "data"), {"PI"})
UNKNOWN = PlaceHeard()


def heard(text: str, *, asked: bool) -> PlaceHeard:
    return MATCHER.spot(text, asked=asked).place


def one(place_id: str) -> PlaceHeard:
    return PlaceHeard("one", place_id)


@pytest.mark.parametrize(
    "text",
    [
        "non voglio andare a pisa",
        "non posso tornare a Cascina",
        "non posso più tornare a Buti",
        "basta che non sia Buti",
        "'un sto a Pisa",
        "non mi trovo a Pisa",
        "I don't live in Pisa",
        "I don't want to go to Pisa",
        "I can't go back to Cascina",
        "no quiero ir a Pisa",
        "je ne veux pas aller à Pise",
        "nu vreau sa merg la Pisa",
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_a_place_where_somebody_does_not_want_to_go_is_no_answer(text: str, *, asked: bool) -> None:
    assert heard(text, asked=asked) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("non voglio andare a Pisa ma a Pontedera", "pontedera-pi"),
        ("non ho la macchina, sto a Buti", "buti-pi"),
        ("non so dove andare, sono a Cascina", "cascina-pi"),
        ("non ho nessuno a Pisa", "pisa-pi"),
        ("non guido, sono a Buti", "buti-pi"),
        ("'un sto a Pisa, sto a Cascina", "cascina-pi"),
        ("preferisco Pontedera", "pontedera-pi"),
    ],
)
def test_a_denial_of_something_else_leaves_the_place(text: str, place_id: str) -> None:
    assert heard(text, asked=True) == one(place_id)


@pytest.mark.parametrize(
    "text", ["vivo in un casale", "abito in una cascina", "mi ha chiusa in una cascina", "nella cascina"]
)
def test_a_house_is_not_the_comune_called_so(text: str) -> None:
    assert heard(text, asked=False) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "place_id"),
    [("abito in una cascina a Peccioli", "peccioli-pi"), ("vivo in un casale vicino a Volterra", "volterra-pi")],
)
def test_the_place_of_a_house_is_read_behind_it(text: str, place_id: str) -> None:
    assert heard(text, asked=True) == one(place_id)


@pytest.mark.parametrize("text", ["mia figlia Luciana", "mi chiamo Marti", "mio figlio Lari ha paura", "sono Luciana"])
def test_somebody_s_name_is_not_the_hamlet_called_so(text: str) -> None:
    assert heard(text, asked=False) == UNKNOWN


def test_a_hamlet_where_somebody_s_family_lives_is_still_a_place() -> None:
    assert heard("da mia sorella a Forcoli", asked=True) == one("forcoli.palaia-pi")


@pytest.mark.parametrize("text", ["abito tra pontedera e ponsacco", "sto fra cascina e pontedera"])
def test_between_two_places_neither_is_guessed(text: str) -> None:
    assert heard(text, asked=True) == UNKNOWN


@pytest.mark.parametrize("text", ["quasi Pisa, Ghezzano", "Ghezzano, Pisa", "pisa ghezzano"])
def test_a_hamlet_beside_the_city_is_the_hamlet(text: str) -> None:
    assert heard(text, asked=True) == one("ghezzano.san-giuliano-terme-pi")


def test_a_name_of_everyday_words_counts_whole_after_in() -> None:
    assert heard("I live in Borgo San Giusto", asked=True) == one("borgo-san-giusto.volterra-pi")
    assert heard("nel campo", asked=True) == UNKNOWN


def test_above_and_behind_a_place_are_near_it() -> None:
    assert heard("sopra Calci", asked=True) == one("calci-pi")


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("sarzana", "sarzana-sp"),
        ("casal di principe", "casal-di-principe-ce"),
        ("san giuliano milanese", "san-giuliano-milanese-mi"),
    ],
)
def test_a_town_far_away_whose_name_is_all_its_own_needs_no_province(text: str, place_id: str) -> None:
    assert heard(text, asked=True) == PlaceHeard("outside", place_id)
