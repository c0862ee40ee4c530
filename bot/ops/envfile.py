# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What of `.env` would be read otherwise than its author thinks, and names that are nearly ours.

The file is one `NAME=value` a line, `#` before a remark. Whatever a reader of such files does beyond that (values over
several lines, `${…}`) is refused, because it would change a secret without a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

_VALUE = r"""'[^']*'|"[^"\\]*"|[^'"\s#][^#]*|"""
_LINE = re.compile(rf"\s*(?:export\s+)?(?P<name>[A-Za-z_]\w*)\s*=\s*(?P<value>{_VALUE})\s*(?:\s#.*)?")
_REMARK = re.compile(r"\s*(#.*)?")
_OURS = ("TELEGRAM_", "TWILIO_", "WHATSAPP_", "BUSSOLA_")
_NEAR, _ANY = 0.85, 0.5
"""How alike a name must be to one of ours: anywhere, and among those that begin as ours do."""


def problems(text: str) -> Iterator[str]:
    """What is wrong in the text of a `.env`, one Italian sentence each; never a value."""
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        if not found and not _REMARK.fullmatch(line):
            yield f".env, riga {number}: non è nella forma NOME=valore, su una riga sola."
        if found and "${" in found["value"]:
            yield f".env, riga {number}: «${{» non si può usare, cambierebbe il valore."
    for name, times in Counter(names(text)).items():
        if times > 1:
            yield f"{name} è scritto {times} volte in .env: lasciane una."


def names(text: str) -> list[str]:
    """Every name that is given a value, in order, with repetitions."""
    return [found["name"] for found in map(_LINE.fullmatch, text.splitlines()) if found]


def hints(given: Iterable[str], ours: Collection[str]) -> Iterator[str]:
    """For each given name that is nearly one of ours, which one may have been meant."""
    for name in sorted(set(given) - set(ours)):
        near = get_close_matches(name.upper(), ours, 1, _ANY if name.upper().startswith(_OURS) else _NEAR)
        if near:
            yield f"{name} non è un'impostazione di Bussola: forse volevi scrivere {near[0]}."
