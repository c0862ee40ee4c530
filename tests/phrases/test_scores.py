# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How much is understood of phrases written by people who had not read the lists, and what is taken for danger.

Four sets: the one beside this file, and `second`, `third` and `fourth`, which came later. Whoever improves the lists
may look at one half of each for causes, and never at the other, which of `fourth` lies in a folder of its own: what is
said of phrases never seen is measured on that one. The bounds are what was measured, rounded down: they may be raised,
never lowered to make a change pass.

The second set was scored whole before anybody who tunes had read a phrase of it (368 in Italian, 193 in English):
accuracy 0.850 and 0.880, urgent recall 0.95 (44 of 46) and 1.00 (25), figures of speech taken for danger 1 of 37 and 2
of 19. So was the third (226 and 107): accuracy 0.850 and 0.841, urgent recall 0.84 (52 of 62) and 0.83 (24 of 29),
figures 1 of 62 and 0 of 32; but its author tuned afterwards, without looking at one half, not without having read it.

The fourth (374 and 189, a third of them dangers) was scored whole before the lists were changed for it: accuracy 0.741
and 0.693, urgent recall 0.74 (81 of 110) and 0.75 (41 of 55), figures 5 of 90 and 2 of 45. After tuning on one half,
the other, which nobody looked at, went from 0.76 to 0.84 (46 of 55) and from 0.79 to 0.89 (25 of 28) urgent.

The tables by intent are printed with `-s`.
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
FIGURES = frozenset({"figures_of_speech", "figure_of_speech"})
URGENT = "emergency_now"
NEVER_READ = "never_read"
"""The folder of a set that holds the half which nobody looks at, where the halves are kept apart."""
FALSE_ALARMS = 0.05
SETS = [(folder, language) for folder in ("", "second", "third", "fourth") for language in ("it", "en")]
ACCURACY = dict(zip(SETS, (0.92, 0.92, 0.95, 0.96, 0.94, 0.94, 0.89, 0.85), strict=True))
ACCURACY_NEVER_SEEN = dict(zip(SETS, (0.86, 0.85, 0.91, 0.92, 0.90, 0.87, 0.78, 0.74), strict=True))
URGENT_RECALL = dict(zip(SETS, (0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.91, 0.92), strict=True))
"""What is wanted is 0.95; the fourth set, of dangers in unusual words, is not there yet."""
URGENT_RECALL_NEVER_SEEN = dict(zip(SETS, (0.95, 0.94, 1.0, 1.0, 0.97, 1.0, 0.83, 0.89), strict=True))
"""Of 61, 18, 26, 10, 34, 16, 55 and 28 phrases."""


@dataclass
class Score:
    """Counts of one set in one language, by intent: phrases, those understood, and those wrongly taken for it."""

    said: Counter[str] = field(default_factory=Counter)
    understood: Counter[str] = field(default_factory=Counter)
    mistaken: Counter[str] = field(default_factory=Counter)
    figures: int = 0
    false_alarms: int = 0
    crises: int = 0

    @property
    def accuracy(self) -> float:
        return self.understood.total() / self.said.total()

    @property
    def urgent_recall(self) -> float:
        return self.understood[URGENT] / self.said[URGENT]

    def add(self, intent: str, right: frozenset[str], heard: Heard) -> None:
        """Count one phrase. A figure of speech is understood if it is neither danger, nor an exit, nor a crisis."""
        harmless = not (heard.urgent or heard.exit) and heard.intent in NOT_A_CRISIS
        self.said[intent] += 1
        if intent in FIGURES:
            self.figures += 1
            self.false_alarms += heard.urgent
            self.crises += not harmless
        if harmless if intent in FIGURES else answers(heard) & right:
            self.understood[intent] += 1
        elif heard.intent:
            self.mistaken[heard.intent] += 1

    def table(self) -> str:
        rows = [f"{'intent':22} phrases recall precision"]
        for intent, said in sorted(self.said.items()):
            taken = self.understood[intent] + self.mistaken[intent]
            precision = f"{self.understood[intent] / taken:9.2f}" if taken else " " * 9
            rows.append(f"{intent:22} {said:7} {self.understood[intent] / said:6.2f} {precision}")
        figures = (
            f"figures of speech: {self.false_alarms} taken for danger, {self.crises} for a crisis, of {self.figures}"
        )
        return "\n".join((*rows, f"accuracy {self.accuracy:.3f}, urgent recall {self.urgent_recall:.3f}", figures))


@cache
def listener() -> Listener:
    """As the bot's: every shipped language, and the places of the network's province."""
    lexicons = {language: shipped(language) for language in LANGUAGES}
    places = PlaceMatcher(Gazetteer.load(ROOT / "data"), frozenset({"PI"}))
    return Listener(lexicons, places, {}, frozenset({"ask-place"}))


def phrases(folder: str, language: str, *, unseen_only: bool = False) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Intent, text and every answer that is right: of a whole set, or of the half that nobody looks at."""
    apart = HERE / folder / NEVER_READ / f"{language}.yaml"
    if not apart.exists():
        yield from (said for said in _of(HERE / folder / f"{language}.yaml") if never_seen(said[1]) or not unseen_only)
        return
    yield from () if unseen_only else _of(HERE / folder / f"{language}.yaml")
    yield from _of(apart)


def _of(path: Path) -> Iterator[tuple[str, str, frozenset[str]]]:
    return (_phrase(intent, entry) for intent, texts in load(path).data.items() for entry in texts)


def _phrase(intent: str, entry: Any) -> tuple[str, str, frozenset[str]]:  # noqa: ANN401 - a value of a YAML file
    if isinstance(entry, dict):
        return intent, entry["text"], frozenset(entry["any"])
    return intent, entry, frozenset({intent})


def answers(heard: Heard) -> frozenset[str]:
    """Everything that a text was heard as."""
    if heard.exit:
        return frozenset({"exit"})
    found = {URGENT} if heard.urgent else set()
    found |= {heard.intent} if heard.intent else set()
    return frozenset(found | ({"place"} if heard.place.outcome != "unknown" else set()))


def never_seen(text: str) -> bool:
    """Whether a phrase is of the half that nobody who improves the lists looks at, where no folder holds it apart."""
    return zlib.crc32(text.encode()) % 2 == 1


@cache
def score(folder: str, language: str, *, unseen_only: bool = False) -> Score:
    result = Score()
    for intent, text, right in phrases(folder, language, unseen_only=unseen_only):
        result.add(intent, right, listener().hear(text, language, "ask-place" if intent == "place" else "home"))
    return result


@pytest.mark.parametrize(("folder", "language"), SETS)
def test_urgent_phrases_written_by_others_are_recognised(folder: str, language: str) -> None:
    measured = score(folder, language)
    print(f"\n{folder} {language}\n{measured.table()}")  # noqa: T201 - the table is for people
    assert measured.urgent_recall >= URGENT_RECALL[folder, language]


@pytest.mark.parametrize(("folder", "language"), SETS)
def test_figures_of_speech_raise_few_false_alarms(folder: str, language: str) -> None:
    measured = score(folder, language)
    assert measured.false_alarms / measured.figures <= FALSE_ALARMS


@pytest.mark.parametrize(("folder", "language"), SETS)
def test_phrases_written_by_others_are_understood_as_well_as_measured(folder: str, language: str) -> None:
    assert score(folder, language).accuracy >= ACCURACY[folder, language]


@pytest.mark.parametrize(("folder", "language"), SETS)
def test_phrases_that_nobody_looked_at_are_understood_as_well_as_measured(folder: str, language: str) -> None:
    measured = score(folder, language, unseen_only=True)
    print(f"\n{folder} {language}, never seen\n{measured.table()}")  # noqa: T201 - for people
    assert measured.accuracy >= ACCURACY_NEVER_SEEN[folder, language]
    assert measured.urgent_recall >= URGENT_RECALL_NEVER_SEEN[folder, language]
    assert measured.false_alarms / measured.figures <= FALSE_ALARMS
