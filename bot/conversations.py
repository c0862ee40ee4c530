# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A turn with its memory: read the session, work out the answer, store where it went. One turn of a chat at a time.

In one process a lock keeps the order; between processes the store's compare-and-set decides, and who lost begins anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.app import Drawings, Visit, answer, last_resort
from bot.channels.base import Answer, Came, Channel, Left, Outgoing, Sent
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.events import Event, Typed
from bot.errors import StoreDown
from bot.log import Code, Log, silent
from bot.sessions.changes import STANDING, with_delivered, with_message
from bot.sessions.flood import Verdict
from bot.sessions.memory import Memory
from bot.sessions.session import IDLE_SECONDS, SEEN, Session

TRIES = 5
"""How often a turn is worked out anew because another process answered the same chat meanwhile."""

UNDONE_SECONDS = 30.0
"""When what could not be deleted at once, after somebody has left, is tried again."""

LOST = 10_000
"""Chats of which is known, in this process only, that something stands in them which the store could not be told."""


class Conversations:
    """Implements `channels.base.Conversations`: the bundle of the moment, sessions, and order within each chat.

    `bundles` gives the bundle now, or None where none could be loaded; a turn keeps the one that it began with.
    `clock` gives the network's time, aware.
    """

    def __init__(
        self, bundles: Callable[[], Bundle | None], memory: Memory, clock: Callable[[], datetime], log: Log = silent
    ) -> None:
        self.bundles, self.memory, self.clock, self.log = bundles, memory, clock, log
        self.draw = Drawings()
        self.lost: dict[bytes, tuple[Sent, ...]] = {}
        self._turns: dict[bytes, _Turns] = {}

    @asynccontextmanager
    async def of(self, channel: Channel, who: str, *, deletes: bool) -> AsyncIterator[OneChat]:
        """The chat of `who`, after the turns that this process has begun for it, in their order."""
        key = self.memory.keys.of(channel.name, who)
        turns = self._turns.setdefault(key, _Turns())
        turns.waiting += 1
        try:
            async with turns.lock:
                yield OneChat(self, channel, key, who if deletes else "")
        finally:
            turns.waiting -= 1
            if not turns.waiting:
                del self._turns[key]

    async def idle(self) -> list[Left]:
        """Conversations that nobody touched for ten minutes, each handed out once. Never raises. Whoever has been
        quiet for long is forgotten in the count of events too.
        """
        self.memory.flood.tidy()
        return await self._left(self.memory.sessions.claim_idle)

    async def all_left(self) -> list[Left]:
        """On the way out: every conversation that no other process holds. Never raises."""
        return await self._left(self.memory.sessions.claim_all)

    async def _left(self, claim: Callable[[], Awaitable[list[Session]]]) -> list[Left]:
        try:
            return [Left(found.channel, found.chat, _standing(found)) for found in await claim()]
        except StoreDown:
            self.log(Code.STORE_FAILED)
            return []


@dataclass(slots=True)
class _Turns:
    """Who is in a chat, and how many wait for it; it exists only meanwhile."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


def _standing(session: Session) -> tuple[Sent, ...]:
    panel = (session.panel,) if session.panel else ()
    return tuple(Sent(*message) for message in (*session.messages, *panel))


class OneChat:
    """Implements `channels.base.Chat`."""

    def __init__(self, all_of_them: Conversations, channel: Channel, key: bytes, chat: str) -> None:
        self._all, self._channel, self._key, self._chat = all_of_them, channel, key, chat
        self._known = Session()
        self._verdict: Verdict | None = None
        self._left = False

    @property
    def panel(self) -> Sent | None:
        """The live message of ours, as `answer` found it."""
        return Sent(*self._known.panel) if self._known.panel else None

    @property
    def standing(self) -> tuple[Sent, ...]:
        """Everything else that may still stand."""
        return tuple(Sent(*message) for message in self._known.messages)

    async def answer(self, event: Event, came: Came) -> Answer:
        """Move the conversation; whatever breaks ends in the card."""
        self._known, self._verdict = with_message(self._known, came.message), None
        try:
            return await self._remembered(event, came)
        except Exception:  # noqa: BLE001 - as in `app.answer`: the numbers arrive, the text of an error never does
            self._all.log(Code.TURN_FAILED)
            return last_resort(event, self._known.state, came.language)

    async def look(self) -> None:
        """Read what is known now."""
        with suppress(StoreDown):
            self._known = await self._read()

    async def hold(self, panel: Sent | None = None, gone: frozenset[int] = frozenset()) -> bool:
        """Remember what was delivered, beside whatever another process has stored meanwhile; forget what is gone."""
        try:
            for _ in range(TRIES):
                known = await self._read()
                over = self._left or not known.version
                if await self._kept(with_delivered(known, panel, gone), UNDONE_SECONDS if over else IDLE_SECONDS):
                    return True
        except StoreDown:
            pass
        self._all.log(Code.STORE_FAILED)
        if panel and len(self._all.lost) < LOST:
            self._all.lost[self._key] = (*self._all.lost.get(self._key, ()), panel)[-STANDING:]
        return False

    async def _remembered(self, event: Event, came: Came) -> Answer:
        try:
            return await self._answer(event, came)
        except StoreDown:
            self._all.log(Code.STORE_FAILED)
            return self._without_store(event, came)

    async def _answer(self, event: Event, came: Came) -> Answer:
        """Who leaves has left, even where five attempts to store it came too late; anybody else gets the card then."""
        delivery = self._all.memory.keys.of("delivery", came.delivery).hex()[:16] if came.delivery else ""
        left: Answer | None = None
        for _ in range(TRIES):
            self._known = with_message(await self._read(), came.message)
            answered = self._worked_out(self._known, event, came, delivery)
            if await self._stored(answered, delivery):
                return answered
            self._all.log(Code.STORE_CONFLICT)
            if answered.erased:
                left = answered
        return left or last_resort(event, self._known.state, came.language)

    async def _read(self) -> Session:
        found = await self._all.memory.sessions.read(self._key) or Session()
        for message in self._all.lost.get(self._key, ()):
            found = with_message(found, message)
        return replace(found, channel=self._channel.name, chat=self._chat) if self._chat else found

    def _worked_out(self, known: Session, event: Event, came: Came, delivery: str) -> Answer:
        bundle = self._all.bundles()
        if bundle is None:
            self._all.log(Code.TURN_WITHOUT_BUNDLE)
            return last_resort(event, known.state, came.language)
        visit = Visit(self._channel, self._all.clock(), came.language)
        before = dict(known.seen).get(delivery)
        if before is not None:
            newest = known.seen[-1][0] == delivery
            return Answer(before, self._all.draw(bundle, visit, before), repeated=True, silent=not newest)
        answered = answer(bundle, visit, known.state, _offered(event, known), self._all.draw)
        if answered.failed:
            self._all.log(Code.TURN_FAILED)
        if answered.erased or _is_urgent(bundle, answered.state) or self._judged() == "serve":
            return answered
        if self._judged() == "silence":
            return Answer(known.state, Outgoing(""), silent=True)
        self._all.log(Code.TURN_FLOODED)
        urgent = _urgent(bundle, answered.state)
        return Answer(urgent, self._all.draw(bundle, visit, urgent))

    def _judged(self) -> Verdict:
        """Too much in too short a time gets the card once, then silence. A turn counts once, however often it is worked
        out anew; leaving and danger never count.
        """
        self._verdict = self._verdict or self._all.memory.flood.judge(self._key)
        return self._verdict

    async def _stored(self, answered: Answer, delivery: str) -> bool:
        """Where the conversation went. What was left is forgotten at once; what must still be deleted stays known until
        it is gone, so that a crash between the two leaves it to the idle wipe.
        """
        if answered.erased:
            self._left = True
            return await self._kept(self._known.bare(), UNDONE_SECONDS)
        still = answered.failed or answered.repeated or answered.silent
        return await self._kept(self._known if still else _moved(self._known, answered, delivery))

    async def _kept(self, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        """Store `session`, or remove it where nothing is left to know."""
        sessions = self._all.memory.sessions
        if session.state or session.panel or session.messages:
            kept = await sessions.write(self._key, session, lasts)
        else:
            kept = not session.version or await sessions.forget(self._key, session.version)
        if kept:
            self._all.lost.pop(self._key, None)
        return kept

    def _without_store(self, event: Event, came: Came) -> Answer:
        """Without a memory only leaving still works as it should; everything else gets the card."""
        bundle = self._all.bundles()
        if bundle is not None:
            answered = answer(bundle, Visit(self._channel, self._all.clock(), came.language), "", event)
            if answered.erased:
                return answered
        return last_resort(event, self._known.state, came.language)


def _is_urgent(bundle: Bundle, state: str) -> bool:
    return bundle.world.read(state).node == bundle.flow.everywhere["urgent"]


def _urgent(bundle: Bundle, state: str) -> str:
    return bundle.codec.encode(Address(bundle.world.read(state).language, bundle.flow.everywhere["urgent"]))


def _offered(event: Event, known: Session) -> Event:
    """Digits mean what was offered in this conversation, and nothing newer."""
    return replace(event, offered=known.offered, more=known.more) if isinstance(event, Typed) else event


def _moved(known: Session, answered: Answer, delivery: str) -> Session:
    seen = (*known.seen, (delivery, answered.state))[-SEEN:] if delivery else known.seen
    outgoing = answered.outgoing
    return replace(known, state=answered.state, offered=outgoing.offered, more=outgoing.more, seen=seen)
