# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One holder at a time of something that all who share a store of sessions could do."""

from __future__ import annotations

import secrets

from bot.errors import StoreDown
from bot.sessions.keys import Keys
from bot.sessions.session import Session, Sessions

SECONDS = 300.0
"""How long a lease lasts after it was last asked for: longer than a page of the scrubber can take."""


class Lease:
    """Whether this process holds `what`; asking renews. A process that dies lets go after `SECONDS`.

    Where the store is down everybody holds it: what is leased must do no harm twice, and must not stay undone.
    """

    def __init__(self, sessions: Sessions, keys: Keys, what: str) -> None:
        self._sessions, self._key, self._us = sessions, keys.of("lease", what), secrets.token_hex(8)

    async def __call__(self) -> bool:
        """Take it, or go on holding it."""
        try:
            known = await self._sessions.read(self._key) or Session()
            if known.state not in {"", self._us}:
                return False
            mine = Session(state=self._us, version=known.version)
            return await self._sessions.write(self._key, mine, SECONDS)
        except StoreDown:
            return True
