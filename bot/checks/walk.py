# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen that a network's own people can come to, composed one after the other.

The walk begins in every language, because typed words also lead where no button does, at every node with every value
of what it needs: each comune of the network's provinces, each topic that the flow sets, each active service, each
choice (zones and shared names) with a place in those provinces. From there it follows everything that can be tapped,
pages included, until nothing is new. Addresses that must show the same (`classes`) are visited once. Nothing else is
left out: the same bundle gives the same screens in the same order.

Not walked yet: places outside the network, and moments other than the one given. `bussola check --prove` will
enumerate those by classes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from bot.channels.base import Channel
from bot.checks.classes import Class, classify
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
    bundle: Bundle, channel: Channel, now: datetime, failed: Callable[[Failed], None] | None = None
) -> Iterator[Screen]:
    """Every screen of the walk on `channel` at `now`, which is aware.

    An address whose screen cannot be composed is told to `failed` and passed over; without one, the error is raised.
    """
    scene = Scene(now, channel.name, channel.limits.choices)
    class_of = classify(bundle)
    seen: set[Class] = set()
    waiting = deque(beginnings(bundle))
    while waiting:
        address = waiting.popleft()
        if (kind := class_of(address)) in seen:
            continue
        seen.add(kind)
        screen = _composed(bundle, address, scene, failed)
        if screen is not None:
            yield screen
            waiting.extend(choice.address for choice in screen.taps())


def _composed(bundle: Bundle, address: Address, scene: Scene, failed: Callable[[Failed], None] | None) -> Screen | None:
    try:
        return compose(bundle, address, scene)
    except Exception as error:
        if failed is None:
            raise
        failed(Failed(address, type(error).__name__))
        return None


def beginnings(bundle: Bundle) -> Iterator[Address]:
    """Every node in every language, with every value of what it needs.

    Where it only carries a topic or a place, also with each topic and with one place: such a node reads of a place
    only whether there is one.
    """
    values = _values(bundle)
    for language, node in product(bundle.locales, bundle.flow.nodes.values()):
        for slots in _fillings(node, bundle.world.live[node.id], values):
            yield bundle.world.settle(Address.at(language, node.id, **slots))


def _values(bundle: Bundle) -> Values:
    """What each slot may hold for the people of this network."""
    places = bundle.gazetteer.places
    own = bundle.directory.network.provinces
    return {
        "place": tuple(key for key, place in places.items() if place.kind == "comune" and place.province in own),
        "topic": settable_topics(bundle),
        "service": tuple(key for key, service in bundle.directory.services.items() if service.status == "active"),
        "choice": tuple(
            key for key, found in bundle.choices.items() if any(places[place].province in own for place in found)
        ),
    }


def settable_topics(bundle: Bundle) -> tuple[str, ...]:
    """The topics that some way of the flow sets, in the flow's order."""
    found = {
        value for way in written(bundle) for target in way.way for slot, value in target.set if slot == "topic"
    }
    return tuple(topic for topic in bundle.flow.topics if topic in found)


def _fillings(node: Node, live: frozenset[str], values: Values) -> Iterator[dict[str, str]]:
    """Each way of filling the slots that matter on a node; "" leaves one unfilled."""
    offered = []
    for slot in ("choice", "place", "service", "topic"):
        if slot in node.needs:
            offered.append(values[slot])
        elif slot in live and slot in _OPTIONAL:
            offered.append(("", *values[slot][: _OPTIONAL[slot]]))
        else:
            offered.append(("",))
    for choice, place, service, topic in product(*offered):
        yield {"choice": choice, "place": place, "service": service, "topic": topic}


_OPTIONAL: Mapping[str, int | None] = {"topic": None, "place": 1}
"""Slots that a walk also begins with where a node only carries them, and how many of their values."""
