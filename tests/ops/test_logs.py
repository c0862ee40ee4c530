# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One grammar, and a turn that never waits for whoever reads it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.log import Code
from bot.ops.logs import LARGEST, WAITING, Lines, line
from tests.ops.leaks import ROOT, is_log

ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.text()))


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe: where to read, where to write."""
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def test_a_line_is_a_second_a_code_and_numbers() -> None:
    said = line(1_795_428_000.9, Code.STORE_FAILED, {"tries": 5})
    assert said == '{"at": "2026-11-23T10:00:00Z", "code": "S01", "n": {"tries": 5}}'


@given(st.dictionaries(st.text(), ANYTHING), st.sampled_from(Code))
def test_whatever_is_handed_over_the_line_keeps_its_grammar(numbers: dict[str, Any], code: Code) -> None:
    said = line(0, code, numbers)
    assert is_log(said.encode() + b"\n")
    assert all(type(number) is int and 0 <= number <= LARGEST for number in json.loads(said)["n"].values())


def test_what_is_no_whole_number_or_has_no_plain_name_is_left_out() -> None:
    given_to: dict[str, Any] = {"yes": True, "text": "mi picchia", "half": 0.5, "Chat 1": 1, "status": HTTPStatus.OK}
    assert json.loads(line(0, Code.STORE_FAILED, given_to))["n"] == {"status": 200}


def test_a_chat_and_a_telephone_number_do_not_fit() -> None:
    said = line(0, Code.STORE_FAILED, {"chat": 1_000_001, "group": -1_000_001, "phone": 390_500_000_000})
    assert json.loads(said)["n"] == {"chat": LARGEST, "group": 0, "phone": LARGEST}


def test_lines_arrive_whole_and_in_order(pipe: tuple[int, int]) -> None:
    log = Lines(pipe[1], clock=lambda: 0)
    for number in range(100):
        log(Code.TURN_FAILED, number=number)
    log.flush()
    read = os.read(pipe[0], 65_536).decode().splitlines()
    assert [json.loads(one)["n"]["number"] for one in read] == list(range(100))


def test_what_is_no_code_writes_nothing(pipe: tuple[int, int]) -> None:
    log, anything = Lines(pipe[1]), "S01 mi picchia"
    log(anything)  # type: ignore[arg-type]
    log(Code.TURN_FAILED)
    log.flush()
    assert json.loads(os.read(pipe[0], 65_536))["code"] == "A01"


def test_a_full_pipe_makes_nobody_wait_and_what_was_lost_is_counted(pipe: tuple[int, int]) -> None:
    log = Lines(pipe[1])
    for _ in range(10_000):
        log(Code.TURN_FAILED)
    read = b""
    while b"R06" not in read:
        read += os.read(pipe[0], 65_536)
    told = [json.loads(one) for one in read.splitlines()]
    lost = sum(one["n"]["lines"] for one in told if one["code"] == "R06")
    log.flush()
    assert is_log(read)
    assert 0 < lost < 10_000 - WAITING


def test_a_pipe_that_does_not_block_loses_no_line(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[1], False)
    log = Lines(pipe[1])
    for _ in range(WAITING):
        log(Code.TURN_FAILED)
    read = b""
    while read.count(b"\n") < WAITING:
        read += os.read(pipe[0], 512)
    assert is_log(read)


def test_a_reader_that_went_away_makes_no_error() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    log = Lines(writes)
    for _ in range(3):
        log(Code.TURN_FAILED)
        log.flush()
    os.close(writes)


WITHOUT_STDERR = """
import os
from bot.log import Code
from bot.ops.logs import to_stderr
with open("innocent", "w") as file:
    assert file.fileno() in (2, 3)
    log = to_stderr()
    log(Code.TURN_FAILED)
    log.flush()
os.write(1, b"done")
"""


def test_a_standard_error_that_was_closed_before_the_start_is_nobody_elses_file(tmp_path: Path) -> None:
    shell = f'exec {sys.executable} -c "$PROGRAM" 2>&-'
    environment = {**os.environ, "PROGRAM": WITHOUT_STDERR, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["/bin/sh", "-c", shell], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, check=False)
    assert (done.returncode, done.stdout) == (0, b"done")
    assert (tmp_path / "innocent").read_bytes() == b""


def test_the_last_line_is_written_before_the_program_ends() -> None:
    program = "from bot.log import Code\nfrom bot.ops.logs import to_stderr\nto_stderr()(Code.SERVER_STOPPED)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert re.fullmatch(rb'\{"at": "[0-9TZ:-]{20}", "code": "H03", "n": \{\}\}\n', done.stderr)
