# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Violence said with the words of a figure of speech is heard, and a figure of speech with those of violence is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.strict_yaml import load
from tests.phrases.test_figures_hide_nothing import HEARD
from tests.phrases.test_known_needs import heard
from tests.unit.understanding_world import NOT_A_CRISIS

HERE = Path(__file__).parent / "near_figures"
MEANT = {"violence": HEARD, "stalking": frozenset({"stalking_digital"}), "dying": frozenset({"self_harm"})}
FALSE_ALARMS = 0.05


def said(*meanings: str) -> Iterator[tuple[str, str, str]]:
    """Language, meaning and text of each sentence with one of `meanings`."""
    for path in sorted(HERE.glob("*.yaml")):
        sentences = load(path).data
        yield from ((path.stem, meaning, text) for meaning in meanings for text in sentences[meaning])


@pytest.mark.parametrize(("language", "meaning", "text"), [*said(*MEANT)])
def test_violence_is_heard_in_the_words_of_a_figure_of_speech(language: str, meaning: str, text: str) -> None:
    found = heard(text, language)
    assert found.intent in MEANT[meaning] or (found.urgent and meaning != "dying")


@pytest.mark.parametrize("language", ["it", "en"])
def test_figures_of_speech_near_violence_raise_few_alarms(language: str) -> None:
    figures = [text for of, _, text in said("figures") if of == language]
    said_of = {text: heard(text, language) for text in figures}
    alarms = [text for text, found in said_of.items() if found.urgent or found.intent not in NOT_A_CRISIS]
    assert len(alarms) / len(figures) <= FALSE_ALARMS, alarms
