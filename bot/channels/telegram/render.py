# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A screen as a Telegram panel: text, one choice a row, and the ways of every screen always in the last row."""

from __future__ import annotations

from bot.channels.base import Channel, Encode, Limits, Outgoing, keys_of
from bot.screens.screen import Screen

LIMITS = Limits(body=4096, composed=1000, label=28, data=64, choices=None)
"""Bot API: 4096 units of text, 64 bytes of callback data. The label and the composed length are ours."""


def render(screen: Screen, encode: Encode) -> Outgoing:
    """The panel for `screen`; under numbers that can be copied by a tap, what a copy leaves behind."""
    keys = keys_of(screen, encode)
    own, always = keys[: -len(screen.always)], keys[-len(screen.always) :]
    text = "\n\n".join(part for part in (screen.text, screen.copied) if part)
    return Outgoing(text, keys, (*((key,) for key in own), always), screen.short_numbers)


TELEGRAM = Channel("telegram", LIMITS, render)
