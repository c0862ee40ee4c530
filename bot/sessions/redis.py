# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions in Redis, for several hosts. The server must be told to write nothing to a disk (docs/sessions.md); what it
would write is sealed, but only a server that forgets keeps the promise.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any, cast

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from bot.errors import StoreDown
from bot.sessions import redis_scripts as scripts
from bot.sessions.asking import LEAVING_SECONDS, SECONDS, Claims, asked
from bot.sessions.redis_scripts import GRACE_SECONDS, INDEX, PREFIX, WORKERS
from bot.sessions.rows import Found, Put, Rows
from bot.sessions.sealed import Seal
from bot.sessions.session import Session

BEAT_SECONDS, COUNTS_SECONDS = 10.0, 30.0
"""How often a process says that it lives, and for how long it is believed."""

AT_ONCE = 32
"""Calls, and so connections, of one process at a time; the others wait."""


class RedisSessions(Rows):
    """Implements `session.Sessions` at `url` (redis://, rediss:// or unix://). Raises ValueError for another `url`."""

    def __init__(self, url: str, seal: Seal) -> None:
        super().__init__(seal)
        self._claims, self._id = Claims(), os.urandom(16)
        self._redis = _client(url)
        self._scripts = {name: self._redis.register_script(name) for name in _SCRIPTS}
        self._at_once, self._beating = asyncio.Semaphore(AT_ONCE), asyncio.Lock()
        self._alive: asyncio.Task[None] | None = None
        self._open = False

    async def open(self) -> None:
        """Get ready; where that fails, each later call tries again."""
        self._open = True
        if self._alive is None:
            self._alive = asyncio.create_task(self._live())
        await self._beat()

    async def close(self) -> None:
        """Let go; later calls find the store down."""
        self._open = False
        await self._still()
        with suppress(StoreDown):
            await asked(self._redis.aclose())

    async def forget(self, key: bytes, version: int) -> bool:
        """As promised."""
        return bool(await self._ask(scripts.FORGET, [PREFIX + key, INDEX], version, key))

    async def claim_idle(self, limit: int = 100) -> list[Session]:
        """As promised, within the grace after a deadline."""
        return await self._claims.taken(self._taken(scripts.CLAIM_IDLE, [INDEX], limit), limit)

    async def claim_all(self) -> list[Session]:
        """As promised; this process no longer counts as one that holds the store, so call it once, before `close`."""
        await self._still()
        taking = self._taken(scripts.CLAIM_ALL, [INDEX, WORKERS], self._id)
        return await self._claims.taken(taking, seconds=LEAVING_SECONDS)

    async def _find(self, key: bytes) -> Found | None:
        found = await self._ask(scripts.READ, [PREFIX + key])
        return Found(_number(found[0]), found[1], bool(found[2])) if found else None

    async def _put(self, key: bytes, put: Put) -> bool:
        rows, versions = [PREFIX + key, INDEX], (put.expected, put.version)
        times = (_milliseconds(put.lasts), _milliseconds(GRACE_SECONDS) if put.erasable else 0)
        return bool(await self._ask(scripts.WRITE, rows, *versions, key, *times, int(put.erasable), put.sealed))

    async def _discard(self, key: bytes, sealed: bytes) -> None:
        await self._ask(scripts.DISCARD, [PREFIX + key], sealed)

    async def _taken(self, script: str, keys: list[bytes], *values: bytes | int) -> list[Session]:
        rows = await self._done(script, keys, values)
        return self._opened((key, _number(version), sealed) for key, version, sealed in rows)

    async def _ask(self, script: str, keys: list[bytes], *values: bytes | int) -> Any:  # noqa: ANN401 - as Redis says it
        return await asked(self._done(script, keys, values))

    async def _done(self, script: str, keys: list[bytes], values: tuple[bytes | int, ...]) -> Any:  # noqa: ANN401 - as above
        async with self._at_once:
            if not self._open:
                raise StoreDown
            return await cast("Awaitable[Any]", self._scripts[script](keys=keys, args=values))

    async def _beat(self) -> None:
        async with self._beating:
            await self._ask(scripts.BEAT, [WORKERS], self._id, _milliseconds(COUNTS_SECONDS))

    async def _live(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            with suppress(StoreDown):
                await self._beat()

    async def _still(self) -> None:
        """Never in the middle of a beat: one that arrived after we left would make a ghost of us."""
        async with self._beating:
            alive, self._alive = self._alive, None
            if alive:
                alive.cancel()


def _client(url: str) -> Redis:
    """No retries of the driver's: a person waits, and a claim that was carried out must not be asked for again. RESP2,
    because with RESP3 redis-py does not look whether the server has closed a connection that it uses again.
    """
    once = Retry(NoBackoff(), 0)
    return Redis.from_url(url, retry=once, protocol=2, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)


def _number(version: bytes) -> int:
    return int(version) if version.isdigit() else -1


_SCRIPTS = (
    *(scripts.READ, scripts.DISCARD, scripts.WRITE, scripts.FORGET),
    *(scripts.CLAIM_IDLE, scripts.CLAIM_ALL, scripts.BEAT),
)
