# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How a store asks its driver: within a time limit, and so that whatever goes wrong is StoreDown and nothing more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from bot.errors import StoreDown
from bot.sessions.session import Session

Given = TypeVar("Given")

SECONDS = 2.0
"""How long one call may take: a person waits for the answer, and the platforms for ours."""

SLICES = 4
"""Into how many parts such a time is cut."""

LEAVING_SECONDS = 10.0
"""How long taking everything on the way out may take: nobody waits, and there may be much of it."""


async def asked(work: Awaitable[Given], seconds: float = SECONDS) -> Given:
    """What `work` of a driver gives. StoreDown if it fails or takes longer than `seconds`: raised out of reach of the
    driver's own exception, whose text and locals could quote a row.
    """
    with suppress(Exception):
        async with asyncio.timeout(None) as limit:
            patience = _Patience(limit, seconds / SLICES)
            try:
                return await work
            finally:
                patience.over()
    raise StoreDown


class _Patience:
    """Ends `limit` after SLICES times `seconds` during which this process could have taken an answer: however long it
    stands still itself (a busy machine, a moment's sleep of it), that is one slice and not the driver's fault.
    """

    def __init__(self, limit: asyncio.Timeout, seconds: float) -> None:
        self._limit, self._seconds, self._slices = limit, seconds, SLICES
        self._next()

    def over(self) -> None:
        self._timer.cancel()

    def _next(self) -> None:
        loop = asyncio.get_running_loop()
        if self._slices:
            self._slices -= 1
            self._timer = loop.call_later(self._seconds, self._next)
        else:
            self._limit.reschedule(loop.time())


class Claims:
    """Takes sessions out of a store without losing any: what was taken for a caller who was cancelled meanwhile, or
    came later than the caller could wait, is given to the next one of this process. A session that nobody receives
    would leave its messages standing for ever.
    """

    def __init__(self) -> None:
        self._late: list[Session] = []
        self._taking: set[asyncio.Task[list[Session]]] = set()

    async def taken(
        self, work: Coroutine[Any, Any, list[Session]], limit: int | None = None, seconds: float = SECONDS
    ) -> list[Session]:
        """What `work` takes, after what came late before; `limit` at most. Raises StoreDown."""
        task = asyncio.create_task(work)
        self._taking.add(task)
        task.add_done_callback(self._arrived)
        with suppress(StoreDown):
            await asked(asyncio.shield(task), seconds)
            # Whoever took has put it among the late ones a moment ago, so that there is one way only.
        if not self._late and (not task.done() or task.exception()):
            raise StoreDown
        given, self._late = self._late[:limit], self._late[limit:] if limit else []
        return given

    def _arrived(self, task: asyncio.Task[list[Session]]) -> None:
        self._taking.discard(task)
        if not task.cancelled() and not task.exception():
            self._late += task.result()
