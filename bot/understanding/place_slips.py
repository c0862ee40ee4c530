# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How a hand slips, or an ear: which wrong letters make a mistyped name, and which make another name.

"Fornscette" is Fornacette with a finger on the next key, "Bontedera" is Pontedera by ear. "Sorana" is no slip of
Soiana: it is another village, of which nobody has told us. So a letter far from the right one, on the keyboard and to
the ear, counts twice.
"""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz.distance import OSA, Levenshtein

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = ("bp", "cg", "dt", "ei", "fv", "lr", "mn", "ou", "sz")
"""Letters that sound alike in Italian, or to people whose language has only one of them."""

_VOWELS = frozenset("aeiou")


def _neighbours() -> frozenset[frozenset[str]]:
    beside = {frozenset(pair) for row in _ROWS for pair in pairwise(row)}
    below = {
        frozenset((upper[index], letter))
        for upper, lower in pairwise(_ROWS)
        for index in range(len(upper))
        for letter in lower[max(index - 1, 0) : index + 1]
    }
    return frozenset(beside | below | {frozenset(pair) for pair in _ALIKE})


_NEAR = _neighbours()


def weight(typed: str, name: str) -> int:
    """How many slips make `typed` of `name`: one for a letter missing, too many, swapped with the next, or wrong but
    near; two for one that is wrong and far.
    """
    edits = Levenshtein.editops(typed, name)
    far = sum(edit.tag == "replace" and _far(typed, name, edit.src_pos, edit.dest_pos) for edit in edits)
    return int(OSA.distance(typed, name)) + far


def _far(typed: str, name: str, at: int, to: int) -> bool:
    """Whether the letter typed is not near the right one, nor has it changed places with the next or the one before."""
    pairs = ((typed[at - 1 : at + 1], name[to - 1 : to + 1]), (typed[at : at + 2], name[to : to + 2]))
    swapped = any(pair == right[::-1] for pair, right in pairs if len(pair) == len("ab"))
    return not swapped and frozenset((typed[at], name[to])) not in _NEAR


def other_ending(typed: str, name: str) -> bool:
    """Whether only the last vowel differs: "Colombaia" and "Colombaie" are both names, of different farms."""
    return len(typed) == len(name) and typed[:-1] == name[:-1] and {typed[-1], name[-1]} <= _VOWELS
