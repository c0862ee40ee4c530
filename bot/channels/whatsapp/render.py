# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A screen as one WhatsApp message: text, then numbered choices. A digit is the most discreet thing to leave there."""

from __future__ import annotations

from bot.channels.base import Channel, Encode, Limits, Outgoing, keys_of
from bot.screens.screen import Screen

LIMITS = Limits(body=1600, composed=1000, label=None, data=None, choices=6)
"""Twilio: 1600 units of body. Six choices, because 7, 8, 9 and 0 mean the same on every screen."""


def render(screen: Screen, encode: Encode) -> Outgoing:
    """The message for `screen`."""
    keys = keys_of(screen, encode)
    written = [f"{key.digit} {key.label}" for key in keys]
    own, always = written[: -len(screen.always)], written[-len(screen.always) :]
    text = "\n\n".join(part for part in (screen.text, "\n".join(own), " · ".join(always)) if part)
    return Outgoing(text, keys)


def closing(outgoing: Outgoing) -> str:
    """What is said when a conversation was left, out of its closing screen: one neutral line, and nothing to choose."""
    return outgoing.text.partition("\n\n")[0]


WHATSAPP = Channel("whatsapp", LIMITS, render)
