# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What may be logged at all: the codes of this list, with small integers beside them. Imports nothing of ours.

No text, no id, no number and no exception can be written, because there is no way to hand one over.
`docs/logs.md` says of each code what it means and what to do; `bot/ops/logs.py` writes them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

REFUSALS_EVERY = 10.0
"""Seconds between two lines about refused calls: anybody can call, and must not be able to fill a disk."""


class Code(StrEnum):
    """One thing worth telling whoever runs the bot. The letter is the part: A the turn, B the bundle, S sessions,
    T Telegram, W WhatsApp, H the server, R the running process.
    """

    TURN_FAILED = "A01"
    TURN_WITHOUT_BUNDLE = "A02"
    TURN_FLOODED = "A03"
    TURN_TOO_LATE = "A04"
    BUNDLE_LOADED = "B01"
    BUNDLE_REFUSED = "B02"
    BUNDLE_WATCH_FAILED = "B03"
    BUNDLE_CHECK_UNFINISHED = "B04"
    STORE_FAILED = "S01"
    STORE_CONFLICT = "S02"
    STORE_IDLE_WIPED = "S03"
    TELEGRAM_UNREACHABLE = "T01"
    TELEGRAM_REFUSED = "T02"
    TELEGRAM_TOKEN_REFUSED = "T03"  # noqa: S105 - a code, not a secret
    TELEGRAM_SECOND_POLLER = "T04"
    TELEGRAM_NOT_DELETED = "T05"
    TELEGRAM_LIMITED = "T06"
    WHATSAPP_REFUSED = "W01"
    WHATSAPP_SCRUBBED = "W02"
    WHATSAPP_SCRUB_FAILED = "W03"
    SERVER_STARTED = "H01"
    SERVER_STOPPING = "H02"
    SERVER_STOPPED = "H03"
    REQUEST_REFUSED = "H04"
    REQUEST_FAILED = "H05"
    PROCESS_FAILED = "R01"
    THREAD_FAILED = "R02"
    TASK_FAILED = "R03"
    CLEANUP_FAILED = "R04"
    LIBRARY_WARNED = "R05"
    LINES_LOST = "R06"
    UNPROTECTED = "R07"


class Log(Protocol):
    """Writes one event. Never raises, never waits."""

    def __call__(self, code: Code, /, **numbers: int) -> None:
        """Note `code`; `numbers` are counts, milliseconds or statuses, never anything of a person."""
        ...


def silent(code: Code, /, **numbers: int) -> None:
    """A log that writes nothing, for tools and tests."""


class Refusals:
    """Refused calls as the log may have them, under one `code`: the first at once, then how many there were, seldom."""

    def __init__(self, log: Log, code: Code, clock: Callable[[], float] = time.monotonic) -> None:
        self._log, self._code, self._clock = log, code, clock
        self._count, self._told = 0, float("-inf")

    def note(self, status: int) -> None:
        """Count one."""
        self._count += 1
        if self._clock() - self._told >= REFUSALS_EVERY:
            self._log(self._code, status=status, calls=self._count)
            self._count, self._told = 0, self._clock()
