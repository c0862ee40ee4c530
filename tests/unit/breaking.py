# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Files broken in every way that a disk, an editor or a hurry can break them, while people write.

`tests/unit/test_bad_reloads.py` does it a few times, `bench/bad_reloads.py` a thousand times with the real check.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.channels.base import Came
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.reload import Shelf
from bot.conversations import Conversations
from bot.dialogue.events import Typed
from bot.sessions.choose import open_sessions
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory

SECRET = b"0123456789abcdef" * 2
TEXTS = ("ciao", "1", "aiuto", "pisa", "112", "esci")

Breaking = Callable[[Path, float], None]
"""Breaks one file; the number from 0 to 1 says where."""


def cut(path: Path, share: float) -> None:
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


def flip(path: Path, share: float) -> None:
    content = bytearray(path.read_bytes())
    place = int((len(content) - 1) * share)
    content[place] ^= 1 << random.Random(share).randrange(8)  # noqa: S311 - no secret
    path.write_bytes(content)


def empty(path: Path, _share: float) -> None:
    path.write_bytes(b"")


def zeros(path: Path, _share: float) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def folder(path: Path, _share: float) -> None:
    path.unlink()
    path.mkdir()


def link_to_nothing(path: Path, _share: float) -> None:
    path.unlink()
    path.symlink_to(path.with_name("not-there"))


def link_to_itself(path: Path, _share: float) -> None:
    path.unlink()
    path.symlink_to(path.name)


def pipe(path: Path, _share: float) -> None:
    path.unlink()
    os.mkfifo(path)


def unreadable(path: Path, _share: float) -> None:
    path.chmod(0)


def gone(path: Path, _share: float) -> None:
    path.unlink()


RARE: tuple[Breaking, ...] = (empty, zeros, folder, link_to_nothing, link_to_itself, pipe, unreadable, gone)


def files_of(content: Path) -> list[Path]:
    """Everything that a bundle is made of."""
    parts = ("flows/*.yaml", "flows/*.lock", "locales/*/*", "data/*.csv", "services_directory.yaml")
    return sorted(path for part in parts for path in content.glob(part))


def breakings(content: Path, times: int) -> Iterator[tuple[Path, Breaking, float]]:
    """Which file to break, how and where: cut at each of `times` steps, and between two cuts something else."""
    files = files_of(content)
    for number in range(times):
        others: tuple[Breaking, ...] = (cut, flip, cut, RARE[number // 4 % len(RARE)])
        yield files[number % len(files)], others[number % 4], number / times


@contextmanager
def broken(path: Path, breaking: Breaking, share: float) -> Iterator[None]:
    """The file is broken inside, and whole again after."""
    kept = path.read_bytes()
    breaking(path, share)
    try:
        yield
    finally:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.write_bytes(kept)


@dataclass
class Outcome:
    """What came of it: how each attempt ended, turns answered, and turns that were answered with the card alone."""

    ended: Counter[str] = field(default_factory=Counter)
    answered: int = 0
    failed: int = 0


class People:
    """Somebody always writes, until cancelled; each time somebody else."""

    def __init__(self, shelf: Shelf, now: Callable[[], datetime], outcome: Outcome, pause: float) -> None:
        memory = Memory(open_sessions("memory:", SECRET, 1), Keys(SECRET))
        self._sessions, self._outcome, self._pause = memory.sessions, outcome, pause
        self._conversations = Conversations(shelf.bundle, memory, now)

    async def write(self) -> None:
        """Go on writing."""
        await self._sessions.open()
        try:
            while True:
                await self._one(self._outcome.answered)
                await asyncio.sleep(self._pause)
        finally:
            await self._sessions.close()

    async def _one(self, number: int) -> None:
        async with self._conversations.of(WHATSAPP, f"+1500555{number % 10_000:04}", deletes=False) as chat:
            answered = await chat.answer(Typed(TEXTS[number % len(TEXTS)]), Came())
        assert answered.outgoing.text
        self._outcome.answered += 1
        self._outcome.failed += answered.failed


async def break_everything(
    shelf: Shelf, content: Path, now: Callable[[], datetime], times: int, pause: float
) -> Outcome:
    """Break the files of an opened shelf `times` times. Asserts that the last good bundle is kept."""
    outcome = Outcome()
    writing = asyncio.create_task(People(shelf, now, outcome, pause).write())
    for path, breaking, share in breakings(content, times):
        before = shelf.bundle()
        with broken(path, breaking, share):
            shelf.ask()
            await shelf.glance()
        assert shelf.report
        outcome.ended[shelf.report.result] += 1
        assert shelf.bundle() is not None
        assert shelf.report.result == "loaded" or shelf.bundle() is before
        assert not writing.done()
    writing.cancel()
    with suppress(asyncio.CancelledError):
        await writing
    return outcome
