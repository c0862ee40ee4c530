# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Calls that take longer than anybody waits: they are not cut off, and none outlives the end."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.telegram.calls import Calls, Trouble
from bot.channels.telegram.trouble import Why

pytestmark = pytest.mark.anyio


class Slow:
    """A call that waits to be let go, and says how it ended."""

    def __init__(self) -> None:
        self.go, self.how = asyncio.Event(), ""

    async def __call__(self) -> str:
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.how = "cancelled"
            raise
        self.how = "ended"
        return "answer"


async def test_a_late_call_is_no_longer_waited_for_and_comes_to_its_own_end() -> None:
    calls, slow = Calls(), Slow()
    assert await calls.made(slow, 0.01) == Trouble(Why.LOST, None)
    slow.go.set()
    await asyncio.sleep(0.01)
    assert slow.how == "ended"
    assert not calls._late


async def test_what_a_late_call_gives_is_told() -> None:
    calls, slow, told = Calls(), Slow(), asyncio.Queue[str]()
    await calls.made(slow, 0.01, told.put_nowait)
    assert told.empty()
    slow.go.set()
    async with asyncio.timeout(60):
        assert await told.get() == "answer"


async def test_nothing_is_told_of_a_late_call_that_gives_nothing() -> None:
    async def breaks() -> str:
        await go.wait()
        raise ValueError

    calls, go, told = Calls(), asyncio.Event(), asyncio.Queue[str]()
    for ends in (go.set, calls.stop):
        go.clear()
        await calls.made(breaks, 0.01, told.put_nowait)
        (late,) = calls._late
        ends()
        await asyncio.wait({late}, timeout=60)
        assert not calls._late
    assert told.empty()


async def test_at_the_end_late_calls_are_cut_off() -> None:
    calls, slow = Calls(), Slow()
    await calls.made(slow, 0.01)
    calls.stop()
    await asyncio.sleep(0.01)
    assert slow.how == "cancelled"


async def test_whoever_is_cancelled_takes_the_call_along() -> None:
    calls, slow = Calls(), Slow()
    waiting = asyncio.ensure_future(calls.made(slow, 60))
    await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert slow.how == "cancelled"


async def test_an_answer_in_time_is_the_answer() -> None:
    slow = Slow()
    slow.go.set()
    assert await Calls().made(slow, 60) == "answer"
