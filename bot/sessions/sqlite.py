# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions in SQLite: every operation is one statement in autocommit mode, so that no cancelled or killed caller can
leave the store locked or half changed.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import aiosqlite

from bot.errors import StoreDown
from bot.sessions.asking import LEAVING_SECONDS, Claims, asked
from bot.sessions.places import Place
from bot.sessions.rows import Found, Put, Rows
from bot.sessions.sealed import Seal
from bot.sessions.session import Session
from bot.sessions.spoilt import is_spoilt

# A session past its deadline is there only while something of it must be deleted.
_STANDS = "(deadline > :now OR erasable)"

# In a file that was spoilt from outside a column can hold anything at all.
_VERSION, _SEALED = "ifnull(CAST(version AS INTEGER), 0)", "ifnull(CAST(sealed AS BLOB), x'')"

_READ = f"SELECT {_VERSION}, {_SEALED}, deadline <= :now FROM sessions WHERE key = :key"  # noqa: S608 - made of constants
_DISCARD = f"DELETE FROM sessions WHERE key = :key AND {_SEALED} = :sealed"  # noqa: S608 - as above
_CREATE = f"""
INSERT INTO sessions VALUES (:key, :version, :deadline, :erasable, :sealed)
ON CONFLICT (key) DO UPDATE SET version = :version, deadline = :deadline, erasable = :erasable, sealed = :sealed
WHERE NOT {_STANDS} RETURNING 1
"""  # noqa: S608 - made of constants
_CHANGE = f"""
UPDATE sessions SET version = :version, deadline = :deadline, erasable = :erasable, sealed = :sealed
WHERE key = :key AND version = :expected AND {_STANDS} RETURNING 1
"""  # noqa: S608 - made of constants
_FORGET = f"DELETE FROM sessions WHERE key = :key AND version = :version AND {_STANDS} RETURNING 1"  # noqa: S608 - as above
_TIDY = "DELETE FROM sessions WHERE NOT erasable AND deadline <= :now"
_TAKE = f"""
DELETE FROM sessions WHERE rowid IN (
    SELECT rowid FROM sessions WHERE erasable AND deadline <= :now ORDER BY deadline LIMIT :limit
) RETURNING key, {_VERSION}, {_SEALED}, erasable
"""  # noqa: S608 - as above
_TAKE_ALL = f"DELETE FROM sessions RETURNING key, {_VERSION}, {_SEALED}, erasable"  # noqa: S608 - as above

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class SqliteSessions(Rows):
    """Implements `session.Sessions`. `clock` gives seconds that never jump back, the same for all who share `place`."""

    def __init__(self, place: Place, seal: Seal, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(seal)
        self._place, self._clock, self._claims = place, clock, Claims()
        self._connecting = asyncio.Lock()
        self._connection: _Connection | None = None
        self._ending: set[asyncio.Future[Any]] = set()
        self._open = False

    async def open(self) -> None:
        """Get ready; where that fails, each later call tries again."""
        self._open = True
        await asked(self._connected())

    async def close(self) -> None:
        """Let go; later calls find the store down."""
        self._open = False
        connection, self._connection = self._connection, None
        if connection:
            connection.stop()
        with suppress(StoreDown):
            await asked(asyncio.gather(*self._ending))
        self._place.gone()

    async def forget(self, key: bytes, version: int) -> bool:
        """As promised."""
        return bool(await asked(self._done(_FORGET, key=key, version=version, now=self._now())))

    async def claim_idle(self, limit: int = 100) -> list[Session]:
        """As promised."""
        await asked(self._done(_TIDY, now=self._now()))
        return await self._claims.taken(self._taken(_TAKE, now=self._now(), limit=limit), limit)

    async def claim_all(self) -> list[Session]:
        """As promised; this process no longer counts as one that holds the store, so call it once, before `close`."""
        if not self._place.leave():
            return []
        try:
            return await self._claims.taken(self._taken(_TAKE_ALL), seconds=LEAVING_SECONDS)
        finally:
            self._place.gone()

    def _now(self) -> int:
        return int(self._clock() * 1000)

    async def _find(self, key: bytes) -> Found | None:
        rows = await asked(self._done(_READ, key=key, now=self._now()))
        return Found(*rows[0]) if rows else None

    async def _put(self, key: bytes, put: Put) -> bool:
        row = {
            "key": key,
            "expected": put.expected,
            "version": put.version,
            "deadline": int((self._clock() + put.lasts) * 1000),
            "erasable": put.erasable,
            "sealed": put.sealed,
            "now": self._now(),
        }
        return bool(await asked(self._done(_CHANGE if put.expected else _CREATE, **row)))

    async def _discard(self, key: bytes, sealed: bytes) -> None:
        await asked(self._done(_DISCARD, key=key, sealed=sealed))

    async def _taken(self, sql: str, **values: object) -> list[Session]:
        rows = await self._done(sql, **values)
        return self._opened((key, version, sealed) for key, version, sealed, erasable in rows if erasable)

    async def _done(self, sql: str, **values: object) -> list[Any]:
        connection = await self._connected()
        try:
            return list(await connection.execute_fetchall(sql, values))
        except Exception as error:
            if self._place.keeps and not _is_busy(error):
                self._give_up(connection)
            if is_spoilt(error):
                self._place.doubt()
            raise

    async def _connected(self) -> _Connection:
        async with self._connecting:
            if not self._open:
                raise StoreDown
            if self._connection is None:
                connection = _Connection(self._place.connect, self._ending)
                await connection
                self._connection = connection
            return self._connection

    def _give_up(self, connection: _Connection) -> None:
        """The next call connects anew: the file may have been removed, or its disk may have come back."""
        if connection is self._connection:
            self._connection = None
            connection.stop()


class _Connection(aiosqlite.Connection):
    """One whose thread can be waited for, also where connecting failed: `ending` holds a future until it is over."""

    def __init__(self, connect: Callable[[], sqlite3.Connection], ending: set[asyncio.Future[Any]]) -> None:
        super().__init__(connect, iter_chunk_size=64)
        self._ending = ending

    def stop(self) -> asyncio.Future[Any] | None:
        """Close and end the thread, once what was asked before is done."""
        ended = super().stop()
        if ended:
            self._ending.add(ended)
            ended.add_done_callback(self._ending.discard)
        return ended


def _is_busy(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY
