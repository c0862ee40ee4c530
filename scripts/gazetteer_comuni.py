# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""All Italian comuni in force: code, name, province, region, point, inhabitants, postal codes.

No single published package is both complete and of today, so:

- which comuni exist comes from the register of residents; their codes and names from ISTAT's table of 2024;
- Sardinia was renumbered in 2026: packages print the new codes with postal codes but without names, so names are put
  beside them by ISTAT's own rule (alphabetical inside a province), and each pair must agree on its postal codes;
- points are those of the seat of the comune in GeoNames, found by ISTAT code.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scripts.gazetteer_sources import GeoName, Sources

CODE = "Codice Comune formato alfanumerico"
NAME = "Denominazione in italiano"
OTHER_NAME = "Denominazione altra lingua"
PROVINCE = "Sigla automobilistica"
REGION = "Denominazione Regione"
CADASTRAL = "Codice Catastale del comune"
CODE_2010 = "Codice Comune numerico con 110 province (dal 2010 al 2016)"

# The provinces of Sardinia in 2026 (ISTAT code, car plate), by the province of the years 2010 to 2016.
SARDINIA = {
    "090": ("112", "SS"),
    "104": ("113", "OT"),
    "091": ("114", "NU"),
    "095": ("115", "OR"),
    "105": ("116", "OG"),
    "106": ("117", "VS"),
    "092": ("118", "CA"),
    "107": ("119", "CI"),
}
# Comuni that changed province since then, or whose code was put after the alphabet.
SARDINIA_MOVED = {
    "Genoni": ("118018", "CA"),
    "Seulo": ("114045", "NU"),
    "Teulada": ("119024", "CI"),
    "Seui": ("116023", "OG"),
}
# Comuni younger than the table of ISTAT: cadastral code -> (ISTAT code, cadastral code of a comune that it came from).
YOUNGER = {"M439": ("024129", "C056")}
# The table of ISTAT is of this year: a name given later is in the register only.
RENAMED_AFTER = "2024"
# The comuni that were merged into those born after 2020: their postal codes go on, their inhabitants are added up.
MERGED = {
    "005122": ("005079", "005110"),
    "012144": ("012009", "012017", "012095"),
    "013256": ("013228", "013189"),
    "024128": ("024103", "024043"),
    "024129": ("024027", "024071"),
    "025075": ("025070", "025002"),
    "028108": ("028022", "028098"),
}
# Seats that name and code do not tell: comuni born of others, or named after none of their villages (GeoNames ids).
SEATS = {
    "005122": "6535511",
    "006192": "8955722",
    "012144": "6535090",
    "013256": "3165063",
    "021010": "6534776",
    "021070": "6534784",
    "021109": "3168014",
    "024128": "6535587",
    "024129": "9036184",
    "025072": "3170758",
    "025075": "3169673",
    "027044": "8224698",
    "028108": "3180554",
    "035046": "3179014",
    "038028": "3167629",
    "047023": "3177655",
    "050040": "3175108",
    "077007": "8949988",
    "081025": "8948909",
    "099028": "3170483",
    "099030": "6534666",
    "099031": "3167069",
}
_RANK = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLA3": 3}


@dataclass(frozen=True, slots=True)
class Comune:
    """One comune; `code_2024` is the key that most packages still use."""

    istat: str
    code_2024: str
    name: str
    other_name: str
    province: str
    region: str


@dataclass(frozen=True, slots=True)
class Located:
    """A comune with its seat and numbers; `population` is empty where no package gives one."""

    comune: Comune
    seat: GeoName
    population: str
    postal_codes: tuple[str, ...]


def fold(name: str) -> str:
    """`name` as a key for comparing: lower-case ASCII letters, digits and single spaces."""
    bare = unicodedata.normalize("NFKD", name.replace("\u2019", "'")).encode("ascii", "ignore").decode().lower()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split())


def comuni(sources: Sources) -> list[Comune]:
    """Every comune in force, sorted by ISTAT code."""
    in_force = sources.in_force()
    rows = {row[CADASTRAL]: row for row in sources.istat()}
    found = [_from_istat(row, in_force[key]) for key, row in rows.items() if key in in_force]
    found += [_younger(in_force[key]["name"], rows, key) for key in in_force if key not in rows]
    return sorted(_renumbered(found, sources), key=lambda comune: comune.istat)


def _from_istat(row: dict[str, str], entry: dict[str, str]) -> Comune:
    renamed = entry["date_created"] > RENAMED_AFTER and fold(entry["name"]) != fold(row[NAME])
    name = entry["name"] if renamed else row[NAME]
    return Comune(row[CODE], row[CODE], name, row[OTHER_NAME], row[PROVINCE], row[REGION].split("/")[0])


def _younger(name: str, rows: dict[str, dict[str, str]], cadastral: str) -> Comune:
    code, parent = YOUNGER[cadastral]
    row = rows[parent]
    return Comune(code, code, name, "", row[PROVINCE], row[REGION].split("/")[0])


def _renumbered(found: list[Comune], sources: Sources) -> list[Comune]:
    old = {row[CODE]: row[CODE_2010].zfill(6)[:3] for row in sources.istat()}
    by_province: dict[tuple[str, str], list[Comune]] = defaultdict(list)
    for comune in found:
        if comune.region == "Sardegna" and comune.name not in SARDINIA_MOVED:
            by_province[SARDINIA[old[comune.code_2024]]].append(comune)
    codes = dict(SARDINIA_MOVED)
    taken = {code for code, _ in SARDINIA_MOVED.values()}
    for (number, plate), members in by_province.items():
        free = sorted(code for code in sources.postal_codes() if code.startswith(number) and code not in taken)
        codes.update(_numbered(free, plate, members))
    renumbered = [_with_code(comune, codes) for comune in found]
    _check_postal_codes(renumbered, sources)
    return renumbered


def _numbered(free: list[str], plate: str, members: list[Comune]) -> Iterable[tuple[str, tuple[str, str]]]:
    # The alphabet of ISTAT: apostrophes do not count, spaces come before letters.
    ordered = sorted(members, key=lambda comune: fold(comune.name.replace("'", "")))
    return ((comune.name, (code, plate)) for comune, code in zip(ordered, free, strict=True))


def _with_code(comune: Comune, codes: dict[str, tuple[str, str]]) -> Comune:
    if comune.region != "Sardegna":
        return comune
    code, plate = codes[comune.name]
    return Comune(code, comune.code_2024, comune.name, comune.other_name, plate, comune.region)


def _check_postal_codes(found: list[Comune], sources: Sources) -> None:
    today, before = sources.postal_codes(), sources.census()
    for comune in found:
        if comune.region == "Sardegna" and not set(today[comune.istat]) <= set(before[comune.code_2024]["cap"]):
            raise ValueError(f"{comune.istat} {comune.name}: codici postali diversi da quelli di prima")


def located(found: list[Comune], sources: Sources) -> list[Located]:
    """Each comune with its seat, inhabitants and postal codes."""
    places = sources.geonames()
    by_id = {place.id: place for place in places}
    by_code: dict[str, list[GeoName]] = defaultdict(list)
    for place in places:
        by_code[place.comune].append(place)
    census, postal = sources.census(), sources.postal_codes()
    return [
        Located(
            comune,
            by_id[SEATS[comune.istat]] if comune.istat in SEATS else _seat(comune, by_code[comune.code_2024]),
            _inhabitants(comune, census),
            tuple(sorted(_postal_codes(comune, postal))),
        )
        for comune in found
    ]


def _inhabitants(comune: Comune, census: dict[str, dict[str, Any]]) -> str:
    counts = [census[code]["popolazione"] for code in MERGED.get(comune.istat, (comune.code_2024,)) if code in census]
    return str(sum(counts)) if counts else ""


def _postal_codes(comune: Comune, postal: dict[str, tuple[str, ...]]) -> set[str]:
    """Its own codes, and those of the comuni that it came from."""
    return {code for old in (comune.istat, *MERGED.get(comune.istat, ())) for code in postal.get(old, ())}


def _seat(comune: Comune, places: list[GeoName]) -> GeoName:
    wanted = fold(comune.name)

    def order(place: GeoName) -> tuple[bool, bool, int, int, str]:
        names = {fold(place.name), *(fold(name) for name in place.alternates)}
        starts = any(name and wanted.startswith(name) for name in names)
        return (wanted not in names, not starts, _RANK.get(place.feature, 9), -place.population, place.id)

    return min(places, key=order)
