# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which addresses show the same screen: those that agree in everything that the screen really reads.

A screen reads the values of some slots (a list of services reads place and topic) and of the others only whether they
are filled, because that opens and closes its buttons. So one address stands for all that carry another place unread.
A service's card reads of a place only which desk is the nearest, if it is near at all, and how far: there, cards with
distances of the same number of digits stand for each other; and it reads the topic only if it has no contact to show,
because then the topic says who answers in its place. So does what is said of a call to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.flow import Node, Topic
from bot.directory.model import Site
from bot.directory.nearest import card, nearest
from bot.screens.compose import asks_first
from bot.screens.contact_lines import NEAR_KM
from bot.screens.voice import LINE

Class = tuple[str, ...]
"""What a screen reads of its address, as strings; equal for addresses that show the same."""

_LISTS: Mapping[tuple[str, str], frozenset[str]] = {
    ("services", "nearest"): frozenset({"place", "topic"}),
    ("services", "far"): frozenset({"place", "topic"}),
    ("services", "anywhere"): frozenset({"topic"}),
    ("card", "service"): frozenset({"service"}),
    ("card", "if-i-call"): frozenset({"service"}),
    ("card", "no-answer"): frozenset({"service", "topic"}),
    ("places", "choice"): frozenset({"choice"}),
}
_TEXT = {"place": "place", **dict.fromkeys(LINE, "topic")}
"""Variables of a text, and the slots that they come from."""

ANY = "*"
"""Stands for a slot that is filled, whatever with."""


def classify(bundle: Bundle, now: datetime) -> Callable[[Address], Class]:
    """The function that gives each address its class at `now`, which is aware."""
    cards = _Cards(bundle, now)

    @cache
    def reads(node: str) -> frozenset[str]:
        return slots_read(bundle, bundle.flow.nodes[node]) | {"page"}

    @cache
    def card_of(node: str) -> str:
        show = bundle.flow.nodes[node].show
        return show.of if show is not None and show.what == "card" else ""

    def class_of(address: Address) -> Class:
        of = card_of(address.node)
        read = reads(address.node) | (cards.reads(address.get("service") or "") if of else frozenset())
        slots = [f"{slot}={value if slot in read else ANY}" for slot, value in address.slots]
        return (address.language, address.node, *slots, cards.desk(address) if of == "service" else "")

    return class_of


class _Cards:
    """What services' cards read at one moment."""

    def __init__(self, bundle: Bundle, now: datetime) -> None:
        self._bundle, self._now = bundle, now
        self._near: dict[tuple[str, str], Mapping[str, str]] = {}
        self._reads: dict[str, frozenset[str]] = {}

    def reads(self, service: str) -> frozenset[str]:
        """A service with a contact to show reads no topic; another says who answers in its place for the topic."""
        if service not in self._reads:
            found = card(self._bundle.directory, service, None, self._now)
            self._reads[service] = frozenset() if found and found.contact else frozenset({"topic"})
        return self._reads[service]

    def desk(self, address: Address) -> str:
        """The desk that a card shows, and how many digits its distance has; "" for what is not near the place."""
        place, topic = address.get("place"), address.get("topic")
        if place is None or topic is None:
            return ""
        if (place, topic) not in self._near:
            found = nearest(self._bundle.directory, self._bundle.gazetteer, place, self._topic(topic), self._now)
            self._near[place, topic] = {match.service.id: _desk(match.site, match.km or 0) for match in found}
        return self._near[place, topic].get(address.get("service") or "", "")

    def _topic(self, topic: str) -> Topic:
        return self._bundle.flow.topics[topic]


def _desk(site: Site | None, km: float) -> str:
    return f"{site.place} {site.name} {len(str(round(km))) if km > NEAR_KM else 0}" if site else "no desk"


def slots_read(bundle: Bundle, node: Node) -> frozenset[str]:
    """The slots whose values a node's text or listing reads, in any language, or that it hands on to a card."""
    listed = _LISTS.get((node.show.what, node.show.of), frozenset()) if node.show else frozenset()
    messages = [locale.catalogue.messages.get(node.id) for locale in bundle.locales.values()]
    variables = {name for message in messages if message for name in message.variables}
    return listed | {_TEXT[name] for name in variables & _TEXT.keys()} | _handed_on(node) | _led_to(bundle, node)


def _led_to(bundle: Bundle, node: Node) -> frozenset[str]:
    """The topic, where a button leads to a list only if that names somebody; far from home, the place too."""
    if not asks_first(node):
        return frozenset()
    shows = [bundle.flow.nodes[target.go].show for button in node.buttons for target in button.way]
    lists = {show.of for show in shows if show is not None and show.what == "services"}
    return frozenset({"topic"} if lists else ()) | frozenset({"place"} if "far" in lists else ())


def _handed_on(node: Node) -> frozenset[str]:
    """The topic, where a button opens the card of one service without saying about what: each topic leads elsewhere."""
    set_by = [dict(target.set) for button in node.buttons for target in button.way]
    return frozenset({"topic"} if any("service" in given and "topic" not in given for given in set_by) else ())


def reads_channel(bundle: Bundle, node: str) -> bool:
    """Whether a node's screen may differ from channel to channel.

    Its text may, and so may a menu, which is leafed through where a channel cannot offer it whole.
    """
    found = (locale.catalogue.messages.get(node) for locale in bundle.locales.values())
    return bundle.flow.nodes[node].show is None or any(message and "channel" in message.variables for message in found)

