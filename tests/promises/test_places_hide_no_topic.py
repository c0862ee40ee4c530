# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The name of a town says where somebody is, and never changes what they need."""

from __future__ import annotations

from bot.content.bundle import Bundle


def test_naming_any_comune_of_the_province_keeps_the_topic(bundle: Bundle) -> None:
    own = [place for place in bundle.gazetteer.places.values() if place.province == "PI" and place.kind == "comune"]
    said = {
        place.name: bundle.world.understanding.hear(f"mio marito mi picchia, sto a {place.name}", "it", "home").intent
        for place in own
    }
    assert len(said) == 37
    assert {name: intent for name, intent in said.items() if intent != "violence_self"} == {}
