# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a reload adds to a turn: turns that come at their own times, alone, beside a reload, and beside a plain one.

A turn is what happens between a call and its answer but for the network: session read, screen worked out, session
written. Its time runs from the moment at which it was due, so a stall counts for everybody who came meanwhile. Each
reload follows an edit of a copy of the files: the directory, messages, phrases and flows of Italian, in turn.

    .venv/bin/python bench/reload.py [reloads]
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.channels.base import Came  # noqa: E402 - run by path, the checkout first
from bot.channels.whatsapp.render import WHATSAPP  # noqa: E402 - as above
from bot.checks.run import load_checked  # noqa: E402 - as above
from bot.content.loading import load_bundle  # noqa: E402 - as above
from bot.content.reload import Load, Shelf, for_good, gently  # noqa: E402 - as above
from bot.content.watched import PARTS  # noqa: E402 - as above
from bot.conversations import Conversations  # noqa: E402 - as above
from bot.dialogue.events import Event, Started, Typed  # noqa: E402 - as above
from bot.ops.checked import check_apart  # noqa: E402 - as above
from bot.ops.service import SWEEP_SECONDS  # noqa: E402 - as above
from bot.sessions.choose import open_sessions  # noqa: E402 - as above
from bot.sessions.keys import Keys  # noqa: E402 - as above
from bot.sessions.memory import Memory  # noqa: E402 - as above

RATE = 50.0
"""Turns a second, at random moments."""

SECRET = b"0123456789abcdef" * 2
EVENTS: tuple[Event, ...] = (
    Started(""), Typed("pisa"), Typed("mio marito mi picchia"), Typed("ho bisogno di parlare con qualcuno a Pontedera")
)  # fmt: skip


def now() -> datetime:
    """The moment."""
    return datetime.now(ZoneInfo("Europe/Rome"))


EDITED = ("services_directory.yaml", "locales/it/messages.ftl", "locales/it/phrases.yaml", "flows/flow.yaml")


class Files:
    """A copy of the shipped files in `folder`, to which somebody adds one line after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in PARTS:
            found = ROOT / part
            _ = shutil.copytree(found, folder / part) if found.is_dir() else shutil.copy(found, folder)
        self._next = itertools.cycle(EDITED)

    def edit(self) -> None:
        """One more comment in the file whose turn it is."""
        with (self.folder / next(self._next)).open("a", encoding="utf-8") as stream:
            stream.write("# Una riga in più.\n")


class Turns:
    """Turns of a shelf's bundle, and how long each took, in milliseconds, with the moment at which it was due."""

    def __init__(self, of: Shelf) -> None:
        self._memory = Memory(open_sessions("memory:", SECRET, 1), Keys(SECRET))
        self._conversations = Conversations(of.bundle, self._memory, now)
        self._number = 0
        self.took: list[float] = []
        self.swept = 0.0

    async def beside(self, work: Callable[[], Awaitable[None]]) -> list[float]:
        """The times of the turns that came while `work` went on."""
        await self._memory.sessions.open()
        working, sweeping = asyncio.ensure_future(work()), asyncio.create_task(self._sweep())
        self.took, turns, due = [], set[asyncio.Task[None]](), time.perf_counter()
        while not working.done():
            due += random.expovariate(RATE)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            turns.add(asyncio.create_task(self._turn(due)))
        sweeping.cancel()
        await asyncio.gather(working, *turns)
        return sorted(self.took)

    async def close(self) -> None:
        """No more turns."""
        await self._memory.sessions.close()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            begun = time.process_time()
            gc.collect()
            self.swept = max(self.swept, (time.process_time() - begun) * 1000)

    async def _turn(self, due: float) -> None:
        self._number += 1
        async with self._conversations.of(WHATSAPP, f"+1500{self._number:07}", deletes=False) as chat:
            await chat.answer(EVENTS[self._number % len(EVENTS)], Came())
        self.took.append((time.perf_counter() - due) * 1000)


def told(name: str, took: list[float]) -> None:
    """One line of figures."""
    at = [took[min(len(took) - 1, int(len(took) * share))] for share in (0.5, 0.9, 0.99)]
    print(f"{name:34} {len(took):6} " + " ".join(f"{value:8.2f}" for value in (*at, took[-1])))


async def measure(name: str, files: Files, first: Load, load: Load, reloads: int) -> None:
    """Three lines: turns alone, beside whole reloads, and beside the loading that is a reload's last part."""
    shelf = Shelf(files.folder, first=first, load=load, check=check_apart, now=now)
    await shelf.open()
    turns = Turns(shelf)

    async def reloaded() -> None:
        for _ in range(reloads):
            files.edit()
            shelf.ask()
            await shelf.glance()
            if not shelf.report or shelf.report.result != "loaded":
                sys.exit("the files did not pass their check, or changed meanwhile")

    async def loaded() -> None:
        for _ in range(reloads):
            files.edit()
            await asyncio.to_thread(load, files.folder, now().date())

    told(f"{name}: no reload", await turns.beside(lambda: asyncio.sleep(2.0 * reloads)))
    told(f"{name}: whole reloads", await turns.beside(reloaded))
    told(f"{name}: loading alone", await turns.beside(loaded))
    await turns.close()
    print(f"{name}: the longest search of everything, of those each {SWEEP_SECONDS:.0f} s: {turns.swept:.1f} ms of cpu")


async def main(reloads: int, folder: Path) -> None:
    """Measure and tell."""
    files = Files(folder)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them\n")
    heads = " ".join(f"{head:>8}" for head in ("p50", "p90", "p99", "max"))
    print(f"{'ms from due to answered':34} {'turns':>6} {heads}")
    await measure("as Python would", files, load_bundle, load_bundle, reloads)
    await measure("as it is served", files, for_good(load_checked), gently(load_bundle), reloads)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, Path(made)))
