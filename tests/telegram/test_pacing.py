# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How fast we speak, in which order a chat is served, and what time it is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from runpy import run_path

import pytest

from bot.channels.telegram import clock as clocks
from bot.channels.telegram.clock import Clock
from bot.channels.telegram.lanes import AT_ONCE, Lanes
from bot.channels.telegram.limiter import Limiter

pytestmark = pytest.mark.anyio


@dataclass
class Time:
    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def limiter(self) -> Limiter:
        return Limiter(clock=lambda: self.now, sleep=self.sleep)


async def test_in_one_chat_ten_at_once_and_then_one_a_second() -> None:
    time = Time()
    limiter = time.limiter()
    assert [await limiter.passes(1, urgent=False) for _ in range(13)] == [True] * 13
    assert time.waits == pytest.approx([1.0, 1.0, 1.0])


async def test_over_all_thirty_a_second_however_many_chats() -> None:
    time = Time()
    limiter = time.limiter()
    for chat in range(90):
        assert await limiter.passes(chat, urgent=False)
    assert time.now == pytest.approx(2.0)


async def test_what_changes_a_message_that_is_there_takes_no_turn_from_new_ones() -> None:
    time = Time()
    limiter = time.limiter()
    for chat in range(90):
        assert await limiter.passes(chat, urgent=False, new=False)
    assert time.waits == []
    assert await limiter.passes(1, urgent=False)


async def test_whoever_would_wait_more_than_five_seconds_is_not_served() -> None:
    limiter = Limiter(clock=lambda: 0.0, sleep=Time().sleep)
    served = [await limiter.passes(1, urgent=False) for _ in range(20)]
    assert served == [True] * 15 + [False] * 5


async def test_the_urgent_pass_at_once_and_the_others_give_way() -> None:
    time = Time()
    limiter = time.limiter()
    for chat in range(30):
        await limiter.passes(chat, urgent=False)
    for chat in range(30):
        assert await limiter.passes(chat, urgent=True)
    assert time.waits == []
    assert await limiter.passes(2, urgent=False)
    assert time.waits == pytest.approx([31 / 30])


async def test_whoever_asks_for_the_urgent_numbers_without_end_costs_nobody_else_an_answer() -> None:
    time = Time()
    limiter = time.limiter()
    served = [await limiter.passes(chat, urgent=True, patience=0.0) for _ in range(100) for chat in range(8)]
    assert sum(served) == 80
    assert await limiter.passes(9, urgent=False)
    assert sum(time.waits) < 2


async def test_one_chat_that_asks_for_the_urgent_numbers_again_and_again_hears_them_once_a_second() -> None:
    time = Time()
    limiter = time.limiter()
    assert [await limiter.passes(1, urgent=True) for _ in range(12)] == [True] * 12
    assert time.waits == pytest.approx([1.0, 1.0])


async def test_writing_the_urgent_numbers_in_a_message_that_is_there_never_waits() -> None:
    time = Time()
    limiter = time.limiter()
    assert [await limiter.passes(1, urgent=True, new=False, patience=0.0) for _ in range(99)] == [True] * 99
    assert await limiter.passes(1, urgent=False, patience=0.0)


async def test_chats_that_are_owed_nothing_are_forgotten() -> None:
    time = Time()
    limiter = time.limiter()
    await limiter.passes(1, urgent=False)
    limiter.tidy()
    assert list(limiter._chats) == [1]
    time.now += 2
    limiter.tidy()
    assert limiter._chats == {}


async def test_a_lane_keeps_its_order_and_lanes_move_side_by_side() -> None:
    done: list[tuple[int, int]] = []
    moving = set()

    async def work(item: tuple[int, int], behind: int) -> None:
        lane, number = item
        assert lane not in moving
        assert behind == 4 - number
        moving.add(lane)
        await asyncio.sleep(0.01 if lane == 0 else 0)
        moving.discard(lane)
        done.append(item)

    lanes = Lanes(work)
    await asyncio.wait([lanes.put(lane, (lane, number)) for number in range(5) for lane in range(3)])
    assert [number for lane, number in done if lane == 0] == [0, 1, 2, 3, 4]
    assert done[:10] == [(lane, number) for number in range(5) for lane in (1, 2)]
    assert lanes._lanes == {}


async def test_only_so_many_lanes_move_at_a_time() -> None:
    most = [0, 0]

    async def work(_: int, __: int) -> None:
        most[0] += 1
        most[1] = max(most)
        await asyncio.sleep(0)
        most[0] -= 1

    lanes = Lanes(work)
    await asyncio.wait([lanes.put(lane, lane) for lane in range(3 * AT_ONCE)])
    assert most == [0, AT_ONCE]


async def test_what_does_not_end_in_time_is_dropped_and_whoever_waits_for_it_is_let_go() -> None:
    async def work(_: int, __: int) -> None:
        await asyncio.sleep(3600)

    lanes = Lanes(work)
    waiting = [lanes.put(1, 1), lanes.put(1, 2), lanes.put(2, 3)]
    await lanes.drain(0.01)
    assert all(done.done() for done in waiting)
    assert (lanes._lanes, lanes._inside) == ({}, 0)


async def test_fetching_waits_while_too_much_is_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.lanes.WAITING", 2)
    release = asyncio.Event()

    async def work(_: int, __: int) -> None:
        await release.wait()

    lanes = Lanes(work)
    for lane in (1, 2, 3):
        lanes.put(lane, lane)
    room = asyncio.create_task(lanes.room())
    await asyncio.sleep(0)
    assert not room.done()
    release.set()
    await room


@pytest.mark.parametrize("date", [None, "", "yesterday", "Mon, 99 Nov 2026 09:00:00 GMT"])
def test_a_date_that_cannot_be_read_changes_no_clock(date: str | None) -> None:
    clock = Clock(lambda: 1000.0)
    clock.heard(date)
    assert clock.now() == 1000.0


def test_setting_the_machines_clock_makes_nobody_late(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = [1e9]
    monkeypatch.setattr("time.time", lambda: machine[0])
    clock = run_path(clocks.__file__)["Clock"]()
    clock.heard("Mon, 23 Nov 2026 09:00:00 GMT")
    machine[0] = 4e9
    assert not clock.late(1_795_424_400)


def test_a_clock_that_is_wrong_by_days_is_set_right() -> None:
    clock = Clock(lambda: 5.0)
    clock.heard("Mon, 23 Nov 2026 09:00:00 GMT")
    assert clock.now() == 1_795_424_400.0
    assert clock.late(1_795_424_400 - 121)
    assert not clock.late(1_795_424_400 - 120)
    assert clock.deletable(1_795_424_400 - 47 * 3600)
    assert not clock.deletable(1_795_424_400 - 48 * 3600)
