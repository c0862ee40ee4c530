# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A bot, a small Telegram in front of it, and invented people who talk to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.base import Reply
from bot.channels.telegram.adapter import Telegram
from bot.channels.telegram.limiter import Limiter
from bot.channels.telegram.wire import Requests
from bot.content.bundle import Bundle
from bot.conversations import Conversations
from bot.errors import StoreDown
from bot.log import Code
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.session import IDLE_SECONDS, Session
from tests.telegram.fake import TOKEN, Fake, Message

SECRET = "an-invented-secret"  # noqa: S105 - invented
MOMENT = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))


@dataclass
class Shelf:
    """Sessions in a dictionary, with the fake's clock. `down`: it cannot be used."""

    fake: Fake
    down: bool = False
    kept: dict[bytes, tuple[Session, float]] = field(default_factory=dict)

    async def open(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""

    async def read(self, key: bytes) -> Session | None:
        self._up()
        found = self.kept.get(key)
        if found is None:
            return None
        session, until = found
        return session if self.fake.now < until else session.bare()

    async def write(self, key: bytes, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        self._up()
        if session.version != self._version(key):
            return False
        self.kept[key] = (replace(session, version=session.version + 1), self.fake.now + lasts)
        return True

    async def forget(self, key: bytes, version: int) -> bool:
        self._up()
        if version != self._version(key):
            return False
        del self.kept[key]
        return True

    async def claim_idle(self, limit: int = 100) -> list[Session]:
        self._up()
        idle = [key for key, (_, until) in self.kept.items() if until <= self.fake.now][:limit]
        return [self.kept.pop(key)[0].bare() for key in idle]

    async def claim_all(self) -> list[Session]:
        self._up()
        every = [session.bare() for session, _ in self.kept.values()]
        self.kept.clear()
        return every

    def _version(self, key: bytes) -> int:
        return self.kept[key][0].version if key in self.kept else 0

    def _up(self) -> None:
        if self.down:
            raise StoreDown


@dataclass
class Notes:
    """What was logged."""

    codes: list[Code] = field(default_factory=list)

    def __call__(self, code: Code, /, **_: int) -> None:
        self.codes.append(code)


class World:
    """Everything around one bot. Updates are brought as calls of the webhook, so that each is over when it returns."""

    def __init__(self, bundle: Bundle, *, webhook: bool = True) -> None:
        self.bundle, self.fake, self.notes = bundle, Fake(), Notes()
        self.shelf, self.moment = Shelf(self.fake), MOMENT
        self.memory = Memory(self.shelf, Keys(b"invented " * 8), Flood(clock=lambda: self.fake.now))
        self.conversations = Conversations(lambda: self.bundle, self.memory, lambda: self.moment, self.notes)
        self.bot = self.another(webhook=webhook)

    def another(self, *, webhook: bool = True) -> Telegram:
        """A bot with the same memory: another process, or the same one after a start."""
        bot = Telegram(
            TOKEN,
            self.conversations,
            self.notes,
            webhook_url="https://example.org/telegram" if webhook else "",
            secret=SECRET,
            now=lambda: self.fake.now,
            requests=Requests(self.fake, self.fake),
        )
        bot.wire.limiter = Limiter(clock=count(0.0, 1.0).__next__)  # never waits
        return bot

    def crash(self) -> None:
        """Everything in memory is lost."""
        self.shelf.kept.clear()
        self.memory = Memory(self.shelf, Keys(b"another " * 8), Flood(clock=lambda: self.fake.now))
        self.conversations = Conversations(lambda: self.bundle, self.memory, lambda: self.moment, self.notes)
        self.bot = self.another()

    async def bring(self, update: object, secret: str = SECRET) -> Reply:
        return await self.bot.handle({"x-telegram-bot-api-secret-token": secret}, json.dumps(update).encode())

    def somebody(self, number: int = 1, language: str = "it") -> Person:
        return Person(self, 1_000_000 + number, language)


@dataclass
class Person:
    """An invented person in their private chat with the bot."""

    world: World
    id: int
    language: str = "it"

    @property
    def chat(self) -> list[Message]:
        """What stands in the chat, oldest first."""
        return list(self.world.fake.chats.get(self.id, {}).values())

    @property
    def panel(self) -> Message:
        """The one message of ours; there must be exactly one, and nothing else."""
        (message,) = self.chat
        assert message.ours
        return message

    async def write(self, text: str, *, ago: int = 0) -> Message:
        return await self.send({"text": text}, ago=ago)

    async def send(self, what: dict[str, Any], *, ago: int = 0) -> Message:
        """Send a message with these fields, `ago` seconds before it is brought to the bot."""
        message = self.put(ago=ago)
        await self.world.bring(self.message_update(message, what))
        return message

    def put(self, *, ago: int = 0) -> Message:
        message = self.world.fake.put(self.id, "(theirs)", ours=False)
        message.at -= ago
        return message

    def message_update(self, message: Message, what: dict[str, Any]) -> dict[str, Any]:
        whole = {"message_id": message.id, "date": message.at, "from": self._who(), "chat": self._where(), **what}
        return self.world.fake.update(message=whole)

    async def tap(self, label: str, on: Message | None = None) -> None:
        panel = on or self.panel
        await self.press(panel, panel.buttons()[label]["callback_data"])

    async def press(self, panel: Message, data: str) -> None:
        await self.world.bring(self.tap_update(panel, data))

    def tap_update(self, panel: Message, data: str) -> dict[str, Any]:
        fake = self.world.fake
        tap = str(len(fake.taps) + 1)
        fake.taps[tap] = False
        message = {"message_id": panel.id, "date": panel.at, "chat": self._where()}
        return fake.update(callback_query={"id": tap, "from": self._who(), "message": message, "data": data})

    def _who(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": "Nome", "language_code": self.language}

    def _where(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": "Nome"}
