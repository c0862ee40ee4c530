# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation on a terminal or through a pipe: screens drawn as another channel would, choices by number, letter
or words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_lowercase

from bot.channels.base import Key, Outgoing
from bot.dialogue.events import Event, Started, Tapped, Typed


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back from a turn; `ended` when the conversation was left and there is nothing more to show."""

    outgoing: Outgoing
    ended: bool = False


def converse(
    turn: Callable[[Event], Reply], read: Callable[[], str | None], write: Callable[[Reply], None], start: str = ""
) -> None:
    """Talk until the person leaves or `read` has no more lines (None). `start` is an encoded address to begin at."""
    reply = turn(Started(start))
    write(reply)
    while not reply.ended and (line := read()) is not None:
        reply = turn(event_of(line, reply.outgoing))
        write(reply)


def event_of(line: str, shown: Outgoing) -> Event:
    """What a typed line means after `shown`: a button by its letter or its words, else words (digits among them)."""
    said = line.strip().casefold()
    if said in _letters(shown):
        return Tapped(_letters(shown)[said].data)
    for key in shown.keys:
        if key.label.casefold() == said:
            return Tapped(key.data)
    return Typed(line.strip(), shown.offered, shown.more)


def _letters(shown: Outgoing) -> dict[str, Key]:
    """Letters for the buttons that have no digit, by their place on the screen; "x" leaves, so it is nobody's."""
    lettered = zip(ascii_lowercase.replace("x", ""), shown.keys, strict=False)
    return {letter: key for letter, key in lettered if key.digit is None}


def drawn(outgoing: Outgoing) -> str:
    """The message as text, with its buttons below it, each with its digit or, beyond six choices, its letter."""
    letters = {key: letter for letter, key in _letters(outgoing).items()}

    def button(key: Key) -> str:
        return f"[{letters[key] if key.digit is None else key.digit}] {key.label}"

    rows = ["  ".join(button(key) for key in row) for row in outgoing.rows]
    return "\n".join([outgoing.text, *([""] if rows else []), *rows])
