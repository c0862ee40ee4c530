# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What every check of the directory needs at hand: the file, the places, the topics, the day."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from bot.content.directory_schema import DirectoryFile, ServiceFile
from bot.content.document import Document
from bot.directory.gazetteer import Gazetteer, Place
from bot.directory.model import PartialDate
from bot.directory.phones import Prefixes
from bot.errors import Problem

Step = str | int
Where = tuple[Step, ...]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ITALIAN = re.compile(r"(\d{1,2})[ ./\-](\d{1,2})[ ./\-](\d{4})")
_SIGLA = re.compile(r"(.+?) \(([A-Z]{2})\)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One file being checked. `blocked` is why a number (as dialled) may never be used, `unverified` where one was
    read that nobody may be shown before an operator has called it, `prefixes` where landlines ring, `home` the province
    whose places come first.
    """

    file: DirectoryFile
    document: Document
    comuni: Mapping[str, tuple[Place, ...]]
    topics: Collection[str]
    blocked: Mapping[str, str]
    unverified: Mapping[str, str]
    prefixes: Prefixes
    home: str
    today: date

    def problem(self, code: str, path: Where, message: str, hint: str = "") -> Problem:
        """A problem at a place of the file."""
        return Problem(self.document.name, *self.document.where(path), code, message, hint)

    def services(self) -> Iterator[tuple[Where, ServiceFile]]:
        """Every service with its place in the file."""
        for index, service in enumerate(self.file.services):
            yield ("services", index), service

    def by_id(self) -> dict[str, ServiceFile]:
        """Services by id; of two with the same id, the first."""
        return {service.id: service for service in reversed(self.file.services)}

    def comune(self, written: str) -> Place | None:
        """The comune that an operator wrote, with or without its province; None if it is not exactly one."""
        match = _SIGLA.fullmatch(written)
        name, sigla = (match[1], match[2]) if match else (written, None)
        found = [place for place in self.comuni.get(name, ()) if sigla in (None, place.province)]
        return found[0] if len(found) == 1 else None

    def similar_comuni(self, written: str) -> str:
        """A hint with the comuni that are written almost so."""
        match = _SIGLA.fullmatch(written)
        near = get_close_matches(match[1] if match else written, self.comuni, n=3, cutoff=0.7)
        return said(near) or "Serve il nome ufficiale del comune, con la sigla se è fuori dalla rete: Empoli (FI)."


def comuni_by_name(gazetteer: Gazetteer) -> dict[str, tuple[Place, ...]]:
    """Every comune of the gazetteer by its official name, which a few share."""
    comuni: dict[str, list[Place]] = defaultdict(list)
    for place in gazetteer.places.values():
        if place.kind == "comune":
            comuni[place.name].append(place)
    return {name: tuple(places) for name, places in comuni.items()}


def listed_numbers(path: Path) -> dict[str, str]:
    """Numbers of a list, and why they are there, from a table with the columns `number` and `reason`."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["number"]: row["reason"] for row in csv.DictReader(stream)}


def home_province(path: Path) -> str:
    """The province of a table with the one column `province`."""
    with path.open(encoding="utf-8", newline="") as stream:
        return next(row["province"] for row in csv.DictReader(stream))


def said(near: list[str]) -> str:
    """A hint that offers what was probably meant; "" without candidates."""
    return f"Forse volevi scrivere «{'» o «'.join(near)}»." if near else ""


def partial_date(text: str) -> PartialDate | None:
    """The date that "2025", "2025-03" or "2025-03-24" is; None for anything else, and for days that do not exist."""
    match = _PARTIAL.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month if match[2] else None, day if match[3] else None)


def full_date(text: str) -> date | None:
    """The day that "2026-11-30" is; None for anything else."""
    found = partial_date(text)
    return date(found.year, found.month, found.day) if found and found.month and found.day else None


def date_hint(text: str) -> str:
    """How the date that somebody wrote should be written."""
    match = _ITALIAN.fullmatch(text)
    if match:
        return f"Prima l'anno, poi il mese, poi il giorno: {match[3]}-{int(match[2]):02}-{int(match[1]):02}."
    return "Scrivi l'anno, poi se si sanno il mese e il giorno: 2025, 2025-03, 2025-03-24."
