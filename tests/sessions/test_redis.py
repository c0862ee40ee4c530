# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Redis as it fails: killed, frozen, started anew; and what its own clock forgets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import ANY

import pytest

from bot.errors import StoreDown
from bot.sessions import asking
from bot.sessions import redis as ours
from bot.sessions.redis_scripts import GRACE_SECONDS, INDEX, WORKERS
from bot.sessions.session import IDLE_SECONDS, Sessions
from tests.sessions.redis_server import Server
from tests.sessions.stores import DIGITS, KEY, OTHER_KEY, TALK, RedisStores

pytestmark = pytest.mark.anyio


@pytest.fixture
async def stores(server: Server) -> AsyncIterator[RedisStores]:
    stores = RedisStores(server.url)
    await stores.wipe()
    yield stores
    await stores.close()


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[Server]:
    """A server of this test alone."""
    server = Server(tmp_path)
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def on_fragile(fragile: Server) -> AsyncIterator[Sessions]:
    stores = RedisStores(fragile.url)
    yield await stores.another()
    await stores.close()


async def test_a_killed_server_is_down_at_every_call_and_heals_when_it_is_back(
    fragile: Server, on_fragile: Sessions
) -> None:
    await asyncio.gather(*(on_fragile.write(number.to_bytes(32), TALK) for number in range(20)))
    fragile.stop()
    for call in (
        *(on_fragile.read(KEY), on_fragile.write(KEY, TALK), on_fragile.forget(KEY, 1)),
        *(on_fragile.claim_idle(), on_fragile.claim_all(), on_fragile.open()),
    ):
        with pytest.raises(StoreDown):
            await call
    fragile.start()
    assert await asyncio.gather(*(on_fragile.write(number.to_bytes(32), TALK) for number in range(20))) == [True] * 20


async def test_a_server_started_anew_between_two_calls_is_not_even_noticed(
    fragile: Server, on_fragile: Sessions
) -> None:
    await on_fragile.write(KEY, TALK)
    fragile.stop()
    fragile.start()
    await asyncio.sleep(0.1)
    assert await on_fragile.write(KEY, TALK)
    assert await on_fragile.read(KEY) == replace(TALK, version=ANY)


async def test_a_server_that_does_not_answer_is_down_after_the_time_limit_and_heals(
    fragile: Server, on_fragile: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking.asked, "__defaults__", (0.2,))
    fragile.freeze()
    with pytest.raises(StoreDown):
        await on_fragile.write(KEY, TALK)
    with pytest.raises(StoreDown):
        await on_fragile.read(KEY)
    fragile.thaw()
    monkeypatch.undo()
    assert await on_fragile.write(OTHER_KEY, TALK)
    assert await on_fragile.read(OTHER_KEY) == replace(TALK, version=ANY)


async def test_what_a_server_gave_too_late_is_given_to_the_next_claim(
    fragile: Server, on_fragile: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await on_fragile.claim_idle() == []
    await on_fragile.write(KEY, TALK, lasts=0)
    monkeypatch.setattr(asking.asked, "__defaults__", (0.2,))
    monkeypatch.setattr(asking.Claims.taken, "__defaults__", (None, 0.2))
    fragile.freeze()
    with pytest.raises(StoreDown):
        await on_fragile.claim_idle()
    fragile.thaw()
    monkeypatch.undo()
    claimed = [found for _ in range(50) for found in await on_fragile.claim_idle()]
    assert [found.chat for found in claimed] == ["1000001"]


async def test_the_server_itself_forgets(stores: RedisStores, store: Sessions) -> None:
    await store.write(KEY, DIGITS, lasts=0.05)
    while await stores.stored(KEY):
        continue
    assert await store.read(KEY) is None


async def test_what_must_be_deleted_can_be_claimed_for_an_hour_and_then_it_is_forgotten(
    stores: RedisStores, store: Sessions
) -> None:
    await store.write(KEY, TALK)
    await store.write(OTHER_KEY, TALK)
    await stores.age(IDLE_SECONDS + GRACE_SECONDS - 60)
    assert len(await store.claim_idle(1)) == 1
    await stores.age(61)
    assert await stores.stored(KEY) is None
    assert await stores.stored(OTHER_KEY) is None
    assert await store.claim_idle() == []


async def test_nothing_is_left_on_the_server_once_all_is_over(stores: RedisStores, store: Sessions) -> None:
    await store.write(KEY, TALK)
    await store.write(OTHER_KEY, DIGITS)
    assert await stores.lasts(INDEX) <= IDLE_SECONDS + GRACE_SECONDS
    assert await stores.lasts(WORKERS) <= ours.COUNTS_SECONDS
    found = await store.read(OTHER_KEY)
    assert found
    assert await store.forget(OTHER_KEY, found.version)
    assert await stores.members(INDEX) == 1
    await store.claim_all()
    assert await stores.names() == []


async def test_a_process_goes_on_saying_that_it_lives(stores: RedisStores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ours, "BEAT_SECONDS", 0.01)
    store, other = await stores.another(), await stores.another()
    await store.write(KEY, TALK)
    await stores.age(ours.COUNTS_SECONDS + 1)
    while await stores.believed() < 2:
        continue
    assert await store.claim_all() == []
    assert len(await other.claim_all()) == 1
    await asyncio.sleep(0.05)
    assert await stores.names() == []


async def test_a_value_of_another_kind_in_the_place_of_a_row_counts_as_absent(
    stores: RedisStores, store: Sessions
) -> None:
    await stores.plant_text(KEY, "not a row")
    assert await store.read(KEY) is None
    await stores.plant_text(KEY, "not a row")
    assert await store.write(KEY, TALK)
    assert await store.read(KEY) == replace(TALK, version=ANY)


async def test_the_driver_says_nothing_of_us_even_when_it_may_say_everything(
    store: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await store.write(KEY, TALK)
        await store.read(KEY)
    assert caplog.records == []
