# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What reaches the bot: groups are left, late messages are dropped, and whatever is no words is deleted unread."""

from __future__ import annotations

from typing import Any

import pytest

from bot.log import Code
from bot.sessions.session import IDLE_SECONDS
from tests.telegram.fake import Refusal, lost
from tests.telegram.world import World

pytestmark = pytest.mark.anyio


async def test_a_group_is_left_without_a_word(world: World) -> None:
    group = {"id": -100_200, "type": "supergroup", "title": "Gruppo"}
    await world.bring(world.fake.update(my_chat_member={"chat": group, "new_chat_member": {"status": "member"}}))
    said = {"message_id": 1, "date": 1, "from": {"id": 1_000_001, "is_bot": False}, "chat": group, "text": "ciao"}
    await world.bring(world.fake.update(message=said))
    assert [call.method for call in world.fake.calls] == ["leaveChat", "leaveChat"]
    assert world.shelf.kept == {}


@pytest.mark.parametrize("ago", [121, 3600, 25 * 3600])
async def test_a_late_message_gets_no_answer_and_goes(world: World, ago: int) -> None:
    someone = world.somebody()
    await someone.write("/start", ago=ago)
    assert someone.chat == []
    assert world.fake.made("sendMessage", "editMessageText") == []
    assert world.notes.codes == [Code.TURN_TOO_LATE]
    assert world.shelf.kept == {}


@pytest.mark.parametrize("words", ["esci", "/esci", "..."])
async def test_late_words_that_leave_are_obeyed(world: World, words: str) -> None:
    someone = world.somebody()
    await someone.write("/start")
    await someone.write(words, ago=130)
    assert someone.chat == []
    assert world.shelf.kept == {}


async def test_a_late_message_that_cannot_be_deleted_now_goes_with_the_idle_wipe(world: World) -> None:
    someone = world.somebody()
    world.fake.fail("deleteMessage", lost(), lost())
    await someone.write("/start", ago=130)
    assert len(someone.chat) == 1
    world.fake.now += IDLE_SECONDS + 1
    for left in await world.conversations.idle():
        await world.bot.erase(left)
    assert someone.chat == []


@pytest.mark.parametrize(
    "kind", ["pinned_message", "message_auto_delete_timer_changed", "new_chat_photo", "write_access_allowed"]
)
async def test_a_note_of_telegrams_own_is_not_answered(world: World, kind: str) -> None:
    await world.somebody().send({kind: {}})
    assert world.fake.calls == []
    assert world.shelf.kept == {}


async def test_a_message_of_two_minutes_is_answered(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start", ago=119)
    assert someone.panel.ours


async def test_telegrams_clock_decides_not_ours(world: World) -> None:
    someone = world.somebody()
    ours = world.fake.now - 3600
    world.bot.clock._now = lambda: ours
    await someone.write("/start", ago=60)
    assert someone.panel.ours
    world.bot.clock.heard("Mon, 23 Nov 2026 09:00:00 GMT")
    assert abs(world.bot.clock.now() - 1_795_424_400) < 2


@pytest.mark.parametrize("what", [{"photo": []}, {"sticker": {}}, {"contact": {}}, {"poll": {}}, {"document": {}}])
async def test_what_is_no_words_is_answered_with_the_same_screen_and_deleted_unread(
    world: World, what: dict[str, Any]
) -> None:
    someone = world.somebody()
    await someone.write("/start")
    await someone.tap("Per me")
    await someone.send({**what, "caption": "parole mai lette"})
    assert "In famiglia o in coppia" in someone.panel.buttons()


async def test_a_voice_note_is_never_fetched_and_gets_the_numbers(world: World) -> None:
    someone = world.somebody()
    await someone.send({"voice": {"file_id": "abc", "duration": 3}})
    assert "112" in someone.panel.text
    assert "1522" in someone.panel.text
    assert {call.method for call in world.fake.calls} == {"sendMessage", "deleteMessage"}


async def test_a_position_becomes_a_place_and_goes(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    await someone.send({"location": {"latitude": 43.7159, "longitude": 10.4018}})
    assert "Pisa" in someone.panel.text
    (session, _), = world.shelf.kept.values()
    assert "43" not in str(session.state)


async def test_a_client_in_a_language_of_ours_begins_in_it(world: World) -> None:
    someone = world.somebody(language="en-GB")
    await someone.write("/start")
    assert "For me" in someone.panel.buttons()


async def test_a_client_in_another_language_begins_in_the_first(world: World) -> None:
    someone = world.somebody(language="xx")
    await someone.write("/start")
    assert "Per me" in someone.panel.buttons()


@pytest.mark.parametrize("payload", ["en-zz-zz", "x" * 64, "../../etc", "it-k7-p3f2-t4-and-more", "-", "DROP"])
async def test_a_forged_or_old_link_lands_at_home(world: World, payload: str) -> None:
    someone = world.somebody()
    await someone.write(f"/start {payload}")
    assert {"Per me", "For me"} & someone.panel.buttons().keys()


async def test_a_link_opens_its_screen_in_its_language(world: World) -> None:
    codec = world.bundle.codec
    someone = world.somebody(language="en")
    address = codec.from_readable("it:privacy")
    assert address is not None
    await someone.write(f"/start {codec.link(address)}")
    assert someone.panel.text.startswith("Come funziona")


async def test_the_language_is_one_tap_from_home_and_a_command_away(world: World) -> None:
    someone = world.somebody()
    await someone.write("/lingua")
    english = next(label for label in someone.panel.buttons() if "English" in label)
    await someone.tap(english)
    assert "For me" in someone.panel.buttons()


async def test_too_much_gets_the_card_once_and_then_silence_and_the_messages_still_go(world: World) -> None:
    someone = world.somebody()
    for _ in range(120):
        await someone.write("privacy")
    assert len(world.fake.made("sendMessage")) <= 22
    assert len(someone.chat) < 52
    await someone.write("112")
    assert someone.panel.text.startswith("Numeri attivi")


async def test_one_update_that_breaks_everything_is_answered_with_200_and_the_next_is_served(world: World) -> None:
    someone, other = world.somebody(1), world.somebody(2)
    world.fake.fail("deleteMessage", Refusal(400, "Bad Request: nobody foresaw this"))
    await other.write("/start")
    await other.tap("Chiudi")
    assert world.shelf.kept == {}
    world.fake.fail("sendMessage", ZeroDivisionError("parole di qualcuno"))
    await someone.write("/start")
    await someone.write("/start")
    assert someone.panel.ours
