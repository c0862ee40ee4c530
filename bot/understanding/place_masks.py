# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Words of a text that look like the name of a place and name a street, a province or a district instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.understanding.place_words import PROVINCE, SMALL_WORDS, STREETS

_HERE = (["a"], ["ad"])
"""After "in provincia" these lead to a place in it."""


def streets(words: Sequence[str]) -> frozenset[int]:
    """Positions of words that name a street or a province, not a place."""
    masked: set[int] = set()
    for index, word in enumerate(words):
        if word in STREETS or word in PROVINCE:
            after = index + 1
            while after < len(words) - 1 and words[after] in SMALL_WORDS:
                after += 1
            here = word in PROVINCE and words[index + 1 : index + 2] in _HERE
            masked.update(range(index, index + 1 if here else after + 1))
    return frozenset(masked)


def districts(words: Sequence[str], known: Iterable[Sequence[str]]) -> frozenset[int]:
    """Positions of words that name one of the `known` valleys; the name of a place may still end there."""
    return frozenset(
        position
        for district in known
        for start in range(len(words) - len(district) + 1)
        if tuple(words[start : start + len(district)]) == tuple(district)
        for position in range(start, start + len(district))
    )
