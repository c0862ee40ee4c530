# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The small language of phrases, what it refuses, and how misspelt words are read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.phrase import FAR, MOST_WORDS, NEAR, PhraseError, Step, parse, wordings, words_of
from bot.understanding.spelling import sound, spelling

WORDS = frozenset({"picchia", "picchiato", "marito", "botte", "schiaffo", "ambulanza", "strangolando"})
KNOWN = spelling(WORDS, ["merito"])


def atoms(text: str) -> list[tuple[str, ...]]:
    return [tuple(step.atom for step in steps) for steps in parse(text, {}).parts[0]]


def test_words_are_read_as_people_write_them() -> None:
    assert atoms("Perché PICCHIA l'amica") == [("perche", "picchia", "l", "amica")]


def test_between_two_words_some_may_stand_but_not_where_they_are_joined() -> None:
    assert parse("ha_un coltello ... mano", {}).parts[0][0] == (
        Step("ha", NEAR), Step("un", 0), Step("coltello", NEAR), Step("mano", FAR),
    )  # fmt: skip


def test_an_optional_word_gives_two_sequences_and_a_choice_of_them_three() -> None:
    assert atoms("mi [sempre] picchia") == [("mi", "picchia"), ("mi", "sempre", "picchia")]
    assert atoms("mi [sempre | spesso] picchia") == [
        ("mi", "picchia"), ("mi", "sempre", "picchia"), ("mi", "spesso", "picchia"),
    ]  # fmt: skip


def test_a_choice_becomes_a_group_of_its_own() -> None:
    phrase = parse("mi (picchia | ha menato)", {})
    ((name, entries),) = phrase.groups.items()
    assert phrase.parts[0][0][1].atom == name
    assert [tuple(step.atom for step in steps) for steps in entries] == [("picchia",), ("ha", "menato")]


def test_parts_may_be_asked_for_or_excluded_anywhere() -> None:
    phrase = parse("lavoro & molest* & ! marito", {})
    assert len(phrase.parts) == 2
    assert phrase.absent == (((Step("marito", NEAR),),),)


def test_marks_for_the_whole_message_and_for_a_decisive_phrase_are_read() -> None:
    assert parse("= aiuto", {}).whole
    assert [parse(f"ho sedici anni {mark}", {}).decisive for mark in ("", "+", "++")] == [0, 1, 2]


def test_chat_spellings_of_the_file_are_written_out_in_phrases_too() -> None:
    assert parse("nn respira", {"nn": "non"}).parts[0][0][0].atom == "non"


@pytest.mark.parametrize(
    "text",
    ["", "(", "(mi", "mi)", "[mi", "mi]", "a & ", "& a", "a*", "ab cd*ef", "<Chi>", "<chi sa>", "<>", "= a & b", "[mi]",
     "?!", "a ( | b)", "[a] [b] [c] [d] [e] f", "a + b", "a ++ b", "a +++", "a < b"],
)  # fmt: skip
def test_what_breaks_the_small_language_is_refused(text: str) -> None:
    with pytest.raises(PhraseError):
        parse(text, {})


@given(st.text(alphabet="ab <>()[]|&!+=*._'à", max_size=40))
def test_any_text_is_a_phrase_or_is_refused(text: str) -> None:
    with suppress(PhraseError):
        assert all(steps for part in parse(text, {}).parts for steps in part)


def test_messages_that_ask_to_leave_are_written_out_one_by_one() -> None:
    assert wordings("(chiudi | basta) [tutto]", {}) == {"chiudi", "basta", "chiudi tutto", "basta tutto"}


@pytest.mark.parametrize("text", ["a & b", "<chi>", "minacci*", "a & ! b"])
def test_messages_that_ask_to_leave_are_plain(text: str) -> None:
    with pytest.raises(PhraseError):
        wordings(text, {})


def test_ideographs_are_words_and_foreign_digits_are_ascii() -> None:
    assert words_of("他打我 ١١٢", {}) == ["他", "打", "我", "112"]


def test_no_text_gives_more_words_than_can_be_searched_quickly() -> None:
    assert len(words_of("a b " * 2_000, {})) == MOST_WORDS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pichia", "picchia"),
        ("pikkia", "picchia"),
        ("picchi", "picchia"),
        ("piccihato", "picchiato"),
        ("picchiata", "picchiato"),
        ("scaffo", None),
        ("schiafo", "schiaffo"),
        ("picvhiato", "picchiato"),
        ("anbulanza", "ambulanza"),
        ("stranolandoo", "strangolando"),
    ],
)
def test_a_misspelt_word_is_read_as_the_one_that_was_meant(written: str, meant: str | None) -> None:
    assert KNOWN.meant(written) == meant


@pytest.mark.parametrize("word", ["notte", "merito", "rotte", "sotto", "parito", "a", "", "x" * 60])
def test_another_word_is_never_taken_for_a_known_one(word: str) -> None:
    assert KNOWN.meant(word) is None


def test_words_that_sound_alike_are_alike() -> None:
    assert sound("kiamate") == sound("chiamate")
    assert sound("strozza") == sound("stroza")


@given(st.text(max_size=30))
def test_what_a_word_may_have_meant_is_a_known_word_or_nothing(word: str) -> None:
    assert KNOWN.meant(word) in {None, *WORDS}
