# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Digits in letters: those of sixteen languages, where a whole message says nothing else."""

from __future__ import annotations

import pytest

from bot.channels.whatsapp.numerals import ZERO_TO_EIGHT, as_digits
from bot.content.bundle import Bundle

WORDS = ("due figli", "ho 2 figli", "sei tu?", "via 2", "no 2", "", "?", "al 3", "uno " * 30)
SENTENCES = ("lo sei", "Lo sei?", "sei un uomo", "ci sei?", "un attimo", "um, sorry", "ho sete")
EACH = [word for words in ZERO_TO_EIGHT.values() for word in words.split()]


def test_no_word_means_two_digits_and_each_language_has_its_nine() -> None:
    meant: dict[str, set[str]] = {}
    for words in ZERO_TO_EIGHT.values():
        for digit, word in enumerate(words.split()):
            assert as_digits(word) == str(digit)
            meant.setdefault(word, set()).add(str(digit))
    assert {len(words.split()) for words in ZERO_TO_EIGHT.values()} == {9}
    assert [word for word, digits in meant.items() if len(digits) > 1] == []


def test_no_place_is_called_like_a_digit(bundle: Bundle) -> None:
    assert bundle.gazetteer.names
    assert [name for name in bundle.gazetteer.names if as_digits(name) != name] == []


@pytest.mark.parametrize("text", WORDS)
def test_words_with_a_number_among_them_stay_words(text: str) -> None:
    assert as_digits(text) == text


@pytest.mark.parametrize("text", SENTENCES)
def test_a_word_that_is_also_a_digit_stays_a_word_in_a_sentence(text: str) -> None:
    assert as_digits(text) == text


@pytest.mark.parametrize("text", ["l'uno", "L’otto", "п'ять", "п’ять", "пʼять"])
def test_an_apostrophe_hides_no_digit(text: str) -> None:
    assert as_digits(text) in {"1", "5", "8"}


@pytest.mark.parametrize(("text", "digit"), [("sei", "6"), ("Il sei", "6"), ("numero sei, grazie", "6"), ("un", "1")])
def test_as_a_whole_message_it_is_the_digit(text: str, digit: str) -> None:
    assert as_digits(text) == digit


@pytest.mark.parametrize("word", EACH)
def test_no_word_for_a_digit_hides_anything_that_would_be_understood(bundle: Bundle, word: str) -> None:
    understanding = bundle.world.understanding
    for language in bundle.codec.languages:
        for node in ("home", "ask-place"):
            heard = understanding.hear(word, language, node)
            nothing = (False, False, None, "unknown")
            assert (heard.exit, heard.urgent, heard.button, heard.place.outcome) == nothing or heard.digit is not None
            assert heard.intent in {None, "gibberish"}
