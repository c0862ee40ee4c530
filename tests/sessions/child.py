# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Another process on the same store, as a second worker would be: `python -m tests.sessions.child ACTION URL ...`.

It opens the store, says "ready", waits for a line, does what it is told and says what came of it as JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count

from bot.errors import StoreDown
from bot.sessions.choose import open_sessions
from bot.sessions.session import Session, Sessions
from tests.sessions.stores import KEY, SECRET, TALK

CLAIMERS = 4


async def opened(url: str) -> Sessions:
    store = open_sessions(url, SECRET, 2)
    await store.open()
    return store


async def appended(store: Sessions, numbers: Sequence[int]) -> None:
    """Each number is added to what stands in the row of KEY, anew until nobody was in between."""
    for number in numbers:
        while True:
            found = await store.read(KEY) or Session(channel="telegram", chat="1000001")
            if await store.write(KEY, replace(found, messages=(*found.messages, (number, 1)))):
                break


async def claimed(stores: Sequence[Sessions]) -> list[str]:
    """The chats that these claimers get, all at work at once, until nothing is left."""

    async def until_empty(store: Sessions) -> list[str]:
        chats: list[str] = []
        while found := await store.claim_idle(7):
            chats += [session.chat for session in found]
        return chats

    return [chat for chats in await asyncio.gather(*map(until_empty, stores)) for chat in chats]


async def append(url: str, *numbers: str) -> object:
    store = await waited(url)
    await appended(store, [int(number) for number in numbers])
    await store.close()
    return None


async def claim(url: str) -> object:
    stores = [await opened(url) for _ in range(CLAIMERS - 1)]
    stores.append(await waited(url))
    chats = await claimed(stores)
    for store in stores:
        await store.close()
    return chats


async def leave(url: str) -> object:
    store = await waited(url)
    left = await store.claim_all()
    await store.close()
    return [session.chat for session in left]


async def hammer(url: str) -> object:
    """Writes and forgets until it is killed."""
    store = await waited(url)
    for number in count():
        key = (number % 50).to_bytes(32)
        found = await store.read(key)
        if found and number % 3 == 0:
            await store.forget(key, found.version)
        else:
            await store.write(key, replace(TALK, version=found.version if found else 0, state=os.urandom(200).hex()))
    return None


async def mended(url: str, number: str) -> object:
    """How many calls found the store down before this process could write its row."""
    store = await waited(url)
    for down in count():
        with suppress(StoreDown):
            assert await store.write(int(number).to_bytes(32), replace(TALK, chat=number))
            await store.close()
            return down
    return None


async def limited(url: str, name: str, limit: str) -> object:
    """Works, then anew under a limit of this process, then without it: how many writes failed each time."""
    kind = getattr(resource, name)
    allowed = resource.getrlimit(kind)
    store = await waited(url)
    before = await failures(store)
    await store.close()
    resource.setrlimit(kind, (int(limit), allowed[1]))
    with suppress(StoreDown):
        await store.open()
    during = await failures(store)
    resource.setrlimit(kind, allowed)
    after = await failures(store)
    await store.close()
    return [before, during, after]


async def failures(store: Sessions) -> int:
    """How many of 200 writes, each with its read, found the store down; what was written is always read back."""
    failed = 0
    for number in range(200):
        key = os.urandom(32)
        try:
            assert await store.write(key, replace(TALK, state=os.urandom(200).hex(), chat=str(number)))
            assert (await store.read(key) or TALK).chat == str(number)
        except StoreDown:
            failed += 1
    return failed


async def waited(url: str) -> Sessions:
    store = await opened(url)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    return store


ACTIONS: dict[str, Callable[..., Awaitable[object]]] = {
    "append": append, "claim": claim, "leave": leave, "hammer": hammer, "limited": limited,
    "mended": mended,
}  # fmt: skip


async def main(action: str, *words: str) -> object:
    return await ACTIONS[action](*words)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(main(*sys.argv[1:]))))
