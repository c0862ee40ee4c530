# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How we are, for whoever watches over us. Nothing about people: no count, no rate, no moment of a message."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, Protocol

from bot.content.reload import Shelf

Mode = Literal["normal", "emergency", "stopping"]

BEAT_SECONDS = 60
"""Heartbeats are told in steps of this many seconds, or they would tell when somebody last wrote."""


class Beating(Protocol):
    """A channel, as health sees it."""

    @property
    def heartbeat(self) -> float:
        """When it last showed a sign of life, on the monotonic clock."""
        ...


@dataclass(slots=True)
class Health:
    """`channels` by name; `refused` are those that their platform turned away for good. `store_up` is None before the
    first attempt. `full`: whether lately there were more callers than there is room for.
    """

    shelf: Shelf
    channels: Mapping[str, Beating]
    clock: Callable[[], float] = time.monotonic
    store_up: bool | None = None
    stopping: bool = False
    refused: set[str] = field(default_factory=set)
    full: Callable[[], bool] = lambda: False

    @property
    def mode(self) -> Mode:
        """In "emergency" everybody is answered with the card alone, because there are no files or no store."""
        if self.stopping:
            return "stopping"
        return "emergency" if self.shelf.bundle() is None or self.store_up is False else "normal"

    def __call__(self) -> dict[str, object]:
        """What /health shows."""
        return {
            "mode": self.mode,
            "bundle": self._bundle(),
            "reload": self._reload(),
            "channels": {name: self._channel(name, channel) for name, channel in self.channels.items()},
            "connections": "full" if self.full() else "enough",
            "store": {None: "unknown", True: "up", False: "down"}[self.store_up],
        }

    def _bundle(self) -> dict[str, object] | None:
        bundle = self.shelf.bundle()
        if bundle is None:
            return None
        return {"fingerprint": bundle.fingerprint, "loaded_at": _written(self.shelf.loaded_at)}

    def _reload(self) -> dict[str, object] | None:
        report = self.shelf.report
        if report is None:
            return None
        return {"result": report.result, "at": _written(report.at), "problems": report.problems}

    def _channel(self, name: str, channel: Beating) -> dict[str, object]:
        age = max(0.0, self.clock() - channel.heartbeat)
        return {"refused": name in self.refused, "seconds_since_heartbeat": int(age // BEAT_SECONDS) * BEAT_SECONDS}


def _written(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
