# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The one live message of a chat: what a turn leads to is put there, and all else that stands there is deleted."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.channels.base import Answer, Chat, Outgoing, Sent
from bot.channels.telegram.arrivals import Arrival
from bot.channels.telegram.limiter import PATIENCE
from bot.channels.telegram.trouble import Why
from bot.channels.telegram.wipe import NEUTRAL, wipe
from bot.channels.telegram.wire import Wire
from bot.dialogue.events import Tapped

CROWD = 3
"""With more than this waiting in a chat, a screen would be replaced before anybody has read it: it is not drawn."""

GUESSES = 20
"""A message of which nobody knows whether it was sent has, if it was, one of the next numbers: in private chats all the
messages of a bot are counted together. So many are deleted in its chat, where any other of them is not.
"""

MAY_COME = 30.0
"""Seconds after which such a message will not come any more. Until then it is deleted at every step, and once more
after somebody has left: deleting what is not there yet is no end of it. Its time is twice as far in the future, which
no message has that is there.
"""

MANY_STANDING = 50
"""While we are silent, messages are deleted by this many."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of one chat, answered and not yet delivered."""

    wire: Wire
    chat: Chat
    arrival: Arrival
    answered: Answer

    @property
    def urgent(self) -> bool:
        """Whether this must not wait behind others: the urgent numbers, a failure of ours, or leaving."""
        return self.answered.erased or self.answered.outgoing.urgent

    @property
    def tapped(self) -> bool:
        """Whether it was a tap, not words."""
        return isinstance(self.arrival.event, Tapped)

    def ours(self) -> list[Sent]:
        """Messages of ours that can be written in, the newest first."""
        return sorted({known for known in (self.chat.panel, self.arrival.tapped) if known}, reverse=True)

    def standing(self) -> set[Sent]:
        """All that is known to stand in the chat."""
        theirs = self.arrival.came.message
        return {*self.chat.standing, *self.ours(), *((theirs,) if theirs else ())}


async def deliver(turn: Turn, behind: int) -> None:
    """Put the answer before the person. `behind`: how many more of their messages and taps wait already."""
    if turn.answered.erased:
        await asyncio.gather(_remove(turn, turn.standing()), _rest(turn))
        return
    await _rest(turn)
    if turn.answered.silent or (behind > CROWD and not turn.urgent):
        await _known(turn)
        await _keep_few(turn)
    elif turn.tapped or (turn.answered.repeated and turn.ours()):
        await _in_place(turn)
    else:
        await _below(turn)


async def _rest(turn: Turn) -> None:
    if turn.arrival.tap:
        await turn.wire.answer_tap(turn.arrival.tap)


async def _known(turn: Turn) -> None:
    """Whatever is not drawn: a message of ours that the session does not know must be found by the idle wipe."""
    tapped = turn.arrival.tapped
    if tapped and tapped not in (turn.chat.panel, *turn.chat.standing):
        await turn.chat.hold(panel=tapped)


async def _keep_few(turn: Turn) -> None:
    if len(turn.chat.standing) >= MANY_STANDING:
        await _remove(turn, set(turn.chat.standing))


async def _in_place(turn: Turn) -> None:
    """Write in a message of ours; where the person has deleted all of them, send a new one. A tap on a message that is
    gone, in a chat where there is no conversation, was made while somebody left: it must not bring anything back.
    """
    if await _written(turn):
        return
    if turn.tapped and turn.answered.begins:
        await turn.chat.undo(turn.answered)
    else:
        await _below(turn)


async def _below(turn: Turn) -> None:
    """Send a new message, then delete what stood there. Where nobody can say whether it was sent, it is not sent again.
    The one from before can be written in, though; so it is, too, where a new one may not be sent now. The urgent
    numbers wait for no turn while there is one to write in, and for a moment where the person has deleted it.
    """
    at_once = turn.urgent and bool(turn.ours())
    sent = await _sent(turn, 0.0 if at_once else PATIENCE)
    if sent in (Why.LOST, Why.LIMITED) and not await _written(turn) and at_once and sent is Why.LIMITED:
        sent = await _sent(turn, PATIENCE)
    if isinstance(sent, Sent):
        await _settled(turn, sent, set())
    elif sent is Why.LOST:
        await turn.chat.hold(perhaps=tuple(_guesses(turn)))


async def _sent(turn: Turn, patience: float) -> Sent | Why:
    return await turn.wire.send(turn.arrival.chat, turn.answered.outgoing, urgent=turn.urgent, patience=patience)


def _guesses(turn: Turn) -> list[Sent]:
    newest = max((known for known in turn.standing() if not _may_come(turn, known)), default=Sent(0, 0))
    mark = int(turn.wire.clock.now() + 2 * MAY_COME)
    return [Sent(newest.id + further, mark) for further in range(1, GUESSES + 1) if newest.id]


def _may_come(turn: Turn, message: Sent) -> bool:
    return message.at > turn.wire.clock.now() + MAY_COME


async def _written(turn: Turn) -> bool:
    """Write in the newest message of ours that is there, and delete what stands beside it. False: there is none."""
    gone: set[int] = set()
    for live in turn.ours():
        why = await turn.wire.edit(turn.arrival.chat, live.id, turn.answered.outgoing, urgent=turn.urgent)
        if why is None:
            await _settled(turn, live, gone)
            return True
        if why not in (Why.GONE, Why.REFUSED):
            await _known(turn)
            return True
        gone |= {live.id} if why is Why.GONE else set()
    return False


async def _settled(turn: Turn, shown: Sent, gone: set[int]) -> None:
    """`shown` has the answer. Of all that stands the newest message of ours stays, whichever process has sent it; none
    does where somebody has left in another process meanwhile.
    """
    before, stays = turn.standing(), {*gone, shown.id}
    if (shown != turn.chat.panel or gone) and await turn.chat.hold(panel=shown, gone=frozenset(gone)):
        stays = {*gone, turn.chat.panel.id} if turn.chat.panel else gone
    await _remove(turn, {message for message in before | turn.standing() if message.id not in stays})


async def _remove(turn: Turn, messages: set[Sent]) -> None:
    """Delete `messages` and remember that they are gone. What the person leaves behind says nothing."""
    if not messages:
        return
    closing = turn.answered.outgoing.text.partition("\n\n")[0]
    over = Outgoing(closing) if turn.answered.erased and closing else NEUTRAL
    gone = await wipe(turn.wire, turn.arrival.chat, messages, over)
    gone -= {message.id for message in messages if _may_come(turn, message)}
    if gone:
        await turn.chat.hold(gone=gone)
