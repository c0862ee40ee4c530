# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The bundle in service, and how a newer one takes its place: checked by another process, loaded here, swapped whole.

What was checked is what is loaded: the files look the same before the check and after the loading, and both read the
same fingerprint. Nothing is copied, so a full or read-only disk does not matter (docs/adr/0009).
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from bot.content.bundle import Bundle
from bot.content.watched import Look, look
from bot.errors import CheckUnfinished, ContentError
from bot.log import Code, Log, silent

EVERY_SECONDS = 1.0
"""How often the files are looked at. A change counts once two looks in a row are the same: nobody is still writing."""

SWITCH_SECONDS = 0.0005
"""How soon a loading thread makes way for turns; Python's own value is ten times that."""

LONGEST_PAUSE = 60.0
"""A check that came to no end is made again after 1, 2, 4 … and at last this many seconds."""

NEVER = 1_000_000_000
"""More short searches for lost objects than there can be before a whole one."""


class Verdict(NamedTuple):
    """What a check found: the fingerprint of what may serve, or "" and how many problems there are."""

    fingerprint: str
    problems: int = 0


Load = Callable[[Path, date], Bundle]
"""Makes the bundle of a folder as of a day. Raises ContentError."""

Check = Callable[[Path, date], Awaitable[Verdict]]
"""Judges a folder as of a day, out of the way of turns. Raises OSError where it cannot be begun now and CheckUnfinished
where it came to no end: neither says anything of the files.
"""


@dataclass(frozen=True, slots=True)
class Report:
    """How the last attempt ended, and when: "loaded"; "refused" for the files' own sake, with that many problems;
    "unreadable" where we could not look, "unfinished" where a check took too long or was ended by something else. These
    two are no verdict, and it is tried again and again.
    """

    result: Literal["loaded", "refused", "unreadable", "unfinished"]
    at: datetime
    problems: int = 0


class Shelf:
    """Holds the bundle of `folder`. `first` loads and checks what is there at the start, `load` what `check` approved.

    `now` is the moment, aware, in the network's zone: on a new day the files are judged anew. `clock` is monotonic,
    in seconds.
    """

    def __init__(  # noqa: PLR0913 - the seams at which tests take a process or a clock away
        self,
        folder: Path,
        *,
        first: Load,
        load: Load,
        check: Check,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        log: Log = silent,
    ) -> None:
        self._folder, self._first, self._load, self._check = folder, first, load, check
        self._now, self._clock, self._log = now, clock, log
        self._bundle: Bundle | None = None
        self._asked = asyncio.Event()
        self._seen: Look | None = None
        self._tried: tuple[Look, date] | None = None
        self._pause, self._ended_at = 0.0, 0.0
        self.loaded_at: datetime | None = None
        self.report: Report | None = None

    def bundle(self) -> Bundle | None:
        """The bundle in service; None while none could be loaded. Whoever begins a turn keeps it to its end."""
        return self._bundle

    def ask(self) -> None:
        """Load anew soon, whether or not files have changed. Asked many times at once, it is done once."""
        self._asked.set()

    async def open(self) -> None:
        """The first load, in this process: there are no turns yet that it could delay. Never raises."""
        with self._judging():
            seen = await asyncio.to_thread(look, self._folder)
            day = self._begun(seen)
            if self._fit(seen):
                self._swap(*await asyncio.to_thread(_timed, self._first, self._folder, day))

    async def watch(self) -> None:
        """Keep the bundle up to date until cancelled."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY_SECONDS):
                    await self._asked.wait()
            await self.glance()

    async def glance(self) -> None:
        """Look once; reload if that was asked for, or if what is there is new and has come to rest. Never raises."""
        asked, seen = self._asked.is_set(), self._seen
        self._asked.clear()
        with self._judging():
            self._seen = await asyncio.to_thread(look, self._folder)
            if asked or (self._seen == seen and self._worth_trying(self._seen)):
                await self._reload(self._seen)

    def _worth_trying(self, seen: Look) -> bool:
        """Whether it is something new, or something that was checked to no end a while ago."""
        return (seen, self._now().date()) != self._tried or 0 < self._pause <= self._clock() - self._ended_at

    async def _reload(self, seen: Look) -> None:
        day = self._begun(seen)
        if not self._fit(seen):
            return
        verdict = await self._check(self._folder, day)
        if verdict.problems or not verdict.fingerprint:
            self._refused(verdict.problems)
            return
        bundle, milliseconds = await asyncio.to_thread(_timed, self._load, self._folder, day)
        if bundle.fingerprint == verdict.fingerprint and await asyncio.to_thread(look, self._folder) == seen:
            self._swap(bundle, milliseconds)
        else:
            self._tried = None

    def _begun(self, seen: Look) -> date:
        tried, self._tried = self._tried, (seen, self._now().date())
        if tried != self._tried:
            self._pause = 0.0
        return self._tried[1]

    def _fit(self, seen: Look) -> bool:
        if seen.unfit:
            self._refused(seen.unfit)
        return not seen.unfit

    def _swap(self, bundle: Bundle, milliseconds: int) -> None:
        self._bundle, self.loaded_at, self._pause = bundle, self._now(), 0.0
        self.report = Report("loaded", self.loaded_at)
        self._log(Code.BUNDLE_LOADED, ms=milliseconds)

    def _refused(self, problems: int) -> None:
        self.report, self._pause = Report("refused", self._now(), problems), 0.0
        self._log(Code.BUNDLE_REFUSED, problems=problems)

    def _unreadable(self) -> None:
        self._tried = None
        if self.report is None or self.report.result != "unreadable":
            self._log(Code.BUNDLE_WATCH_FAILED)
        self.report = Report("unreadable", self._now())

    def _unfinished(self) -> None:
        self._pause, self._ended_at = min(2 * self._pause or EVERY_SECONDS, LONGEST_PAUSE), self._clock()
        if self.report is None or self.report.result != "unfinished":
            self._log(Code.BUNDLE_CHECK_UNFINISHED)
        self.report = Report("unfinished", self._now())

    @contextmanager
    def _judging(self) -> Iterator[None]:
        """Whatever goes wrong inside changes the report, and nothing else."""
        try:
            yield
        except ContentError as error:
            self._refused(len(error.problems))
        except (CheckUnfinished, MemoryError):
            self._unfinished()
        except OSError:
            self._unreadable()
        except Exception:  # noqa: BLE001 - files that break our own code are refused like any others
            self._refused(1)


def for_good(load: Load) -> Load:
    """`load`, for what is there before anybody is: it is exempt from searches for lost objects ever after."""

    def loaded(folder: Path, today: date) -> Bundle:
        gc.disable()
        try:
            return load(folder, today)
        finally:
            gc.freeze()
            gc.enable()

    return loaded


def gently(load: Load) -> Load:
    """`load`, for a thread beside turns: it makes way often, and of the searches for lost objects only the short ones
    go on. Nothing is exempted from later ones: what turns hold meanwhile would never be found once it is lost.
    """

    def loaded(folder: Path, today: date) -> Bundle:
        interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
        sys.setswitchinterval(SWITCH_SECONDS)
        gc.set_threshold(*thresholds[:2], NEVER)
        try:
            return load(folder, today)
        finally:
            gc.set_threshold(*thresholds)
            sys.setswitchinterval(interval)

    return loaded


def _timed(load: Load, folder: Path, today: date) -> tuple[Bundle, int]:
    begun = time.monotonic()
    return load(folder, today), int((time.monotonic() - begun) * 1000)
