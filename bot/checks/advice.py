# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether any text gives advice that can get somebody hurt. L28: blame, "why" in a question, mediation, confronting,
changing passwords now, promises of what others will do, parents, a score of risk, questions about details.

Each language lists the phrases, and the right ones that hold them, in `locales/<language>/words.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot import emergency
from bot.checks.sayings import Sayings
from bot.checks.texts import at_text, spoken
from bot.checks.wording import EMERGENCY_FILE
from bot.checks.written import Place
from bot.content.bundle import Bundle, Locale
from bot.content.locale_file import AdviceWords
from bot.errors import Problem

KINDS = {
    "blame": "dà la colpa a chi legge",
    "why": "chiede perché",
    "mediation": "propone di mediare o di riconciliarsi",
    "confronting": "dice di affrontare chi fa del male",
    "passwords": "dice di cambiare subito qualcosa che chi controlla può notare",
    "promises": "promette che cosa faranno altri",
    "parents": "manda dai genitori, che possono essere chi fa del male",
    "risk": "dà un voto al rischio",
    "details": "chiede dettagli, o chi è chi scrive",
}
_QUESTION = re.compile(r"[^.!?…\n\u061f\uff1f]*[?\u061f\uff1f]")


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Every text and label that gives forbidden advice, once for each kind."""
    for locale in bundle.locales.values():
        listed = sayings(locale.words.advice)
        for key, place, texts in _said(bundle, locale):
            for kind, words in found(listed, texts).items():
                hint = f"Cambia la frase. Se qui è giusta, mettila in locales/{locale.code}/words.yaml, allowed."
                yield Problem(*place, "L28", f"«{key}» {KINDS[kind]}: «{words}».", hint)


def _said(bundle: Bundle, locale: Locale) -> Iterator[tuple[str, Place, list[str]]]:
    yield "numeri urgenti", (EMERGENCY_FILE, 0, 0), [emergency.card(locale.code)]
    for key in locale.catalogue.messages:
        yield key, at_text(bundle, locale.code, key), spoken(locale.catalogue, key)


def sayings(advice: AdviceWords) -> dict[str, Sayings]:
    """What finds each kind of advice that a language forbids."""
    return {kind: Sayings(getattr(advice, kind), advice.allowed) for kind in KINDS}


def found(listed: dict[str, Sayings], texts: list[str]) -> dict[str, str]:
    """The kinds of advice that these texts give, each with the words that give it first."""
    questions = [question for text in texts for question in _QUESTION.findall(text)]
    looked_at = {kind: questions if kind == "why" else texts for kind in listed}
    first = {kind: next(filter(None, map(listed[kind].found, looked_at[kind])), "") for kind in listed}
    return {kind: words for kind, words in first.items() if words}
