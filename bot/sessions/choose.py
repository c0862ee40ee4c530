# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From the setting SESSIONS to a store."""

from __future__ import annotations

from pathlib import Path

from bot.errors import ConfigurationError
from bot.sessions.places import InProcess, OnMemoryDisk
from bot.sessions.sealed import Seal
from bot.sessions.session import Sessions
from bot.sessions.sqlite import SqliteSessions

SECRET_BYTES = 32

_REDIS = ("redis://", "rediss://", "unix://")


def open_sessions(url: str, secret: bytes, workers: int) -> Sessions:
    """The store that `url` names (`memory:`, `sqlite:PATH`, `redis://…`), for `workers` processes of this host that all
    have the same `secret`; call its `open` next. Raises ConfigurationError, and never repeats `url`: it may hold a
    password.
    """
    if len(secret) < SECRET_BYTES:
        raise ConfigurationError(f"SECRET è troppo corto: servono almeno {SECRET_BYTES} byte.")
    seal = Seal(secret)
    if url == "memory:":
        return _in_process(seal, workers)
    if url.startswith("sqlite:"):
        return SqliteSessions(OnMemoryDisk(_file(url.removeprefix("sqlite:"))), seal)
    if url.startswith(_REDIS):
        return _redis(url, seal)
    raise ConfigurationError("SESSIONS deve essere memory: oppure sqlite:PERCORSO oppure redis://…")


def _in_process(seal: Seal, workers: int) -> Sessions:
    if workers > 1:
        raise ConfigurationError(
            "Con SESSIONS=memory: può lavorare un solo processo: metti WORKERS a 1, oppure usa sqlite:PERCORSO."
        )
    return SqliteSessions(InProcess(), seal)


def _file(name: str) -> Path:
    path = Path(name)
    if not name or "\0" in name or path.is_dir():
        raise ConfigurationError("SESSIONS vuole il percorso di un file, per esempio sqlite:/dev/shm/bussola.db.")
    if not path.parent.is_dir():
        raise ConfigurationError("La cartella del file indicato in SESSIONS non esiste.")
    return path.absolute()


def _redis(url: str, seal: Seal) -> Sessions:
    try:
        from bot.sessions.redis import RedisSessions  # noqa: PLC0415 - an extra, which may not be installed
    except ModuleNotFoundError:
        raise ConfigurationError("SESSIONS usa Redis: dalla cartella del programma, pip install '.[redis]'.") from None
    try:
        return RedisSessions(url, seal)
    except (ValueError, TypeError):
        raise ConfigurationError("L'indirizzo di Redis in SESSIONS non è valido: redis://HOST:PORTA/NUMERO.") from None
