# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Words are found or an error is raised; nothing in a file of words is passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.catalogues import Catalogue, MissingMessageError, load
from bot.dialogue.codec import Codec, Codes
from bot.errors import ContentError

ITALIAN = Path("locales/it/messages.ftl")
TEXT = """\
# Una nota
home = Ciao
    a chi legge.
    .me = Per me
    .other = Per { $who }
hours = { $days ->
    [one] Un giorno
   *[other] { $days } giorni
}
whole = { home } { hours } { -name }
-name = Bussola
phone = { $state ->
    [none] Nessun numero
   *[other] Chiama { $state }
}
"""


def catalogue(text: str = TEXT, path: Path = ITALIAN) -> Catalogue:
    return load(path, text)


def codes(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(ContentError) as caught:
        load(ITALIAN, text)
    return [(problem.code, problem.line, problem.column) for problem in caught.value.problems]


def test_a_message_and_its_attributes_are_found() -> None:
    words = catalogue()
    assert words.format("home") == "Ciao\na chi legge."
    assert words.format("home", "me") == "Per me"
    assert words.format("home", "other", {"who": "altri", "spare": 1}) == "Per altri"
    assert words.has("home")
    assert words.has("home", "me")
    assert not words.has("home", "you")
    assert not words.has("-name")


def test_plurals_and_choices_follow_the_variables() -> None:
    words = catalogue()
    assert words.format("hours", None, {"days": 1}) == "Un giorno"
    assert words.format("hours", None, {"days": 1500}) == "1.500 giorni"
    assert words.format("phone", None, {"state": "none"}) == "Nessun numero"
    assert words.format("phone", None, {"state": "1522"}) == "Chiama 1522"
    assert words.format("whole", None, {"days": 2}) == "Ciao\na chi legge. 2 giorni Bussola"


@pytest.mark.parametrize(
    ("message", "attribute", "variables", "said"),
    [
        ("nowhere", None, {}, "it: manca il messaggio «nowhere»."),
        ("home", "nobody", {}, "it: manca il messaggio «home.nobody»."),
        ("home", "other", {}, "it: per «home.other» manca who."),
        ("whole", None, {}, "it: per «whole» manca days."),
        ("-name", None, {}, "it: manca il messaggio «-name»."),
    ],
)
def test_what_is_missing_is_an_error_and_never_its_name_on_a_screen(
    message: str, attribute: str | None, variables: dict[str, str | int], said: str
) -> None:
    with pytest.raises(MissingMessageError) as caught:
        catalogue().format(message, attribute, variables)
    assert str(caught.value) == said


def test_the_value_of_a_variable_never_enters_an_error() -> None:
    words = catalogue("a = { NUMBER($n) }\n")
    with pytest.raises(MissingMessageError) as caught:
        words.format("a", None, {"n": "segreto"})
    assert "segreto" not in f"{caught.value!r} {caught.value.__cause__!r} {caught.value.__context__!r}"


def test_each_text_knows_its_line_and_its_variables() -> None:
    found = {key: (text.line, set(text.variables)) for key, text in catalogue().ids().items()}
    assert found == {
        "home": (2, set()),
        "home.me": (4, set()),
        "home.other": (5, {"who"}),
        "hours": (6, {"days"}),
        "whole": (10, {"days"}),
        "phone": (12, {"state"}),
    }


def test_a_digest_changes_with_the_words_and_with_nothing_else() -> None:
    before = {key: text.digest for key, text in catalogue().ids().items()}
    moved = f"first = Prima\n{TEXT}".replace("\n    a chi", "\n        a chi").replace("\n", "\r\n")
    assert {key: text.digest for key, text in catalogue(moved).ids().items() if key != "first"} == before
    after = {key: text.digest for key, text in catalogue(TEXT.replace("Per me", "Per te")).ids().items()}
    assert {key for key in before if before[key] != after[key]} == {"home.me"}


def test_only_languages_written_from_the_right_isolate_variables() -> None:
    text = "a = 1 { $x } 2\n"
    assert load(Path("locales/fa/messages.ftl"), text).format("a", None, {"x": "3"}) == "1 \u20683\u2069 2"
    assert load(Path("locales/bn/messages.ftl"), text).format("a", None, {"x": "3"}) == "1 3 2"
    assert load(ITALIAN, text, direction="rtl").format("a", None, {"x": "3"}) == "1 \u20683\u2069 2"
    assert load(ITALIAN, text, language="ar", direction="ltr").format("a", None, {"x": "3"}) == "1 3 2"


def test_a_variant_of_a_language_counts_as_the_language_does() -> None:
    words = load(Path("locales/itfacile/messages.ftl"), "a = { $n }\n")
    assert (words.language, words.format("a", None, {"n": 1500})) == ("itfacile", "1.500")


def test_a_language_that_no_standard_knows_does_not_depend_on_the_machine() -> None:
    assert load(Path("locales/zxx/messages.ftl"), "a = { $n }\n").format("a", None, {"n": 1500}) == "1,500"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1\nspazzatura\nb = 2\n", [("Y16", 2, 11)]),
        ("a = { $x\nb = 2\n", [("Y16", 2, 1)]),
        ("a = { $x ->\n    [one] 1\n}\n", [("Y16", 3, 1)]),
        ("a =\n", [("Y16", 1, 4)]),
        ("a = 1\na = 2\n", [("Y17", 2, 1)]),
        ("a = 1\na =\n    .b = 2\n", [("Y17", 2, 1)]),
        ("-a = 1\n-a = 2\n", [("Y17", 2, 2)]),
        ("a = 1\n    .b = 1\n    .b = 2\n", [("Y18", 3, 6)]),
        ("a = { b }\n", [("Y19", 1, 1)]),
        ("a = { -b }\n", [("Y19", 1, 1)]),
        ("a = { b.c }\nb = 1\n", [("Y19", 1, 1)]),
        ("a = { b }\nb =\n    .c = 1\n", [("Y19", 1, 1)]),
        ("z = 1\na = { b }\nb = { a }\n", [("Y20", 2, 1)]),
        ("a = { LOWER($x) }\n", [("Y21", 1, 7)]),
        ('a = { NUMBER("x") }\n', [("Y16", 1, 1)]),
        ("a = 1\n\tb = 2\n", [("Y04", 2, 1)]),
        ("\ufeffa = 1\n", [("Y05", 1, 1)]),
        ("a = 1\x00\n", [("Y10", 1, 6)]),
        ("a = 1\njunk one\nb = 1\nb = 2\n    .d = 1\nc = { X($x) }\n", [("Y16", 2, 6), ("Y17", 4, 1), ("Y21", 6, 7)]),
    ],
)
def test_each_mistake_is_told_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


def test_a_file_that_cannot_be_read_and_a_folder_that_is_no_language_are_problems(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Y14"):
        load(tmp_path / "it" / "messages.ftl", name="it/messages.ftl")
    with pytest.raises(ContentError, match="Y22"):
        load(Path("locales/copia di it/messages.ftl"), "a = 1\n")


@pytest.mark.parametrize("folder", ["pt-br", "it-facile", "IT", "i", "italianofacile"])
def test_a_language_that_no_address_could_carry_is_none(folder: str) -> None:
    with pytest.raises(ContentError, match="Y22"):
        load(Path(f"locales/{folder}/messages.ftl"), "a = 1\n")


@pytest.mark.parametrize("language", ["it", "zh", "itfacile", "fil"])
def test_a_language_is_carried_by_the_addresses_that_are_written_in_it(language: str) -> None:
    assert load(Path(f"locales/{language}/messages.ftl"), "a = 1\n").language == language
    codec = Codec({"node": Codes({"hm": "home"}, current={"home"})}, ("en", language), "home")
    assert codec.decode(codec.link(codec.home(language))) == codec.home(language)


def test_a_file_is_read_from_the_disk_as_from_memory(tmp_path: Path) -> None:
    path = tmp_path / "it" / "messages.ftl"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    assert load(path).ids() == catalogue().ids()


@given(st.text(st.sampled_from(list("ab =\n    {}$.-*[]\"'#>\t\r1è"))))
def test_any_text_gives_a_catalogue_or_problems(text: str) -> None:
    try:
        words = catalogue(text)
    except ContentError as error:
        assert all(problem.line > 0 for problem in error.problems)  # noqa: PT017 - both outcomes are right
    else:
        assert all(words.has(*key.split(".")) for key in words.ids())
