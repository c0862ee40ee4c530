# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Calls to the Bot API. No call raises, none takes longer than it may, and none leaves a word in a log."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message, User
from telegram.request import BaseRequest, HTTPXRequest

from bot.channels.base import Outgoing, Sent
from bot.channels.telegram.arrivals import ALLOWED
from bot.channels.telegram.calls import LATE_SECONDS, Call, Calls, Trouble, nobody
from bot.channels.telegram.clock import Clock
from bot.channels.telegram.limiter import PATIENCE, Limiter
from bot.channels.telegram.quiet import hush
from bot.channels.telegram.told import check_token
from bot.channels.telegram.trouble import Why
from bot.log import Code, Log, silent

# The library warns about its own past whenever Telegram says how long to wait, unless it is asked for the new form.
os.environ.setdefault("PTB_TIMEDELTA", "1")

T = TypeVar("T")

POLL_SECONDS = 20
"""How long Telegram keeps a question for updates open while there are none. Under the gap that makes taps stale."""

CALL_SECONDS = 8.0
"""How long any other call may take in all, however slowly its answer trickles in."""

TAP_SECONDS = 3.0

CONFIRM_SECONDS = 1.5

_TROUBLE = {
    Why.REFUSED: Code.TELEGRAM_REFUSED,
    Why.LIMITED: Code.TELEGRAM_LIMITED,
    Why.NEVER_LEFT: Code.TELEGRAM_UNREACHABLE,
    Why.LOST: Code.TELEGRAM_UNREACHABLE,
    Why.TOKEN: Code.TELEGRAM_TOKEN_REFUSED,
    Why.SECOND: Code.TELEGRAM_SECOND_POLLER,
}


class Requests(NamedTuple):
    """What carries the calls: one for fetching updates, which waits long, one for everything else."""

    updates: BaseRequest
    calls: BaseRequest


def over_http(clock: Clock) -> Requests:
    """The real thing. Every answer sets the clock."""

    async def heard(response: Any) -> None:  # noqa: ANN401 - a type of a package that has no home with us
        clock.heard(response.headers.get("date"))

    def request(connections: int) -> HTTPXRequest:
        hooks = {"event_hooks": {"response": [heard]}}
        return HTTPXRequest(
            connections,
            connect_timeout=3.0,
            read_timeout=CALL_SECONDS,
            write_timeout=CALL_SECONDS,
            pool_timeout=PATIENCE,
            httpx_kwargs=hooks,
        )

    return Requests(request(1), request(64))


class _Api(Bot):
    """The library's client; updates come as they are, because we read only a little of them."""

    async def raw_updates(self, offset: int, wait: int, most: int = 100) -> Any:  # noqa: ANN401 - JSON
        asked = {"offset": offset or None, "timeout": wait, "limit": most, "allowed_updates": list(ALLOWED)}
        return await self._post("getUpdates", asked, read_timeout=wait + PATIENCE)


class Wire:
    """One bot's line to Telegram. `contact` is when an answer last came (monotonic seconds; the start before any).
    `came_late` is told of a message that was sent after all, when nobody waited for it any more, and of its chat.
    """

    def __init__(self, token: str, api_url: str, clock: Clock, log: Log, requests: Requests | None = None) -> None:
        hush()
        self.clock, self.log, self.limiter = clock, log, Limiter()
        self.contact = time.monotonic()
        self._calls = Calls()
        self.came_late: Callable[[int, Sent], object] = lambda _chat, _sent: None
        self._requests = requests or over_http(clock)
        base = f"{api_url.rstrip('/')}/bot" if api_url else "https://api.telegram.org/bot"
        self.api = _Api(token, base, request=self._requests.calls, get_updates_request=self._requests.updates)

    async def open(self) -> None:
        """Get ready. Idempotent."""
        for request in self._requests:
            await request.initialize()

    async def close(self) -> None:
        """Let go of the connections. Idempotent."""
        self._calls.stop()
        for request in self._requests:
            await request.shutdown()

    async def send(self, chat: int, outgoing: Outgoing, *, urgent: bool, patience: float = PATIENCE) -> Sent | Why:
        """Put a new message in the chat, without a sound. Never asked twice where once may have been enough. Where it
        would have to wait longer than `patience` for its turn it is not sent.
        """
        if not await self._passes(chat, urgent=urgent, patience=patience):
            return Why.LIMITED
        sent = await self.ask(
            lambda: self.api.send_message(
                chat,
                outgoing.text,
                reply_markup=_markup(outgoing),
                disable_notification=True,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                read_timeout=LATE_SECONDS,
            ),
            again=False,
            within=CALL_SECONDS,
            late=lambda message: self.came_late(chat, _sent(message)),
        )
        return sent or Why.LOST if sent is None or isinstance(sent, Why) else _sent(sent)

    async def edit(self, chat: int, message: int, outgoing: Outgoing, *, urgent: bool) -> Why | None:
        """Make a message of ours say this, with these buttons; None once it does."""
        if not await self._passes(chat, urgent=urgent, new=False):
            return Why.LIMITED
        return _only_why(
            await self.ask(
                lambda: self.api.edit_message_text(
                    outgoing.text,
                    chat,
                    message,
                    reply_markup=_markup(outgoing),
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                )
            )
        )

    async def answer_tap(self, tap: str) -> Why | None:
        """Let the button that was tapped come to rest; Why.OLD where nobody waits for that any more. The screen waits
        for it, so it takes no longer than a person would, and is not made twice.
        """
        return _only_why(
            await self.ask(lambda: self.api.answer_callback_query(tap), again=False, within=TAP_SECONDS)
        )

    async def delete(self, chat: int, messages: Sequence[int]) -> Why | None:
        """Delete up to 100 messages for both sides; those that are not there count as deleted. All or, on a refusal,
        perhaps none.
        """
        if len(messages) == 1:
            return _only_why(await self.ask(lambda: self.api.delete_message(chat, messages[0])))
        return _only_why(await self.ask(lambda: self.api.delete_messages(chat, messages)))

    async def username(self) -> str | Why:
        """What the bot is called in links."""
        found = await self.ask(self.api.get_me)
        return found.username or "" if isinstance(found, User) else found or Why.LOST

    async def leave(self, chat: int) -> Why | None:
        """Go out of a group or a channel."""
        return _only_why(await self.ask(lambda: self.api.leave_chat(chat)))

    async def updates(self, offset: int, *, wait: int = POLL_SECONDS) -> list[object] | Why:
        """What has happened since; `offset` is the first id wanted (0: whatever waits), and confirms those before."""
        found = await self.ask(lambda: self.api.raw_updates(offset, wait), again=False, within=wait + 2 * PATIENCE)
        if found is None or isinstance(found, Why):
            return found or Why.LOST
        return found if isinstance(found, list) else Why.LOST

    async def confirm(self, offset: int) -> None:
        """Only confirm the updates before `offset`, in the little time that there is on the way out."""
        await self.ask(lambda: self.api.raw_updates(offset, 0, 1), again=False, within=CONFIRM_SECONDS)

    async def ask(
        self, call: Call[T], *, again: bool = True, within: float = CALL_SECONDS, late: Callable[[T], object] = nobody
    ) -> T | Why | None:
        """What `call` gives; None where it says that all is well already. Trouble is noted. A call that did not leave,
        or one that does no harm twice (`again`), is made once more; a wait that Telegram asks for is waited once.
        """
        trouble = Why.LOST
        for last in (False, True):
            answer = await self._calls.made(call, within, late)
            if not isinstance(answer, Trouble) or answer.why not in (Why.NEVER_LEFT, Why.LOST):
                self.contact = time.monotonic()
            if not isinstance(answer, Trouble):
                return answer
            if answer.why is None:
                return None
            trouble = answer.why
            if last or not await self._worth_repeating(answer, again=again):
                break
        if trouble in _TROUBLE:
            self.log(_TROUBLE[trouble])
        return trouble

    async def _worth_repeating(self, trouble: Trouble, *, again: bool) -> bool:
        if trouble.wait is not None:
            if trouble.wait > PATIENCE:
                return False
            await asyncio.sleep(trouble.wait)
            return True
        return trouble.why is Why.NEVER_LEFT or (again and trouble.why is Why.LOST)

    async def _passes(self, chat: int, *, urgent: bool, new: bool = True, patience: float = PATIENCE) -> bool:
        passes = await self.limiter.passes(chat, urgent=urgent, new=new, patience=patience)
        if not passes:
            self.log(Code.TELEGRAM_LIMITED)
        return passes


async def alone(token: str, api_url: str, work: Callable[[Wire], Awaitable[T]]) -> T:
    """Do `work` on a line of its own. Raises ConfigurationError where `token` cannot be one."""
    check_token(token)
    wire = Wire(token, api_url, Clock(), silent)
    await wire.open()
    try:
        return await work(wire)
    finally:
        await wire.close()


def _sent(message: Message) -> Sent:
    return Sent(message.message_id, int(message.date.timestamp()))


def _only_why(answer: object) -> Why | None:
    return answer if isinstance(answer, Why) else None


def _markup(outgoing: Outgoing) -> InlineKeyboardMarkup | None:
    """The buttons; those that copy a short number stand before the ways of every screen."""
    rows = [[InlineKeyboardButton(key.label, callback_data=key.data) for key in row] for row in outgoing.rows]
    if outgoing.copy:
        copies = [InlineKeyboardButton(number, copy_text=CopyTextButton(number)) for number in outgoing.copy]
        rows.insert(len(rows) - 1 if rows else 0, copies)
    return InlineKeyboardMarkup(rows) if rows else None
