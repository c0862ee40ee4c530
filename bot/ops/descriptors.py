# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How many files and connections this process may have open, and how many of them callers may take.

What is kept back is for answering: the store, Telegram, Twilio, and the files read anew.
"""

from __future__ import annotations

import resource

from bot.web.limits import CONNECTIONS

KEPT_BACK = 200
"""Descriptors that no caller gets, where the system's limit leaves so many; else three quarters of what there are."""


def ask_for_enough() -> None:
    """Raise this process's limit as far as needed, where the system lets us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + KEPT_BACK
    wanted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def for_callers() -> int:
    """Connections that may be open at a time, of those that the limit of this process allows."""
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if limit == resource.RLIM_INFINITY:
        return CONNECTIONS
    return min(CONNECTIONS, max(limit - KEPT_BACK, limit // 4))
