# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One process that answers people: files, memory, messengers and server put together, from the start to a clean end."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.checks.run import load_checked
from bot.content.loading import load_bundle
from bot.content.reload import Shelf, for_good, gently
from bot.conversations import Conversations
from bot.errors import ConfigurationError, StoreDown
from bot.log import Code, Log
from bot.ops import messengers
from bot.ops.checked import check_apart
from bot.ops.descriptors import for_callers
from bot.ops.health import Health
from bot.ops.lease import Lease
from bot.ops.settings import Settings
from bot.ops.sweeper import Sweeper
from bot.sessions.choose import open_sessions
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.session import Session
from bot.web.door import Door
from bot.web.server import Server, build

ITALY = ZoneInfo("Europe/Rome")

SWEEP_SECONDS = 15.0
"""How often conversations that were left are looked for, and the store is asked whether it is there."""

STOP_SECONDS = 10.0
"""From the signal to the end, whatever happens; a supervisor should wait for three times that."""

DRAIN_SECONDS = 6.0
"""Of these, how many belong to turns that have begun. The rest is for erasing."""

PROBE_SECONDS = 1.0
"""How long what we write to see whether the store can be written stays in it."""

AGAIN_SECONDS = 1.0


def now() -> datetime:
    """The moment, in the zone of the networks that there are."""
    return datetime.now(ITALY)


def _why(task: asyncio.Task[None]) -> BaseException | None:
    return task.exception() if task.done() else None


class Service:
    """Everything that `settings` ask for. Raises ConfigurationError."""

    def __init__(self, settings: Settings, log: Log) -> None:
        self._log = log
        first, load = for_good(load_checked), gently(load_bundle)
        self.shelf = Shelf(settings.content, first=first, load=load, check=check_apart, now=now, log=log)
        self._sessions = open_sessions(settings.sessions.get_secret_value(), settings.key, settings.workers)
        keys = Keys(settings.key)
        self._probe = keys.of("health", "")
        memory = Memory(self._sessions, keys, shared=settings.sessions.get_secret_value() != "memory:")
        conversations = Conversations(self.shelf.bundle, memory, now, self._noted)
        self._telegram = messengers.telegram(settings, conversations, log)
        self._whatsapp = messengers.whatsapp(settings, conversations, log, Lease(self._sessions, keys, "scrub"))
        self._sweeper = Sweeper(conversations, {"telegram": self._telegram} if self._telegram else {}, log)
        there = {"telegram": self._telegram, "whatsapp": self._whatsapp}
        self._messengers = {name: messenger for name, messenger in there.items() if messenger}
        self.health = Health(self.shelf, self._messengers)
        called = {"telegram": settings.webhook, "whatsapp": True}
        mounts = {f"/{name}": found.handle for name, found in self._messengers.items() if called[name]}
        app = build(mounts, self.health, log, messengers.known(settings))
        self._server = Server(app, log, for_callers())
        self.health.full = lambda: self._server.full
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Come to an end. Asked again, it changes nothing."""
        self._stopping.set()

    async def run(self, bound: Door) -> None:
        """Answer on `bound`, and wherever the messengers ask, until `stop`. Raises ConfigurationError once no
        platform accepts us any more, and whatever the server died of.
        """
        await self._look_at_store(self._sessions.open())
        await self.shelf.open()
        answering = asyncio.create_task(self._server.run_on(bound))
        serving = asyncio.create_task(self._serve())
        sweeping = asyncio.create_task(self._for_ever(self._sweep))
        watching = asyncio.create_task(self._for_ever(self.shelf.watch))
        stopped = asyncio.create_task(self._stopping.wait())
        self._log(Code.SERVER_STARTED)
        await asyncio.wait([answering, serving, stopped], return_when=asyncio.FIRST_COMPLETED)
        ended = _why(serving) or _why(answering)
        await self._leave(answering, sweeping)
        watching.cancel()
        await asyncio.wait([watching, stopped, answering])
        if ended:
            raise ended

    async def _serve(self) -> None:
        """As long as a platform accepts us. Where one does not, the others go on."""
        if self._whatsapp:
            await self._whatsapp.start()
        try:
            if self._telegram:
                await self._telegram.start()
                await self._telegram.broken()
        except ConfigurationError:
            self.health.refused.add("telegram")
            if not self._whatsapp:
                raise
        await self._stopping.wait()

    async def _leave(self, answering: asyncio.Task[None], sweeping: asyncio.Task[None]) -> None:
        self._log(Code.SERVER_STOPPING)
        self.health.stopping = True
        self.stop()
        end = asyncio.get_running_loop().time() + STOP_SECONDS
        self._server.stop()
        drained = [asyncio.create_task(messenger.stop()) for messenger in self._messengers.values()]
        await asyncio.wait([answering, *drained], timeout=DRAIN_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout_at(end):
                await asyncio.wait([sweeping])
                await self._sweeper.everything()
        await self._let_go()
        self._log(Code.SERVER_STOPPED)

    async def _let_go(self) -> None:
        with suppress(StoreDown):
            await self._sessions.close()
        if self._telegram:
            await self._telegram.close()

    async def _sweep(self) -> None:
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(SWEEP_SECONDS):
                    await self._stopping.wait()
                    return
            await self._look_at_store(self._sessions.write(self._probe, Session(), PROBE_SECONDS))
            await self._sweeper.idle()
            # Libraries leave answers and streams that hold each other, and with them what was asked about whom.
            gc.collect()

    async def _look_at_store(self, asked: Awaitable[object]) -> None:
        try:
            await asked
            self.health.store_up = True
        except StoreDown:
            self._log(Code.STORE_FAILED)
            self.health.store_up = False

    def _noted(self, code: Code, /, **numbers: int) -> None:
        """The log of turns: what they find out of the store counts until it is looked at again."""
        if code is Code.STORE_FAILED:
            self.health.store_up = False
        self._log(code, **numbers)

    async def _for_ever(self, work: Callable[[], Awaitable[None]]) -> None:
        """Work that must not end with the first thing that nobody foresaw."""
        while not self._stopping.is_set():
            try:
                await work()
            except Exception:  # noqa: BLE001 - its text could be about somebody
                self._log(Code.TASK_FAILED)
                await asyncio.sleep(AGAIN_SECONDS)
