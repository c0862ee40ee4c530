# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a stranger may do to the server: little, and nothing to anybody else. On real sockets."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.web.limits import WRITTEN
from tests.web.serving import Answered, Serving, call, wait_until


def exchanged(server: Serving, sent: bytes) -> bytes:
    """All that comes back on a connection on which `sent` was sent, until it is closed."""
    with server.connected() as connection:
        connection.sendall(sent)
        return everything(connection)


def everything(connection: socket.socket) -> bytes:
    came = b""
    try:
        while more := connection.recv(4096):
            came += more
    except ConnectionResetError:
        pass
    return came


def post(path: str, *headers: str) -> bytes:
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: x", *headers, "", ""]).encode()


def test_somebody_who_writes_is_answered(server: Serving) -> None:
    answered = server.say("aiuto")
    assert answered.status == 200
    assert b"112" in answered.body


@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/whatsapp/", "/telegram", "/health/", "/../x", "//"])
def test_every_other_path_says_the_same_nothing(server: Serving, path: str) -> None:
    for method in ("GET", "POST"):
        answered = server.ask(method, path)
        assert (answered.status, answered.body) == (404, b"")


@pytest.mark.parametrize(("method", "path"), [("GET", "/whatsapp"), ("PUT", "/whatsapp"), ("POST", "/health")])
def test_a_wrong_method_is_refused(server: Serving, method: str, path: str) -> None:
    answered = server.ask(method, path)
    assert (answered.status, answered.body) == (405, b"")


def test_no_answer_says_what_runs_here(server: Serving) -> None:
    for answered in (server.ask("GET", "/health"), server.ask("GET", "/"), server.say("ciao")):
        assert {name.lower() for name in answered.headers}.isdisjoint({"server", "date", "x-powered-by"})


def test_a_body_declared_too_large_is_refused_unread(server: Serving) -> None:
    assert exchanged(server, post("/whatsapp", f"Content-Length: {WRITTEN + 1}")).startswith(b"HTTP/1.1 413 ")


def test_a_body_that_turns_out_too_large_is_refused(server: Serving) -> None:
    chunk = b"4000\r\n" + b"a" * 0x4000 + b"\r\n"
    assert exchanged(server, post("/whatsapp", "Transfer-Encoding: chunked") + chunk * 5).startswith(b"HTTP/1.1 413 ")


def test_a_body_in_pieces_is_read_like_any_other(server: Serving) -> None:
    body, headers = call("ciao")
    pieces = b"".join(b"%x\r\n%s\r\n" % (1, bytes([byte])) for byte in body) + b"0\r\n\r\n"
    named = [f"{name}: {value}" for name, value in headers.items()]
    sent = post("/whatsapp", "Transfer-Encoding: chunked", "Connection: close", *named) + pieces
    assert exchanged(server, sent).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"BREW /whatsapp HTCPCP/1.0\r\n\r\n",
        b"GET /health HTTP/1.1\r\n\r\n",
        post("/whatsapp", "Content-Length: -1"),
        post("/whatsapp", "Content-Length: 1", "Content-Length: 2"),
        b"POST " + b"/" * 70_000,
        b"\0" * 70_000,
    ],
    ids=["tls", "coffee", "no host", "negative", "two lengths", "long path", "zeros"],
)
def test_what_is_not_http_is_refused_in_silence(server: Serving, sent: bytes) -> None:
    head, _, body = exchanged(server, sent).partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[0] in {b"HTTP/1.1 400 ", b""}
    assert body == b""


def test_too_many_headers_are_refused_before_anything_is_read(server: Serving) -> None:
    for headers in (["X: " + "a" * 20_000], [f"X{number}: a" for number in range(5_000)]):
        assert exchanged(server, post("/whatsapp", *headers)).split(b" ")[1] in {b"400", b"431"}


def test_a_broken_chunk_in_the_middle_ends_the_connection(server: Serving) -> None:
    came = exchanged(server, post("/whatsapp", "Transfer-Encoding: chunked") + b"5\r\nhello\r\nzz\r\n")
    assert came.split(b"\r\n")[0] in {b"HTTP/1.1 400 ", b""}
    assert server.ask("GET", "/health").status == 200


def test_the_slow_are_cut_off_and_nobody_else_waits(server: Serving) -> None:
    before = server.connections()
    body, headers = call("ciao")
    head = post("/whatsapp", f"Content-Length: {len(body)}", *(f"{name}: {value}" for name, value in headers.items()))
    slow = [server.connected() for _ in range(60)]
    for index, connection in enumerate(slow):
        connection.sendall([b"", head[:20], head + body[:-1]][index % 3])
    assert server.say("ciao").status == 200
    for connection in slow:
        assert everything(connection) == b""
        connection.close()
    wait_until(lambda: server.connections() <= before)


def test_a_hundred_at_once_are_all_answered(server: Serving) -> None:
    before = server.connections()

    def one(number: int) -> Answered:
        return server.say("aiuto", f"+1500555{number:04}")

    with ThreadPoolExecutor(100) as callers:
        answers = list(callers.map(one, range(100)))
    assert {answered.status for answered in answers} == {200}
    assert all(b"112" in answered.body for answered in answers)
    wait_until(lambda: server.connections() <= before)


def test_several_calls_may_share_a_connection(server: Serving) -> None:
    body, headers = call("ciao")
    named = [f"{name}: {value}" for name, value in headers.items()]
    one = post("/whatsapp", f"Content-Length: {len(body)}", *named) + body
    with server.connected() as connection:
        connection.sendall(one * 3 + post("/nowhere", "Content-Length: 0"))
        came = everything(connection)
    assert came.count(b"HTTP/1.1 200 OK") == 3
    assert came.count(b"HTTP/1.1 404 Not Found") == 1
