# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Lexicons and listeners that tests of understanding share: the shipped ones, and one to be read at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bot.content.phrases_file import load_phrases
from bot.dialogue.ports import PlaceHeard
from bot.understanding.lexicon import Lexicon
from bot.understanding.listener import Listener
from bot.understanding.places import Spotted

ROOT = Path(__file__).parents[2]
LANGUAGES = tuple(sorted(path.parent.name for path in (ROOT / "locales").glob("*/phrases.yaml")))
NOT_A_CRISIS = frozenset(
    {None, "work", "balance", "health_consultorio", "legal_housing", "privacy", "language_change", "talk_human"}
    | {"thanks", "off_topic", "greeting", "gibberish", "lgbtq", "discrimination_race", "elder_disability"}
)
"""What a figure of speech may be heard as without harm."""

SMALL = """
schema: 1
spelling: {nn: non, x: per}
negations: [non, mai]
bridges: [mi, ha]
groups:
  chi: [marito, moglie, (mio | mia) ex]
  picchia: [picchia, picchiato, mena, ha dato uno schiaffo]
exit: [esci, "(chiudi | basta) [tutto]", sta arrivando]
emergency_now: [mi sta picchiando, ha_un coltello, non respira, = aiuto]
intents:
  violence_self: [mi <picchia>, <chi> <picchia>, minacci* di morte]
  witnessed: [<picchia> ... davanti ai bambini]
  minors: [ho sedici anni +]
  work: [capo mi <picchia>, ufficio & molest* & ! marito]
  legal_housing: [divorzio, avvocato separazione casa]
  greeting: [= ciao]
not: [mi picchia il sole, coltello da cucina nuovo]
"""


class Nowhere:
    """Places that are never found."""

    def spot(self, text: str, *, asked: bool) -> Spotted:
        """Nothing, whatever is asked."""
        del text, asked
        return Spotted(PlaceHeard())


def lexicon(text: str = SMALL, language: str = "it") -> Lexicon:
    """A lexicon written in a test."""
    return load_phrases(Path("phrases.yaml"), language, text)


def listener(labels: Mapping[tuple[str, str], Mapping[str, str]] | None = None) -> Listener:
    """A listener that knows only the small lexicon."""
    return Listener({"it": lexicon()}, Nowhere(), labels or {}, frozenset({"ask-place"}))


@cache
def shipped(language: str) -> Lexicon:
    """The lexicon of a shipped language."""
    return load_phrases(ROOT / "locales" / language / "phrases.yaml", language)


@cache
def shipped_listener() -> Listener:
    """A listener of all shipped languages, without places."""
    return Listener({language: shipped(language) for language in LANGUAGES}, Nowhere(), {}, frozenset())
