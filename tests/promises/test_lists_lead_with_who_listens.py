# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 2 on lists: somebody who listens comes before a door, and a line says for whom it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen
from tests.promises.moments import EXPIRED, HOLIDAY_NIGHT, MORNING, YEARS_ON


@pytest.fixture(params=[MORNING, EXPIRED, HOLIDAY_NIGHT, YEARS_ON], ids=lambda moment: f"{moment:%Y-%m-%d}")
def scene(request: pytest.FixtureRequest) -> Scene:
    return Scene(request.param, "telegram")


def test_a_line_that_is_not_for_everybody_says_for_whom_it_is(bundle: Bundle) -> None:
    address = Address.at("it", "near", place="cascina-pi", topic="self_harm")
    assert "per: chi ha meno di 18 anni" in compose(bundle, address, Scene(HOLIDAY_NIGHT)).text


def test_emergency_departments_neither_lead_a_list_for_minors_nor_fill_one(bundle: Bundle, scene: Scene) -> None:
    for place, topic in product(("pisa-pi", "cascina-pi", "volterra-pi"), ("minors", "sexual_violence")):
        first = compose(bundle, Address.at("it", "near", place=place, topic=topic), scene)
        assert topic != "minors" or first.text.index("114") < first.text.index("Pronto soccorso")
        kinds = [bundle.directory.services[service].kind for service in listed(bundle, first, scene)]
        others = [place for place, kind in enumerate(kinds) if kind != "hospital"]
        assert kinds[: max(others, default=0)].count("hospital") <= 1, (place, topic)


def listed(bundle: Bundle, screen: Screen, scene: Scene) -> Iterator[str]:
    """The services of a list, page after page."""
    while True:
        opened = (choice.address.get("service") for choice in screen.choices if choice.label.startswith("Dettagli"))
        yield from filter(None, opened)
        if screen.more is None or not int(screen.more.address.get("page") or 0):
            return
        screen = compose(bundle, screen.more.address, scene)
