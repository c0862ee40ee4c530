# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which screens stand for all the others on the page.

The walk meets thousands of screens, most of which differ by the name of a town. Of those that read the same, one is
enough; of the rest as many are shown as it takes for every node, every topic that changes something on it, every
service on its card and every sentence that any screen says to be on the page. Each says how many it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.checks.classes import classify
from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.dialogue.address import Address
from bot.dialogue.flow import Node
from bot.gallery.examples import seen_from_outside
from bot.gallery.variants import ClassOf, OfClass, Variant, variants
from bot.gallery.ways import with_ways

Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gallery:
    """The variants that are shown, in the flow's order, and what leads to them. `met` counts all screens of the walk.

    `stands` gives, for each variant by its id, the shown one that stands for it.
    """

    bundle: Bundle
    shown: tuple[Variant, ...]
    met: int
    class_of: ClassOf
    of_class: OfClass
    stands: Mapping[int, Variant]

    def leading(self, address: Address) -> Variant | None:
        """The shown variant that reads as `address` does, in any language, or says the same of another place; None
        where there is none, as for the next page of a list.
        """
        found = self.of_class.get(self.class_of(Address(BASE_LANGUAGE, address.node, address.slots)))
        there = self.stands[found.id] if found else None
        return there if found and there and (there.id == found.id or _is_of_the_same(found, there)) else None


def choose(bundle: Bundle, now: datetime) -> Gallery:
    """What the page shows at `now`, which is aware. The same bundle and moment give the same page."""
    class_of = classify(bundle, now)
    found = with_ways(bundle, variants(bundle, now), class_of, now)
    of_class = {class_of(screen.address): variant for variant in found for screen in variant.screens}
    covering = [variant for node in bundle.flow.nodes.values() for variant in _covering(bundle, node, found)]
    stands = {variant.id: variant for variant in covering}
    kin: dict[int, int] = {}
    for variant in found:
        if variant.id not in stands:
            nearest = _standing_for(variant, covering)
            stands[variant.id] = nearest
            kin[nearest.id] = kin.get(nearest.id, 0) + len(variant.screens)
    shown = {
        one.id: replace(one, kin=kin.get(one.id, 0), address=seen_from_outside(bundle, one.address)) for one in covering
    }
    met = sum(len(variant.screens) for variant in found)
    last = {key: shown[variant.id] for key, variant in stands.items()}
    return Gallery(bundle, tuple(shown.values()), met, class_of, of_class, last)


def _covering(bundle: Bundle, node: Node, found: Iterable[Variant]) -> list[Variant]:
    """Variants of a node, first pages and long texts first, until all that any of them says has been said."""
    own = [variant for variant in found if variant.node == node.id]
    whole = node.show is not None and (node.show.what, node.show.of) == ("card", "service")
    seen: set[Feature] = set()
    shown: list[Variant] = []
    for variant in sorted(own, key=_most_telling):
        features = _features(variant, whole=whole)
        if not features <= seen:
            seen |= features
            shown.append(variant)
    services, topics = list(bundle.directory.services), list(bundle.flow.topics)
    return sorted(shown, key=lambda variant: (_first(variant, "service", services), _first(variant, "topic", topics)))


def _first(variant: Variant, slot: str, order: Sequence[str]) -> int:
    """Where a variant stands among those of its node: by the first value that it reads of a slot."""
    values = variant.values(slot) if slot in variant.read else ()
    return min(map(order.index, values), default=0)


def _most_telling(variant: Variant) -> tuple[int, bool, int]:
    return variant.page, variant.way is None, -len(variant.screens[0].text)


def _features(variant: Variant, *, whole: bool) -> set[Feature]:
    """What must be on the page at least once for each node: every service where its whole card is shown, every topic
    with which somebody comes there, every message.
    """
    messages = {("message", message) for message in variant.said}
    missed = {*(("service",) if whole else ()), *(("topic",) if variant.way is not None and not whole else ())}
    return {("node", variant.node), *messages, *(pair for pair in _values(variant) if pair[0] in missed)}


def _values(variant: Variant) -> set[Feature]:
    return {(slot, value) for slot in variant.read & {"service", "topic"} for value in variant.values(slot)}


def _standing_for(variant: Variant, covering: Iterable[Variant]) -> Variant:
    """Of the shown variants of the same node, the one that says most of what this one says, about the same thing."""
    own = [shown for shown in covering if shown.node == variant.node]
    said = set(variant.said)
    return max(own, key=lambda shown: (len(_values(variant) & _values(shown)), len(said & set(shown.said))))


def _is_of_the_same(found: Variant, shown: Variant) -> bool:
    """Whether a shown variant may be gone to in the place of another: the first page about the same thing."""
    return found.page == shown.page == 0 and _values(found) <= _values(shown)
