# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A real server is asked whether it writes to disk."""

from __future__ import annotations

from pathlib import Path

import pytest
import redis

from bot.ops.redis_habits import is_address, persists
from tests.sessions.redis_server import Server


@pytest.mark.parametrize(
    ("changed", "writes"),
    [({}, False), ({"save": "60 1"}, True), ({"appendonly": "yes"}, True)],
)
def test_a_server_says_whether_it_writes_to_disk(changed: dict[str, str], writes: bool, tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    with redis.Redis.from_url(server.url) as client:
        for name, value in changed.items():
            client.config_set(name, value)
    assert persists(server.url) is writes
    server.stop()


def test_a_server_that_may_not_be_asked_says_nothing(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    with redis.Redis.from_url(server.url) as client:
        client.execute_command("ACL", "SETUSER", "guest", "on", ">invented", "+@all", "-config", "~*")
    assert persists(server.url.replace("redis://", "redis://guest:invented@")) is None
    server.stop()
    assert persists(server.url) is None
    assert persists("redis://[") is None


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("redis://127.0.0.1:6379/0", True),
        ("redis://cache", True),
        ("rediss://:p%40ss@cache.example.org:6380/1?ssl_cert_reqs=required", True),
        ("unix:///run/redis.sock?db=1", True),
        ("redis://127.0.0.1:1/0?foo=bar", False),
        ("redis://u:p@:x/y", False),
        ("redis://127.0.0.1:1/y", False),
        ("redis://127.0.0.1:99999/0", False),
        ("redis://[", False),
        ("redis:///0", False),
    ],
)
def test_an_address_that_the_driver_could_not_use_is_known_beforehand(url: str, right: bool) -> None:
    assert is_address(url) is right
