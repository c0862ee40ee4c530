# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The coverage as plain text for a terminal, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from bot.directory.nearest import ACROSS_KM
from bot.reports import words
from bot.reports.coverage import LEVELS, Cell, Coverage, Level, Tally

LETTERS: Mapping[Level, str] = {"local": "L", "zone": "Z", "regional": "R", "national": "N", "none": "X"}
NAMES: Mapping[Level, str] = {
    "local": "locale",
    "zone": "in zona",
    "regional": "regionale",
    "national": "nazionale",
    "none": "nessuno",
}
MEANINGS: Mapping[Level, str] = {
    "local": "uno sportello nel comune, o un servizio che ha quel comune nel suo territorio",
    "zone": f"un servizio di tutta la provincia, o uno sportello aperto a chi viene da fuori, entro {ACROSS_KM:.0f} km",
    "regional": "un servizio per tutta la regione",
    "national": "soltanto linee per tutta l'Italia",
    "none": "nessun servizio competente che si possa mostrare: un buco",
}
MUTE = "°"
MUTE_SAID = f"{MUTE} la risposta non ha un telefono suo"
COUNTS = (
    "con uno sportello nel comune",
    "la risposta non ha un telefono suo",
    "alle 3 di notte non risponde nessuno",
    "alle 3 di notte solo l'emergenza",
    "il 25 dicembre non risponde nessuno",
    "il 25 dicembre solo l'emergenza",
)
"""What is counted of each topic beside the levels, in the order of `counts`."""

HEADER = (
    "comune", "id_comune", "argomento", "id_argomento", "livello", "servizio", "telefono", "sportello_nel_comune",
    "km_sportello", "ore_3", "25_dicembre",
)  # fmt: skip


def mark(cell: Cell) -> str:
    """The letter of a cell's level, with a sign where the answer has no telephone of its own."""
    return LETTERS[cell.level] + (MUTE if cell.mute else "")


def counts(tally: Tally) -> tuple[int, ...]:
    """The figures that go with `COUNTS`."""
    night = (tally.night_nobody, tally.night_emergency)
    return (tally.doors, tally.mute, *night, tally.christmas_nobody, tally.christmas_emergency)


def table(found: Coverage) -> str:
    """The whole coverage as text: comuni by topics, then the counts of each topic, then the holes by name."""
    blocks = (_title(found), _legend(), _matrix(found), _counts(found), hole_lines(found))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _title(found: Coverage) -> Iterator[str]:
    size = f"{len(found.comuni)} comuni, {len(found.topics)} argomenti"
    yield f"Copertura al {words.day(found.day)}: {size}."


def _legend() -> Iterator[str]:
    yield from (f"{LETTERS[level]}  {MEANINGS[level]}" for level in LEVELS)
    yield MUTE_SAID.replace(MUTE, f"{MUTE} ")


def _matrix(found: Coverage) -> Iterator[str]:
    width = max((len(comune.name) for comune in found.comuni), default=0)
    yield " " * width + "".join(f"{number:>3} " for number in range(1, len(found.topics) + 1))
    for comune in found.comuni:
        row = (mark(found.cells[comune.id, topic]) for topic in found.topics)
        yield f"{comune.name:{width}}" + "".join(f"  {shown:<2}" for shown in row)


def _counts(found: Coverage) -> Iterator[str]:
    names = [f"{number:>2} {words.topic(topic)}" for number, topic in enumerate(found.topics, 1)]
    width = max(map(len, names), default=0)
    yield from (f"{column}  {meaning}" for column, meaning in zip("abcdef", COUNTS, strict=True))
    yield ""
    yield _row("", [*LETTERS.values(), *"abcdef"], width)
    for name, topic in zip(names, found.topics, strict=True):
        yield _figures(name, found.tally(topic), width)
    yield _figures("   in tutto", found.total(), width)


def _figures(name: str, tally: Tally, width: int) -> str:
    return _row(name, [*(tally.levels[level] for level in LEVELS), *counts(tally)], width)


def _row(name: str, values: Sequence[str | int], width: int) -> str:
    return f"{name:{width}}" + "".join(f"{value:>5}" for value in values)


def hole_lines(found: Coverage) -> Iterator[str]:
    """Every hole, a topic a line, with the names of its comuni."""
    names = {comune.id: comune.name for comune in found.comuni}
    holes = found.holes()
    yield f"Buchi: {len(holes)} su {len(found.cells)}."
    for topic in found.topics:
        missing = [names[cell.comune] for cell in holes if cell.topic == topic]
        if missing:
            where = "in tutti i comuni" if len(missing) == len(names) else ", ".join(missing)
            yield f"{words.topic(topic)} ({len(missing)}): {where}"


def as_csv(found: Coverage) -> str:
    """One line for each comune and topic, with a header; ids of services as in the directory, empty for nobody."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    for comune in found.comuni:
        for topic in found.topics:
            cell = found.cells[comune.id, topic]
            km = "" if cell.km is None else f"{cell.km:.1f}"
            about = (comune.name, comune.id, words.topic(topic), topic, NAMES[cell.level])
            answer = (cell.service or "", _yes(value=cell.phone), _yes(value=cell.door), km)
            writer.writerow((*about, *answer, cell.night or "", cell.christmas or ""))
    return stream.getvalue()


def _yes(*, value: bool) -> str:
    return "sì" if value else "no"
