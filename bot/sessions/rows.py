# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What every store does with its rows: opens and seals what is in them, and counts as absent what it cannot open."""

from __future__ import annotations

import secrets
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.sessions.sealed import Seal, must_be_erased
from bot.sessions.session import IDLE_SECONDS, Session

FIRST_BITS = 62
"""The first version of a row is drawn at random from so many bits, so that none comes back: a turn that was begun
before somebody left cannot take what they have begun since for what it has read. SQLite's integers have 63.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A row as it is stored; `late` is past its deadline."""

    version: int
    sealed: bytes
    late: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """A row to be stored in the place of that of version `expected` (0: of none) for `lasts` seconds."""

    expected: int
    version: int
    sealed: bytes
    erasable: bool
    lasts: float


class Rows(ABC):
    """`read` and `write` of `session.Sessions`, for a store that can find, put and discard one row."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal

    async def read(self, key: bytes) -> Session | None:
        """As promised; a row that cannot be opened is removed, so that the next write finds the place free."""
        row = await self._find(key)
        if row is None:
            return None
        session = self._seal.opened(key, row.version, row.sealed)
        if session is None:
            await self._discard(key, row.sealed)
            return None
        if not row.late:
            return session
        return session.bare() if must_be_erased(session) else None

    async def write(self, key: bytes, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        """As promised; what stands in the way of a new session and cannot be opened does not count."""
        after = replace(session, version=session.version + 1 if session.version else _first())
        put = Put(session.version, after.version, self._seal.sealed(key, after), must_be_erased(session), lasts)
        if await self._put(key, put):
            return True
        return not session.version and await self.read(key) is None and await self._put(key, put)

    def _opened(self, rows: Iterable[tuple[bytes, int, bytes]]) -> list[Session]:
        """What rows (key, version, sealed) that were taken leave to be deleted."""
        found = (self._seal.opened(key, version, sealed) for key, version, sealed in rows)
        return [session.bare() for session in found if session]

    @abstractmethod
    async def _find(self, key: bytes) -> Found | None: ...

    @abstractmethod
    async def _put(self, key: bytes, put: Put) -> bool:
        """False where the stored version is not the expected one; nothing changed then."""

    @abstractmethod
    async def _discard(self, key: bytes, sealed: bytes) -> None:
        """Remove the row if it still holds just that."""


def _first() -> int:
    return 1 + secrets.randbits(FIRST_BITS)
