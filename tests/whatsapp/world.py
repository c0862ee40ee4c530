# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Twilio on one side, our adapter on the other, and between them what really travels: headers and bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from urllib.parse import urlencode
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from bot.channels.base import Reply
from bot.channels.whatsapp.adapter import WhatsApp
from bot.channels.whatsapp.form import FORM, Signer
from bot.content.bundle import Bundle
from bot.conversations import Conversations
from bot.log import Code
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.session import IDLE_SECONDS, Session

ACCOUNT = "AC00000000000000000000000000000001"
TOKEN = "an-invented-token-long-enough"  # noqa: S105 - invented, for tests
SENDER = "whatsapp:+390000000000"
PUBLIC = "https://bussola.example"
PERSON = "whatsapp:+390000000001"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))


@dataclass
class Shelf:
    """A store of sessions in a dictionary, with the deadlines of `clock`."""

    clock: Callable[[], float] = lambda: 0.0
    held: dict[bytes, tuple[float, Session]] = field(default_factory=dict)

    async def open(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""

    async def read(self, key: bytes) -> Session | None:
        ends, session = self.held.get(key, (0.0, None))
        return session if session and self.clock() < ends else None

    async def write(self, key: bytes, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        known = await self.read(key)
        if (known.version if known else 0) != session.version:
            return False
        self.held[key] = (self.clock() + lasts, replace(session, version=session.version + 1))
        return True

    async def forget(self, key: bytes, version: int) -> bool:
        known = await self.read(key)
        if not known or known.version != version:
            return False
        del self.held[key]
        return True

    async def claim_idle(self, limit: int = 100) -> list[Session]:
        return [][:limit]

    async def claim_all(self) -> list[Session]:
        return []


@dataclass
class Noted:
    """A log that can be looked at."""

    lines: list[tuple[Code, dict[str, int]]] = field(default_factory=list)

    def __call__(self, code: Code, /, **numbers: int) -> None:
        self.lines.append((code, numbers))


@dataclass
class World:
    """One server and whoever calls it. Time stands still until `seconds` is moved."""

    bundle: Bundle | None
    seconds: float = 1_000.0
    log: Noted = field(default_factory=Noted)

    def __post_init__(self) -> None:
        self.shelf = Shelf(lambda: self.seconds)
        memory = Memory(self.shelf, Keys(b"k" * 32), Flood(lambda: self.seconds))
        self.conversations = Conversations(lambda: self.bundle, memory, lambda: NOW, self.log)
        self.adapter = WhatsApp(
            ACCOUNT, TOKEN, SENDER, PUBLIC, self.conversations, self.log, clock=lambda: self.seconds
        )
        self._sids = count(1)

    def form(self, body: str = "", /, **more: str) -> dict[str, str]:
        """A form as Twilio posts it: the fields of its documentation, with an invented person."""
        sid = f"SM{next(self._sids):032x}"
        numbers = {"NumMedia": "0", "NumSegments": "1", "ReferralNumMedia": "0", "ApiVersion": "2010-04-01"}
        sids = {"SmsMessageSid": sid, "SmsSid": sid, "MessageSid": sid, "AccountSid": ACCOUNT}
        person = {"From": PERSON, "WaId": PERSON.rpartition("+")[2], "ProfileName": "Nome Inventato"}
        return {**sids, **numbers, **person, "To": SENDER, "MessageType": "text", "Body": body, **more}

    async def posts(self, form: Mapping[str, str]) -> Reply:
        """The reply to a signed call."""
        body = urlencode(form, errors="surrogatepass").encode()
        return await self.adapter.handle(headers_for(list(form.items())), body)

    async def writes(self, text: str, /, **more: str) -> str | None:
        """What the person reads after writing `text`; None for silence."""
        self.seconds += 2
        return said(await self.posts(self.form(text, **more)))


def headers_for(fields: list[tuple[str, str]], url: str = f"{PUBLIC}/whatsapp", token: str = TOKEN) -> dict[str, str]:
    """The headers of a call that Twilio signs for `url`."""
    return {"content-type": f"{FORM}; charset=UTF-8", "x-twilio-signature": Signer(token, url).sign(fields)}


def said(reply: Reply) -> str | None:
    """What an answer of ours tells Twilio to send. Fails unless it is TwiML with one message, or none."""
    assert (reply.status, reply.content_type) == (200, "text/xml; charset=utf-8")
    response = ET.fromstring(reply.body)  # noqa: S314 - written by our own code
    assert response.tag == "Response"
    assert [child.tag for child in response] in (["Message"], [])
    assert not any(child.attrib for child in response)
    return response[0].text if len(response) else None
