# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented people who write to a running server through both messengers, some of them in ways that nobody should."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from contextlib import suppress
from typing import Any

from tests.ops.markers import Markers
from tests.telegram.fake import Fake
from tests.web.serving import PATIENCE, Serving, call

SECRET = "forgetful" * 4
HEADER = hmac.new(SECRET.encode(), b"telegram webhook", hashlib.sha256).hexdigest()
AT_ONCE = 8
CALLS = ("sendMessage", "editMessageText", "answerCallbackQuery", "deleteMessage", "deleteMessages")
REST_SECONDS, LOOKS = 1.5, 20
"""A while: so many seconds, and so many questions that the server has answered beside its work."""

Request = tuple[str, bytes, dict[str, str]]
"""A path, a body and headers."""


class Crowd:
    """The people of `markers`. `fake` is Telegram, in whose chats what they write stands."""

    def __init__(self, server: Serving, fake: Fake, markers: Markers) -> None:
        self._server, self._fake, self._markers = server, fake, markers
        self._gate = asyncio.Semaphore(AT_ONCE)
        self.statuses: list[int] = []
        fake._next_message = markers.message(0)

    async def turns(self, numbers: range) -> None:
        """Everybody with these numbers does one thing, a few at a time; of two people one is on Telegram. Over once
        nothing waits and Telegram has not been called for a while, in which the server had time to do so.
        """
        await asyncio.gather(*(self._one(number) for number in numbers))
        calls = -1
        while self._fake.waiting or calls != (calls := len(self._fake.made(*CALLS))):
            await asyncio.sleep(REST_SECONDS)
            for _ in range(LOOKS):
                await asyncio.to_thread(self._server.health)

    async def _one(self, number: int) -> None:
        async with self._gate:
            if not self._fake.webhook:
                self._fake.waiting.append(self.update(number))
                return
            request = self._on_telegram(number) if number % 2 else self._on_whatsapp(number)
            await self._posted(*request, whole=number % 50 not in {0, 1})

    async def _posted(self, path: str, body: bytes, headers: dict[str, str], *, whole: bool) -> None:
        """One call on a connection of its own; one that is not `whole` breaks off in the middle."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._server.port)
        lines = {"Host": "bussola.example", "Content-Length": str(len(body)), **headers}
        head = f"POST {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        writer.write(head.encode() + b"\r\n" + (body if whole else body[:-9]))
        with suppress(ConnectionError):
            if whole:
                async with asyncio.timeout(PATIENCE):
                    self.statuses.append(int((await reader.readuntil(b"\r\n"))[9:12]))
            writer.close()
            await writer.wait_closed()

    # -- WhatsApp

    def _on_whatsapp(self, number: int) -> Request:
        people = self._markers
        text, phone, sid = people.text(number), people.phone(number), f"SM{people.message(number):032}"
        latitude, longitude = people.position(number)
        place = {"Latitude": repr(latitude), "Longitude": repr(longitude)} if number % 6 == 0 else {}
        who = {"ProfileName": text, "WaId": phone.rpartition("+")[2]}
        body, headers = call(self._says(number), phone.removeprefix("whatsapp:"), sid, **who, **place)
        if number % 30 == 0:
            headers["X-Twilio-Signature"] = headers["X-Twilio-Signature"][::-1]
        return f"/whatsapp{f'/{text}' if number % 70 == 0 else ''}", body, headers

    def _says(self, number: int) -> str:
        text = self._markers.text(number)
        ways = (
            text,
            f"sto a {text}, mio marito mi picchia 😀",
            f"vivo a pisa, mi chiamo {text.upper()}",
            f"\ud7ff{text}\0" * 90,
            f"/start {text}",
            f"ho paura {text[:8]} {text}",
            "chiudi",
        )
        return ways[number // 2 % len(ways)]

    # -- Telegram

    def _on_telegram(self, number: int) -> Request:
        shown = HEADER if number % 30 != 1 else self._markers.text(number)
        body = json.dumps(self.update(number)).encode()
        headers = {"X-Telegram-Bot-Api-Secret-Token": shown, "Content-Type": "application/json"}
        return "/telegram", body if number % 40 != 1 else body[:-2], headers

    def update(self, number: int) -> dict[str, Any]:
        """What Telegram tells of this person's doing."""
        chat, text = int(self._markers.chat(number)), self._markers.text(number)
        person = {"id": chat, "is_bot": False, "first_name": text, "username": text, "language_code": "it"}
        ours = number % 4 == 1
        message = self._fake.put(chat, self._says(number), ours=ours)
        here = {"message_id": message.id, "date": message.at, "chat": {"type": "private", **person}}
        if ours:
            self._fake.taps[text] = False
            query = {"id": text, "from": person, "message": here, "chat_instance": text, "data": f"it.{text}"}
            return self._fake.update(callback_query=query)
        latitude, longitude = self._markers.position(number)
        position = {"location": {"latitude": latitude, "longitude": longitude}}
        said: dict[str, Any] = position if number % 7 == 0 else {"text": message.text, "reply_to_message": here}
        return self._fake.update(message={**here, "from": person, **said})
