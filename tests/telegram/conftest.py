# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What tests of Telegram share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.content.bundle import Bundle
from tests.telegram.peer_world import Front, front
from tests.telegram.world import World


@pytest.fixture
def world(bundle: Bundle) -> Iterator[World]:
    """A bot and its surroundings. However a test ends, no call of it may have broken a limit."""
    world = World(bundle)
    yield world
    assert world.fake.broken == []


@pytest.fixture(scope="session")
async def one_peer() -> AsyncIterator[Front]:
    """The server that others wrote, started once."""
    async with front() as running:
        yield running


@pytest.fixture
async def peer(one_peer: Front) -> Front:
    """The same, as if it had just been started."""
    await one_peer.person("reset")
    return one_peer
