# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Hamlets and quarters, other names of places, and places abroad."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.gazetteer_comuni import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scripts.gazetteer_comuni import Located
    from scripts.gazetteer_sources import GeoName, Sources



def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The region of GeoNames ("16" is Tuscany) whose hamlets are kept: the network's province and all its neighbours.
TUSCANY = "16"
# Languages of the bot, in which names of countries are known.
LANGUAGES = ("it", "en", "fr", "es", "pt", "ro", "sq", "pl", "uk", "ru", "ar", "fa", "zh", "bn", "ur", "de")
# Cities abroad worth knowing: capitals, and those with at least so many inhabitants.
SHORTEST = 4
LARGE = 1_000_000
LARGE_NEARBY = 100_000
# Europe, and countries from which many people in the network's area come: their smaller cities are known too.
NEARBY_CONTINENT = "EU"
NEARBY = frozenset({"BD", "EG", "GE", "LK", "MA", "PE", "PH", "PK", "SN", "TN"})
# Names of places abroad that are first of all words or given names in Italian.
NOT_ABROAD = _set("""
    amano angeles ariel bender bordo castello colonia dominique douglas fiume franca gente grana granata
    hamilton indie ira island julia lester lincoln maurice montgomery nancy ottava palma panda parla pensa peste
    pesto porto preston riunione rosario russe salvador sofia sophia stalin stanley tanta usera valley victoria
    vladimir
""")
# How many of the words of everyday conversation never name a far-away comune ("salve", "ora", "calcio").
OFTEN = 3_000
_ARTICLE = re.compile(r"^(il|lo|la|i|gli|le|l) ")
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "BENGALI": "Beng", "CJK": "Hani"}
# GeoNames also lists codes ("PSA") and transliterations ("bi sa"); names written for people begin with one capital.
_LATIN_NAME = re.compile(r"[^\W\d_][^\W\d_' -]*[a-zà-ÿ]([ '-][^\W\d_]+)*")
_OTHER_LANGUAGE = {"Trentino-Alto Adige": "de", "Valle d'Aosta": "fr", "Friuli-Venezia Giulia": "sl"}


@dataclass(frozen=True, slots=True, order=True)
class Hamlet:
    """One hamlet or quarter. `approximate`: the point is that of the seat of its comune."""

    comune: str
    name: str
    latitude: float
    longitude: float
    approximate: bool
    source: str


@dataclass(frozen=True, slots=True, order=True)
class OtherName:
    """One more name of a comune; `language` is a BCP 47 tag, "und-<script>" where only the script is known."""

    istat: str
    name: str
    language: str


def comune_id(one: Located) -> str:
    """The id of a comune, as the gazetteer makes it: "calcinaia-pi"."""
    return f"{fold(one.comune.name)} {one.comune.province}".lower().replace(" ", "-")


def hamlets(found: list[Located], sources: Sources, by_hand: Iterable[Mapping[str, str]]) -> list[Hamlet]:
    """Hamlets of GeoNames in Tuscany, and those entered by hand, which take the point of the published one with the
    same name (or the name in `published_as`, which they replace); sorted, no doubles.
    """
    located = {f"{home.comune.name} ({home.comune.province})": home for home in found}
    published = list(_published(found, sources.geonames()))
    known = {(hamlet.comune, _key(hamlet.name)): hamlet for hamlet in published}
    every = {(hamlet.comune, _key(hamlet.name)): hamlet for hamlet in published}
    for row in by_hand:
        home = located[row["comune"]]
        istat = home.comune.istat
        same = known.get((istat, _key(row["published_as"] or row["name"])))
        every.pop((istat, _key(row["published_as"])), None)
        every[(istat, _key(row["name"]))] = _entered(row["name"], home, same)
    return sorted(every.values())


def _key(name: str) -> str:
    """The same hamlet is written with its article or without, and "San Pietro" or "Santo Pietro"."""
    return _ARTICLE.sub("", fold(name)).replace("santo ", "san ")


def _published(found: list[Located], places: list[GeoName]) -> Iterator[Hamlet]:
    by_old_code = {comune.comune.code_2024: comune for comune in found}
    for place in places:
        home = by_old_code.get(place.comune)
        if place.region == TUSCANY and home is not None:
            for name in _parts(place, home):
                approximate = name != place.name
                yield Hamlet(home.comune.istat, name, place.latitude, place.longitude, approximate, "geonames")


def _parts(place: GeoName, home: Located) -> list[str]:
    """ISTAT joins settlements that grew together with a hyphen: each part is a name of its own, unless it is the seat
    under the whole name of its comune or its beginning ("Montopoli" of "Montopoli in Val d'Arno").
    """
    comune = fold(home.comune.name)
    if fold(place.name) == comune or re.match(rf"{fold(place.name)} (a|d|del|di|in|sul|sull) ", comune):
        return []
    return [name for name in re.split(r"-(?=[A-Z])", place.name) if fold(name) != comune]


def _entered(name: str, home: Located, same: Hamlet | None) -> Hamlet:
    if same is not None:
        return Hamlet(same.comune, name, same.latitude, same.longitude, same.approximate, "hand+geonames")
    return Hamlet(home.comune.istat, name, home.seat.latitude, home.seat.longitude, approximate=True, source="hand")


def other_names(found: list[Located], exonyms_of: frozenset[str], taken: frozenset[str]) -> list[OtherName]:
    """Names in the other official language (ISTAT), and exonyms of the comuni with codes `exonyms_of`
    (GeoNames) that are not in `taken`.
    """
    every = {name for comune in found for name in _official(comune)}
    for comune in found:
        if comune.comune.istat in exonyms_of:
            names = (unicodedata.normalize("NFC", name) for name in comune.seat.alternates)
            every |= {
                OtherName(comune.comune.istat, name, f"und-{script}")
                for name in names
                if (script := _script(name)) and fold(name) not in taken and not _begins(comune.comune.name, name)
            }
    return sorted(every)


def _begins(official: str, name: str) -> bool:
    """Beginnings of names have a rule of their own in the gazetteer."""
    return bool(fold(name)) and fold(official).startswith(fold(name))


def _official(comune: Located) -> Iterator[OtherName]:
    language = _OTHER_LANGUAGE.get(comune.comune.region)
    if comune.comune.other_name and language:
        yield OtherName(comune.comune.istat, comune.comune.other_name, language)


def _script(name: str) -> str:
    """The script of a name that is worth keeping, else an empty string."""
    script = _SCRIPTS.get(unicodedata.name(name[:1] or " ", "").split(" ", maxsplit=1)[0].split("-")[0], "")
    if script == "Latn" and not (_LATIN_NAME.fullmatch(name) and name[0].isupper()):
        return ""
    return script


def foreign(sources: Sources, italian: Iterable[str], words: frozenset[str]) -> list[tuple[str, str, str]]:
    """(name, kind, country): countries in the bot's languages, capitals and large cities; no name of an Italian place,
    and of four letters none that is also a word of `words` ("Male").
    """
    taken = {fold(name) for name in italian} | NOT_ABROAD | {""}
    kinds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in sources.countries(language).items():
            if len(code) == len("FR") and code not in {"IT", "ZZ", "EU", "EZ", "UN", "QO"} and "," not in name:
                kinds[fold(name) if _script(name.capitalize()) == "Latn" else name.casefold()].add(("country", code))
    for name, code in _cities(sources):
        kinds[fold(name)].add(("city", code))
    rows = ((name, *min(found, key=lambda kind: (kind[0] == "city", kind[1]))) for name, found in kinds.items())
    return sorted(row for row in rows if row[0] not in taken and not (len(row[0]) == SHORTEST and row[0] in words))


def _cities(sources: Sources) -> Iterator[tuple[str, str]]:
    countries, cities = sources.world()
    capitals = {(country["iso"], country["capital"]) for country in countries.values()}
    for city in cities.values():
        code = city["countrycode"]
        nearby = code in NEARBY or countries[code]["continentcode"] == NEARBY_CONTINENT
        least = LARGE_NEARBY if nearby else LARGE
        if code != "IT" and (city["population"] >= least or (code, city["name"]) in capitals):
            alternates = (name for name in city["alternatenames"] if _script(name) == "Latn")
            for name in dict.fromkeys((city["name"], *alternates)):
                if len(fold(name)) >= SHORTEST and " " not in fold(name):
                    yield fold(name), code


def common_words(sources: Sources, kept: Iterable[str], by_hand: Iterable[str]) -> list[tuple[str, str]]:
    """(word, "yes" if among the most frequent) of what people say in Italian, and words of other languages entered by
    hand; without `kept`.
    """
    words = [*by_hand, *(fold(word) for word in sources.spoken("it"))]
    often = set(words[:OFTEN])
    every = {word for word in words if len(word) > 1 and " " not in word}
    return [(word, "yes" if word in often else "no") for word in sorted(every.difference(kept))]
