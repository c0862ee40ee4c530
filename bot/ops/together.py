# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold between settings: told even where one of them is wrong by itself, so that all comes at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from bot.ops.redis_habits import is_address
from bot.ops.shapes import TELEGRAM_PORTS

TWILIO = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "WHATSAPP_SENDER")
"""Three settings that mean something only together."""


def problems(given: Mapping[str, str]) -> Iterator[str]:
    """What is wrong among the settings that were given, as they were written; one Italian sentence each."""
    yield from _whatsapp(given)
    yield from _telegram(given)
    yield from _store(given)
    if "SECRET" not in given:
        yield from _secret(given)


def _whatsapp(given: Mapping[str, str]) -> Iterator[str]:
    missing = [name for name in TWILIO if name not in given]
    if missing and len(missing) < len(TWILIO):
        yield f"Per WhatsApp manca {' e '.join(missing)}: le tre impostazioni di Twilio vanno insieme."
    if not missing and "PUBLIC_URL" not in given:
        yield "PUBLIC_URL manca: con WhatsApp serve, perché la firma di ogni messaggio vale per quell'indirizzo."


def _telegram(given: Mapping[str, str]) -> Iterator[str]:
    if _webhook(given) and _port(given["PUBLIC_URL"]) not in TELEGRAM_PORTS:
        allowed = ", ".join(map(str, TELEGRAM_PORTS))
        yield f"PUBLIC_URL ha una porta a cui Telegram non consegna: usa {allowed}, o nessuna."


def _store(given: Mapping[str, str]) -> Iterator[str]:
    store = given.get("SESSIONS", "memory:")
    if store == "memory:" and _several(given):
        yield "SESSIONS è memory: e WORKERS più di 1: ogni processo ricorderebbe cose diverse. Usa sqlite: o redis://."
    if store.startswith(("redis", "unix")) and find_spec("redis") is None:
        yield "SESSIONS chiede Redis, ma il client manca: dalla cartella del programma, pip install '.[redis]'."
    elif store.startswith(("redis", "unix")) and not is_address(store):
        yield "SESSIONS non è un indirizzo che Redis capisce: va scritto come redis://HOST:PORTA/NUMERO."
    elif store.startswith("sqlite:"):
        yield from _file(store.removeprefix("sqlite:"))


def _file(name: str) -> Iterator[str]:
    if "\0" in name or Path(name).is_dir():
        yield "SESSIONS vuole il percorso di un file, per esempio sqlite:/dev/shm/bussola.db."
    elif not Path(name).parent.is_dir():
        yield "La cartella del file indicato in SESSIONS non esiste."


def _secret(given: Mapping[str, str]) -> Iterator[str]:
    """One process alone makes a secret of its own; whoever must agree with somebody needs one that is given."""
    if given.get("SESSIONS", "memory:") != "memory:" or _several(given):
        yield "SECRET manca: chi condivide le sessioni deve avere lo stesso (openssl rand -hex 32)."
    elif _webhook(given):
        yield "SECRET manca: con PUBLIC_URL serve a riconoscere ciò che manda Telegram (openssl rand -hex 32)."


def _webhook(given: Mapping[str, str]) -> bool:
    return {"TELEGRAM_TOKEN", "PUBLIC_URL"} <= given.keys()


def _several(given: Mapping[str, str]) -> bool:
    return given.get("WORKERS", "1").strip().lstrip("0") != "1"


def _port(address: str) -> int | None:
    """The port of an address; one that cannot be read counts as Telegram's, because `shapes` has complained already."""
    try:
        return urlsplit(address).port or TELEGRAM_PORTS[0]
    except ValueError:
        return TELEGRAM_PORTS[0]
