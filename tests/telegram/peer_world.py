# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A bot against a Bot API server that others wrote (tests/telegram/peer), over real sockets on both sides."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bot.channels.telegram.adapter import Telegram
from bot.channels.telegram.limiter import Limiter
from bot.content.bundle import Bundle
from bot.conversations import Conversations
from bot.dialogue.address import Address
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.places import InProcess
from bot.sessions.sealed import Seal
from bot.sessions.sqlite import SqliteSessions
from bot.web.server import Server, build, listening
from tests.ports import free_port
from tests.telegram.fake import TOKEN
from tests.telegram.world import MOMENT, SECRET, Notes

PEER = Path(__file__).parent / "peer"
KEY = b"an invented secret of 32 bytes.."
PATIENCE = 180
"""Seconds after which something will never come."""


class PeerMissingError(Exception):
    """The peer cannot be started; says what to do."""


@dataclass
class Front:
    """The peer, with its front. `bot_api` is what a bot is told; `people` act through `person`."""

    address: str
    http: httpx.AsyncClient

    async def person(self, action: str, **what: Any) -> Any:  # noqa: ANN401 - JSON
        return await self._said(f"/person/{action}", what)

    async def call(self, method: str, token: str = TOKEN, **what: Any) -> Any:  # noqa: ANN401 - JSON
        """A call of the Bot API: its result, or what it was refused with."""
        return await self._said(f"/bot{token}/{method}", what)

    async def _said(self, path: str, what: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        answer = (await self.http.post(self.address + path, json=what)).json()
        return answer["result"] if answer["ok"] else (answer["error_code"], answer["description"])


@asynccontextmanager
async def front() -> AsyncIterator[Front]:
    """The peer, started anew and empty. Raises PeerMissingError where it has not been installed."""
    node = shutil.which("node")
    if node is None or not (PEER / "node_modules" / "telegram-test-api").is_dir():
        raise PeerMissingError("The Telegram peer is missing: run tests/telegram/peer/install.sh (needs Node 18)")
    pipe = asyncio.subprocess.PIPE
    command = (node, "front.mjs", TOKEN, str(free_port()))
    child = await asyncio.create_subprocess_exec(*command, cwd=PEER, stdin=pipe, stdout=pipe)
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        port = json.loads(await child.stdout.readline())["port"]
        async with httpx.AsyncClient(timeout=PATIENCE, limits=httpx.Limits(max_connections=200)) as http:
            yield Front(f"http://127.0.0.1:{port}", http)
    finally:
        child.stdin.close()
        await child.wait()


@dataclass
class Service:
    """A bot that serves the peer. `later` lets its memory's time pass."""

    front: Front
    bot: Telegram
    conversations: Conversations
    sessions: SqliteSessions
    notes: Notes
    webhook: str
    exits: frozenset[str]
    later: list[float] = field(default_factory=lambda: [0.0])

    async def wipe(self, *, idle: bool) -> None:
        """What happens after ten idle minutes, or on the way out."""
        if idle:
            self.later[0] += 601
        for left in await (self.conversations.idle() if idle else self.conversations.all_left()):
            await self.bot.erase(left)

    async def settled(self) -> None:
        """Until everything that has happened is served. A webhook's calls end when they are."""
        async with asyncio.timeout(PATIENCE):
            while not self.webhook and (await self.front.person("state"))["waiting"]:  # noqa: ASYNC110 - as below
                await asyncio.sleep(0.005)
            while self.bot._lanes._inside:  # noqa: ASYNC110 - a lane rings no bell
                await asyncio.sleep(0.002)


@asynccontextmanager
async def service(bundle: Bundle, peer: Front, *, webhook: bool) -> AsyncIterator[Service]:
    """A bot that serves `peer`, until it is all over."""
    notes, later = Notes(), [0.0]
    sessions = SqliteSessions(InProcess(), Seal(KEY), lambda: time.monotonic() + later[0])
    await sessions.open()
    conversations = Conversations(lambda: bundle, Memory(sessions, Keys(KEY)), lambda: MOMENT, notes)
    bound = listening("127.0.0.1", 0)
    url = f"http://127.0.0.1:{bound.getsockname()[1]}/telegram" if webhook else ""
    bot = Telegram(TOKEN, conversations, notes, api_url=peer.address, webhook_url=url, secret=SECRET)
    bot.wire.limiter = Limiter(clock=iter(range(10**9)).__next__)  # never waits: the peer is nobody's phone
    web = Server(build({"/telegram": bot.handle}, lambda: {"mode": "serving"}))
    serving = asyncio.create_task(web.run_on(bound))
    await bot.start()
    try:
        await _ready(peer, url)
        yield Service(peer, bot, conversations, sessions, notes, url, _exits(bundle), later)
    finally:
        await bot.stop()
        web.stop()
        await serving
        await bot.close()
        await sessions.close()


def _exits(bundle: Bundle) -> frozenset[str]:
    """What a button that leaves carries, in every language."""
    node = bundle.flow.everywhere["exit"]
    return frozenset(bundle.codec.encode(Address(language, node)) for language in bundle.locales)


async def _ready(peer: Front, url: str) -> None:
    """Until the peer calls us, or has been asked once for what had waited."""
    async with asyncio.timeout(PATIENCE):
        while url and (await peer.call("getWebhookInfo"))["url"] != url:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)
        while not url and (await peer.person("state"))["calls"].get("getUpdates", 0) < 2:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
