# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Everybody else's output, switched off for good: libraries log tokens, addresses and whole messages.

What Python itself would print (an exception that nobody caught, a warning) becomes a code; its text is never looked at.
"""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import sys
import threading
import warnings
from types import TracebackType

from bot.log import Code, Log, Seldom

_FOR_DEVELOPERS = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


def quiet_others(log: Log) -> None:
    """From now on no logger writes anything, made already or later, at any level; failures write a code to `log`.

    To be called before the libraries are used, and again by whoever lets one configure logging. Idempotent.
    """
    _quiet_loggers()
    _quiet_warnings(log)
    _quiet_exceptions(log)
    faulthandler.disable()


def quiet_loop(log: Log) -> None:
    """The same for the running loop: what a forgotten task raised becomes a code, and debug mode is off."""
    loop = asyncio.get_running_loop()
    loop.set_debug(False)
    failed = Seldom(log, Code.TASK_FAILED)
    loop.set_exception_handler(lambda _loop, _context: failed.note())


def _quiet_loggers() -> None:
    """Three nets, because a library may take one away: nothing is enabled, nobody listens, records are empty."""
    logging.disable(sys.maxsize)
    logging.root.handlers[:] = [logging.NullHandler()]
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
    logging.setLogRecordFactory(_emptied)
    logging.lastResort = None
    logging.raiseExceptions = False


def _emptied(*_given: object, **_more: object) -> logging.LogRecord:
    return logging.LogRecord("", logging.NOTSET, "", 0, "", None, None)


def _quiet_warnings(log: Log) -> None:
    warned = Seldom(log, Code.LIBRARY_WARNED)

    def shown(*_given: object, **_more: object) -> None:
        warned.note()

    # "always" and "ignore" are the two actions that keep no copy of a warning's text.
    warnings.resetwarnings()
    warnings.simplefilter("always")
    for category in _FOR_DEVELOPERS:
        warnings.simplefilter("ignore", category)
    warnings.showwarning = shown


def _quiet_exceptions(log: Log) -> None:
    failed, unclosed = Seldom(log, Code.THREAD_FAILED), Seldom(log, Code.CLEANUP_FAILED)

    def uncaught(_kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        log(Code.PROCESS_FAILED)

    def uncaught_in_thread(_given: object) -> None:
        failed.note()

    def unraisable(_given: object) -> None:
        unclosed.note()

    sys.excepthook = uncaught
    threading.excepthook = uncaught_in_thread
    sys.unraisablehook = unraisable
