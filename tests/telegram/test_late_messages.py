# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Messages of ours that Telegram sends later than anybody waits, or of which nobody knows whether it did."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.channels.telegram import wire
from bot.channels.telegram.panel import GUESSES
from bot.chat import UNDONE_SECONDS
from tests.telegram.fake import lost
from tests.telegram.test_leaving import talked
from tests.telegram.world import Person, World

pytestmark = pytest.mark.anyio


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


async def test_what_could_not_be_deleted_after_a_late_message_takes_no_answer_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = await talked(world)
    with monkeypatch.context() as patch:
        late = slow_sending(world, patch)
        await someone.write("mio marito mi picchia")
        world.fake.faults["deleteMessages"] = [lost(), lost()]
        late.go.set()
        await until(lambda: late.sent and not world.fake.faults["deleteMessages"])
    for words in ("menu", "aiuto"):
        await someone.write(words)
        assert [message.ours for message in someone.chat] == [True]
    await someone.write("esci")
    assert someone.chat == []


async def test_who_comes_back_where_nothing_could_be_deleted_is_answered(world: World) -> None:
    someone = await talked(world)
    await late_words(world, someone)
    await someone.write("esci")
    world.fake.now += UNDONE_SECONDS
    lefts = await world.conversations.idle()
    world.shelf.down = True
    world.fake.faults["deleteMessages"] = [lost(), lost()]
    for left in lefts:
        await world.bot.erase(left)
    assert lefts
    world.fake.faults.clear()
    world.shelf.down = False
    await someone.write("/start")
    assert [message.ours for message in someone.chat] == [True]


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
