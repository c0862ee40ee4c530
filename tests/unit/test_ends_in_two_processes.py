# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A platform brings again, to another process, what belonged to a conversation that was left: nothing begins anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest

from bot.channels.whatsapp.render import WHATSAPP, closing
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.sessions.ended import SECONDS
from bot.sessions.places import InProcess
from bot.sessions.sealed import Seal
from bot.sessions.session import Session
from bot.sessions.sqlite import SqliteSessions
from tests.unit.conversation_world import SECRET, Fragile, Talk, beside

pytestmark = pytest.mark.anyio

HURT = "mio marito mi picchia"


@dataclass
class Two:
    """Two processes with one store, whose time is `now`."""

    bundle: Bundle
    now: float = 1000.0
    first: Talk = field(init=False)

    def __post_init__(self) -> None:
        store = SqliteSessions(InProcess(), Seal(SECRET), lambda: self.now)
        self.first = Talk(self.bundle, Fragile(store), WHATSAPP, shared=True)
        self.second = beside(self.first)

    async def left(self, *before: str) -> None:
        """Deliveries 1, 2 and so on said `before`; delivery 0 left. All of it in the first process."""
        for number, text in enumerate(before, 1):
            await self.first.says(text, str(number))
        await self.first.says("esci", "0")

    async def rows(self, *deliveries: str) -> list[Session | None]:
        """What the store holds of each delivery, apart from the version."""
        keys = [self.first.keys.of("ended", self.first.keys.of("delivery", one).hex()[:16]) for one in deliveries]
        found = [await self.first.sessions.read(key) for key in keys]
        return [replace(row, version=0) if row else None for row in found]


@pytest.fixture
async def two(bundle: Bundle) -> AsyncIterator[Two]:
    made = Two(bundle)
    await made.first.sessions.open()
    yield made
    await made.first.sessions.close()


async def test_what_was_said_before_leaving_gets_no_answer_and_begins_nothing(two: Two) -> None:
    await two.left("ciao", HURT)
    for delivery in ("1", "2"):
        again = await two.second.says(HURT, delivery)
        assert (again.silent, again.repeated, again.state) == (True, True, "")
        assert await two.first.stored() is None


async def test_the_leaving_itself_gets_its_farewell_again_in_its_language(two: Two) -> None:
    await two.first.says("English", "1")
    farewell = closing((await two.first.says("esci", "0")).outgoing)
    again = await two.second.says("esci", "0")
    assert (again.erased, again.repeated, closing(again.outgoing)) == (True, True, farewell)
    assert await two.first.stored() is None


async def test_whatever_is_new_begins_a_conversation(two: Two) -> None:
    await two.left("ciao")
    answered = await two.second.says(HURT, "5")
    assert (answered.silent, answered.repeated, bool(answered.state)) == (False, False, True)


async def test_of_an_end_the_store_holds_the_farewell_for_a_minute_and_nothing_else(two: Two) -> None:
    await two.left(HURT)
    assert await two.rows("0", "1") == [Session(two.bundle.codec.encode(Address.at("it", "exit"))), Session()]
    two.now += SECONDS
    assert await two.rows("0", "1") == [None, None]
    assert (await two.second.says(HURT, "1")).state


async def test_where_the_store_fails_while_somebody_leaves_they_have_left_and_their_process_knows(two: Two) -> None:
    await two.first.says("ciao", "1")
    two.first.sessions.broken = {"write"}
    assert (await two.first.says("esci", "0")).erased
    assert await two.first.stored() is None
    two.first.sessions.broken = set()
    again = await asyncio.gather(two.first.says("ciao", "1"), two.first.says("esci", "0"))
    assert [answered.repeated for answered in again] == [True, True]


async def test_a_process_that_shares_its_store_with_nobody_tells_it_nothing(two: Two) -> None:
    alone = Talk(two.bundle, two.first.sessions, WHATSAPP)
    await alone.says("ciao", "1")
    await alone.says("esci", "0")
    assert await two.rows("0", "1") == [None, None]
