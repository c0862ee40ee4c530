# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a name that is written well may be part of another one: that of a hamlet which nobody has told us.

Half the farms of Tuscany are called like something else. What stands right before and after a name tells: "Aia Bianca
di Sotto" is not Aia Bianca, "Molino di Prato" is not Prato. A place that is not understood is asked for again; the
wrong one sends somebody to the wrong door.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.understanding.place_index import Network, PlaceNames
from bot.understanding.place_mentions import Found
from bot.understanding.place_spelling import Spelling
from bot.understanding.place_words import FAR_BEGIN, FILLERS, HAMLETS_BEGIN, MANY_ARE_CALLED, NAMES_GO_ON, SMALL_WORDS

_ARTICLES = frozenset({"il", "lo", "la", "i", "gli", "le"})
_OF = frozenset({"di", "del", "dello", "della", "dell", "d", "dei", "delle", "degli"})
_SAINTS = frozenset({"san", "sant", "santa", "santo"})
_SHORT = 6
"""Words of a text that is hardly more than a name."""


class Doubts:
    """Doubts about what `Mentions` found among `names`, for people of `network`."""

    def __init__(self, names: PlaceNames, network: Network, spelling: Spelling) -> None:
        self._words, self._network, self._spelling = names.words, network, spelling

    def about(self, target: str, found: Found, words: Sequence[str]) -> bool:
        """Whether `target` may not be meant. A comune of the network is beyond doubt. A name far away needs more than
        itself: "Torretta" is a comune in Sicily and half the farms of Tuscany, and no city has an article that is not
        in its name ("il Prato"), hamlets have.
        """
        owned = self._network.owns(target)
        if owned and "." not in target:
            return False
        begin = HAMLETS_BEGIN if owned else HAMLETS_BEGIN | FAR_BEGIN
        if any(_continues(words, name, begin) for name in found.names):
            return True
        if "." in target and len(words) <= _SHORT and self._part(words, found, owned=owned):
            return True
        return not owned and self._far(target, found, words)

    def _far(self, target: str, found: Found, words: Sequence[str]) -> bool:
        if any(words[start - 1] in _ARTICLES for name in found.names for start in _starts(words, name) if start):
            return True
        if len(words) <= _SHORT and not self._network.knows(target) and not self._read(found.rest):
            # "Ponte Tal dei Tali" is a hamlet that we do not know, not the far-away comune in its name.
            return True
        told = len(found.names) > 1 or target[-2:] in words or any(map(_telling, found.names))
        return not (told or self._network.surely(target) or self._network.knows(target))

    def _read(self, rest: Sequence[str]) -> bool:
        return all(word in FILLERS or word in self._words for word in rest)

    def _part(self, words: Sequence[str], found: Found, *, owned: bool) -> bool:
        """Whether the words that touch a name, or are tied to it by "di", make it the name of another hamlet. Outside
        the network any word does; in it, one that is not said every day and follows a name that many places have ("San
        Giusto di Brancoli", but neither "Forcoli aiuto" nor "Fornacette Esselunga").
        """
        known = FILLERS | {word for name in found.names for word in name}
        for name in found.names:
            for start in _starts(words, name):
                before = [word for word in words[max(start - 2, 0) : start] if word not in _OF][-1:]
                after = [word for word in words[start + len(name) :] if word not in SMALL_WORDS][:1]
                unsaid = [word for word in after if word not in self._words and self._common(name)]
                touching = unsaid if owned else [*before, *after]
                if not NAMES_GO_ON.isdisjoint(after) or self._strange(touching, known):
                    return True
        return False

    def _strange(self, touching: Sequence[str], known: frozenset[str]) -> bool:
        """Whether one of these words is nothing that we know, not even mistyped."""
        return any(word not in known and self._spelling.read([word]) is None for word in touching)

    def _common(self, name: Sequence[str]) -> bool:
        """Whether many places may be called so: saints, everyday words, "Badia"."""
        return name[0] in _SAINTS or all(
            word in MANY_ARE_CALLED or word in SMALL_WORDS or word in self._words for word in name
        )


def _telling(name: Sequence[str]) -> bool:
    """Whether a name has two words of its own: no farm is called "Casal di Principe"."""
    return len([word for word in name if word not in SMALL_WORDS and word not in _SAINTS]) > 1


def _continues(words: Sequence[str], name: Sequence[str], begin: frozenset[str]) -> bool:
    """Whether `name` ends that of a hamlet which we do not know: "Ponte a" and "Molino del" go on with any name."""
    begun = any(
        start and (words[start - 1] in begin or (words[start - 1] in SMALL_WORDS and words[start - 2] in begin))
        for start in _starts(words, name)
    )
    return begun or (len(name) == 1 and name[0] in HAMLETS_BEGIN and _goes_on(words, name))


def _goes_on(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a word that is none of those around names follows `name`: "Molino", then "Mazzetti"."""
    ends = (start + len(name) for start in _starts(words, name))
    return any(word not in FILLERS for end in ends for word in words[end : end + 2])


def _starts(words: Sequence[str], name: Sequence[str]) -> Iterator[int]:
    """Where `name` stands in `words`."""
    return (start for start in range(len(words)) if tuple(words[start : start + len(name)]) == tuple(name))
