# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One of those who share a store scrubs; when it dies another one does."""

from __future__ import annotations

import pytest

from bot.errors import StoreDown
from bot.ops.lease import SECONDS, Lease
from bot.sessions.choose import open_sessions
from bot.sessions.keys import Keys
from bot.sessions.session import Session
from tests.whatsapp.world import Shelf

KEYS = Keys(b"k" * 32)


class Down(Shelf):
    """A store that is never there."""

    async def read(self, key: bytes) -> Session | None:  # noqa: ARG002 - there is nothing to look in
        raise StoreDown


@pytest.mark.anyio
async def test_one_of_two_holds_it_until_it_has_been_silent_for_long() -> None:
    now = [0.0]
    shelf = Shelf(lambda: now[0])
    one, two = Lease(shelf, KEYS, "scrub"), Lease(shelf, KEYS, "scrub")
    assert (await one(), await two(), await one(), await two()) == (True, False, True, False)
    now[0] += SECONDS - 1
    assert (await one(), await two()) == (True, False)
    now[0] += SECONDS
    assert (await two(), await one()) == (True, False)


@pytest.mark.anyio
async def test_two_things_have_two_holders() -> None:
    shelf = Shelf()
    assert (await Lease(shelf, KEYS, "scrub")(), await Lease(shelf, KEYS, "sweep")()) == (True, True)


@pytest.mark.anyio
async def test_without_a_store_everybody_holds_it() -> None:
    assert (await Lease(Down(), KEYS, "scrub")(), await Lease(Down(), KEYS, "scrub")()) == (True, True)


@pytest.mark.anyio
async def test_it_works_on_the_store_that_ships() -> None:
    sessions = open_sessions("memory:", b"s" * 32, 1)
    await sessions.open()
    one, two = Lease(sessions, KEYS, "scrub"), Lease(sessions, KEYS, "scrub")
    assert (await one(), await two(), await one()) == (True, False, True)
    assert await sessions.claim_idle() == []
    assert await sessions.claim_all() == []
    await sessions.close()
