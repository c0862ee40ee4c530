# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Names that were shortened or mistyped. Tried only when no name was written well, and only on what is left of a text
once the words around a name are gone.

Three ways, first to last: the letters are right and the spaces are not ("sangiulianoterme", "ponte dera"); words are
shortened ("s. giuliano t.", "casteln. v. cecina"); letters are wrong, counted by the optimal string alignment distance
(one in four letters or more, two in eight or more). Letters that are doubled or made single by mistake, where most
mistakes are, count for nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.place_index import Network, PlaceNames
from bot.understanding.place_slips import other_ending, weight
from bot.understanding.place_words import word_set

SHORTEST = 4
"""Letters of the shortest word that may be a mistyped name."""

SHORTEST_HAMLET = 5
"""The same for hamlets and shared names, which are seldom meant."""

SHORTEST_FAR = 6
"""The same for names outside the network, which are many and seldom meant."""

LONGEST = 34
"""Letters of the longest name, mistakes included."""

_TWO_MISTAKES_FROM = 7
_SURE_FROM = 8
_SURE_TYPED_FROM = 9
_ONE_MISTAKE_IN_HAMLETS_FROM = 6
_ANY_LETTER_FROM = 10
_TWO_MISTAKES_FAR_FROM = 11
_DOUBLE = re.compile(r"(.)\1")
_SOUNDS = str.maketrans({"k": "c", "j": "i", "y": "i", "w": "v"})
_SAINT = frozenset({"s", "san", "santa", "santo", "sant", "sta", "sto", "st", "ss"})
_SMALL = word_set("""
    a ad ai al alla alle all d da dal dalla de del della delle dell di e ed i il in la le l lo gli nel sul sull
    su
""")
_SURE_LETTERS = 4
_ARTICLES = ("il", "lo", "la", "l", "i", "gli", "le")
"""A name without the article that it has is only read as it is: what is left is short, and many farms are called so."""


def joined(words: Sequence[str]) -> str:
    """Words as one, with the letters that sound the same made the same."""
    return "".join(words).translate(_SOUNDS)


def squeezed(text: str) -> str:
    """Joined words without double letters."""
    return _DOUBLE.sub(r"\1", text)


@dataclass(slots=True)
class Shelf:
    """Names by how they are written, squeezed, and by length."""

    meanings: dict[str, str] = field(default_factory=dict)
    by_length: dict[int, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    far: bool = False

    def add(self, name: str, target: str) -> None:
        """Put a joined name on the shelf; the first meaning of a name stays. Short ones are only read as they are."""
        if name not in self.meanings:
            self.meanings[name] = target
            short = squeezed(name)
            if len(short) >= (SHORTEST if _is_comune(target) else SHORTEST_HAMLET):
                self.by_length[len(short)].append((short, name))

    def nearest(self, text: str, mistakes: int) -> tuple[int, set[str]]:
        """The smallest distance up to `mistakes`, and all that is meant by names at that distance.

        Doubled letters are not counted, except between names that are otherwise equally far. The shortest names must
        begin as they should: with one letter in four wrong, the first is what tells them from nonsense.
        """
        short = squeezed(text)
        lengths = range(len(short) - mistakes, len(short) + mistakes + 1)
        rows = [row for length in lengths for row in self.by_length.get(length, ())]
        squeezed_names = [name for name, _ in rows]
        found = process.extract(short, squeezed_names, scorer=OSA.distance, score_cutoff=mistakes, limit=None)
        apart: dict[str, tuple[int, int]] = {}
        for name, distance, index in found:
            written = rows[index][1]
            if len(name) <= SHORTEST and name[0] != short[0]:
                continue
            as_written = OSA.distance(text, written)
            if self._plausible(text, written, int(distance), as_written):
                apart[written] = (min(int(distance), as_written), as_written)
        best = min(apart.values(), default=(mistakes + 1, 0))
        return best[0], {self.meanings[name] for name, distance in apart.items() if distance == best}

    def _plausible(self, typed: str, name: str, distance: int, as_written: int) -> bool:
        """Whether `typed` may be a slip. Names of hamlets that nobody has told us look like the ones that we know
        ("Ponsano", "Palagetto"), so what is not nearly right must at least begin right, be long, and be what a hand
        or an ear gets wrong.
        """
        if distance == 0:
            return True
        slips = min(weight(squeezed(typed), squeezed(name)), weight(typed, name))
        if (self.far or not _is_comune(self.meanings[name])) and (typed[0] != name[0] or _other_ending(typed, name)):
            return False
        if not _is_comune(self.meanings[name]):
            likely = slips == 1 or len(name) >= _ANY_LETTER_FROM
            return likely and as_written == 1 and len(name) >= _ONE_MISTAKE_IN_HAMLETS_FROM
        if distance <= 1 and (as_written <= 1 or len(typed) >= _SURE_TYPED_FROM):
            return slips == 1 or not (self.far or len(name) <= SHORTEST)
        return slips <= distance and typed[0] == name[0] and len(squeezed(name)) >= _SURE_FROM


class Spelling:
    """Reads the names of `names` that the network's people name, when they are not written as there."""

    def __init__(self, names: PlaceNames, network: Network) -> None:
        self._choices, self._words, self._network = names.choices, names.words, network
        self._own, self._far = Shelf(), Shelf(far=True)
        self._by_word: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name, target in names.names.items():
            if _with_plate(name, target) or any(
                names.names.get(f"{article} {name}") == target for article in _ARTICLES
            ):
                continue
            if network.owns(target):
                self._own.add(joined(name.split()), target)
                self._remember_words(name, target)
            elif network.knows(target):
                self._far.add(joined(name.split()), target)

    def _remember_words(self, name: str, target: str) -> None:
        words = _important(name.split())
        for word in set(words):
            if len(word) >= _SURE_LETTERS:
                self._by_word[word].append((words, target))

    def read(self, words: Sequence[str]) -> str | None:
        """What `words`, which should be a name and nothing else, mean; None when nothing or more than one thing."""
        text = joined(words)
        if not SHORTEST <= len(text) <= LONGEST:
            return None
        return self.misspaced(words) or self._shortened(words) or self._mistyped(words, text)

    def misspaced(self, words: Sequence[str]) -> str | None:
        """What `words` mean if only the spaces are wrong."""
        text = joined(words)
        own = self._own.meanings.get(text)
        if len(words) == 1 and words[0] in self._words and not (own and _is_comune(own)):
            return None
        return own or (self._far.meanings.get(text) if len(text) >= SHORTEST_FAR else None)

    def _shortened(self, words: Sequence[str]) -> str | None:
        typed = _important(words)
        if len(typed) < len(("s", "giuliano")):
            return None
        names = [pair for word in typed for pair in self._by_word.get(word, ()) if _abbreviates(typed, pair[0])]
        whole = [pair for pair in names if len(pair[0]) == len(typed)]
        return self._only(target for _, target in whole or names)

    def _mistyped(self, words: Sequence[str], text: str) -> str | None:
        if all(word in self._words for word in words) and words[0] not in _SAINT:
            return None
        mistakes = 1 + (len(squeezed(text)) >= _TWO_MISTAKES_FROM)
        best, own = self._own.nearest(text, mistakes)
        mistakes_far = min(best - 1, (len(text) >= SHORTEST_FAR) + (len(text) >= _TWO_MISTAKES_FAR_FROM))
        if mistakes_far > 0:
            best_far, far = self._far.nearest(text, mistakes_far)
            if best_far < best:
                long = best_far == 0 or len(squeezed(text)) >= _SURE_TYPED_FROM
                return self._only(one for one in far if self._network.surely(one) or (long and _is_comune(one)))
        return self._only(own)

    def _only(self, targets: Iterable[str]) -> str | None:
        """The one thing meant: the only one, or the only comune, or the choice that holds all."""
        found = set(targets)
        comuni = [target for target in found if _is_comune(target)]
        if len(found) == 1 or len(comuni) == 1:
            return (comuni or list(found))[0]
        places = {place for target in found for place in self._choices.get(target, (target,))}
        holding = (choice for choice in found if places and places <= set(self._choices.get(choice, ())))
        return next(holding, None)


def _with_plate(name: str, target: str) -> bool:
    """Whether a name ends in the car plate of its comune ("calenzano fi"): two letters that nobody mistypes."""
    return _is_comune(target) and name.endswith(f" {target[-2:]}")


def _other_ending(typed: str, name: str) -> bool:
    """Whether `typed` is a short name but for its last vowel, so that it may as well be that of somewhere else."""
    return len(name) < _ANY_LETTER_FROM and other_ending(typed, name)


def _is_comune(target: str) -> bool:
    """Whether an id is that of a comune: it ends in a car plate, and a hamlet's has a dot."""
    return "." not in target and target[-3:-2] == "-"


def _important(words: Sequence[str]) -> tuple[str, ...]:
    """The words that count, saints made the same; "s/arno" is "sull'Arno", not a saint."""
    kept = [word for index, word in enumerate(words) if word not in _SMALL and (word != "s" or index == 0)]
    return tuple("s" if word in _SAINT else word for word in kept)


def _abbreviates(typed: Sequence[str], name: Sequence[str]) -> bool:
    """Whether every typed word begins the word of the name in its place, and at least one is whole."""
    return len(typed) <= len(name) and all(whole.startswith(word) for word, whole in zip(typed, name, strict=False))
