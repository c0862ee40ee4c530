# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The conversation just held, as a transcript that the tests can play again."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.dialogue.events import Event, Started, Tapped, Typed


@dataclass
class Recorder:
    """Notes what was done and where it led. Written only because an author asked for it, and only to their file."""

    channel: str
    language: str
    now: str
    turns: list[str] = field(default_factory=list)

    def note(self, event: Event, place: str, *, erased: bool) -> None:
        """Add a turn: what was done, and the readable address (without language) that it led to."""
        done = _done(event)
        if done is None:
            return
        led = "    erased: yes" if erased else f"    at: {_quoted(place)}"
        self.turns.append(f"  - {done}\n{led}")

    def text(self) -> str:
        """The whole transcript as YAML."""
        head = [
            'schema: "1"',
            "name: Conversazione registrata",
            "kind: happy",
            f"channels: [{self.channel}]",
            f"language: {self.language}",
            f"now: {_quoted(self.now)}",
            "turns:",
        ]
        return "\n".join([*head, *self.turns, ""])


def _done(event: Event) -> str | None:
    match event:
        case Started(payload):
            return f"start: {_quoted(payload)}"
        case Tapped(address):
            return f"open: {_quoted(address)}"
        case Typed(text):
            return f"type: {_quoted(text)}"
        case _:
            return None


def _quoted(text: str) -> str:
    """A YAML double-quoted scalar on one line, without what cannot be seen: our files allow none of it, and the bot
    hears nothing in it.
    """
    seen = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    return '"{}"'.format(seen.replace("\\", "\\\\").replace('"', '\\"'))
