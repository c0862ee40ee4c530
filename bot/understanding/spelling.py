# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Misspelt words: which known word somebody probably meant.

Short words are never corrected, because one letter makes another word of them ("notte", "botte"). From five letters
on a word may be written as it sounds ("pichiata", "kiamate") and two neighbouring letters may be swapped; from six a
letter may be missing or too many, or the last one, which is an ending, another; from seven a letter may be one that is
next to it on the keyboard; from nine any other; from ten one may be missing and one too many. The first letter must
be right. What is a real word of its own (`others`) stays itself. Stems are compared by sound only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

_SHORTEST = 5
_LONGEST = 24
_MISSING_LETTER, _OTHER_ENDING, _NEXT_KEY, _ANY_LETTER, _TWO_SLIPS = 6, 6, 7, 9, 10
_MOST_SLIPS = 2
_ONE_SOUND = str.maketrans({"k": "c", "y": "i", "j": "i", "h": None})
_DOUBLED = re.compile(r"(.)\1")
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""The letters of a keyboard, row by row."""
_NEXT_KEYS = frozenset(frozenset(pair) for row in KEYBOARD for pair in pairwise(row))


@dataclass(frozen=True, slots=True)
class Spelling:
    """Known words by how they sound, and by what is left of them without one letter. Built by `spelling`."""

    others: frozenset[str]
    sounds: Mapping[str, str]
    left: Mapping[str, tuple[str, ...]]

    def meant(self, word: str) -> str | None:
        """The known word nearest to the unknown `word`, or None; the same answer every time."""
        if not _SHORTEST - 1 <= len(word) <= _LONGEST or word in self.others:
            return None
        alike = self.sounds.get(sound(word))
        if alike or len(word) < _SHORTEST:
            return alike
        near = {known for key in _shortened(word) for known in self.left.get(key, ())}
        close = [(OSA.distance(word, known), known) for known in near if word[0] == known[0]]
        return min((found for found in close if _forgiven(word, *found)), default=(0, None))[1]


def spelling(known: Iterable[str], others: Iterable[str]) -> Spelling:
    """Index `known` words, so that a misspelt one costs a few look-ups."""
    words = sorted(word for word in set(known) if _SHORTEST <= len(word) <= _LONGEST and word.isalpha())
    left: dict[str, tuple[str, ...]] = {}
    for word in words:
        for key in _shortened(word):
            left[key] = (*left.get(key, ()), word)
    sounds = {sound(word): word for word in reversed(words)}
    return Spelling(frozenset(others), sounds, left)


def sound(word: str) -> str:
    """The word without what is often spelt wrong: doubled letters, silent h, k for c."""
    return _DOUBLED.sub(r"\1", word.translate(_ONE_SOUND))


def _shortened(word: str) -> set[str]:
    """The word itself and the word without each one of its letters but the first."""
    return {word, *(word[:index] + word[index + 1 :] for index in range(1, len(word)))}


def _forgiven(word: str, distance: int, known: str) -> bool:
    if distance != 1:
        return distance == _MOST_SLIPS and len(known) >= _TWO_SLIPS
    if len(word) != len(known):
        return len(known) >= _MISSING_LETTER
    slips = [pair for pair in zip(word, known, strict=True) if pair[0] != pair[1]]
    if len(slips) > 1:
        return True  # two letters swapped count as one slip
    if word[:-1] == known[:-1]:
        return len(known) >= _OTHER_ENDING
    return len(known) >= (_NEXT_KEY if frozenset(slips[0]) in _NEXT_KEYS else _ANY_LETTER)
