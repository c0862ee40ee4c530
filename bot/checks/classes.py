# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which addresses show the same screen: those that agree in everything that the screen really reads.

A screen reads the values of some slots (a list of services reads place and topic) and of the others only whether they
are filled, because that opens and closes its buttons. So one address stands for all that carry another place unread.
A service's card reads of a place only which desk is the nearest and how far: there, cards with distances of the same
number of digits stand for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.flow import Node
from bot.directory.geo import distance_km
from bot.screens.contacts import NEAR_KM

Class = tuple[str, ...]
"""What a screen reads of its address, as strings; equal for addresses that show the same."""

_LISTS: Mapping[tuple[str, str], frozenset[str]] = {
    ("services", "nearest"): frozenset({"place", "topic"}),
    ("services", "anywhere"): frozenset({"topic"}),
    ("card", "service"): frozenset({"service", "topic"}),
    ("card", "if-i-call"): frozenset({"service"}),
    ("places", "choice"): frozenset({"choice"}),
}
_TEXT = {"place": "place", "line": "topic", "line_state": "topic"}
"""Variables of a text, and the slots that they come from."""

ANY = "*"
"""Stands for a slot that is filled, whatever with."""


def classify(bundle: Bundle) -> Callable[[Address], Class]:
    """The function that gives each address its class."""

    @cache
    def reads(node: str) -> frozenset[str]:
        return slots_read(bundle, bundle.flow.nodes[node])

    def class_of(address: Address) -> Class:
        read = {*reads(address.node), "page"}
        slots = [f"{slot}={value if slot in read else ANY}" for slot, value in address.slots]
        return (address.language, address.node, *slots, _desk(bundle, address))

    return class_of


def slots_read(bundle: Bundle, node: Node) -> frozenset[str]:
    """The slots whose values a node's text or listing reads, in any language."""
    listed = _LISTS.get((node.show.what, node.show.of), frozenset()) if node.show else frozenset()
    messages = [locale.catalogue.messages.get(node.id) for locale in bundle.locales.values()]
    variables = {name for message in messages if message for name in message.variables}
    return listed | {_TEXT[name] for name in variables & _TEXT.keys()}


def _desk(bundle: Bundle, address: Address) -> str:
    """For a service's card: the desk nearest to the place, and how many digits its distance has."""
    show = bundle.flow.nodes[address.node].show
    place = bundle.gazetteer.places.get(address.get("place") or "")
    service = bundle.directory.services.get(address.get("service") or "")
    if show is None or (show.what, show.of) != ("card", "service") or place is None or service is None:
        return ""
    away = [distance_km(place.latitude, place.longitude, site.latitude, site.longitude) for site in service.sites]
    if not away:
        return ""
    km = min(away)
    return f"{away.index(km)}:{len(str(round(km))) if km > NEAR_KM else 0}"
