# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that say nothing: keys pressed at random, letters without vowels, only pictures or signs.

Only Latin letters are judged: in other scripts vowels may well be unwritten.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUN = 4
_RUNS = frozenset(
    row[start : start + _RUN] for keys in _ROWS for row in (keys, keys[::-1]) for start in range(len(row) - _RUN + 1)
) - {"erty", "trew"}  # "property", "strew"
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}")
_HEAP = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_AGAIN = re.compile(r"(.{1,3})\1{2,}")


def gibberish(words: Sequence[str]) -> bool:
    """Whether none of `words` (from `phrase.words_of`) can be one; True if there are none at all."""
    return all(map(_mashed, words))


def _mashed(word: str) -> bool:
    if not word.isascii() or not word.isalpha():
        return False
    if len(word) < _RUN:
        return word == word[0] * len(word)
    runs = any(word[start : start + _RUN] in _RUNS for start in range(len(word) - _RUN + 1))
    return runs or bool(_NO_VOWEL.fullmatch(word) or _HEAP.search(word) or _AGAIN.fullmatch(word))
