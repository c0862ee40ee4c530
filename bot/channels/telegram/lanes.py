# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Order within a chat, side by side between chats: each chat is a lane, and one thing moves in a lane at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

AT_ONCE = 128
"""How many lanes move at a time."""

WAITING = 2000
"""How many things may wait in all before no more are fetched."""


@dataclass(slots=True)
class _Lane(Generic[T]):
    waiting: deque[tuple[T, asyncio.Future[None]]] = field(default_factory=deque)


class Lanes(Generic[T]):
    """`work(item, behind)` is called for each item, in order within its lane; `behind` is how many more wait there.

    It must not raise. A lane exists only while something is in it.
    """

    def __init__(self, work: Callable[[T, int], Awaitable[None]]) -> None:
        self._work = work
        self._lanes: dict[int, _Lane[T]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._inside = 0

    def put(self, lane: int, item: T) -> asyncio.Future[None]:
        """Line `item` up. The future is done when its turn is over."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._inside += 1
        known = self._lanes.get(lane)
        if known is None:
            known = self._lanes[lane] = _Lane()
            task = asyncio.create_task(self._move(lane, known))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        known.waiting.append((item, done))
        return done

    async def room(self) -> None:
        """Wait until fewer than `WAITING` things are inside."""
        while self._inside >= WAITING:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)

    async def drain(self, within: float) -> None:
        """Let everything inside come to its end, for `within` seconds; then what is left is dropped."""
        tasks = set(self._tasks)
        if tasks:
            await asyncio.wait(tasks, timeout=within)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _move(self, name: int, lane: _Lane[T]) -> None:
        try:
            while lane.waiting:
                item, done = lane.waiting.popleft()
                await self._one(item, len(lane.waiting), done)
        finally:
            del self._lanes[name]
            for _, done in lane.waiting:
                self._leave(done)

    async def _one(self, item: T, behind: int, done: asyncio.Future[None]) -> None:
        try:
            async with self._at_once:
                await self._work(item, behind)
        finally:
            self._leave(done)

    def _leave(self, done: asyncio.Future[None]) -> None:
        self._inside -= 1
        if not done.done():
            done.set_result(None)
