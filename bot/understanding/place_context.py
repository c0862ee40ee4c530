# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the words before and after a name make of it: a place, a place taken back, a person, a thing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.place_words import BEING, FAR, FILLERS, GOING, KIN, LINKS, LIVING, NOT

_TO = frozenset({"al", "alla", "alle", "ai", "agli", "all"})
_BLOWS = frozenset({"pugni", "schiaffi", "sberle", "spinte", "spintoni", "botte", "morsi", "pedate", "culo", "pancia"})
_ONE_OF_MANY = frozenset({"un", "una", "uno", "quel", "quella", "questo", "questa"})
_IN_THE = frozenset({"nel", "nella", "dal", "dalla", "sul", "sulla"})
_BETWEEN_VERBS = frozenset({"a", "ad", "to", "sa", "piu"})
_NOT_THIS = (["non"], ["tranne"], ["not"], ["except"])
TUSCAN_NOT = "un"
"""Before a verb: "'un sto a Pisa"."""

_NOT = NOT | {"t"}
_NO = _NOT | {"no"}


def arrives(words: Sequence[str], after_verb: int, start: int) -> bool:
    """Whether only "a" stands between the verb and the name, or is joined to the name's own article ("alla Rotta")."""
    return words[after_verb:start] in (["a"], ["ad"]) or (after_verb == start and words[start] in _TO)


def blows(words: Sequence[str], end: int) -> bool:
    """Whether other blows follow: then "calci" are kicks ("stiamo a calci e pugni"), not the comune."""
    return not _BLOWS.isdisjoint(words[end : end + 2])


def thing(words: Sequence[str], start: int, *, comune: bool) -> bool:
    """Whether the name that begins here is a common noun: no place is one of many ("in un casale"), no comune is used
    with an article that is not in its name ("nella cascina").
    """
    return start > 0 and (words[start - 1] in _ONE_OF_MANY or (comune and words[start - 1] in _IN_THE))


def person(words: Sequence[str], start: int) -> bool:
    """Whether the name that begins here is that of somebody ("mia figlia Luciana")."""
    return start > 0 and words[start - 1] in KIN


def refused(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the name at `start:end` is all that is said, and not wanted: "non Pisa", "a Pisa no"."""
    if list(words[:start]) in _NOT_THIS:
        return True
    return list(words[end:]) == ["no"] and all(word in LINKS for word in words[:start])


def denied(words: Sequence[str], index: int, linked: frozenset[str]) -> bool:
    """Whether what is said up to `index`, before the words that lead to a name (`linked`), takes the place back:
    "lontano da Pisa", "non a Pisa", "non sono di Pisa", "non voglio andare a Pisa".
    """
    if not FAR.isdisjoint(linked):
        return True
    start = index
    while start >= 0 and (words[start] in GOING or (start < index and words[start] in _BETWEEN_VERBS)):
        start -= 1
    if start < index:
        return start >= 0 and words[start] in _NO
    verb = words[index] if index >= 0 else ""
    if verb not in LIVING and verb not in BEING:
        return bool(linked) and verb in NOT
    said = [word for word in words[max(index - 2, 0) : index] if word not in FILLERS or word in NOT]
    return bool(linked) and (words[index - 1 : index] == [TUSCAN_NOT] or not _NOT.isdisjoint(said[-1:]))
