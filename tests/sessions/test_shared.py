# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes on one store: nothing is lost between them, and nothing is given out twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import ANY

import pytest

from bot.sessions.redis_scripts import WORKERS
from bot.sessions.session import Sessions
from tests.sessions.child import CLAIMERS, appended, claimed
from tests.sessions.other import Other
from tests.sessions.stores import KEY, TALK, RedisStores, Stores

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("stores", ["file", "redis"], indirect=True)]


@pytest.fixture
def url(stores: Stores, path: Path) -> str:
    return stores.url if isinstance(stores, RedisStores) else f"sqlite:{path}"


@pytest.fixture
def other(url: str, store: Sessions) -> Iterator[Other]:  # noqa: ARG001 - the store is opened first
    other = Other("leave", url)
    yield other
    other.kill()


async def test_a_session_written_in_one_process_is_read_in_another(stores: Stores, store: Sessions) -> None:
    await store.write(KEY, TALK)
    assert await (await stores.another()).read(KEY) == replace(TALK, version=ANY)


async def test_no_update_is_lost_between_two_stores(stores: Stores, store: Sessions) -> None:
    both = [store, await stores.another()]
    await asyncio.gather(*(appended(both[number % 2], [number]) for number in range(60)))
    found = await store.read(KEY)
    assert found
    assert {number for number, _ in found.messages} == set(range(60))


async def test_no_update_is_lost_between_two_processes(url: str, store: Sessions) -> None:
    other = Other("append", url, *map(str, range(100, 200)))
    says = asyncio.create_task(asyncio.to_thread(other.says))
    await appended(store, range(100))
    await says
    found = await store.read(KEY)
    assert found
    assert {number for number, _ in found.messages} == set(range(200))


async def test_each_idle_session_is_given_to_one_of_eight_claimers_in_two_processes(
    url: str, stores: Stores, store: Sessions
) -> None:
    for number in range(300):
        await store.write(number.to_bytes(32), replace(TALK, chat=str(number)), lasts=0)
    ours = [await stores.another() for _ in range(CLAIMERS)]
    other = Other("claim", url)
    theirs = asyncio.create_task(asyncio.to_thread(other.says))
    chats = await claimed(ours) + await theirs
    assert sorted(chats, key=int) == [str(number) for number in range(300)]


async def test_who_leaves_first_takes_nothing_and_the_last_takes_all(store: Sessions, other: Other) -> None:
    await store.write(KEY, TALK)
    assert await store.claim_all() == []
    assert await store.read(KEY) == replace(TALK, version=ANY)
    assert other.says() == ["1000001"]
    assert await store.read(KEY) is None


async def test_once_the_other_has_left_everything_is_ours(store: Sessions, other: Other) -> None:
    await store.write(KEY, TALK)
    assert other.says() == []
    assert [session.chat for session in await store.claim_all()] == ["1000001"]


async def test_of_two_that_leave_at_once_exactly_one_takes_all(stores: Stores) -> None:
    for _ in range(20):
        both = [await stores.another(), await stores.another()]
        await both[0].write(KEY, TALK)
        left = await asyncio.gather(*(store.claim_all() for store in both))
        assert sorted(len(found) for found in left) == [0, 1]
        await asyncio.gather(*(store.close() for store in both))


async def test_a_process_that_was_killed_does_not_count_for_ever(stores: Stores, store: Sessions, other: Other) -> None:
    await store.write(KEY, TALK)
    other.kill()
    if isinstance(stores, RedisStores):
        assert await stores.members(WORKERS) == 2
        await stores.age(31)
    assert [session.chat for session in await store.claim_all()] == ["1000001"]
