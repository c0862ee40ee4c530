# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Two processes that answer one chat at the same moment: however their calls fall, one message of ours is left, and
none where the person has gone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.channels.base import Outgoing, Sent
from bot.channels.telegram.adapter import Telegram
from bot.channels.telegram.limiter import PATIENCE
from bot.channels.telegram.trouble import Why
from bot.conversations import Conversations
from tests.telegram.world import Person, World

pytestmark = pytest.mark.anyio

Meanwhile = Callable[[], Awaitable[object]]


@pytest.fixture
def second(world: World) -> Telegram:
    """Another process with the same store, which answers from now on; `world.bot` is still the first."""
    memory = world.memory
    world.conversations = Conversations(lambda: world.bundle, memory, lambda: world.moment, world.notes)
    return world.another()


async def begun(world: World) -> Person:
    someone = world.somebody()
    await someone.write("/start")
    return someone


def between(first: Telegram, meanwhile: Meanwhile, *, sent: bool) -> None:
    """Once, just before a message of `first` is sent, or just after it, `meanwhile` happens."""
    send = first.wire.send

    async def slowly(chat: int, outgoing: Outgoing, *, urgent: bool, patience: float = PATIENCE) -> Sent | Why:
        first.wire.send = send  # type: ignore[method-assign]
        if not sent:
            await meanwhile()
        found = await send(chat, outgoing, urgent=urgent, patience=patience)
        if sent:
            await meanwhile()
        return found

    first.wire.send = slowly  # type: ignore[method-assign]


async def through(bot: Telegram, world: World, turn: Awaitable[object]) -> None:
    """`turn` as another process serves it."""
    first, world.bot = world.bot, bot
    await turn
    world.bot = first


@pytest.mark.parametrize("sent", [False, True])
async def test_of_two_answers_to_words_the_newest_stays(world: World, second: Telegram, *, sent: bool) -> None:
    someone = await begun(world)
    between(world.bot, lambda: through(second, world, someone.write("112")), sent=sent)
    await someone.write("privacy")
    assert someone.panel.text.startswith("Numeri attivi" if sent else "Come funziona")


async def test_a_tap_and_words_at_once_leave_one_message(world: World, second: Telegram) -> None:
    someone = await begun(world)
    panel = someone.panel
    between(world.bot, lambda: through(second, world, someone.tap("Per me", on=panel)), sent=False)
    await someone.write("privacy")
    assert someone.panel.text.startswith("Come funziona")


async def test_two_taps_on_a_panel_that_the_person_deleted_leave_one_message(world: World, second: Telegram) -> None:
    someone = await begun(world)
    panel = someone.panel
    del world.fake.chats[someone.id][panel.id]
    between(world.bot, lambda: through(second, world, someone.tap("Per me", on=panel)), sent=False)
    await someone.tap("Per me", on=panel)
    assert someone.panel.id != panel.id


@pytest.mark.parametrize("sent", [False, True])
@pytest.mark.parametrize("way", ["word", "tap"])
async def test_an_answer_that_comes_after_the_person_has_left_is_deleted_at_once(
    world: World, second: Telegram, way: str, *, sent: bool
) -> None:
    someone = await begun(world)
    panel = someone.panel
    leaving = (lambda: someone.write("esci")) if way == "word" else (lambda: someone.tap("Chiudi", on=panel))
    between(world.bot, lambda: through(second, world, leaving()), sent=sent)
    await someone.write("privacy")
    assert someone.chat == []
    assert world.shelf.kept == {}


async def test_who_leaves_while_words_are_understood_is_not_answered(world: World, second: Telegram) -> None:
    someone = await begun(world)
    write = world.shelf.write

    async def later(*what: object, **how: object) -> bool:
        world.shelf.write = write  # type: ignore[method-assign]
        await through(second, world, someone.write("esci"))
        return await write(*what, **how)  # type: ignore[arg-type]

    world.shelf.write = later  # type: ignore[method-assign]
    await someone.write("privacy")
    assert someone.chat == []
    assert world.shelf.kept == {}
    assert len(world.fake.made("sendMessage")) == 1
