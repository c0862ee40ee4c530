# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The setting SESSIONS: what it may be, and one sentence for each thing that is wrong with it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.sessions.choose import open_sessions
from bot.sessions.redis import RedisSessions
from bot.sessions.sqlite import SqliteSessions
from tests.sessions.stores import KEY, SECRET, TALK

pytestmark = pytest.mark.anyio


async def test_each_kind_of_store_is_chosen_by_its_name(tmp_path: Path) -> None:
    assert isinstance(open_sessions("memory:", SECRET, 1), SqliteSessions)
    assert isinstance(open_sessions(f"sqlite:{tmp_path}/sessions.db", SECRET, 4), SqliteSessions)
    for url in ("redis://127.0.0.1:1/0", "rediss://:password@127.0.0.1:1/0", "unix:///nowhere/redis.sock"):
        assert isinstance(open_sessions(url, SECRET, 4), RedisSessions)


async def test_choosing_touches_nothing_yet(tmp_path: Path) -> None:
    open_sessions(f"sqlite:{tmp_path}/sessions.db", SECRET, 1)
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240 - an empty folder


@pytest.mark.parametrize(
    ("url", "secret", "workers", "says"),
    [
        ("memory:", SECRET[:31], 1, "SECRET è troppo corto"),
        ("memory:", b"", 1, "SECRET è troppo corto"),
        ("memory:", SECRET, 2, "un solo processo"),
        ("", SECRET, 1, "SESSIONS deve essere"),
        ("memory", SECRET, 1, "SESSIONS deve essere"),
        ("postgres://user:password@host/db", SECRET, 1, "SESSIONS deve essere"),
        ("sqlite:", SECRET, 1, "percorso di un file"),
        ("sqlite:/tmp", SECRET, 1, "percorso di un file"),
        ("sqlite:/no/such/folder/sessions.db", SECRET, 1, "cartella"),
        ("sqlite:/no\0/such", SECRET, 1, "percorso di un file"),
        ("redis://:password@host:port/0", SECRET, 1, "Redis in SESSIONS non è valido"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence_that_repeats_nothing(
    url: str, secret: bytes, workers: int, says: str
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        open_sessions(url, secret, workers)
    sentence = str(raised.value)
    assert says in sentence
    assert "\n" not in sentence
    assert "password" not in sentence
    assert "sss" not in sentence


def test_without_the_package_of_redis_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bot.sessions.redis")
    for name in [name for name in sys.modules if name.split(".")[0] == "redis"]:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ConfigurationError, match=r"pip install '\.\[redis\]'"):
        open_sessions("redis://127.0.0.1:6379/0", SECRET, 1)


async def test_the_store_in_memory_forgets_when_it_is_closed() -> None:
    store = open_sessions("memory:", SECRET, 1)
    await store.open()
    assert await store.write(KEY, TALK)
    await store.close()
    await store.open()
    assert await store.read(KEY) is None
    await store.close()
