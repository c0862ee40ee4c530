# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How much one chat may ask in a short time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["serve", "card", "silence"]

BURST, PER_SECOND, QUIET_SECONDS, CHATS = 20, 1.0, 60.0, 50_000
"""Twenty at once, one a second after that; beyond it the card once and a minute of silence. Chats known at a time."""

_FORGOTTEN_AFTER = QUIET_SECONDS + BURST / PER_SECOND
"""After this long without an event a bucket is full and the silence over: as if the chat had never been here."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    quiet_until: float = 0.0


@dataclass(slots=True)
class Flood:
    """A bucket per keyed chat, in memory. Who is answered always (leaving, danger) is the caller's to say."""

    clock: Callable[[], float] = time.monotonic
    _buckets: dict[bytes, _Bucket] = field(default_factory=dict)

    def judge(self, key: bytes) -> Verdict:
        """Count one event of `key` and say what it gets. With too many chats the longest known is forgotten: it is
        served again, because failing open is the safe side.
        """
        now = self.clock()
        bucket = self._buckets.pop(key, None) or _Bucket(BURST, now)
        self._buckets[key] = bucket
        verdict = _verdict(bucket, now)
        self.tidy()
        return verdict

    def tidy(self) -> None:
        """Forget the chats that have been quiet for long. They come first: each event moves its chat to the end."""
        now = self.clock()
        while self._buckets:
            oldest = next(iter(self._buckets))
            if len(self._buckets) <= CHATS and now - self._buckets[oldest].at <= _FORGOTTEN_AFTER:
                return
            del self._buckets[oldest]


def _verdict(bucket: _Bucket, now: float) -> Verdict:
    bucket.left = min(float(BURST), bucket.left + (now - bucket.at) * PER_SECOND)
    bucket.at = now
    if now < bucket.quiet_until:
        return "silence"
    if bucket.left < 1:
        bucket.quiet_until = now + QUIET_SECONDS
        return "card"
    bucket.left -= 1
    return "serve"
