# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A check of the files that comes to no end says nothing of them: it is made again, and nobody has to touch a file."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.checks.run import load_checked
from bot.content.loading import load_bundle
from bot.content.reload import LONGEST_PAUSE, Shelf, Verdict
from bot.errors import CheckUnfinished
from bot.log import Code
from bot.ops import checked
from bot.ops.checked import check_apart
from bot.ops.health import Health
from tests.conftest import TODAY

BASE = Path(__file__).parents[1] / "checks" / "base"
NOON = datetime.combine(TODAY, time(12), ZoneInfo("Europe/Rome"))

pytestmark = pytest.mark.anyio


@dataclass
class Slow:
    """A shelf whose check comes to no end while `busy`; `clock` is its monotonic one."""

    content: Path
    clock: float = 1000.0
    busy: bool = False
    begun: list[float] = field(default_factory=list)
    logged: list[Code] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shelf = Shelf(
            self.content, first=load_checked, load=load_bundle, check=self.check, now=lambda: NOON,
            clock=lambda: self.clock, log=self.log,
        )  # fmt: skip

    def log(self, code: Code, /, **_numbers: int) -> None:
        self.logged.append(code)

    async def check(self, folder: Path, today: date) -> Verdict:
        self.begun.append(self.clock)
        if self.busy:
            raise CheckUnfinished
        return Verdict(load_checked(folder, today).fingerprint)

    async def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock += 1
            await self.shelf.glance()

    @property
    def told(self) -> object:
        shown = Health(self.shelf, {})()["reload"]
        assert isinstance(shown, dict)
        return shown["result"]


def edit(content: Path) -> None:
    path = content / "locales" / "it" / "messages.ftl"
    path.write_text(path.read_text(encoding="utf-8") + "\n# Una riga in più.\n", encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


@pytest.fixture
async def slow(content: Path) -> Slow:
    found = Slow(content)
    await found.shelf.open()
    found.busy = True
    edit(content)
    return found


async def test_it_is_no_refusal_and_is_made_again_until_it_ends(slow: Slow) -> None:
    before = slow.shelf.bundle()
    await slow.wait(3)
    assert (slow.told, slow.shelf.bundle()) == ("unfinished", before)
    slow.busy = False
    await slow.wait(4)
    after = slow.shelf.bundle()
    assert slow.told == "loaded"
    assert before is not None
    assert after is not None
    assert before.fingerprint != after.fingerprint


async def test_each_time_it_waits_longer_and_never_longer_than_the_longest_pause(slow: Slow) -> None:
    await slow.wait(400)
    pauses = [later - sooner for sooner, later in zip(slow.begun, slow.begun[1:], strict=False)]
    assert pauses[:8] == [1, 2, 4, 8, 16, 32, LONGEST_PAUSE, LONGEST_PAUSE]
    assert slow.logged == [Code.BUNDLE_LOADED, Code.BUNDLE_CHECK_UNFINISHED]


async def test_a_change_or_a_request_does_not_wait(slow: Slow) -> None:
    await slow.wait(20)
    edit(slow.content)
    await slow.wait(2)
    assert slow.begun[-1] >= slow.clock - 1
    await slow.wait(20)
    slow.shelf.ask()
    await slow.wait(1)
    assert slow.begun[-1] == slow.clock


async def test_what_was_judged_in_the_end_is_not_judged_again(slow: Slow) -> None:
    await slow.wait(20)
    slow.busy = False
    await slow.wait(100)
    tried = len(slow.begun)
    await slow.wait(100)
    assert len(slow.begun) == tried


async def test_a_child_that_the_kernel_ends_is_no_verdict(content: Path) -> None:
    os.mkfifo(content / "flows" / "more.yaml")
    checking = asyncio.create_task(check_apart(content, TODAY, seconds=60.0))
    os.kill(await asyncio.to_thread(a_check_that_runs), signal.SIGKILL)
    with pytest.raises(CheckUnfinished):
        await checking


def a_check_that_runs() -> int:
    """The process of ours that checks, once it has begun."""
    while True:
        children = Path(f"/proc/{os.getpid()}/task").glob("*/children")
        for number in (number for found in children for number in found.read_text().split()):
            if b"bot.ops.checked" in Path(f"/proc/{number}/cmdline").read_bytes():
                return int(number)


@pytest.mark.parametrize("trouble", [OSError, MemoryError])
async def test_a_machine_that_cannot_read_or_remember_is_no_verdict(
    content: Path, monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def fail(_folder: Path, _today: date) -> None:
        raise trouble

    monkeypatch.setattr(checked, "load_checked", fail)
    monkeypatch.setattr(checked, "_step_back", lambda: None)
    with pytest.raises(SystemExit) as ended:
        checked.main(str(content), TODAY.isoformat())
    assert ended.value.code == checked.NOT_NOW
