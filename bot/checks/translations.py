# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Translations that are older than their original.

L31 a text whose Italian has changed since it was translated, or of which nobody has said which Italian it translates.
Told after everything else: who translates wants words that will not change again for a check.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.texts import at_text
from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.content.translated import lock_file, state, translations
from bot.errors import Problem

NAMED = 3
"""Texts that one line names; the others are counted."""


def problems(bundle: Bundle, folder: Path) -> Iterator[Problem]:
    """The translations to be made again, each at its place, then those of which nobody has said that they are right."""
    for language in translations(bundle):
        found = state(bundle, folder, language)
        for name in found.older:
            yield _older(bundle, language, name)
        if found.unsaid:
            yield _unsaid(language, found.unsaid)


def _older(bundle: Bundle, language: str, name: str) -> Problem:
    file, line, _ = at_text(bundle, BASE_LANGUAGE, name)
    said = f"L'italiano di «{name}» ({file}:{line}) è cambiato, e questa traduzione è ancora quella di prima."
    command = f"`bussola translated {language}"
    hint = f"Riscrivila e lancia {command}`; se va bene così, {command} {name}`."
    return Problem(*at_text(bundle, language, name), "L31", said, hint)


def _unsaid(language: str, names: tuple[str, ...]) -> Problem:
    others = f" e altri {len(names) - NAMED}" if len(names) > NAMED else ""
    said = f"Nessuno ha detto che traducono l'italiano di oggi: {', '.join(names[:NAMED])}{others}."
    hint = f"Confrontali con l'italiano, poi lancia `bussola translated {language}`."
    return Problem(lock_file(language), 0, 0, "L31", said, hint)
