# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Stores for tests: in memory, in a file, and in a real Redis server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.sessions.session import Sessions
from tests.sessions.redis_server import Server
from tests.sessions.stores import RedisStores, SqliteStores, Stores


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that do not harm it."""
    server = Server(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.db"


@pytest.fixture(params=["memory", "file", "redis"])
async def stores(request: pytest.FixtureRequest, path: Path) -> AsyncIterator[Stores]:
    """Each kind of store; `indirect` parameters choose some of them."""
    stores = await made(request, path)
    yield stores
    await stores.close()


@pytest.fixture
async def store(stores: Stores) -> Sessions:
    return await stores.another()


async def made(request: pytest.FixtureRequest, path: Path) -> Stores:
    if request.param != "redis":
        return SqliteStores(path if request.param == "file" else None)
    found = RedisStores(request.getfixturevalue("server").url)
    await found.wipe()
    return found
