# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What time it is for Telegram: our clock, set right by the date that every answer of theirs carries."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

LATE_SECONDS = 120
"""A message older than this is not answered: the phone may be in other hands by now."""

GAP_SECONDS = 30.0
"""After so long without hearing from Telegram, a tap may be as old as that: it changes nothing, unless it leaves."""

DELETABLE_SECONDS = 48 * 3600 - 60
"""Bot API: a message can be deleted for both sides for 48 hours. A minute is left for the call to arrive."""


def _since_boot() -> float:
    """Seconds that nobody sets; those that a machine sleeps count too, where the system counts them."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


_BOOTED = time.time() - _since_boot()


def unix() -> float:
    """Unix seconds by the machine's clock as it was when we began: setting it afterwards makes nobody late."""
    return _BOOTED + _since_boot()


class Clock:
    """Telegram's time in unix seconds. `now` is the machine's own, which may be wrong."""

    def __init__(self, now: Callable[[], float] = unix) -> None:
        self._now, self._ahead = now, 0.0

    def heard(self, date: str | None) -> None:
        """Set the clock by an HTTP `Date`; one that cannot be read changes nothing."""
        try:
            self._ahead = parsedate_to_datetime(date or "").timestamp() - self._now()
        except ValueError:
            return

    def now(self) -> float:
        """Unix seconds, as Telegram counts them."""
        return self._now() + self._ahead

    def late(self, at: int) -> bool:
        """Whether a message of that time is too old to be answered."""
        return self.now() - at > LATE_SECONDS

    def deletable(self, at: int) -> bool:
        """Whether a message of that time can still be deleted for both sides."""
        return self.now() - at < DELETABLE_SECONDS
