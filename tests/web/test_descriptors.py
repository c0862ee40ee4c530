# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""No descriptors left: who writes is answered all the same, the log stays short, and health says so."""

from __future__ import annotations

import asyncio
import errno
import resource
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.log import Code
from bot.ops import descriptors
from bot.ops.quiet import quiet_loop
from bot.web.door import AT_ONCE, Door, listening
from tests.ops.leaks import Noted
from tests.web.serving import Serving, serving, wait_until

FEW = 64


@contextmanager
def half_open(server: Serving, connections: int) -> Iterator[list[socket.socket]]:
    """Callers who begin, and never say what they want."""
    held = [server.connected() for _ in range(connections)]
    for connection in held:
        connection.sendall(b"POST /whatsapp HTTP/1.1\r\nHost: x\r\n")
    yield held
    for connection in held:
        connection.close()


def test_strangers_who_take_every_descriptor_keep_nobody_from_an_answer(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (FEW, FEW))
        with half_open(server, 2 * FEW):
            for number in range(5):
                assert b"112" in server.say("aiuto", f"+1500555000{number}").body
            assert server.health()["connections"] == "full"
        wait_until(lambda: "H06" in server.codes())
        assert server.codes().count("H06") + server.codes().count("R03") < 10


@pytest.mark.parametrize(("limit", "callers"), [(64, 16), (256, 64), (1024, 824), (1200, 1000), (10**6, 1000)])
def test_callers_leave_descriptors_for_the_answers(limit: int, callers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (limit, limit))
    assert descriptors.for_callers() == callers


@pytest.fixture
def door() -> Iterator[Door]:
    with listening("127.0.0.1", 0) as found:
        yield found


def exhausted(_self: socket.socket) -> None:
    raise OSError(errno.EMFILE, "")


def test_where_nothing_can_be_let_go_of_the_loop_hears_of_it_once(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "accept", exhausted)
    for _ in range(3):
        with pytest.raises(OSError, match=str(errno.EMFILE)):
            door.accept()
        with pytest.raises(BlockingIOError):
            door.accept()


def test_where_something_can_be_let_go_of_the_loop_simply_comes_back(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket.socket, "accept", exhausted)
    door.make_room = lambda: True
    for _ in range(3):
        with pytest.raises(BlockingIOError):
            door.accept()


def test_only_so_many_are_taken_before_those_taken_are_looked_at(door: Door) -> None:
    callers = [socket.create_connection(door.getsockname()) for _ in range(AT_ONCE + 1)]
    taken = [door.accept()[0] for _ in range(AT_ONCE)]
    with pytest.raises(BlockingIOError):
        door.accept()
    taken.append(door.accept()[0])
    for connection in callers + taken:
        connection.close()


@pytest.mark.anyio
async def test_what_fails_without_end_in_the_loop_is_told_once_and_counted() -> None:
    noted = Noted()
    quiet_loop(noted)
    loop = asyncio.get_running_loop()
    for _ in range(10_000):
        loop.call_exception_handler({"message": "again"})
    loop.set_exception_handler(None)
    assert noted.codes == [Code.TASK_FAILED]
