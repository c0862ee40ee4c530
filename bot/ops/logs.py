# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The log: one JSON object a line, `{"at": "2026-11-23T10:00:00Z", "code": "S01", "n": {"tries": 5}}`, nothing else.

`code` is one of `bot.log.Code`, `at` the UTC second, `n` whole numbers from 0 to 99 999 under short names. A turn
never waits for the log: lines go through a thread of their own, and what does not fit is counted and dropped.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import select
import sys
import threading
import time
from collections import deque
from collections.abc import Callable

from bot.log import Code

LARGEST = 99_999
"""Numbers are cut to 0 … this: enough for counts, milliseconds and statuses, too short for anybody's id."""

WAITING = 1_000
"""Lines that wait for a reader at most; beyond that the newest are dropped and counted."""

_NAME = re.compile(r"[a-z][a-z_]{0,15}")


def line(at: float, code: Code, numbers: dict[str, int]) -> str:
    """One event at unix time `at`, without its end. What is no whole number or has no plain name is left out."""
    told = {name: _cut(number) for name, number in numbers.items() if _fits(name, number)}
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))
    return json.dumps({"at": stamp, "code": code.value, "n": told})


def _fits(name: str, number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and _NAME.fullmatch(name) is not None


def _cut(number: int) -> int:
    return max(0, min(LARGEST, int(number)))


class Lines:
    """Implements `bot.log.Log` on a file descriptor, None for nowhere. Never raises, never waits, whatever the
    descriptor does: a full pipe loses lines, a closed one loses all of them.
    """

    def __init__(self, descriptor: int | None, clock: Callable[[], float] = time.time) -> None:
        self._descriptor, self._clock = descriptor, clock
        self._waiting: deque[bytes] = deque()
        self._lost = 0
        self._some, self._none = threading.Condition(), threading.Event()
        self._none.set()
        if descriptor is not None:
            threading.Thread(target=self._write_for_ever, name="log", daemon=True).start()

    def __call__(self, code: Code, /, **numbers: int) -> None:
        """Note `code`."""
        if self._descriptor is None or not isinstance(code, Code):
            return
        written = line(self._clock(), code, numbers)
        with self._some:
            if len(self._waiting) >= WAITING:
                self._lost += 1
                return
            self._waiting.append(written.encode() + b"\n")
            self._none.clear()
            self._some.notify()

    def flush(self, seconds: float = 0.5) -> None:
        """Wait until everything is written, `seconds` at most."""
        self._none.wait(seconds)

    def _write_for_ever(self) -> None:
        while True:
            written = self._next()
            try:
                _write_all(self._descriptor or 0, written)
            except OSError:
                # Nobody listens any more (a closed pipe, a full disk): there is nowhere to say so.
                continue

    def _next(self) -> bytes:
        with self._some:
            while not self._waiting:
                self._none.set()
                self._some.wait()
            written = self._waiting.popleft()
            lost, self._lost = self._lost, 0
        if lost:
            written += line(self._clock(), Code.LINES_LOST, {"lines": lost}).encode() + b"\n"
        return written


def _write_all(descriptor: int, written: bytes) -> None:
    while written:
        try:
            written = written[os.write(descriptor, written) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


def to_stderr() -> Lines:
    """The log of this process, on its standard error as it is now; nowhere if that was closed before we began."""
    log = Lines(_own_stderr())
    atexit.register(log.flush)
    return log


def _own_stderr() -> int | None:
    """A descriptor of our own, so that closing number 2 later never makes us write into somebody else's file."""
    try:
        return os.dup(2) if sys.__stderr__ is not None else None
    except OSError:
        return None
