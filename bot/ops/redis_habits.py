# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a Redis server writes to disk what it is given to remember for minutes."""

from __future__ import annotations

SECONDS = 2.0


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
    except (redis.RedisError, OSError, ValueError):
        return None
    return bool(told["save"]) or told["appendonly"] == "yes" if {"save", "appendonly"} <= told.keys() else None
