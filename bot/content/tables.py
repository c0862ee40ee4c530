# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of `data/`: whether every row is whole, before the gazetteer reads them.

A file cut short would be read without a murmur as fewer places, or as the wrong postal code. Y23 a row that is not as
its table wants it (a table that is missing is Y14, one in another encoding Y06)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.strict_yaml import decoded
from bot.directory.place_names import folded
from bot.errors import ContentError, Problem

_TEXT = r'[^",\n]+'
_DEGREES = r"-?\d{1,3}\.\d+"
_HINT = "Riprendi il file dall'ultima versione: una riga tagliata può far perdere luoghi o scambiarli."
_NO_COMUNE = "Togli la riga: chi scrive quel nome deve trovare il comune."

TABLES = {
    "comuni.csv": (
        "istat,name,province,region,lat,lon,population,caps",
        rf"\d{{6}},{_TEXT},[A-Z]{{2}},{_TEXT},{_DEGREES},{_DEGREES},\d*,(?:\d{{5}}(?: \d{{5}})*)?",
    ),
    "hamlets.csv": (
        "name,comune_istat,lat,lon,approximate,source",
        rf"{_TEXT},\d{{6}},{_DEGREES},{_DEGREES},(?:yes|no),{_TEXT}",
    ),
    "other_names.csv": (
        "name,place,language",
        rf"{_TEXT},[a-z0-9-]+(?:\.[a-z0-9-]+)?,[a-z]{{2,3}}(?:-[A-Z][a-z]{{3}})?",
    ),
    "common_words.csv": ("word,often", rf"{_TEXT},(?:yes|no)"),
    "foreign.csv": ("name,kind,country", rf"{_TEXT},(?:city|country),[A-Z]{{2}}"),
    "districts.csv": ("name", _TEXT),
    "home.csv": ("province", "[A-Z]{2}"),
    "prefixes.csv": ("place,prefixes", rf"{_TEXT},0\d{{1,3}}(?: 0\d{{1,3}})*"),
    "blocked_phones.csv": ("number,reason", r"\d+,.+"),
    "unverified_phones.csv": ("number,reason", r"\d+,.+"),
}
"""Each table's first line, and what its other lines look like."""


def read_tables(folder: Path) -> dict[str, str]:
    """The texts of the tables of `folder`, by name. Raises ContentError with those that cannot be read, and with the
    first bad row of each of the others.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for name in TABLES:
        try:
            texts[name] = decoded(folder / name, f"data/{name}")
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError([*problems, *_bad_rows(texts)])
    return texts


def check_tables(texts: Mapping[str, str]) -> None:
    """Raises ContentError with the first bad row of every table, or with rows that name what is not in its table."""
    problems = _bad_rows(texts) or [*_comuni(texts)]
    if problems:
        raise ContentError(problems)


def _bad_rows(texts: Mapping[str, str]) -> list[Problem]:
    return [problem for name, text in texts.items() for problem in _table(text, f"data/{name}", *TABLES[name])]


def _table(text: str, name: str, header: str, pattern: str) -> Iterator[Problem]:
    first, *rows = text.replace("\r\n", "\n").split("\n")
    if first != header:
        yield Problem(name, 1, 1, "Y23", f"La prima riga non è «{header}».", _HINT)
        return
    # After the last line end there is nothing: a file that was cut has half a row there, even where half looks whole.
    whole, last = re.compile(pattern), rows.pop() if rows else first
    bad = next((number for number, row in enumerate(rows, 2) if not whole.fullmatch(row)), len(rows) + 2 if last else 0)
    if bad:
        yield Problem(name, bad, 1, "Y23", "La riga non ha la forma delle altre, o è tagliata.", _HINT)


def _comuni(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Rows that name a comune, or a province, that is not in its table, or a comune that should not be there."""
    comuni = _cells(texts["comuni.csv"])
    known, provinces = {row[0] for row in comuni}, {row[2] for row in comuni}
    for number, row in enumerate(_cells(texts["hamlets.csv"]), 2):
        if row[1] not in known:
            yield Problem("data/hamlets.csv", number, 1, "Y23", "Il comune di questa frazione non c'è.", _HINT)
    home = [row[0] for row in _cells(texts["home.csv"])[:1]]
    if provinces.isdisjoint(home):
        yield Problem("data/home.csv", 2, 1, "Y23", "Manca la sigla di una provincia che esiste.", _HINT)
    else:
        yield from _districts(_cells(texts["districts.csv"]), comuni, home[0])


def _districts(rows: list[list[str]], comuni: list[list[str]], home: str) -> Iterator[Problem]:
    """Valleys that are called like a comune of the region: who writes its name would not be understood any more."""
    region = next(row[3] for row in comuni if row[2] == home)
    taken = {folded(row[1]) for row in comuni if row[3] == region}
    for number, (name,) in enumerate(rows, 2):
        if folded(name) in taken:
            yield Problem(
                "data/districts.csv", number, 1, "Y23", "È il nome di un comune, non di una zona.", _NO_COMUNE
            )


def _cells(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.splitlines()[1:]]
