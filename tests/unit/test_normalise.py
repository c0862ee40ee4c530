# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What people write, as it is read: the same whatever keyboard it comes from, and never longer than a limit."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.normalise import CHAT_WORDS, LONGEST, normalise

PIECES = ["a", "E", "i", "s", " ", "'", "ß", "İ", "ŉ", "ﷺ", "ﬃ", "´", "¨", "\u0301", "\u0306", "\u0345", "\u200d", "и",
          "\ufe0f", "1", "①", "㍿", "가", "ᄀ", "ᅡ", "ক", "া", "ی", "\u202e", "🙂", "-", *CHAT_WORDS]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Nn so… l'ho detto PERCHÉ mi mena", "non so l ho detto perche mi mena"),
        ("l´ospedale", "l ospedale"),
        ("perche´ e´ cosi`", "perche e cosi"),
        ("dell’ospedale, dellʼospedale", "dell ospedale dell ospedale"),
        ("a\u200d\u0301iutoooo\u202e", "aiuto"),
        ("и\u200d\u0306", "й"),
        ("1️⃣ ２ ③", "1 2 3"),
        ("¨", ""),
    ],
)
def test_the_same_words_are_read_the_same_whatever_keyboard_they_come_from(typed: str, read: str) -> None:
    assert normalise(typed) == read


GROWING = [character for number in range(0x110000) if len(unicodedata.normalize("NFKC", character := chr(number))) > 8]


@pytest.mark.parametrize("text", [*GROWING, *CHAT_WORDS, "ΐ", "ß", "ﬃ ", "🙂", "a\u0300", "각"])
def test_no_text_grows_beyond_the_limit(text: str) -> None:
    assert len(normalise(text * LONGEST)) <= LONGEST
    assert len(normalise(f"{text} " * LONGEST)) <= LONGEST


@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=40).map("".join), st.sampled_from([1, 200]))
@example("qst ", 500)
def test_reading_again_what_was_read_changes_nothing(text: str, times: int) -> None:
    once = normalise(text * times)
    assert len(once) <= LONGEST
    assert normalise(once) == once
