# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations that were left are erased: after ten idle minutes, and all of them on the way out."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.channels.base import Left
from bot.conversations import Conversations
from bot.log import Code, Log

AT_ONCE = 16
"""Conversations that are erased side by side: more would only wait for Telegram."""

CLAIMED = 100
"""As many as the store gives at a time; fewer mean that there are no more."""


class Eraser(Protocol):
    """A channel that can delete what stands in a chat."""

    async def erase(self, left: Left) -> None:
        """Delete it. Never raises."""
        ...


class Sweeper:
    """`erasers` by the name of their channel."""

    def __init__(self, conversations: Conversations, erasers: Mapping[str, Eraser], log: Log) -> None:
        self._conversations, self._erasers, self._log = conversations, erasers, log
        self._gate = asyncio.Semaphore(AT_ONCE)

    async def idle(self) -> None:
        """Erase what nobody has touched for ten minutes."""
        while await self._erased(await self._conversations.idle()) == CLAIMED:
            pass

    async def everything(self) -> None:
        """Erase all that no other process holds. Cut short by who calls it: what is left then stands in the chats."""
        await self._erased(await self._conversations.all_left())

    async def _erased(self, left: Sequence[Left]) -> int:
        await asyncio.gather(*map(self._erase, left))
        if left:
            self._log(Code.STORE_IDLE_WIPED, n=len(left))
        return len(left)

    async def _erase(self, left: Left) -> None:
        eraser = self._erasers.get(left.channel)
        if eraser:
            async with self._gate:
                await eraser.erase(left)
