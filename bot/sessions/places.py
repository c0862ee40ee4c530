# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Where a SQLite store can be: in this process, or in a file on a memory disk that several processes of a host share.

Linux only, for the file: its deadlines are on CLOCK_MONOTONIC, which all processes of a host share until the next
boot, and who else uses the file is told by a lock that the kernel releases when a process dies, however it dies.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from bot.sessions.spoilt import check_whole, destroy, is_spoilt

BUSY_SECONDS = 0.8
"""How long to wait for another process that is writing, or clearing the store on its way out. A write takes well under
a millisecond. Two such waits are less than the time limit of a call (`asking.SECONDS`).
"""

OURS = b"bussola\n"
"""Stands in the `.workers` file once a store of ours has been beside it: a file that is no store is somebody's letter
otherwise, and not to be removed.
"""

_TABLES = """
CREATE TABLE IF NOT EXISTS sessions (
    key BLOB PRIMARY KEY,
    version INTEGER NOT NULL,
    deadline INTEGER NOT NULL,  -- milliseconds of CLOCK_MONOTONIC
    erasable INTEGER NOT NULL,  -- whether something of it stands in a chat and must be deleted there
    sealed BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS by_deadline ON sessions (erasable, deadline);
CREATE TABLE IF NOT EXISTS boot (id TEXT NOT NULL);
"""


class Place(Protocol):
    """Where the sessions of a store are. `connect` is called in the thread that will use the connection."""

    keeps: bool
    """Whether sessions survive their connection, so that a broken one may be given up for a new one."""

    def connect(self) -> sqlite3.Connection:
        """A connection in autocommit mode, its tables ready. Raises OSError or sqlite3.Error."""
        ...

    def doubt(self) -> None:
        """What is stored there was found spoilt: the next connection looks at all of it before it is used."""
        ...

    def leave(self) -> bool:
        """Stop counting as a user of the place; whether nobody else uses it. Nobody can begin to until `gone`."""
        ...

    def gone(self) -> None:
        """Let go of everything but the connection. Idempotent."""
        ...


class InProcess:
    """In the memory of this process, for one worker."""

    keeps = False

    def connect(self) -> sqlite3.Connection:
        """An empty store."""
        return _prepared(sqlite3.connect(":memory:", isolation_level=None))

    def doubt(self) -> None:
        """Nobody else can spoil it."""

    def leave(self) -> bool:
        """Nobody else can see it."""
        return True

    def gone(self) -> None:
        """Nothing is held."""


class OnMemoryDisk:
    """In the file `path`, ours alone (mode 0600), with `path.workers` beside it: each process that uses the store holds
    a shared lock on that one, so whoever gets it exclusively is the last.
    """

    keeps = True

    def __init__(self, path: Path) -> None:
        self._path = path
        self._workers = path.with_name(f"{path.name}.workers")
        self._lock: int | None = None
        self._doubted = False

    def connect(self) -> sqlite3.Connection:
        """The store as the other processes left it; empty where it is from before the last boot, or was spoilt."""
        for path in (self._path, self._workers):
            _make_ours(path)
        if self._lock is None:
            self._lock = _locked(self._workers)
        try:
            return self._opened(self._lock)
        except sqlite3.DatabaseError as error:
            if not is_spoilt(error) or os.pread(self._lock, len(OURS), 0) != OURS:
                raise
        with _alone(self._lock):
            return self._anew(self._lock)

    def doubt(self) -> None:
        """As promised."""
        self._doubted = True

    def _opened(self, lock: int) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, timeout=BUSY_SECONDS)
        connection = _prepared(connection, boot_id(), doubted=self._doubted)
        self._doubted = False
        os.pwrite(lock, OURS, 0)
        return connection

    def _anew(self, lock: int) -> sqlite3.Connection:
        """Of all processes that find the store spoilt one makes it anew, and the others find it whole then. The journal
        goes first, so that nobody rolls it back into the new store.
        """
        self._doubted = True
        try:
            return self._opened(lock)
        except sqlite3.DatabaseError as error:
            if not is_spoilt(error):
                raise
        destroy(self._path.with_name(f"{self._path.name}-journal"))
        destroy(self._path)
        _make_ours(self._path)
        return self._opened(lock)

    def leave(self) -> bool:
        """Two that leave at the same moment: exactly one of them is the last."""
        import fcntl  # noqa: PLC0415 - not on every system, and needed for a shared file only

        if self._lock is None:
            return False
        fcntl.flock(self._lock, fcntl.LOCK_UN)
        with suppress(BlockingIOError):
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def gone(self) -> None:
        """Release the lock; the file stays, for whoever comes next."""
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)


def boot_id() -> str:
    """Changes when the machine starts anew, and CLOCK_MONOTONIC with it. Raises OSError where it is not known."""
    return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()


def _make_ours(path: Path) -> None:
    """A file that only we can read. One that is there already is never opened here: closing it would release the locks
    that SQLite holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError
    path.chmod(0o600)


def _locked(path: Path) -> int:
    """An open file with a shared lock, after whoever is just clearing the store on the way out."""
    import fcntl  # noqa: PLC0415 - not on every system, and needed for a shared file only

    lock = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    try:
        _wait(lambda: fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB))
    except BaseException:
        os.close(lock)
        raise
    return lock


@contextmanager
def _alone(lock: int) -> Iterator[None]:
    """No other process is in here meanwhile. Another kind of lock than that of who uses the store."""
    import fcntl  # noqa: PLC0415 - as above

    _wait(lambda: fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB))
    try:
        yield
    finally:
        fcntl.lockf(lock, fcntl.LOCK_UN)


def _wait(attempt: Callable[[], None]) -> None:
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return attempt()
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


def _prepared(connection: sqlite3.Connection, boot: str = "", *, doubted: bool = False) -> sqlite3.Connection:
    """What is deleted is overwritten, and nothing is kept beside the store: a rollback journal that is emptied after
    each write, no write-ahead log (which would keep rows deleted long ago), no temporary files. Nothing is synced,
    because after a power cut nothing of it is wanted.
    """
    try:
        for pragma in ("secure_delete=ON", "journal_mode=TRUNCATE", "synchronous=OFF", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        if doubted:
            check_whole(connection)
        connection.execute("BEGIN IMMEDIATE")
        for table in filter(str.strip, _TABLES.split(";")):
            connection.execute(table)
        if connection.execute("SELECT id FROM boot").fetchall() != [(boot,)]:
            connection.execute("DELETE FROM sessions")
            connection.execute("DELETE FROM boot")
            connection.execute("INSERT INTO boot VALUES (?)", (boot,))
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection
