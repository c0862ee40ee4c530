# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Too much in too short a time: the card once, then silence for a minute, then all is as before."""

from __future__ import annotations

from bot.sessions.flood import BURST, CHATS, PER_SECOND, QUIET_SECONDS, Flood
from tests.sessions.stores import KEY, OTHER_KEY


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_served_and_what_is_beyond_gets_the_card_once_and_then_silence() -> None:
    flood = Flood(Hand())
    verdicts = [flood.judge(KEY) for _ in range(BURST + 10)]
    assert verdicts == ["serve"] * BURST + ["card"] + ["silence"] * 9


def test_a_person_who_goes_on_at_a_human_pace_is_always_served() -> None:
    clock = Hand()
    flood = Flood(clock)
    for _ in range(500):
        assert flood.judge(KEY) == "serve"
        clock.now += 1 / PER_SECOND


def test_silence_lasts_a_minute_however_much_is_asked_meanwhile() -> None:
    clock = Hand()
    flood = Flood(clock)
    for _ in range(BURST + 1):
        flood.judge(KEY)
    for _ in range(int(QUIET_SECONDS)):
        assert flood.judge(KEY) == "silence"
        clock.now += 1
    assert flood.judge(KEY) == "serve"


def test_one_chat_that_asks_too_much_takes_nothing_from_another() -> None:
    flood = Flood(Hand())
    for _ in range(BURST * 3):
        flood.judge(KEY)
    assert flood.judge(OTHER_KEY) == "serve"


def test_with_too_many_chats_the_one_that_was_quiet_for_longest_is_forgotten() -> None:
    flood = Flood(Hand())
    for _ in range(BURST + 2):
        flood.judge(OTHER_KEY)
        flood.judge(KEY)
    for number in range(CHATS - 1):
        flood.judge(number.to_bytes(32))
    assert len(flood._buckets) == CHATS
    assert flood.judge(KEY) == "silence"
    assert flood.judge(OTHER_KEY) == "serve"


def test_nobody_is_remembered_once_it_makes_no_difference_any_more() -> None:
    clock = Hand()
    flood = Flood(clock)
    for number in range(100):
        flood.judge(number.to_bytes(32))
    for _ in range(BURST + 1):
        flood.judge(KEY)
    clock.now += QUIET_SECONDS + BURST / PER_SECOND + 1
    assert flood.judge(OTHER_KEY) == "serve"
    assert list(flood._buckets) == [OTHER_KEY]
    clock.now += 100_000
    assert flood.judge(OTHER_KEY) == "serve"
    assert list(flood._buckets) == [OTHER_KEY]


def test_the_last_of_an_evening_is_forgotten_too_though_nobody_comes_after() -> None:
    clock = Hand()
    flood = Flood(clock)
    flood.judge(KEY)
    clock.now += QUIET_SECONDS + BURST / PER_SECOND + 1
    flood.tidy()
    assert not flood._buckets
