# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Finds in texts what phrases of the small language of `understanding.phrase` stand for.

One sentence at a time: words of two sentences never make one phrase. Words are read as people's own are, so accents
and capitals do not matter. Groups of a phrases file (`<chi>`) are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.understanding.phrase import Phrase, Steps, parse, words_of

_ENDS = re.compile(r"[.!?…;\n\u061f\u3002\uff1f\uff01]+")
_CUT = " / "
"""What stands where words were taken away: no phrase reaches over it."""


class Sayings:
    """What a list of phrases says. Raises `PhraseError` for one that cannot be read."""

    def __init__(self, phrases: Iterable[str], without: Iterable[str] = ()) -> None:
        """`without`: phrases whose words do not count where they stand."""
        self._patterns = [_pattern(parse(phrase, {})) for phrase in phrases]
        self._without = [_pattern(parse(phrase, {})) for phrase in without]

    def found(self, text: str) -> str:
        """The words of `text` that the first of the phrases finds, or ""."""
        for sentence in _sentences(text):
            left = sentence
            for pattern in self._without:
                left = pattern.sub(_CUT, left)
            for pattern in self._patterns:
                if match := pattern.search(left):
                    return match.group()
        return ""


def _sentences(text: str) -> Iterator[str]:
    """Sentence by sentence, words separated by one space."""
    return (" ".join(words_of(part, {})) for part in _ENDS.split(text))


def _pattern(phrase: Phrase) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(phrase.parts[0], phrase)}(?!\w)")


def _any(choice: Iterable[Steps], phrase: Phrase) -> str:
    return f"(?:{'|'.join(_sequence(steps, phrase) for steps in choice)})"


def _sequence(steps: Steps, phrase: Phrase) -> str:
    first, *others = steps
    return _atom(first.atom, phrase) + "".join(_between(step.gap) + _atom(step.atom, phrase) for step in others)


def _between(gap: int) -> str:
    return rf"(?: \w+){{0,{gap}}} "


def _atom(atom: str, phrase: Phrase) -> str:
    if atom in phrase.groups:
        return _any(phrase.groups[atom], phrase)
    return re.escape(atom.removesuffix("*")) + (r"\w*" if atom.endswith("*") else "")
