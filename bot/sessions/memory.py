# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""All that a process remembers of people, in one hand."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field

from bot.sessions.ended import SECONDS, Ended
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.session import Session, Sessions


@dataclass(frozen=True, slots=True)
class Memory:
    """Sessions of a few minutes, the keys that they are found by, how much each chat has asked of late, and which
    deliveries were of conversations that are over. `shared`: other processes use the same store.

    What those are told of an end is a row for each delivery, for a minute, under a key of its own that leads to no
    chat: the farewell in its language where it was this one that left, and nothing else.
    """

    sessions: Sessions
    keys: Keys
    flood: Flood = field(default_factory=Flood)
    ended: Ended = field(default_factory=Ended)
    shared: bool = False

    async def end(self, seen: Collection[str], leaving: str, farewell: str) -> None:
        """A conversation was left by the delivery `leaving`, which led to `farewell`; it had `seen` others. Never
        raises: where the store cannot be used, this process alone knows.
        """
        self.ended.note(seen, leaving, farewell)
        if self.shared:
            led = {**dict.fromkeys(seen, ""), leaving: farewell}
            told = (self.sessions.write(self._row(one), Session(to), SECONDS) for one, to in led.items())
            await asyncio.gather(*told, return_exceptions=True)

    async def learn(self, delivery: str) -> None:
        """Find out whether `delivery` is of a conversation that was left in another process. Raises StoreDown."""
        if self.shared and delivery and not self.ended.holds(delivery):
            found = await self.sessions.read(self._row(delivery))
            if found:
                self.ended.learn(delivery, found.state)

    def _row(self, delivery: str) -> bytes:
        return self.keys.of("ended", delivery)
