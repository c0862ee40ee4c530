# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that say nothing: keys pressed at random, letters without vowels, only pictures or signs.

Only Latin letters are judged: in other scripts vowels may well be unwritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from bot.understanding.spelling import KEYBOARD

_RUN = 4


def _runs(row: str, length: int) -> Iterator[str]:
    return (row[start : start + length] for start in range(len(row) - length + 1))


_WORDLY = frozenset({"erty", "trew"})
"""As in "property" and "strew"."""
_RUNS = frozenset(chain.from_iterable(_runs(keys, _RUN) for row in KEYBOARD for keys in (row, row[::-1]))) - _WORDLY
_SHORT_RUNS = frozenset(chain.from_iterable(_runs(row, _RUN - 1) for row in KEYBOARD))
"""Whole words of three keys, forwards only: backwards there are "tre" and "poi"."""
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}")
_VOWEL = re.compile(r"[aeiouy]")
_HEAP = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_AGAIN = re.compile(r"(.{1,3})\1{2,}")


def gibberish(words: Sequence[str]) -> bool:
    """Whether none of `words` (from `phrase.words_of`) can be one; True if there are none at all.

    Beside a word that certainly is none, a number, letters without a vowel and a part of that word are none either.
    """
    mashed = [word for word in words if _mashed(word)]
    return all(word in mashed or (mashed and _leftover(word, mashed)) for word in words)


def _mashed(word: str) -> bool:
    if not word.isascii() or not word.isalpha():
        return False
    if len(word) < _RUN:
        return word == word[0] * len(word) or word in _SHORT_RUNS
    return any(run in _RUNS for run in _runs(word, _RUN)) or bool(
        _NO_VOWEL.fullmatch(word) or _HEAP.search(word) or _AGAIN.fullmatch(word)
    )


def _leftover(word: str, mashed: Sequence[str]) -> bool:
    return word.isascii() and (not _VOWEL.search(word) or any(word in other for other in mashed))
