# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which messages a screen is made of: noted while it is composed, so that whoever signs knows what for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from bot.checks.remembering import Remembering
from bot.checks.texts import key_of
from bot.content.bundle import Bundle, Locale
from bot.content.catalogues import Message, Variables


@dataclass(frozen=True, slots=True)
class Noting(Remembering):
    """A catalogue that notes what it is asked for, in order, each message once."""

    asked: dict[str, None] = field(default_factory=dict)

    def format(self, message_id: str, attribute: str | None = None, variables: Variables | None = None) -> str:
        """As `Catalogue.format`."""
        self.asked[key_of(message_id, attribute)] = None
        return Remembering.format(self, message_id, attribute, variables)


@dataclass(frozen=True, slots=True)
class Recorder:
    """A bundle whose catalogues note what they say, and what they have said since they were last asked."""

    bundle: Bundle
    asked: dict[str, None]

    def said(self) -> tuple[str, ...]:
        """The messages and labels said since the last call, with those that they contain; then a blank sheet."""
        found = tuple(self.asked)
        self.asked.clear()
        return found


def recording(bundle: Bundle, languages: Iterable[str]) -> Recorder:
    """The same bundle in these languages only, with catalogues that note."""
    asked: dict[str, None] = {}
    locales = {code: _noting(bundle.locales[code], asked) for code in languages}
    return Recorder(replace(bundle, locales=locales), asked)


def _noting(locale: Locale, asked: dict[str, None]) -> Locale:
    parts = {part.name: getattr(locale.catalogue, part.name) for part in fields(locale.catalogue)}
    kept = {name: value for name, value in parts.items() if name not in {"said", "asked"}}
    return replace(locale, catalogue=Noting(**kept, asked=asked))


def with_contained(said: Iterable[str], messages: Mapping[str, Message]) -> tuple[str, ...]:
    """These messages and all that they contain, each once, in the order in which they are met."""
    found: dict[str, None] = {}
    waiting = list(said)
    while waiting:
        key = waiting.pop(0)
        if key not in found:
            found[key] = None
            waiting += sorted(messages[key].refers) if key in messages else []
    return tuple(found)
