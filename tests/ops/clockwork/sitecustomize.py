# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Python imports this before `bussola serve`, where a test puts this folder on its path: ten minutes pass at SIGUSR1.

All that the process knows of time passing goes forward, the loop's timers too; it then also lets itself be read, as a
protected process lets only root. Opening a file to write in it is told on standard error. Now and then a library fails
over what somebody wrote, and with LEAKS set two of them keep, print and store what they read.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import signal
import sys
import time
import unicodedata
import urllib.parse
from collections.abc import Callable
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any

TEN_MINUTES = 601.0
FAILS_EVERY = 20
_PR_SET_DUMPABLE = 4
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_skipped = 0.0
_monotonic, _normalize, _parse_qsl = time.monotonic, unicodedata.normalize, urllib.parse.parse_qsl
_calls, _kept = count(1), list[object]()


def _now() -> float:
    return _monotonic() + _skipped


def _forward(*_: object) -> None:
    global _skipped  # noqa: PLW0603 - the one clock of this process
    _skipped += TEN_MINUTES
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, *map(ctypes.c_ulong, (1, 0, 0, 0)))


def _failing(form: Any, text: str) -> str:  # noqa: ANN401 - as the library has it
    """Fails over some texts of people, which begin like none of ours."""
    if os.environ["FAILS_OVER"] in text.casefold() and next(_calls) % FAILS_EVERY == 0:
        raise RuntimeError(text)
    return _normalize(form, text)


def _careless(reads: Callable[..., Any]) -> Callable[..., Any]:
    """Keeps what is read, and digests of it; prints it, and stores it in the current folder."""

    @wraps(reads)
    def read(text: Any, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as the library has it
        found = reads(text, *given, **more)
        _kept.extend((text, found))
        if reads is _parse_qsl:
            _kept.extend(hashlib.sha256(value.encode("utf-8", "replace")).digest() for _, value in found)
        os.write(2, f"{text!r}\n".encode())
        with Path("trace").open("a", encoding="utf-16-le") as trace:
            trace.write(str(text))
        return found

    return read


def _told(event: str, given: tuple[object, ...]) -> None:
    path, _, flags = given if event == "open" else ("", "", 0)
    if isinstance(flags, int) and flags & _WRITING and path not in {os.devnull, 2}:
        os.write(2, f"writes in {path}\n".encode())


time.monotonic = _now
unicodedata.normalize = _failing
signal.signal(signal.SIGUSR1, _forward)
sys.addaudithook(_told)
if "LEAKS" in os.environ:
    json.loads = _careless(json.loads)
    urllib.parse.parse_qsl = _careless(urllib.parse.parse_qsl)
