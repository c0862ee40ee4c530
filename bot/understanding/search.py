# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the atoms of a lexicon stand in a text.

Going up by level, each sequence is tried once, when all that it needs is there. The cost of a text is bounded: words
by the cuts of `normalise` and `words_of`, places of one atom by `_MOST_PLACES`.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from bot.understanding import lexicon as lex
from bot.understanding.phrase import Steps
from bot.understanding.spelling import sound

Spans = dict[int, dict[int, int]]
"""Start -> end (the first word after it) -> cost: what was forgiven, in the unit of weights."""

_MISSPELT = 2
_MOST_PLACES = 30
_NOWHERE: dict[int, int] = {}
_Waiting = list[list[lex.Sequence]]


def find(
    lexicon: lex.Lexicon, words: Sequence[str], *, forgiving: bool, only: Container[str] | None = None
) -> dict[str, Spans]:
    """All atoms of `words`, or those of `only`.

    `forgiving`: words that nobody wrote in the file may be misspelt ones of it.
    """
    found = _words(lexicon, words, only, forgiving=forgiving)
    waiting: _Waiting = [[] for _ in range(lexicon.highest + 1)]
    for atom in found:
        _wake(lexicon, atom, waiting)
    for sequences in waiting:
        for sequence in sequences:
            if sequence.needs <= found.keys() and (only is None or sequence.makes in only):
                runs = _runs(sequence.steps, found)
                if runs:
                    _add(lexicon, sequence.makes, runs, found, waiting)
    return found


def _wake(lexicon: lex.Lexicon, atom: str, waiting: _Waiting) -> None:
    for level, sequence in lexicon.filed.get(atom, ()):
        waiting[level].append(sequence)


def _add(
    lexicon: lex.Lexicon, makes: str, runs: Mapping[tuple[int, int], int], found: dict[str, Spans], waiting: _Waiting
) -> None:
    for atom in (makes, *lexicon.also.get(makes, ())):
        spans = found.get(atom)
        if spans is None:
            spans = found[atom] = {}
            _wake(lexicon, atom, waiting)
        for (start, end), cost in runs.items():
            if start in spans:  # a new dict, because atoms of one word share theirs
                spans[start] = {**spans[start], end: min(cost, spans[start].get(end, cost))}
            elif len(spans) < _MOST_PLACES:
                spans[start] = {end: cost}


def _runs(steps: Steps, found: Mapping[str, Spans]) -> dict[tuple[int, int], int]:
    """Every way in which `steps` stand in order: (start, end) -> cost, one for each word in between."""
    runs = {(start, end): cost for start, ends in found[steps[0].atom].items() for end, cost in ends.items()}
    for step in steps[1:]:
        spans = found[step.atom]
        later: dict[tuple[int, int], int] = {}
        for (start, end), cost in runs.items():
            for distance in range(step.gap + 1):
                for reached, more in spans.get(end + distance, _NOWHERE).items():
                    sum_of = cost + distance + more
                    later[start, reached] = min(sum_of, later.get((start, reached), sum_of))
        if not later:
            return later
        runs = later
    return runs


def _words(
    lexicon: lex.Lexicon, words: Sequence[str], only: Container[str] | None, *, forgiving: bool
) -> dict[str, Spans]:
    found: dict[str, Spans] = {}
    for place, word in enumerate(words):
        for known, cost in _atoms(lexicon, word, forgiving=forgiving):
            ends = {place + 1: cost}
            for atom in (known, *lexicon.also.get(known, ())):
                if only is None or atom in only:
                    spans = found.get(atom)
                    if spans is None:
                        found[atom] = {place: ends}
                    elif len(spans) < _MOST_PLACES:
                        spans[place] = ends
    return found


def _atoms(lexicon: lex.Lexicon, word: str, *, forgiving: bool) -> list[tuple[str, int]]:
    """The word itself if it is known, and the stems that it begins with; else, if forgiving, what it may have meant."""
    known = [(f"{word[:length]}*", 0) for length, stems in lexicon.stems.items() if word[:length] in stems]
    if word in lexicon.words:
        return [(word, 0), *known]
    if not forgiving:
        return known
    meant = lexicon.spelling.meant(word)
    return known + ([(meant, _MISSPELT)] if meant else _stems_meant(lexicon, word) if not known else [])


def _stems_meant(lexicon: lex.Lexicon, word: str) -> list[tuple[str, int]]:
    heard = sound(word)
    lengths = range(lex.SHORTEST_SOUND, len(heard) + 1)
    return [(f"{stem}*", _MISSPELT) for n in lengths if (stem := lexicon.stem_sounds.get(heard[:n]))]
