# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A stand-in for Telegram that answers every call after the same time, and notes when each turn was shown and was over.

It hands out updates by polling, as Telegram does, or brings them to a webhook. Nothing of Telegram's rules is here: the
integration tests have those.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

ANSWER_SECONDS = 0.05
TEXTS = ("Pisa", "privacy", "mi servono informazioni sul lavoro", "Pontedera", "non so", "8", "/lingua", "una persona")
TAPS = 0.5
SHOWS = ("sendMessage", "editMessageText")


@dataclass
class Chat:
    """One invented person: the live message there, what its buttons carry, and the turn that is under way."""

    panel: int = 0
    keys: list[str] = field(default_factory=list)
    began: float = 0.0
    shown: float = 0.0
    over: float = 0.0


@dataclass
class Standin:
    """`shown` and `over`: seconds of each turn until its screen was there, and until its last call was answered. Who
    leaves is shown nothing.
    """

    bring: Callable[[bytes], Awaitable[None]] | None = None
    chats: dict[int, Chat] = field(default_factory=dict)
    shown: list[float] = field(default_factory=list)
    over: list[float] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    deleted: Counter[int] = field(default_factory=Counter)
    wait: float = ANSWER_SECONDS
    _updates: list[dict[str, Any]] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _next: int = 1
    _bringing: set[asyncio.Task[None]] = field(default_factory=set)

    # -- people

    def happens(self, number: int) -> None:
        """Somebody taps or writes, whichever they can; the turn before is closed."""
        chat = self.chats.setdefault(number, Chat())
        self.close(chat)
        chat.began, chat.shown, chat.over = time.perf_counter(), 0.0, 0.0
        self._next += 1
        tap = bool(chat.keys) and random.random() < TAPS  # noqa: S311 - a choice, no secret
        what = self._tap(number, chat) if tap else self._words(number, first=not chat.panel)
        self._give({"update_id": self._next, **what})

    def close(self, chat: Chat) -> None:
        """Note how long the chat's last turn took."""
        if chat.shown:
            self.shown.append(chat.shown - chat.began)
        if chat.over:
            self.over.append(chat.over - chat.began)

    def _words(self, number: int, *, first: bool) -> dict[str, Any]:
        text = "/start" if first else random.choice(TEXTS)  # noqa: S311 - as above
        return {"message": {**self._place(number, self._next), "from": _who(number), "text": text}}

    def _tap(self, number: int, chat: Chat) -> dict[str, Any]:
        data = random.choice(chat.keys)  # noqa: S311 - as above
        message = self._place(number, chat.panel)
        return {"callback_query": {"id": str(self._next), "from": _who(number), "message": message, "data": data}}

    def _place(self, number: int, message: int) -> dict[str, Any]:
        return {"message_id": message, "date": int(time.time()), "chat": {"id": number, "type": "private"}}

    def _give(self, update: dict[str, Any]) -> None:
        if self.bring is None:
            self._updates.append(update)
            self._news.set()
            return
        task = asyncio.ensure_future(self.bring(json.dumps(update).encode()))
        self._bringing.add(task)
        task.add_done_callback(self._bringing.discard)

    # -- the Bot API

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                lines = head.lower().split("\r\n")
                length = next((int(line[15:]) for line in lines if line.startswith("content-length:")), 0)
                call = dict(parse_qsl((await reader.readexactly(length)).decode()))
                method = head.split(" ", 2)[1].rpartition("/")[2]
                payload = json.dumps({"ok": True, "result": await self._answer(method, call)}).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(payload) + payload)
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            writer.close()

    async def _answer(self, method: str, call: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
        self.calls[method] += 1
        if method == "getUpdates":
            return await self._handed_out(int(call.get("timeout", "0")))
        await asyncio.sleep(self.wait)
        chat = self.chats.get(int(call.get("chat_id", "0")))
        if chat:
            return self._done(method, call, chat)
        fixed = {"getMe": {"id": 1, "is_bot": True, "first_name": "Prova", "username": "prova_bot"}}
        fixed["getWebhookInfo"] = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        return fixed.get(method, True)

    async def _handed_out(self, seconds: int) -> list[dict[str, Any]]:
        await asyncio.sleep(self.wait)
        if not self._updates and seconds:
            self._news.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._news.wait()
        found, self._updates = self._updates, []
        return found

    def _done(self, method: str, call: dict[str, str], chat: Chat) -> Any:  # noqa: ANN401 - JSON
        chat.over = time.perf_counter()
        if method in ("deleteMessage", "deleteMessages"):
            self.deleted[int(call["chat_id"])] += 1
            if str(chat.panel) in (call.get("message_id"), *map(str, json.loads(call.get("message_ids", "[]")))):
                chat.panel, chat.keys = 0, []
        if method not in SHOWS:
            return True
        chat.shown = chat.over
        rows = json.loads(call.get("reply_markup", "{}")).get("inline_keyboard", [])
        chat.keys = [key["callback_data"] for row in rows for key in row if "callback_data" in key]
        if method == "sendMessage":
            self._next += 1
            chat.panel = self._next
        return self._place(int(call["chat_id"]), chat.panel)


def _who(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "Nome", "language_code": "it"}
