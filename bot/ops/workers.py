# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes that answer on one socket, and the one that keeps them: it starts them, starts again those that
die, hands on signals, and does nothing else. It has no threads and knows nothing of people, so it can fork at any time.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

BACK_OFF = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds before a worker that died is started again; the last goes on for ever."""

STEADY_SECONDS = 60.0
"""A worker that lived this long has not failed: what comes after is counted anew."""

STOP_SECONDS = 25.0
"""After this, a worker that was asked to end is ended."""

FOR_GOOD = frozenset({2, 69})
"""Exit statuses after which starting again would only end the same way (`serve.CONFIGURATION`, `serve.UNAVAILABLE`)."""

_HEARD = {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
_PR_SET_PDEATHSIG = 1

Work = Callable[[], int]
"""What a worker does; the exit status."""


@dataclass
class _Kept:
    """The workers: number by process, and when the missing ones are due. `ends`: when patience ends, once stopping."""

    work: Work
    running: dict[int, int] = field(default_factory=dict)
    began: dict[int, float] = field(default_factory=dict)
    failures: dict[int, int] = field(default_factory=dict)
    due: dict[int, float] = field(default_factory=dict)
    ends: float | None = None
    status: int = 0


def keep(workers: int, work: Work) -> int:
    """Keep `workers` processes at `work` until SIGTERM or SIGINT; the exit status.

    A worker that ends for good (`FOR_GOOD`) ends all of them, with its status.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)
    kept = _Kept(work, due=dict.fromkeys(range(workers), 0.0))
    while kept.running or (kept.due and kept.ends is None):
        _start_due(kept)
        heard = signal.sigtimedwait(_HEARD, _patience(kept))
        if heard is None or heard.si_signo == signal.SIGCHLD:
            _collect(kept)
        elif heard.si_signo == signal.SIGHUP:
            _tell(kept, signal.SIGHUP)
        else:
            _end(kept)
        if kept.ends is not None and time.monotonic() > kept.ends:
            _tell(kept, signal.SIGKILL)
    return kept.status


def _patience(kept: _Kept) -> float:
    """Seconds until something is to be done, whether or not a signal comes."""
    moments = [kept.ends] if kept.ends is not None else list(kept.due.values())
    return min([max(0.0, moment - time.monotonic()) for moment in moments], default=STEADY_SECONDS) + 0.01


def _start_due(kept: _Kept) -> None:
    if kept.ends is not None:
        return
    for number in [number for number, moment in kept.due.items() if moment <= time.monotonic()]:
        del kept.due[number]
        process = os.fork()
        if process == 0:
            _become(kept.work)
        kept.running[process], kept.began[number] = number, time.monotonic()


def _become(work: Work) -> None:
    """In the new process: work, and never come back."""
    status = 70
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)
        status = work()
    except BaseException:  # noqa: BLE001, S110 - the status says it; the text of an error could be about somebody
        pass
    finally:
        sys.stdout.flush()
        os._exit(status)


def _collect(kept: _Kept) -> None:
    for process in list(kept.running):
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            _ended(kept, kept.running.pop(process), os.waitstatus_to_exitcode(status))


def _ended(kept: _Kept, number: int, status: int) -> None:
    if kept.ends is not None:
        return
    if status in FOR_GOOD:
        kept.status = status
        _end(kept)
        return
    lived = time.monotonic() - kept.began[number]
    failures = 0 if lived > STEADY_SECONDS else kept.failures.get(number, 0)
    kept.failures[number] = failures + 1
    kept.due[number] = time.monotonic() + BACK_OFF[min(failures, len(BACK_OFF) - 1)]


def _end(kept: _Kept) -> None:
    if kept.ends is None:
        kept.ends = time.monotonic() + STOP_SECONDS
    _tell(kept, signal.SIGTERM)


def _tell(kept: _Kept, what: signal.Signals) -> None:
    for process in kept.running:
        os.kill(process, what)
