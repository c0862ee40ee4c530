# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes on one socket: each answers, the dead are replaced, signals reach all, and the last one erases."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sessions.ended import SECONDS
from tests.web.serving import PATIENCE, ROOT, Serving, call, serving, wait_until

SECRET = "kW3vR8pTz1nYc6QmX4bJfL0sHd9GuE7a"  # noqa: S105 - invented


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Serving]:
    """A server with two workers, both of which have begun."""
    memory = tempfile.mkdtemp(dir="/dev/shm")
    with serving(tmp_path, WORKERS="2", SESSIONS=f"sqlite:{memory}/sessions", SECRET=SECRET) as server:
        wait_until(lambda: server.codes().count("H01") == 2)
        yield server
    shutil.rmtree(memory)


def workers(server: Serving) -> list[int]:
    found = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    return [int(number) for number in found.read_text(encoding="ascii").split()]


def test_a_worker_that_is_killed_is_replaced_and_nobody_notices(two: Serving) -> None:
    first = workers(two)
    os.kill(first[0], signal.SIGKILL)
    for number in range(20):
        assert two.say("aiuto", f"+1500555{number:04}").status == 200
    wait_until(lambda: len(workers(two)) == 2 and workers(two) != first)
    wait_until(lambda: two.codes().count("H01") == 3)
    two.signal(signal.SIGTERM)
    assert two.ended() == 0
    assert two.codes().count("H03") == 2


def test_a_hang_up_reaches_all(two: Serving) -> None:
    for _ in range(20):
        two.signal(signal.SIGHUP)
    wait_until(lambda: two.codes().count("B01") >= 4)
    assert two.say("aiuto").status == 200
    two.signal(signal.SIGINT)
    two.signal(signal.SIGTERM)
    assert two.ended() == 0


def test_the_same_delivery_to_two_workers_gets_the_same_answer(two: Serving) -> None:
    body, headers = call("aiuto", delivery="SM" + "0" * 32)
    answers = {two.ask("POST", "/whatsapp", body, headers).body for _ in range(20)}
    assert len(answers) == 1


def test_what_comes_again_after_an_exit_begins_nothing_whichever_worker_gets_it(two: Serving) -> None:
    def within_its_minute() -> bool:
        said, left, begun = call("aiuto"), call("0"), time.monotonic()
        assert b"<Message>" in two.ask("POST", "/whatsapp", *said).body
        farewell = two.ask("POST", "/whatsapp", *left).body
        before = [two.ask("POST", "/whatsapp", *said).body.count(b"<Message>") for _ in range(10)]
        leaving = {two.ask("POST", "/whatsapp", *left).body for _ in range(10)}
        in_time = time.monotonic() - begun < SECONDS
        assert not in_time or (before, leaving) == ([0] * 10, {farewell})
        return in_time

    wait_until(within_its_minute)


def test_without_the_keeper_the_workers_end_as_well(two: Serving) -> None:
    left = workers(two)
    two.process.kill()
    wait_until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in left))


def kept(work: str, folder: Path) -> int:
    """The exit status of a keeper of three workers; `work` is the body of what each does, in `folder`."""
    imports = "import pathlib, signal, sys\nfrom bot.ops.workers import keep"
    program = f"{imports}\ndef work():\n {work}\nsys.exit(keep(3, work))"
    command = [sys.executable, "-P", "-c", program]
    given = {"PYTHONPATH": str(ROOT), "PATH": os.defpath}
    return subprocess.run(command, cwd=folder, env=given, timeout=PATIENCE, check=False).returncode


TAKEN = "try: pathlib.Path('first').mkdir(); first = True\n except FileExistsError: first = False\n "
"""One worker, and only the first time, finds itself to be the first."""


@pytest.mark.parametrize("status", [2, 69])
def test_a_worker_that_cannot_serve_for_good_ends_all(status: int, tmp_path: Path) -> None:
    assert kept(f"{TAKEN}return {status} if first else signal.pause()", tmp_path) == status


def test_a_worker_that_fails_is_started_again(tmp_path: Path) -> None:
    again = "pathlib.Path('started').open('ab').write(b'.'); n = pathlib.Path('started').stat().st_size"
    assert kept(f"{again}\n {TAKEN}return 2 if n > 3 else 1/0 if first else signal.pause()", tmp_path) == 2
    assert (tmp_path / "started").stat().st_size == 4
