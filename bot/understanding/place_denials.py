# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the words around the name of a place take it back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.understanding.place_words import FAR, GOING, LINKS, NOT, REFUSING, WILLING


def denied(words: Sequence[str], start: int, end: int, *, linked: Collection[str], stated: bool) -> bool:
    """Whether `words[start:end]` is refused: "non a Pisa", "lontano da Pisa", "non sono di Pisa", "non voglio andare a
    Pisa"; "non Pisa" and "a Pisa no" where nothing else is said. `linked`: the words that lead to it; `stated`: a verb
    of living or being leads to those.
    """
    before = start
    while before > 0 and words[before - 1] in LINKS:
        before -= 1
    if not FAR.isdisjoint(linked) or (before == 0 and list(words[end:]) == ["no"]):
        return True
    verb = words[before - 1] if before else ""
    if not linked:
        return start == 1 and verb in REFUSING
    if verb in GOING:
        return _unwilling(words[: before - 1])
    return verb in NOT or (stated and not NOT.isdisjoint(words[max(before - 3, 0) : before - 1]))


def _unwilling(words: Sequence[str]) -> bool:
    """Whether `words` end with a denial of what follows: "non ci voglio", "I don't want to"."""
    last = len(words)
    while last and words[last - 1] in WILLING:
        last -= 1
    return last > 0 and words[last - 1] in NOT
