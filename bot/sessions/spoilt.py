# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A SQLite file that was spoilt from outside: how it is recognised, and how it goes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

_SPOILT = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_AT_ONCE = 1 << 20


class SpoiltError(sqlite3.DatabaseError):
    """A store that opens and is not whole."""


def is_spoilt(error: BaseException) -> bool:
    """Whether `error` says that the file itself is no good; never for one that is busy, full or only to be read."""
    return isinstance(error, SpoiltError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _SPOILT


def check_whole(connection: sqlite3.Connection) -> None:
    """Look at all of the store; raises what `is_spoilt` where something is wrong with it."""
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise SpoiltError


def destroy(path: Path) -> None:
    """Remove the file, and overwrite what it held: who still has it open finds no store there any more."""
    with suppress(FileNotFoundError):
        held = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
        try:
            path.unlink()
            for start in range(0, os.fstat(held).st_size, _AT_ONCE):
                os.pwrite(held, bytes(min(_AT_ONCE, os.fstat(held).st_size - start)), start)
        finally:
            os.close(held)
