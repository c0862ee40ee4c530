# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the authors of the phrases had in mind is understood, all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.strict_yaml import load
from tests.unit.understanding_world import NOT_A_CRISIS, shipped_listener

HERE = Path(__file__).parent / "examples"
EXAMPLES = [
    (path.stem, intent, text)
    for path in sorted(HERE.glob("*.yaml"))
    for intent, texts in load(path).data.items()
    for text in texts
]


@pytest.mark.parametrize(("language", "intent", "text"), EXAMPLES)
def test_an_example_is_heard_as_its_author_meant(language: str, intent: str, text: str) -> None:
    heard = shipped_listener().hear(text, language, "home")
    if intent == "emergency_now":
        assert heard.urgent
    elif intent == "figures_of_speech":
        assert not heard.urgent
        assert heard.intent in NOT_A_CRISIS
    else:
        assert heard.intent == intent
