# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The places of Italy that ship with the project, and what their names mean."""

from __future__ import annotations

import csv
import re
import shutil
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.ports import PlaceHeard
from bot.directory.gazetteer import Gazetteer, Place
from bot.directory.geo import distance_km
from bot.directory.place_names import MOST, Named, folded, meanings

DATA = Path(__file__).parents[2] / "data"
LOADED = Gazetteer.load(DATA)
PLACES = list(LOADED.places.values())
COMUNI = [place for place in PLACES if place.kind == "comune"]
HAMLETS = [place for place in PLACES if place.kind == "hamlet"]
WORLD = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def rows(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def place(place_id: str) -> Place:
    return LOADED.places[place_id]


def named(place_id: str, key: str, *, hamlet: bool = False, home: bool = False, near: bool = False) -> Named:
    return Named(place_id, key, place_id.rpartition(".")[2], hamlet, home, near or home, 0.0)


def test_every_comune_in_force_is_there() -> None:
    assert len(COMUNI) == 7894
    assert len({comune.istat for comune in COMUNI}) == 7894
    assert all(re.fullmatch(r"\d{6}", comune.istat) for comune in COMUNI)


def test_the_province_has_its_37_comuni_and_hundreds_of_hamlets() -> None:
    assert sum(comune.province == "PI" for comune in COMUNI) == 37
    assert {hamlet.comune for hamlet in HAMLETS if hamlet.province == "PI"} <= {comune.id for comune in COMUNI}
    assert sum(hamlet.province == "PI" for hamlet in HAMLETS) >= 400


def test_every_comune_of_the_province_but_the_smallest_has_hamlets() -> None:
    with_hamlets = {hamlet.comune_name for hamlet in HAMLETS if hamlet.province == "PI"}
    every = {comune.name for comune in COMUNI if comune.province == "PI"}
    assert every - with_hamlets == {"Casale Marittimo", "Orciano Pisano"}


def test_there_are_110_provinces_and_20_regions() -> None:
    assert len({comune.province for comune in COMUNI}) == 110
    assert len({comune.region for comune in COMUNI}) == 20


def test_every_point_is_in_italy() -> None:
    assert all(35.4 < some.latitude < 47.2 and 6.6 < some.longitude < 18.6 for some in PLACES)


def test_hamlets_are_close_to_the_seat_of_their_comune() -> None:
    far = [
        hamlet.id
        for hamlet in HAMLETS
        if distance_km(hamlet.latitude, hamlet.longitude, place(hamlet.comune).latitude, place(hamlet.comune).longitude)
        > 25
    ]
    assert far == []


def test_an_approximate_point_is_near_the_seat_and_says_so() -> None:
    assert place("ghezzano.san-giuliano-terme-pi").approximate
    assert not place("fornacette.calcinaia-pi").approximate
    assert not any(comune.approximate for comune in COMUNI)


def test_every_comune_has_postal_codes_of_five_digits() -> None:
    assert all(comune.postal_codes for comune in COMUNI)
    assert all(re.fullmatch(r"\d{5}", code) for code in chain(*(comune.postal_codes for comune in COMUNI)))


def test_ids_say_the_name_and_the_province() -> None:
    assert place("calcinaia-pi").name == "Calcinaia"
    assert place("fornacette.calcinaia-pi").comune == "calcinaia-pi"
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)?-[a-z]{2}", some.id) for some in PLACES)


def test_no_choice_has_the_id_of_a_place() -> None:
    assert LOADED.choices.keys().isdisjoint(LOADED.places)


def test_a_choice_has_two_to_six_places_that_exist_and_no_double() -> None:
    for places in LOADED.choices.values():
        assert 2 <= len(places) <= MOST
        assert len(set(places)) == len(places)
        assert set(places) <= LOADED.places.keys()


def test_every_name_means_a_place_or_a_choice() -> None:
    assert set(LOADED.names.values()) <= LOADED.places.keys() | LOADED.choices.keys()


def test_choices_are_the_same_every_time() -> None:
    again = Gazetteer.load(DATA)
    assert again.choices == LOADED.choices
    assert again.names == LOADED.names


@pytest.mark.parametrize("comune", [comune for comune in COMUNI if comune.province == "PI"], ids=lambda some: some.id)
def test_the_name_of_a_comune_of_the_province_means_it(comune: Place) -> None:
    assert LOADED.names[folded(comune.name)] == comune.id


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("san giuliano", "san-giuliano-terme-pi"),
        ("santa croce", "santa-croce-sull-arno-pi"),
        ("castelfranco", "castelfranco-di-sotto-pi"),
        ("montopoli", "montopoli-in-val-d-arno-pi"),
        ("lari", "lari.casciana-terme-lari-pi"),
        ("ponte a egola", "ponte-a-egola.san-miniato-pi"),
        ("montemagno", "montemagno.calci-pi"),
        ("prato", "prato-po"),
        ("leghorn", "livorno-li"),
        ("calcio bg", "calcio-bg"),
    ],
)
def test_a_name_means_the_place_that_people_here_call_so(name: str, meaning: str) -> None:
    assert LOADED.names[name] == meaning


@pytest.mark.parametrize(
    ("choice", "first", "others"),
    [
        ("montecatini", "montecatini-val-di-cecina-pi", {"montecatini-terme-pt"}),
        ("castelnuovo", "castelnuovo-di-val-di-cecina-pi", {"castelnuovo-di-garfagnana-lu"}),
        ("san-martino", "san-martino-a-ulmiano.san-giuliano-terme-pi", {"san-martino.pisa-pi"}),
        ("asciano", "asciano.san-giuliano-terme-pi", {"asciano-si"}),
        ("castro", "castro-le", {"castro-bg"}),
        ("casciana", "casciana-terme-lari-pi", {"casciana-alta.casciana-terme-lari-pi"}),
    ],
)
def test_a_shared_name_is_a_choice_with_the_likeliest_first(choice: str, first: str, others: set[str]) -> None:
    assert LOADED.choices[choice][0] == first
    assert others <= set(LOADED.choices[choice])


@pytest.mark.parametrize("word", ["salve", "ora", "male", "calcio", "paese", "none"])
def test_an_everyday_word_never_means_a_comune_far_away(word: str) -> None:
    assert word not in LOADED.names


def test_a_comune_of_the_home_province_beats_all_others_of_its_name() -> None:
    places = [named("x-pi", "x", home=True), named("x-mi", "x"), named("x.y-pi", "x", hamlet=True, home=True)]
    assert meanings(places, {}, frozenset()).meanings == {"x": "x-pi"}


def test_the_beginning_of_a_name_gives_way_to_whoever_has_it_whole_in_the_region() -> None:
    places = [named("x-lu", "x", near=True), named("x-terme-pi", "x terme", home=True)]
    assert meanings(places, {}, frozenset()).meanings["x"] == "x-lu"


def test_a_name_given_on_purpose_does_not_take_the_name_of_a_home_hamlet() -> None:
    places = [named("x.y-pi", "x", hamlet=True, home=True), named("z-pi", "z", home=True)]
    assert meanings(places, {"x": "z-pi", "w": "z-pi"}, frozenset()).meanings == {
        "x": "x.y-pi",
        "z": "z-pi",
        "w": "z-pi",
    }


def test_a_comune_is_found_by_its_official_name_only() -> None:
    assert LOADED.comune("Santa Croce sull'Arno") is place("santa-croce-sull-arno-pi")
    assert LOADED.comune("Castro (LE)") is place("castro-le")
    assert LOADED.comune("Castro") is None
    assert LOADED.comune("pisa") is None
    assert LOADED.comune("Pisa (LU)") is None


def test_a_postal_code_shared_in_the_province_is_a_choice() -> None:
    assert LOADED.by_postal_code["56012"] == ("calcinaia-pi",)
    assert LOADED.choices["cap-56030"] == LOADED.by_postal_code["56030"]
    assert set(LOADED.choices["cap-56040"]) <= set(LOADED.by_postal_code["56040"])


def test_a_position_in_the_network_is_a_place_of_it() -> None:
    assert LOADED.locate(43.6626, 10.6332, {"PI"}) == PlaceHeard("one", "pontedera-pi")


def test_a_position_elsewhere_in_italy_is_outside() -> None:
    heard = LOADED.locate(45.4642, 9.19, {"PI"})
    assert heard.outcome == "outside"
    assert heard.value is not None
    assert place(heard.value).province == "MI"


@pytest.mark.parametrize("where", [(48.85, 2.35), (41.0, 5.0), (0.0, 0.0), (90.0, 180.0)])
def test_a_position_far_from_all_that_is_known_is_unknown(where: tuple[float, float]) -> None:
    assert LOADED.locate(*where, {"PI"}) == PlaceHeard("unknown")


def test_a_torn_file_is_an_error_and_not_an_empty_gazetteer(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "hamlets.csv").write_text("name,comune_istat\nX,050008\n", encoding="utf-8")
    with pytest.raises(ValueError, match="unpack"):
        Gazetteer.load(tmp_path / "data")


@pytest.mark.parametrize("file", sorted(path.name for path in DATA.glob("*.csv")))
def test_csv_files_are_utf8_with_unix_ends_of_line_and_equal_rows(file: str) -> None:
    raw = (DATA / file).read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert len({len(row) for row in rows(file)}) == 1


@pytest.mark.parametrize("file", ["comuni.csv", "other_names.csv", "foreign.csv", "common_words.csv"])
def test_built_files_are_sorted_and_have_no_double(file: str) -> None:
    body = [tuple(row) for row in rows(file)[1:]]
    assert body == sorted(set(body))


@pytest.mark.parametrize("file", ["foreign.csv", "common_words.csv"])
def test_files_that_are_read_without_the_csv_reader_quote_nothing(file: str) -> None:
    assert '"' not in (DATA / file).read_text(encoding="utf-8")


def test_every_other_name_is_of_a_place_that_exists() -> None:
    assert [row for row in rows("other_names.csv")[1:] if row[1] not in LOADED.places] == []


def test_distance_of_two_known_cities() -> None:
    pisa, livorno = place("pisa-pi"), place("livorno-li")
    assert 18 < distance_km(pisa.latitude, pisa.longitude, livorno.latitude, livorno.longitude) < 23


@given(WORLD, WORLD)
def test_distance_is_the_same_both_ways_and_never_more_than_half_round_the_earth(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    assert distance_km(*a, *b) == pytest.approx(distance_km(*b, *a))
    assert 0 <= distance_km(*a, *b) <= 20_016


@given(WORLD)
def test_every_position_has_an_answer(where: tuple[float, float]) -> None:
    assert LOADED.locate(*where, {"PI"}).outcome in {"one", "outside", "unknown"}


def test_every_name_is_folded_already() -> None:
    assert [name for name in LOADED.names if folded(name) != name] == []
