# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: ASYNC240 - these tests are about files, and wait for them
"""A file that was spoilt from outside: never an answer made of it, and a new one by itself where it was ours."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from unittest.mock import ANY

import pytest

from bot.errors import StoreDown
from bot.sessions import places
from bot.sessions.session import Sessions
from tests.sessions.other import Other
from tests.sessions.stores import KEY, OTHER_KEY, TALK, SqliteStores, seeded

pytestmark = pytest.mark.anyio

NO_STORE = b"a letter of somebody's" * 1000


@pytest.fixture
async def stores(path: Path) -> AsyncIterator[SqliteStores]:
    stores = SqliteStores(path)
    yield stores
    await stores.close()


async def test_a_file_that_is_no_store_is_down_and_left_alone(stores: SqliteStores, path: Path) -> None:
    path.write_bytes(b"a letter of somebody's" * 100)
    with pytest.raises(StoreDown):
        await stores.another()
    assert path.read_bytes() == b"a letter of somebody's" * 100


async def test_bytes_overwritten_in_the_file_are_down_or_absent_and_never_an_answer(
    store: Sessions, path: Path, stores: SqliteStores
) -> None:
    for number in range(60):
        await store.write(number.to_bytes(32), TALK)
    await store.close()
    random, good = seeded(1), path.read_bytes()
    for _ in range(60):
        spoilt = bytearray(good)
        place = random.randrange(len(good) - 600)
        spoilt[place : place + 600] = random.randbytes(600)
        path.write_bytes(bytes(spoilt))
        assert await answers(stores) <= {None, TALK}


async def answers(stores: SqliteStores) -> set[object]:
    """Whatever the store says of its rows, without what it cannot say."""
    found: set[object] = set()
    try:
        store = await stores.another()
    except StoreDown:
        return found
    for number in range(60):
        try:
            session = await store.read(number.to_bytes(32))
            found.add(session and replace(session, version=0))
        except StoreDown:
            continue
    await store.close()
    return found


async def test_a_store_of_ours_that_was_spoilt_while_nobody_had_it_open_is_made_anew(
    stores: SqliteStores, store: Sessions, path: Path
) -> None:
    await store.close()
    path.write_bytes(NO_STORE)
    anew = await stores.another()
    assert await anew.write(KEY, TALK)
    assert await anew.read(KEY) == replace(TALK, version=ANY)
    assert b"letter" not in path.read_bytes()


async def test_a_store_that_is_spoilt_while_it_is_used_is_down_once_and_then_made_anew(
    stores: SqliteStores, store: Sessions, path: Path
) -> None:
    other = await stores.another()
    await store.write(KEY, TALK)
    await other.read(KEY)
    path.write_bytes(NO_STORE)
    for found in (store, other):
        with pytest.raises(StoreDown):
            await found.read(KEY)
    assert await store.write(KEY, TALK)
    assert await other.write(OTHER_KEY, TALK)
    assert await other.read(KEY) == await store.read(KEY) == replace(TALK, version=ANY)
    assert await store.read(OTHER_KEY) == replace(TALK, version=ANY)


async def test_what_a_spoilt_store_held_is_overwritten(stores: SqliteStores, store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    row = await stores.stored(KEY)
    assert row
    with path.open("r+b", buffering=0) as held:
        held.write(b"spoilt")
        await store.close()
        await stores.another()
        held.seek(0)
        assert held.read().strip(b"\0") == b""
    assert row[1] not in b"".join(file.read_bytes() for file in path.parent.iterdir())


async def test_a_store_with_damage_in_the_middle_is_made_anew_once_it_is_met(
    stores: SqliteStores, store: Sessions, path: Path
) -> None:
    for number in range(60):
        await store.write(number.to_bytes(32), TALK)
    with path.open("r+b") as held:
        held.seek(8192)
        held.write(b"\xff" * 4096)
    anew = await stores.another()
    with pytest.raises(StoreDown):
        await anew.read(KEY)
    for number in range(60):
        assert await anew.write(number.to_bytes(32), TALK)


async def test_a_row_whose_columns_hold_nothing_counts_as_absent(stores: SqliteStores, path: Path) -> None:
    with sqlite3.connect(path) as before:
        before.execute("CREATE TABLE sessions (key BLOB PRIMARY KEY, version, deadline, erasable, sealed)")
        before.execute("CREATE TABLE boot (id TEXT)")
        before.execute("INSERT INTO boot VALUES (?)", (places.boot_id(),))
        before.execute("INSERT INTO sessions VALUES (?, NULL, NULL, 1, NULL)", (KEY,))
    before.close()
    store = await stores.another()
    assert await store.read(KEY) is None
    assert await store.write(KEY, TALK)


async def test_of_several_processes_that_find_it_spoilt_one_makes_it_anew(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    others = [Other("mended", f"sqlite:{path}", str(number)) for number in range(4)]
    path.write_bytes(NO_STORE)
    for other in others:
        other.go()
    assert [other.says() for other in others] == [1, 1, 1, 1]
    for number in range(4):
        with suppress(StoreDown):
            await store.read(KEY)
        found = await store.read(number.to_bytes(32))
        assert found == replace(TALK, chat=str(number), version=ANY)
