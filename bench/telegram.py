# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Turns on Telegram: the shipped command `bussola serve`, 30 turns a second, and a stand-in that answers in 50 ms.

The turns come in their own time, whether the ones before are over or not, from 200 chats: half taps, half words. Then,
on SIGTERM, how many conversations are erased before the process ends.

    .venv/bin/python bench/telegram.py [SECONDS]
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import platform
import random
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from telegram_peer import Standin  # type: ignore[import-not-found]  # beside this file, which is run by path

ROOT = Path(__file__).resolve().parents[1]
RATE, CHATS = 30, range(1_000_000, 1_000_200)
SECRET = "kW3vR8pTz1nYc6QmX4bJfL0sHd9GuE7a"  # noqa: S105 - invented
TOKEN = "1000000:an-invented-token-for-benches-only-"  # noqa: S105 - invented
HEADER = hmac.new(SECRET.encode(), b"telegram webhook", hashlib.sha256).hexdigest()
MANY = 3000
"""More conversations than can be erased on the way out."""


@dataclass
class Running:
    """The stand-in, and the bot that it talks to."""

    peer: Standin
    bot: asyncio.subprocess.Process


@asynccontextmanager
async def running(*, webhook: bool) -> AsyncIterator[Running]:
    """The shipped command with the settings that ship, until it has ended."""
    peer, port = Standin(), _free_port()
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}",
        "SECRET": SECRET,
        "BIND": f"127.0.0.1:{port}",
        "CONTENT": str(ROOT),
    }
    if webhook:
        settings["PUBLIC_URL"] = "https://bussola.example"
        peer.bring = lambda body: _brought(port, body)
    command = [sys.executable, "-m", "bot", "serve"]
    quiet = asyncio.subprocess.DEVNULL
    bot = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env={**os.environ, **settings}, stderr=quiet)
    try:
        await _warm(peer, webhook=webhook)
        yield Running(peer, bot)
    finally:
        with suppress(ProcessLookupError):
            bot.send_signal(signal.SIGTERM)
        await bot.wait()
        server.close()


async def _warm(peer: Standin, *, webhook: bool) -> None:
    """Until the bot has told Telegram where it is, and everybody has had a first answer."""
    async with asyncio.timeout(120):
        while not peer.calls["setWebhook" if webhook else "getUpdates"]:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)
        for number in CHATS:
            peer.happens(number)
            while number == CHATS[0] and not peer.chats[number].shown:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.05)
            await asyncio.sleep(1 / RATE)
        await asyncio.sleep(2)


async def _brought(port: int, body: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: {HEADER}\r\nconnection: close\r\n"
    writer.write(head.encode() + b"content-length: %d\r\n\r\n" % len(body) + body)
    answer = await reader.read()
    writer.close()
    if b" 200 " not in answer[:20]:
        raise RuntimeError("the webhook did not answer 200")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def turns(seconds: float, *, webhook: bool) -> None:
    """Let turns come for so long, and print how long they took."""
    async with running(webhook=webhook) as found:
        for chat in found.peer.chats.values():
            chat.shown = chat.over = 0.0
        sent = await _come(found.peer, seconds)
        await asyncio.sleep(2)
        for chat in found.peer.chats.values():
            found.peer.close(chat)
        for name, taken in (("shown", found.peer.shown), ("over", found.peer.over)):
            print(f"{'webhook' if webhook else 'polling':8} {name:6} {sent:6} {len(taken):6} {_figures(taken)}")


async def _come(peer: Standin, seconds: float) -> int:
    """Turns at a steady rate, each a little early or late, from a chat that has rested for a while."""
    began, sent = time.perf_counter(), 0
    order = random.sample(CHATS, len(CHATS))
    while sent < seconds * RATE:
        due = began + (sent + random.random()) / RATE  # noqa: S311 - a moment, no secret
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        peer.happens(order[sent % len(order)])
        sent += 1
    return sent


def _figures(taken: list[float]) -> str:
    milliseconds = sorted(1000 * one for one in taken)
    at = [milliseconds[min(len(milliseconds) - 1, int(len(milliseconds) * part))] for part in (0.5, 0.99)]
    return "".join(f"{one:8.0f}" for one in (*at, milliseconds[-1]))


async def leaving() -> None:
    """Open many conversations, end the process, and print how many were erased before it was gone."""
    async with running(webhook=False) as found:
        found.peer.wait = 0.0
        for number in range(MANY):
            found.peer.happens(2_000_000 + number)
            await asyncio.sleep(1 / RATE)
        await asyncio.sleep(3)
        found.peer.wait = 0.05
        found.peer.deleted.clear()
        began = time.perf_counter()
        found.bot.send_signal(signal.SIGTERM)
        await found.bot.wait()
        took = time.perf_counter() - began
        print(f"on SIGTERM: {len(found.peer.deleted)} of {MANY} conversations erased, process gone after {took:.1f} s")


async def main() -> None:
    """All of it."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    busy = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {busy:.1f} before; {RATE} turns a second")
    print("updates  until    sent  served    p50     p99     max   ms")
    for webhook in (False, True):
        await turns(seconds, webhook=webhook)
    await leaving()


if __name__ == "__main__":
    asyncio.run(main())
