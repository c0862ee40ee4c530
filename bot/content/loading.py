# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From a folder to a bundle: all files, or no bundle and every reason.

The files are read in stages (first the letter, then the shape, then how they fit together) and a stage is not begun
while the one before has errors, because they would only repeat themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content import catalogues, kept, strict_yaml
from bot.content.bundle import BASE_LANGUAGE, Bundle, Ground, Locale, Sources
from bot.content.collecting import both, collected
from bot.content.directory_file import read_directory
from bot.content.flow_file import FlowFile, build_flow
from bot.content.flow_reading import read_flows
from bot.content.flow_references import names_in
from bot.content.languages import misnamed
from bot.content.locale_file import LocaleFile, WordsFile
from bot.content.published import Lock, publish
from bot.content.publishing import Current, build_codec, current_ids, redirects_of
from bot.content.strict_yaml import Document, shaped
from bot.content.tables import read_tables
from bot.content.watched import regular
from bot.dialogue.flow import Flow
from bot.dialogue.step import MORE, World
from bot.directory.gazetteer import Gazetteer
from bot.directory.model import Directory
from bot.errors import ContentError, Problem
from bot.understanding.lexicon import Lexicon
from bot.understanding.listener import Listener, label_words
from bot.understanding.places import PlaceMatcher

DIRECTORY, LOCK = "services_directory.yaml", "flows/published.lock"
EVERYWHERE = {"exit": 0, "more": MORE, "home": 8, "urgent": 9}
ENTRIES = range(1, 7)  # of a page of a list: their numbers are also the digits that choose them
OF_SCREENS = ("locale.yaml", "words.yaml", "messages.ftl")
"""What a language with screens has in its folder, beside its phrases.yaml."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything of a folder that has been read and fits together, before codes are asked for."""

    documents: Mapping[str, Document]
    flow_files: Mapping[str, FlowFile]
    flow: Flow
    locales: Mapping[str, Locale]
    lexicons: Mapping[str, Lexicon]
    gazetteer: Gazetteer
    places: PlaceMatcher
    directory: Directory

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """The places of every ambiguous name and of every zone of the network."""
        zones = {zone: places for zone, (_, places) in self.directory.network.zones.items()}
        return {**self.gazetteer.choices, **zones}

    def current(self) -> Current:
        """Every id that can stand in an address."""
        return current_ids(self.flow, self.directory, self.gazetteer.places, self.choices, self.locales)


def load_bundle(folder: Path, today: date, *, as_published: bool = False) -> Bundle:
    """The bundle of `folder` (flows/, locales/, data/, services_directory.yaml), as of `today`. With `as_published`, as
    it would be with a code for everything that has none: to be looked at, never to be served.

    Raises ContentError with all the problems of the first stage that has any.
    """
    parts = load_parts(folder, today)
    lock = publish(load_lock(folder), parts.current()) if as_published else load_lock(folder)
    redirects = redirects_of(parts.flow_files, parts.documents)
    codec = build_codec(lock, redirects, parts.current(), tuple(parts.locales), parts.flow.start)
    network = parts.directory.network
    flows = {name: document for name, document in parts.documents.items() if name.startswith("flows/")}
    return Bundle(
        world=World.of(parts.flow, codec, _listener(parts), Ground(parts.gazetteer, network.provinces)),
        directory=parts.directory,
        gazetteer=parts.gazetteer,
        locales=parts.locales,
        lexicons=parts.lexicons,
        choices=parts.choices,
        sources=Sources(flows, parts.flow_files, lock, parts.documents[DIRECTORY]),
        fingerprint=_fingerprint(folder),
    )


def load_parts(folder: Path, today: date) -> Parts:
    """All files but the lock, read and fitted together. Raises ContentError, with what is wrong in messages whatever
    else is: they wait for the other files only to know which way they are written.
    """
    _refuse_empty(folder)
    try:
        return _parts(folder, today)
    except ContentError as error:
        raise ContentError([*error.problems, *_problems_of_messages(folder)]) from None


def _parts(folder: Path, today: date) -> Parts:
    documents, (lexicons, tables) = both(
        lambda: _documents(folder), lambda: both(lambda: _lexicons(folder), lambda: _tables(folder / "data"))
    )
    gazetteer = kept.gazetteer(tables)
    flows = {name: document for name, document in documents.items() if name.startswith("flows/")}
    topics = names_in(flows, "topics")
    flow_files, (locales, directory) = both(
        lambda: read_flows(flows),
        lambda: both(
            lambda: _locales(folder, documents),
            lambda: read_directory(documents[DIRECTORY], gazetteer, today, topics, folder / "data"),
        ),
    )
    places = kept.matcher(tables, directory.network.provinces)
    return Parts(documents, flow_files, build_flow(flow_files), locales, lexicons, gazetteer, places, directory)


def load_lock(folder: Path) -> Lock:
    """The codes given so far; none where the file does not exist yet. Raises ContentError for what is malformed."""
    try:
        return kept.lock((folder / LOCK).read_text(encoding="utf-8"), LOCK)
    except FileNotFoundError:
        return kept.lock("", LOCK)
    except (OSError, UnicodeDecodeError):
        hint = "Riprendi l'ultima versione."
        raise ContentError([Problem(LOCK, 0, 0, "F08", "Il file non si legge.", hint)]) from None


def languages_of(folder: Path) -> list[str]:
    """The languages that have screens, the base language first: those with any file that only screens need.

    One file is enough, so that a language with a file missing is told, and does not vanish.
    """
    found = {path.parent.name for part in OF_SCREENS for path in (folder / "locales").glob(f"*/{part}")}
    return sorted(sorted(found), key=lambda language: (language != BASE_LANGUAGE, language))


def _refuse_empty(folder: Path) -> None:
    """A folder without flows or without the base language is not content, and nothing more can be said of it."""
    wanted = {"flows/": any((folder / "flows").glob("*.yaml"))}
    wanted |= {f"locales/{BASE_LANGUAGE}/locale.yaml": BASE_LANGUAGE in languages_of(folder)}
    hint = "Controlla CONTENT: è la cartella che contiene flows, locales, data e services_directory.yaml."
    said = "Qui non c'è nulla da leggere."
    missing = [Problem(name, 0, 0, "Y14", said, hint) for name, is_there in wanted.items() if not is_there]
    missing += misnamed(folder)
    if missing:
        raise ContentError(missing)


def _tables(data: Path) -> kept.Tables:
    tables = tuple(read_tables(data).items())
    kept.gazetteer(tables)
    return tables


def _names(folder: Path) -> list[str]:
    flows = sorted(path.relative_to(folder).as_posix() for path in (folder / "flows").glob("*.yaml"))
    locales = [f"locales/{language}/{part}.yaml" for language in languages_of(folder) for part in ("locale", "words")]
    return [*flows, *locales, DIRECTORY]


def _documents(folder: Path) -> dict[str, Document]:
    def reader(name: str) -> Callable[[], Document]:
        return lambda: strict_yaml.load(folder / name, name=name)

    return collected({name: reader(name) for name in _names(folder)})


def _locales(folder: Path, documents: Mapping[str, Document]) -> dict[str, Locale]:
    def maker(language: str) -> Callable[[], Locale]:
        return lambda: _locale(folder, language, documents)

    return collected({language: maker(language) for language in languages_of(folder)})


def _locale(folder: Path, language: str, documents: Mapping[str, Document]) -> Locale:
    name = f"locales/{language}"
    file, words = both(
        lambda: shaped(LocaleFile, documents[f"{name}/locale.yaml"], "F01"),
        lambda: shaped(WordsFile, documents[f"{name}/words.yaml"], "F01"),
    )
    messages = f"{name}/messages.ftl"
    catalogue = kept.catalogue(language, file.direction, messages, strict_yaml.decoded(folder / messages, messages))
    return Locale(language, file, words, catalogue)


def _problems_of_messages(folder: Path) -> tuple[Problem, ...]:
    def maker(language: str, name: str) -> Callable[[], object]:
        return lambda: catalogues.load(folder / name, None, name, language)

    try:
        collected({found: maker(found, f"locales/{found}/messages.ftl") for found in languages_of(folder)})
    except ContentError as error:
        return error.problems
    return ()


def _lexicons(folder: Path) -> dict[str, Lexicon]:
    """What is understood in each language: also in those whose screens nobody has written yet.

    A language with screens must be understood too: nobody could leave it with a word of its own.
    """
    written = {path.parent.name for path in (folder / "locales").glob("*/phrases.yaml")}
    found = sorted(written.union(languages_of(folder)))

    def reader(language: str) -> Callable[[], Lexicon]:
        name = f"locales/{language}/phrases.yaml"
        return lambda: kept.lexicon(language, name, strict_yaml.decoded(folder / name, name))

    return collected({language: reader(language) for language in found})


def _listener(parts: Parts) -> Listener:
    nodes = parts.flow.nodes.values()
    labels = {
        (locale.code, node.id): {
            label_words(locale.catalogue.format(node.id, button.id, {})): button.id
            for button in node.buttons
            if locale.catalogue.has(node.id, button.id)
        }
        for locale in parts.locales.values()
        for node in nodes
    }
    asking = frozenset(node.id for node in nodes if node.kind == "ask")
    digits = {locale.code: _digits(locale) for locale in parts.locales.values()}
    return Listener(parts.lexicons, parts.places, labels, asking, digits)


def _digits(locale: Locale) -> dict[str, int]:
    """The digit of each label that no node has alone: of every screen, of list entries. L05 tells of misspelt ones."""
    words, found = locale.catalogue, dict[str, int]()
    with suppress(catalogues.MissingMessageError):
        found |= {label_words(words.format("everywhere", name)): digit for name, digit in EVERYWHERE.items()}
        found |= {label_words(words.format("item-open", None, {"number": str(number)})): number for number in ENTRIES}
    return found


def _fingerprint(folder: Path) -> str:
    """Of every file that is watched, whatever it is read for: tables and checks' files change what people get too."""
    digest = hashlib.sha256()
    for path in regular(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
