# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One live message in a chat: what taps and typed words do to it, and whatever can go wrong with it."""

from __future__ import annotations

import asyncio

import pytest

from bot import emergency
from bot.channels.telegram.limiter import Limiter
from bot.dialogue.address import Address
from bot.log import Code
from bot.sessions.session import IDLE_SECONDS
from tests.telegram.fake import Refusal, lost, too_many
from tests.telegram.world import World

pytestmark = pytest.mark.anyio


async def test_the_first_start_is_answered_by_one_panel_and_nothing_else_stands(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    assert "Per me" in someone.panel.buttons()
    assert [call.method for call in world.fake.calls] == ["sendMessage", "deleteMessage"]


async def test_a_tap_writes_in_the_panel_and_comes_to_rest(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    first = someone.panel.id
    await someone.tap("Per me")
    assert someone.panel.id == first
    assert "In famiglia o in coppia" in someone.panel.buttons()
    assert list(world.fake.taps.values()) == [True]


async def test_typed_words_are_answered_by_a_new_panel_below_and_both_older_messages_go(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    first = someone.panel.id
    words = await someone.write("privacy")
    assert someone.panel.id > words.id > first
    assert [call.method for call in world.fake.calls[-2:]] == ["sendMessage", "deleteMessages"]


async def test_a_panel_stays_when_its_replacement_could_not_be_sent(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.fake.fail("sendMessage", Refusal(400, "Bad Request: something new"))
    await someone.write("privacy")
    assert [message.ours for message in someone.chat] == [True, False]
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")


async def test_a_second_tap_on_the_same_button_changes_nothing_and_is_no_trouble(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    data = someone.panel.buttons()["Per me"]["callback_data"]
    await asyncio.gather(someone.press(someone.panel, data), someone.press(someone.panel, data))
    assert "In famiglia o in coppia" in someone.panel.buttons()
    assert world.notes.codes == []


async def test_a_tap_that_telegram_calls_too_old_moves_and_draws_nothing_and_is_no_trouble(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    before = states(world)
    update = someone.tap_update(someone.panel, someone.panel.buttons()["Per me"]["callback_data"])
    world.fake.taps.clear()
    await world.bring(update)
    assert "Per me" in someone.panel.buttons()
    assert world.fake.made("editMessageText") == []
    assert states(world) == before
    assert world.notes.codes == []


async def test_a_tap_that_leaves_is_obeyed_even_where_telegram_calls_it_too_old(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    update = someone.tap_update(someone.panel, someone.panel.buttons()["Chiudi"]["callback_data"])
    world.fake.taps.clear()
    await world.bring(update)
    assert someone.chat == []


def states(world: World) -> list[str]:
    return [session.state for session, _ in world.shelf.kept.values()]


async def test_a_tap_on_a_message_that_nobody_remembers_and_that_cannot_be_drawn_is_wiped_later(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.crash()
    world.fake.fail("editMessageText", lost(), lost())
    await someone.tap("Per me")
    await wiped(world)
    assert someone.chat == []


async def test_a_late_tap_on_a_message_that_nobody_remembers_is_wiped_later(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.crash()
    update = someone.tap_update(someone.panel, someone.panel.buttons()["Per me"]["callback_data"])
    world.fake.taps.clear()
    await world.bring(update)
    assert "Per me" in someone.panel.buttons()
    await wiped(world)
    assert someone.chat == []


async def wiped(world: World) -> None:
    world.fake.now += IDLE_SECONDS + 1
    for left in await world.conversations.idle():
        await world.bot.erase(left)


async def test_the_urgent_numbers_are_drawn_however_much_waits_behind_them(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.fake.delay = 0.01
    await asyncio.gather(someone.write("112"), *(someone.write("privacy") for _ in range(6)))
    sent = [call.parameters["text"] for call in world.fake.made("sendMessage")]
    assert any(text.startswith("Numeri attivi") for text in sent)


async def test_every_tap_comes_to_rest_however_many_wait(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    data = someone.panel.buttons()["Per me"]["callback_data"]
    world.fake.delay = 0.01
    await asyncio.gather(*(someone.press(someone.panel, data) for _ in range(10)))
    assert list(world.fake.taps.values()) == [True] * 10
    assert len(world.fake.made("editMessageText")) < 10


async def test_a_tap_on_a_panel_that_the_person_has_just_deleted_gets_a_new_one(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    panel = someone.panel
    update = someone.tap_update(panel, panel.buttons()["Per me"]["callback_data"])
    del world.fake.chats[someone.id][panel.id]
    await world.bring(update)
    assert someone.panel.id != panel.id
    assert "In famiglia o in coppia" in someone.panel.buttons()


async def test_words_after_the_person_deleted_the_panel_get_a_new_one(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.fake.chats[someone.id].clear()
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")


async def test_a_tap_on_an_older_panel_is_answered_in_the_newest_and_the_older_goes(world: World) -> None:
    someone = world.somebody()
    older = world.fake.put(someone.id, "vecchio", ours=True)
    await someone.write("/start")
    newest = someone.chat[-1]
    await someone.press(older, newest.buttons()["Per me"]["callback_data"])
    assert someone.panel.id == newest.id
    assert "In famiglia o in coppia" in someone.panel.buttons()


async def test_a_tap_on_an_older_panel_is_answered_there_where_the_person_deleted_the_newest(world: World) -> None:
    someone = world.somebody()
    older = world.fake.put(someone.id, "vecchio", ours=True)
    await someone.write("/start")
    newest = someone.chat[-1]
    update = someone.tap_update(older, newest.buttons()["Per me"]["callback_data"])
    del world.fake.chats[someone.id][newest.id]
    await world.bring(update)
    assert someone.panel.id == older.id
    assert "In famiglia o in coppia" in someone.panel.buttons()
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")


async def test_a_panel_older_than_two_days_is_still_written_in(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.fake.now += 3 * 24 * 3600
    await someone.tap("Per me")
    assert "In famiglia o in coppia" in someone.panel.buttons()


async def test_a_panel_older_than_two_days_is_written_over_when_words_replace_it(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.fake.now += 3 * 24 * 3600
    await someone.write("privacy")
    old, new = someone.chat
    assert (old.text, old.rows) == ("Ok.", [])
    assert new.text.startswith("Come funziona")
    await someone.write("/start")
    assert len(someone.chat) == 2, "it is not tried again and again"


async def test_an_old_button_leads_where_it_always_led_after_everything_was_forgotten(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.crash()
    await someone.tap("Per me")
    assert "In famiglia o in coppia" in someone.panel.buttons()
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")


async def test_a_send_that_may_have_arrived_is_not_repeated_and_the_panel_says_it_instead(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    first = someone.panel.id
    world.fake.fail("sendMessage", lost())
    await someone.write("privacy")
    assert someone.panel.id == first
    assert someone.panel.text.startswith("Come funziona")
    assert len(world.fake.made("sendMessage")) == 2


async def test_an_edit_that_got_lost_is_made_again(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.fake.fail("editMessageText", lost())
    await someone.tap("Per me")
    assert "In famiglia o in coppia" in someone.panel.buttons()


async def test_a_short_wait_that_telegram_asks_for_is_waited_once(world: World) -> None:
    someone = world.somebody()
    world.fake.fail("sendMessage", too_many(1))
    await someone.write("/start")
    assert someone.panel.ours


async def test_a_long_wait_is_not_waited_because_late_is_never(world: World) -> None:
    someone = world.somebody()
    world.fake.fail("sendMessage", too_many(6))
    await someone.write("/start")
    assert [message.ours for message in someone.chat] == [False]
    assert world.notes.codes == [Code.TELEGRAM_LIMITED]


async def test_somebody_who_has_blocked_us_is_left_alone(world: World) -> None:
    someone = world.somebody()
    world.fake.fail("sendMessage", Refusal(403, "Forbidden: bot was blocked by the user"))
    await someone.write("/start")
    assert [call.method for call in world.fake.calls] == ["sendMessage"]


async def test_without_a_memory_the_numbers_still_arrive_and_leaving_still_works(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.shelf.down = True
    await someone.tap("Per me")
    assert someone.panel.text == emergency.card("it")
    await someone.press(someone.panel, world.bundle.codec.encode(Address("it", "exit")))
    assert someone.chat == []


async def test_a_repeated_delivery_moves_nothing_and_doubles_nothing(world: World) -> None:
    someone = world.somebody()
    message = someone.put()
    update = someone.message_update(message, {"text": "/start"})
    await world.bring(update)
    await world.bring(update)
    assert len(world.fake.made("sendMessage")) == 1
    assert someone.panel.ours


async def test_no_panel_protects_its_words_or_has_a_keyboard_for_typing(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    await someone.write("112")
    sent = world.fake.made("sendMessage")
    assert all(call.parameters["disable_notification"] for call in sent)
    assert all("inline_keyboard" in call.parameters["reply_markup"] for call in sent)


async def test_short_numbers_can_be_copied_just_above_the_ways_of_every_screen(world: World) -> None:
    someone = world.somebody()
    await someone.write("112")
    copies = someone.panel.rows[-2]
    assert [button["copy_text"]["text"] for button in copies] == ["112", "1522", "114"]
    assert [button["text"] for button in copies] == ["112", "1522", "114"]
    assert "copy_text" not in str(someone.panel.rows[-1])
    assert someone.panel.text.endswith("resta negli appunti.")


async def test_words_that_wait_behind_others_are_answered_once(world: World) -> None:
    someone = world.somebody()
    world.fake.delay = 0.01
    await asyncio.gather(*(someone.write("privacy") for _ in range(10)))
    assert len(world.fake.made("sendMessage")) < 10
    assert someone.panel.text.startswith("Come funziona")


async def test_the_urgent_numbers_asked_for_without_end_are_written_where_we_stand_already(world: World) -> None:
    someone = world.somebody()
    world.bot.wire.limiter = Limiter(clock=lambda: 0.0, sleep=never)
    for _ in range(15):
        await someone.write("112")
    assert someone.panel.text.startswith("Numeri attivi")
    assert len(world.fake.made("sendMessage")) == 10
    assert world.fake.made("editMessageText")


async def test_who_may_hear_no_new_message_now_is_answered_in_the_one_that_stands(world: World) -> None:
    someone, other = world.somebody(1), world.somebody(2)
    await someone.write("/start")
    world.bot.wire.limiter = Limiter(clock=lambda: 0.0, sleep=never)
    for chat in range(200):
        await world.bot.wire.limiter.passes(chat, urgent=True)
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")
    await other.write("112")
    assert other.panel.text.startswith("Numeri attivi")


async def test_who_deletes_the_message_that_stands_gets_the_urgent_numbers_in_a_new_one(world: World) -> None:
    someone = world.somebody()
    now = [0.0]

    async def wait(seconds: float) -> None:
        now[0] += seconds

    world.bot.wire.limiter = Limiter(clock=lambda: now[0], sleep=wait)
    for _ in range(12):
        await someone.write("112")
    world.fake.chats[someone.id].clear()
    await someone.write("112")
    assert someone.panel.text.startswith("Numeri attivi")


async def never(seconds: float) -> None:
    raise AssertionError(seconds)
