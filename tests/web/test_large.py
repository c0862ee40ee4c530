# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Telegram's calls may be larger than others', which costs strangers' calls nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

import httpx
import pytest

from bot.channels.base import Reply
from bot.web.limits import BODY, LARGE_AT_ONCE, LARGEST
from bot.web.server import build

pytestmark = pytest.mark.anyio


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async def counted(_headers: Mapping[str, str], body: bytes) -> Reply:
        return Reply(200, str(len(body)).encode())

    app = build({"/telegram": counted, "/whatsapp": counted}, lambda: {"mode": "normal"})
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
        yield client


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/telegram", BODY + 1, 200),
        ("/telegram", LARGEST["/telegram"], 200),
        ("/telegram", LARGEST["/telegram"] + 1, 413),
        ("/whatsapp", BODY, 200),
        ("/whatsapp", BODY + 1, 413),
    ],
)
async def test_each_address_has_its_own_limit(http: httpx.AsyncClient, path: str, size: int, status: int) -> None:
    answered = await http.post(path, content=b"x" * size)
    assert answered.status_code == status
    assert answered.content == (str(size).encode() if status == 200 else b"")


async def pieces(size: int, more: asyncio.Event, begun: asyncio.Semaphore | None = None) -> AsyncIterator[bytes]:
    """A body whose rest waits for `more`; `begun` counts those whose first byte was read."""
    yield b"x"
    if begun:
        begun.release()
    await more.wait()
    yield b"x" * (size - 1)


async def test_what_does_not_declare_its_length_has_the_lower_limit(http: httpx.AsyncClient) -> None:
    more = asyncio.Event()
    more.set()
    assert (await http.post("/telegram", content=pieces(BODY + 1, more))).status_code == 413


async def test_only_so_many_large_bodies_are_read_at_a_time_and_small_ones_pass(http: httpx.AsyncClient) -> None:
    more, begun, size = asyncio.Event(), asyncio.Semaphore(0), BODY + 1
    declared = {"content-length": str(size)}
    slow = [
        asyncio.create_task(http.post("/telegram", content=pieces(size, more, begun), headers=declared))
        for _ in range(LARGE_AT_ONCE)
    ]
    for _ in slow:
        await begun.acquire()
    assert (await http.post("/telegram", content=b"x" * size)).status_code == 503
    assert (await http.post("/telegram", content=b"x")).status_code == 200
    more.set()
    assert [answered.status_code for answered in await asyncio.gather(*slow)] == [200] * LARGE_AT_ONCE
