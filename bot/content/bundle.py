# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Flows, locales, directory and gazetteer, loaded together or not at all.

A bundle is never changed: a new one replaces it whole, and a conversation's turn keeps the one it began with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.catalogues import Catalogue
from bot.content.flow_file import FlowFile
from bot.content.locale_file import LocaleFile, WordsFile
from bot.content.published import Lock
from bot.content.strict_yaml import Document
from bot.dialogue.codec import Codec
from bot.dialogue.flow import Flow
from bot.dialogue.ports import PlaceHeard
from bot.dialogue.step import World
from bot.directory.gazetteer import Gazetteer
from bot.directory.model import Directory
from bot.understanding.lexicon import Lexicon

BASE_LANGUAGE = "it"
"""The language in which texts are written first; every other is compared with it."""


@dataclass(frozen=True, slots=True)
class Locale:
    """One language: what its files say of it, and its catalogue of messages."""

    code: str
    file: LocaleFile
    words: WordsFile
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Sources:
    """Where everything came from, for checks that must name a file and a line. Names are relative to the folder."""

    flows: Mapping[str, Document]
    flow_files: Mapping[str, FlowFile]
    lock: Lock
    directory: Document


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that a turn needs. `locales` by language code, the default first. `lexicons` are of more languages: words
    that ask to leave or for help at once are understood also in those whose screens nobody has written yet.

    `choices` are the place ids of every ambiguity and zone. `fingerprint` is the same for the same files.
    """

    world: World
    directory: Directory
    gazetteer: Gazetteer
    locales: Mapping[str, Locale]
    lexicons: Mapping[str, Lexicon]
    choices: Mapping[str, tuple[str, ...]]
    sources: Sources
    fingerprint: str

    @property
    def flow(self) -> Flow:
        """The conversation's graph."""
        return self.world.flow

    @property
    def codec(self) -> Codec:
        """Writes and reads addresses."""
        return self.world.codec


@dataclass(frozen=True, slots=True)
class Ground:
    """Implements `dialogue.ports.Places` for one network's provinces."""

    gazetteer: Gazetteer
    provinces: frozenset[str]

    def locate(self, latitude: float, longitude: float) -> PlaceHeard:
        """The place of a position."""
        return self.gazetteer.locate(latitude, longitude, self.provinces)
