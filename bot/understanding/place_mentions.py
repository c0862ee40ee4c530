# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of places that are written well in a text, and which of them is meant.

Every name is looked up as it is, the longest first. What stands around it says how much it counts: "abito a Calci" is
a clear statement, "mi ha preso a calci" is not a place at all, "lontano da Pisa" and "non a Pisa" take it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.normalise import normalise
from bot.understanding.phrase import MOST_WORDS
from bot.understanding.place_context import arrives, blows, denied, person, refused, thing
from bot.understanding.place_index import Network, PlaceNames
from bot.understanding.place_masks import districts, streets
from bot.understanding.place_scripts import bare_forms, inflected, unspaced
from bot.understanding.place_words import (
    ARTICLES,
    BARE_ARTICLES,
    BEING,
    FILLERS,
    LINKS,
    LIVING,
    NEAR,
    NOT,
    SMALL_WORDS,
    STAYING,
)

LONGEST_NAME = 8
"""Words of the longest name of a place."""

SHORT = 4
"""Letters of a far-away name that is too short to be noticed inside a sentence."""

FEW = 2
"""Words around a bare name that still leave it bare."""

ASKED_FOR = 3
"""Words of what is looked for before the name of a comune of the network ("centro antiviolenza Pisa")."""

LONG = 3
"""Words of a hamlet's everyday name that is clear as a whole message ("Prato d'Era")."""

_LOOK_BACK = 6
_OF = frozenset({"di", "da", "del", "dal", "della", "dalla"})
_WITHIN = (["in"], ["alla"], ["nella"], ["nel"])
_BETWEEN = frozenset({"tra", "fra"})
_SAINTS = frozenset({"san", "sant", "santa", "santo"})
_PREPOSITIONS = (LINKS - BARE_ARTICLES) | frozenset(ARTICLES)


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in a text: `words[start:end]`.

    `plain`: the name is made of everyday words only. `linked`: a preposition leads to it; `stated`: a verb of living or
    being, too; `lives`: a verb of living; `stays`: "sto a", "sono alla"; `comes`: "sono di", "vengo da". `near` and
    `denied`: what is said before it.
    """

    start: int
    end: int
    target: str
    plain: bool = False
    linked: bool = False
    stated: bool = False
    lives: bool = False
    stays: bool = False
    comes: bool = False
    near: bool = False
    denied: bool = False

    @property
    def weight(self) -> int:
        """How much a mention counts beside others: where somebody lives, is, names a place, comes from."""
        if self.near or self.comes:
            return 0
        return 3 if self.lives else 2 if self.stated else 1


@dataclass(frozen=True, slots=True)
class Found:
    """What the names in a text say: `target` is what they mean, if that is one thing.

    `named`: whether there was a name at all; `denied`: whether one was taken back; `valley`: whether a valley or a
    district was named. `rest`: the words that no name accounts for; `names`: the words of each name that counts.
    """

    target: str | None
    named: bool
    denied: bool
    valley: bool
    rest: Sequence[str]
    names: tuple[tuple[str, ...], ...]


class Mentions:
    """Finds the names of `names` in words."""

    def __init__(self, names: PlaceNames, network: Network) -> None:
        folded = {name if name.isascii() else normalise(name): target for name, target in names.names.items()}
        self._names = {**inflected(folded), **folded}
        self._choices, self._words, self._capitals = names.choices, names.words, names.capitals
        self._districts = tuple(tuple(name.split()) for name in names.districts)
        self._network = network
        self._first_words = {name.partition(" ")[0] for name in self._names}
        self._unspaced = tuple(sorted(filter(unspaced, self._names), key=lambda name: (-len(name), name)))

    def read(self, words: Sequence[str], *, asked: bool) -> Found:
        """What the names in `words` mean together; `asked` as in `PlaceMatcher.find`."""
        words = words[:MOST_WORDS]
        masked, valleys = streets(words), districts(words, self._districts)
        every = list(self._all(words, masked | valleys))
        named = {index for mention in every for index in range(mention.start, mention.end)}
        rest = [word for index, word in enumerate(words) if index not in named and index not in masked]
        counted = [mention for mention in every if self._counts(mention, words, rest, asked=asked)]
        denied = any(mention.denied for mention in every)
        names = tuple(tuple(words[mention.start : mention.end]) for mention in counted)
        return Found(self._one(counted), bool(every), denied, bool(valleys), rest, names)

    def _all(self, words: Sequence[str], masked: frozenset[int]) -> Iterator[Mention]:
        start = 0
        while start < len(words):
            found = None if start in masked else self._at(words, start)
            if found is None or self._no_place(words, start, found[2]):
                start += 1
            else:
                end, name, target = found
                yield self._described(words, start, end, name, target)
                start = end

    def _no_place(self, words: Sequence[str], start: int, target: str) -> bool:
        comune = self._network.is_comune(target)
        return thing(words, start, comune=comune) or (not comune and person(words, start))

    def _at(self, words: Sequence[str], start: int) -> tuple[int, str, str] | None:
        """The end, the name and the meaning of the longest name that begins at `start`."""
        first = [words[start], *([ARTICLES[words[start]]] if words[start] in ARTICLES else [])]
        known = [word for word in first if word in self._first_words]
        for end in range(min(len(words), start + LONGEST_NAME), start, -1) if known else ():
            for word in known:
                name = " ".join((word, *words[start + 1 : end]))
                if name in self._names:
                    return end, name, self._names[name]
        return self._in_other_script(words[start], start + 1)

    def _in_other_script(self, word: str, end: int) -> tuple[int, str, str] | None:
        """Scripts that write no spaces, or join prepositions and cases to the name."""
        if word.isascii():
            return None
        name = next((name for name in bare_forms(word) if name in self._names), None)
        if name is None and unspaced(word):
            name = next((name for name in self._unspaced if name in word), None)
        return None if name is None else (end, name, self._names[name])

    def _described(self, words: Sequence[str], start: int, end: int, name: str, target: str) -> Mention:
        index = start - 1
        linked = {words[start]} & ARTICLES.keys()
        while index >= max(0, start - _LOOK_BACK) and words[index] in LINKS:
            linked.add(words[index])
            index -= 1
        verb = words[index] if index >= 0 else ""
        # "Tra Cascina e Pontedera" says no more of the first than of the second.
        stated = bool(linked) and (verb in LIVING or verb in BEING) and _BETWEEN.isdisjoint(linked)
        return Mention(
            start,
            end,
            target,
            plain=self._is_plain(name, target),
            linked=not _PREPOSITIONS.isdisjoint(linked),
            stated=stated,
            lives=stated and verb in LIVING,
            stays=stated and verb in STAYING and arrives(words, index + 1, start) and not blows(words, end),
            comes=stated and verb in BEING and index == start - 2 and words[start - 1] in _OF,
            near=not NEAR.isdisjoint(linked),
            denied=denied(words, index, frozenset(linked)) or refused(words, start, end),
        )

    def _is_plain(self, name: str, target: str) -> bool:
        """Whether the name could be said without thinking of a place: everyday words, or a few letters far away."""
        words = name.split()
        if len(name) <= SHORT and not (self._network.owns(target) or target in self._capitals):
            return True
        if words[0] in _SAINTS and len(words) > 1:
            return False
        return all(word in self._words or word in SMALL_WORDS or word in FILLERS for word in words)

    def _counts(self, mention: Mention, words: Sequence[str], rest: Sequence[str], *, asked: bool) -> bool:
        """Whether a mention is a statement, `rest` being the words of the text that no name accounts for."""
        alone = all(word in FILLERS or word == mention.target[-2:] for word in rest)
        if mention.denied:
            return False
        word = mention.end - mention.start == 1
        if mention.plain and word and words[mention.start - 1 : mention.start] in _WITHIN and "." in mention.target:
            return False
        comune = "." not in mention.target
        if mention.plain:
            stays = mention.stays and self._network.owns(mention.target)
            bare = not rest and (comune or len(words) >= LONG) and self._network.owns(mention.target)
            return mention.lives or mention.comes or stays or bare or (asked and alone)
        if asked or mention.stated:
            return True
        known = self._network.owns(mention.target) or mention.target in self._capitals
        ends = mention.end == len(words) and len(rest) <= ASKED_FOR and self._network.owns(mention.target)
        clear = (mention.linked and known) or (ends and NOT.isdisjoint(rest))
        return (comune and clear) or (alone and len(rest) <= FEW and NOT.isdisjoint(rest))

    def _one(self, mentions: Sequence[Mention]) -> str | None:
        """What the mentions mean together; None where they mean two places."""
        most = max((mention.weight for mention in mentions), default=0)
        targets = list(dict.fromkeys(mention.target for mention in mentions if mention.weight == most))
        meant: str | None = targets[0] if targets else None
        for other in targets[1:]:
            meant = meant and self._narrower(meant, other)
        return meant

    def _narrower(self, first: str, second: str) -> str | None:
        """What two names mean when one explains the other: a hamlet and its comune, a shared name and the comune or the
        capital of the province that tells which, a place and the capital of its province.
        """
        for one, other in ((first, second), (second, first)):
            shared = self._choices.get(one)
            wanted = _comune(other) if shared else other
            inside = [place for place in shared or (one,) if _comune(place) == wanted != place]
            if len(inside) == 1:
                return inside[0]
            if len(inside) > 1:
                return one
        if second not in self._capitals:
            # "Pisa, Ghezzano": a hamlet just outside the city that people say first.
            return second if first in self._capitals and "." in second and second[-2:] == first[-2:] else None
        there = [place for place in self._choices.get(first, (first,)) if place[-2:] == second[-2:]]
        return there[0] if len(there) == 1 else (first if there else None)


def _comune(place: str) -> str:
    return place.partition(".")[2] or place
