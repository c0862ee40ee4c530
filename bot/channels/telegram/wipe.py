# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Deleting for both sides: in batches, then one by one, and what cannot be deleted is written over.

One message that is too old, or that cannot be deleted, makes Telegram refuse a whole batch, so those are set apart by
their age first. What a bot has written itself it can edit at any age; what the person wrote long ago it cannot touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.channels.base import Outgoing, Sent
from bot.channels.telegram.trouble import Why
from bot.channels.telegram.wire import Wire
from bot.log import Code

BATCH = 100
"""Bot API: deleteMessages takes 1 to 100 ids."""

NEUTRAL = Outgoing("Ok.")
"""What stands in the place of a message that cannot be deleted, where the closing line is not at hand."""

AWAY = frozenset({Why.NEVER_LEFT, Why.LOST, Why.LIMITED, Why.TOKEN})
"""Why it may work later."""


async def wipe(wire: Wire, chat: int, messages: Iterable[Sent], over: Outgoing = NEUTRAL) -> frozenset[int]:
    """Delete `messages`, or write `over` them. Returns the ids that need no further attempt: those that are gone, and
    those about which nothing can be done; what is left out could not be tried.
    """
    every = {message.id: message.at for message in messages}
    young = sorted((known for known, at in every.items() if wire.clock.deletable(at)), reverse=True)
    settled: set[int] = set()
    for start in range(0, len(young), BATCH):
        settled |= await _batch(wire, chat, young[start : start + BATCH], over)
    for known in every.keys() - set(young):
        settled |= await _single(wire, chat, known, over)
    return frozenset(settled)


async def _batch(wire: Wire, chat: int, ids: Sequence[int], over: Outgoing) -> set[int]:
    why = await wire.delete(chat, ids)
    if why in AWAY:
        return set()
    if why not in (Why.REFUSED, Why.GONE):
        return set(ids)
    settled: set[int] = set()
    for known in ids:
        settled |= await _single(wire, chat, known, over)
    return settled


async def _single(wire: Wire, chat: int, known: int, over: Outgoing) -> set[int]:
    why = await wire.delete(chat, [known])
    if why is Why.REFUSED:
        wire.log(Code.TELEGRAM_NOT_DELETED)
        why = await wire.edit(chat, known, over, urgent=True)
    return set() if why in AWAY else {known}
