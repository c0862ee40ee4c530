# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""locales/<language>/translated.lock: from which words of the base language each text of another was made.

One line per text that can be signed: `name base own`, the digests of both when somebody last said that one translates
the other. A text whose base has changed since, and which has not, is older than its original.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.content.signing import digests

HEADER = """\
# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
#
# Scritto da `bussola translated`: di ogni testo, l'impronta dell'italiano da cui è tradotto e la sua.
"""


class Pair(NamedTuple):
    """The digests of a text in the base language, and of its translation."""

    base: str
    own: str


class State(NamedTuple):
    """How the texts of a language stand to those of the base language. `now` is what to write were all of them right.

    `older` are those whose base alone has changed since they were said to translate it, `unsaid` those of which nobody
    has said it since their own words are these.
    """

    older: tuple[str, ...]
    unsaid: tuple[str, ...]
    said: Mapping[str, Pair]
    now: Mapping[str, Pair]


def lock_file(language: str) -> str:
    """The file of a language, as problems name it."""
    return f"locales/{language}/translated.lock"


def translations(bundle: Bundle) -> list[str]:
    """The languages that are translated from the base language."""
    return [code for code in bundle.locales if code != BASE_LANGUAGE]


def state(bundle: Bundle, folder: Path, language: str) -> State:
    """How the texts of `language` stand, by the file below `folder`. One that cannot be read says nothing."""
    base, own = digests(bundle.locales[BASE_LANGUAGE]), digests(bundle.locales[language])
    now = {name: Pair(base[name], own[name]) for name in own if name in base}
    said = _read(folder / lock_file(language))
    changed = [name for name in now if said.get(name) != now[name]]
    older = tuple(name for name in changed if name in said and said[name].own == now[name].own)
    return State(older, tuple(name for name in changed if name not in older), said, now)


def agree(found: State, read_again: Collection[str] = ()) -> str:
    """The text of the file once every text is said to translate today's base, but for the older ones; of these only
    those that somebody has `read_again` and left as they are.
    """
    kept = {name: found.said[name] for name in found.older if name not in read_again}
    pairs = {**found.now, **kept}
    return HEADER + "".join(f"{name} {pair.base} {pair.own}\n" for name, pair in sorted(pairs.items()))


def _read(path: Path) -> dict[str, Pair]:
    """A line that is no such line says nothing: its text is as one that nobody has spoken of."""
    text = ""
    with suppress(OSError):
        text = path.read_text(encoding="utf-8", errors="replace")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: Pair(row[1], row[2]) for row in rows if len(row) == 1 + len(Pair._fields)}
