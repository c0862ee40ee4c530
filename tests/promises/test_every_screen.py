# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promises 1, 2 and 5, held on every screen that can be reached: nothing is sampled."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot import emergency
from bot.app import Visit, answer
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.events import Erase, Typed
from bot.dialogue.step import step
from bot.directory.freshness import visible
from bot.screens.screen import Screen
from bot.testing import CHANNELS
from bot.understanding.normalise import normalise

ITALY = ZoneInfo("Europe/Rome")
MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=ITALY)
NIGHT = datetime(2026, 12, 26, 3, 0, tzinfo=ITALY)
WALKS = {"a working morning": (MORNING, ("telegram", "whatsapp")), "the night of a holiday": (NIGHT, ("whatsapp",))}
Walk = dict[str, list[Screen]]


@pytest.fixture(scope="module", params=WALKS)
def walk(walks: Callable[[str, datetime], list[Screen]], request: pytest.FixtureRequest) -> Walk:
    moment, channels = WALKS[request.param]
    return {name: walks(name, moment) for name in channels}


def every(walk: Walk) -> list[Screen]:
    return [screen for screens_of_channel in walk.values() for screen in screens_of_channel]


def test_the_walk_meets_every_node_in_every_language_on_both_channels(bundle: Bundle, walk: Walk) -> None:
    wanted = {(language, node) for language in bundle.locales for node in bundle.flow.nodes}
    for screens_of_channel in walk.values():
        assert {(screen.address.language, screen.address.node) for screen in screens_of_channel} == wanted


def test_urgent_numbers_and_exit_are_one_tap_away_from_every_screen(bundle: Bundle, walk: Walk) -> None:
    anywhere = bundle.flow.everywhere
    for screen in every(walk):
        roles = {choice.role: choice.address.node for choice in screen.always}
        here = screen.address.node
        assert roles.get("exit") == anywhere["exit"] or here == anywhere["exit"]
        assert roles.get("urgent") == anywhere["urgent"] or here == anywhere["urgent"]


def test_urgent_numbers_and_exit_are_one_word_away_from_every_node(bundle: Bundle, walk: Walk) -> None:
    seen = {(screen.address.language, screen.address.node): screen.address for screen in every(walk)}
    for address in seen.values():
        assert step(bundle.world, address, Typed("esci")).effects == (Erase(),)
        assert step(bundle.world, address, Typed("exit")).effects == (Erase(),)
        assert step(bundle.world, address, Typed("112")).address.node == bundle.flow.everywhere["urgent"]


def test_the_emergency_screen_is_the_constant_and_holds_every_number(bundle: Bundle, walk: Walk) -> None:
    urgent = [screen for screen in every(walk) if screen.address.node == bundle.flow.everywhere["urgent"]]
    assert urgent
    for screen in urgent:
        assert screen.text == emergency.card(screen.address.language)
        assert set(emergency.NUMBERS) <= set(screen.short_numbers)


def lists_of_contacts(bundle: Bundle, walk: Walk) -> list[Screen]:
    nodes = bundle.flow.nodes
    return [screen for screen in every(walk) if (show := nodes[screen.address.node].show) and show.what == "services"]


def test_every_list_of_contacts_holds_112_and_a_line_of_its_topic_if_there_is_one(bundle: Bundle, walk: Walk) -> None:
    lists = lists_of_contacts(bundle, walk)
    assert {screen.address.get("topic") for screen in lists} >= {"violence_self", "minors", "perpetrator"}
    for screen in lists:
        relays = bundle.flow.topics[screen.address.get("topic") or ""].relays
        later, now = numbers(bundle, relays, NIGHT), numbers(bundle, relays, MORNING)
        digits = screen.text.replace(" ", "")
        assert "112" in screen.short_numbers, bundle.codec.readable(screen.address)
        assert not later or any(number in digits for number in now), bundle.codec.readable(screen.address)


def numbers(bundle: Bundle, relays: tuple[str, ...], moment: datetime) -> set[str]:
    """The numbers of these services that may be shown then: a topic whose lines are all hidden is an honest hole."""
    known = [visible(bundle.directory.services[relay], bundle.directory.network, moment.date()) for relay in relays]
    return {contact.value for service in known if service for contact in service.contacts}


def test_people_who_use_violence_never_meet_the_services_of_those_who_suffer_it(bundle: Bundle, walk: Walk) -> None:
    theirs = {service.name for service in bundle.directory.services.values() if service.kind == "mens_centre"}
    others = {service.name for service in bundle.directory.services.values() if service.kind != "mens_centre"}
    for screen in lists_of_contacts(bundle, walk):
        hidden = others if screen.address.get("topic") == "perpetrator" else theirs
        assert not [name for name in hidden if name in screen.text], bundle.codec.readable(screen.address)
        assert screen.address.get("topic") != "perpetrator" or "1522" not in screen.text


def test_every_screen_has_exactly_the_ways_of_every_screen_and_each_leads_where_it_says(
    bundle: Bundle, walk: Walk
) -> None:
    anywhere = {name: bundle.flow.everywhere[name] for name in ("urgent", "exit", "home")}
    for screen in every(walk):
        language, here = screen.address.language, screen.address.node
        wanted = {name: node for name, node in anywhere.items() if node != here}
        assert {choice.role: choice.address.node for choice in screen.always} == wanted
        assert len(screen.always) == len(wanted)
        for choice in screen.always:
            known = {slot: value for slot, value in screen.address.slots if slot != "page"}
            kept = {slot: known[slot] for slot in bundle.world.live[choice.address.node] if slot in known}
            assert choice.address == Address.at(language, wanted[choice.role], **kept)


def test_the_first_sixty_characters_and_the_labels_reveal_nothing(bundle: Bundle, walk: Walk) -> None:
    """Written without the check's own code, so that one can be wrong and the other notice."""
    words = {word for locale in bundle.locales.values() for word in locale.words.revealing}
    reveals = re.compile(r"(?<!\w)(?:" + "|".join(word.replace("*", r"\w*") for word in sorted(words)) + r")(?!\w)")
    for screen in every(walk):
        shown = [screen.text[:60], *(choice.label for choice in screen.taps())]
        for text in shown:
            assert not reveals.search(normalise(text)), (bundle.codec.readable(screen.address), text)


PLANTED = ("xylofono", "quarzoso", "8847123", "zbigniewa")
"""Words that no text of ours holds, one of them a number."""

SENTENCES = (
    " ".join(PLANTED),
    f"mio marito {PLANTED[3]} mi picchia, sto a Cascina in via {PLANTED[1]} {PLANTED[2]}",
    f"{PLANTED[0]}.{PLANTED[1]}@{PLANTED[3]}.it, abito a Pisa",
    f"aiuto {PLANTED[3]} mi sta picchiando, {PLANTED[2]}",
    f"privacy {PLANTED[0]}",
)


def test_nothing_that_is_typed_comes_back_on_the_screen_that_answers_it(bundle: Bundle, walk: Walk) -> None:
    places = {(screen.address.language, screen.address.node): screen.address for screen in every(walk)}
    visit, answers = Visit(CHANNELS["telegram"], MORNING, "it"), set()
    for address in places.values():
        for typed in SENTENCES:
            answered = answer(bundle, visit, bundle.codec.encode(address), Typed(typed))
            shown = " ".join((answered.outgoing.text, *(key.label + key.data for key in answered.outgoing.keys)))
            assert not [word for word in PLANTED if word in normalise(f"{shown} {answered.state}")], address
            assert not answered.failed
            answers.add(bundle.world.read(answered.state).node)
    assert len(answers) > len(SENTENCES)
