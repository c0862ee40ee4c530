# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the dialogue needs from outside, as shapes: who understands words and who knows places.

Implementations live in `understanding` and `directory`; they are handed in, never imported here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

PlaceOutcome = Literal["one", "many", "outside", "unknown"]


@dataclass(frozen=True, slots=True)
class PlaceHeard:
    """What typed words say about a place.

    `value` is a place id for "one" and (where the place is known) "outside", the id of an ambiguity set for
    "many", and None otherwise.
    """

    outcome: PlaceOutcome = "unknown"
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that one typed text says; only values from closed lists, never the text.

    `exit`: the whole message asks to leave; `language`: the only one in which its words ask for that, "" where several
    do. `urgent`: an emergency number or an urgent phrase is in it.
    `digit`: the whole message is one digit. `button`: the whole message is the label of that button of the node
    where it was typed. `intent`: a topic, or one of the further intents of the design. `why` names the rule that
    decided the intent, for tools. `needs`: finer things said beside the intent ("they want me to resign"), by the names
    that the phrases give them; a flow asks about them with `need=<name>`.
    """

    exit: bool = False
    language: str = ""
    urgent: bool = False
    digit: int | None = None
    button: str | None = None
    intent: str | None = None
    place: PlaceHeard = PlaceHeard()
    why: str = ""
    needs: frozenset[str] = frozenset()


class Understanding(Protocol):
    """Reads typed words. Total: any text, of any length, gives a Heard."""

    def hear(self, text: str, language: str, node: str) -> Heard:
        """What `text`, written in `language` on the screen of `node`, says."""
        ...


class Places(Protocol):
    """Knows where a position is."""

    def locate(self, latitude: float, longitude: float) -> PlaceHeard:
        """The place of a WGS84 position; "unknown" far from all that is known. Keeps nothing."""
        ...
