# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: ASYNC240 - these tests are about files, and wait for them
"""A store in a file: who may read it, what is left in it, and what happens to it when everything else breaks."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import ANY

import pytest

from bot.errors import StoreDown
from bot.sessions import places
from bot.sessions.places import OnMemoryDisk
from bot.sessions.sealed import Seal
from bot.sessions.session import IDLE_SECONDS, Sessions
from bot.sessions.sqlite import SqliteSessions
from tests.sessions.other import Other
from tests.sessions.stores import KEY, OTHER_KEY, SECRET, TALK, SqliteStores, seeded

pytestmark = pytest.mark.anyio


@pytest.fixture
async def stores(path: Path) -> AsyncIterator[SqliteStores]:
    stores = SqliteStores(path)
    yield stores
    await stores.close()


def beside(path: Path) -> bytes:
    """All bytes of all files of the store."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


async def test_its_files_are_for_nobody_else(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == [f"{path.name}{end}" for end in ("", "-journal", ".workers")]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


async def test_a_file_that_others_could_read_is_closed_to_them(stores: SqliteStores, path: Path) -> None:
    path.touch(0o644)
    path.chmod(0o644)
    await stores.another()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_link_to_another_file_is_not_followed(stores: SqliteStores, path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.touch()
    path.symlink_to(elsewhere)
    with pytest.raises(StoreDown):
        await stores.another()
    assert elsewhere.read_bytes() == b""


async def test_a_file_of_somebody_else_is_not_used(stores: SqliteStores, path: Path) -> None:
    path.touch()
    somebody = os.geteuid() + 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: somebody)
        with pytest.raises(StoreDown):
            await stores.another()


async def test_what_is_replaced_forgotten_or_claimed_is_gone_from_the_file(
    stores: SqliteStores, store: Sessions, path: Path
) -> None:
    random, sealed = seeded(1), set()
    keys = [random.randbytes(32) for _ in range(100)]
    for number in range(600):
        key = random.choice(keys)
        found = await store.read(key)
        if found and number % 3 == 0:
            await store.forget(key, found.version)
        else:
            messages = tuple((10_000 + message, 1) for message in range(random.randrange(40)))
            await store.write(key, replace(TALK, messages=messages, version=found.version if found else 0))
            row = await stores.stored(key)
            assert row
            assert row[1] in path.read_bytes()
            sealed.add(row[1][1:29])
    await stores.age(IDLE_SECONDS + 1)
    while await store.claim_idle():
        continue
    left = beside(path)
    assert len(sealed) > 300
    assert [key for key in keys if key in left] == []
    assert [value for value in sealed if value in left] == []


async def test_the_file_never_holds_anything_in_the_clear(store: Sessions, path: Path) -> None:
    planted = "it.k7x9.p3f2"
    for number in range(50):
        await store.write(number.to_bytes(32), replace(TALK, state=planted, offered=(planted,) * 6))
        for text in (planted, "telegram", "1000001"):
            assert text.encode() not in beside(path)
            assert text.encode("utf-16-le") not in beside(path)


async def test_what_is_from_before_a_restart_of_the_machine_counts_as_nothing(
    stores: SqliteStores, store: Sessions, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.write(KEY, TALK)
    row = await stores.stored(KEY)
    assert row
    monkeypatch.setattr(places, "boot_id", lambda: "another")
    assert await (await stores.another()).read(KEY) is None
    assert row[1] not in beside(path)


async def test_a_process_that_starts_again_finds_what_it_left(stores: SqliteStores, store: Sessions) -> None:
    await store.write(KEY, TALK)
    await store.close()
    assert await (await stores.another()).read(KEY) == replace(TALK, version=ANY)


async def test_a_file_removed_under_a_running_store_is_made_anew(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    path.unlink()
    with pytest.raises(StoreDown):
        await store.write(OTHER_KEY, TALK)
    assert await store.write(OTHER_KEY, TALK)
    assert await store.read(OTHER_KEY) == replace(TALK, version=ANY)


async def test_a_full_disk_is_down_and_comes_back_with_all_that_was_on_it(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    before, during, after = Other("limited", f"sqlite:{path}", "RLIMIT_FSIZE", "131072").says()
    assert (before, after) == (0, 0)
    assert during > 0
    assert await store.read(KEY) == replace(TALK, version=ANY)


async def test_without_file_descriptors_it_is_down_and_comes_back(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    assert Other("limited", f"sqlite:{path}", "RLIMIT_NOFILE", "4").says() == [0, 200, 0]


async def test_a_folder_that_does_not_exist_yet_is_down_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    store = SqliteSessions(OnMemoryDisk(folder / "sessions.db"), Seal(SECRET))
    with pytest.raises(StoreDown):
        await store.open()
    folder.mkdir()
    assert await store.write(KEY, TALK)
    await store.close()


async def test_a_file_that_may_only_be_read_is_down(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    readable = SqliteSessions(_OnlyReadable(path), Seal(SECRET))
    await readable.open()
    assert await readable.read(KEY) == replace(TALK, version=ANY)
    with pytest.raises(StoreDown):
        await readable.write(OTHER_KEY, TALK)
    with pytest.raises(StoreDown):
        await readable.forget(KEY, 1)
    with pytest.raises(StoreDown):
        await readable.claim_idle()
    await readable.close()


class _OnlyReadable(OnMemoryDisk):
    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, isolation_level=None)


async def test_another_process_that_writes_for_too_long_makes_it_down_for_a_while(store: Sessions, path: Path) -> None:
    await store.write(KEY, TALK)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreDown):
            await store.write(OTHER_KEY, TALK)
        assert await store.read(KEY) == replace(TALK, version=ANY)
        other.execute("ROLLBACK")
    other.close()
    assert await store.write(OTHER_KEY, TALK)


async def test_processes_killed_while_they_write_leave_a_store_that_can_be_read(
    stores: SqliteStores, store: Sessions, path: Path
) -> None:
    random = seeded(1)
    for _ in range(12):
        other = Other("hammer", f"sqlite:{path}")
        other.go()
        await asyncio.sleep(random.uniform(0.01, 0.12))
        other.kill()
        anew = await stores.another()
        for key in (number.to_bytes(32) for number in range(50)):
            found = await anew.read(key)
            assert (found is None) == (await stores.stored(key) is None)
        await anew.close()
    with sqlite3.connect(path) as checked:
        assert checked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    checked.close()
    assert await store.write(KEY, TALK)


async def test_two_stores_of_one_process_leave_each_others_locks_alone(stores: SqliteStores, store: Sessions) -> None:
    for number in range(20):
        write = asyncio.create_task(store.write(number.to_bytes(32), TALK))
        anew = await stores.another()
        assert await write
        assert await anew.read(number.to_bytes(32)) == replace(TALK, version=ANY)
        await anew.close()
