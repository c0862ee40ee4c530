# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold of each service by itself: closed lists and places.

Each function yields the problems of one kind, in the order of the file. Codes are listed in docs/checks.md.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import get_close_matches

from bot.content.directory_reading import Reading, Where, said
from bot.content.directory_schema import ServiceFile, SiteFile
from bot.directory.geo import distance_km
from bot.directory.model import AUDIENCES, KINDS
from bot.errors import Problem

WITHOUT_TOPICS = ("network", "public_office", "family_centre")
"""Kinds of service that may be here although nobody is sent to them for a topic."""
FARTHEST_KM = 20.0
"""A door farther than this from the seat of its comune is a slip of the pen."""
ITALY = (35.0, 47.2, 6.5, 18.6)
"""South, north, west, east."""
_ISO_639_1 = """
aa ab af ak am ar as ay az ba be bg bi bm bn bo br bs ca cs cy da de dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd
gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb
ne nl nn no om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tl tn to tr ts tt ug uk ur uz vi wo xh yi yo zh zu
"""
LANGUAGES = frozenset(_ISO_639_1.split())
"""Two-letter codes of ISO 639-1, and nothing else."""


def words(reading: Reading) -> Iterator[Problem]:
    """Closed lists: topics, kinds, audiences, languages (D03 to D06), and services without a topic (D40)."""
    topics = sorted(reading.topics)
    for path, service in reading.services():
        yield from _unknown(reading, ("D03", "argomento"), (*path, "topics"), service.topics, topics)
        yield from _unknown(reading, ("D03", "argomento"), (*path, "also"), service.also, topics)
        yield from _unknown(reading, ("D05", "pubblico"), (*path, "audiences"), service.audiences, AUDIENCES)
        yield from _languages(reading, path, service)
        if service.kind not in KINDS:
            said_kind = f"«{service.kind}» non è un tipo di servizio."
            yield reading.problem("D04", (*path, "kind"), said_kind, _among(service.kind, KINDS))
        if not service.topics and not service.also and service.kind not in WITHOUT_TOPICS:
            message = "Nessun argomento: nessuno arriverebbe mai qui."
            yield reading.problem("D40", (*path, "topics"), message, "Scrivi topics o also.")


def _unknown(
    reading: Reading, kind: tuple[str, str], path: Where, given: Sequence[str], known: Sequence[str]
) -> Iterator[Problem]:
    code, what = kind
    for index, value in enumerate(given):
        if value not in known:
            yield reading.problem(code, (*path, index), f"«{value}» non è un {what} conosciuto.", _among(value, known))


def _among(value: str, known: Sequence[str]) -> str:
    return said(get_close_matches(value, known, n=2)) or f"Quelli possibili: {', '.join(known)}."


def _languages(reading: Reading, path: Where, service: ServiceFile) -> Iterator[Problem]:
    lists = [(path, service.languages)]
    lists += [((*path, "contacts", index), contact.languages) for index, contact in enumerate(service.contacts)]
    for where, given in lists:
        for index, value in enumerate(given):
            if value not in LANGUAGES:
                hint = "Servono le sigle di due lettere: it, en, fr, ar, uk."
                yield reading.problem("D06", (*where, "languages", index), f"«{value}» non è una lingua.", hint)


def places(reading: Reading) -> Iterator[Problem]:
    """Comuni, areas and points (D20 to D24)."""
    areas = {name for sharing in reading.comuni.values() for one in sharing for name in (one.region, one.province)}
    for path, service in reading.services():
        for index, written in enumerate(service.area):
            yield from _area(reading, (*path, "area", index), written, areas)
        for index, site in enumerate(service.sites):
            yield from comune(reading, (*path, "sites", index, "comune"), site.comune)
            yield from _point(reading, (*path, "sites", index, "point"), site)


def comune(reading: Reading, path: Where, written: str) -> Iterator[Problem]:
    """Whether a comune exists, and is unmistakable: outside the network it needs its province."""
    found = reading.comune(written)
    if found is None:
        yield reading.problem(
            "D20", path, f"«{written}» non è un comune, o ce n'è più d'uno.", reading.similar_comuni(written)
        )
    elif found.province not in reading.file.network.provinces and not written.endswith(")"):
        yield reading.problem(
            "D21", path, "Il comune è fuori dalla rete: serve la sigla.", f"Scrivi «{found.name} ({found.province})»."
        )


def _area(reading: Reading, path: Where, written: str, areas: Collection[str]) -> Iterator[Problem]:
    if written == "Italia":
        return
    if written.startswith(("Regione ", "Provincia ")):
        if written.partition(" ")[2] not in areas:
            hint = "Scrivi «Regione Toscana» con il nome ufficiale, o «Provincia PI» con la sigla."
            yield reading.problem("D22", path, f"«{written}» non esiste.", hint)
        return
    yield from comune(reading, path, written)


def _point(reading: Reading, path: Where, site: SiteFile) -> Iterator[Problem]:
    if not site.point:
        return
    place, point = reading.comune(site.comune), point_of(site.point)
    if point is None or not (ITALY[0] <= point[0] <= ITALY[1] and ITALY[2] <= point[1] <= ITALY[3]):
        yield reading.problem(
            "D23", path, "Il punto non è in Italia.", "Prima la latitudine, poi la longitudine: 43.7165, 10.4017."
        )
    elif place and distance_km(*point, place.latitude, place.longitude) > FARTHEST_KM:
        yield reading.problem("D24", path, f"Il punto è lontano da {place.name}.", "Controlla le cifre e il comune.")


def point_of(text: str) -> tuple[float, float] | None:
    """Latitude and longitude out of "43.7165, 10.4017"; None for anything else."""
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return latitude, longitude


CHECKS: tuple[Callable[[Reading], Iterator[Problem]], ...] = (words, places)
"""All the checks of this module."""
