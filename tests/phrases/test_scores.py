# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How much is understood of phrases written by somebody who had not read the lists, and what is taken for danger.

Whoever improves the lists may look at one half of these phrases for causes, and never at the other: what is said of
phrases never seen is measured on that one. The bounds are what was measured, rounded down: they may be raised, never
lowered to make a change pass.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.content.strict_yaml import load
from bot.dialogue.ports import Heard
from bot.directory.gazetteer import Gazetteer
from bot.understanding.listener import Listener
from bot.understanding.places import PlaceMatcher
from tests.unit.understanding_world import LANGUAGES, NOT_A_CRISIS, ROOT, shipped

HERE = Path(__file__).parent
FIGURES = "figures_of_speech"
URGENT_RECALL = 0.95
FALSE_ALARMS = 0.05
ACCURACY = {"it": 0.90, "en": 0.89}
ACCURACY_NEVER_SEEN = {"it": 0.84, "en": 0.80}
URGENT_RECALL_NEVER_SEEN = {"it": 0.95, "en": 0.94}
"""Of 61 and of 18 phrases: one more missed would be 0.93 and 0.89."""


@dataclass
class Score:
    """Counts of one language, by intent: phrases, phrases understood, and phrases wrongly taken for that intent."""

    said: Counter[str] = field(default_factory=Counter)
    understood: Counter[str] = field(default_factory=Counter)
    mistaken: Counter[str] = field(default_factory=Counter)
    false_alarms: int = 0
    crises: int = 0

    @property
    def accuracy(self) -> float:
        return self.understood.total() / self.said.total()

    @property
    def urgent_recall(self) -> float:
        return self.understood["emergency_now"] / self.said["emergency_now"]

    def table(self) -> str:
        rows = [f"{'intent':22} phrases recall precision"]
        for intent, said in sorted(self.said.items()):
            taken = self.understood[intent] + self.mistaken[intent]
            precision = f"{self.understood[intent] / taken:9.2f}" if taken else " " * 9
            rows.append(f"{intent:22} {said:7} {self.understood[intent] / said:6.2f} {precision}")
        return "\n".join(rows)


@cache
def listener() -> Listener:
    """As the bot's: every shipped language, and the places of the network's province."""
    lexicons = {language: shipped(language) for language in LANGUAGES}
    places = PlaceMatcher.of(Gazetteer.load(ROOT / "data"), frozenset({"PI"}))
    return Listener(lexicons, places, {}, frozenset({"ask-place"}))


def phrases(language: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Intent, text and every answer that is right."""
    for intent, texts in load(HERE / f"{language}.yaml").data.items():
        for entry in texts:
            yield _phrase(intent, entry)


def _phrase(intent: str, entry: Any) -> tuple[str, str, frozenset[str]]:  # noqa: ANN401 - a value of a YAML file
    if isinstance(entry, dict):
        return intent, entry["text"], frozenset(entry["any"])
    return intent, entry, frozenset({intent})


def answers(heard: Heard) -> frozenset[str]:
    """Everything that a text was heard as."""
    if heard.exit:
        return frozenset({"exit"})
    found = {"emergency_now"} if heard.urgent else set()
    found |= {heard.intent} if heard.intent else set()
    return frozenset(found | ({"place"} if heard.place.outcome != "unknown" else set()))


def never_seen(text: str) -> bool:
    """Whether a phrase is of the half that nobody who improves the lists looks at."""
    return zlib.crc32(text.encode()) % 2 == 1


@cache
def score(language: str, *, unseen_only: bool = False) -> Score:
    result = Score()
    for intent, text, right in phrases(language):
        if unseen_only and not never_seen(text):
            continue
        heard = listener().hear(text, language, "ask-place" if intent == "place" else "home")
        if intent == FIGURES:
            result.false_alarms += heard.urgent
            result.crises += heard.urgent or heard.intent not in NOT_A_CRISIS
        result.said[intent] += 1
        harmless = intent == FIGURES and not heard.urgent and heard.intent in NOT_A_CRISIS
        if harmless or answers(heard) & right:
            result.understood[intent] += 1
        elif heard.intent:
            result.mistaken[heard.intent] += 1
    return result


@pytest.mark.parametrize("language", ["it", "en"])
def test_urgent_phrases_written_by_others_are_recognised(language: str) -> None:
    measured = score(language)
    print(f"\n{language}\n{measured.table()}\naccuracy {measured.accuracy:.3f}")  # noqa: T201 - the table is for people
    assert measured.urgent_recall >= URGENT_RECALL


@pytest.mark.parametrize("language", ["it", "en"])
def test_figures_of_speech_raise_few_false_alarms(language: str) -> None:
    measured = score(language)
    assert measured.false_alarms / measured.said[FIGURES] <= FALSE_ALARMS


@pytest.mark.parametrize("language", ["it", "en"])
def test_phrases_written_by_others_are_understood_as_well_as_measured(language: str) -> None:
    assert score(language).accuracy >= ACCURACY[language]


@pytest.mark.parametrize("language", ["it", "en"])
def test_phrases_that_nobody_looked_at_are_understood_as_well_as_measured(language: str) -> None:
    measured = score(language, unseen_only=True)
    print(f"\n{language}, never seen: accuracy {measured.accuracy:.3f}")  # noqa: T201 - for people
    assert measured.accuracy >= ACCURACY_NEVER_SEEN[language]
    assert measured.urgent_recall >= URGENT_RECALL_NEVER_SEEN[language]
