# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in chats and could not be told to the store: this process alone knows of it, until the store does."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.sessions.changes import with_delivered, with_message
from bot.sessions.session import IDLE_SECONDS, Session

MOST = 10_000
"""Chats known at a time; of more than that nothing is remembered (docs/sessions.md)."""


@dataclass(slots=True)
class Untold:
    """By key. As in a store, what nobody has touched for ten minutes is handed out to be deleted, once."""

    clock: Callable[[], float] = time.monotonic
    _chats: dict[bytes, tuple[Session, float]] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many chats."""
        return len(self._chats)

    def __contains__(self, key: bytes) -> bool:
        """Whether there is something of this chat that the store does not know."""
        return key in self._chats

    def note(self, key: bytes, known: Session) -> None:
        """Remember what of `known` stands in its chat, in place of what was remembered."""
        self.told(key)
        if known.chat and (known.panel or known.messages) and len(self._chats) < MOST:
            self._chats[key] = (known.bare(), self.clock() + IDLE_SECONDS)

    def told(self, key: bytes) -> None:
        """The store knows it all now."""
        self._chats.pop(key, None)

    def beside(self, key: bytes, found: Session) -> Session:
        """`found`, with what is remembered beside it."""
        if key not in self._chats:
            return found
        untold, _ = self._chats[key]
        for message in untold.messages:
            found = with_message(found, message)
        return with_delivered(found, untold.panel, frozenset())

    def waiting(self) -> list[bytes]:
        """The chats that the store does not know of, by key."""
        return list(self._chats)

    def joined(self, key: bytes, found: Session) -> tuple[Session, float]:
        """What the store should know where it has `found`, and for how many seconds: what nobody has touched since is
        due when it was due here. `key` is one of `waiting`.
        """
        untold, until = self._chats[key]
        known = replace(self.beside(key, found), channel=untold.channel, chat=untold.chat)
        return known, IDLE_SECONDS if found.state or found.panel else max(0.0, until - self.clock())

    def claim_idle(self) -> list[Session]:
        """What nobody has touched for ten minutes."""
        now = self.clock()
        return [self._chats.pop(key)[0] for key, (_, until) in list(self._chats.items()) if until <= now]

    def claim_all(self) -> list[Session]:
        """On the way out: everything."""
        every = [known for known, _ in self._chats.values()]
        self._chats.clear()
        return every
