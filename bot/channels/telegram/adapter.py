# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Telegram: updates come by polling or through a webhook, each chat is served in order, and what is left is deleted."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from bot import emergency
from bot.channels.base import Chat, Conversations, Left, Reply, Sent
from bot.channels.telegram.arrivals import Arrival, Elsewhere, read
from bot.channels.telegram.clock import Clock, unix
from bot.channels.telegram.lanes import Lanes
from bot.channels.telegram.listening import Polling, Webhook
from bot.channels.telegram.panel import Turn, deliver
from bot.channels.telegram.refused import Refused
from bot.channels.telegram.render import TELEGRAM
from bot.channels.telegram.told import TOKEN_REFUSED, check_token
from bot.channels.telegram.trouble import Why
from bot.channels.telegram.wipe import wipe
from bot.channels.telegram.wire import Requests, Wire
from bot.dialogue.events import Event, Tapped, Typed
from bot.errors import ConfigurationError
from bot.log import Code, Log, silent

AGAIN_SECONDS = 1.0

DRAIN_SECONDS = 4.0
"""How long turns that have begun may take to end, on the way out."""

HANDLE_SECONDS = 25.0
"""How long a webhook is kept waiting for its turn: then Telegram is told that all is well, and the turn goes on."""


class Late(NamedTuple):
    """A message that was sent after all, when nobody waited for it any more."""

    chat: int
    sent: Sent


class Telegram:
    """One bot. `token` is BotFather's; `api_url` an own Bot API server; with `webhook_url` (the whole address) and
    `secret` updates come through `handle`, else they are fetched. `now` gives unix seconds.
    """

    def __init__(  # noqa: PLR0913 - all that differs between a bot in service, one in a test and one in a bench
        self,
        token: str,
        conversations: Conversations,
        log: Log = silent,
        *,
        api_url: str = "",
        webhook_url: str = "",
        secret: str = "",
        now: Callable[[], float] = unix,
        requests: Requests | None = None,
    ) -> None:
        check_token(token)
        self.clock, self.log = Clock(now), log
        self._refused = Refused(log)
        self.wire = Wire(token, api_url, self.clock, log, requests)
        self._conversations, self._secret = conversations, secret
        self._lanes: Lanes[Arrival | Elsewhere | Late] = Lanes(self._serve)
        self.wire.came_late = lambda chat, sent: self._lanes.put(chat, Late(chat, sent))
        self._source: Polling | Webhook = (
            Webhook(self.wire, webhook_url, secret)
            if webhook_url
            else Polling(self.wire, self._take, self._lanes.room)
        )
        self._listening: asyncio.Task[None] | None = None
        self._stopped = False

    @property
    def heartbeat(self) -> float:
        """When Telegram last answered or called (monotonic seconds)."""
        return self.wire.contact

    async def start(self) -> None:
        """Begin to serve. Raises ConfigurationError where the token is refused; where Telegram cannot be reached it is
        tried again and again meanwhile, and this returns.
        """
        await self.wire.open()
        if await self.wire.username() is Why.TOKEN:
            await self.close()
            raise ConfigurationError(TOKEN_REFUSED)
        self._listening = asyncio.create_task(self._listen())

    async def broken(self) -> None:
        """Wait for as long as this bot can serve. Raises ConfigurationError once its token has been revoked; returns
        after `stop`.
        """
        if self._listening is not None:
            await asyncio.wait([self._listening])
            if not self._listening.cancelled():
                raise ConfigurationError(TOKEN_REFUSED)

    async def stop(self) -> None:
        """Take nothing more, and let the turns that have begun come to an end. `erase` goes on working. Idempotent."""
        if self._listening is None or self._stopped:
            return
        self._stopped = True
        self._listening.cancel()
        await asyncio.wait([self._listening])
        await self._lanes.drain(DRAIN_SECONDS)
        await self._source.confirm()

    async def close(self) -> None:
        """Let go of the connections, after `stop` and the last `erase`. Idempotent."""
        await self.wire.close()

    async def handle(self, headers: Mapping[str, str], body: bytes) -> Reply:
        """Serve one call of the webhook. Whoever does not know the secret is refused before the body is looked at; to
        Telegram the answer is always 200, because anything else would bring the same update again for a day.
        """
        shown = headers.get("x-telegram-bot-api-secret-token", "").encode("utf-8", "surrogatepass")
        if not self._secret or not hmac.compare_digest(shown, self._secret.encode()):
            self._refused.note(403)
            return Reply(403)
        stale = self._source.stale()
        self.wire.contact = time.monotonic()
        with contextlib.suppress(ValueError, RecursionError):
            done = self._take(json.loads(body), stale=stale)
            if done is not None:
                await asyncio.wait([done], timeout=HANDLE_SECONDS)
        return Reply(200)

    async def erase(self, left: Left) -> None:
        """Delete all that still stands in a conversation that was left, unless somebody has come back to it meanwhile:
        what their session knows is theirs again. Never raises. What could not be tried now is remembered again, so that
        a later round finds it.
        """
        async with self._conversations.of(TELEGRAM, left.chat, deletes=True) as chat:
            await chat.look()
            back = {message.id for message in (*chat.standing, chat.panel) if message}
            await self._removed(chat, int(left.chat), [known for known in left.messages if known.id not in back])

    async def _listen(self) -> None:
        """Until the token is refused. An update that nobody foresaw must not end it for everybody."""
        while True:
            try:
                await self._source.listen()
            except Exception:  # noqa: BLE001 - as in `_serve`
                self.log(Code.TURN_FAILED)
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                return

    def _take(self, update: object, *, stale: bool) -> asyncio.Future[None] | None:
        found = read(update)
        if found is None:
            return None
        if isinstance(found, Arrival) and stale:
            found = found.aged()
        return self._lanes.put(found.chat, found)

    async def _serve(self, found: Arrival | Elsewhere | Late, behind: int) -> None:
        try:
            if isinstance(found, Elsewhere):
                await self.wire.leave(found.chat)
            else:
                async with self._conversations.of(TELEGRAM, str(found.chat), deletes=True) as chat:
                    await (self._late(chat, found) if isinstance(found, Late) else self._turn(chat, found, behind))
        except Exception:  # noqa: BLE001 - one chat's trouble must not end the others'; its text could quote them
            self.log(Code.TURN_FAILED)

    async def _turn(self, chat: Chat, arrival: Arrival, behind: int) -> None:
        """Late is never; only leaving is safe at any time. What is late is not answered, and moves nothing."""
        if not _leaves(arrival.event):
            arrival, late = await self._rested(arrival)
            if late:
                await self._too_late(chat, arrival)
                return
        answered = await chat.answer(arrival.event, arrival.came)
        await deliver(Turn(self.wire, chat, arrival, answered), behind)

    async def _late(self, chat: Chat, found: Late) -> None:
        """It stays, late as it is, where it is the only one of ours, and all else goes; not where somebody has left."""
        await chat.look()
        if chat.panel is None:
            await chat.hold(panel=found.sent)
        every = {*chat.standing, found.sent} - {chat.panel}
        await self._removed(chat, found.chat, list(every))

    async def _rested(self, arrival: Arrival) -> tuple[Arrival, bool]:
        """`arrival` once its button has come to rest, and whether it is late."""
        message = arrival.came.message
        if not arrival.tap:
            return arrival, message is not None and self.clock.late(message.at)
        old = await self.wire.answer_tap(arrival.tap) is Why.OLD
        return replace(arrival, tap=""), old or arrival.stale

    async def _too_late(self, chat: Chat, arrival: Arrival) -> None:
        """Their message goes, in silence, as it would have gone long ago; ours that was tapped stays as it is, and is
        known from now on.
        """
        if arrival.came.message:
            self.log(Code.TURN_TOO_LATE)
            await self._removed(chat, arrival.chat, [arrival.came.message])
        elif arrival.tapped:
            await chat.hold(panel=arrival.tapped)

    async def _removed(self, chat: Chat, number: int, messages: list[Sent]) -> None:
        """What could not be tried is remembered beside the live message, never in its place: it may not be there."""
        gone = await wipe(self.wire, number, messages)
        untried = tuple(message for message in messages if message.id not in gone)
        if untried or (gone and (chat.panel or chat.standing)):
            await chat.hold(gone=gone, perhaps=untried)


def _leaves(event: Event) -> bool:
    if isinstance(event, Tapped):
        return emergency.leads_out(event.address)
    return isinstance(event, Typed) and emergency.leaving(event.text)
