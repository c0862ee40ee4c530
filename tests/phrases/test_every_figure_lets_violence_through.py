# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""No figure of speech of the files, not even one written tomorrow, hides an act that stands before, in or after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

import pytest

from bot.content.phrases_proof import examples
from bot.content.strict_yaml import load
from bot.understanding.intents import CLASSES, read
from bot.understanding.phrase import Phrase, parse
from tests.unit.understanding_world import ROOT, shipped

ACTS = {
    "it": ("mio marito mi picchia", "mi prende a pugni", "il mio compagno mi da calci", "mi ha violentata"),
    "en": ("my husband beats me", "he punched me", "my boyfriend kicks me", "he raped me"),
}
TURNS = 12
"""Sentences of each half of a figure: its choices take turns, and so do the acts."""
Groups = Mapping[str, list[Phrase]]


def around(figure: str, acts: tuple[str, ...], groups: Groups, spelling: Mapping[str, str]) -> Iterator[list[str]]:
    """An act before and after the figure and wherever the figure skips words ("..."): each of `acts` in its turn."""
    said, *others = (part for part in figure.split(" & ") if not part.startswith("!"))
    pieces = [examples(parse(piece, spelling), groups, TURNS) for piece in (*said.split(" ... "), *others)]
    for turn, words in enumerate(zip(*pieces, strict=True)):
        act = acts[turn % len(acts)].split()
        for place in range(len(words) + 1):
            yield [*chain(*words[:place]), *act, *chain(*words[place:])]


@pytest.mark.parametrize("language", ["it", "en"])
def test_an_act_is_heard_before_in_and_after_every_figure_of_speech(language: str) -> None:
    file = load(ROOT / "locales" / language / "phrases.yaml").data
    spelling = file["spelling"]
    groups = {f"<{name}>": [parse(text, spelling) for text in texts] for name, texts in file["groups"].items()}
    hidden = []
    for number, figure in enumerate(file["not"], 1):
        for words in around(figure, ACTS[language], groups, spelling):
            reading = read(shipped(language), words, forgiving=False)
            if not (reading.urgent or (reading.decision and reading.decision.intent in CLASSES[0])):
                hidden.append(f"not {number}: {' '.join(words)}")
    assert hidden == []
