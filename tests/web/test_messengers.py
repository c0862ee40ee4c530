# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The server with Telegram beside it: what is erased on the way out, and what happens when a platform says no."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from typing import Any, TypeVar

from bot.ops.service import STOP_SECONDS
from tests.telegram.fake import NOW, Fake, Refusal
from tests.telegram.over_http import listening
from tests.web.serving import PATIENCE, SENDER, Serving, serving, wait_until

TELEGRAM_TOKEN = "1000001:" + "a" * 35  # invented
ONLY_TELEGRAM = {"TWILIO_ACCOUNT_SID": "", "TWILIO_AUTH_TOKEN": "", "WHATSAPP_SENDER": "", "PUBLIC_URL": ""}
UNAUTHORIZED = Refusal(401, "Unauthorized")


Found = TypeVar("Found")


@dataclass
class Elsewhere:
    """A Telegram at `address`, in a thread of its own: it is touched there alone, between two calls of the bot."""

    fake: Fake
    address: str
    loop: asyncio.AbstractEventLoop

    def do(self, work: Callable[[Fake], Found]) -> Found:
        """What `work` finds there."""

        async def done() -> Found:
            return work(self.fake)

        return asyncio.run_coroutine_threadsafe(done(), self.loop).result(PATIENCE)


@contextmanager
def behind_a_socket(fake: Fake) -> Iterator[Elsewhere]:
    """`fake`, which from now on answers in a thread of its own."""
    begun, over = Queue[Elsewhere](), asyncio.Event()

    async def listen() -> None:
        async with listening(fake) as address:
            begun.put(Elsewhere(fake, address, asyncio.get_running_loop()))
            await over.wait()

    thread = threading.Thread(target=lambda: asyncio.run(listen()))
    thread.start()
    telegram = begun.get(timeout=PATIENCE)
    try:
        yield telegram
    finally:
        telegram.loop.call_soon_threadsafe(over.set)
        thread.join()


@contextmanager
def with_telegram(fake: Fake, folder: Path, **more: str) -> Iterator[tuple[Serving, Elsewhere]]:
    with behind_a_socket(fake) as telegram:
        given = {"TELEGRAM_TOKEN": TELEGRAM_TOKEN, "TELEGRAM_API_URL": telegram.address} | more
        with serving(folder, **given) as server:
            yield server, telegram


def writes(fake: Fake, *chats: int) -> None:
    """Somebody in each of these writes /start."""
    for chat in chats:
        _writes(fake, chat)


def _writes(fake: Fake, chat: int) -> None:
    message = fake.put(chat, "/start", ours=False)
    person = {"id": chat, "is_bot": False, "first_name": "Prova", "language_code": "it"}
    sent = {"message_id": message.id, "date": int(NOW), "chat": {"id": chat, "type": "private"}, "from": person}
    fake.waiting.append(fake.update(message={**sent, "text": "/start"}))


def ours(fake: Fake) -> list[Any]:
    return [message for chat in fake.chats.values() for message in chat.values() if message.ours]


def test_on_the_way_out_everything_that_stands_is_erased(tmp_path: Path) -> None:
    with with_telegram(Fake(), tmp_path, **ONLY_TELEGRAM) as (server, telegram):
        telegram.do(lambda fake: writes(fake, *range(1000001, 1000021)))
        wait_until(lambda: len(telegram.do(ours)) == 20)
        assert server.health()["channels"]["telegram"] == {"refused": False, "seconds_since_heartbeat": 0}
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert telegram.do(lambda fake: [chat for chat in fake.chats.values() if chat]) == []
        assert [line["n"] for line in server.lines if line["code"] == "S03"] == [{"n": 20}]


def test_a_telegram_that_hangs_does_not_keep_the_server_alive(tmp_path: Path) -> None:
    with with_telegram(Fake(), tmp_path, **ONLY_TELEGRAM) as (server, telegram):
        telegram.do(lambda fake: writes(fake, 1000001))
        wait_until(lambda: len(telegram.do(ours)) == 1)
        telegram.do(lambda fake: setattr(fake, "delay", PATIENCE))
        begun = time.monotonic()
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert time.monotonic() - begun < 3 * STOP_SECONDS


def test_where_telegram_alone_is_served_and_turns_us_away_it_ends_for_good(tmp_path: Path) -> None:
    with with_telegram(Fake(), tmp_path, **ONLY_TELEGRAM) as (server, telegram):
        telegram.do(lambda fake: fake.fail("getUpdates", *[UNAUTHORIZED] * 10))
        assert server.ended() == 69
        assert "TELEGRAM_TOKEN" in server.logged.read_text(encoding="utf-8").splitlines()[-1]


def test_where_whatsapp_is_served_as_well_it_goes_on(tmp_path: Path) -> None:
    fake = Fake()
    fake.fail("getMe", UNAUTHORIZED)
    with with_telegram(fake, tmp_path, SECRET="abcdefghijklmnop" * 2, WHATSAPP_SENDER=SENDER) as (server, _):
        wait_until(lambda: server.health()["channels"]["telegram"]["refused"])
        assert server.say("aiuto").status == 200
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
