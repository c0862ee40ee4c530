# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text has words for a value that no screen ever gives.

L30 a variant that nobody can ever read: misspelt, it takes with it what it alone says (where the chat stays, which
number to call), and its readers get the words for everybody else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.checks.texts import messages_file, values
from bot.content.bundle import Bundle
from bot.content.catalogues import Choice
from bot.content.flow_references import did_you_mean
from bot.errors import Problem

_MOST_LISTED = 14
_KEY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
"""What a text can choose by: screens give words, never numbers."""


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Every such variant, in any language, where it is written. A term's own variables come from the file itself."""
    known = values(bundle)
    for locale in bundle.locales.values():
        for key, message in locale.catalogue.messages.items():
            for choice in message.choices:
                if choice.is_number or choice.value not in known.get(choice.variable, (choice.value,)):
                    place = (messages_file(locale.code), choice.line, choice.column)
                    said = f"In «{key}» nessuno legge la variante [{choice.value}]: ${choice.variable} non è mai così."
                    yield Problem(*place, "L30", said, _hint(choice, known.get(choice.variable, ())))


def _hint(choice: Choice, known: Collection[str]) -> str:
    words = sorted(filter(_KEY.fullmatch, known))
    if len(words) <= _MOST_LISTED and words:
        return " ".join(filter(None, (did_you_mean(choice.value, words), f"Valori possibili: {', '.join(words)}.")))
    return did_you_mean(choice.value, words) or "Correggi il valore, o togli la variante."
