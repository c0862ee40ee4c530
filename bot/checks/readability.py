# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How easy an Italian text is to read: the Gulpease index.

Lucisano and Piemontese, "GULPEASE: una formula per la predizione della difficoltà dei testi in lingua italiana",
Scuola e città 39 (1988): 89 + (300 x sentences - 10 x letters) / words. At 60 whoever has finished middle school
reads without effort.
"""

from __future__ import annotations

import re

from bot.checks.links import links

EASY = 60
FEWEST_WORDS = 12
"""Below this the formula says more of a text's shape than of its difficulty, so shorter texts are exempt."""

_WORD = re.compile(r"\w+")
_END = re.compile(r"[.!?…]+(?=\s|$)|\n+|$")


def gulpease(text: str) -> float | None:
    """The index of `text`, 100 for the easiest; None where it is too short to be measured.

    A line end ends a sentence, as a full stop does; an address of a site is one word.
    """
    for link in links(text):
        text = text.replace(link, "sito")
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sum(bool(_WORD.search(part)) for part in _END.split(text))
    return min(100.0, 89 + (300 * sentences - 10 * sum(map(len, words))) / len(words))
