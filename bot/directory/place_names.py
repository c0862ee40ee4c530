# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a name means: one place, or a choice among those that share it.

The rules, first to last:

1. a comune of the home province is meant by its own name, whatever else is called so;
2. hamlets of the home province come before everything far away: they share a choice only with comuni and hamlets of
   the same region, and with places of the home province whose names begin so;
3. a place is meant by a name that was given to it on purpose (`other_names.csv`);
4. elsewhere in the region comuni come before hamlets; far away, comuni of the same name share a choice, the most
   populous first;
5. the beginning of a name ("Montecatini", "San Giuliano") means the comuni of the region and the hamlets of the home
   province that begin so, if nobody in the region is called so;
6. the name of a hamlet of the home province without its article ("Melorie") is read like a beginning; where it is also
   an everyday word ("la Catena"), only beside places that are called so. Two of them, one called "Badia" and one "la
   Badia", share both names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

MOST = 6
"""Places in a choice: what WhatsApp can offer as digits on one page."""

_SEPARATORS = re.compile(r"[\W_]+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAINTS = frozenset({"san", "sant", "santa", "santo"})
_ENDS_BEFORE = _set("""
    a ad ai al alla alle all da dal dalla d de del della delle dello degli dell di e ed i il in la le nel nell
    sul sull su lo gli
""")
_ARTICLES = frozenset({"il", "lo", "la", "l", "i", "gli", "le"})
_TOO_GENERAL = _SAINTS | _set("""
    a badia badie bagni bagno borgo campo capo casa casal case casale casali castel castello cinque colle corte
    corti croce dei del don due fiume fonte forte i il isola l la lago le lido lo marina massa molina molino
    montagna monte monti mulino passo pian piano piazza pieve poggio ponte porta porto pozzo quartiere quattro
    rio rocca rosa santi sasso sei selva stazione terra torre tre val valle via vico villa villaggio
""")
"""Words that begin too many names to mean one."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the rules look at.

    `key` is the folded name; `home` is in the home province, `near` in its region; `weight` orders inside a choice.
    """

    id: str
    key: str
    comune: str
    hamlet: bool
    home: bool
    near: bool
    weight: float


@dataclass(slots=True)
class Names:
    """`meanings`: a folded name -> the id of a place or a choice. `choices`: id of a choice -> places, best first."""

    meanings: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)


def folded(name: str) -> str:
    """`name` as lower-case words; accents of Latin letters go, other scripts stay as they are.

    >>> folded("Sant'Ermete"), folded("Agliè")
    ('sant ermete', 'aglie')
    """
    if name.isascii():
        return _SEPARATORS.sub(" ", name.lower()).strip()
    if unicodedata.name(name[0], "").startswith("LATIN"):
        bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
        return _SEPARATORS.sub(" ", bare.lower()).strip()
    text = unicodedata.normalize("NFKC", name)
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in text)
    return " ".join("".join(kept).casefold().split())


def meanings(places: Iterable[Named], given: Mapping[str, str], words: frozenset[str]) -> Names:
    """Every name and what it means. `given`: a folded name -> the id of the place that it was given to; `words` are
    everyday words, of which alone no beginning can be made ("Fuori del Ponte").
    """
    whole: dict[str, list[Named]] = defaultdict(list)
    beginnings: dict[str, list[Named]] = defaultdict(list)
    for place in places:
        key = place.key
        whole[key].append(place)
        if place.home or (place.near and not place.hamlet):
            for beginning in _beginnings(key, words):
                beginnings[beginning].append(place)
    for place, bare in _without_articles(whole, words):
        beginnings[bare].append(place)
    names = Names()
    for key, sharing in whole.items():
        alone = len(sharing) == 1 and key not in beginnings
        _settle(names, key, sharing if alone else _sharing(sharing, beginnings[key]))
    for key, place_id in given.items():
        if not any(place.home for place in whole.get(key, ())):
            names.meanings[key] = place_id
    for key, sharing in beginnings.items():
        if key not in names.meanings:
            _settle(names, key, sharing)
    return names


def _is_home_comune(sharing: Iterable[Named]) -> bool:
    return any(place.home and not place.hamlet for place in sharing)


def _beginnings(key: str, common: frozenset[str]) -> Iterator[str]:
    words = key.split()
    saint = words[0] in _SAINTS
    for length in range(1, len(words)):
        telling = any(word not in _TOO_GENERAL and (saint or word not in common) for word in words[:length])
        if telling and words[length - 1] not in _ENDS_BEFORE:
            yield " ".join(words[:length])


def _without_articles(whole: Mapping[str, list[Named]], common: frozenset[str]) -> Iterator[tuple[Named, str]]:
    """Hamlets of the home province and their names without the article, where these may mean a place; and those that
    never had it, with it, where another is called so ("la Badia").
    """
    for key, sharing in whole.items():
        article, _, bare = key.partition(" ")
        home = [place for place in sharing if place.home and place.hamlet]
        if article in _ARTICLES and home and (bare in whole or not (bare in common or bare in _TOO_GENERAL)):
            yield from ((place, bare) for place in home)
            yield from ((place, key) for place in whole.get(bare, ()) if place.home)


def _sharing(whole: list[Named], beginning: list[Named]) -> list[Named]:
    if _is_home_comune(whole):
        return [place for place in whole if place.home and not place.hamlet]
    home = [place for place in whole if place.home]
    near = [place for place in whole if place.near]
    if home:
        taken = {place.comune for place in near}
        return near + [place for place in beginning if place.comune not in taken]
    comuni = [place for place in near if not place.hamlet]
    if comuni or not any(place.home for place in beginning):
        return comuni or near or whole
    return beginning + near


def _settle(names: Names, key: str, sharing: list[Named]) -> None:
    if len(sharing) == 1:
        names.meanings[key] = sharing[0].id
        return
    ordered = sorted(sharing, key=_order)[:MOST]
    choice = key.replace(" ", "-")
    names.meanings[key] = choice
    names.choices[choice] = tuple(place.id for place in ordered)


def _order(place: Named) -> tuple[bool, bool, bool, float, str]:
    return (not place.home, not place.near, place.hamlet, -place.weight, place.id)
