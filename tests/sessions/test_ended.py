# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Deliveries of conversations that were left: known for a minute, and not many of them."""

from __future__ import annotations

import pytest

from bot.sessions import ended
from bot.sessions.ended import SECONDS, Ended


def test_what_was_left_is_known_for_a_minute_and_then_forgotten() -> None:
    now = [0.0]
    held = Ended(lambda: now[0])
    held.note(["a", "b"], "c", "en.n5")
    assert [(held.holds(name), held.left_in(name)) for name in "abcd"] == [
        (True, None),
        (True, None),
        (True, "en.n5"),
        (False, None),
    ]
    now[0] = SECONDS
    assert not any(map(held.holds, "abc"))
    assert held == Ended(held.clock)


def test_with_too_many_the_oldest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ended, "MOST", 3)
    held = Ended(lambda: 0.0)
    held.note(["a"], "b", "")
    held.note(["c"], "d", "")
    assert [name for name in "abcd" if held.holds(name)] == ["b", "c", "d"]
