# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One chat during one turn: read the session, work out the answer, store where it went, remember what was delivered.
Between processes the store's compare-and-set decides, and who lost begins anew.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot import emergency
from bot.app import Drawings, Visit, answer, last_resort
from bot.channels.base import Answer, Came, Channel, Outgoing, Sent
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.events import Event, Typed
from bot.errors import StoreDown
from bot.log import Code, Log, silent
from bot.sessions.changes import left, moved, with_delivered, with_message
from bot.sessions.flood import Verdict
from bot.sessions.memory import Memory
from bot.sessions.session import IDLE_SECONDS, Session
from bot.sessions.untold import Untold

TRIES = 5
"""How often a turn is worked out anew because another process answered the same chat meanwhile."""

UNDONE_SECONDS = 30.0
"""When what could not be deleted at once, after somebody has left, is tried again."""

GONE = Answer("", Outgoing(""), erased=True, silent=True)
"""For who was still being answered in one process when they left in another: nothing is said, and all is deleted."""


@dataclass(eq=False, repr=False)
class Shared:
    """What all chats of a process have in common. `bundles` gives the bundle now, or None where none could be loaded; a
    turn keeps the one that it began with. `clock` gives the network's time, aware. `untold`: what stands in chats while
    the store cannot be used.
    """

    bundles: Callable[[], Bundle | None]
    memory: Memory
    clock: Callable[[], datetime]
    log: Log = silent
    draw: Drawings = field(default_factory=Drawings)
    untold: Untold = field(default_factory=Untold)


class OneChat:
    """Implements `channels.base.Chat`. `_left`: this turn is somebody's leaving. `_told`: the store knows where it has
    led, so that where there is no state any more somebody has left, here or in another process.
    """

    def __init__(self, shared: Shared, channel: Channel, key: bytes, chat: str) -> None:
        self._all, self._channel, self._key, self._chat = shared, channel, key, chat
        self._known = Session()
        self._verdict: Verdict | None = None
        self._left = self._told = False

    @property
    def panel(self) -> Sent | None:
        """The live message of ours, as the session was last seen."""
        return Sent(*self._known.panel) if self._known.panel else None

    @property
    def standing(self) -> tuple[Sent, ...]:
        """Everything else that may still stand."""
        return tuple(Sent(*message) for message in self._known.messages)

    async def answer(self, event: Event, came: Came) -> Answer:
        """Move the conversation; whatever breaks ends in the card."""
        self._known, self._verdict = with_message(self._known, came.message), None
        self._left = self._told = False
        try:
            return await self._remembered(event, came)
        except Exception:  # noqa: BLE001 - as in `app.answer`: the numbers arrive, the text of an error never does
            self._all.log(Code.TURN_FAILED)
            return last_resort(event, self._known.state, came.language)

    async def undo(self, answered: Answer) -> None:
        """As promised, unless another process has gone on with it already."""
        with suppress(StoreDown):
            known = await self._read()
            if known.state == answered.state and not known.panel:
                self._left, self._told = True, False
                await self._held(known)

    async def look(self) -> None:
        """Read what is known now."""
        try:
            self._known = await self._read()
            self._told = not (self._known.state or self._known.panel)
        except StoreDown:
            self._known = self._named(self._all.untold.beside(self._key, self._known))

    async def hold(
        self, panel: Sent | None = None, gone: frozenset[int] = frozenset(), perhaps: tuple[Sent, ...] = ()
    ) -> bool:
        """Remember what was delivered, beside whatever another process has stored meanwhile; forget what is gone."""
        with suppress(StoreDown):
            for _ in range(TRIES):
                if await self._held(with_delivered(await self._read(), panel, gone, perhaps)):
                    return True
        self._all.log(Code.STORE_FAILED)
        known = left(self._known) if self._left else self._known
        self._untold(with_delivered(known, panel, gone, perhaps))
        return False

    def _untold(self, known: Session) -> None:
        """What is known without the store is kept until it can be told, and deleted as ever meanwhile."""
        self._known = self._named(known)
        self._all.untold.note(self._key, self._known)

    async def _held(self, known: Session) -> bool:
        over = self._left if not self._told else not known.state
        known = left(known) if over else known
        kept = await self._kept(known, UNDONE_SECONDS if over else IDLE_SECONDS)
        if kept:
            self._known, self._told = known, self._told or self._left
        return kept

    async def _remembered(self, event: Event, came: Came) -> Answer:
        try:
            return await self._answer(event, came)
        except StoreDown:
            self._all.log(Code.STORE_FAILED)
            return self._without_store(event, came)

    async def _answer(self, event: Event, came: Came) -> Answer:
        """Who leaves has left, even where five attempts to store it came too late; anybody else gets the card then."""
        delivery = self._all.memory.keys.of("delivery", came.delivery).hex()[:16] if came.delivery else ""
        leaving: Answer | None = None
        begun = False
        for _ in range(TRIES):
            self._known = with_message(await self._read(), came.message)
            if not self._known.state:
                await self._all.memory.learn(delivery)
            worked_out = self._worked_out(self._known, event, came, delivery)
            answered = replace(worked_out, begins=not self._known.state)
            if begun and not self._known.state and not answered.outgoing.urgent:
                answered = GONE
            begun = begun or bool(self._known.state)
            if await self._stored(answered, delivery):
                return answered
            self._all.log(Code.STORE_CONFLICT)
            if answered.erased:
                leaving = answered
        return leaving or last_resort(event, self._known.state, came.language)

    async def _read(self) -> Session:
        found = await self._all.memory.sessions.read(self._key)
        return self._named(self._all.untold.beside(self._key, found or Session()))

    def _named(self, known: Session) -> Session:
        return replace(known, channel=self._channel.name, chat=self._chat) if self._chat else known

    def _worked_out(self, known: Session, event: Event, came: Came, delivery: str) -> Answer:
        bundle = self._all.bundles()
        if bundle is None:
            self._all.log(Code.TURN_WITHOUT_BUNDLE)
            return last_resort(event, known.state, came.language)
        visit = Visit(self._channel, self._all.clock(), came.language)
        if delivery in dict(known.seen) or self._all.memory.ended.holds(delivery):
            return self._again(bundle, visit, known, delivery)
        answered = answer(bundle, visit, known.state, _offered(event, known), self._all.draw)
        if answered.failed:
            self._all.log(Code.TURN_FAILED)
        if answered.erased or answered.outgoing.urgent or self._judged() == "serve":
            return answered
        if self._judged() == "silence":
            return Answer(known.state, Outgoing(""), silent=True)
        self._all.log(Code.TURN_FLOODED)
        urgent = _everywhere(bundle, answered.state, "urgent")
        return Answer(urgent, self._all.draw(bundle, visit, urgent))

    def _again(self, bundle: Bundle, visit: Visit, known: Session, delivery: str) -> Answer:
        """What was answered to the newest delivery, the one that left included; nothing to any before it."""
        leaving = self._all.memory.ended.left_in(delivery)
        if leaving is not None and not known.state:
            closing = self._all.draw(bundle, visit, _everywhere(bundle, leaving, "exit"))
            return Answer("", closing, erased=True, repeated=True)
        before = dict(known.seen).get(delivery)
        if before is None:
            return Answer(known.state, Outgoing(""), repeated=True, silent=True)
        newest = known.seen[-1][0] == delivery
        return Answer(before, self._all.draw(bundle, visit, before), repeated=True, silent=not newest)

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
            return await self._forgotten(answered, delivery)
        still = answered.failed or answered.repeated or answered.silent
        to = Session(answered.state, answered.outgoing.offered, answered.outgoing.more)
        following = self._known if still else moved(self._known, to, delivery)
        kept = await self._kept(following)
        self._told = kept and bool(following.state)
        return kept

    async def _forgotten(self, answered: Answer, delivery: str) -> bool:
        known = self._known
        forgotten = await self._held(known)
        if forgotten and delivery and not answered.repeated:
            exit_screen = f"{known.state.partition('.')[0] or 'it'}.{emergency.EXIT_NODE}"
            await self._all.memory.end([seen for seen, _ in known.seen], delivery, exit_screen)
        return forgotten

    async def _kept(self, session: Session, lasts: float = IDLE_SECONDS) -> bool:
        """Store `session`, or remove it where nothing is left to know."""
        sessions = self._all.memory.sessions
        if session.state or session.panel or session.messages:
            kept = await sessions.write(self._key, session, lasts)
        else:
            kept = not session.version or await sessions.forget(self._key, session.version)
        if kept:
            self._all.untold.told(self._key)
        return kept

    def _without_store(self, event: Event, came: Came) -> Answer:
        """Without a memory only leaving still works as it should; everything else gets the card."""
        self._untold(with_message(self._all.untold.beside(self._key, self._known), came.message))
        bundle = self._all.bundles()
        if bundle is not None:
            answered = answer(bundle, Visit(self._channel, self._all.clock(), came.language), "", event)
            if answered.erased:
                self._left = True
                return answered
        return last_resort(event, self._known.state, came.language)


def _everywhere(bundle: Bundle, state: str, name: str) -> str:
    return bundle.codec.encode(Address(bundle.world.read(state).language, bundle.flow.everywhere[name]))


def _offered(event: Event, known: Session) -> Event:
    """Digits mean what was offered in this conversation, and nothing newer."""
    return replace(event, offered=known.offered, more=known.more) if isinstance(event, Typed) else event
