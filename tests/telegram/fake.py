# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A small Telegram in memory, behind the library's own seam towards the network. It keeps chats, refuses what Telegram
refuses in Telegram's words, holds every call to the Bot API's limits, and fails on request.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from tests.telegram.limits import broken

TOKEN = "1000000:an-invented-token-for-tests-only-0"  # noqa: S105 - invented
NOW = 1_795_424_400.0
"""Monday 23 November 2026, nine o'clock in London."""

TWO_DAYS = 48 * 3600
FIELDS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}


class Refusal(Exception):  # noqa: N818 - what Telegram says
    """Telegram says no."""

    def __init__(self, status: int, words: str, **parameters: int) -> None:
        super().__init__(words)
        self.status, self.words, self.parameters = status, words, parameters


@dataclass
class Message:
    id: int
    at: int
    ours: bool
    text: str = ""
    rows: list[list[dict[str, Any]]] = field(default_factory=list)
    shown: bool = True

    def buttons(self) -> dict[str, dict[str, Any]]:
        return {button["text"]: button for row in self.rows for button in row}


@dataclass(frozen=True)
class Call:
    method: str
    parameters: dict[str, Any]


@dataclass(eq=False)
class Fake(BaseRequest):
    """`now` is Telegram's time. `calls` are all that were made; `faults` what the next calls of a method meet."""

    now: float = NOW
    chats: dict[int, dict[int, Message]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    faults: dict[str, list[Exception]] = field(default_factory=dict)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    profile: dict[tuple[str, str], Any] = field(default_factory=dict)
    webhook: str = ""
    delay: float = 0.0
    dated: Callable[[str], None] | None = None
    taps: dict[str, bool] = field(default_factory=dict)
    _next_message: int = 100
    _next_update: int = 5000

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    # -- what the bot does

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any  # noqa: ANN401 - timeouts
    ) -> tuple[int, bytes]:
        assert method == "POST"
        assert f"/bot{TOKEN}/" in url
        name = url.rpartition("/")[2]
        call = Call(name, dict(request_data.parameters) if request_data else {})
        self.calls.append(call)
        self.broken += [f"{name}: {word}" for word in broken(name, call.parameters)]
        if self.delay:
            await asyncio.sleep(self.delay)
        try:
            result = await self._answer(call)
        except Refusal as refusal:
            said = {"ok": False, "error_code": refusal.status, "description": refusal.words}
            return refusal.status, json.dumps({**said, "parameters": refusal.parameters}).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()

    async def _answer(self, call: Call) -> Any:  # noqa: ANN401 - JSON
        faults = self.faults.get(call.method)
        if faults:
            raise faults.pop(0)
        if call.method[3:5] == "My":
            return self._about(call)
        answer = getattr(self, f"_{call.method}")(**call.parameters)
        return await answer if asyncio.iscoroutine(answer) else answer

    def fail(self, method: str, *faults: Exception) -> None:
        self.faults.setdefault(method, []).extend(faults)

    def _getMe(self) -> dict[str, Any]:  # noqa: N802 - Telegram's names
        return {"id": 1000000, "is_bot": True, "first_name": "Prova", "username": "prova_bot"}

    async def _getUpdates(self, timeout: int = 0, offset: int = 0, limit: int = 100, **_: object) -> list[Any]:  # noqa: N802, ASYNC109
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        if not self.waiting and timeout:
            await asyncio.sleep(0.01)
        return self.waiting[:limit]

    def _deleteWebhook(self, **_: object) -> bool:  # noqa: N802
        self.webhook = ""
        return True

    def _setWebhook(self, url: str, **_: object) -> bool:  # noqa: N802
        self.webhook = url
        return True

    def _getWebhookInfo(self) -> dict[str, Any]:  # noqa: N802
        return {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self.waiting)}

    def _sendMessage(self, chat_id: int, text: str, reply_markup: Any = None, **_: object) -> dict[str, Any]:  # noqa: N802, ANN401
        message = self.put(chat_id, text, ours=True, markup=reply_markup)
        return self._json(chat_id, message)

    def _editMessageText(self, chat_id: int, message_id: int, text: str, reply_markup: Any = None, **_: object) -> Any:  # noqa: N802, ANN401
        message = self.chats.get(chat_id, {}).get(message_id)
        if message is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        if not message.ours:
            raise Refusal(400, "Bad Request: message can't be edited")
        rows = (reply_markup or {}).get("inline_keyboard", [])
        if (message.text, message.rows) == (text, rows):
            raise Refusal(400, "Bad Request: message is not modified: specified new message content is the same")
        message.text, message.rows = text, rows
        return self._json(chat_id, message)

    def _answerCallbackQuery(self, callback_query_id: str, **_: object) -> bool:  # noqa: N802
        if callback_query_id not in self.taps:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.taps[callback_query_id] = True
        return True

    def _deleteMessage(self, chat_id: int, message_id: int) -> bool:  # noqa: N802
        message = self.chats.get(chat_id, {}).get(message_id)
        if message is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        if self.now - message.at >= TWO_DAYS:
            raise Refusal(400, "Bad Request: message can't be deleted for everyone")
        del self.chats[chat_id][message_id]
        return True

    def _deleteMessages(self, chat_id: int, message_ids: Sequence[int]) -> bool:  # noqa: N802
        here = self.chats.get(chat_id, {})
        if any(self.now - here[known].at >= TWO_DAYS for known in message_ids if known in here):
            raise Refusal(400, "Bad Request: message can't be deleted for everyone")
        for known in message_ids:
            here.pop(known, None)
        return True

    def _leaveChat(self, chat_id: int) -> bool:  # noqa: N802
        self.chats.pop(chat_id, None)
        return True

    def _about(self, call: Call) -> Any:  # noqa: ANN401
        """The bot's own name, descriptions and commands, by language; those without a language where there are none."""
        kind, language = call.method[5:], call.parameters.get("language_code", "")
        if call.method.startswith("set"):
            self.profile[kind, language] = call.parameters
            return True
        kept = self.profile.get((kind, language), self.profile.get((kind, ""), {}))
        field = FIELDS.get(kind)
        return {field: kept.get(field, "")} if field else kept.get("commands", [])

    # -- what stands in a chat, and what happens there

    def put(self, chat: int, text: str, *, ours: bool, markup: Any = None) -> Message:  # noqa: ANN401
        self._next_message += 1
        rows = (markup or {}).get("inline_keyboard", [])
        message = Message(self._next_message, int(self.now), ours, text, rows)
        self.chats.setdefault(chat, {})[message.id] = message
        return message

    def update(self, **what: Any) -> dict[str, Any]:  # noqa: ANN401
        self._next_update += 1
        return {"update_id": self._next_update, **what}

    def made(self, *methods: str) -> list[Call]:
        return [call for call in self.calls if call.method in methods]

    def _json(self, chat: int, message: Message) -> dict[str, Any]:
        return {"message_id": message.id, "date": message.at, "chat": {"id": chat, "type": "private"}, "text": "."}


def lost() -> NetworkError:
    """Nobody can say whether the call arrived."""
    return NetworkError("httpx.ReadError: ")


def too_many(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
