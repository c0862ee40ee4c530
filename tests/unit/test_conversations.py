# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A turn with its memory: its order, what repeated deliveries do, what digits mean, and what must be deleted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channels.base import Came, Left, Sent
from bot.content.bundle import Bundle
from bot.dialogue.events import Started, Tapped, Typed
from bot.sessions.changes import STANDING
from bot.sessions.session import SEEN
from tests.unit.conversation_world import TELEGRAM, WHATSAPP, WHO, Talk, begun

pytestmark = pytest.mark.anyio

NONSENSE = "zxcvb qwrt"


@pytest.fixture
async def talk(bundle: Bundle) -> AsyncIterator[Talk]:
    talk = await begun(bundle)
    yield talk
    await talk.sessions.close()


@pytest.fixture
async def digits(bundle: Bundle) -> AsyncIterator[Talk]:
    """On the channel that has digits only."""
    talk = await begun(bundle, WHATSAPP)
    yield talk
    await talk.sessions.close()


async def test_a_conversation_goes_on_where_it_was(talk: Talk) -> None:
    assert talk.place(await talk.says(NONSENSE)) == "it:unsure"
    assert talk.place(await talk.says(NONSENSE)) == "it:human"
    found = await talk.stored()
    assert found
    assert found.state.startswith("it.")
    assert NONSENSE not in repr(found)


async def test_turns_of_one_chat_are_done_in_the_order_in_which_they_began(talk: Talk) -> None:
    done: list[str] = []

    async def turn(name: str, pauses: int) -> None:
        async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
            for _ in range(pauses):
                await asyncio.sleep(0)
            await chat.answer(Typed(NONSENSE), Came("it"))
            done.append(name)

    await asyncio.gather(turn("first", 50), turn("second", 5), turn("third", 0))
    assert done == ["first", "second", "third"]
    assert talk.all._turns == {}


async def test_one_chat_does_not_wait_for_another(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True), talk.all.of(TELEGRAM, "1000002", deletes=True) as other:
        assert not (await other.answer(Started(), Came("it"))).failed


async def test_a_cancelled_turn_lets_the_next_one_in(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True):
        waiting = asyncio.create_task(talk.says(NONSENSE))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
    assert talk.place(await talk.says(NONSENSE)) == "it:unsure"


async def test_a_repeated_delivery_moves_nothing_and_gets_the_same_answer(talk: Talk) -> None:
    first = await talk.says(NONSENSE, "delivery 1")
    before = await talk.stored()
    again = await talk.says(NONSENSE, "delivery 1")
    after = await talk.stored()
    assert (again.repeated, first.repeated) == (True, False)
    assert again.outgoing == first.outgoing
    assert before
    assert after == replace(before, version=before.version + 1)


async def test_unsure_twice_is_two_things_said_and_not_one_delivered_twice(talk: Talk) -> None:
    places = [talk.place(await talk.says(NONSENSE, delivery)) for delivery in ("1", "1", "1", "2", "2", "1")]
    assert places == ["it:unsure", "it:unsure", "it:unsure", "it:human", "it:human", "it:unsure"]
    found = await talk.stored()
    assert found
    assert found.state == (await talk.says(NONSENSE, "2")).state


async def test_the_last_deliveries_only_are_remembered_and_not_by_their_own_id(talk: Talk) -> None:
    for number in range(SEEN + 5):
        await talk.says("privacy", f"delivery {number}")
    found = await talk.stored()
    assert found
    assert len(found.seen) == SEEN
    assert "delivery" not in repr(found)


async def test_a_delivery_without_an_id_is_never_a_repeated_one(talk: Talk) -> None:
    answers = [await talk.says(NONSENSE) for _ in range(2)]
    assert [answered.repeated for answered in answers] == [False, False]


async def test_a_digit_means_what_was_offered_in_this_conversation(digits: Talk) -> None:
    found = await digits.stored()
    assert found
    assert found.offered
    second = found.offered[1]
    assert (await digits.says("2")).state == second


async def test_a_digit_means_nothing_where_nothing_was_offered(digits: Talk) -> None:
    await digits.says("0")
    assert await digits.stored() is None
    answered = await digits.says("2")
    assert digits.place(answered) == "it:home"


async def test_digits_offered_to_somebody_else_or_claimed_by_the_event_do_not_count(digits: Talk) -> None:
    forged = Typed("1", offered=("it.7j",), more="it.7j")
    found = await digits.stored()
    assert found
    assert (await digits.answer(forged)).state == found.offered[0]


async def test_what_was_left_is_forgotten_at_once_where_nothing_can_be_deleted(digits: Talk) -> None:
    assert (await digits.says("0")).erased
    assert await digits.stored() is None


async def test_what_was_left_is_forgotten_once_all_that_stood_is_deleted(talk: Talk) -> None:
    await talk.delivered(Typed(NONSENSE))
    assert (await talk.delivered(Typed("0"))).erased
    assert await talk.stored() is None


async def test_between_leaving_and_deleting_only_what_must_be_deleted_is_known(talk: Talk) -> None:
    await talk.delivered(Typed(NONSENSE))
    answered = await talk.answer(Typed("0"), Came("it", message=Sent(90, 500)))
    found = await talk.stored()
    assert answered.erased
    assert found
    assert found == found.bare()
    assert {number for number, _ in (*found.messages, *((found.panel,) if found.panel else ()))} == {11, 90}


async def test_what_could_not_be_deleted_when_somebody_left_waits_for_the_idle_wipe(talk: Talk) -> None:
    await talk.delivered(Typed(NONSENSE))
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed("0"), Came("it", message=Sent(90, 500)))
        await chat.hold(gone=frozenset({90}))
    found = await talk.stored()
    assert found
    assert (found.panel, found.messages, found.state) == (None, ((11, 501),), "")


async def test_on_a_channel_that_cannot_delete_nobody_is_known_by_their_id(digits: Talk) -> None:
    found = await digits.stored()
    assert found
    assert (found.channel, found.chat, found.panel, found.messages) == ("", "", None, ())


async def test_what_stands_is_told_to_the_channel_together_with_the_message_that_came(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed(NONSENSE), Came("it", message=Sent(20, 500)))
        assert (chat.panel, chat.standing) == (None, (Sent(20, 500),))
        assert await chat.hold(Sent(21, 501))
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed(NONSENSE), Came("it", message=Sent(22, 502)))
        assert (chat.panel, chat.standing) == (Sent(21, 501), (Sent(20, 500), Sent(22, 502)))


async def test_a_new_panel_makes_the_one_before_stand_until_it_is_gone(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.hold(Sent(21, 501))
        await chat.hold(Sent(31, 601))
        assert await held(talk) == ((31, 601), ((21, 501),))
        await chat.hold(gone=frozenset({21}))
        assert await held(talk) == ((31, 601), ())


async def test_a_panel_held_again_with_another_time_is_the_same_panel(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.hold(Sent(31, 601))
        await chat.hold(Sent(31, 700))
        assert await held(talk) == ((31, 700), ())


async def test_a_panel_that_is_gone_at_once_is_not_remembered(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.hold(Sent(31, 601), frozenset({31}))
    assert await held(talk) == (None, ())


async def test_holding_nothing_after_leaving_leaves_nothing(talk: Talk) -> None:
    await talk.delivered(Typed("0"))
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        assert await chat.hold()
    assert await talk.stored() is None


async def test_no_more_messages_are_remembered_than_fit_and_the_oldest_are_lost(talk: Talk) -> None:
    for number in range(STANDING + 20):
        await talk.answer(Tapped("it.n5"), Came("it", message=Sent(number, 500)))
        talk.now += 10
    _, messages = await held(talk)
    assert [number for number, _ in messages] == list(range(20, STANDING + 20))


async def test_on_the_way_out_what_stands_is_handed_over_once(talk: Talk) -> None:
    await talk.delivered(Typed(NONSENSE))
    assert await talk.all.idle() == []
    assert await talk.all.all_left() == [Left("telegram", WHO, (Sent(11, 501),))]
    assert await talk.all.all_left() == []


async def held(talk: Talk) -> tuple[tuple[int, int] | None, tuple[tuple[int, int], ...]]:
    found = await talk.stored()
    assert found
    return found.panel, found.messages
