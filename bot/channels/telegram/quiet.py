# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Libraries on the way to Telegram log what they send: addresses with the token in them, and messages whole."""

from __future__ import annotations

import logging

TALKATIVE = ("telegram", "httpx", "httpcore", "hpack", "h11")


def hush() -> None:
    """Let nothing of theirs reach a handler, at whatever level somebody sets them or the root afterwards.

    Records of a library climb to its top logger and stop there: a level could be lowered again, this is no level.
    """
    for name in TALKATIVE:
        top = logging.getLogger(name)
        top.propagate = False
        top.handlers[:] = [logging.NullHandler()]
