# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether somebody who glances at the phone can tell what the conversation is about.

P01 a word that reveals in the first 60 characters of a message · P02 in a label · P03 in the closing line · P04 a
code of addresses that spells one

Each language is held to its own words, to the Italian ones and to the English ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.checks.channels import CHANNELS, moments
from bot.checks.guard import GLANCE, Guard
from bot.checks.remembering import remembering
from bot.checks.texts import at_text, spoken
from bot.checks.walk import screens
from bot.content.bundle import Bundle
from bot.content.published import write_lock
from bot.content.publishing import LOCK_FILE
from bot.dialogue.address import Address
from bot.dialogue.codec import LETTERS
from bot.errors import Problem
from bot.screens.screen import Screen
from bot.understanding.normalise import normalise

READ_BY_ALL = ("it", "en")
"""Languages whose revealing words count in every language, because anybody nearby may read them."""

CALLED = frozenset({"112", "113", "114", "115", "118"})
"""Numbers that everybody knows: no code of an address may be one."""


def problems(bundle: Bundle, today: date) -> Iterator[Problem]:
    """Everything that reveals, each once for the screen that it is on."""
    bundle = remembering(bundle)
    yield from _codes(bundle)
    guards = {language: guard_of(bundle, language) for language in bundle.locales}
    for language, guard in guards.items():
        yield from _texts(bundle, language, guard)
    for screen in _distinct(bundle, today):
        yield from _glance(bundle, screen, guards[screen.address.language])


def guard_of(bundle: Bundle, language: str) -> Guard:
    """What finds the words that reveal, in a language of `bundle`."""
    heard = {language, *READ_BY_ALL} & bundle.locales.keys()
    return Guard(word for known in heard for word in bundle.locales[known].words.revealing)


def _distinct(bundle: Bundle, today: date) -> Iterator[Screen]:
    """The screens of the walk, those that look alike at a glance once.

    The hour is read only by what comes after a node's text, and by the variables of that text, of which `_texts` says
    every value: one moment is enough.
    """
    seen = set()
    known: dict[Address, Screen] = {}
    for channel in CHANNELS:
        for screen in screens(bundle, channel, moments(bundle, today)[0], lambda _failed: None, known):
            labels = tuple(choice.label for choice in screen.taps())
            key = (screen.address.language, screen.address.node, screen.text[: 2 * GLANCE], labels)
            if key not in seen:
                seen.add(key)
                yield screen


def _texts(bundle: Bundle, language: str, guard: Guard) -> Iterator[Problem]:
    """Node texts with every value that their variables can have."""
    for node in bundle.flow.nodes:
        for text in spoken(bundle.locales[language].catalogue, node):
            yield from _opening(bundle, language, node, text, guard)


def _opening(bundle: Bundle, language: str, node: str, text: str, guard: Guard) -> Iterator[Problem]:
    if word := guard.at_a_glance(text):
        said = f"I primi {GLANCE} caratteri di «{node}» dicono «{word}»."
        hint = "Sposta quella parola più avanti: all'inizio deve esserci una frase che non dice nulla."
        yield Problem(*at_text(bundle, language, node), "P01", said, hint)


def _glance(bundle: Bundle, screen: Screen, guard: Guard) -> Iterator[Problem]:
    language, node = screen.address.language, screen.address.node
    yield from _opening(bundle, language, node, screen.text, guard)
    for label in {choice.label for choice in screen.taps()}:
        if word := guard.found(label):
            said = f"L'etichetta «{label}» su «{node}» dice «{word}»."
            yield Problem(*at_text(bundle, language, node), "P02", said, "Scegli parole che non rivelano.")
    if node == bundle.flow.everywhere["exit"] and (word := guard.found(screen.text)):
        said = f"Il messaggio di chiusura dice «{word}»."
        yield Problem(*at_text(bundle, language, node), "P03", said, "Resta nella chat: deve poterlo leggere chiunque.")


def _codes(bundle: Bundle) -> Iterator[Problem]:
    """Codes that spell a word, alone or after the letter of their slot: links and buttons are made of nothing else."""
    words = {normalise(word.removesuffix("*")) for locale in bundle.locales.values() for word in locale.words.revealing}
    for kind, codes in bundle.sources.lock.items():
        for code, name in codes.items():
            if {code, LETTERS.get(kind, "") + code} & (words | CALLED):
                said = f"Il codice «{code}» di «{name}» ({kind}) si legge come una parola che rivela."
                hint = "Non pubblicare: chiedi a chi cura il programma di sceglierne un altro."
                yield Problem(LOCK_FILE, _line_of(bundle, code, name), 1, "P04", said, hint)


def _line_of(bundle: Bundle, code: str, name: str) -> int:
    """The line of the lock that gives a code: the file is always written in the same way."""
    lines = write_lock(bundle.sources.lock).splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.split(" ")[1:] == [code, name])
