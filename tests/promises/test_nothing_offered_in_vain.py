# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 2 on buttons: none leads to nothing, and a number that must be copied can be."""

from __future__ import annotations

import pytest

from bot.checks.walk import screens
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.directory.model import DIALLED
from bot.screens.compose import asks_first, compose
from bot.screens.contacts import matches_of
from bot.screens.screen import Scene, Screen
from bot.screens.voice import Voice
from bot.testing import CHANNELS
from tests.promises.moments import HOLIDAY_NIGHT, MORNING, YEARS_ON

SCENE = Scene(MORNING, "whatsapp")
NIGHT_SCENE = Scene(HOLIDAY_NIGHT, "whatsapp")
Walked = tuple[Scene, list[Screen]]


@pytest.fixture(scope="module", params=[MORNING, YEARS_ON], ids=lambda moment: f"{moment:%Y}")
def walked(bundle: Bundle, request: pytest.FixtureRequest) -> Walked:
    return Scene(request.param, "telegram"), list(screens(bundle, CHANNELS["telegram"], request.param))


def test_a_button_leads_to_a_list_only_where_that_names_somebody(bundle: Bundle, walked: Walked) -> None:
    scene, met = walked[0], 0
    for screen in walked[1]:
        leads = asks_first(bundle.flow.nodes[screen.address.node])
        for choice in screen.choices:
            show = bundle.flow.nodes[choice.address.node].show
            if show is None or show.what != "services" or not leads:
                continue
            there = Voice(bundle, choice.address, scene)
            of = "far" if show.of == "far" else "anywhere"
            named = matches_of(there, of, show.audience) or (of != "far" and there.competent())
            assert named, (bundle.codec.readable(screen.address), choice.label)
            met += 1
    assert met


def test_nobody_is_told_what_to_try_where_a_card_has_no_phone(bundle: Bundle, walked: Walked) -> None:
    cards = [screen for screen in walked[1] if any(choice.address.node == "no-answer" for choice in screen.choices)]
    assert cards
    for screen in cards:
        service = bundle.directory.services[screen.address.get("service") or ""]
        assert any(contact.kind in DIALLED for contact in service.contacts), service.id


def test_every_short_number_on_a_screen_can_be_copied(bundle: Bundle) -> None:
    child = compose(bundle, Address.at("it", "minor", topic="minors"), SCENE)
    assert child.short_numbers == ("114", "19696", "112")
    health = compose(bundle, Address.at("it", "if-consultorio"), SCENE)
    assert health.short_numbers == ("116117",)


def test_pieces_of_longer_numbers_and_years_are_no_short_numbers(bundle: Bundle) -> None:
    card = compose(bundle, Address.at("it", "service", service="casa-della-donna", topic="violence_self"), SCENE)
    assert "2024" in card.text
    assert card.short_numbers == ()


def test_what_opens_the_card_of_a_line_says_which_number_it_is(bundle: Bundle) -> None:
    labels = {}
    for topic in ("lgbtq", "violence_self"):
        listed = compose(bundle, Address.at("it", "anywhere", topic=topic), NIGHT_SCENE)
        labels[topic] = [choice.label for choice in listed.choices]
    assert "Il numero +39 800 713 713" in labels["lgbtq"]
    assert "Chi risponde a ogni ora" in labels["violence_self"]


def test_a_line_that_a_list_already_shows_stands_there_once(bundle: Bundle) -> None:
    listed = compose(bundle, Address.at("it", "anywhere", topic="discrimination_race"), SCENE)
    assert listed.text.count("+39 055 438 4848") == 1
    assert "112" in listed.short_numbers
