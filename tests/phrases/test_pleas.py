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

PLEAS = [text for texts in load(Path(__file__).parent / "pleas.yaml").data.values() for text in texts]


@pytest.mark.parametrize("screen", ["it", "en"])
@pytest.mark.parametrize("text", PLEAS)
def test_a_plain_plea_in_another_language_opens_the_urgent_numbers(text: str, screen: str) -> None:
    assert heard(text, screen).urgent or heard(text, screen).intent == "violence_self"
    assert not heard(text, screen).exit
