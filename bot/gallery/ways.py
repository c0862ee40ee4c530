# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How each screen is come to from the start: the labels to tap, as a person reads them, or what to write first."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.channels.telegram.render import TELEGRAM
from bot.checks.classes import Class
from bot.checks.remembering import remembering
from bot.checks.written import written
from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.dialogue.address import Address, ordered
from bot.dialogue.flow import first_open
from bot.gallery.variants import ClassOf, Variant
from bot.reports import words
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen

Way = tuple[Address, tuple[str, ...]]
Step = tuple[Class, str]
"""A class of screens, and the topic that a conversation carries there even where the screen does not read it."""

OUTCOMES = {
    "one": "scrivere un luogo",
    "many": "scrivere un nome che hanno più luoghi",
    "outside": "scrivere un luogo fuori dalla rete",
    "unknown": "scrivere un luogo che non si conosce",
    "unsure": "scrivere parole poco chiare",
    "voice": "mandare un vocale o un'immagine",
}


def with_ways(bundle: Bundle, found: Sequence[Variant], class_of: ClassOf, now: datetime) -> list[Variant]:
    """The same variants, each with the shortest way to it and the address at its end: by taps alone, failing that after
    words about something, failing that after a place or words that need an answer.
    """
    screens = {class_of(screen.address): screen for variant in found for screen in variant.screens}
    guide = _Guide(remembering(bundle), Scene(now, TELEGRAM.name, TELEGRAM.limits.choices), class_of, screens)
    guide.follow([(Address(BASE_LANGUAGE, bundle.flow.start), ())])
    guide.follow(_heard(bundle))
    guide.follow(_answered(bundle, [screen.address for screen in screens.values()]))
    return [_with_way(variant, guide) for variant in found]


def _with_way(variant: Variant, guide: _Guide) -> Variant:
    known = [way for screen in variant.screens if (way := guide.way_to(screen.address)) is not None]
    if not known:
        return variant
    address, labels = min(known, key=lambda way: len(way[1]))
    return replace(variant, address=address, way=labels)


def _heard(bundle: Bundle) -> Iterator[Way]:
    """Where words lead from the start, and what they are about."""
    for intent, way in bundle.flow.hears.intents.items():
        target = first_open(way, frozenset())
        if target is not None:
            address = bundle.world.settle(Address(BASE_LANGUAGE, target.go, ordered(dict(target.set))))
            yield address, (f"scrivere ({words.topic(intent)})",)


def _answered(bundle: Bundle, addresses: Iterable[Address]) -> Iterator[Way]:
    """Screens that answer a place, or words that are not understood, or a voice message."""
    leading = {bundle.flow.everywhere[name]: said for name, said in OUTCOMES.items() if name in bundle.flow.everywhere}
    for way in written(bundle):
        if way.part in ("routes", "place"):
            leading |= {target.go: OUTCOMES[way.name] for target in way.way if target.go not in leading}
    for address in addresses:
        if address.node in leading and not address.get("page"):
            yield address, (leading[address.node],)


@dataclass(frozen=True, slots=True)
class _Guide:
    """Goes from screen to screen, and remembers the shortest way to each."""

    bundle: Bundle
    scene: Scene
    class_of: ClassOf
    screens: dict[Class, Screen]
    been: set[Step] = field(default_factory=set)
    ways: dict[Class, Way] = field(default_factory=dict)

    def way_to(self, address: Address) -> Way | None:
        """The shortest way, whatever topic it carries there."""
        return self.ways.get(self.class_of(address))

    def follow(self, beginnings: Iterable[Way]) -> None:
        """Everything that can be tapped from these beginnings on. Coming home begins anew, so it leads nowhere."""
        waiting: deque[Way] = deque(beginnings)
        while waiting:
            address, labels = waiting.popleft()
            here = self._step(address)
            if here not in self.been and here[0] in self.screens:
                self.been.add(here)
                self.ways.setdefault(here[0], (address, labels))
                taps = self._screen(address).taps()
                waiting.extend((tap.address, (*labels, tap.label)) for tap in taps if tap.role != "home")

    def _step(self, address: Address) -> Step:
        return self.class_of(address), address.get("topic") or ""

    def _screen(self, address: Address) -> Screen:
        """That of the walk, unless it carries another topic."""
        known = self.screens[self.class_of(address)]
        same = known.address.get("topic") == address.get("topic")
        return known if same else compose(self.bundle, address, self.scene)
