# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Calls of the webhook that are not Telegram's. Anybody can make them, and must not be able to fill a disk."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.log import Code, Log

EVERY_SECONDS = 10.0


class Refused:
    """Notes the first at once, then how many there were, seldom."""

    def __init__(self, log: Log, clock: Callable[[], float] = time.monotonic) -> None:
        self._log, self._clock = log, clock
        self._count, self._told = 0, float("-inf")

    def note(self, status: int) -> None:
        """Count one."""
        self._count += 1
        if self._clock() - self._told >= EVERY_SECONDS:
            self._log(Code.REQUEST_REFUSED, status=status, calls=self._count)
            self._count, self._told = 0, self._clock()
