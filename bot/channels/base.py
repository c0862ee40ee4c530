# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What every channel has: limits, and a screen drawn for sending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.dialogue.address import Address
from bot.screens.screen import Choice, Screen

Encode = Callable[[Address], str]
"""Writes an address as the string that a button carries."""

OFFERED, MORE = 6, 7
"""Choices have the digits 1 to 6; 7, 8, 9 and 0 mean the same on every screen."""

_DIGIT_OF_ROLE = {"more": MORE, "home": 8, "urgent": 9, "exit": 0}


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
    `more` are what the digits 1 to 6 and 7 mean after this message.
    """

    text: str
    keys: tuple[Key, ...] = ()
    rows: tuple[tuple[Key, ...], ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The addresses of the digits 1 to 6, as many as there are."""
        return tuple(key.data for key in self.keys if key.digit in range(1, OFFERED + 1))

    @property
    def more(self) -> str | None:
        """The address of the digit 7, or None."""
        return next((key.data for key in self.keys if key.digit == MORE), None)


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of drawing screens: its name (texts may differ by it), its limits and its hand."""

    name: str
    limits: Limits
    render: Callable[[Screen, Encode], Outgoing]


def digit(screen: Screen, choice: Choice) -> int | None:
    """The digit that means `choice` on `screen`."""
    if choice.role != "choice":
        return _DIGIT_OF_ROLE[choice.role]
    place = screen.choices.index(choice) + 1
    return place if place <= OFFERED else None


def keys_of(screen: Screen, encode: Encode) -> tuple[Key, ...]:
    """Everything that can be chosen on `screen`, in the order in which it is shown."""
    return tuple(Key(choice.label, encode(choice.address), digit(screen, choice)) for choice in screen.taps())
