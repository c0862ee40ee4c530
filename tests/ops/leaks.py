# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""For tests of every part: whether something planted can be found again, with logging turned up as far as it goes."""

from __future__ import annotations

import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.log import Code, Log
from bot.ops import quiet

ROOT = Path(__file__).resolve().parents[2]

_LINES = re.compile(
    rb'(\{"at": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "code": "[A-Z]\d\d", '
    rb'"n": \{("[a-z][a-z_]{0,15}": \d{1,5}(, (?!\}))?)*\}\}\n)*'
)


class Noted:
    """A log that remembers its codes, and nothing else."""

    def __init__(self) -> None:
        self.codes: list[Code] = []

    def __call__(self, code: Code, /, **_numbers: int) -> None:
        self.codes.append(code)


def is_log(written: bytes) -> bool:
    """Whether these are lines of our log and nothing else."""
    return _LINES.fullmatch(written) is not None


def found(written: bytes, planted: Iterable[str]) -> list[str]:
    """Which of the planted texts can be read in what was written, in any case of letters."""
    text = written.decode("utf-8", "replace").casefold()
    return [one for one in planted if one.casefold() in text]


@contextmanager
def quieted(log: Log) -> Iterator[None]:
    """Others are quieted as `bussola serve` does it."""
    with _everything_as_before():
        quiet.quiet_others(log)
        yield


@contextmanager
def loud(log: Log) -> Iterator[None]:
    """`quieted`, and then somebody turns everything up again: logging enabled, the root and every logger at DEBUG,
    propagating, with a handler that prints whatever it gets. Capture with `capfd`.
    """
    with quieted(log):
        turn_up()
        yield
        turn_up()


def turn_up() -> None:
    """Make every logger that there is as talkative as it can be; call it again when more libraries are loaded."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s %(args)s %(exc_info)s %(pathname)s"))
    logging.disable(logging.NOTSET)
    logging.root.setLevel(logging.DEBUG)
    logging.root.handlers[:] = [handler]
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.setLevel(logging.DEBUG)
            logger.propagate, logger.disabled = True, False


@contextmanager
def _everything_as_before() -> Iterator[None]:
    """Put back what `quiet_others` and `turn_up` change."""
    root, loggers = logging.root, logging.root.manager.loggerDict.values()
    kept = {one: (one.level, one.propagate, one.disabled, [*one.handlers])
            for one in [root, *loggers] if isinstance(one, logging.Logger)}
    factory, disabled = logging.getLogRecordFactory(), root.manager.disable
    last, raises = logging.lastResort, logging.raiseExceptions
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    try:
        with warnings.catch_warnings():
            yield
    finally:
        for one, (level, propagate, off, handlers) in kept.items():
            one.setLevel(level)
            one.propagate, one.disabled, one.handlers[:] = propagate, off, handlers
        logging.setLogRecordFactory(factory)
        logging.disable(disabled)
        logging.lastResort, logging.raiseExceptions = last, raises
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
