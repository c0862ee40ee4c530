# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving while something is in the way: a tap still under way, no memory."""

from __future__ import annotations

import pytest

from bot.conversations import Conversations
from bot.dialogue.address import Address
from bot.sessions.session import IDLE_SECONDS
from tests.telegram.test_leaving import talked
from tests.telegram.world import World

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("how", ["a tap", "a word"])
async def test_a_tap_that_comes_after_leaving_brings_nothing_back(world: World, how: str) -> None:
    someone = await talked(world)
    tapped = someone.tap_update(someone.panel, world.bundle.codec.encode(Address("it", "me")))
    await (someone.tap("Chiudi") if how == "a tap" else someone.write("esci"))
    await world.bring(tapped)
    assert someone.chat == []
    assert world.shelf.kept == {}


async def test_without_a_memory_no_more_than_one_message_of_ours_stands_and_leaving_takes_it(world: World) -> None:
    someone = world.somebody()
    world.shelf.down = True
    for text in ("/start", "mi picchia", "boh"):
        await someone.write(text)
        assert someone.panel.ours
    await someone.write("esci")
    assert someone.chat == []
    assert len(world.conversations.untold) == 0


async def test_what_was_sent_without_a_memory_is_wiped_after_ten_idle_minutes_with_or_without_one(world: World) -> None:
    people = [world.somebody(1), world.somebody(2)]
    world.shelf.down = True
    now = [0.0]
    world.conversations.untold.clock = lambda: now[0]
    for someone in people:
        await someone.write("/start")
        world.shelf.down = someone is people[0]
        now[0] += IDLE_SECONDS + 1
        for left in await world.conversations.idle():
            await world.bot.erase(left)
        assert someone.chat == []


async def test_what_was_sent_without_a_memory_is_known_to_every_process_once_it_is_back(world: World) -> None:
    someone, first = world.somebody(), world.conversations
    world.shelf.down = True
    await someone.write("/start")
    assert await first.idle() == []
    assert len(first.untold) == 1
    world.shelf.down = False
    assert await first.idle() == []
    assert len(first.untold) == 0
    world.conversations = Conversations(lambda: world.bundle, world.memory, lambda: world.moment, world.notes)
    world.bot = world.another()
    await someone.write("esci")
    assert someone.chat == []
    assert world.shelf.kept == {}


async def test_what_nobody_touches_after_the_memory_is_back_is_wiped_when_it_was_due(world: World) -> None:
    someone, now = world.somebody(), [0.0]
    world.conversations.untold.clock = lambda: now[0]
    world.shelf.down = True
    await someone.write("/start")
    now[0] += IDLE_SECONDS - 5
    world.shelf.down = False
    assert await world.conversations.idle() == []
    world.fake.now += 5
    for left in await world.conversations.idle():
        await world.bot.erase(left)
    assert someone.chat == []


async def test_on_the_way_out_what_was_sent_without_a_memory_goes_too(world: World) -> None:
    someone = world.somebody()
    world.shelf.down = True
    await someone.write("/start")
    await world.bot.stop()
    for left in await world.conversations.all_left():
        await world.bot.erase(left)
    assert someone.chat == []
