# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether any text gives advice that can get somebody hurt. L28: blame, "why" in a question, mediation, confronting,
changing passwords now, promises of what others will do.

Each language lists the words, and the right sentences that hold them, in `locales/<language>/words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot import emergency
from bot.checks.guard import Guard
from bot.checks.texts import at_text, spoken
from bot.checks.wording import EMERGENCY_FILE
from bot.checks.written import Place
from bot.content.bundle import Bundle, Locale
from bot.errors import Problem
from bot.understanding.normalise import normalise

_WHY = {
    "blame": "dà la colpa a chi legge",
    "why": "chiede perché",
    "mediation": "propone di mediare o di riconciliarsi",
    "confronting": "dice di affrontare chi fa del male",
    "passwords": "dice di cambiare subito qualcosa che chi controlla può notare",
    "promises": "promette che cosa faranno altri",
}
_QUESTION = re.compile(r"[^.!?…\n\u061f\uff1f]*[?\u061f\uff1f]")


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Every text and label that gives forbidden advice, once for each kind."""
    for locale in bundle.locales.values():
        guards = {kind: Guard(getattr(locale.words.advice, kind)) for kind in _WHY}
        for key, place, texts in _said(bundle, locale):
            for kind, guard in guards.items():
                if word := _found(guard, texts, locale.words.advice.allowed, asked=kind == "why"):
                    hint = f"Cambia la frase. Se qui è giusta, mettila in locales/{locale.code}/words.yaml, allowed."
                    yield Problem(*place, "L28", f"«{key}» {_WHY[kind]}: «{word}».", hint)


def _said(bundle: Bundle, locale: Locale) -> Iterator[tuple[str, Place, list[str]]]:
    yield "numeri urgenti", (EMERGENCY_FILE, 0, 0), [emergency.card(locale.code)]
    for key in locale.catalogue.messages:
        yield key, at_text(bundle, locale.code, key), spoken(locale.catalogue, key)


def _found(guard: Guard, texts: list[str], allowed: list[str], *, asked: bool) -> str:
    """The first forbidden word in the texts, or in their questions where `asked`, outside what is allowed."""
    parts = [part for text in texts for part in (_QUESTION.findall(text) if asked else [text])]
    for part in map(normalise, parts):
        for sentence in map(normalise, allowed):
            part = part.replace(sentence, " ")  # noqa: PLW2901 - what is allowed is taken away, one after the other
        if word := guard.found(part):
            return word
    return ""
