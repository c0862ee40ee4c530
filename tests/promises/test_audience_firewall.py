# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 10, on every route: who uses violence never meets, by accident, what is for those who suffer it; nor the
reverse.

The walk begins wherever somebody with the topic `perpetrator` can be, and follows everything that can be tapped, said,
sent or left unsaid, but two things: the start, which forgets everything and where a doorway is chosen anew, and words
that name another topic, which nobody says by accident. The emergency card belongs to everybody.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot import emergency
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.events import Event, SharedPosition, Tapped, Typed, Unsupported
from bot.dialogue.ports import Heard, PlaceHeard
from bot.dialogue.step import World, step
from bot.directory.model import DIALLED, Service
from bot.directory.phones import display
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen
from bot.testing import CHANNELS

ITALY = ZoneInfo("Europe/Rome")
MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=ITALY)
NIGHT = datetime(2026, 12, 26, 3, 0, tzinfo=ITALY)
TOPIC = "perpetrator"
EVERYBODYS = frozenset({"112", "112-sordi", "where-are-u", "telefono-amico"})
"""The emergency number, its other doors, and a line that listens to anybody about anything."""
SAID_BY_ALL = frozenset({"talk_human", "privacy", "language_change", "thanks", "greeting", "seeks_person", "place"})
"""Intents that name no topic, beside `perpetrator` itself."""
SAID_IN_DESPAIR = "self_harm"
"""What they may say of themselves and stay who they are; of a child, or as one, is another topic."""
PLACES = (
    PlaceHeard("one", "pisa-pi"),
    PlaceHeard("one", "volterra-pi"),
    PlaceHeard("many", "montecatini"),
    PlaceHeard("outside", "livorno-li"),
    PlaceHeard("outside", None),
    PlaceHeard("unknown"),
)


@dataclass(frozen=True)
class Hears:
    """Hears one thing, whatever is typed."""

    heard: Heard

    def hear(self, text: str, language: str, node: str) -> Heard:  # noqa: ARG002 - the words do not matter
        return self.heard


def things_heard(world: World) -> Iterator[Heard]:
    """Everything that typed words can say without naming another topic; each need that any of it could ask about."""
    intents = sorted(SAID_BY_ALL | {TOPIC, "gibberish"})
    for place in PLACES:
        yield Heard(place=place)
        yield from (Heard(intent=intent, place=place) for intent in intents)
        yield Heard(urgent=True, intent=TOPIC, place=place)
        yield Heard(intent=SAID_IN_DESPAIR, place=place)
    for intent in intents:
        asked = {condition for target in world.flow.hears.intents.get(intent, ()) for condition in target.when}
        needs = sorted(condition.removeprefix("need=") for condition in asked if condition.startswith("need="))
        yield from (Heard(intent=intent, needs=frozenset({need})) for need in needs)
    yield from (Heard(needs=frozenset({need})) for need in world.flow.hears.needs)
    yield Heard(urgent=True)


def following(world: World, screen: Screen) -> Iterator[Address]:
    """Where anything that can happen on a screen leads."""
    sent: list[Event] = [Unsupported("voice"), Unsupported("picture"), SharedPosition(43.7, 10.4), SharedPosition(0, 0)]
    taps = [Tapped(world.codec.encode(choice.address)) for choice in screen.taps()]
    for event in (*taps, *sent):
        yield step(world, screen.address, event).address
    for heard in things_heard(world):
        yield step(replace(world, understanding=Hears(heard)), screen.address, Typed("")).address


OWN = ("change", "near", "far", "outside", "anywhere", "far-away", "which-place", "zones", "service", "emergency")
"""Nodes from which the walk begins; it comes to all others by itself."""


def beginnings(bundle: Bundle, language: str) -> Iterator[Address]:
    """Where the doorway leads, with all that may be carried there."""
    for node, place in product(OWN, ("pisa-pi", "livorno-li")):
        slots = {"place": place, "topic": TOPIC, "service": "nuovo-maschile", "choice": "pisana"}
        yield bundle.world.settle(Address.at(language, node, **slots))


def walked(bundle: Bundle, language: str, channel: str, moment: datetime) -> Iterator[Screen]:
    scene = Scene(moment, CHANNELS[channel].name, CHANNELS[channel].limits.choices)
    waiting = deque(beginnings(bundle, language))
    seen = set(waiting)
    while waiting:
        screen = compose(bundle, waiting.popleft(), scene)
        yield screen
        for address in following(bundle.world, screen):
            if address not in seen and address.node not in (bundle.flow.start, bundle.flow.everywhere["exit"]):
                seen.add(address)
                waiting.append(address)


@cache
def told_by(service: Service) -> re.Pattern[str]:
    """Finds a service's name and every way to reach it, as it is dialled and as screens write it."""
    dialled = {contact.value for contact in service.contacts if contact.kind in DIALLED}
    ways = {contact.value for contact in service.contacts if contact.kind != "app"} | set(map(display, dialled))
    return re.compile("|".join([re.escape(service.name), *(rf"(?<!\d){re.escape(way)}(?!\d)" for way in sorted(ways))]))


def tells_of(service: Service, text: str) -> bool:
    """Whether a text names a service or any way to reach it."""
    return bool(told_by(service).search(text))


def of_those_who_suffer(bundle: Bundle) -> list[Service]:
    known = bundle.directory.services.values()
    return [service for service in known if service.kind != "mens_centre" and service.id not in EVERYBODYS]


@pytest.fixture(scope="module")
def walk(bundle: Bundle) -> Callable[[str, str, datetime], list[Screen]]:
    """The walk in a language on a channel at a moment, made once."""
    return cache(lambda language, channel, moment: list(walked(bundle, language, channel, moment)))


@pytest.mark.parametrize(
    ("language", "channel", "moment"),
    [("it", "telegram", MORNING), ("it", "whatsapp", NIGHT), ("en", "whatsapp", MORNING)],
)
def test_who_uses_violence_meets_no_contact_of_those_who_suffer_it(
    bundle: Bundle,
    walk: Callable[[str, str, datetime], list[Screen]],
    language: str,
    channel: str,
    moment: datetime,
) -> None:
    theirs = of_those_who_suffer(bundle)
    met = set()
    for screen in walk(language, channel, moment):
        where = bundle.codec.readable(screen.address)
        met.add(screen.address.node)
        if screen.address.node == bundle.flow.everywhere["urgent"]:
            assert screen.text == emergency.card(screen.address.language)
            continue
        assert not [service.id for service in theirs if tells_of(service, screen.text)], where
    assert met >= {"change", "change-dark", "human-change", "unsure", "voice", "cannot-speak-112", "thanks"}
    assert "seeks-person" in met


def test_no_button_takes_who_uses_violence_to_another_topic_or_to_another_service(
    bundle: Bundle, walk: Callable[[str, str, datetime], list[Screen]]
) -> None:
    theirs = {service.id for service in of_those_who_suffer(bundle)}
    for screen in walk("it", "telegram", MORNING):
        for choice in screen.choices:
            where = (bundle.codec.readable(screen.address), choice.label)
            assert choice.address.get("topic") in (TOPIC, None), where
            assert choice.address.get("service") not in theirs, where


def test_the_topic_is_kept_by_every_screen_that_could_lead_elsewhere(
    bundle: Bundle, walk: Callable[[str, str, datetime], list[Screen]]
) -> None:
    """Losing the topic on the way would open the doors of the others a step later."""
    for screen in walk("it", "telegram", MORNING):
        node = screen.address.node
        assert "topic" not in bundle.world.live[node] or screen.address.get("topic") == TOPIC, node


@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
def test_who_suffers_violence_meets_no_centre_for_those_who_use_it(
    bundle: Bundle, walks: Callable[[str, datetime], list[Screen]], channel: str
) -> None:
    mens = [service for service in bundle.directory.services.values() if service.kind == "mens_centre"]
    ids = {service.id for service in mens}
    for screen in walks(channel, MORNING):
        if screen.address.get("topic") == TOPIC or screen.address.get("service") in ids:
            continue
        assert not [service.id for service in mens if tells_of(service, screen.text)], screen.address
        assert not ids & {choice.address.get("service") for choice in screen.taps()}, screen.address
