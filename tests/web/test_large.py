# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever shows in the headers to be the platform may send more, and is never told to send it again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

import httpx
import pytest

from bot.channels.base import Reply
from bot.web.limits import BODY, HEAD, LARGEST, LONG_AT_ONCE, WRITTEN
from bot.web.server import build

pytestmark = pytest.mark.anyio

KNOWN = {"x-shows": "it"}


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async def counted(_headers: Mapping[str, str], body: bytes) -> Reply:
        return Reply(200, str(len(body)).encode())

    known = {"/telegram": lambda headers: headers.get("x-shows") == "it"}
    app = build({"/telegram": counted, "/whatsapp": counted}, lambda: {"mode": "normal"}, known=known)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        yield client


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/telegram", BODY + 1, 200),
        ("/telegram", LARGEST, 200),
        ("/whatsapp", BODY, 200),
        ("/whatsapp", BODY + 1, 413),
    ],
)
@pytest.mark.parametrize("declared", [True, False])
async def test_each_address_has_its_own_limit(
    http: httpx.AsyncClient, path: str, size: int, status: int, declared: bool
) -> None:
    answered = await http.post(path, content=b"x" * size if declared else pieces(size), headers=KNOWN)
    assert answered.status_code == status
    assert answered.content == (str(size).encode() if status == 200 else b"")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"%C3" * BODY, 200),
        (b"%C3" * BODY + b"x", 413),
        (b"%C3" * 1_000 + b"x" * (BODY - 1_000), 200),
        (b"%C3" * 1_000 + b"x" * (BODY - 999), 413),
        (b"%" * WRITTEN, 200),
        (b"%" * (WRITTEN + 1), 413),
    ],
    ids=["codes", "codes and more", "mixed", "mixed and more", "signs", "signs and more"],
)
@pytest.mark.parametrize("declared", [True, False])
async def test_a_code_counts_as_the_byte_that_it_stands_for(
    http: httpx.AsyncClient, body: bytes, status: int, declared: bool
) -> None:
    answered = await http.post("/whatsapp", content=body if declared else cut(body))
    assert answered.status_code == status
    assert answered.content == (str(len(body)).encode() if status == 200 else b"")


async def test_so_many_long_bodies_come_in_at_a_time_and_short_ones_always(http: httpx.AsyncClient) -> None:
    begun, go = asyncio.Semaphore(0), asyncio.Event()

    async def long() -> AsyncIterator[bytes]:
        yield b"%C3" * (BODY // 2)
        begun.release()
        await go.wait()

    async with asyncio.TaskGroup() as group, asyncio.timeout(60):
        posts = [group.create_task(http.post("/whatsapp", content=long())) for _ in range(LONG_AT_ONCE)]
        for _ in posts:
            await begun.acquire()
        assert (await http.post("/whatsapp", content=long())).status_code == 413
        assert (await http.post("/whatsapp", content=b"x" * BODY)).status_code == 200
        go.set()
    assert {post.result().status_code for post in posts} == {200}
    assert (await http.post("/whatsapp", content=long())).status_code == 200


def pieces(size: int) -> AsyncIterator[bytes]:
    return cut(b"x" * size)


async def cut(body: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(body), 9998):
        yield body[at : at + 9998]


@pytest.mark.parametrize("declared", [True, False])
async def test_too_much_from_the_platform_is_dropped_and_answered_as_if_it_were_nothing(
    http: httpx.AsyncClient, declared: bool
) -> None:
    size = LARGEST + 100_000
    answered = await http.post("/telegram", content=b"x" * size if declared else pieces(size), headers=KNOWN)
    assert (answered.status_code, answered.content) == (200, b"0")


async def test_a_stranger_is_refused_before_a_byte_of_the_body_is_read(http: httpx.AsyncClient) -> None:
    read = 0

    async def watched() -> AsyncIterator[bytes]:
        nonlocal read
        read += 1
        yield b"x"

    for headers in ({}, {"x-shows": "that"}):
        assert (await http.post("/telegram", content=watched(), headers=headers)).status_code == 403
    assert read == 0


@pytest.mark.parametrize(("method", "path"), [("GET", "/health"), ("POST", "/whatsapp"), ("GET", "/nowhere")])
async def test_too_much_before_the_body_is_refused_whatever_is_asked_for(
    http: httpx.AsyncClient, method: str, path: str
) -> None:
    headers = {f"x{number}": "a" * 90 for number in range(HEAD // 90)}
    assert (await http.request(method, path, headers=headers)).status_code == 431
