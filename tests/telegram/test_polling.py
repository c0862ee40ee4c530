# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Fetching updates: order, back-off, what has waited, and the ways in which it ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.channels.telegram import listening
from bot.channels.telegram.adapter import Telegram
from bot.content.bundle import Bundle
from bot.errors import ConfigurationError
from bot.log import Code
from tests.telegram.fake import Refusal, lost
from tests.telegram.world import World

pytestmark = pytest.mark.anyio

REFUSED = Refusal(401, "Unauthorized")
PATIENCE = 180
"""Seconds after which something will never come."""


@pytest.fixture
async def polling(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    monkeypatch.setattr(listening, "BACK_OFF", (0.0,))
    world = World(bundle, webhook=False)
    yield world
    await world.bot.stop()
    await world.bot.close()
    assert world.fake.broken == []


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 - what is waited for happens in a chat, which rings no bell
            await asyncio.sleep(0.005)


async def test_a_conversation_by_polling(polling: World) -> None:
    someone = polling.somebody()
    await polling.bot.start()
    polling.fake.waiting.append(someone.message_update(someone.put(), {"text": "/start"}))
    await until(lambda: [message.ours for message in someone.chat] == [True])
    data = someone.panel.buttons()["Per me"]["callback_data"]
    polling.fake.waiting.append(someone.tap_update(someone.panel, data))
    await until(lambda: "In famiglia o in coppia" in someone.panel.buttons())


async def test_of_one_chat_everything_is_served_in_order_and_chats_side_by_side(polling: World) -> None:
    polling.fake.delay = 0.002
    people = [polling.somebody(number) for number in range(20)]
    for text in ("/start", "privacy", "/lingua"):
        polling.fake.waiting += [one.message_update(one.put(), {"text": text}) for one in people]
    await polling.bot.start()
    await until(lambda: all("English" in str(one.chat[-1].buttons()) and len(one.chat) == 1 for one in people))


async def test_what_has_been_taken_is_confirmed_on_the_way_out_and_does_not_come_again(polling: World) -> None:
    someone = polling.somebody()
    polling.fake.delay = 0.02
    polling.fake.waiting.append(someone.message_update(someone.put(), {"text": "/start"}))
    await polling.bot.start()
    await until(lambda: polling.bot._lanes._inside)
    polling.fake.fail("getUpdates", *[lost()] * 1000)
    await until(lambda: [message.ours for message in someone.chat] == [True])
    polling.fake.faults.clear()
    await polling.bot.stop()
    assert polling.fake.waiting == []


async def test_a_tap_that_had_waited_when_we_began_comes_to_rest_and_changes_nothing(polling: World) -> None:
    someone = polling.somebody()
    panel = polling.fake.put(someone.id, "la schermata", ours=True)
    there = polling.bundle.codec.encode(polling.bundle.codec.home("it"))
    polling.fake.waiting.append(someone.tap_update(panel, there))
    await polling.bot.start()
    await until(lambda: list(polling.fake.taps.values()) == [True])
    assert panel.text == "la schermata"
    assert polling.fake.made("editMessageText", "sendMessage") == []


async def test_a_tap_after_half_a_minute_of_silence_changes_nothing_and_the_next_one_does(polling: World) -> None:
    someone = polling.somebody()
    panel = polling.fake.put(someone.id, "la schermata", ours=True)
    there = polling.bundle.codec.encode(polling.bundle.codec.home("it"))
    await polling.bot.start()
    await until(lambda: len(polling.fake.made("getUpdates")) > 2)
    polling.fake.now += 31
    polling.fake.waiting.append(someone.tap_update(panel, there))
    await until(lambda: list(polling.fake.taps.values()) == [True])
    assert panel.text == "la schermata"
    polling.fake.waiting.append(someone.tap_update(panel, there))
    await until(lambda: panel.text != "la schermata")


async def test_a_tap_that_leaves_is_obeyed_however_long_it_waited(polling: World) -> None:
    someone = polling.somebody()
    panel = polling.fake.put(someone.id, "la schermata", ours=True)
    leave = polling.bundle.codec.from_readable("it:exit")
    assert leave is not None
    polling.fake.waiting.append(someone.tap_update(panel, polling.bundle.codec.encode(leave)))
    await polling.bot.start()
    await until(lambda: someone.chat == [])


async def test_more_than_a_hundred_updates_that_waited_are_all_old(polling: World) -> None:
    someone = polling.somebody()
    panel = polling.fake.put(someone.id, "la schermata", ours=True)
    there = polling.bundle.codec.encode(polling.bundle.codec.home("it"))
    people = [polling.somebody(number) for number in range(2, 152)]
    polling.fake.waiting += [one.message_update(one.put(ago=500), {"text": "/start"}) for one in people]
    polling.fake.waiting.append(someone.tap_update(panel, there))
    await polling.bot.start()
    await until(lambda: list(polling.fake.taps.values()) == [True])
    await until(lambda: all(one.chat == [] for one in people))
    assert panel.text == "la schermata"


async def test_a_network_that_is_down_at_the_start_is_tried_again(polling: World) -> None:
    polling.fake.fail("getMe", lost(), lost())
    polling.fake.fail("deleteWebhook", lost(), lost(), lost())
    polling.fake.fail("getUpdates", lost(), Refusal(502, "Bad Gateway"))
    someone = polling.somebody()
    polling.fake.waiting.append(someone.message_update(someone.put(), {"text": "/start"}))
    await polling.bot.start()
    await until(lambda: [message.ours for message in someone.chat] == [True])
    assert set(polling.notes.codes) == {Code.TELEGRAM_UNREACHABLE}


async def test_a_second_poller_is_told_and_tried_again(polling: World) -> None:
    polling.fake.fail("getUpdates", Refusal(409, "Conflict: terminated by other getUpdates request"))
    await polling.bot.start()
    await until(lambda: len(polling.fake.made("getUpdates")) > 3)
    assert polling.notes.codes == [Code.TELEGRAM_SECOND_POLLER]


async def test_a_wrong_token_is_one_sentence_at_the_start(polling: World) -> None:
    polling.fake.fail("getMe", REFUSED)
    with pytest.raises(ConfigurationError, match="BotFather") as told:
        await polling.bot.start()
    assert told.value.__context__ is None
    assert told.value.__cause__ is None


@pytest.mark.parametrize("token", ["", "no", "1:", "12:a b", "https://example.org"])
async def test_what_cannot_be_a_token_is_one_sentence(polling: World, token: str) -> None:
    with pytest.raises(ConfigurationError, match="TELEGRAM_TOKEN"):
        Telegram(token, polling.conversations)


async def test_a_token_revoked_meanwhile_ends_it_and_one_refusal_alone_does_not(polling: World) -> None:
    polling.fake.fail("getUpdates", REFUSED)
    await polling.bot.start()
    await until(lambda: len(polling.fake.made("getUpdates")) > 2)
    polling.fake.fail("getUpdates", *[REFUSED] * 3)
    async with asyncio.timeout(PATIENCE):
        with pytest.raises(ConfigurationError, match="BotFather"):
            await polling.bot.broken()


async def test_turns_that_had_begun_come_to_an_end_also_where_the_token_has_been_revoked(polling: World) -> None:
    someone = polling.somebody()
    await polling.bot.start()
    await until(lambda: len(polling.fake.made("getUpdates")) > 2)
    polling.fake.delay = 0.05
    polling.fake.waiting.append(someone.message_update(someone.put(), {"text": "/start"}))
    await until(lambda: polling.bot._lanes._inside)
    polling.fake.fail("getUpdates", *[REFUSED] * 3)
    with pytest.raises(ConfigurationError):
        await polling.bot.broken()
    await polling.bot.stop()
    assert someone.panel.ours


async def test_whoever_waits_for_trouble_is_let_go_when_the_bot_stops(polling: World) -> None:
    await polling.bot.start()
    waiting = asyncio.create_task(polling.bot.broken())
    await asyncio.sleep(0)
    await polling.bot.stop()
    await waiting
    assert waiting.exception() is None


async def test_contact_with_telegram_moves_the_heartbeat(polling: World) -> None:
    before = polling.bot.heartbeat
    await polling.bot.start()
    await until(lambda: polling.bot.heartbeat > before)
