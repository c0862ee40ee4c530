# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What every channel has: limits, a screen drawn for sending, and the conversations that it is given to work with."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from bot.dialogue.address import Address
from bot.dialogue.events import Event
from bot.screens.screen import Choice, Screen

Encode = Callable[[Address], str]
"""Writes an address as the string that a button carries."""

OFFERED, MORE, URGENT = 6, 7, 9
"""Choices have the digits 1 to 6; 7, 8, 9 and 0 mean the same on every screen."""

_DIGIT_OF_ROLE = {"more": MORE, "home": 8, "urgent": URGENT, "exit": 0}


def units(text: str) -> int:
    """Length as the platforms count it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel can carry, in UTF-16 units; `data` in bytes of a button's payload; None where there is none.

    `composed` is our own, stricter limit on a whole message. `choices` is how many can be offered at once.
    """

    body: int
    composed: int
    label: int | None
    data: int | None
    choices: int | None


@dataclass(frozen=True, slots=True)
class Key:
    """A button: what it says, the address that it carries, and the digit that means the same (None beyond six)."""

    label: str
    data: str
    digit: int | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message, ready to be delivered.

    `keys` is everything that can be chosen; `rows` the same as buttons, where the channel has them. `offered` and
    `more` are what the digits 1 to 6 and 7 mean after this message. `copy` are numbers to be offered for copying.
    """

    text: str
    keys: tuple[Key, ...] = ()
    rows: tuple[tuple[Key, ...], ...] = ()
    copy: tuple[str, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The addresses of the digits 1 to 6, as many as there are."""
        return tuple(key.data for key in self.keys if key.digit in range(1, OFFERED + 1))

    @property
    def more(self) -> str | None:
        """The address of the digit 7, or None."""
        return next((key.data for key in self.keys if key.digit == MORE), None)

    @property
    def urgent(self) -> bool:
        """Whether these are the urgent numbers themselves: every other screen offers them under the digit 9."""
        return all(key.digit != URGENT for key in self.keys)


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of drawing screens: its name (texts may differ by it), its limits and its hand."""

    name: str
    limits: Limits
    render: Callable[[Screen, Encode], Outgoing]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a turn leads to.

    `state` is the encoded address to remember ("" after an erase: there is nothing to remember). `erased` asks the
    channel to delete what it can; `outgoing` is then the closing line, for channels that cannot. `failed` says that
    something of ours broke and that `outgoing` is the last resort. `repeated`: the platform delivered the same thing
    again, nothing moved and `outgoing` is what was answered then. `silent`: too much in too short a time, say nothing.
    `begins`: there was no conversation before it.
    """

    state: str
    outgoing: Outgoing
    erased: bool = False
    failed: bool = False
    repeated: bool = False
    silent: bool = False
    begins: bool = False


class Sent(NamedTuple):
    """A message that stands in a chat, of ours or theirs: the platform's id, and its time there (unix seconds)."""

    id: int
    at: int


@dataclass(frozen=True, slots=True)
class Came:
    """How an event arrived, all of it the platform's word. `language`: that of the client, counts while a
    conversation has none of its own. `delivery`: the platform's id of this delivery, for repetitions. `message`: the
    person's own message, where the channel can delete it.
    """

    language: str = ""
    delivery: str = ""
    message: Sent | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a webhook answers to the platform that called it."""

    status: int
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Left:
    """A conversation that was left: the channel's name, the platform's id of the chat, and all that still stands."""

    channel: str
    chat: str
    messages: tuple[Sent, ...]


class Chat(Protocol):
    """One chat during one turn; nobody else in this process works on it meanwhile."""

    @property
    def panel(self) -> Sent | None:
        """The live message of ours, as the session was last seen: by `answer`, `look` or `hold`. None where there is
        none, or where somebody has left meanwhile: nothing of ours may stand there then.
        """
        ...

    @property
    def standing(self) -> tuple[Sent, ...]:
        """Everything else known that may still stand in the chat, `Came.message` included."""
        ...

    async def answer(self, event: Event, came: Came) -> Answer:
        """Move the conversation and remember where it went. Never raises."""
        ...

    async def undo(self, answered: Answer) -> None:
        """Forget the conversation that this turn has begun: nobody can see its answer. Never raises."""
        ...

    async def look(self) -> None:
        """Read what is known now, for `panel` and `standing`, without a turn. Never raises."""
        ...

    async def hold(
        self, panel: Sent | None = None, gone: frozenset[int] = frozenset(), perhaps: tuple[Sent, ...] = ()
    ) -> bool:
        """Remember what was delivered: the live message (None: as before), ids that stand no more, and messages that
        may stand, nobody knows. False where it could not be remembered. Never raises. After an erase too: what is not
        told to be gone is tried again later.

        Afterwards `panel` is the newest that any process has delivered, and `standing` is all that must go.
        """
        ...


class Conversations(Protocol):
    """All conversations, as the channels see them."""

    def of(self, channel: Channel, who: str, *, deletes: bool) -> AbstractAsyncContextManager[Chat]:
        """The chat of `who` (the platform's id, never kept as it is), once earlier turns of it in this process are
        over. `deletes`: the channel can delete messages, so what stands is remembered, sealed, until it is gone.
        """
        ...


def digit(screen: Screen, choice: Choice) -> int | None:
    """The digit that means `choice` on `screen`."""
    if choice.role != "choice":
        return _DIGIT_OF_ROLE[choice.role]
    place = screen.choices.index(choice) + 1
    return place if place <= OFFERED else None


def keys_of(screen: Screen, encode: Encode) -> tuple[Key, ...]:
    """Everything that can be chosen on `screen`, in the order in which it is shown."""
    return tuple(Key(choice.label, encode(choice.address), digit(screen, choice)) for choice in screen.taps())
