# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A bundle for walks: it says each sentence once and remembers it, because a walk says the same ones thousands of
times. The bot itself never remembers what it has said.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, fields, replace

from bot.content.bundle import Bundle, Locale
from bot.content.catalogues import Catalogue, Variables


@dataclass(frozen=True, slots=True)
class Remembering(Catalogue):
    """A catalogue that formats each message once for the same variables."""

    said: dict[Hashable, str] = field(default_factory=dict)

    def format(self, message_id: str, attribute: str | None = None, variables: Variables | None = None) -> str:
        """As `Catalogue.format`."""
        key = (message_id, attribute, frozenset((variables or {}).items()))
        text = self.said.get(key)
        if text is None:
            text = self.said[key] = Catalogue.format(self, message_id, attribute, variables)
        return text


def remembering(bundle: Bundle) -> Bundle:
    """The same bundle, with catalogues that remember. One that does already is given back as it is."""
    if all(isinstance(locale.catalogue, Remembering) for locale in bundle.locales.values()):
        return bundle
    return replace(bundle, locales={code: _remembering(locale) for code, locale in bundle.locales.items()})


def _remembering(locale: Locale) -> Locale:
    parts = {part.name: getattr(locale.catalogue, part.name) for part in fields(locale.catalogue)}
    return replace(locale, catalogue=Remembering(**parts))
