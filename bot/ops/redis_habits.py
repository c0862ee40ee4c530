# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be known of a Redis server before it is used: whether its address is one, and whether it writes to disk."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SECONDS = 2.0
_ADDRESS = re.compile(r"rediss?://[^/?#\s]+(/[0-9]*)?(\?[^#\s]*)?|unix:///[^#\s]+")


def is_address(url: str) -> bool:
    """Whether the driver could use `url`; nothing is asked of any server. True where there is no driver to ask."""
    try:
        import redis  # noqa: PLC0415 - as below
    except ImportError:
        return True
    try:
        redis.Redis.from_url(url).connection_pool.make_connection()
        return bool(_ADDRESS.fullmatch(url)) and urlsplit(url).port != 0
    except (redis.RedisError, ValueError, TypeError, AttributeError):
        return False


def persists(url: str) -> bool | None:
    """Whether the server at `url` keeps snapshots or a journal; None where it does not say (away, or forbidden)."""
    try:
        import redis  # noqa: PLC0415 - an extra: who keeps sessions in memory has not installed it
    except ImportError:
        return None
    try:
        with redis.Redis.from_url(
            url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS, decode_responses=True
        ) as server:
            told = {**server.config_get("save"), **server.config_get("appendonly")}
    except (redis.RedisError, OSError, ValueError, TypeError, AttributeError):
        return None
    return bool(told["save"]) or told["appendonly"] == "yes" if {"save", "appendonly"} <= told.keys() else None
