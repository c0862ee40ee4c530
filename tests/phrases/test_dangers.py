# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Dangers told in many ways, and harmless sentences with the same words: written while the lists were made for them.

What they measure is whether a change to the lists breaks what they knew, not what is understood of unseen words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.strict_yaml import load
from tests.phrases.test_known_needs import heard

HERE = Path(__file__).parent / "dangers"
RECALL, FALSE_ALARMS = 0.95, 0.02


def urgent(language: str, kind: str) -> dict[str, bool]:
    """Every sentence of a kind, and whether it opens the urgent numbers."""
    return {text: heard(text, language).urgent for text in load(HERE / f"{language}.yaml").data[kind]}


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_danger_opens_the_urgent_numbers_in_whatever_words(language: str) -> None:
    said = urgent(language, "danger")
    assert sum(said.values()) / len(said) >= RECALL, [text for text, found in said.items() if not found]


@pytest.mark.parametrize("language", ["it", "en"])
def test_harmless_sentences_with_the_words_of_danger_do_not(language: str) -> None:
    said = urgent(language, "harmless")
    assert sum(said.values()) / len(said) <= FALSE_ALARMS, [text for text, found in said.items() if found]
