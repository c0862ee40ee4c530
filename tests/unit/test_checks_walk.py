# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The walk meets every screen, and what it leaves out shows nothing that it has not shown."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.checks.classes import Class, classify, slots_read
from bot.checks.remembering import remembering
from bot.checks.walk import Failed, beginnings, screens, settable_topics
from bot.content.bundle import Bundle
from bot.content.loading import load_bundle
from bot.dialogue.address import Address
from bot.screens import compose as composing
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen
from tests.conftest import TODAY

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))
SMALLEST = Path(__file__).parents[1] / "checks" / "base"


@pytest.fixture(scope="module")
def small() -> Bundle:
    return load_bundle(SMALLEST, TODAY)


def everywhere(bundle: Bundle, language: str) -> Iterator[Screen]:
    """Every screen of one language in the network's comuni, without any class: what the walk is compared with."""
    places, own = bundle.gazetteer.places, bundle.directory.network.provinces
    here = {None, *(key for key, place in places.items() if place.kind == "comune" and place.province in own)}
    waiting = deque(address for address in beginnings(bundle) if address.language == language)
    seen = set(waiting)
    while waiting:
        screen = compose(bundle, waiting.popleft(), Scene(NOW, "whatsapp", 6))
        yield screen
        leading = [choice.address for choice in screen.taps() if choice.address.get("place") in here]
        fresh = dict.fromkeys(address for address in leading if address.language == language)
        waiting.extend(fresh.keys() - seen)
        seen.update(fresh)


def shown(screen: Screen) -> tuple[str, ...]:
    """What a person sees, with numbers (distances among them) by their length."""
    seen = (screen.text, *(choice.label for choice in screen.taps()))
    return tuple(re.sub(r"\d", "0", text) for text in seen)


def test_addresses_of_one_class_show_the_same_and_the_walk_meets_every_class(
    bundle: Bundle, walks: Callable[[str, datetime], list[Screen]]
) -> None:
    bundle = remembering(bundle)
    class_of = classify(bundle, NOW)
    first: dict[Class, tuple[str, ...]] = {}
    different = [
        bundle.codec.readable(screen.address)
        for screen in everywhere(bundle, "it")
        if first.setdefault(class_of(screen.address), shown(screen)) != shown(screen)
    ]
    assert different == []
    met = {class_of(screen.address) for screen in walks("whatsapp", NOW) if screen.address.language == "it"}
    assert first.keys() == met


def test_the_walk_is_always_the_same(small: Bundle) -> None:
    assert list(screens(small, TELEGRAM, NOW)) == list(screens(small, TELEGRAM, NOW))


def test_screens_composed_for_one_channel_serve_another_only_where_they_are_the_same(
    bundle: Bundle, walks: Callable[[str, datetime], list[Screen]]
) -> None:
    bundle = remembering(bundle)
    shared: dict[Address, Screen] = {}
    list(screens(bundle, TELEGRAM, NOW, None, shared))
    assert list(screens(bundle, WHATSAPP, NOW, None, shared)) == walks("whatsapp", NOW)


def test_the_walk_meets_every_node_comune_zone_topic_and_service_of_the_network(small: Bundle) -> None:
    met = [screen.address for screen in screens(small, TELEGRAM, NOW)]
    assert {address.node for address in met} == set(small.flow.nodes)
    assert {address.get("place") for address in met if address.node == "near"} == {"buti-pi", "calci-pi", "pisa-pi"}
    assert {address.get("choice") for address in met if address.node == "which-place"} == {"monti"}
    assert {address.get("topic") for address in met if address.node == "ask-place"} == set(settable_topics(small))
    assert {address.get("service") for address in met if address.node == "service"} == set(small.directory.services)


def test_a_screen_reads_what_its_text_names_and_its_list_depends_on(small: Bundle) -> None:
    read = {name: set(slots_read(small, node)) for name, node in small.flow.nodes.items()}
    assert read["ask-place"] == {"topic"}
    assert read["near"] == {"place", "topic"}
    assert read["if-i-call"] == {"service"}
    assert read["home"] == set()


def test_a_screen_that_cannot_be_composed_is_told_or_raised(small: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise LookupError

    monkeypatch.setattr(composing, "_text", broken)
    failed: list[Failed] = []
    assert list(screens(small, TELEGRAM, NOW, failed.append)) == []
    assert Failed(Address("it", "home"), "LookupError") in failed
    with pytest.raises(LookupError):
        list(screens(small, TELEGRAM, NOW))
