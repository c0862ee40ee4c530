# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever runs the bot is told when Telegram turns us away."""

from __future__ import annotations

import re

from bot.errors import ConfigurationError

TOKEN_REFUSED = "Telegram non accetta TELEGRAM_TOKEN: copialo di nuovo da @BotFather, o chiedine lì uno nuovo."  # noqa: S105 - a sentence
TOKEN_MISSING = "Manca TELEGRAM_TOKEN: lo dà @BotFather, in Telegram, con il comando /newbot."  # noqa: S105 - a sentence
TOKEN_MALFORMED = "TELEGRAM_TOKEN non ha la forma di un token: numeri, due punti, lettere e numeri."  # noqa: S105 - a sentence
UNREACHED = "Telegram adesso non risponde, o chiede di aspettare. Riprova più tardi: si riparte da ciò che manca."

_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,200}")


def check_token(token: str) -> None:
    """Raises ConfigurationError where `token` is none, or cannot be one."""
    if not token:
        raise ConfigurationError(TOKEN_MISSING)
    if not _TOKEN.fullmatch(token):
        raise ConfigurationError(TOKEN_MALFORMED)
