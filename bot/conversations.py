# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""All conversations of a process: one turn of a chat at a time, in the order in which they began, and what was left."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.channels.base import Channel, Left, Sent
from bot.chat import OneChat, Shared
from bot.errors import StoreDown
from bot.log import Code
from bot.sessions.session import Session


@dataclass(slots=True)
class _Turns:
    """Who is in a chat, and how many wait for it; it exists only meanwhile."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


@dataclass(eq=False, repr=False)
class Conversations(Shared):
    """Implements `channels.base.Conversations`."""

    _turns: dict[bytes, _Turns] = field(default_factory=dict, init=False)

    @asynccontextmanager
    async def of(self, channel: Channel, who: str, *, deletes: bool) -> AsyncIterator[OneChat]:
        """The chat of `who`, after the turns that this process has begun for it, in their order."""
        key = self.memory.keys.of(channel.name, who)
        async with self._alone(key):
            yield OneChat(self, channel, key, who if deletes else "")

    @asynccontextmanager
    async def _alone(self, key: bytes) -> AsyncIterator[None]:
        turns = self._turns.setdefault(key, _Turns())
        turns.waiting += 1
        try:
            async with turns.lock:
                yield
        finally:
            turns.waiting -= 1
            if not turns.waiting:
                del self._turns[key]

    async def idle(self) -> list[Left]:
        """Conversations that nobody touched for ten minutes, each handed out once. Never raises. Whoever has been
        quiet for long is forgotten in the count of events too, and so are deliveries of conversations that are over.
        What the store could not be told it is told now, if it is back: the next turn may be another process's.
        """
        self.memory.flood.tidy()
        self.memory.ended.tidy()
        untold = _handed(self.untold.claim_idle())
        with suppress(StoreDown):
            # A turn that is under way tells the store itself, and nobody else waits for its end.
            for key in self.untold.waiting():
                if key in self._turns:
                    continue
                async with self._alone(key):
                    await self._tell(key)
        return [*untold, *await self._left(self.memory.sessions.claim_idle)]

    async def _tell(self, key: bytes) -> None:
        found = await self.memory.sessions.read(key) or Session()
        if key in self.untold and await self.memory.sessions.write(key, *self.untold.joined(key, found)):
            self.untold.told(key)

    async def all_left(self) -> list[Left]:
        """On the way out: every conversation that no other process holds. Never raises."""
        return [*_handed(self.untold.claim_all()), *await self._left(self.memory.sessions.claim_all)]

    async def _left(self, claim: Callable[[], Awaitable[list[Session]]]) -> list[Left]:
        try:
            return _handed(await claim())
        except StoreDown:
            self.log(Code.STORE_FAILED)
            return []


def _handed(claimed: list[Session]) -> list[Left]:
    return [Left(found.channel, found.chat, _standing(found)) for found in claimed]


def _standing(session: Session) -> tuple[Sent, ...]:
    panel = (session.panel,) if session.panel else ()
    return tuple(Sent(*message) for message in (*session.messages, *panel))
