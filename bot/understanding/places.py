# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Typed words -> a place of the gazetteer.

A wrong place sends somebody to the wrong door, so a place is accepted by words first and by letters last, and doubt is
"unknown": the screen then offers a list. Where a screen has asked for a place, a name anywhere in the answer counts;
elsewhere only a clear statement does ("abito a Cascina", "56012", a bare official name), so that everyday words never
become a place. Nothing that was typed is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.dialogue.ports import PlaceHeard
from bot.understanding.normalise import normalise
from bot.understanding.place_context import TUSCAN_NOT, blows
from bot.understanding.place_doubts import Doubts
from bot.understanding.place_index import Network, PlaceNames
from bot.understanding.place_mentions import Found, Mentions
from bot.understanding.place_spelling import Spelling
from bot.understanding.place_words import (
    BEING,
    DIGITS,
    FAR,
    FILLERS,
    INSIDE,
    LINKS,
    LIVING,
    NOT,
    ORIGIN,
)

MOST_WORDS_TO_SPELL = 6
"""Words of the longest piece of text that may be one mistyped name."""

MOST_PIECES = 24
"""Pieces of one text that are compared with names: a long text costs no more than that."""

SHORTEST_ABROAD = 5
"""Letters of the shortest country or city abroad that counts where no place was asked."""

_UNKNOWN = PlaceHeard()
_SPLIT_CODE = re.compile(r"\b(\d{2,3}) (\d{2,3})\b")
_CODE = frozenset({"cap", "codice", "postale", "postal", "code", "zip"})


@dataclass(frozen=True, slots=True)
class Spotted:
    """`place`: what a text says of a place. `names`: the words of each name that is surely one, as `normalise` writes
    them, in the order of the text: they say where, so they must not be read as if they said what.
    """

    place: PlaceHeard
    names: tuple[tuple[str, ...], ...] = ()


class PlaceMatcher:
    """Finds the places of `names` in typed words, for the network of these `provinces` (car plates)."""

    def __init__(self, names: PlaceNames, provinces: Iterable[str]) -> None:
        self._names = names
        self._network = Network(names, frozenset(provinces))
        self._mentions = Mentions(names, self._network)
        self._spelling = Spelling(names, self._network)
        self._doubts = Doubts(names, self._network, self._spelling)

    def spot(self, text: str, *, asked: bool) -> Spotted:
        """What `text` says about a place, and in which words. Total: any text gives an answer.

        Names and the words around them are known in all languages at once, because people mix them. `asked`: the
        screen has just asked for a place.
        """
        words = _typed_words(text)
        code = self._postal_code(words, asked=asked)
        found = self._mentions.read(words, asked=asked)
        return Spotted(code or self._place(words, found, asked=asked), found.names)

    def _place(self, words: Sequence[str], found: Found, *, asked: bool) -> PlaceHeard:
        if not asked:
            sure = found.target is not None and not self._doubts.about(found.target, found, words)
            return self._heard(found.target) if found.target and sure else self._stated(words)
        return self._named(found, words) if found.named else self._guessed(words, found)

    def _named(self, found: Found, words: Sequence[str]) -> PlaceHeard:
        """What a text with a name in it means; words beside the name may belong to it ("Santa Maria a Mont")."""
        core = _stripped(words)
        beside = any(word not in FILLERS for word in found.rest)
        if len(core) <= MOST_WORDS_TO_SPELL and (found.target is None or beside):
            whole = self._spelling.read(core)
            if whole is not None and not found.denied:
                # "Cascina Terme" is not Cascina, but Casciana Terme.
                return self._heard(whole)
        if found.target is None or self._doubts.about(found.target, found, words):
            return _UNKNOWN
        return self._heard(found.target)

    def _heard(self, target: str) -> PlaceHeard:
        if target in self._names.choices:
            return PlaceHeard("many", target)
        return PlaceHeard("one" if self._network.inside(target) else "outside", target)

    def _postal_code(self, words: Sequence[str], *, asked: bool) -> PlaceHeard | None:
        """The place of a postal code, or None where there is none; a number in a sentence is one only where asked."""
        codes = [word for word in words if word in self._names.by_postal_code]
        bare = all(word in codes or word in _CODE or word in FILLERS for word in words)
        if len(set(codes)) != 1 or not (asked or bare):
            return None
        named = self._mentions.read([word for word in words if word not in codes], asked=asked)
        return self._heard(named.target) if named.target else self._of_code(codes[0])

    def _of_code(self, code: str) -> PlaceHeard:
        sharing = self._names.by_postal_code[code]
        choice = f"cap-{code}"
        return self._heard(choice if choice in self._names.choices else sharing[0])

    def _stated(self, words: Sequence[str]) -> PlaceHeard:
        """A place abroad, or one of the network's with its spaces wrong, where somebody says that they live or are."""
        for start in _statements(words):
            for piece in (words[start:end] for end in range(start + MOST_WORDS_TO_SPELL, start, -1)):
                name = " ".join(piece)
                if len(name) >= SHORTEST_ABROAD and name in self._names.abroad:
                    return PlaceHeard("outside")
                target = self._spelling.misspaced(piece)
                if target is not None and self._network.owns(target) and not blows(words, start + len(piece)):
                    return self._heard(target)
        return _UNKNOWN

    def _guessed(self, words: Sequence[str], found: Found) -> PlaceHeard:
        """A country or city abroad, or a name that was not written well."""
        core = _stripped(found.rest)
        abroad = [word for word in core if word not in FILLERS]
        if " ".join(core) in self._names.abroad or (abroad and self._names.abroad.issuperset(abroad)):
            return PlaceHeard("outside") if ORIGIN.isdisjoint(words) else _UNKNOWN
        if " ".join(core) in self._names.districts:
            return _UNKNOWN
        pieces = iter((core,)) if found.valley else _pieces(found.rest, core)
        for piece in islice(pieces, MOST_PIECES):
            target = self._spelling.read(piece)
            if target is not None:
                return self._heard(target)
        return self._stated(words)


def _typed_words(text: str) -> list[str]:
    """The words of a text, with postal codes written in two parts made one, and digits of names written out."""
    words = _SPLIT_CODE.sub(r"\1\2", normalise(text).replace("i m ", "im ")).split()
    return [DIGITS.get(word, word) for word in words]


def _stripped(words: Sequence[str]) -> Sequence[str]:
    """`words` without what surrounds a name."""
    kept = [index for index, word in enumerate(words) if word not in FILLERS]
    return words[kept[0] : kept[-1] + 1] if kept else ()


def _pieces(words: Sequence[str], core: Sequence[str]) -> Iterator[Sequence[str]]:
    """The parts of a text that may be one mistyped name, longest first: all that is left without the words around it,
    what follows a verb of living or being and its preposition, the end of a short text after a preposition.
    """
    if 0 < len(core) <= MOST_WORDS_TO_SPELL:
        yield core
    for index, word in enumerate(words):
        start = _after_links(words, index)
        if start > index + 1 and (word in LIVING or word in BEING):
            rest = min(len(words) - start, MOST_WORDS_TO_SPELL)
            yield from (words[start : start + length] for length in range(rest, 0, -1))
        elif start > index + 1 and len(words) <= MOST_WORDS_TO_SPELL:
            yield words[start:]


def _statements(words: Sequence[str]) -> Iterator[int]:
    """Where a name may begin after a verb of living or being and "in", unless the text takes it back."""
    for index, word in enumerate(words):
        start = _after_links(words, index)
        stated = (word in LIVING or word in BEING) and word not in ORIGIN and words[start - 1] in INSIDE
        denied = words[index - 1 : index] == [TUSCAN_NOT] or not NOT.isdisjoint(words[max(index - 2, 0) : index])
        if stated and FAR.isdisjoint(words[index:start]) and not denied:
            yield start


def _after_links(words: Sequence[str], index: int) -> int:
    """The first word after `index` that does not lead to a name."""
    start = index + 1
    while start < len(words) and words[start] in LINKS:
        start += 1
    return start
