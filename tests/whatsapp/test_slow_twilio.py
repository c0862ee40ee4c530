# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A Twilio, or a proxy before it, that never stops answering: each request has an end, and so has the process."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bot.channels.whatsapp import records
from bot.channels.whatsapp.records import Page, Record, TwilioRecords, UnavailableError
from bot.channels.whatsapp.scrub import Scrubber
from tests.web.serving import serving, wait_until
from tests.whatsapp.twilio_api import AT, Here
from tests.whatsapp.world import ACCOUNT, SENDER, TOKEN

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"


@contextmanager
def dripping(first: bytes) -> Iterator[int]:
    """A server that begins with `first`, then sends a byte a moment for as long as anybody listens; its port."""
    over = threading.Event()

    def drip(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(4096)
            connection.sendall(first)
            while not over.wait(0.05):
                connection.sendall(b"a")

    def take(door: socket.socket) -> None:
        with suppress(OSError):
            while not over.is_set():
                threading.Thread(target=drip, args=(door.accept()[0],)).start()

    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=take, args=(door,), daemon=True).start()
        yield door.getsockname()[1]
        over.set()
        door.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\nX-", HEAD], ids=["headers", "body"])
def test_an_answer_that_never_ends_is_given_up(first: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "TIMEOUT", 0.3)
    with dripping(first) as port, pytest.raises(UnavailableError) as raised:
        TwilioRecords(ACCOUNT, TOKEN, SENDER, Here(port)).first(ours=True)
    assert raised.value.status == 0


def test_a_proxy_that_never_ends_is_told_and_does_not_spoil_the_end(tmp_path: Path) -> None:
    with (
        dripping(b"HTTP/1.1 200 OK\r\nX-") as port,
        serving(tmp_path, HTTPS_PROXY=f"http://127.0.0.1:{port}") as server,
    ):
        wait_until(lambda: "W03" in server.codes())
        server.signal(signal.SIGTERM)
        assert server.ended() == 0


class Circle:
    """Records whose pages lead back to the first of them, in one direction."""

    def __init__(self, circling: bool) -> None:
        self.circling, self.deleted, self.asked = circling, list[str](), 0

    def first(self, *, ours: bool) -> Page:
        return self.page("ours") if ours else self.page("a")

    def page(self, where: str) -> Page:
        self.asked += 1
        following = {"a": "b", "b": "c", "c": "b" if self.circling else "", "ours": ""}[where]
        return Page((Record(where, "delivered", AT.replace(year=2025)),), following)

    def delete(self, sid: str) -> bool:
        self.deleted.append(sid)
        return True


def test_pages_that_lead_back_are_walked_once_and_then_it_is_trouble() -> None:
    circle = Circle(circling=True)
    scrubber = Scrubber(circle, lambda: AT)
    steps = [scrubber.step() for _ in range(3)]
    with pytest.raises(UnavailableError):
        scrubber.step()
    assert steps == [None] * 3
    assert circle.deleted == ["a", "b", "c", "ours"]
    assert circle.asked == 4


def test_each_pass_may_walk_the_same_pages_again() -> None:
    scrubber = Scrubber(Circle(circling=False), lambda: AT)
    tallies = [scrubber.step() for _ in range(8)]
    assert [tally.deleted for tally in tallies if tally] == [4, 4]
