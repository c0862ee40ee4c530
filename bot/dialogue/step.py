# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One step of a conversation: an address and an event give the next address. Pure and total.

Typed words are tried in the order of the design: leaving, danger, digits, a place where one was asked for (unless the
same words are of a topic for other people), the screen's own buttons, words that count everywhere, and last of all
"unsure", which a node may lead elsewhere. Words that take back what was said before come before the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.address import Address, ordered
from bot.dialogue.codec import Codec
from bot.dialogue.events import Erase, Event, SharedPosition, Show, Started, Step, Tapped, Typed, Unsupported
from bot.dialogue.flow import Flow, Node, Target, first_open
from bot.dialogue.graph import FILLED_BY_OUTCOME, liveness
from bot.dialogue.ports import Heard, PlaceHeard, Places, Understanding

EXIT, MORE, HOME, URGENT = 0, 7, 8, 9
"""What digits mean whatever was offered; 1 to 6 are the choices of the last screen."""


@dataclass(frozen=True, slots=True)
class World:
    """All that a step may know. `live` is `graph.liveness(flow)`, computed once."""

    flow: Flow
    codec: Codec
    understanding: Understanding
    places: Places
    live: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, flow: Flow, codec: Codec, understanding: Understanding, places: Places) -> World:
        """A world for this flow, with its liveness worked out."""
        return cls(flow, codec, understanding, places, liveness(flow))

    def settle(self, address: Address) -> Address:
        """`address` as it can be shown: only slots that matter there, and the start where a needed one is missing."""
        node = self.flow.nodes.get(address.node)
        if node is None or not node.needs <= address.filled():
            return self.codec.home(address.language)
        return address.keeping(self.live[node.id] | {"page"})

    def read(self, text: str, language: str = "") -> Address:
        """The address that an encoded string stands for, settled. Total."""
        return self.settle(self.codec.decode(text, language))


def step(world: World, address: Address, event: Event) -> Step:
    """What `event` leads to from `address`. Every event has an answer, whatever it carries."""
    following = _following(world, world.settle(address), event)
    ends = world.flow.nodes[following.node].kind == "end"
    return Step(following, (Erase(),) if ends else (Show(following),))


def _following(world: World, address: Address, event: Event) -> Address:
    match event:
        case Started(payload):
            return world.read(payload, address.language)
        case Tapped(encoded):
            return world.read(encoded, address.language)
        case Typed():
            return _typed(world, address, event)
        case SharedPosition(latitude, longitude):
            return _named_place(world, address, world.places.locate(latitude, longitude))
        case Unsupported(kind):
            return _everywhere(world, address, "voice") if kind == "voice" else address


def _go(world: World, address: Address, target: Target, **filled: str) -> Address:
    """Follow a way out of a screen: slots are carried on, those it fills are replaced, its page is left behind."""
    slots = {**dict(address.slots), **dict(target.set), **filled, "page": ""}
    return world.settle(Address(address.language, target.go, ordered(slots)))


def _everywhere(world: World, address: Address, name: str) -> Address:
    return _go(world, address, Target(world.flow.everywhere[name]))


def _typed(world: World, address: Address, event: Typed) -> Address:
    node = world.flow.nodes[address.node]
    heard = world.understanding.hear(event.text, address.language, node.id)
    if heard.exit:
        return _everywhere(world, _spoken(world, address, heard.language), "exit")
    if heard.urgent:
        return _in_danger(world, address, heard)
    if heard.digit is not None:
        return _digit(world, address, heard.digit, event)
    return _said(world, address, node, heard)


def _spoken(world: World, address: Address, language: str) -> Address:
    """At the start nothing has been chosen yet, maybe because the conversation has just been left: who leaves again is
    answered in the language of their words, where we speak it.
    """
    chosen = address.node != world.flow.start or language not in world.codec.languages
    return address if chosen else world.codec.home(language)


def _in_danger(world: World, address: Address, heard: Heard) -> Address:
    """The emergency card first; what else was said is carried, so that it can go on from there."""
    said = _meant(world, address, heard)
    place = {"place": heard.place.value} if heard.place.outcome == "one" and heard.place.value else {}
    return _go(world, address, Target(world.flow.everywhere["urgent"], said.set if said else ()), **place)


def _digit(world: World, address: Address, digit: int, event: Typed) -> Address:
    fixed = {EXIT: "exit", URGENT: "urgent", HOME: "home"}.get(digit)
    if fixed:
        return _everywhere(world, address, fixed)
    if not event.offered and event.more is None:
        return _everywhere(world, address, "home")
    if digit == MORE:
        return world.read(event.more, address.language) if event.more else address
    if digit <= len(event.offered):
        return world.read(event.offered[digit - 1], address.language)
    return address


def _said(world: World, address: Address, node: Node, heard: Heard) -> Address:
    """Where words lead. Those that count by themselves come first; what else was said goes on from there."""
    target = _by_itself(world, address, heard)
    if target is None:
        return _meaning(world, address, node, heard)
    moved = _go(world, address, target)
    more = heard.place.outcome != "unknown" or _meant(world, moved, heard)
    return _meaning(world, moved, world.flow.nodes[moved.node], heard) if more else moved


def _by_itself(world: World, address: Address, heard: Heard) -> Target | None:
    """Where a need leads that counts without an intent; the words of a button of the screen are only that."""
    said = [way for need, way in world.flow.hears.needs.items() if need in heard.needs and heard.button is None]
    return next((target for way in said if (target := first_open(way, address.filled()))), None)


def _meaning(world: World, address: Address, node: Node, heard: Heard) -> Address:
    meant = _meant(world, address, heard)
    others = meant is not None and _is_for_others(world, address, meant)
    if node.kind == "ask" and heard.place.outcome != "unknown" and not others:
        return _named_place(world, address, heard.place)
    button = next((button for button in node.buttons if button.id == heard.button), None)
    target = first_open(button.way, address.filled()) if button else None
    if target:
        return _go(world, address, target)
    if meant:
        return _go_on_to(world, _go(world, address, meant), heard.place)
    return _named_place(world, address, heard.place, meant=heard.intent == "place")


def _meant(world: World, address: Address, heard: Heard) -> Target | None:
    """Where the intent leads; what else was said beside it may choose among its ways."""
    asked = {f"need={need}" for need in heard.needs}
    return first_open(world.flow.hears.intents.get(heard.intent or "", ()), address.filled() | asked)


def _is_for_others(world: World, address: Address, meant: Target) -> bool:
    """Whether words name a topic where none was known, or one for other people than the topic so far.

    Then the place that was asked for must not carry on with the old topic: whoever says at last that it is they who
    hit is not shown where those who are hit go.
    """
    topics = world.flow.topics
    named, known = topics.get(dict(meant.set).get("topic", "")), topics.get(address.get("topic") or "")
    return named is not None and (known is None or named.audiences.isdisjoint(known.audiences))


def _go_on_to(world: World, address: Address, place: PlaceHeard) -> Address:
    """Where the words that led to a question about place also answer it, follow the answer; elsewhere remember it."""
    if world.flow.nodes[address.node].kind == "ask" and place.outcome != "unknown":
        return _named_place(world, address, place)
    named = {"place": place.value} if place.outcome == "one" and place.value else {}
    return _go(world, address, Target(address.node), **named)


def _named_place(world: World, address: Address, place: PlaceHeard, *, meant: bool = False) -> Address:
    """Follow a place: the screen's own route first, then the one that counts everywhere.

    An unknown place is followed where a place was asked for or `meant`; elsewhere it is words we do not understand.
    """
    node = world.flow.nodes[address.node]
    meant = meant or node.kind == "ask"
    slot = FILLED_BY_OUTCOME.get(place.outcome)
    filled = {slot: place.value} if slot and place.value else {}
    if place.outcome == "outside" and not filled:
        # A place that we do not know by name replaces the one before all the same: it must not answer for it.
        address = address.keeping(address.filled() - {"place"})
    way = node.routes.get(place.outcome, ())
    if not way and (meant or place.outcome != "unknown"):
        way = world.flow.hears.place.get(place.outcome, ())
    target = first_open(way, address.filled() | filled.keys())
    return _go(world, address, target, **filled) if target else _unsure(world, address, node)


def _unsure(world: World, address: Address, node: Node) -> Address:
    target = first_open(node.routes.get("unsure", ()), address.filled())
    return _go(world, address, target) if target else _everywhere(world, address, "unsure")
