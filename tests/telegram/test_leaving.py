# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Quick exit, the idle wipe and the wipe on the way out: nothing is left; what cannot be deleted is written over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.channels.base import Left, Sent
from bot.dialogue.address import Address
from bot.log import Code
from bot.sessions.session import IDLE_SECONDS
from tests.telegram.fake import Refusal, lost, too_many
from tests.telegram.world import Person, World

pytestmark = pytest.mark.anyio

WORDS = ["/esci", "/exit", "/esci@prova_bot", "esci", "x", "...", "sta arrivando chiudi", "0", "/salir"]


async def talked(world: World) -> Person:
    someone = world.somebody()
    await someone.write("/start")
    await someone.tap("Per me")
    await someone.write("privacy")
    return someone


@pytest.mark.parametrize("words", WORDS)
async def test_a_word_leaves_and_nothing_stands(world: World, words: str) -> None:
    someone = await talked(world)
    await someone.write(words)
    assert someone.chat == []
    assert world.shelf.kept == {}


@pytest.mark.parametrize("node", ["home", "me", "emergency", "privacy", "language", "voice", "unsure"])
async def test_one_tap_leaves_from_every_screen(world: World, node: str) -> None:
    someone = await talked(world)
    await someone.press(someone.panel, world.bundle.codec.encode(Address("it", node)))
    await someone.tap("Chiudi")
    assert someone.chat == []
    assert world.shelf.kept == {}


async def test_leaving_sends_nothing(world: World) -> None:
    someone = await talked(world)
    before = len(world.fake.calls)
    await someone.tap("Chiudi")
    assert sorted(call.method for call in world.fake.calls[before:]) == ["answerCallbackQuery", "deleteMessage"]


async def test_what_could_not_be_deleted_in_between_is_deleted_on_leaving(world: World) -> None:
    someone = await talked(world)
    world.fake.fail("deleteMessages", lost(), lost())
    await someone.write("non so")
    assert len(someone.chat) == 3
    await someone.write("esci")
    assert someone.chat == []


async def test_a_message_of_two_days_is_set_apart_so_that_the_others_go_in_one_call(world: World) -> None:
    someone = await talked(world)
    someone.panel.at -= 3 * 24 * 3600
    remembered_as_it_is(world, someone)
    await someone.write("esci")
    (left,) = someone.chat
    assert left.text == "Va bene, grazie. Per informazioni su uffici e servizi scrivi quando vuoi."
    assert left.rows == []


def remembered_as_it_is(world: World, someone: Person) -> None:
    """Let the memory know the panel's time, too."""
    (key,) = world.shelf.kept
    session, until = world.shelf.kept[key]
    assert session.panel is not None
    world.shelf.kept[key] = (replace(session, panel=(session.panel[0], someone.panel.at)), until)


async def test_one_message_that_cannot_be_deleted_does_not_keep_the_others(world: World) -> None:
    someone = await talked(world)
    world.fake.fail("deleteMessages", Refusal(400, "Bad Request: message can't be deleted for everyone"))
    await someone.write("esci")
    assert someone.chat == []
    assert len(world.fake.made("deleteMessage")) >= 2


async def test_where_deleting_is_refused_altogether_the_panel_says_something_neutral(world: World) -> None:
    someone = await talked(world)
    refusal = Refusal(400, "Bad Request: message can't be deleted")
    world.fake.fail("deleteMessage", refusal, refusal, refusal, refusal)
    await someone.tap("Chiudi")
    (left,) = someone.chat
    assert left.text.startswith("Va bene, grazie.")
    assert left.rows == []
    assert Code.TELEGRAM_NOT_DELETED in world.notes.codes
    assert world.shelf.kept == {}


async def test_a_batch_holds_a_hundred_at_most(world: World) -> None:
    someone = world.somebody()
    sent = [someone.put() for _ in range(250)]
    await world.bot.erase(Left("telegram", str(someone.id), tuple(Sent(one.id, one.at) for one in sent)))
    assert someone.chat == []
    assert [len(call.parameters["message_ids"]) for call in world.fake.made("deleteMessages")] == [100, 100, 50]


async def test_after_ten_idle_minutes_everything_goes_in_silence(world: World) -> None:
    someone = await talked(world)
    before = len(world.fake.made("sendMessage", "editMessageText"))
    world.fake.now += IDLE_SECONDS + 1
    for left in await world.conversations.idle():
        await world.bot.erase(left)
    assert someone.chat == []
    assert world.shelf.kept == {}
    assert len(world.fake.made("sendMessage", "editMessageText")) == before


async def test_who_comes_back_while_they_are_wiped_keeps_what_they_have_now(world: World) -> None:
    someone = await talked(world)
    old = world.fake.put(someone.id, "vecchio", ours=True)
    world.fake.now += IDLE_SECONDS + 1
    (left,) = await world.conversations.idle()
    panel = next(message for message in someone.chat if message is not old)
    await someone.press(panel, world.bundle.codec.encode(Address("it", "me")))
    await world.bot.erase(replace(left, messages=(*left.messages, Sent(old.id, old.at))))
    assert someone.panel.id == panel.id
    await someone.tap("Chiudi")
    assert someone.chat == []


async def test_a_batch_of_which_one_is_said_to_be_missing_goes_one_by_one(world: World) -> None:
    someone = await talked(world)
    world.fake.fail("deleteMessages", Refusal(400, "Bad Request: message to delete not found"))
    await someone.write("esci")
    assert someone.chat == []


async def test_on_the_way_out_every_conversation_goes(world: World) -> None:
    people = [world.somebody(number) for number in range(5)]
    for someone in people:
        await someone.write("/start")
    await world.bot.stop()
    for left in await world.conversations.all_left():
        await world.bot.erase(left)
    assert [someone.chat for someone in people] == [[]] * 5


async def test_what_cannot_be_reached_now_is_left_to_a_later_round(world: World) -> None:
    someone = await talked(world)
    world.fake.fail("deleteMessage", lost(), lost(), too_many(60))
    for _ in range(2):
        world.fake.now += IDLE_SECONDS + 1
        for left in await world.conversations.idle():
            await world.bot.erase(left)
        assert len(someone.chat) == 1
    world.fake.now += IDLE_SECONDS + 1
    for left in await world.conversations.idle():
        await world.bot.erase(left)
    assert someone.chat == []


async def test_an_old_message_that_could_not_be_reached_is_tried_again_too(world: World) -> None:
    someone = await talked(world)
    someone.panel.at -= 3 * 24 * 3600
    remembered_as_it_is(world, someone)
    world.fake.fail("deleteMessage", lost(), lost())
    await someone.tap("Chiudi")
    assert someone.panel.text.startswith("Come funziona")
    world.fake.now += IDLE_SECONDS + 1
    for left in await world.conversations.idle():
        await world.bot.erase(left)
    assert (someone.panel.text, someone.panel.rows) == ("Ok.", [])


async def test_after_a_crash_leaving_deletes_the_tapped_panel_and_no_more(world: World) -> None:
    someone = world.somebody()
    world.fake.fail("deleteMessage", lost(), lost())
    await someone.write("/start")
    world.crash()
    theirs, panel = someone.chat
    await someone.tap("Chiudi", on=panel)
    assert someone.chat == [theirs]


async def test_after_a_crash_a_typed_word_deletes_itself_and_no_more(world: World) -> None:
    someone = await talked(world)
    world.crash()
    panel = someone.panel
    await someone.write("esci")
    assert someone.chat == [panel]


async def test_leaving_passes_even_when_much_too_much_was_asked(world: World) -> None:
    someone = world.somebody()
    for _ in range(30):
        await someone.write("/start")
    await someone.write("esci")
    assert someone.chat == []
