# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""All that a process remembers of people, in one hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.sessions.ended import Ended
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.session import Sessions


@dataclass(frozen=True, slots=True)
class Memory:
    """Sessions of a few minutes, the keys that they are found by, how much each chat has asked of late, and which
    deliveries were of conversations that are over.
    """

    sessions: Sessions
    keys: Keys
    flood: Flood = field(default_factory=Flood)
    ended: Ended = field(default_factory=Ended)
