# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen in a conversation, and what a conversation can ask of the world."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.address import Address


@dataclass(frozen=True, slots=True)
class Started:
    """Somebody opened the conversation, perhaps through a link that carries an encoded address."""

    payload: str = ""


@dataclass(frozen=True, slots=True)
class Tapped:
    """Somebody chose a button; `address` is the encoded address that it carries, from any time past."""

    address: str


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody wrote. `offered` are the encoded addresses of the choices 1 to 6 of the last screen, `more` that of 7.

    Both are empty where nothing was offered in this conversation: then only 0 and 9 mean something.
    """

    text: str
    offered: tuple[str, ...] = ()
    more: str | None = None


@dataclass(frozen=True, slots=True)
class SharedPosition:
    """A position arrived (WGS84 degrees). It becomes a place within the same call and is dropped."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something that we never open: "voice", "picture", "sticker", "contact" or anything else."""

    kind: str


Event = Started | Tapped | Typed | SharedPosition | Unsupported


@dataclass(frozen=True, slots=True)
class Show:
    """Put the screen of this address before the person."""

    address: Address


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete what the channel can delete and forget the conversation."""


Effect = Show | Erase


@dataclass(frozen=True, slots=True)
class Step:
    """What an event leads to: the new address, and what the world is asked to do, in order."""

    address: Address
    effects: tuple[Effect, ...]
