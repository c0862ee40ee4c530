# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 2 at the doors: two taps behind every doorway somebody competent can be reached, or the hole is admitted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.directory.freshness import visible
from bot.directory.lines import competent
from bot.directory.phones import display
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen
from bot.testing import CHANNELS

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))
DOORWAYS = ("me", "other", "minor", "work", "change", "more")
HOLES = {"perpetrator": "non ancora i numeri", "balance": "da confermare"}
"""Topics for which the facts have no number yet, and the words that admit it."""
TAPS = 2
DEEPEST = 3
"""Taps behind a doorway within which every topic begins."""


def doorway(bundle: Bundle, name: str) -> Address:
    button = next(button for button in bundle.flow.nodes[bundle.flow.start].buttons if button.id == name)
    target = button.way[0]
    return bundle.world.settle(Address.at("it", target.go, **dict(target.set)))


def within(bundle: Bundle, start: Address, taps: int) -> Iterator[Screen]:
    """Every screen at most so many taps from `start`, on the channel that offers fewest choices at once."""
    scene, near, seen = Scene(NOW, "whatsapp", CHANNELS["whatsapp"].limits.choices), {start}, set[Address]()
    for _ in range(taps + 1):
        screens = [compose(bundle, address, scene) for address in near]
        yield from screens
        seen |= near
        near = {choice.address for screen in screens for choice in screen.choices} - seen


def numbers(bundle: Bundle, topic: str) -> set[str]:
    """How every number that is competent for a topic, and may be shown, is written on screens."""
    directory = bundle.directory
    shown = [visible(service, directory.network, NOW.date()) for service in directory.services.values()]
    wanted = [service for service in shown if service and competent(service, bundle.flow.topics[topic])]
    return {display(contact.value) for service in wanted for contact in service.contacts if contact.kind == "phone"}


def helps(bundle: Bundle, screen: Screen) -> bool:
    """Whether a screen says a number that is competent for its topic (for talking to somebody, where it has none)."""
    topic = screen.address.get("topic") or "talk_human"
    return any(number in screen.text for number in numbers(bundle, topic))


@pytest.mark.parametrize("name", DOORWAYS)
def test_a_competent_number_is_two_taps_behind_every_doorway_or_its_lack_is_admitted(bundle: Bundle, name: str) -> None:
    near = list(within(bundle, doorway(bundle, name), TAPS))
    admitted = [words for topic, words in HOLES.items() for screen in near if screen.address.get("topic") == topic]
    assert any(helps(bundle, screen) for screen in near) or any(words in near[0].text for words in admitted)


def test_every_topic_begins_a_few_taps_behind_a_doorway_with_its_number_or_with_its_lack(bundle: Bundle) -> None:
    told: dict[str, list[str]] = {}
    for name in DOORWAYS:
        for screen in within(bundle, doorway(bundle, name), DEEPEST):
            topic = screen.address.get("topic") or "talk_human"
            if helps(bundle, screen) or (topic in HOLES and HOLES[topic] in screen.text):
                told.setdefault(topic, []).append(screen.address.node)
    assert told.keys() == bundle.flow.topics.keys()


def test_a_topic_for_which_no_number_is_known_is_still_a_hole(bundle: Bundle) -> None:
    """When a number comes, the words that admit its lack must go."""
    assert {topic for topic in bundle.flow.topics if not numbers(bundle, topic)} == HOLES.keys()
