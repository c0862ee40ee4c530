# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The small Telegram behind a real socket, for what only shows on the way through the libraries."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl

from tests.telegram.fake import Call, Fake, Refusal

PLAIN = {"text", "url", "secret_token", "callback_query_id", "language_code"}
PLAIN |= {"name", "description", "short_description"}
"""Parameters that are text as they stand; all others are JSON."""


@asynccontextmanager
async def listening(fake: Fake) -> AsyncIterator[str]:
    """The address of `fake`, while it listens."""
    open_ones: set[asyncio.StreamWriter] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_ones.add(writer)
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(await _answer(fake, head.decode(), reader))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for writer in open_ones:
            writer.close()
        await asyncio.gather(*(writer.wait_closed() for writer in open_ones), return_exceptions=True)
        await server.wait_closed()


async def _answer(fake: Fake, head: str, reader: asyncio.StreamReader) -> bytes:
    path = head.split(" ", 2)[1]
    length = next((int(line[15:]) for line in head.split("\r\n") if line.lower().startswith("content-length:")), 0)
    body = await reader.readexactly(length)
    status, payload = await _result(fake, Call(path.rpartition("/")[2], _parameters(body.decode())))
    lines = [f"HTTP/1.1 {status} X", "Date: Mon, 23 Nov 2026 09:00:00 GMT", f"Content-Length: {len(payload)}", "", ""]
    return "\r\n".join(lines).encode() + payload


async def _result(fake: Fake, call: Call) -> tuple[int, bytes]:
    fake.calls.append(call)
    if fake.delay:
        await asyncio.sleep(fake.delay)
    try:
        return 200, json.dumps({"ok": True, "result": await fake._answer(call)}).encode()
    except Refusal as refusal:
        if refusal.status == 200:
            return 200, refusal.words.encode()
        return refusal.status, json.dumps({"ok": False, "description": refusal.words}).encode()


def _parameters(body: str) -> dict[str, Any]:
    return {name: value if name in PLAIN else json.loads(value) for name, value in parse_qsl(body)}
