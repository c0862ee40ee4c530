# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is left for a minute of conversations that were left: which deliveries were theirs, so that one that a platform
brings again begins nothing anew on a phone that somebody has just put away. `memory.py` tells the other processes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

SECONDS, MOST = 60.0, 50_000
"""How long, and how many of them at a time: beyond that the oldest go first."""


@dataclass(slots=True)
class Ended:
    """Keyed digests of deliveries, in memory, with nothing that says whose they were."""

    clock: Callable[[], float] = time.monotonic
    _held: dict[str, tuple[float, str | None]] = field(default_factory=dict)

    def note(self, seen: Iterable[str], leaving: str, farewell: str) -> None:
        """A conversation was left by the delivery `leaving`, which led to `farewell`; it had `seen` others."""
        until = self.clock() + SECONDS
        self._held |= {**dict.fromkeys(seen, (until, None)), leaving: (until, farewell)}
        self.tidy()

    def learn(self, delivery: str, farewell: str) -> None:
        """In another process a conversation was left by `delivery`, or, where there is no `farewell`, after it."""
        self._held[delivery] = (self.clock() + SECONDS, farewell or None)
        self.tidy()

    def holds(self, delivery: str) -> bool:
        """Whether it is of a conversation that was left a moment ago."""
        self.tidy()
        return delivery in self._held

    def left_in(self, delivery: str) -> str | None:
        """The farewell, in its language, to whoever left by this very delivery; None where it was another one."""
        return self._held.get(delivery, (0.0, None))[1]

    def tidy(self) -> None:
        """Forget what has been held for its time. The oldest come first: each is noted once."""
        while self._held:
            oldest = next(iter(self._held))
            if len(self._held) <= MOST and self.clock() < self._held[oldest][0]:
                return
            del self._held[oldest]
