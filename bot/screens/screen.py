# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person sees, before any channel has drawn it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.dialogue.address import Address

Role = Literal["choice", "more", "urgent", "exit", "home"]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when a screen is shown: all that may change it beside its address.

    `now` is aware. `choices_per_page` is how many choices the channel can offer at once; None for no limit.
    `shared_position`: a position led here, and on a channel that cannot delete it must be said that it stays.
    """

    now: datetime
    channel: str = "terminal"
    choices_per_page: int | None = None
    shared_position: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be tapped, or answered with a digit; `address` is where it leads."""

    label: str
    address: Address
    role: Role = "choice"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, always one message.

    `choices` are this screen's own, in order (digits 1 to 6); `more` the next page of it (digit 7), if there is one;
    `always` the ways of every screen: urgent (9), exit (0), home (8). `short_numbers` are those on it that no phone
    turns into a link (112, 1522), for channels that can offer to copy them; `copied` then says what a copy leaves.
    """

    address: Address
    direction: Literal["ltr", "rtl"]
    text: str
    choices: tuple[Choice, ...]
    more: Choice | None
    always: tuple[Choice, ...]
    short_numbers: tuple[str, ...] = ()
    copied: str = ""

    def taps(self) -> tuple[Choice, ...]:
        """Everything that can be tapped, in the order in which it is shown."""
        return (*self.choices, *((self.more,) if self.more else ()), *self.always)
