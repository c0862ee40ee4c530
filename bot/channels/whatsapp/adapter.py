# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The webhook that Twilio calls, at `PUBLIC_URL/whatsapp`: a call in, the answer in its own response.

Nothing is ever sent to an address: who forges a call, or repeats one, only talks to themselves.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Protocol

from bot import emergency
from bot.channels.base import Answer, Came, Conversations, Reply
from bot.channels.whatsapp import twiml
from bot.channels.whatsapp.form import RefusedError, Signer, signed
from bot.channels.whatsapp.inbound import Inbound, inbound
from bot.channels.whatsapp.render import WHATSAPP, closing
from bot.errors import ConfigurationError
from bot.log import Code, Log, Seldom, silent

PATH = "/whatsapp"

PATIENCE = 8.0
"""Seconds that a turn may take. Twilio waits 15 and then uses its fallback, which is the same card."""


class Background(Protocol):
    """What runs beside the webhook, from `start` to `stop`."""

    async def run(self) -> None:
        """Go on until cancelled."""
        ...


class WhatsApp:
    """Answers the calls of one Twilio account about one `sender` ("whatsapp:" and its number or name).

    `public_url` is where Twilio finds this server, without the path. Raises ConfigurationError where one is empty.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the settings of this channel, each under its own name
        self,
        account_sid: str,
        auth_token: str,
        sender: str,
        public_url: str,
        conversations: Conversations,
        log: Log = silent,
        *,
        background: Background | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not (account_sid and auth_token and sender and public_url):
            raise ConfigurationError(
                "WhatsApp ha bisogno di TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WHATSAPP_SENDER e PUBLIC_URL."
            )
        self._account_sid, self._sender = account_sid, sender
        self._signer = Signer(auth_token, public_url.rstrip("/") + PATH)
        self._conversations, self._log, self._clock = conversations, log, clock
        self._refused = Seldom(log, Code.WHATSAPP_REFUSED, clock)
        self._background = background
        self._task: asyncio.Task[None] | None = None

    @property
    def heartbeat(self) -> float:
        """When this channel last showed a sign of life (monotonic seconds): now. It waits to be called, no more."""
        return self._clock()

    async def start(self) -> None:
        """Begin what runs beside the webhook."""
        if self._background and not self._task:
            self._task = asyncio.create_task(self._background.run())

    async def stop(self) -> None:
        """End it. Idempotent; calls are answered all the same."""
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.wait([task])

    async def handle(self, headers: Mapping[str, str], body: bytes) -> Reply:
        """The answer to one call; header names are lower-case. Never raises.

        An authentic call about our sender is answered with 200 and TwiML, whatever its fields hold; any other with
        4xx, an empty body, and before anything is done.
        """
        try:
            came = inbound(signed(self._signer, headers, body), self._account_sid, self._sender)
        except RefusedError as refused:
            self._refused.note(status=refused.status)
            return Reply(refused.status)
        except Exception:  # noqa: BLE001 - as in `_said`; what is said is a constant, whoever called
            self._log(Code.TURN_FAILED)
            return twiml.reply(emergency.BOTH)
        return twiml.reply(await self._said(came))

    async def _said(self, came: Inbound) -> str | None:
        try:
            async with asyncio.timeout(PATIENCE):
                answered = await self._answered(came)
        except Exception:  # noqa: BLE001 - whatever breaks, the numbers must arrive; the text of an error never does
            self._log(Code.TURN_FAILED)
            return emergency.BOTH
        if answered.silent or came.opted_out:
            return None
        return closing(answered.outgoing) if answered.erased else answered.outgoing.text

    async def _answered(self, came: Inbound) -> Answer:
        async with self._conversations.of(WHATSAPP, came.who, deletes=False) as chat:
            return await chat.answer(came.event, Came(delivery=came.delivery))
