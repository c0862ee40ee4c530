# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One call at a time, within its time. Nobody waits for one that takes longer, but it comes to its own end: the library
keeps what it was asked, for good, of some calls that are cancelled just while they end (httpcore, `PoolByteStream`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, TypeVar

from bot.channels.telegram.trouble import Why, seconds_to_wait, why

T = TypeVar("T")

Call = Callable[[], Awaitable[T]]

LATE_SECONDS = 30.0
"""How long a call may go on for which nobody waits."""


def nobody(_answer: object) -> None:
    """Who is told of a late answer that is of no use."""


class Trouble(NamedTuple):
    """Why a call gave nothing, None where all is well already; `wait`: the seconds that Telegram asks for."""

    why: Why | None
    wait: float | None


class Calls:
    """Makes calls. Those that are late are known, so that none outlives the end."""

    def __init__(self) -> None:
        self._late: set[asyncio.Future[Any]] = set()

    async def made(self, call: Call[T], within: float, late: Callable[[T], object] = nobody) -> T | Trouble:
        """What `call` gives within so many seconds; what it gives after them, `late` is told. Whoever is cancelled
        meanwhile cancels it and waits for its end.
        """
        made = asyncio.ensure_future(_made(call))
        try:
            await asyncio.wait({made}, timeout=within)
        except asyncio.CancelledError:
            made.cancel()
            await asyncio.wait({made})
            raise
        return made.result() if made.done() else self._let_end(made, late)

    def stop(self) -> None:
        """Cancel what is late."""
        for late in self._late:
            late.cancel()

    def _let_end(self, made: asyncio.Future[Any], late: Callable[[Any], object]) -> Trouble:
        self._late.add(made)
        made.add_done_callback(lambda _: self._ended(made, late))
        asyncio.get_running_loop().call_later(LATE_SECONDS, made.cancel)
        return Trouble(Why.LOST, None)

    def _ended(self, made: asyncio.Future[Any], late: Callable[[Any], object]) -> None:
        self._late.discard(made)
        if not made.cancelled() and not isinstance(made.result(), Trouble):
            late(made.result())


async def _made(call: Call[T]) -> T | Trouble:
    try:
        return await call()
    except Exception as error:  # noqa: BLE001 - answers that nobody foresaw; their text goes nowhere
        return Trouble(why(error), seconds_to_wait(error))
