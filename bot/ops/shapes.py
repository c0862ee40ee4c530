# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What each setting may look like: a function from what was written to its one form.

Each raises ValueError with an Italian sentence that follows the variable's name, and never repeats what was written.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

SECRET_BYTES = 32
"""The shortest secret: as long as the digest that it keys."""

MOST_WORKERS = 64
HIGHEST_PORT = 65_535
TELEGRAM_PORTS = (443, 80, 88, 8443)
"""Where Telegram delivers updates (Bot API, setWebhook)."""

_DIFFERENT_CHARACTERS = 8
_ONLY_ONCE = 0.75
_PLACEHOLDERS = (
    "changeme",
    "change-me",
    "change_me",
    "cambiami",
    "password",
    "segreto",
    "secret",
    "example",
    "esempio",
)
_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{30,100}")
_ACCOUNT = re.compile(r"AC[0-9a-fA-F]{32}")
_PRINTABLE = re.compile(r"[!-~]{20,200}")
_SENDER = re.compile(r"whatsapp:\+[1-9][0-9]{6,14}|whatsapp:(?=[^:]*[A-Za-z])[A-Za-z0-9._-]{3,128}")
_LABEL = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST = rf"(?P<host>(?!\S{{254}}){_LABEL}(\.{_LABEL})*|\[[0-9a-fA-F:.]{{2,45}}\])"
_BIND = re.compile(rf"{_HOST}:(?P<port>[0-9]{{1,5}})")
_ADDRESS = re.compile(
    rf"(?P<scheme>[A-Za-z]+)://{_HOST}(:(?P<port>[0-9]{{1,5}}))?(?P<path>(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)/*"
)
_STORE = re.compile(r"memory:|sqlite:(?!:memory:).+|rediss?://.+|unix:///.+", re.DOTALL)


def telegram_token(written: str) -> str:
    """The token as BotFather gives it."""
    return _matching(_TOKEN, written, "non ha la forma di un token di BotFather: cifre, due punti, lettere.")


def api_url(written: str) -> str:
    """The address of a Bot API server, without a slash at its end. Plain http is for a server of one's own."""
    return _address(written, ("https", "http"), "non è un indirizzo completo, come https://api.telegram.org.")


def account_sid(written: str) -> str:
    """The account at Twilio."""
    return _matching(_ACCOUNT, written, "non ha la forma di un Account SID: AC, poi 32 cifre o lettere da a ad f.")


def auth_token(written: str) -> str:
    """The key with which Twilio signs."""
    return _matching(_PRINTABLE, written, "non ha la forma di un Auth Token: copialo intero dalla console di Twilio.")


def sender(written: str) -> str:
    """Who we are on WhatsApp: a number, a name that the platform gave, or a messaging service."""
    complaint = "va scritto come in Twilio: whatsapp: e poi il numero con + e prefisso, oppure il nome del mittente."
    return _matching(_SENDER, written, complaint)


def public_url(written: str) -> str:
    """The https address at which the platforms find us, without a slash at its end."""
    found = _address(written, ("https",), "non è un indirizzo https completo, senza «?» né «#».")
    if found.endswith(("/telegram", "/whatsapp", "/health")):
        raise ValueError("è l'indirizzo da cui tutto comincia: togli /telegram, /whatsapp o /health dalla fine.")
    return found


def bind(written: str) -> str:
    """Where we listen: host:port, an IPv6 host in brackets."""
    found = _BIND.fullmatch(written)
    if not found or not 0 < int(found["port"]) <= HIGHEST_PORT:
        raise ValueError("va scritto come 127.0.0.1:8080, oppure [::1]:8080 per IPv6.")
    return written


def store(written: str) -> str:
    """Where sessions live."""
    return _matching(_STORE, written, "può essere memory:, sqlite: con il percorso di un file, oppure redis://.")


def secret(written: str) -> str:
    """The secret under which people are keyed."""
    if len(written.encode("utf-8", "surrogatepass")) < SECRET_BYTES:
        raise ValueError(f"è troppo corto: servono almeno {SECRET_BYTES} caratteri a caso (openssl rand -hex 32).")
    if len(set(written)) < _DIFFERENT_CHARACTERS or any(guessed(written) for guessed in (_repeats, _counts, _named)):
        raise ValueError("si indovina: servono caratteri a caso (openssl rand -hex 32).")
    return written


def _repeats(written: str) -> bool:
    """Whether much of it has been there before: of chance, nine in ten threes of characters are there once."""
    threes = [written[at : at + 3] for at in range(len(written) - 2)]
    return len(set(threes)) < _ONLY_ONCE * len(threes)


def _counts(written: str) -> bool:
    """Whether most of it goes on in equal steps, like 1234 or abcd."""
    steps = [ord(after) - ord(before) for before, after in pairwise(written)]
    return max(Counter(steps).values()) > len(steps) / 2


def _named(written: str) -> bool:
    """Whether it says that it wants to be replaced."""
    return any(word in written.casefold() for word in _PLACEHOLDERS)


def content(written: str) -> Path:
    """The folder of flows, locales and directory."""
    if not Path(written).is_dir():
        raise ValueError("non è una cartella: è quella che contiene flows, locales, data e services_directory.yaml.")
    return Path(written)


def workers(written: str) -> int:
    """How many processes answer."""
    if not re.fullmatch(r"[0-9]{1,4}", written) or not 0 < int(written) <= MOST_WORKERS:
        raise ValueError(f"è un numero da 1 a {MOST_WORKERS}.")
    return int(written)


def _matching(pattern: re.Pattern[str], written: str, complaint: str) -> str:
    if not pattern.fullmatch(written):
        raise ValueError(complaint)
    return written


def _address(written: str, schemes: tuple[str, ...], complaint: str) -> str:
    """One form for each address: scheme and host in small letters, no slash at the end."""
    found = _ADDRESS.fullmatch(written)
    if not found or found["scheme"].lower() not in schemes or not 0 < int(found["port"] or 1) <= HIGHEST_PORT:
        raise ValueError(complaint)
    port = f":{int(found['port'])}" if found["port"] else ""
    return f"{found['scheme']}://{found['host']}{port}".lower() + found["path"]
