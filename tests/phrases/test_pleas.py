# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who pleads in a language of which we know little more than the words of danger gets the urgent numbers.

Nothing finer is promised there: too much is better than a screen that says it has not understood.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.strict_yaml import load
from tests.phrases.test_known_needs import heard

PLEAS = [
    (language, text)
    for language, texts in load(Path(__file__).parent / "pleas.yaml").data.items()
    for text in texts
]  # fmt: skip


@pytest.mark.parametrize("screen", ["it", "en"])
@pytest.mark.parametrize(("language", "text"), PLEAS)
def test_a_plain_plea_in_another_language_opens_the_urgent_numbers(language: str, text: str, screen: str) -> None:
    assert heard(text, screen).urgent or heard(text, screen).intent == "violence_self"
    assert not heard(text, screen).exit
