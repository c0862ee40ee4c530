# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What every store of sessions promises, held to each of the three in the same way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from unittest.mock import ANY

import pytest

from bot.errors import StoreDown
from bot.sessions.session import IDLE_SECONDS, Session, Sessions
from tests.sessions.stores import DIGITS, KEY, OTHER_KEY, OTHER_SECRET, TALK, Stores

pytestmark = pytest.mark.anyio


def key_of(number: int) -> bytes:
    return number.to_bytes(32)


async def kept(store: Sessions, session: Session = TALK, key: bytes = KEY, lasts: float = IDLE_SECONDS) -> None:
    assert await store.write(key, session, lasts)


async def version(store: Sessions, key: bytes = KEY) -> int:
    found = await store.read(key)
    assert found
    return found.version


async def test_what_was_never_written_is_absent(store: Sessions) -> None:
    assert await store.read(KEY) is None


async def test_what_is_written_is_read_back_whole_and_each_write_has_a_version_of_its_own(store: Sessions) -> None:
    await kept(store)
    assert await store.read(KEY) == replace(TALK, version=ANY)
    first = await version(store)
    await kept(store, replace(DIGITS, version=first))
    assert await store.read(KEY) == replace(DIGITS, version=ANY)
    assert await version(store) not in {0, first}
    assert await store.read(OTHER_KEY) is None


async def test_no_version_comes_back_once_a_session_was_forgotten(store: Sessions) -> None:
    await kept(store)
    before = await version(store)
    assert await store.forget(KEY, before)
    await kept(store, DIGITS)
    assert not await store.write(KEY, replace(TALK, version=before))
    assert not await store.forget(KEY, before)
    assert await store.read(KEY) == replace(DIGITS, version=ANY)


async def test_the_smallest_and_a_large_session_are_read_back_whole(store: Sessions) -> None:
    many = tuple((number, 1_700_000_000 + number) for number in range(100))
    state, seen = "it." + "k" * 61, (("0a" * 8, "it.k7"),) * 8
    large = Session(state, ("it.k7",) * 6, "it.k8", seen, "telegram", "-1001", (1, 2), many)
    await kept(store, Session())
    await kept(store, large, OTHER_KEY)
    assert await store.read(KEY) == Session(version=ANY)
    assert await store.read(OTHER_KEY) == replace(large, version=ANY)


async def test_a_write_over_another_version_changes_nothing(store: Sessions) -> None:
    await kept(store)
    assert not await store.write(KEY, replace(DIGITS, version=0))
    assert not await store.write(KEY, replace(DIGITS, version=await version(store) + 1))
    assert await store.read(KEY) == replace(TALK, version=ANY)


async def test_a_write_over_what_is_gone_stores_nothing(store: Sessions) -> None:
    assert not await store.write(KEY, replace(TALK, version=3))
    assert await store.read(KEY) is None


async def test_forgetting_wants_the_version_that_is_stored(store: Sessions) -> None:
    assert not await store.forget(KEY, 1)
    await kept(store)
    now = await version(store)
    assert not await store.forget(KEY, 0)
    assert not await store.forget(KEY, now + 1)
    assert await store.read(KEY) == replace(TALK, version=now)
    assert await store.forget(KEY, now)
    assert await store.read(KEY) is None
    assert not await store.forget(KEY, now)


async def test_past_its_deadline_only_what_must_be_deleted_is_left(store: Sessions, stores: Stores) -> None:
    await kept(store)
    await stores.age(IDLE_SECONDS - 60)
    assert await store.read(KEY) == replace(TALK, version=ANY)
    await stores.age(61)
    left = await store.read(KEY)
    assert left == replace(TALK, version=ANY).bare()
    assert left.state == ""
    assert left.offered == ()
    assert left.seen == ()


async def test_past_its_deadline_a_session_with_nothing_to_delete_is_absent(store: Sessions, stores: Stores) -> None:
    await kept(store, DIGITS)
    before = await version(store)
    await stores.age(IDLE_SECONDS + 1)
    assert await store.read(KEY) is None
    assert not await store.write(KEY, replace(DIGITS, version=before))
    assert not await store.forget(KEY, before)
    await kept(store, DIGITS)
    assert await store.read(KEY) == replace(DIGITS, version=ANY)


async def test_what_is_left_can_be_taken_up_again(store: Sessions, stores: Stores) -> None:
    await kept(store)
    await stores.age(IDLE_SECONDS + 1)
    left = await store.read(KEY)
    assert left
    await kept(store, replace(left, state="it.b2"))
    assert await store.claim_idle() == []
    assert await store.read(KEY) == replace(TALK.bare(), state="it.b2", version=ANY)


async def test_each_write_sets_the_deadline_anew(store: Sessions, stores: Stores) -> None:
    await kept(store)
    await stores.age(IDLE_SECONDS - 60)
    await kept(store, replace(TALK, version=await version(store)), lasts=240)
    await stores.age(180)
    assert await store.read(KEY) == replace(TALK, version=ANY)
    await stores.age(61)
    assert await store.read(KEY) == replace(TALK, version=ANY).bare()


async def test_only_idle_conversations_are_claimed_and_only_with_what_must_be_deleted(
    store: Sessions, stores: Stores
) -> None:
    await kept(store)
    await kept(store, DIGITS, OTHER_KEY)
    assert await store.claim_idle() == []
    await stores.age(IDLE_SECONDS - 60)
    await kept(store, replace(TALK, chat="1000002"), key_of(3))
    await stores.age(120)
    assert await store.claim_idle() == [replace(TALK, version=ANY).bare()]
    assert await store.claim_idle() == []
    assert await store.read(KEY) is None
    assert await store.read(OTHER_KEY) is None
    assert await store.read(key_of(3)) == replace(TALK, chat="1000002", version=ANY)


async def test_no_more_are_claimed_than_asked_for_and_the_longest_idle_come_first(
    store: Sessions, stores: Stores
) -> None:
    for number in range(10):
        await kept(store, replace(TALK, chat=str(number)), key_of(number), lasts=10 + number)
        await kept(store, DIGITS, key_of(100 + number), lasts=1)
    await stores.age(50)
    claimed = [await store.claim_idle(4) for _ in range(4)]
    assert [len(found) for found in claimed] == [4, 4, 2, 0]
    assert {found.chat for found in claimed[0]} == {"0", "1", "2", "3"}
    assert {found.chat for some in claimed for found in some} == {str(number) for number in range(10)}


async def test_on_the_way_out_everything_is_claimed_once(store: Sessions, stores: Stores) -> None:
    await kept(store)
    await kept(store, DIGITS, OTHER_KEY)
    await stores.age(IDLE_SECONDS + 1)
    await kept(store, replace(TALK, chat="1000002"), key_of(3))
    left = await store.claim_all()
    assert {found.chat for found in left} == {"1000001", "1000002"}
    assert {found.state for found in left} == {""}
    assert [await stores.stored(key) for key in (KEY, OTHER_KEY, key_of(3))] == [None, None, None]
    assert await store.claim_all() == []


@pytest.mark.parametrize("garbage", [b"", b"\x01", b"garbage", b"\x01" * 200, b"\xff" * 3000])
async def test_garbage_in_a_row_counts_as_absent(store: Sessions, stores: Stores, garbage: bytes) -> None:
    await stores.plant(KEY, 5, garbage)
    assert await store.read(KEY) is None
    await stores.plant(KEY, 5, garbage)
    await kept(store)
    assert await store.read(KEY) == replace(TALK, version=ANY)


async def test_garbage_is_claimed_as_nothing(store: Sessions, stores: Stores) -> None:
    await stores.plant(OTHER_KEY, 5, b"garbage")
    await kept(store)
    await stores.age(IDLE_SECONDS + 30)
    assert [found.chat for found in await store.claim_idle()] == ["1000001"]
    assert await store.claim_idle() == []


async def test_what_another_secret_sealed_is_absent(store: Sessions, stores: Stores) -> None:
    await kept(store)
    row = await stores.stored(KEY)
    assert row
    stranger = await stores.another(OTHER_SECRET)
    await stores.plant(OTHER_KEY, *row)
    await stores.plant(KEY, *row)
    assert await stranger.read(KEY) is None
    assert await stranger.write(KEY, TALK)


async def test_a_value_of_another_format_version_is_absent(store: Sessions, stores: Stores) -> None:
    await kept(store)
    row = await stores.stored(KEY)
    assert row
    await stores.plant(KEY, row[0], b"\x02" + row[1][1:])
    assert await store.read(KEY) is None


async def test_a_value_moved_to_another_row_is_absent(store: Sessions, stores: Stores) -> None:
    await kept(store)
    row = await stores.stored(KEY)
    assert row
    await stores.plant(OTHER_KEY, *row)
    assert await store.read(OTHER_KEY) is None
    assert await store.read(KEY) == replace(TALK, version=ANY)


async def test_an_older_value_put_back_is_absent(store: Sessions, stores: Stores) -> None:
    await kept(store)
    older = await stores.stored(KEY)
    assert older
    await kept(store, replace(TALK, state="it.b2", version=older[0]))
    await stores.plant(KEY, await version(store), older[1])
    assert await store.read(KEY) is None


async def test_one_altered_byte_makes_a_row_absent(store: Sessions, stores: Stores) -> None:
    await kept(store)
    row = await stores.stored(KEY)
    assert row
    for place in range(len(row[1])):
        spoilt = bytearray(row[1])
        spoilt[place] ^= 1
        await stores.plant(KEY, row[0], bytes(spoilt))
        assert await store.read(KEY) is None


async def test_nothing_of_a_conversation_is_stored_in_the_clear(store: Sessions, stores: Stores) -> None:
    await kept(store)
    row = await stores.stored(KEY)
    assert row
    for planted in (b"it.k7", b"telegram", b"1000001", (1000001).to_bytes(4, "big"), (1000001).to_bytes(4, "little")):
        assert planted not in row[1]


async def test_no_update_is_lost_among_200_writers(store: Sessions) -> None:
    async def append(number: int) -> None:
        key = key_of(number % 10)
        while True:
            found = await store.read(key) or Session(channel="telegram", chat="1000001")
            if await store.write(key, replace(found, messages=(*found.messages, (number, 1)))):
                return

    await asyncio.gather(*(append(number) for number in range(200)))
    for place in range(10):
        found = await store.read(key_of(place))
        assert found
        assert {message for message, _ in found.messages} == set(range(place, 200, 10))


async def test_of_200_first_writers_one_wins(store: Sessions) -> None:
    writes = (store.write(KEY, replace(TALK, chat=str(number))) for number in range(200))
    assert sum(await asyncio.gather(*writes)) == 1


async def test_of_200_who_forget_one_succeeds(store: Sessions) -> None:
    await kept(store)
    now = await version(store)
    assert sum(await asyncio.gather(*(store.forget(KEY, now) for _ in range(200)))) == 1


async def test_cancelled_calls_leave_the_store_usable(store: Sessions) -> None:
    for rounds in range(50):
        calls = [asyncio.ensure_future(store.write(key_of(number), TALK)) for number in range(5)]
        calls += [asyncio.ensure_future(store.read(key_of(number))) for number in range(5)]  # type: ignore[arg-type]
        for _ in range(rounds % 7):
            await asyncio.sleep(0)
        for call in calls:
            call.cancel()
        await asyncio.wait(calls)
    await kept(store, DIGITS, OTHER_KEY)
    assert await store.read(OTHER_KEY) == replace(DIGITS, version=ANY)


async def test_what_a_cancelled_claim_took_is_given_to_the_next(store: Sessions, stores: Stores) -> None:
    numbers = range(20)
    for number in numbers:
        await kept(store, replace(TALK, chat=str(number)), key_of(number))
    await stores.age(IDLE_SECONDS + 1)
    claim = asyncio.ensure_future(store.claim_idle(15))
    while not claim.done() and await stores.stored(key_of(0)):
        continue
    claim.cancel()
    await asyncio.wait([claim])
    claimed = [] if claim.cancelled() else claim.result()
    for _ in range(100):
        claimed += await store.claim_idle(15)
    assert sorted(found.chat for found in claimed) == sorted(str(number) for number in numbers)


async def test_a_closed_store_is_down_until_it_is_opened_again(store: Sessions) -> None:
    await store.close()
    await store.close()
    with pytest.raises(StoreDown):
        await store.read(KEY)
    with pytest.raises(StoreDown):
        await store.write(KEY, TALK)
    with pytest.raises(StoreDown):
        await store.claim_idle()
    await store.open()
    await kept(store)
    assert await store.read(KEY) == replace(TALK, version=ANY)


async def test_a_store_that_is_down_says_nothing_more(store: Sessions) -> None:
    await store.close()
    with pytest.raises(StoreDown) as raised:
        await store.read(KEY)
    assert str(raised.value) == ""
    assert raised.value.__context__ is None
    assert raised.value.__cause__ is None
