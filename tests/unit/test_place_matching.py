# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which place typed words mean, and when they mean none."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.ports import PlaceHeard
from bot.directory.gazetteer import Gazetteer, Place
from bot.understanding.places import PlaceMatcher

GAZETTEER = Gazetteer.load(Path(__file__).parents[2] / "data")
MATCHER = PlaceMatcher(GAZETTEER, {"PI"})
HOME = [place for place in GAZETTEER.places.values() if place.kind == "comune" and place.province == "PI"]
LETTERS = "abcdefghilmnopqrstuvz"
UNKNOWN = PlaceHeard()


def asked(text: str) -> PlaceHeard:
    return MATCHER.spot(text, asked=True).place


def unasked(text: str) -> PlaceHeard:
    return MATCHER.spot(text, asked=False).place


def one(place_id: str) -> PlaceHeard:
    return PlaceHeard("one", place_id)


def renamed(names: dict[str, str]) -> Gazetteer:
    """The gazetteer with these names only."""
    return replace(GAZETTEER, names=names)


def with_a_typo(name: str, seed: int) -> str:
    """`name` with one letter dropped, doubled, changed or swapped with the next."""
    dice = random.Random(seed)  # noqa: S311 repeatable mistakes, not secrets
    index = dice.randrange(len(name) - 1)
    changed = {
        "drop": name[:index] + name[index + 1 :],
        "double": name[: index + 1] + name[index:],
        "change": name[:index] + dice.choice(LETTERS) + name[index + 1 :],
        "swap": name[:index] + name[index + 1] + name[index] + name[index + 2 :],
    }
    return changed[dice.choice(sorted(changed))]


@pytest.mark.parametrize("comune", HOME, ids=lambda place: place.id)
def test_a_comune_of_the_province_is_found_however_its_name_is_cased_or_accented(comune: Place) -> None:
    bare = comune.name.replace("'", " ")
    for text in (comune.name, comune.name.upper(), comune.name.lower(), bare, f"abito a {comune.name}"):
        assert asked(text) == one(comune.id)


def test_a_name_with_one_random_mistake_is_nearly_always_found_and_never_taken_for_another_comune() -> None:
    names = [place for place in HOME if len(place.name) >= 6]
    tries = [(place, asked(with_a_typo(place.name.lower(), seed))) for place in names for seed in range(30)]
    right = sum(heard == one(place.id) for place, heard in tries)
    wrong = [
        heard.value
        for place, heard in tries
        if heard.outcome in {"one", "outside"} and heard.value and GAZETTEER.places[heard.value].comune != place.id
    ]
    sys.stdout.write(f"one random mistake: {right / len(tries):.2%} right, {len(wrong) / len(tries):.2%} wrong\n")
    assert right / len(tries) >= 0.97
    assert len(wrong) / len(tries) <= 0.005


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("s. giuliano t.", "san-giuliano-terme-pi"),
        ("casteln. v. cecina", "castelnuovo-di-val-di-cecina-pi"),
        ("s.croce s/arno", "santa-croce-sull-arno-pi"),
        ("S.Miniato", "san-miniato-pi"),
        ("s.m. a monte", "santa-maria-a-monte-pi"),
        ("sgt", "san-giuliano-terme-pi"),
        ("sangiulianoterme", "san-giuliano-terme-pi"),
        ("ponte dera", "pontedera-pi"),
        ("vico pisano", "vicopisano-pi"),
        ("pontaegola", "ponte-a-egola.san-miniato-pi"),
        ("ai passi", "i-passi.pisa-pi"),
        ("pontedera (pi)", "pontedera-pi"),
    ],
)
def test_shortened_and_joined_names_are_read(text: str, place_id: str) -> None:
    assert asked(text) == one(place_id)


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("je vis à Pise", "pisa-pi"),
        ("I live near Pontedera", "pontedera-pi"),
        ("aici în Pisa", "pisa-pi"),
        ("vivo cerca de Volterra", "volterra-pi"),
        ("я живу в Пизе", "pisa-pi"),
        ("أسكن في بيزا", "pisa-pi"),
        ("我住在比萨", "pisa-pi"),
        ("আমি পিসায় থাকি", "pisa-pi"),
        ("mieszkam w Pizie", "pisa-pi"),
        ("I'm in Calci", "calci-pi"),
    ],
)
def test_names_are_read_in_the_languages_of_the_people(text: str, place_id: str) -> None:
    assert asked(text) == one(place_id)


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("navacchio, cascina", "navacchio.cascina-pi"),
        ("Gello (Pontedera)", "gello.pontedera-pi"),
        ("gello di san giuliano", "gello.san-giuliano-terme-pi"),
        ("san marco pisa", "san-marco.pisa-pi"),
        ("bientina pisa", "bientina-pi"),
        ("lavoro a Pisa ma vivo a Calci", "calci-pi"),
        ("sono di Napoli ma sto a Cascina", "cascina-pi"),
        ("vicino a Pisa, a Calci", "calci-pi"),
        ("via Pisa 3, Cascina", "cascina-pi"),
        ("pontedera provincia di pisa", "pontedera-pi"),
        ("mi chiamo Laura e abito a Pontedera", "pontedera-pi"),
        ("pisa nord", "pisa-pi"),
    ],
)
def test_one_name_explains_another(text: str, place_id: str) -> None:
    assert asked(text) == one(place_id)


def test_two_places_without_a_word_that_tells_which_are_not_guessed() -> None:
    assert asked("tra cascina e pontedera") == UNKNOWN


@pytest.mark.parametrize(
    "text", ["non sono di pisa", "lontano da pisa", "non abito più a Cascina", "non a pisa", "mai a Pontedera"]
)
def test_a_place_that_is_denied_is_no_place(text: str) -> None:
    assert asked(text) == UNKNOWN


@pytest.mark.parametrize("name", ["montecatini", "castelnuovo", "san martino", "santa lucia", "casciana", "san donato"])
def test_a_shared_name_is_asked_back(name: str) -> None:
    assert asked(name) == PlaceHeard("many", name.replace(" ", "-"))


def test_a_postal_code_is_its_comune_or_a_choice() -> None:
    assert asked("56012") == unasked("56012") == unasked("cap 56012") == one("calcinaia-pi")
    assert asked("56 127") == one("pisa-pi")
    assert asked("56030") == PlaceHeard("many", "cap-56030")
    assert asked("20121") == PlaceHeard("outside", "milano-mi")
    assert asked("00000") == UNKNOWN


def test_a_number_in_a_sentence_is_a_postal_code_only_where_a_place_was_asked() -> None:
    assert asked("il mio cap dovrebbe essere 56021, credo") == one("cascina-pi")
    assert unasked("gli ho prestato 56021 euro") == UNKNOWN


def test_elsewhere_in_italy_is_outside_with_its_place() -> None:
    assert asked("Reggio Emilia") == PlaceHeard("outside", "reggio-nell-emilia-re")
    assert asked("livorn") == PlaceHeard("outside", "livorno-li")
    assert asked("castro (le)") == PlaceHeard("outside", "castro-le")


@pytest.mark.parametrize("text", ["Parigi", "Bucarest", "romania", "kiev", "المغرب"])
def test_abroad_is_outside_without_a_place(text: str) -> None:
    assert asked(text) == PlaceHeard("outside")
    assert unasked(text) == UNKNOWN


def test_the_country_where_somebody_comes_from_is_not_where_they_are() -> None:
    assert asked("vengo dalla Romania") == UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        "casa",
        "calcio",
        "paese",
        "mare",
        "lavoro",
        "pace",
        "bagni",
        "piazza",
        "vicino",
        "non lo so",
        "boh",
        "nord",
        "qui",
        "mia sorella",
        "Bianca",
        "Atlantide",
        "la luna",
        "salve",
        "ora",
        "male",
        "in fabbrica",
        "alla stazione",
        "vicino al fiume",
        "provincia di pisa",
        "val di cecina",
        "none",
        "kill",
        "miedo",
        "112",
        "",
        "...",
    ],
)
def test_everyday_words_are_not_places_even_where_a_place_was_asked(text: str) -> None:
    assert asked(text) == UNKNOWN


def test_a_real_name_that_is_also_a_word_counts_only_alone_or_after_a_verb_of_living() -> None:
    assert asked("prato") == PlaceHeard("outside", "prato-po")
    assert asked("calci") == one("calci-pi")
    assert asked("mi ha preso a calci") == unasked("mi ha preso a calci") == UNKNOWN
    assert unasked("abito a Calci") == unasked("sono di Calci") == one("calci-pi")
    assert unasked("calci") == unasked("sto a Calci") == one("calci-pi")
    assert unasked("prato") == UNKNOWN


@pytest.mark.parametrize("text", ["abito a Cascina", "sono di Buti", "un consultorio a san miniato", "Santa Croce"])
def test_a_clear_statement_counts_where_no_place_was_asked(text: str) -> None:
    assert unasked(text).outcome == "one"


@pytest.mark.parametrize(
    "text", ["pontedra", "sangiulianoterme", "il bimbo ha mangiato la pastina", "gioca a calcio", "mi mena"]
)
def test_mistakes_and_everyday_words_do_not_count_where_no_place_was_asked(text: str) -> None:
    assert unasked(text) == UNKNOWN


@pytest.mark.parametrize("text", ["Sovrana", "faglia", "Tatiana", "sardegna", "celentano"])
def test_a_word_that_is_written_well_is_never_taken_for_a_mistyped_name(text: str) -> None:
    assert asked(text).outcome != "one"


def test_two_names_equally_far_are_not_guessed() -> None:
    matcher = PlaceMatcher(renamed({"altopiano": "pisa-pi", "altopieno": "buti-pi"}), {"PI"})
    assert matcher.spot("altopiono", asked=True).place == UNKNOWN
    assert matcher.spot("altopianno", asked=True).place == one("pisa-pi")


def test_a_comune_is_preferred_to_a_hamlet_that_is_equally_far() -> None:
    matcher = PlaceMatcher(renamed({"altopiano": "fornacette.calcinaia-pi", "altopieno": "buti-pi"}), {"PI"})
    assert matcher.spot("altopiono", asked=True).place == one("buti-pi")


def test_a_name_of_the_network_is_preferred_to_one_outside_that_is_equally_far() -> None:
    matcher = PlaceMatcher(renamed({"altopiano": "lucca-lu", "altopieno": "buti-pi"}), {"PI"})
    assert matcher.spot("altopiono", asked=True).place == one("buti-pi")
    assert matcher.spot("altopiano", asked=True).place == PlaceHeard("outside", "lucca-lu")


@given(st.text(), st.booleans())
def test_any_text_has_an_answer_made_of_known_ids(text: str, was_asked: bool) -> None:
    heard = MATCHER.spot(text, asked=was_asked).place
    assert heard.outcome in {"one", "many", "outside", "unknown"}
    assert heard.value is None or heard.value in GAZETTEER.places or heard.value in GAZETTEER.choices
    assert (heard.outcome == "many") == (heard.value in GAZETTEER.choices)


@given(st.lists(st.sampled_from(["a", "di", "pisa", "calci", "non", "abito", "via", "56012", "san"]), max_size=400))
def test_long_texts_of_names_have_an_answer(words: list[str]) -> None:
    assert asked(" ".join(words)).outcome in {"one", "many", "outside", "unknown"}


@given(st.text(max_size=60))
def test_the_same_words_always_mean_the_same(text: str) -> None:
    assert asked(text) == asked(text)


@pytest.mark.parametrize(
    "text", ["torretta", "abito a Torretta", "la casina", "sorrezzana", "palagetto", "il prato", "il molino"]
)
def test_a_name_that_may_be_a_hamlet_we_do_not_know_is_not_the_far_comune_called_almost_so(text: str) -> None:
    assert asked(text) == UNKNOWN


def test_a_doubtful_name_is_asked_back_and_never_another_comune_of_ours() -> None:
    assert asked("ponsano").outcome == "many"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("torretta pa", "torretta-pa"),
        ("torretta palermo", "torretta-pa"),
        ("Torretta, in provincia di Palermo, PA", "torretta-pa"),
        ("roma", "roma-rm"),
        ("prato", "prato-po"),
        ("milano", "milano-mi"),
        ("livrno", "livorno-li"),
        ("fucechio", "fucecchio-fi"),
    ],
)
def test_a_far_city_or_a_comune_with_its_province_needs_no_question(text: str, place: str) -> None:
    assert asked(text) == PlaceHeard("outside", place)


@pytest.mark.parametrize("text", ["ponte a signa", "molino del calambrone", "podere calambrone"])
def test_a_longer_name_of_a_hamlet_is_not_the_place_in_its_end(text: str) -> None:
    assert asked(text) == UNKNOWN


@pytest.mark.parametrize(
    ("text", "place"), [("centro antiviolenza pisa", "pisa-pi"), ("consultorio Pontedera", "pontedera-pi")]
)
def test_the_comune_after_what_is_looked_for_is_a_place_wherever_it_is_typed(text: str, place: str) -> None:
    assert unasked(text) == one(place)
    assert unasked(f"non {text}") == UNKNOWN
