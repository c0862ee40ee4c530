# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The messengers that the settings name. Each is imported only where it is used: their libraries are large."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Protocol

from bot.channels.base import Conversations, Left
from bot.log import Log
from bot.ops.lease import Lease
from bot.ops.settings import Settings
from bot.web.handlers import Handler, Known


class Messenger(Protocol):
    """A channel in service."""

    @property
    def heartbeat(self) -> float:
        """When it last showed a sign of life, on the monotonic clock."""
        ...

    @property
    def handle(self) -> Handler:
        """Answers its webhook."""
        ...

    async def start(self) -> None:
        """Begin. Raises ConfigurationError where its platform turns us away for good."""
        ...

    async def stop(self) -> None:
        """Take nothing more, and let what has begun come to an end. Idempotent."""
        ...


class Dependent(Messenger, Protocol):
    """A channel that can delete, and that its platform can turn away while it serves."""

    async def broken(self) -> None:
        """Wait for as long as it can serve; then ConfigurationError, or a return after `stop`."""
        ...

    async def erase(self, left: Left) -> None:
        """Delete all that stands in a conversation. Never raises. Works until `close`."""
        ...

    async def close(self) -> None:
        """Let go. Idempotent."""
        ...


def telegram(settings: Settings, conversations: Conversations, log: Log) -> Dependent | None:
    """Telegram, where a token is set: by webhook with a public address, else by polling."""
    if settings.telegram_token is None:
        return None
    from bot.channels.telegram.adapter import Telegram  # noqa: PLC0415 - large, and perhaps not used

    webhook = f"{settings.public_url}/telegram" if settings.webhook else ""
    return Telegram(
        settings.telegram_token.get_secret_value(),
        conversations,
        log,
        api_url=settings.telegram_api_url,
        webhook_url=webhook,
        secret=_secret(settings),
    )


def known(settings: Settings) -> Mapping[str, Known]:
    """By the path of a webhook: what its platform shows in the headers of each call. Twilio's signature is over the
    body too, so it is not here.
    """
    secret = _secret(settings).encode()

    def telegram(headers: Mapping[str, str]) -> bool:
        shown = headers.get("x-telegram-bot-api-secret-token", "").encode("utf-8", "surrogatepass")
        return hmac.compare_digest(shown, secret)

    return {"/telegram": telegram}


def _secret(settings: Settings) -> str:
    """What Telegram shows that it is Telegram."""
    return hmac.new(settings.key, b"telegram webhook", hashlib.sha256).hexdigest()


def whatsapp(settings: Settings, conversations: Conversations, log: Log, lease: Lease) -> Messenger | None:
    """WhatsApp, where Twilio is set. Who holds the lease also deletes what Twilio keeps."""
    account, sender, secret = settings.twilio_account_sid, settings.whatsapp_sender, settings.twilio_auth_token
    if not (account and sender and secret):
        return None
    token = secret.get_secret_value()
    from bot.channels.whatsapp.adapter import WhatsApp  # noqa: PLC0415 - large, and perhaps not used
    from bot.channels.whatsapp.records import TwilioRecords  # noqa: PLC0415 - as above
    from bot.channels.whatsapp.scrub import Scrubber  # noqa: PLC0415 - as above
    from bot.channels.whatsapp.scrubbing import Scrubbing  # noqa: PLC0415 - as above

    background = Scrubbing(Scrubber(TwilioRecords(account, token, sender)), log, lease)
    return WhatsApp(account, token, sender, settings.public_url or "", conversations, log, background=background)
