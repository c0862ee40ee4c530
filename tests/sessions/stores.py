# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The three stores under one hand: opened once more on the same place, aged, and spoilt on purpose."""

from __future__ import annotations

import math
import time
from pathlib import Path
from random import Random
from typing import Any, Protocol

from redis.asyncio import Redis

from bot.sessions.choose import open_sessions
from bot.sessions.places import InProcess, OnMemoryDisk, Place
from bot.sessions.redis import RedisSessions
from bot.sessions.redis_scripts import INDEX, PREFIX, WORKERS
from bot.sessions.sealed import Seal
from bot.sessions.session import Session, Sessions
from bot.sessions.sqlite import SqliteSessions

SECRET, OTHER_SECRET = b"s" * 32, b"o" * 32
KEY, OTHER_KEY = b"k" * 32, b"x" * 32

SEEN = (("0a1b", "it.k7"),)
TALK = Session("it.k7", ("it.b2", "it.c3"), "it.d4", SEEN, "telegram", "1000001", (11, 500), ((10, 499),))
"""A conversation with things to delete."""

DIGITS = Session("it.k7", ("it.b2", "it.c3"), seen=SEEN)
"""One of a channel that cannot delete."""


def seeded(seed: int) -> Random:
    """Chance that is the same in every run."""
    return Random(seed)  # noqa: S311 - nothing is kept secret with it


class Stores(Protocol):
    """A kind of store. `age` lets time pass for what is stored; `plant` puts bytes in a row, `stored` reads them."""

    async def another(self, secret: bytes = SECRET) -> Sessions: ...
    async def age(self, seconds: float) -> None: ...
    async def stored(self, key: bytes) -> tuple[int, bytes] | None: ...
    async def plant(self, key: bytes, version: int, sealed: bytes) -> None: ...
    async def close(self) -> None: ...


class SqliteStores:
    """SQLite in this process, where there is one store only, or in a file, where each store has its own connection."""

    def __init__(self, path: Path | None) -> None:
        self._path, self._ahead = path, 0.0
        self._opened: list[SqliteSessions] = []

    def _clock(self) -> float:
        return time.monotonic() + self._ahead

    async def another(self, secret: bytes = SECRET) -> Sessions:
        place: Place = OnMemoryDisk(self._path) if self._path else InProcess()
        store = SqliteSessions(place, Seal(secret), self._clock)
        self._opened.append(store)
        await store.open()
        return store

    async def age(self, seconds: float) -> None:
        self._ahead += seconds

    async def stored(self, key: bytes) -> tuple[int, bytes] | None:
        rows = await self._opened[-1]._done("SELECT version, sealed FROM sessions WHERE key = :key", key=key)
        return rows[0] if rows else None

    async def plant(self, key: bytes, version: int, sealed: bytes) -> None:
        sql = "INSERT OR REPLACE INTO sessions VALUES (:key, :version, :deadline, 1, :sealed)"
        deadline = int((self._clock() + 600) * 1000)
        await self._opened[-1]._done(sql, key=key, version=version, deadline=deadline, sealed=sealed)

    async def close(self) -> None:
        for store in self._opened:
            await store.close()


_AGE = """
for _, key in ipairs(redis.call('KEYS', ARGV[2] .. '*')) do
  redis.call('HINCRBY', key, 'deadline', -ARGV[1])
  redis.call('PEXPIRE', key, redis.call('PTTL', key) - ARGV[1])
end
for _, index in ipairs(KEYS) do
  for _, key in ipairs(redis.call('ZRANGE', index, 0, -1)) do redis.call('ZINCRBY', index, -ARGV[1], key) end
end
"""


class RedisStores:
    """The real server. Its clock cannot be moved, so what it holds is made older instead."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._redis: Any = Redis.from_url(url)
        self._opened: list[RedisSessions] = []

    async def another(self, secret: bytes = SECRET) -> Sessions:
        store = open_sessions(self.url, secret, 2)
        assert isinstance(store, RedisSessions)
        self._opened.append(store)
        await store.open()
        return store

    async def age(self, seconds: float) -> None:
        keys = [key.decode() for key in (INDEX, WORKERS)]
        await self._redis.eval(_AGE, 2, *keys, str(int(seconds * 1000)), PREFIX.decode())

    async def stored(self, key: bytes) -> tuple[int, bytes] | None:
        row: dict[bytes, bytes] = await self._redis.execute_command("HGETALL", PREFIX + key)
        return (int(row[b"version"]), row[b"sealed"]) if row else None

    async def plant(self, key: bytes, version: int, sealed: bytes) -> None:
        now, _ = await self._redis.time()
        row = ("version", version, "deadline", (now + 600) * 1000, "erasable", 1, "sealed", sealed)
        await self._redis.execute_command("HSET", PREFIX + key, *row)
        await self._redis.execute_command("ZADD", INDEX, (now + 600) * 1000, key)

    async def members(self, index: bytes) -> int:
        return int(await self._redis.zcard(index))

    async def believed(self) -> int:
        """How many processes count as living now."""
        seconds, micros = await self._redis.time()
        return int(await self._redis.zcount(WORKERS, seconds * 1000 + micros // 1000, "+inf"))

    async def plant_text(self, key: bytes, text: str) -> None:
        await self._redis.set(PREFIX + key, text)

    async def spoil(self, name: bytes) -> None:
        """Puts something of another kind in the place of one of our names."""
        await self._redis.set(name, "garbage")

    async def lasts(self, name: bytes) -> float:
        """Seconds after which the server forgets `name`; infinite if never."""
        left = await self._redis.pttl(name)
        return left / 1000 if left >= 0 else math.inf

    async def names(self) -> list[bytes]:
        return list(await self._redis.keys("*"))

    async def wipe(self) -> None:
        await self._redis.flushall()

    async def close(self) -> None:
        for store in self._opened:
            await store.close()
        await self._redis.aclose()
