# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller may cost us before anything is known about them. No platform comes near any of these limits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.log import Seldom

BODY = 64 * 1024
"""Bytes of text in a body, in which a percent code (%C3) counts as the one byte that it stands for."""

WRITTEN = 3 * BODY
"""Bytes of a body as it is sent, declared or not: so many are the same text if all of it is percent codes."""

LONG_AT_ONCE = 32
"""Bodies of more than `BODY` bytes that come in at a time: a thousand would fill the memory of a small machine."""

LARGEST = 512 * 1024
"""Bytes of a body from whoever has shown in its headers to be the platform: an update of Telegram's holds the message
that it answers, whole.
"""

HEAD = 16 * 1024
"""Bytes of a request's headers, and about as many of its first line."""

ARRIVAL_SECONDS = 10.0
"""How long a whole request may take to arrive: from the connection, or from the answer to the one before."""

IDLE_SECONDS = 5
"""How long a connection stays open with nothing on it."""

HANDLE_SECONDS = 30.0
"""The last resort against a channel that never answers. Each channel has a stricter limit, which still answers."""

CONNECTIONS = 1000
"""Connections at a time, or fewer where the system allows few (`bot.ops.descriptors`); beyond that, the one that has
kept us waiting longest makes room.
"""


class Connection(H11Protocol):
    """Uvicorn's connection, which by itself waits for ever for a request to arrive. A request that is not HTTP gets 400
    and no text; one that is late gets nothing.
    """

    refusals: Seldom
    made: Callable[[], None]
    """Called for each connection once it is there."""

    def __init__(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - uvicorn's own arguments, handed on
        super().__init__(*given, **more)
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection."""
        super().connection_made(transport)
        self._wait()
        self.made()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the deadline."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, for as long as the request may take."""
        super().data_received(data)
        self._wait()

    def on_response_complete(self) -> None:
        """The next request has its own time."""
        self._stop_waiting()
        super().on_response_complete()
        self._wait()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - what was wrong is nobody's business
        """Refuse what is not HTTP."""
        self.refusals.note(status=400)
        try:
            headers = [("content-length", "0"), ("connection", "close")]
            self.transport.write(self.conn.send(h11.Response(status_code=400, headers=headers)) or b"")
            self.transport.close()
        except h11.LocalProtocolError:
            self.transport.abort()

    def waiting_until(self) -> float:
        """When our patience with this connection ends, on the loop's clock; infinity while it is us who are awaited."""
        return self._deadline.when() if self._deadline else float("inf")

    @property
    def leaving(self) -> bool:
        """Whether it is over, though its descriptor may still be ours for a moment."""
        return bool(self.transport.is_closing())

    def let_go(self, status: int = 408) -> None:
        """Close at once, without a word."""
        self.refusals.note(status=status)
        self.transport.abort()

    def _wait(self) -> None:
        arriving = self.conn.their_state in (h11.IDLE, h11.SEND_BODY) and not self.transport.is_closing()
        if not arriving:
            self._stop_waiting()
        elif not self._deadline:
            self._deadline = self.loop.call_later(ARRIVAL_SECONDS, self.let_go)

    def _stop_waiting(self) -> None:
        deadline, self._deadline = self._deadline, None
        if deadline:
            deadline.cancel()
