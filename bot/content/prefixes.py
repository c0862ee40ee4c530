# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""data/prefixes.csv: where landlines ring, by province and, where a town has fewer than its province, by comune.

Y23 a row about a place that does not exist, or about one that has a row already. (That a province of the network has no
row is D48: nothing would be known of its numbers.)
"""

from __future__ import annotations

import csv
from pathlib import Path

from bot.directory.gazetteer import Gazetteer
from bot.directory.phones import Prefixes
from bot.errors import ContentError, Problem

_FILE = "data/prefixes.csv"


def read_prefixes(path: Path, gazetteer: Gazetteer) -> Prefixes:
    """The prefixes of a table whose rows are whole. Raises ContentError with every row that is about no place."""
    found: dict[str, frozenset[str]] = {}
    problems: list[Problem] = []
    with path.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.DictReader(stream), 2):
            place = _place(row["place"], gazetteer)
            if place is None or place in found:
                problems.append(_refused(line, row["place"], is_known=place is not None))
            else:
                found[place] = frozenset(row["prefixes"].split(" "))
    if problems:
        raise ContentError(problems)
    return found


def _place(written: str, gazetteer: Gazetteer) -> str | None:
    """The car plate of a province, or the id of a comune; None if it is neither."""
    comune = gazetteer.comune(written)
    if comune:
        return comune.id
    return written if any(place.province == written for place in gazetteer.places.values()) else None


def _refused(line: int, written: str, *, is_known: bool) -> Problem:
    if is_known:
        return Problem(_FILE, line, 1, "Y23", f"«{written}» ha già una riga.", "Scrivi tutti i prefissi su una riga.")
    hint = "Serve la sigla di una provincia (PI), o il nome ufficiale di un comune con la sua sigla: Pisa (PI)."
    return Problem(_FILE, line, 1, "Y23", f"«{written}» non è una provincia né un comune.", hint)
