# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Where updates come from. Whatever goes wrong is tried again, ever more slowly, until the token itself is refused."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from operator import sub
from typing import Protocol, TypeVar

from telegram import WebhookInfo

from bot.channels.telegram.arrivals import ALLOWED
from bot.channels.telegram.clock import GAP_SECONDS
from bot.channels.telegram.trouble import Why
from bot.channels.telegram.wire import POLL_SECONDS, Wire

T = TypeVar("T")

BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between attempts; the last goes on for ever."""

REFUSED_FOR_GOOD = 3
"""How many refusals of the token in a row are believed."""

WATCH_SECONDS = 20.0
"""How often a webhook is looked after. Under the gap that makes taps stale: while nobody writes, we hear this."""

CONNECTIONS = 40
"""How many calls of the webhook Telegram makes at a time."""

MOST = 100
"""Bot API: how many updates come at a time."""

WAITED_SECONDS = 10.0
"""How long taps may be some that Telegram had kept: after a start, where it says so, and after a gap."""


class Take(Protocol):
    """What to do with an update; `stale`: taps may have waited for long."""

    def __call__(self, update: object, *, stale: bool) -> object:
        """Line it up."""
        ...


async def patiently(ask: Callable[[], Awaitable[T | Why | None]]) -> T | Why | None:
    """What `ask` gives once it gives anything. Of all troubles only a refused token is handed on, when it has been
    refused several times: a proxy in trouble says the same once.
    """
    attempt = refused = 0
    while True:
        found = await ask()
        refused = refused + 1 if found is Why.TOKEN else 0
        if not isinstance(found, Why) or refused >= REFUSED_FOR_GOOD:
            return found
        await asyncio.sleep(BACK_OFF[min(attempt, len(BACK_OFF) - 1)])
        attempt += 1


class Polling:
    """Asks again and again. What Telegram has kept for us is never thrown away: its age decides."""

    def __init__(self, wire: Wire, take: Take, room: Callable[[], Awaitable[None]]) -> None:
        self._wire, self._take, self._room = wire, take, room
        self._offset = 0
        self._heard: tuple[float, float] | None = None
        self._behind = True

    async def listen(self) -> None:
        """Fetch updates until cancelled; return where the token is refused."""
        if await patiently(lambda: self._wire.ask(self._wire.api.delete_webhook)) is Why.TOKEN:
            return
        while True:
            found = await patiently(self._fetch)
            if not isinstance(found, list):
                return
            stale = self._after_a_gap()
            self._behind = stale and len(found) >= MOST
            for update in found:
                self._take(update, stale=stale)
            self._wire.limiter.tidy()
            await self._room()

    async def confirm(self) -> None:
        """Tell Telegram what has been taken, so that it does not come again."""
        if self._offset:
            await self._wire.confirm(self._offset)

    def stale(self) -> bool:
        """Nothing comes by itself here."""
        return True

    async def _fetch(self) -> list[object] | Why:
        """The next updates. Once nothing waits, no offset is held on to: after a quiet week Telegram begins to count
        anew, perhaps lower.
        """
        found = await self._wire.updates(self._offset, wait=0 if self._behind else POLL_SECONDS)
        if not isinstance(found, Why):
            self._offset = max((update_id(update) for update in found), default=-1) + 1
        return found

    def _after_a_gap(self) -> bool:
        """Whether what has just come may have waited. Two clocks: one may stop while a machine sleeps, the
        other is set by Telegram.
        """
        now = (time.monotonic(), self._wire.clock.now())
        before, self._heard = self._heard, now
        return self._behind or before is None or max(map(sub, now, before)) > GAP_SECONDS


class Webhook:
    """Telegram calls us at `url`, which is looked after: somebody else may have set another address."""

    def __init__(self, wire: Wire, url: str, secret: str) -> None:
        self._wire, self._url, self._secret = wire, url, secret
        self._waited_until = 0.0

    async def listen(self) -> None:
        """See that Telegram calls us, until cancelled; return where the token is refused."""
        ours = False
        while True:
            info = await patiently(lambda: self._wire.ask(self._wire.api.get_webhook_info))
            if not isinstance(info, WebhookInfo):
                return
            if not ours and info.pending_update_count:
                self._waited_until = time.monotonic() + WAITED_SECONDS
            if not ours or info.url != self._url:
                ours = await patiently(lambda: self._wire.ask(self._set)) is True
            self._wire.limiter.tidy()
            await asyncio.sleep(WATCH_SECONDS)

    async def confirm(self) -> None:
        """Each call has been answered already. The address stays: what comes meanwhile is kept for the next start."""

    def stale(self) -> bool:
        """Whether a tap that comes now may have waited for long. Asked before its coming counts as contact."""
        if time.monotonic() - self._wire.contact > GAP_SECONDS:
            self._waited_until = time.monotonic() + WAITED_SECONDS
        return time.monotonic() < self._waited_until

    async def _set(self) -> bool:
        return await self._wire.api.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=list(ALLOWED),
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )


def update_id(update: object) -> int:
    """The number of an update; -1 where it has none."""
    known = update.get("update_id") if isinstance(update, dict) else None
    return known if isinstance(known, int) else -1
