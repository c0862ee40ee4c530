# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How fast we may speak. Telegram's own advice: one message a second in a chat, thirty new ones a second over all;
short bursts are let through. Deleting is not counted there, nor here.

Source: core.telegram.org/bots/faq, "My bot is hitting limits, how do I avoid this?". What it does not say, Telegram
says when it comes to it, with the seconds to wait.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

PATIENCE = 5.0
"""Seconds. Whoever would wait longer is not served: late is never."""


@dataclass(slots=True)
class Pace:
    """A leaky bucket: one pass every `period` seconds in the long run, `burst` at once. `full`: when it is empty."""

    period: float
    burst: int
    full: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next pass."""
        return max(0.0, self.full - self.burst * self.period - now)

    def take(self, now: float) -> None:
        """Use a pass, even one that is still to come."""
        self.full = max(self.full, now) + self.period


def _overall() -> Pace:
    return Pace(1 / 30, 29)


def _in_one_chat() -> Pace:
    return Pace(1.0, 9)


@dataclass
class Limiter:
    """Lets calls through in their order. Urgent ones pass before all that wait, as fast as one chat may hear us:
    whoever asks for the urgent numbers without end takes no more than one chat's share of what there is for everybody.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _all: Pace = field(default_factory=_overall)
    _chats: dict[int, Pace] = field(default_factory=dict)

    async def passes(self, chat: int, *, urgent: bool, new: bool = True, patience: float = PATIENCE) -> bool:
        """Wait for this call's turn; False, at once, where that would take longer than `patience`. `new`: a message
        that was not there, not a change of one that is.
        """
        if urgent and not new:
            return True
        now = self.clock()
        own = self._chats.setdefault(chat, _in_one_chat())
        paces = (own, self._all) if new else (own,)
        wait = own.wait(now) if urgent else max(pace.wait(now) for pace in paces)
        if wait > patience:
            return False
        for pace in paces:
            pace.take(now)
        if wait:
            await self.sleep(wait)
        return True

    def tidy(self) -> None:
        """Forget the chats that are owed nothing."""
        now = self.clock()
        self._chats = {chat: pace for chat, pace in self._chats.items() if pace.full > now}
