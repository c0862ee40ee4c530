# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Leaving while something is in the way: a tap still under way, no memory, a message of which nobody knows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.channels.telegram import wire
from bot.channels.telegram.panel import GUESSES
from bot.chat import UNDONE_SECONDS
from bot.conversations import Conversations
from bot.dialogue.address import Address
from bot.sessions.session import IDLE_SECONDS
from tests.telegram.fake import lost
from tests.telegram.test_leaving import talked
from tests.telegram.world import Person, World

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


async def test_a_message_whose_sending_was_never_confirmed_goes_too(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = await talked(world)
    with monkeypatch.context() as patch:
        patch.setattr(world.fake, "_sendMessage", unheard(world))
        await someone.write("mio marito mi picchia")
    assert len(someone.chat) == 2, "one that we know and one that we do not"
    await someone.write("esci")
    assert someone.chat == []


async def test_a_first_message_whose_sending_was_never_confirmed_goes_with_the_next_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone, other = world.somebody(1), world.somebody(2)
    with monkeypatch.context() as patch:
        patch.setattr(world.fake, "_sendMessage", unheard(world))
        await someone.write("/start")
    await other.write("/start")
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")
    assert other.panel.ours


async def test_a_message_that_arrives_only_after_the_person_has_left_goes_too(world: World) -> None:
    someone = await talked(world)
    await late_words(world, someone)
    await someone.write("esci")
    assert someone.chat == []
    world.fake.put(someone.id, "late", ours=True)
    await half_a_minute_later(world)
    assert someone.chat == []
    assert world.shelf.kept == {}


async def test_a_message_that_arrives_only_after_the_next_step_goes_with_the_one_after_it(world: World) -> None:
    someone = await talked(world)
    await late_words(world, someone)
    await someone.tap("Inizio")
    world.fake.put(someone.id, "late", ours=True)
    await someone.tap("Numeri urgenti", on=someone.chat[0])
    assert someone.panel.text.startswith("Numeri attivi")


async def test_who_comes_back_before_a_late_message_could_have_come_keeps_their_screen(world: World) -> None:
    someone = await talked(world)
    await late_words(world, someone)
    await someone.write("esci")
    await someone.write("/start")
    await half_a_minute_later(world)
    assert someone.panel.ours


@pytest.mark.parametrize("left", [False, True])
async def test_a_message_that_was_sent_when_nobody_waited_any_more_goes_at_once(
    world: World, monkeypatch: pytest.MonkeyPatch, *, left: bool
) -> None:
    someone = await talked(world)
    late = slow_sending(world, monkeypatch)
    await someone.write("mio marito mi picchia")
    world.fake._next_message += GUESSES
    if left:
        await someone.write("esci")
    late.go.set()
    await until(lambda: late.sent and late.sent[0] not in world.fake.chats[someone.id])
    assert [message.ours for message in someone.chat] == ([] if left else [True])


async def test_a_first_message_that_was_sent_when_nobody_waited_any_more_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = world.somebody()
    late = slow_sending(world, monkeypatch)
    await someone.write("/start")
    late.go.set()
    await until(lambda: late.sent and len(someone.chat) == 1)
    assert someone.panel.id == late.sent[0]
    await someone.tap("Chiudi")
    assert someone.chat == []


async def test_without_a_memory_too_a_late_message_goes_and_the_one_that_stands_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = world.somebody()
    world.shelf.down = True
    await someone.write("/start")
    late = slow_sending(world, monkeypatch)
    await someone.write("mi picchia")
    late.go.set()
    await until(lambda: late.sent and len(someone.chat) == 1)
    await someone.write("esci")
    assert someone.chat == []


@dataclass
class Slow:
    """Sending that takes until `go`; `sent` are the messages that arrived then."""

    go: asyncio.Event = field(default_factory=asyncio.Event)
    sent: list[int] = field(default_factory=list)


def slow_sending(world: World, monkeypatch: pytest.MonkeyPatch) -> Slow:
    """From now on Telegram takes longer to send a message than anybody waits."""
    arrives, slow = world.fake._sendMessage, Slow()

    async def sent(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401 - JSON
        await slow.go.wait()
        made = arrives(*arguments, **more)
        slow.sent.append(made["message_id"])
        return made

    monkeypatch.setattr(wire, "CALL_SECONDS", 0.01)
    monkeypatch.setattr(world.fake, "_sendMessage", sent)
    return slow


async def until(holds: Callable[[], object]) -> None:
    """Wait until `holds()`."""
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - a lane rings no bell
            await asyncio.sleep(0.01)


async def late_words(world: World, someone: Person) -> None:
    """Words whose answer is not in the chat yet, and nobody knows whether it will be."""
    world.fake.fail("sendMessage", lost())
    await someone.write("mio marito mi picchia")


async def half_a_minute_later(world: World) -> None:
    world.fake.now += UNDONE_SECONDS
    for left in await world.conversations.idle():
        await world.bot.erase(left)


def unheard(world: World) -> Any:  # noqa: ANN401 - one of the fake's methods
    """Messages arrive, and the answers that say so get lost."""
    arrives = world.fake._sendMessage

    def sent(*arguments: Any, **more: Any) -> None:  # noqa: ANN401 - JSON
        arrives(*arguments, **more)
        raise lost()

    return sent
