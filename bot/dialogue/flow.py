# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The graph of a conversation, as plain data. Words are not here: they hang on the ids in the locales.

A node *needs* slots (without them its screen makes no sense) and *may use* others. A node is a `menu` unless it
asks for something, shows something or ends the conversation. Outcomes have names; there are no expressions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.dialogue.ports import PlaceOutcome

NodeKind = Literal["menu", "ask", "show", "end"]
ListingKind = Literal["services", "card", "places", "zones", "languages"]


@dataclass(frozen=True, slots=True)
class Target:
    """A node to go to, and the slots filled on the way. Open only while all of `when` holds.

    A condition is the name of a slot that must be filled, or `topic=<id>`; that one comes with the slot's own name.
    Of heard words it may also be `need=<name>`: something finer than the intent, said in the same text.
    """

    go: str
    set: tuple[tuple[str, str], ...] = ()
    when: frozenset[str] = frozenset()

    def slots(self) -> frozenset[str]:
        """The slots that must be filled, whatever with."""
        return frozenset(condition for condition in self.when if "=" not in condition)


Way = tuple[Target, ...]
"""Alternatives in order of preference: the first that is open is taken."""


def first_open(way: Way, filled: frozenset[str]) -> Target | None:
    """Where `way` leads where this is known (`Address.filled`, and the needs just heard); None if it is closed."""
    return next((target for target in way if target.when <= filled), None)


@dataclass(frozen=True, slots=True)
class Button:
    """A choice of a screen; a screen offers it only where its way is open."""

    id: str
    way: Way


@dataclass(frozen=True, slots=True)
class Listing:
    """What a `show` node draws from the directory, the gazetteer or the locales.

    `what` and `of`: services nearest | anywhere | far (desks at least 20 km from the place, the nearest of those first)
    · card service | if-i-call | no-answer · places choice · zones all · languages all.
    docs/flows.md says what each needs.
    `audience` narrows services to those that welcome it, beside those that welcome anybody; "" is the topic's own.
    `per_page` items at a time; `open` is where an item leads (empty where items are not choices).
    """

    what: ListingKind
    of: str
    per_page: int = 6
    open: Way = ()
    audience: str = ""


FILLED_BY = {"services": "service", "places": "place", "zones": "choice"}
"""Which slot an item of a listing fills when it is chosen."""


@dataclass(frozen=True, slots=True)
class Node:
    """One place in the conversation."""

    id: str
    kind: NodeKind = "menu"
    needs: frozenset[str] = frozenset()
    may_use: frozenset[str] = frozenset()
    buttons: tuple[Button, ...] = ()
    routes: Mapping[str, Way] = field(default_factory=dict)
    show: Listing | None = None


@dataclass(frozen=True, slots=True)
class Hears:
    """Typed words that count on every node: intents, the outcomes of a place that was named, and the needs that count
    without an intent ("I am not a child"): the first that is open is followed before everything else that was said.
    """

    intents: Mapping[str, Way] = field(default_factory=dict)
    place: Mapping[PlaceOutcome, Way] = field(default_factory=dict)
    needs: Mapping[str, Way] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a need is about: whom its services must welcome, and the lines that answer for it, best first. `far`:
    whether who has this need may be shown desks far from home.
    """

    id: str
    audiences: frozenset[str] = frozenset()
    relays: tuple[str, ...] = ()
    far: bool = True


@dataclass(frozen=True, slots=True)
class Flow:
    """All nodes, what every screen has (`urgent`, `exit`, `home`, `unsure`, `voice`), and what is heard anywhere."""

    start: str
    everywhere: Mapping[str, str]
    nodes: Mapping[str, Node]
    hears: Hears = Hears()
    topics: Mapping[str, Topic] = field(default_factory=dict)
