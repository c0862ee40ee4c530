# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a session knows of the messages in its chat, after one more came or went: each is (id, time)."""

from __future__ import annotations

from dataclasses import replace

from bot.sessions.session import SEEN, Session

Message = tuple[int, int]

STANDING = 100
"""How many messages of a conversation are remembered, so that they can be deleted; beyond that the oldest is lost."""


def moved(known: Session, to: Session, delivery: str) -> Session:
    """`known` where a turn has led it: the state of `to`, what it offers, and the delivery that did it."""
    seen = (*known.seen, (delivery, to.state))[-SEEN:] if delivery else known.seen
    return replace(known, state=to.state, offered=to.offered, more=to.more, seen=seen)


def with_message(known: Session, message: Message | None) -> Session:
    """`known` with a message that stands in the chat; None changes nothing."""
    if message is None or any(message[0] == found for found, _ in known.messages):
        return known
    return replace(known, messages=(*known.messages, message)[-STANDING:])


def left(known: Session) -> Session:
    """`known` where nobody is any more: nothing of the conversation, and no message of ours that may stay."""
    every = (*known.messages, *((known.panel,) if known.panel else ()))
    return replace(known.bare(), panel=None, messages=every[-STANDING:])


def with_delivered(
    known: Session, panel: Message | None, gone: frozenset[int], perhaps: tuple[Message, ...] = ()
) -> Session:
    """`known` with a new live message: of two that stand the newer. The one before stands until it is among `gone`.
    Those of `perhaps` may stand too.
    """
    panels = sorted({found[0]: found for found in (known.panel, panel) if found and found[0] not in gone}.values())
    newest = panels[-1] if panels else None
    older = {found[0]: found for found in (*perhaps, *known.messages, *panels[:-1])}
    not_older = gone | {newest[0]} if newest else gone
    standing = tuple(message for number, message in older.items() if number not in not_older)
    return replace(known, panel=newest, messages=standing[-STANDING:])
