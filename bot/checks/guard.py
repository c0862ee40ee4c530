# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds listed words in texts, as people would read them: accents, capitals and punctuation do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.understanding.normalise import normalise

GLANCE = 60
"""Characters that a locked screen shows. A word that begins within them counts whole."""


class Guard:
    """Finds words in a text. A word, or the last of several, ends with an asterisk where any ending counts."""

    def __init__(self, words: Iterable[str]) -> None:
        self._pattern = re.compile("|".join(map(_pattern, sorted(words))))

    def found(self, text: str) -> str:
        """The first of the words in `text`, or ""."""
        match = self._pattern.search(normalise(text))
        return match.group() if match else ""

    def at_a_glance(self, text: str) -> str:
        """The first of the words that begins in the first 60 characters, or ""."""
        rest = re.match(r"\w*", text[GLANCE:])
        return self.found(text[:GLANCE] + (rest.group() if rest else ""))


def _pattern(word: str) -> str:
    """A word as a pattern over normalised text. Scripts that put no spaces between words are searched anywhere."""
    stem = re.escape(normalise(word.removesuffix("*")))
    if any(unicodedata.name(character, "").startswith(("CJK", "HIRAGANA", "KATAKANA")) for character in word):
        return stem
    return rf"(?<!\w){stem}" + (r"\w*" if word.endswith("*") else r"(?!\w)")
