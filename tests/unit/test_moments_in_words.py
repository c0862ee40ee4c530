# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A moment to come is said so that it cannot be taken for another day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.content.bundle import Bundle
from bot.screens.screen import Scene
from bot.screens.voice import Voice

ROME = ZoneInfo("Europe/Rome")
TUESDAY = datetime(2026, 12, 1, 13, tzinfo=ROME)


@pytest.mark.parametrize(
    ("language", "opens", "said"),
    [
        ("it", (2026, 12, 1, 15), "oggi alle 15:00"),
        ("it", (2026, 12, 7, 10), "lunedì alle 10:00"),
        ("it", (2026, 12, 8, 10), "martedì 8 dicembre alle 10:00"),
        ("it", (2026, 12, 15, 10), "martedì 15 dicembre alle 10:00"),
        ("en", (2026, 12, 15, 10), "Tuesday 15 December at 10:00"),
    ],
)
def test_a_weekday_is_said_only_of_the_coming_one(
    bundle: Bundle, language: str, opens: tuple[int, int, int, int], said: str
) -> None:
    voice = Voice(bundle, bundle.codec.home(language), Scene(TUESDAY, "telegram", 6))
    assert voice.moment(datetime(*opens, tzinfo=ROME)) == said
