# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which nodes and routes of the flow conversations go through. Every alternative of every way counts on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from unittest import mock

from bot.checks.written import Written, at_everywhere, at_node, at_path, written
from bot.content.bundle import Bundle
from bot.dialogue import step as steps
from bot.dialogue.address import Address
from bot.dialogue.events import Event, Tapped
from bot.dialogue.flow import FILLED_BY, Target, first_open
from bot.screens.compose import compose
from bot.screens.screen import Choice, Scene
from bot.testing import Conversation

Name = tuple[str, ...]
"""A route: the place of its way in the files, and the number of the alternative."""


@dataclass
class Taken:
    """Nodes and routes gone through so far."""

    bundle: Bundle
    nodes: set[str] = field(default_factory=set)
    routes: set[Name] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._known = {id(target): (*name, str(index)) for name, way in ways(self.bundle) for index, target in way}

    def follow(self, talk: Conversation) -> None:
        """Count what a conversation that is over went through."""
        state = ""
        for event, answered in talk.history:
            address = self.bundle.world.read(state, talk.language)
            self._move(talk, address, event)
            state = answered.state

    def _move(self, talk: Conversation, address: Address, event: Event) -> None:
        with mock.patch.object(steps, "first_open", side_effect=first_open) as opened:
            following = steps.step(self.bundle.world, address, event).address
        self.nodes |= {address.node, following.node}
        found = [target for call in opened.call_args_list if (target := first_open(*call.args))]
        found += self._tapped(talk, address, event) if isinstance(event, Tapped) else []
        self.routes |= {self._known[id(target)] for target in found}
        if not found:
            names = self.bundle.flow.everywhere.items()
            self.routes |= {("everywhere", name) for name, node in names if node == following.node}

    def _tapped(self, talk: Conversation, address: Address, event: Tapped) -> list[Target]:
        """The ways of this screen that lead where a tap led; none for the ways of every screen and for old buttons."""
        scene = Scene(talk.now, talk.channel.name, talk.channel.limits.choices)
        choices = compose(self.bundle, address, scene).choices
        tapped = [choice for choice in choices if self.bundle.codec.encode(choice.address) == event.address]
        return [target for choice in tapped if (target := self._way(address, choice))]

    def _way(self, address: Address, choice: Choice) -> Target | None:
        node, catalogue = self.bundle.flow.nodes[address.node], self.bundle.locales[address.language].catalogue
        for button in node.buttons:
            if catalogue.format(node.id, button.id, {}) == choice.label:
                return first_open(button.way, address.filled())
        slot = FILLED_BY.get(node.show.what, "service") if node.show else ""
        return first_open(node.show.open, address.filled() | {slot}) if node.show else None


def ways(bundle: Bundle) -> Iterator[tuple[Name, Iterator[tuple[int, Target]]]]:
    """Every way of the flow by its name, with its alternatives and their numbers."""
    for node in bundle.flow.nodes.values():
        for button in node.buttons:
            yield (node.id, "buttons", button.id), enumerate(button.way)
        for outcome, way in node.routes.items():
            yield (node.id, "routes", outcome), enumerate(way)
        if node.show and node.show.open:
            yield (node.id, "show", node.show.what), enumerate(node.show.open)
    for intent, way in bundle.flow.hears.intents.items():
        yield ("", "intents", intent), enumerate(way)
    for answer, way in bundle.flow.hears.place.items():
        yield ("", "place", answer), enumerate(way)
    for need, way in bundle.flow.hears.needs.items():
        yield ("", "needs", need), enumerate(way)


def all_routes(bundle: Bundle) -> dict[Name, str]:
    """Every route, and its file and line."""
    places = {name_of(way): way for way in written(bundle)}
    found: dict[Name, str] = {
        ("everywhere", name): line(at_everywhere(bundle, name)) for name in bundle.flow.everywhere
    }
    for name, way in ways(bundle):
        at = places[name]
        found |= {(*name, str(number)): line(at_path(bundle, at.file, (*at.path, number))) for number, _ in way}
    return found


def name_of(way: Written) -> Name:
    """The name of a way as its author wrote it."""
    return (way.source or "", way.part, way.name)


def all_nodes(bundle: Bundle) -> dict[str, str]:
    """Every node, and its file and line."""
    return {node: line(at_node(bundle, node)) for node in bundle.flow.nodes}


def line(place: tuple[str, int, int]) -> str:
    """A place, for who looks for it in the file."""
    return f"{place[0]}:{place[1]}"
