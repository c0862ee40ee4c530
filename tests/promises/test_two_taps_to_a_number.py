# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 2 and the figure of the design: from `/start` to a competent number in two taps, by every door, at any hour.

Counted on the screens that people see, not on the graph alone: what is a number, and whose, is read from the text.
Where the directory has nothing that may be shown for a topic, nobody can be two taps from it: that is a hole, which
`bussola coverage` counts, and here only the reason why a door may be left out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from datetime import datetime
from functools import cache

import pytest

from bot.checks.remembering import remembering
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.directory.freshness import visible
from bot.directory.lines import competent
from bot.directory.model import Service
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen
from bot.testing import CHANNELS
from tests.promises.moments import EXPIRED, HOLIDAY_NIGHT, MORNING, NIGHT

MOMENTS = [MORNING, NIGHT, EXPIRED, HOLIDAY_NIGHT]
TAPS = 2
DEEPEST = 4
"""Taps from home within which every topic begins."""
HOLES = {"perpetrator": "non ancora i numeri", "balance": "da confermare"}
"""Topics for which the facts have no number yet, and the words that admit it: when one comes, the words must go."""
NOT_DOORS = frozenset({"language", "privacy"})
"""Buttons of home that lead to the service's own matters."""


class Tapping:
    """Somebody who only taps, at one moment on one channel."""

    def __init__(self, bundle: Bundle, moment: datetime, channel: str) -> None:
        self.bundle = remembering(bundle)
        self.scene = Scene(moment, channel, CHANNELS[channel].limits.choices)
        self.screen = cache(self._screen)

    def _screen(self, address: Address) -> Screen:
        return compose(self.bundle, address, self.scene)

    def within(self, start: Address, taps: int) -> Iterator[Screen]:
        """Every screen that so many taps lead to, the first one included."""
        seen, waiting = {start: 0}, deque([start])
        while waiting:
            address = waiting.popleft()
            yield self.screen(address)
            for choice in self.screen(address).taps() if seen[address] < taps else ():
                if choice.role in {"choice", "more"} and choice.address not in seen:
                    seen[choice.address] = seen[address] + 1
                    waiting.append(choice.address)

    def showable(self, topic: str) -> bool:
        """Whether the directory has any number for a topic that may be shown today."""
        return any(self.is_right(service, topic) for service in self.services() if phones(service))

    def services(self) -> Iterator[Service]:
        """Every service with what may be shown of it."""
        directory = self.bundle.directory
        for service in directory.services.values():
            if shown := visible(service, directory.network, self.scene.now.date()):
                yield shown

    def is_right(self, service: Service, topic: str) -> bool:
        """Whether a service is for a topic; without one, for whoever wants to talk."""
        return competent(service, self.bundle.flow.topics[topic or "talk_human"])

    def gives_number(self, screen: Screen) -> bool:
        """Whether a screen prints a number of somebody who is for its topic."""
        digits = screen.text.replace(" ", "").replace("+39", "")
        return any(
            re.search(rf"(?<!\d){number}(?!\d)", digits)
            for service in self.services()
            if self.is_right(service, screen.address.get("topic") or "")
            for number in phones(service)
        )


def phones(service: Service) -> list[str]:
    return [contact.value for contact in service.contacts if contact.kind == "phone"]


@pytest.fixture(params=[(moment, channel) for moment in MOMENTS for channel in CHANNELS], ids=str)
def tapping(bundle: Bundle, request: pytest.FixtureRequest) -> Tapping:
    return Tapping(bundle, *request.param)


def test_every_door_of_home_is_two_taps_from_a_number_that_is_right(tapping: Tapping) -> None:
    home = tapping.bundle.codec.home("it")
    buttons = {button.way[0].go: button.id for button in tapping.bundle.flow.nodes[home.node].buttons}
    doors = [choice for choice in tapping.screen(home).choices if buttons[choice.address.node] not in NOT_DOORS]
    assert doors
    for door in doors:
        topics = {screen.address.get("topic") for screen in tapping.within(door.address, TAPS)} - {None}
        near = [screen for screen in tapping.within(door.address, TAPS - 1) if tapping.gives_number(screen)]
        holes = topics and not any(tapping.showable(topic or "") for topic in topics)
        assert near or holes, door.label


def test_once_a_topic_is_chosen_a_number_that_is_right_is_there_or_one_tap_away(tapping: Tapping) -> None:
    chosen: dict[str, set[Address]] = {}
    for screen in tapping.within(tapping.bundle.codec.home("it"), 5):
        for choice in screen.choices:
            topic = choice.address.get("topic")
            if topic and topic != screen.address.get("topic"):
                chosen.setdefault(topic, set()).add(choice.address)
    assert len(chosen) > len(tapping.bundle.flow.topics) / 2
    far = [
        tapping.bundle.codec.readable(address)
        for topic, addresses in chosen.items()
        if tapping.showable(topic)
        for address in addresses
        if not any(tapping.gives_number(screen) for screen in tapping.within(address, 1))
    ]
    assert far == []


def test_a_topic_without_any_number_today_is_one_that_the_coverage_counts_as_a_hole(tapping: Tapping) -> None:
    holes = {topic for topic in tapping.bundle.flow.topics if not tapping.showable(topic)}
    assert holes <= HOLES.keys()


def test_every_topic_begins_a_few_taps_from_home_with_its_number_or_with_its_lack(tapping: Tapping) -> None:
    told = set()
    for screen in tapping.within(tapping.bundle.codec.home("it"), DEEPEST):
        topic = screen.address.get("topic") or "talk_human"
        if tapping.gives_number(screen) or (topic in HOLES and HOLES[topic] in screen.text):
            told.add(topic)
    assert told == tapping.bundle.flow.topics.keys()


def test_every_text_that_names_a_line_says_when_one_that_is_closed_opens(bundle: Bundle) -> None:
    for locale in bundle.locales.values():
        messages = locale.catalogue.messages.items()
        named = {key: message.variables for key, message in messages if "line_state" in message.variables}
        assert named
        assert [key for key, variables in named.items() if "line_opens" not in variables] == []
