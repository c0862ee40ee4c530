# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of one language: `locales/<language>/messages.ftl`, ready to be put into sentences.

A message that is missing, or a variable that nobody gave, is an error here: Fluent itself would print its name to the
person. What can go wrong in a file is told by `fluent_file`; beside that, Y22 is a folder that is no language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern
from fluent.runtime.types import FluentType

from bot.content.fluent_file import FluentFile, all_variables, parse
from bot.content.strict_yaml import characters, decoded
from bot.errors import BussolaError, ContentError, Problem

Direction = Literal["ltr", "rtl"]
Variables = Mapping[str, str | int]
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur"})
"""Languages that we may write and that are written from the right (CLDR script metadata, RTL = YES)."""
LANGUAGE = re.compile(r"[a-z]{2}[a-z0-9]{0,6}", re.ASCII)
"""What an address can carry as a language (`dialogue.codec`): no hyphen, which stands for a dot in a link."""


class Marked(str, FluentType):
    """A value by which messages choose as by any other, and that shows as `MARK` where it is printed."""

    __slots__ = ()
    MARK = "\ue000"

    def format(self, locale: object) -> str:  # type: ignore[override]  # not the formatting of str: Fluent's own
        """What is printed."""
        del locale
        return self.MARK


class MissingMessageError(BussolaError):
    """A message cannot be composed. Names the language, the message and the variables; never a variable's value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a variable for which a text has words of its own; `line` and `column` are those of the value.

    `is_number` tells that it is written as a number, which no text ever equals.
    """

    variable: str
    value: str
    is_number: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Message:
    """What is known of one text. `id` is "id" or "id.attribute"; `line` and `column` count from 1.

    `variables` must all be given to compose it; `refers` are the ids of the texts that it directly contains, `choices`
    the values of variables for which it says something else. `digest` changes when its words in the file change, and
    only then: it tells whether a translation is older than its original.
    """

    id: str
    line: int
    column: int
    variables: frozenset[str]
    refers: frozenset[str]
    choices: tuple[Choice, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All the words of one language. Made by `load`, never changed, shared freely.

    Numbers given as int are written as the language writes them (1522 becomes "1.522"): give phone numbers as str.
    Where the language is written from the right, variables are isolated with U+2068 and U+2069.
    """

    language: str
    name: str
    messages: Mapping[str, Message]
    _fixed: Mapping[str, str]
    _patterns: Mapping[str, Pattern]
    _bundle: FluentBundle

    def ids(self) -> Mapping[str, Message]:
        """Every "id" and "id.attribute" with what is known of it, in the order of the file."""
        return self.messages

    def has(self, message_id: str, attribute: str | None = None) -> bool:
        """Whether `format` can find this message, or this attribute of it."""
        return _key(message_id, attribute) in self.messages

    def format(self, message_id: str, attribute: str | None = None, variables: Variables | None = None) -> str:
        """The text of a message, or of one attribute of it. Variables that it does not use are ignored.

        Raises MissingMessageError where the message, or one of its variables, is missing or cannot be used.
        """
        key = _key(message_id, attribute)
        fixed = self._fixed.get(key)
        return self._composed(key, variables or {}) if fixed is None else fixed

    def _composed(self, key: str, variables: Variables) -> str:
        if key not in self.messages:
            raise MissingMessageError(f"{self.language}: manca il messaggio «{key}».")
        needed = self.messages[key].variables
        absent = needed - variables.keys()
        if absent:
            raise MissingMessageError(f"{self.language}: per «{key}» manca {', '.join(sorted(absent))}.")
        text, errors = self._bundle.format_pattern(self._patterns[key], {name: variables[name] for name in needed})
        if errors or not isinstance(text, str):
            raise MissingMessageError(f"{self.language}: «{key}» non si compone con queste variabili.")
        return text


def load(
    path: Path,
    text: str | None = None,
    name: str | None = None,
    language: str | None = None,
    direction: Direction | None = None,
) -> Catalogue:
    """The catalogue in the file at `path`, or in `text` as if it were there; problems call it `name`.

    `language` is the name of the file's folder unless it is given, and `direction` the usual one of the language.
    Raises ContentError with everything that is wrong in the file.
    """
    name = path.as_posix() if name is None else name
    language = path.parent.name if language is None else language
    content = decoded(path, name) if text is None else text
    problems = [*characters(content, name), *_language_problems(language, name)]
    if problems:
        raise ContentError(problems)
    resource, file = parse(content, name)
    right_to_left = direction == "rtl" or (direction is None and _base(language) in RIGHT_TO_LEFT)
    # A language unknown to CLDR writes numbers as English does, whatever the machine's own language.
    bundle = FluentBundle([_base(language), "en"], use_isolating=right_to_left)
    bundle.add_resource(resource)
    return _catalogue(language, file, bundle)


def _catalogue(language: str, file: FluentFile, bundle: FluentBundle) -> Catalogue:
    keys = [key for key in file.entries if not key.startswith("-")]
    messages = {key: _message(file, key) for key in keys}
    patterns = {key: _pattern(bundle, key) for key in keys}
    composing = Catalogue(language, file.name, messages, {}, patterns, bundle)
    fixed = {key: _fixed_text(composing, key, file) for key in keys if not messages[key].variables}
    if file.problems:
        raise ContentError(file.problems)
    return replace(composing, _fixed=fixed)


def _message(file: FluentFile, key: str) -> Message:
    entry = file.entries[key]
    choices = tuple(Choice(*variant[:3], *file.position(variant.offset)) for variant in entry.variants)
    variables = all_variables(file.entries, key)
    return Message(key, *file.position(entry.offset), variables, entry.uses, choices, entry.digest)


def _pattern(bundle: FluentBundle, key: str) -> Pattern:
    """The compiled text of a key that exists."""
    message_id, _, attribute = key.partition(".")
    message = bundle.get_message(message_id)
    return message.attributes[attribute] if attribute else cast("Pattern", message.value)


def _fixed_text(catalogue: Catalogue, key: str, file: FluentFile) -> str:
    """The text of a message without variables, which is the same for ever."""
    try:
        return catalogue.format(key)
    except MissingMessageError:
        hint = "Controlla quello che sta fra { e }."
        file.problem(file.entries[key].offset, "Y16", f"Il messaggio «{key}» non si può comporre.", hint)
        return ""


def _language_problems(language: str, name: str) -> list[Problem]:
    if LANGUAGE.fullmatch(language):
        return []
    hint = "Usa il codice della lingua, per esempio «it»: da 2 a 8 minuscole e cifre, senza trattini."
    return [Problem(name, 0, 0, "Y22", "La cartella non ha il nome di una lingua.", hint)]


def _base(language: str) -> str:
    """The language whose numbers and script these are: a variety of ours ("iteasy") begins with its code."""
    return language if len(language) <= len("abc") else language[:2]


def _key(message_id: str, attribute: str | None) -> str:
    return message_id if attribute is None else f"{message_id}.{attribute}"
