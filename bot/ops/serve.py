# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`bussola serve`: a protected process, its settings, its socket, its signals, and how it ends.

SIGTERM and SIGINT end it within `service.STOP_SECONDS`, SIGHUP reads the files anew; each may come any number of times.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from pathlib import Path

from bot.errors import ConfigurationError
from bot.log import Code, Log
from bot.ops import descriptors, hardening
from bot.ops.doctor import unsafe
from bot.ops.logs import to_stderr
from bot.ops.quiet import quiet_loop, quiet_others
from bot.ops.service import STOP_SECONDS, Service
from bot.ops.settings import Settings, load
from bot.ops.workers import keep
from bot.web.door import Door, listening

STOPPED, CONFIGURATION, OURS, UNAVAILABLE = 0, 2, 70, 69
"""Exit statuses: asked to stop · a setting is wrong · a mistake of ours · no platform accepts us (sysexits.h)."""

_ENDING = (signal.SIGTERM, signal.SIGINT)

NO_CHANNEL = (
    "Nessun canale è configurato. Imposta TELEGRAM_TOKEN (lo dà @BotFather, in Telegram), oppure TWILIO_ACCOUNT_SID,\n"
    "TWILIO_AUTH_TOKEN, WHATSAPP_SENDER e PUBLIC_URL; poi lancia di nuovo «bussola serve».\n"
    "Per provare subito in questo terminale: bussola chat"
)

ONE_POLLER = (
    "WORKERS è più di 1, ma senza PUBLIC_URL è Telegram che va interrogato, e può farlo un processo solo.\n"
    "Metti WORKERS a 1, oppure imposta PUBLIC_URL."
)


def serve(folder: Path, content: Path) -> int:
    """Answer people until asked to stop; the exit status. `.env` is in `folder`, the files in `content` unless set.

    Raises ConfigurationError where this must not, or cannot, begin.
    """
    # Until we listen to it, a hang-up would end us; and to process 1, as in a container, no signal does anything unless
    # it is listened to.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    hardening.relaunch()
    for number in _ENDING:
        signal.signal(number, lambda *_: sys.exit(STOPPED))
    settings = _settings(folder, content)
    bound = _bound(settings)
    descriptors.ask_for_enough()
    if settings.workers == 1:
        return _answer(settings, bound)
    return keep(settings.workers, lambda: _answer(settings, bound))


def _settings(folder: Path, content: Path) -> Settings:
    settings = load(folder).settings
    found = [str(finding) for finding in unsafe(settings, folder, content) if finding.weight == "unsafe"]
    if found:
        raise ConfigurationError("\n".join(found))
    if not settings.channels:
        raise ConfigurationError(NO_CHANNEL)
    if settings.workers > 1 and settings.channels == ("telegram",) and not settings.webhook:
        raise ConfigurationError(ONE_POLLER)
    return settings


def _bound(settings: Settings) -> Door:
    try:
        return listening(*settings.address)
    except OSError:
        said = "BIND: su quell'indirizzo non si può ascoltare, forse perché un altro programma lo usa già."
        raise ConfigurationError(said) from None


def _answer(settings: Settings, bound: Door) -> int:
    log = to_stderr()
    quiet_others(log)
    if not hardening.state().complete:
        log(Code.UNPROTECTED)
    status = CONFIGURATION
    try:
        service = Service(settings, log)
        status = UNAVAILABLE
        asyncio.run(_until_stopped(service, bound, log))
    except ConfigurationError as error:
        log.flush()
        print(error, file=sys.stderr)  # noqa: T201 - one sentence for whoever reads why it ended
        return status
    finally:
        log.flush()
    return STOPPED


async def _until_stopped(service: Service, bound: Door, log: Log) -> None:
    quiet_loop(log)
    loop = asyncio.get_running_loop()
    for number, asked in {signal.SIGHUP: service.shelf.ask, **dict.fromkeys(_ENDING, service.stop)}.items():
        # Not the loop's own way, which on closing would let a second signal kill us while Python still tidies up.
        signal.signal(number, lambda *_, asked=asked: loop.call_soon_threadsafe(asked))
    try:
        await service.run(bound)
    finally:
        for number in (signal.SIGHUP, *_ENDING):
            signal.signal(number, signal.SIG_IGN)
        _end_in_any_case()


def _end_in_any_case() -> None:
    """A thread that hangs (a dead network disk) must not keep the process, and what it remembers, alive."""
    guard = threading.Timer(STOP_SECONDS, os._exit, [OURS])
    guard.daemon = True
    guard.start()
