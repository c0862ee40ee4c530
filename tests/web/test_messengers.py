# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The server with Telegram beside it: what is erased on the way out, and what happens when a platform says no."""

from __future__ import annotations

import asyncio
import hmac
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.telegram.fake import NOW, Fake, Refusal
from tests.telegram.over_http import listening
from tests.web.serving import SENDER, Serving, serving, wait_until

TELEGRAM_TOKEN = "1000001:" + "a" * 35  # invented
INVENTED = "kW3vR8pTz1nYc6QmX4bJfL0sHd9GuE7a"
ONLY_TELEGRAM = {"TWILIO_ACCOUNT_SID": "", "TWILIO_AUTH_TOKEN": "", "WHATSAPP_SENDER": "", "PUBLIC_URL": ""}


@contextmanager
def behind_a_socket(fake: Fake) -> Iterator[str]:
    """The address of `fake`, which answers in a thread of its own."""
    ready, over, addresses = threading.Event(), threading.Event(), list[str]()

    async def listen() -> None:
        async with listening(fake) as address:
            addresses.append(address)
            ready.set()
            while not over.is_set():  # noqa: ASYNC110 - it is another thread's event
                await asyncio.sleep(0.01)

    thread = threading.Thread(target=lambda: asyncio.run(listen()))
    thread.start()
    ready.wait()
    try:
        yield addresses[0]
    finally:
        over.set()
        thread.join()


@contextmanager
def with_telegram(fake: Fake, folder: Path, **more: str) -> Iterator[Serving]:
    with behind_a_socket(fake) as address:
        given = {"TELEGRAM_TOKEN": TELEGRAM_TOKEN, "TELEGRAM_API_URL": address} | more
        with serving(folder, **given) as server:
            yield server


def writes(fake: Fake, chat: int) -> None:
    """Somebody writes /start."""
    message = fake.put(chat, "/start", ours=False)
    person = {"id": chat, "is_bot": False, "first_name": "Prova", "language_code": "it"}
    sent = {"message_id": message.id, "date": int(NOW), "chat": {"id": chat, "type": "private"}, "from": person}
    fake.waiting.append(fake.update(message={**sent, "text": "/start"}))


def ours(fake: Fake) -> list[Any]:
    return [message for chat in fake.chats.values() for message in chat.values() if message.ours]


def test_on_the_way_out_everything_that_stands_is_erased(tmp_path: Path) -> None:
    fake = Fake()
    with with_telegram(fake, tmp_path, **ONLY_TELEGRAM) as server:
        for chat in range(1000001, 1000021):
            writes(fake, chat)
        wait_until(lambda: len(ours(fake)) == 20)
        assert server.health()["channels"]["telegram"] == {"refused": False, "seconds_since_heartbeat": 0}
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert [chat for chat in fake.chats.values() if chat] == []
        assert {"at": server.lines[-2]["at"], "code": "S03", "n": {"n": 20}} in server.lines


def test_a_telegram_that_hangs_does_not_keep_the_server_alive(tmp_path: Path) -> None:
    fake = Fake()
    with with_telegram(fake, tmp_path, **ONLY_TELEGRAM) as server:
        writes(fake, 1000001)
        wait_until(lambda: len(ours(fake)) == 1)
        fake.delay = 60.0
        begun = time.monotonic()
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert time.monotonic() - begun < 20


def test_where_telegram_alone_is_served_and_turns_us_away_it_ends_for_good(tmp_path: Path) -> None:
    fake = Fake()
    with with_telegram(fake, tmp_path, **ONLY_TELEGRAM) as server:
        fake.fail("getUpdates", *[Refusal(401, "Unauthorized")] * 10)
        assert server.ended() == 69
        assert "TELEGRAM_TOKEN" in server.logged.read_text(encoding="utf-8").splitlines()[-1]


def test_where_whatsapp_is_served_as_well_it_goes_on(tmp_path: Path) -> None:
    fake = Fake()
    fake.fail("getMe", Refusal(401, "Unauthorized"))
    with with_telegram(fake, tmp_path, SECRET=INVENTED, WHATSAPP_SENDER=SENDER) as server:
        wait_until(lambda: server.health()["channels"]["telegram"]["refused"])
        assert server.say("aiuto").status == 200
        server.signal(signal.SIGTERM)
        assert server.ended() == 0


def test_telegram_is_told_by_its_secret_before_the_body_and_is_never_asked_to_send_again(tmp_path: Path) -> None:
    shown = {"X-Telegram-Bot-Api-Secret-Token": hmac.new(INVENTED.encode(), b"telegram webhook", "sha256").hexdigest()}
    with with_telegram(Fake(), tmp_path, SECRET=INVENTED) as server:
        for size in (2, 100_000, 600_000):
            assert server.ask("POST", "/telegram", b"x" * size, shown).status == 200
        with server.connected() as stranger:
            stranger.sendall(b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n")
            assert stranger.recv(4096).startswith(b"HTTP/1.1 403 ")
