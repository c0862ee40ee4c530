# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The screens of a walk, those that read the same together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.channels.telegram.render import TELEGRAM
from bot.checks.classes import Class, slots_read
from bot.checks.walk import screens
from bot.checks.written import written
from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.dialogue.address import Address
from bot.gallery.recording import recording, with_contained
from bot.screens.screen import Screen

ClassOf = Callable[[Address], Class]


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """Screens that read the same in Italian, at least one. `said` are the messages that they are made of.

    `read` are the slots whose values make them what they are; others only open buttons, as a topic that is known does.
    `way` are the labels to tap from the start to the first of them that is met, which is `address`; None where no
    screen leads there, as to what only an old button knows.
    `kin` is how many further screens, which read otherwise, this one stands for.
    """

    id: int
    screens: tuple[Screen, ...]
    said: tuple[str, ...]
    read: frozenset[str]
    address: Address
    way: tuple[str, ...] | None = None
    kin: int = 0

    @property
    def node(self) -> str:
        """The node that all of them show."""
        return self.address.node

    @property
    def page(self) -> int:
        """The page of its list or menu that the first of them is, from 0."""
        return int(self.address.get("page") or 0)

    def values(self, slot: str) -> tuple[str, ...]:
        """The values of a slot on these screens, each once, in the order of the walk."""
        found = (screen.address.get(slot) for screen in self.screens)
        return tuple(dict.fromkeys(value for value in found if value))


OfClass = Mapping[Class, Variant]


def variants(bundle: Bundle, now: datetime) -> list[Variant]:
    """Every screen of the walk in Italian that somebody can come to, in the order of the walk."""
    recorder = recording(bundle, [BASE_LANGUAGE])
    fixed = {node: _only_set(bundle, node) for node in bundle.flow.nodes}
    grouped: dict[tuple[str, ...], list[Screen]] = {}
    said: dict[tuple[str, ...], tuple[str, ...]] = {}
    for screen in screens(recorder.bundle, TELEGRAM, now):
        asked = recorder.said()
        if _can_be(screen.address, fixed[screen.address.node]):
            drawn = (screen.address.node, screen.text, *(choice.label for choice in screen.taps()))
            grouped.setdefault(drawn, []).append(screen)
            said.setdefault(drawn, asked)
    messages = bundle.locales[BASE_LANGUAGE].catalogue.messages
    read = {node.id: slots_read(bundle, node) for node in bundle.flow.nodes.values()}
    return [
        Variant(number, tuple(found), with_contained(said[drawn], messages), read[drawn[0]], found[0].address)
        for number, (drawn, found) in enumerate(grouped.items())
    ]


def _only_set(bundle: Bundle, node: str) -> Mapping[str, frozenset[str]]:
    """Slots of a node that every way to it sets, and to what: the walk tries other values too, people cannot. A topic
    is left alone: where it is not read, the walk has one screen for all of them.
    """
    ways = (way for way in written(bundle) if way.source != node)
    arriving = [dict(target.set) for way in ways for target in way.way if target.go == node]
    needs = bundle.flow.nodes[node].needs if arriving else ()
    return {
        slot: frozenset(given[slot] for given in arriving)
        for slot in needs
        if slot != "topic" and all(slot in given for given in arriving)
    }


def _can_be(address: Address, fixed: Mapping[str, frozenset[str]]) -> bool:
    return all(address.get(slot) in values for slot, values in fixed.items())
