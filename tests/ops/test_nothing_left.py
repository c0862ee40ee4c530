# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""After a thousand turns and ten minutes nothing of anybody is in memory, in what was written, or in a file.

The protections are those that `bussola serve` starts itself with, but for one: the process lets itself be read.
"""

from __future__ import annotations

import base64
import ctypes
import json
import os
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.ops.hardening import ENVIRONMENT
from bot.sessions.keys import Keys
from tests.ops import scan
from tests.ops.forgetful import SECRET
from tests.ops.leaks import ROOT, is_log
from tests.ops.markers import Markers

PEOPLE = Markers(7)
SAMPLE = range(0, 1000, 101)


def patterns() -> dict[str, bytes]:
    """All forms of everybody, and of some also digests, and the keyed hashes that sessions are found by."""
    wanted = PEOPLE.patterns()
    for number in SAMPLE:
        channel, who = ("telegram", PEOPLE.chat(number)) if number % 2 == 0 else ("whatsapp", PEOPLE.phone(number))
        wanted[f"key {number}"] = Keys(SECRET).of(channel, who)
    return wanted | {f"{name} {number}": form for number in SAMPLE[:1] for name, form in PEOPLE.digests(number).items()}


@contextmanager
def settled(folder: Path, turns: int, **how: bool) -> Iterator[tuple[int, list[str]]]:
    """A process that has answered and forgotten: its id, and the files that it opened for writing. Everything that it
    can write by itself goes below `folder`. `how`: see `forgetful`.
    """
    home = {name: str(folder) for name in ("HOME", "TMPDIR", "SQLITE_TMPDIR")}
    environment = {**os.environ, **ENVIRONMENT, **home, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "tests.ops.forgetful"]
    pipe = subprocess.PIPE
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen(command, cwd=folder, env=environment, stdin=pipe, stdout=pipe, stderr=said) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"seed": PEOPLE.seed, "turns": turns, **how}).encode() + b"\n")
        process.stdin.flush()
        yield process.pid, json.loads(process.stdout.readline())
        process.stdin.close()


def test_after_a_thousand_turns_nothing_of_anybody_is_left(tmp_path: Path) -> None:
    with settled(tmp_path, 1000, leaks=False, content=True) as (process, opened):
        assert scan.in_memory(process, patterns()) == Counter()
        assert scan.in_files(tmp_path, patterns()) == Counter()
        assert opened == []
    assert [path.name for path in tmp_path.rglob("*")] == ["said"]
    assert is_log((tmp_path / "said").read_bytes())


def test_the_same_search_finds_each_thing_that_a_careless_program_keeps(tmp_path: Path) -> None:
    with settled(tmp_path, 30, leaks=True, content=False) as (process, opened):
        memory, files = scan.in_memory(process, patterns()), scan.in_files(tmp_path, patterns())
    assert {"text utf-8", "message int", "chat sha256 0"} <= memory.keys()
    assert {"phone utf-8", "chat utf-16", "text utf-8"} <= files.keys()
    assert "trace" in opened
    assert not is_log((tmp_path / "said").read_bytes())


def test_a_search_of_the_same_program_without_its_carelessness_finds_nothing(tmp_path: Path) -> None:
    """Otherwise what was found above could have been found by mistake."""
    with settled(tmp_path, 30, leaks=False, content=False) as (process, _):
        assert scan.in_memory(process, patterns()) + scan.in_files(tmp_path, patterns()) == Counter()


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
