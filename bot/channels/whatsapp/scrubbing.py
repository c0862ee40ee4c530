# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The scrubber as a task of the server: a pass every few minutes, by one process at a time, patient with trouble."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.channels.whatsapp.records import UnavailableError
from bot.channels.whatsapp.scrub import Scrubber
from bot.log import Code, Log, silent

EVERY = 120.0
"""Seconds between two passes."""

FIRST_WAIT, LONGEST_WAIT = 30.0, 900.0
"""Seconds after trouble: doubled each time, up to the second; Twilio may ask for more, up to an hour."""

LONGEST_ASKED = 3600.0

Lease = Callable[[], Awaitable[bool]]
"""Whether this process may do the next page. Asked before each: it must hold for as long as a page takes."""


async def alone() -> bool:
    """The lease of a process that shares its sender with nobody."""
    return True


class Scrubbing:
    """Implements `adapter.Background` with a scrubber, whose steps run in a thread."""

    def __init__(self, scrubber: Scrubber, log: Log = silent, lease: Lease = alone) -> None:
        self._scrubber, self._log, self._lease = scrubber, log, lease
        self._wait = FIRST_WAIT

    async def run(self) -> None:
        """Go on until cancelled."""
        try:
            while True:
                wait = await self.round()
                await asyncio.sleep(wait)
        finally:
            self._scrubber.stop()

    async def round(self) -> float:
        """Do one page, if it is for us to do; how many seconds to wait before the next. Never raises."""
        try:
            if not await self._lease():
                return EVERY
            tally = await asyncio.to_thread(self._scrubber.step)
        except UnavailableError as error:
            return self._trouble(error.status, error.after)
        except Exception:  # noqa: BLE001 - it could quote a record; the next round begins anew
            return self._trouble(0, 0.0)
        self._wait = FIRST_WAIT
        if tally is None:
            return 0.0
        minutes = tally.oldest // timedelta(minutes=1)
        self._log(Code.WHATSAPP_SCRUBBED, deleted=tally.deleted, left=tally.left, minutes=minutes)
        return EVERY

    def _trouble(self, status: int, asked: float) -> float:
        wait = max(self._wait, min(asked, LONGEST_ASKED))
        self._wait = min(self._wait * 2, LONGEST_WAIT)
        self._log(Code.WHATSAPP_SCRUB_FAILED, status=status, wait=round(wait))
        return wait
