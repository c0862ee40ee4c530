# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen that a network's own people can come to, composed one after the other.

The walk begins in every language, because typed words also lead where no button does, at every node with every value
of what it needs: each comune of the network's provinces, each topic that the flow sets, each active service, each
choice (zones and shared names) with a place in those provinces. From there it follows everything that can be tapped,
pages included, until nothing is new. Addresses that must show the same (`classes`) are visited once. The same bundle
gives the same screens in the same order.

Not walked: places that are not a comune of the network (a node that only they lead to is seen with one place), and
moments other than the one given. `bussola check --prove` is for those.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from bot.channels.base import Channel
from bot.checks.classes import Class, classify, reads_channel
from bot.checks.remembering import remembering
from bot.checks.written import written
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.flow import Node
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen

Values = Mapping[str, tuple[str, ...]]
"""By slot, the values with which a walk begins."""


@dataclass(frozen=True, slots=True)
class Failed:
    """An address whose screen could not be composed, and the class of what was raised; never its text."""

    address: Address
    error: str


def screens(
    bundle: Bundle,
    channel: Channel,
    now: datetime,
    failed: Callable[[Failed], None] | None = None,
    known: dict[Address, Screen] | None = None,
) -> Iterator[Screen]:
    """Every screen of the walk on `channel` at `now`, which is aware.

    An address whose screen cannot be composed is told to `failed` and passed over; without one, the error is raised.
    `known` may be shared by walks of other channels at the same moment: screens that are the same on all are composed
    once.
    """
    bundle = remembering(bundle)
    scene = Scene(now, channel.name, channel.limits.choices)
    compose_once = _Composer(bundle, scene, failed, {} if known is None else known)
    class_of, values = classify(bundle, now), _values(bundle)
    seen: set[Class] = set()
    waiting = deque(beginnings(bundle))
    while waiting:
        address = waiting.popleft()
        if (kind := class_of(address)) in seen or address.get("place") not in (None, *values["place"]):
            continue
        seen.add(kind)
        screen = compose_once(address)
        if screen is not None:
            yield screen
            waiting.extend(choice.address for choice in screen.taps())


@dataclass(frozen=True, slots=True)
class _Composer:
    """Composes the screens of one scene, taking from `known` those that do not read the channel."""

    bundle: Bundle
    scene: Scene
    failed: Callable[[Failed], None] | None
    known: dict[Address, Screen]

    def __call__(self, address: Address) -> Screen | None:
        screen = self.known.get(address) or self._composed(address)
        if screen is not None and not reads_channel(self.bundle, address.node):
            self.known[address] = screen
        return screen

    def _composed(self, address: Address) -> Screen | None:
        try:
            return compose(self.bundle, address, self.scene)
        except Exception as error:
            if self.failed is None:
                raise
            self.failed(Failed(address, type(error).__name__))
            return None


def beginnings(bundle: Bundle) -> Iterator[Address]:
    """Every node in every language, with every value of what it needs.

    Where it only carries a topic or a place, with and without one.
    """
    values, outside = _values(bundle), _only_for_outside(bundle)
    for language, node in product(bundle.locales, bundle.flow.nodes.values()):
        live = bundle.world.live[node.id]
        offered = {slot: _offered(slot, node, live, found) for slot, found in values.items()}
        if node.id in outside:
            offered["place"] = offered["place"][:1]
        for chosen in product(*offered.values()):
            slots = dict(zip(offered, chosen, strict=True))
            if _competent(bundle, slots["service"], slots["topic"]):
                yield bundle.world.settle(Address.at(language, node.id, **slots))


def _values(bundle: Bundle) -> Values:
    """What each slot may hold for the people of this network."""
    places, own = bundle.gazetteer.places, bundle.directory.network.provinces
    comuni = [key for key, place in places.items() if place.kind == "comune" and place.province in own]
    choices = [key for key, found in bundle.choices.items() if any(places[place].province in own for place in found)]
    return {
        "place": tuple(comuni),
        "topic": settable_topics(bundle),
        "service": tuple(key for key, service in bundle.directory.services.items() if service.status == "active"),
        "choice": tuple(choices),
    }


def _competent(bundle: Bundle, service: str, topic: str) -> bool:
    """Whether a conversation about a topic can come to a service, where both are known."""
    known = bundle.directory.services.get(service)
    return known is None or not topic or topic in known.topics | known.also


def settable_topics(bundle: Bundle) -> tuple[str, ...]:
    """The topics that some way of the flow sets, in the flow's order."""
    found = {value for way in written(bundle) for target in way.way for slot, value in target.set if slot == "topic"}
    return tuple(topic for topic in bundle.flow.topics if topic in found)


def _only_for_outside(bundle: Bundle) -> frozenset[str]:
    """Nodes to which only the name of a place outside the network leads."""
    leading: dict[str, set[str]] = {}
    for way in written(bundle):
        for target in way.way:
            leading.setdefault(target.go, set()).add(way.name)
    return frozenset(node for node, names in leading.items() if names == {"outside"})


def _offered(slot: str, node: Node, live: frozenset[str], values: tuple[str, ...]) -> tuple[str, ...]:
    """What a slot is filled with on a node; "" leaves it unfilled.

    A place that a node only carries is read by a service's card alone: elsewhere one stands for all.
    """
    if slot in node.needs:
        return values
    if slot not in live or slot not in ("place", "topic"):
        return ("",)
    card = node.show is not None and (node.show.what, node.show.of) == ("card", "service")
    return ("", *(values if slot == "topic" or card else values[:1]))
