# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Turns of one chat in two processes that share a store: who is later begins anew, and nobody loses what stands."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.base import Came, Left, Sent
from bot.chat import TRIES
from bot.dialogue.address import Address
from bot.dialogue.events import Started, Typed
from bot.log import Code
from tests.unit.conversation_world import TELEGRAM, WHO, Talk, beside
from tests.unit.test_conversations import NONSENSE, digits, held, talk

pytestmark = pytest.mark.anyio

__all__ = ["digits", "talk"]


async def test_of_two_processes_that_answer_at_once_the_later_begins_anew(talk: Talk) -> None:
    other = beside(talk)
    talk.sessions.meanwhile.append(lambda: other.says(NONSENSE))
    assert talk.place(await talk.says(NONSENSE)) == "it:human"
    assert talk.logged == [Code.STORE_CONFLICT]


async def test_two_processes_lose_no_turn_of_one_chat(talk: Talk) -> None:
    both = [talk, beside(talk)]
    turns = (both[number % 2].says(NONSENSE, str(number)) for number in range(4))
    assert {answered.failed for answered in await asyncio.gather(*turns)} == {False}
    found = await talk.stored()
    assert found
    assert len(found.seen) == 4


async def test_who_never_gets_in_between_the_others_gets_the_card(talk: Talk) -> None:
    talk.sessions.meanwhile += [talk.touched] * TRIES
    answered = await talk.says(NONSENSE)
    assert answered.failed
    assert "112" in answered.outgoing.text
    assert talk.logged == [Code.STORE_CONFLICT] * TRIES


async def test_who_never_gets_in_between_and_leaves_has_left(talk: Talk) -> None:
    talk.sessions.meanwhile += [talk.touched] * TRIES
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        answered = await chat.answer(Typed("0"), Came("it", message=Sent(7, 500)))
        assert answered.erased
        assert chat.standing == (Sent(7, 500),)


async def test_a_delivery_repeated_by_another_process_is_known_too(talk: Talk) -> None:
    first = await talk.says(NONSENSE, "1")
    again = await beside(talk).says(NONSENSE, "1")
    assert again.repeated
    assert again.outgoing == first.outgoing


async def test_a_panel_held_late_does_not_replace_a_newer_one(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.hold(Sent(31, 601))
    async with beside(talk).all.of(TELEGRAM, WHO, deletes=True) as late:
        await late.hold(Sent(21, 501))
        assert await held(talk) == ((31, 601), ((21, 501),))
        await late.hold(Sent(21, 501))
        assert await held(talk) == ((31, 601), ((21, 501),))


async def test_two_processes_that_hold_at_once_forget_neither(talk: Talk) -> None:
    async with beside(talk).all.of(TELEGRAM, WHO, deletes=True) as other:
        talk.sessions.meanwhile.append(lambda: other.hold(Sent(41, 701)))
        async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
            assert await chat.hold(Sent(31, 601))
    assert await held(talk) == ((41, 701), ((31, 601),))


async def test_what_was_delivered_while_another_process_left_is_still_deleted(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed(NONSENSE), Came("it"))
        await beside(talk).delivered(Typed("0"))
        assert await talk.stored() is None
        assert await chat.hold(Sent(31, 601))
    found = await talk.stored()
    assert found
    assert (found.chat, found.state, found.panel, found.messages) == (WHO, "", None, ((31, 601),))
    assert await talk.all.all_left() == [Left("telegram", WHO, (Sent(31, 601),))]


async def test_what_was_asked_while_another_process_left_gets_no_answer_and_is_deleted(talk: Talk) -> None:
    await talk.delivered(Typed(NONSENSE))
    talk.sessions.meanwhile.append(lambda: beside(talk).delivered(Typed("0")))
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        answered = await chat.answer(Typed(NONSENSE), Came("it", message=Sent(90, 500)))
        assert (answered.erased, answered.silent, chat.panel, chat.standing) == (True, True, None, (Sent(90, 500),))
        await chat.hold(gone=frozenset({90}))
    assert await talk.stored() is None


async def test_the_urgent_numbers_are_answered_even_while_another_process_leaves(talk: Talk) -> None:
    talk.sessions.meanwhile.append(lambda: beside(talk).delivered(Typed("0")))
    assert talk.place(await talk.says("112")) == "it:emergency"


async def test_a_digit_asked_while_another_process_left_is_answered_where_nothing_can_be_deleted(digits: Talk) -> None:
    digits.sessions.meanwhile.append(lambda: beside(digits).says("0"))
    assert digits.place(await digits.says("2")) == "it:home"


async def test_holding_sees_what_another_process_has_delivered_meanwhile(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed(NONSENSE), Came("it"))
        await beside(talk).delivered(Typed("privacy"))
        await chat.hold(Sent(5, 501))
        assert (chat.panel, chat.standing) == (Sent(11, 501), (Sent(5, 501),))


async def test_who_has_come_back_in_another_process_keeps_what_they_have(talk: Talk) -> None:
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed("0"), Came("it", message=Sent(5, 500)))
        back = await beside(talk).delivered(Started())
        await chat.hold(gone=frozenset({5}))
    found = await talk.stored()
    assert found
    assert (found.state, found.panel) == (back.state, (11, 501))


async def test_leaving_that_was_not_stored_is_stored_with_what_was_deleted(talk: Talk) -> None:
    await talk.delivered(Typed(NONSENSE))
    talk.sessions.broken = {"write"}
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        assert (await chat.answer(Typed("0"), Came("it"))).erased
        talk.sessions.broken = set()
        await chat.hold(gone=frozenset({11}))
    assert await talk.stored() is None


async def test_who_leaves_in_another_process_is_not_answered_afterwards_where_nothing_can_be_deleted(
    digits: Talk,
) -> None:
    await digits.says("ciao", "1")
    digits.sessions.meanwhile.append(lambda: beside(digits).says("esci", "3"))
    answered = await digits.says("mio marito mi picchia", "2")
    assert (answered.silent, await digits.stored()) == (True, None)


async def test_what_is_kept_for_a_minute_does_not_say_where_the_conversation_was(digits: Talk) -> None:
    await digits.says("mio marito mi picchia", "1")
    await digits.says("esci", "2")
    assert digits.bundle
    farewell = digits.all.memory.ended.left_in(digits.keys.of("delivery", "2").hex()[:16])
    assert farewell == digits.bundle.codec.encode(Address.at("it", "exit"))
