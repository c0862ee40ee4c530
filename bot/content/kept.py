# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What texts of files were made into, kept until the file has another text.

An edit changes one file of many. What the others were made into serves on: it was made from these very letters, it is
never changed, and so it need neither be made again beside turns nor be searched for lost objects (docs/adr/0009).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from bot.content import phrases_file
from bot.content.catalogues import Catalogue, Direction, load
from bot.content.published import Lock, read_lock
from bot.content.tables import check_tables
from bot.directory.gazetteer import Gazetteer
from bot.understanding.lexicon import Lexicon
from bot.understanding.places import PlaceMatcher

FILES = 48
"""Files of one kind, at most, of which the last version is kept."""

Tables = tuple[tuple[str, str], ...]
"""Names and texts of `data/*.csv`."""


def lexicon(language: str, name: str, text: str) -> Lexicon:
    """What is understood in a language. Raises ContentError."""
    return _lexicons(name)(language, text)


@lru_cache(maxsize=FILES)
def _lexicons(name: str) -> Callable[[str, str], Lexicon]:
    return lru_cache(maxsize=1)(lambda language, text: phrases_file.load_phrases(Path(name), language, text, name))


def catalogue(language: str, direction: Direction, name: str, text: str) -> Catalogue:
    """The messages of a language. Raises ContentError."""
    return _catalogues(name)(language, direction, text)


@lru_cache(maxsize=FILES)
def _catalogues(name: str) -> Callable[[str, Direction, str], Catalogue]:
    return lru_cache(maxsize=1)(lambda language, direction, text: load(Path(name), text, name, language, direction))


@lru_cache(maxsize=1)
def gazetteer(tables: Tables) -> Gazetteer:
    """The places of whole and checked tables. Raises ContentError."""
    check_tables(dict(tables))
    return Gazetteer.of(dict(tables))


@lru_cache(maxsize=1)
def matcher(tables: Tables, provinces: frozenset[str]) -> PlaceMatcher:
    """What finds these places in typed words, for the network of these provinces. Raises ContentError."""
    return PlaceMatcher(gazetteer(tables), provinces)


@lru_cache(maxsize=1)
def lock(text: str, name: str) -> Lock:
    """The codes given so far. Raises ContentError."""
    return read_lock(text, name)
