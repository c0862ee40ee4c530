# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Places to choose among, in any network: each has a label of its own, which no channel cuts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.screens.lists import LABEL, places
from bot.screens.screen import Scene
from bot.screens.voice import Voice
from tests.unit.directory_world import at, gazetteer

WHICH = "which-place"
LONG = sorted(place.id for place in gazetteer().places.values() if len(place.name) > LABEL)


def labels(bundle: Bundle, among: tuple[str, ...]) -> list[str]:
    """The labels of a choice among these places, however many a page has."""
    node = bundle.flow.nodes[WHICH]
    assert node.show is not None
    whole = replace(node, show=replace(node.show, per_page=len(among)))
    asked = Voice(
        replace(bundle, choices={"asked": among}), Address.at("it", WHICH, choice="asked"), Scene(at(2026, 11, 23))
    )
    return [choice.label for choice in places(asked, whole).choices]


@pytest.mark.parametrize("place", LONG)
def test_a_long_name_is_shown_by_its_beginning(bundle: Bundle, place: str) -> None:
    (label,) = labels(bundle, (place,))
    assert len(label) <= LABEL
    assert bundle.gazetteer.places[place].name.startswith(label.removesuffix("…"))


@pytest.mark.parametrize("place", [place for place in LONG if "." not in place])
def test_of_a_long_name_that_two_places_have_it_still_says_which_is_which(bundle: Bundle, place: str) -> None:
    found = bundle.gazetteer.places
    twin = replace(found[place], id="gemello-zz", province="ZZ")
    both = replace(bundle, gazetteer=replace(bundle.gazetteer, places={**found, twin.id: twin}))
    mine, other = labels(both, (place, twin.id))
    assert max(len(mine), len(other)) <= LABEL
    assert (mine[-4:], other[-4:]) == (f"({found[place].province})", "(ZZ)")


def test_every_ambiguous_name_leads_to_labels_that_differ_and_fit(bundle: Bundle) -> None:
    shown = {choice: labels(bundle, among) for choice, among in bundle.gazetteer.choices.items()}
    assert {choice for choice, said in shown.items() if len(set(said)) < len(said)} == set()
    assert {label for said in shown.values() for label in said if len(label) > LABEL} == set()
