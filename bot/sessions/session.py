# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is remembered of one conversation for a few minutes, and what every store of it promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

IDLE_SECONDS = 600.0
"""A conversation that nobody touches for ten minutes is forgotten (promise 6)."""

SEEN = 8
"""How many deliveries are remembered, so that the same one again moves nothing."""


@dataclass(frozen=True, slots=True)
class Session:
    """One conversation. No field can hold what somebody wrote: `state`, `offered` and `more` are encoded addresses.

    `seen` are the last deliveries, newest last: a keyed digest of the platform's own id, and the state that it led to.
    `channel`, `chat`, `panel` and `messages` are filled only where a channel can delete: the platform's id of the chat,
    the one live message, and everything else of both sides that may still stand, as (id, unix seconds).
    `version` is another after each write, and none ever comes back; 0 has never been stored.
    """

    state: str = ""
    offered: tuple[str, ...] = ()
    more: str | None = None
    seen: tuple[tuple[str, str], ...] = ()
    channel: str = ""
    chat: str = ""
    panel: tuple[int, int] | None = None
    messages: tuple[tuple[int, int], ...] = ()
    version: int = 0

    def bare(self) -> Session:
        """What is left after the idle deadline: nothing of the conversation, only what must still be deleted."""
        return Session(
            channel=self.channel, chat=self.chat, panel=self.panel, messages=self.messages, version=self.version
        )


class Sessions(Protocol):
    """Where sessions live. Every method may raise StoreDown, and nothing else, when the store cannot be used.

    Keys are keyed hashes (`keys.Keys`), so a store never sees who somebody is; values are sealed. What cannot be
    opened (garbage, another version, another secret) counts as absent.
    """

    async def open(self) -> None:
        """Get ready, and make this process known to the others that share the store."""
        ...

    async def close(self) -> None:
        """Let go. Idempotent."""
        ...

    async def read(self, key: bytes) -> Session | None:
        """The session of `key`. Past its deadline: `bare()` while there is something to delete, else None."""
        ...

    async def write(self, key: bytes, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        """Store `session`, as another version, with a deadline `lasts` seconds from now; False where the stored version
        is not `session.version` any more (0: nothing may be stored), and then nothing changed.
        """
        ...

    async def forget(self, key: bytes, version: int) -> bool:
        """Remove the session of `key` if its version still is `version`; False, and nothing changed, otherwise."""
        ...

    async def claim_idle(self, limit: int = 100) -> list[Session]:
        """Remove and return up to `limit` sessions past their deadline that have something to delete; each is given
        to one caller only, whatever the number of processes. Those with nothing to delete are removed in silence.
        """
        ...

    async def claim_all(self) -> list[Session]:
        """On the way out: like `claim_idle` for all sessions, but none if another process still holds the store."""
        ...
