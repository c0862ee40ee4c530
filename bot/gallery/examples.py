# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A place for screens that only somebody outside the network sees: the walk has none, and gives them one of its own."""

from __future__ import annotations

from bot.checks.written import written
from bot.content.bundle import Bundle
from bot.dialogue.address import Address, ordered
from bot.directory.geo import distance_km


def seen_from_outside(bundle: Bundle, address: Address) -> Address:
    """The same address for somebody just across the border, where its node is only for those; otherwise as it is."""
    if address.get("place") is None or address.node not in _only_for_outside(bundle):
        return address
    slots = {**dict(address.slots), "place": _across_the_border(bundle)}
    return Address(address.language, address.node, ordered(slots))


def _only_for_outside(bundle: Bundle) -> frozenset[str]:
    leading = [(target.go, way.name) for way in written(bundle) for target in way.way]
    return frozenset(node for node, name in leading if name == "outside") - {
        node for node, name in leading if name != "outside"
    }


def _across_the_border(bundle: Bundle) -> str:
    """The comune outside the network that is nearest to the first of the network's own."""
    own = bundle.directory.network.provinces
    comuni = [place for place in bundle.gazetteer.places.values() if place.kind == "comune"]
    home = next(place for place in comuni if place.province in own)
    return min(
        (distance_km(home.latitude, home.longitude, place.latitude, place.longitude), place.id)
        for place in comuni
        if place.province not in own
    )[1]
