# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what flows ask of heard words, and what phrases can tell, are the same.

G15 a need that no phrase of the base language says · L29 a need that the flow never asks about
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.checks.written import Place, at_path, written
from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.content.phrases_file import PhrasesFile
from bot.content.strict_yaml import Document, shaped
from bot.errors import Problem
from bot.understanding.lexicon import NEED, Lexicon


def unsaid(bundle: Bundle) -> Iterator[Problem]:
    """Ways of heard words that nobody can open, whatever they write."""
    said = needs_of(bundle.lexicons[BASE_LANGUAGE])
    for way in written(bundle):
        if way.part == "needs" and f"{NEED}{way.name}" not in said:
            yield _unsaid(at_path(bundle, way.file, way.path), f"{NEED}{way.name}")
        for index, target in enumerate(way.way):
            for need in sorted(condition for condition in target.when - said if condition.startswith(NEED)):
                yield _unsaid(at_path(bundle, way.file, (*way.path, index, "when")), need)


def _unsaid(place: Place, need: str) -> Problem:
    hint = f"Aggiungi le sue frasi sotto needs, in locales/{BASE_LANGUAGE}/phrases.yaml."
    return Problem(*place, "G15", f"«{need}»: nessuna frase lo dice.", hint)


def unasked(bundle: Bundle, document: Document) -> Iterator[Problem]:
    """What the phrases in `document` say to no effect."""
    ways = chain.from_iterable(bundle.flow.hears.intents.values())
    asked = {condition for target in ways for condition in target.when}
    asked |= {f"{NEED}{need}" for need in bundle.flow.hears.needs}
    for need in shaped(PhrasesFile, document).needs:
        if f"{NEED}{need}" not in asked:
            hint = f"In flows, sotto hears, intents, scrivi dove porta: when: [{NEED}{need}]."
            yield Problem(document.name, *document.where(("needs", need)), "L29", f"«{need}» non porta a nulla.", hint)


def needs_of(lexicon: Lexicon) -> frozenset[str]:
    """Everything finer than an intent that a language can say, as flows ask about it."""
    return frozenset(rule.intent for rule in lexicon.rules if rule.intent.startswith(NEED))
