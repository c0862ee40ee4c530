# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""After a thousand turns and ten minutes nothing of anybody is in memory, in what was written, or in a file.

What is searched is `bussola serve` as it ships, with both messengers; only its clock is a test's (`clockwork`).
"""

from __future__ import annotations

import asyncio
import base64
import ctypes
import signal
import struct
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.ops.service import SWEEP_SECONDS
from bot.ops.sweeper import CLAIMED
from bot.sessions.keys import Keys
from tests.ops import scan
from tests.ops.crowd import SECRET, Crowd
from tests.ops.leaks import ROOT, is_log
from tests.ops.markers import Markers
from tests.telegram.fake import Fake
from tests.telegram.over_http import listening
from tests.web.serving import PATIENCE, Serving, serving
from tests.web.test_messengers import ONLY_TELEGRAM, TELEGRAM_TOKEN

PEOPLE, OTHERS = Markers(7), Markers(-7)
SAMPLE = range(2, 1000, 101)
SETTLE = 50
"""Turns of others after which nothing may be left: buffers that are used again and again are then theirs."""


def patterns() -> dict[str, bytes]:
    """All forms of everybody, and of some also digests, and the keyed hashes that sessions are found by."""
    wanted = PEOPLE.patterns()
    for number in SAMPLE:
        channel, who = ("telegram", PEOPLE.chat(number)) if number % 2 else ("whatsapp", PEOPLE.phone(number))
        wanted[f"key {number}"] = Keys(SECRET.encode()).of(channel, who)
    return wanted | {f"{name} {number}": form for number in SAMPLE[:1] for name, form in PEOPLE.digests(number).items()}


async def until(holds: Callable[[], object]) -> None:
    """Wait for `holds()`."""
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - it is another process that changes it
            await asyncio.sleep(0.05)


@asynccontextmanager
async def settled(folder: Path, turns: int, **more: str) -> AsyncIterator[Serving]:
    """A server that has answered `turns` times, and read its files anew meanwhile; then ten minutes passed, others
    came, and ten minutes passed again. Everything that it can write by itself goes below `folder`.
    """
    home = {name: str(folder) for name in ("HOME", "TMPDIR", "SQLITE_TMPDIR")}
    path = {"PYTHONPATH": f"{ROOT / 'tests' / 'ops' / 'clockwork'}:{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    given = {"TELEGRAM_TOKEN": TELEGRAM_TOKEN, "SECRET": SECRET, "FAILS_OVER": PEOPLE.text(0)[:5], **home, **path}
    fake = Fake()
    async with listening(fake) as address:
        with serving(folder, TELEGRAM_API_URL=address, **given, **more) as server:
            await until(lambda: fake.made("setWebhook", "getUpdates"))
            server.signal(signal.SIGHUP)
            await Crowd(server, fake, PEOPLE).turns(range(turns))
            await until(lambda: server.codes().count("B01") > 1)
            await ten_minutes(server)
            await Crowd(server, fake, OTHERS).turns(range(SETTLE))
            await ten_minutes(server)
            yield server


async def ten_minutes(server: Serving) -> None:
    """Pass, and conversations are deleted, a batch at a time; the last one is smaller."""
    before = len(batches(server))
    server.signal(signal.SIGUSR1)
    await until(lambda: batches(server)[before:] and batches(server)[-1] < CLAIMED)


def batches(server: Serving) -> list[int]:
    """How many conversations were deleted, each time."""
    return [line["n"]["n"] for line in server.said() if line["code"] == "S03"]


async def left_in(server: Serving) -> Counter[str]:
    """What is found in its memory, once that has come to rest: answers of Telegram's that hold each other are searched
    for at every sweep, and those to the last deletions only at the next one.
    """
    found = scan.in_memory(server.process.pid, patterns())
    end = asyncio.get_running_loop().time() + 2 * SWEEP_SECONDS
    while found and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(2)
        found = scan.in_memory(server.process.pid, patterns())
    return found


@pytest.mark.anyio
@pytest.mark.parametrize(("turns", "more"), [(1000, {}), (200, ONLY_TELEGRAM)], ids=["webhooks", "polling"])
async def test_after_a_thousand_turns_nothing_of_anybody_is_left(
    tmp_path: Path, turns: int, more: dict[str, str]
) -> None:
    async with settled(tmp_path, turns, **more) as server:
        assert await left_in(server) == Counter()
        assert scan.in_files(tmp_path, patterns()) == Counter()
        assert "A01" in server.codes()
    assert scan.files_below(tmp_path) == ["log"]
    assert is_log(server.logged.read_bytes())


@pytest.mark.anyio
async def test_the_same_search_finds_each_thing_that_a_careless_program_keeps(tmp_path: Path) -> None:
    async with settled(tmp_path, 60, LEAKS="1") as server:
        memory, files = scan.in_memory(server.process.pid, patterns()), scan.in_files(tmp_path, patterns())
    assert {"text utf-8", "message int", "chat int", "position float", "phone sha256 2"} <= memory.keys()
    assert {"phone utf-8", "chat utf-16", "text utf-8"} <= files.keys()
    assert "trace" in scan.files_below(tmp_path)
    assert not is_log(server.logged.read_bytes())


def forms(number: int) -> dict[str, bytes]:
    """What a process may hold of one person, written without the help of `Markers.patterns`."""
    text, message, (latitude, _) = PEOPLE.text(number), PEOPLE.message(number), PEOPLE.position(number)
    texts = {"text": text, "chat": PEOPLE.chat(number), "phone": PEOPLE.phone(number), "message": str(message)}
    encoded = {f"{name} {how}": one.encode(how) for name, one in texts.items() for how in ("utf-8", "utf-16", "utf-32")}
    shifted = {
        f"{name} base64 {shift}": base64.b64encode(b"x" * shift + one.encode())
        for name, one in texts.items()
        for shift in range(3)
    }
    counted = {
        "hex": text.encode().hex().encode(),
        "word": struct.pack("<q", message),
        "network word": struct.pack(">q", message),
        "int": memory_of(message),
        "float": struct.pack("<d", latitude),
        "decimal": str(latitude).encode(),
    }
    return {**encoded, **shifted, **counted}


def memory_of(thing: object) -> bytes:
    """The bytes of an object of this interpreter."""
    return ctypes.string_at(id(thing), sys.getsizeof(thing))


@pytest.mark.parametrize("number", [0, 1, 999])
def test_every_form_of_a_person_is_known(number: int) -> None:
    known = PEOPLE.patterns().values()
    unseen = [name for name, form in forms(number).items() if not any(one in form for one in known)]
    assert unseen == []


def test_a_search_finds_nothing_of_other_people() -> None:
    others = b"".join(forms(1).values())
    assert [name for name, form in Markers(8).patterns().items() if form in others] == []
