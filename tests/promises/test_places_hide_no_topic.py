# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The name of a place says where somebody is, and never changes what they need: each comune and hamlet."""

from __future__ import annotations

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.ports import Heard
from bot.directory.gazetteer import Place

COMUNI = 37


def own(bundle: Bundle) -> list[Place]:
    found = [place for place in bundle.gazetteer.places.values() if place.province == "PI"]
    assert sum(place.kind == "comune" for place in found) == COMUNI
    assert len(found) > 10 * COMUNI
    return found


def hear(bundle: Bundle, text: str, node: str = "home") -> Heard:
    return bundle.world.understanding.hear(text, "it", node)


def means(bundle: Bundle, heard: Heard, place: Place) -> bool:
    """Whether a place was heard: itself, or a choice in which it is."""
    value = heard.place.value or ""
    return value == place.id or place.id in bundle.choices.get(value, ())


@pytest.mark.parametrize("said", ["mio marito mi picchia, sto a {}", "vivo a {} e mio marito mi picchia"])
def test_saying_where_one_lives_keeps_both_the_topic_and_the_place(bundle: Bundle, said: str) -> None:
    heard = {place: hear(bundle, said.format(place.name)) for place in own(bundle)}
    assert {place.id: found.intent for place, found in heard.items() if found.intent != "violence_self"} == {}
    assert [place.id for place, found in heard.items() if not means(bundle, found, place)] == []


@pytest.mark.parametrize("node", ["home", "ask-place"])
def test_the_name_of_a_place_alone_is_no_topic_no_danger_and_no_farewell(bundle: Bundle, node: str) -> None:
    heard = {place.id: hear(bundle, place.name, node) for place in own(bundle)}
    assert {name: found.why for name, found in heard.items() if found.intent or found.urgent or found.exit} == {}


def test_a_place_that_was_asked_for_is_no_topic_wherever_in_italy_it_is(bundle: Bundle) -> None:
    heard = {place.id: hear(bundle, place.name, "ask-place") for place in bundle.gazetteer.places.values()}
    wrong = {name for name, found in heard.items() if found.place.outcome != "unknown" and found.intent}
    assert wrong == set()


@pytest.mark.parametrize("name", ["Santo Stefano del Sole", "Cascine Vecchie", "Marina di Vecchiano"])
def test_a_name_made_of_words_of_a_topic_says_only_where(bundle: Bundle, name: str) -> None:
    assert hear(bundle, f"abito a {name}").intent is None
    assert hear(bundle, f"mio marito mi picchia, abito a {name}").intent == "violence_self"


@pytest.mark.parametrize("text", ["Calci", "sto a Calci", "abito a Calci", "sono di Calci", "vivo a Calci"])
def test_calci_is_a_comune_where_somebody_is_there(bundle: Bundle, text: str) -> None:
    assert hear(bundle, text).place.value == "calci-pi"


@pytest.mark.parametrize(
    "text",
    ["mi prende a calci", "mi ha presa a calci e pugni", "mi tira calci", "calci e pugni", "siamo a calci e pugni"],
)
def test_calci_are_kicks_where_somebody_gives_them(bundle: Bundle, text: str) -> None:
    assert hear(bundle, text).place.outcome == "unknown"


def test_kicks_are_still_violence(bundle: Bundle) -> None:
    assert hear(bundle, "mio marito mi prende a calci").intent == "violence_self"
