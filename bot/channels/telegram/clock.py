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
"""After so long without hearing from Telegram, a tap may be as old as that: it changes nothing on the screen."""

DELETABLE_SECONDS = 48 * 3600 - 60
"""Bot API: a message can be deleted for both sides for 48 hours. A minute is left for the call to arrive."""


class Clock:
    """Telegram's time in unix seconds. `now` is the machine's own, which may be wrong or jump."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
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
