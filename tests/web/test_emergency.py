# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever the machine takes away, whoever writes gets the numbers, and /health says how things are."""

from __future__ import annotations

import http.client
import resource
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ports import free_port
from tests.web.serving import PATIENCE, Serving, call, serving, wait_until

SECRET = "0123456789abcdef" * 2


@pytest.fixture
def memory_disk() -> Iterator[Path]:
    """A folder that is in memory: a store anywhere else is refused."""
    folder = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def gets_the_card(server: Serving) -> bool:
    answered = server.say("ciao")
    return answered.status == 200 and b"112" in answered.body and b"1522" in answered.body


def is_an_emergency(server: Serving) -> bool:
    found = server.health()
    return (found["mode"], found["store"]) == ("emergency", "down")


def test_a_store_that_was_never_there(tmp_path: Path) -> None:
    with serving(tmp_path, SESSIONS=f"redis://127.0.0.1:{free_port()}/0", SECRET=SECRET) as server:
        assert gets_the_card(server)
        assert is_an_emergency(server)


def test_a_disk_on_which_nothing_can_be_written(tmp_path: Path, memory_disk: Path) -> None:
    with serving(tmp_path, SESSIONS=f"sqlite:{memory_disk}/sessions", SECRET=SECRET) as server:
        assert server.health()["mode"] == "normal"
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        assert gets_the_card(server)
        wait_until(lambda: is_an_emergency(server))
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        wait_until(lambda: server.health()["mode"] == "normal")


def test_a_store_that_becomes_something_else(tmp_path: Path, memory_disk: Path) -> None:
    """Whether somebody writes before the server's own look at the store, or after it has made the store anew."""
    store = memory_disk / "sessions"
    with serving(tmp_path, SESSIONS=f"sqlite:{store}", SECRET=SECRET) as server:
        store.write_bytes(b"not a store at all" * 1000)
        answered = server.say("aiuto")
        assert answered.status == 200
        assert b"112" in answered.body
        assert b"1522" in answered.body
        wait_until(lambda: not gets_the_card(server))
        assert store.read_bytes().startswith(b"SQLite format 3")


def test_no_descriptor_left(tmp_path: Path) -> None:
    body, headers = call("aiuto")
    with serving(tmp_path) as server:
        kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)

        def beats() -> bool:
            """A connection that nobody uses for a while is closed."""
            kept.request("GET", "/health")
            return bool(kept.getresponse().read())

        assert beats()
        before = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (3, before[1]))
        server.signal(1)
        wait_until(lambda: beats() and "B03" in server.codes())
        kept.request("POST", "/whatsapp", body, headers)
        answered = kept.getresponse()
        assert answered.status == 200
        assert b"112" in answered.read()
        resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, before)
        kept.close()
        assert server.say("aiuto").status == 200
        wait_until(lambda: server.health()["reload"]["result"] == "loaded")


def test_it_makes_no_file(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with serving(inside) as server:
        before = sorted(inside.iterdir())
        assert server.say("aiuto").status == 200
        assert sorted(inside.iterdir()) == before
