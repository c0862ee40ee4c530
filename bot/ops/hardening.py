# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A process that leaves nothing behind: freed memory is overwritten, no core is written, nobody else may look inside.

`relaunch()` comes first, before anything of a person can be in memory, because an allocator is chosen when a process
starts; `apply()` comes next. Linux has all three; elsewhere `Protection` says which are missing.
"""

from __future__ import annotations

import ctypes
import faulthandler
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass

if sys.platform != "win32":
    import resource

ENVIRONMENT = {"PYTHONMALLOC": "debug", "MALLOC_PERTURB_": "165"}
"""Python overwrites what it frees; so does the C library (glibc) for SQLite, OpenSSL and the like. With the first alone
keyed hashes of chats stayed readable in freed memory; with both nothing did (tests/ops/test_nothing_left.py).
"""

_OVERWRITING = frozenset({"debug", "malloc_debug", "pymalloc_debug"})

_ONCE = "BUSSOLA_RELAUNCHED"
"""Holds the number of the process that has tried, which stays the same: what somebody set outside never counts."""
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4


@dataclass(frozen=True, slots=True)
class Protection:
    """What holds of this process: freed memory is overwritten · no core file · no other process of ours may read it."""

    overwrites: bool
    no_cores: bool
    closed: bool

    @property
    def complete(self) -> bool:
        """Whether all of it holds."""
        return all(astuple(self))


def relaunch(command: Sequence[str] | None = None) -> None:
    """Become the same program again, with allocators that overwrite; nothing if this process has them.

    `command` is the whole command, interpreter first; by default the one that started us. Tried once only, so a
    Python that ignores its environment goes on as it is.
    """
    this = str(os.getpid())
    if os.environ.get(_ONCE) == this or (_overwrites() and ENVIRONMENT.keys() <= os.environ.keys()):
        return
    environment = {**os.environ, **ENVIRONMENT, _ONCE: this}
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(sys.executable, list(command or sys.orig_argv), environment)  # noqa: S606 - no shell is meant


def apply() -> Protection:
    """Take this process's cores and its readability away, for good. Returns what holds now; never raises."""
    faulthandler.disable()
    if sys.platform != "win32":
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A core can also go down a pipe (systemd-coredump), where no limit counts: being closed stops both.
    _prctl(_PR_SET_DUMPABLE, 0)
    return state()


def state() -> Protection:
    """What holds of this process now: asked of the system, not remembered."""
    return Protection(_overwrites(), _no_cores(), _prctl(_PR_GET_DUMPABLE, 0) == 0)


def _no_cores() -> bool:
    return sys.platform != "win32" and resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def _overwrites() -> bool:
    """By the name that the interpreter gives its allocator, which no variable that came later can change."""
    try:
        name = ctypes.pythonapi["_PyMem_GetCurrentAllocatorName"]
    except (AttributeError, KeyError):
        return os.environ.get("PYTHONMALLOC") in _OVERWRITING
    name.restype = ctypes.c_char_p
    return (name() or b"").decode() in _OVERWRITING


def _prctl(option: int, value: int) -> int:
    """What prctl(2) answers; -1 where there is none."""
    if sys.platform != "linux":
        return -1
    given = (ctypes.c_ulong(number) for number in (value, 0, 0, 0))
    return int(ctypes.CDLL(None).prctl(option, *given))
