# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""flows/published.lock: the codes that stand in addresses, given once and never again to anything else.

One line per thing ever published: `kind code id`. A code is drawn from the id's own hash, so that two people who
publish the same thing on two branches give it the same code; letters without vowels, so that it spells nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from bot.errors import ContentError, Problem

HEADER = """\
# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
#
# Scritto da `bussola publish`. Non togliere e non cambiare righe: un vecchio pulsante porta questi codici per sempre.
"""

ALPHABET = "bcdfghjklmnpqrstvwxz0123456789"
LANGUAGE = "language"
LENGTHS = {"node": 2, "topic": 2, "service": 3, "place": 3, "choice": 3, LANGUAGE: 0}
"""Kinds of things that have codes, and how many characters theirs have; 0: a language stands in addresses as itself,
and is here so that one that vanishes is told.
"""

FARTHEST_DRAW = {0: 1, 2: 10, 3: 50}
"""By the length of a code: it is among the first this many draws of its id. That so many were taken is not plausible
while few nodes fill a tenth of the short codes, and all places a third of the long ones; a line changed by hand is.
"""

Lock = Mapping[str, Mapping[str, str]]
"""By kind: the id of every code ever given."""


def read_lock(text: str, file: str) -> Lock:
    """The codes of `text`. Raises ContentError with every line that is malformed or gives something twice."""
    lock: dict[str, dict[str, str]] = {kind: {} for kind in LENGTHS}
    named: set[tuple[str, str]] = set()
    problems = [
        Problem(file, number, 1, "F08", complaint, "Riprendi il file dall'ultima versione e usa `bussola publish`.")
        for number, line in enumerate(text.splitlines(), 1)
        if line and not line.startswith("#") and (complaint := _take(lock, named, line))
    ]
    if problems:
        raise ContentError(problems)
    return lock


def _take(lock: dict[str, dict[str, str]], named: set[tuple[str, str]], line: str) -> str:
    """Add one line to `lock`, and whom it names to `named`; what is wrong with it, or nothing."""
    kind, _, rest = line.partition(" ")
    code, _, name = rest.partition(" ")
    if kind not in LENGTHS or not name or " " in name:
        return "Riga che non è «tipo codice nome»."
    if code in lock[kind]:
        return f"Il codice «{code}» è dato due volte."
    if (kind, name) in named:
        return f"«{name}» ha due codici."
    if code not in islice(_draws(kind, name), FARTHEST_DRAW[LENGTHS[kind]]):
        return f"«{code}» non è un codice di «{name}»: la riga è stata cambiata a mano."
    lock[kind][code] = name
    named.add((kind, name))
    return ""


def _draws(kind: str, name: str) -> Iterator[str]:
    if kind == LANGUAGE:
        yield name
        return
    attempt, length = 0, LENGTHS[kind]
    while True:
        number = int.from_bytes(hashlib.sha256(f"{kind} {name} {attempt}".encode()).digest()) % len(ALPHABET) ** length
        code = ""
        for _ in range(length):
            number, index = divmod(number, len(ALPHABET))
            code += ALPHABET[index]
        if not code.isdigit():
            yield code
        attempt += 1


def publish(lock: Lock, current: Mapping[str, Iterable[str]]) -> Lock:
    """`lock` with a code for everything in `current` (ids by kind) that has none yet. Nothing is ever taken away."""
    grown = {kind: dict(codes) for kind, codes in lock.items()}
    for kind, names in current.items():
        codes = grown.setdefault(kind, {})
        known = set(codes.values())
        for name in sorted(set(names) - known):
            codes[next(code for code in _draws(kind, name) if code not in codes)] = name
    return grown


def write_lock(lock: Lock) -> str:
    """The text of the file, always the same for the same codes."""
    rows = [f"{kind} {code} {name}" for kind, codes in lock.items() for code, name in codes.items()]
    return HEADER + "".join(f"{row}\n" for row in sorted(rows, key=lambda row: row.split(" ")[::2]))
