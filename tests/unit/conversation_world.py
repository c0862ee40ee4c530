# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations for tests: over a real store in memory, which can be told to fail, and with clocks moved by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.channels.base import Answer, Came, Channel, Sent
from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.bundle import Bundle
from bot.conversations import Conversations
from bot.dialogue.events import Event, Started, Typed
from bot.errors import StoreDown
from bot.log import Code
from bot.sessions.choose import open_sessions
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.session import IDLE_SECONDS, Session, Sessions

SECRET = b"s" * 32
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
WHO = "1000001"

Meanwhile = Callable[[], Awaitable[object]]


@dataclass
class Fragile:
    """A store whose calls named in `broken` fail, and where `meanwhile` happens just before the next write."""

    store: Sessions
    broken: set[str] = field(default_factory=set)
    meanwhile: list[Meanwhile] = field(default_factory=list)

    def _try(self, call: str) -> None:
        if call in self.broken:
            raise StoreDown

    async def open(self) -> None:
        await self.store.open()

    async def close(self) -> None:
        await self.store.close()

    async def read(self, key: bytes) -> Session | None:
        self._try("read")
        return await self.store.read(key)

    async def write(self, key: bytes, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        self._try("write")
        if self.meanwhile:
            await self.meanwhile.pop(0)()
        return await self.store.write(key, session, lasts)

    async def forget(self, key: bytes, version: int) -> bool:
        self._try("forget")
        return await self.store.forget(key, version)

    async def claim_idle(self, limit: int = 100) -> list[Session]:
        self._try("claim")
        return await self.store.claim_idle(limit)

    async def claim_all(self) -> list[Session]:
        self._try("claim")
        return await self.store.claim_all()


@dataclass(repr=False)
class Talk:
    """One person and one process: says things, delivers the answers as a channel would, and remembers the log."""

    bundle: Bundle | None
    sessions: Fragile
    channel: Channel = TELEGRAM
    now: float = 1000.0
    logged: list[Code] = field(default_factory=list)
    posts: int = 10
    shared: bool = False

    def __post_init__(self) -> None:
        self.keys = Keys(SECRET)
        memory = Memory(self.sessions, self.keys, Flood(lambda: self.now), shared=self.shared)
        self.all = Conversations(lambda: self.bundle, memory, lambda: NOON, self._log)

    def _log(self, code: Code, /, **numbers: int) -> None:  # noqa: ARG002 - a log takes numbers too
        self.logged.append(code)

    async def answer(self, event: Event, came: Came | None = None) -> Answer:
        """A turn without its delivery."""
        async with self.all.of(self.channel, WHO, deletes=self.channel is TELEGRAM) as chat:
            return await chat.answer(event, came or Came("it"))

    async def says(self, text: str, delivery: str = "") -> Answer:
        return await self.answer(Typed(text), Came("it", delivery))

    async def delivered(self, event: Event) -> Answer:
        """A whole turn on a channel that deletes: the person's message, the answer, and the panel before it gone."""
        message = Sent(self.posts, 500)
        async with self.all.of(self.channel, WHO, deletes=True) as chat:
            answered = await chat.answer(event, Came("it", message=message))
            standing = frozenset(found.id for found in (*chat.standing, *((chat.panel,) if chat.panel else ())))
            await chat.hold(None if answered.erased else Sent(self.posts + 1, 501), standing)
        self.posts += 2
        return answered

    async def stored(self) -> Session | None:
        return await self.sessions.store.read(self.key)

    async def touched(self) -> None:
        """Another process writes what it read."""
        found = await self.stored()
        assert found
        assert await self.sessions.store.write(self.key, found)

    @property
    def key(self) -> bytes:
        return self.keys.of(self.channel.name, WHO)

    def place(self, answered: Answer) -> str:
        """Where an answer led to, as authors write it: language:node."""
        assert self.bundle
        return self.bundle.codec.readable(self.bundle.world.read(answered.state))


async def begun(bundle: Bundle, channel: Channel = TELEGRAM) -> Talk:
    """A talk that has seen the first screen."""
    talk = Talk(bundle, Fragile(open_sessions("memory:", SECRET, 1)), channel)
    await talk.sessions.open()
    await talk.answer(Started())
    return talk


def beside(talk: Talk) -> Talk:
    """The same person and the same store, in another process."""
    return Talk(talk.bundle, talk.sessions, talk.channel, shared=talk.shared)


__all__ = ["NOON", "SECRET", "TELEGRAM", "WHATSAPP", "WHO", "Fragile", "Talk", "begun", "beside"]
