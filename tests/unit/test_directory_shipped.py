# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the shipped network offers, everywhere and at every hour."""

from __future__ import annotations

from datetime import date, timedelta

from bot.directory.freshness import visible
from bot.directory.holes import holes
from bot.directory.nearest import always, competent_line, nearest
from tests.unit.directory_world import (
    at,
    gazetteer,
    shipped,
    topics,
)


def test_on_every_topic_the_shipped_directory_gives_something_or_the_hole_is_known() -> None:
    now = at(2026, 11, 22, 19)
    offered = {
        name: bool(nearest(shipped(), gazetteer(), "pisa-pi", topic, now) or always(shipped(), topic, now))
        for name, topic in topics().items()
    }
    assert [name for name, something in offered.items() if not something] == ["balance"]


def test_no_line_and_no_desk_for_victims_is_offered_to_people_who_use_violence() -> None:
    topic = topics()["perpetrator"]
    for place in (None, "pisa-pi", "volterra-pi", "livorno-li"):
        matches = nearest(shipped(), gazetteer(), place, topic, at(2026, 11, 22, 19))
        assert {match.service.kind for match in matches} <= {"mens_centre"}
        assert all(match.relay is None for match in matches)
    assert always(shipped(), topic, at(2026, 11, 22, 19)) == []


def test_one_service_is_the_same_at_every_hour_of_two_weeks_of_changing_clocks() -> None:
    topic = topics()["self_harm"]
    for first in (at(2026, 10, 19), at(2027, 3, 22)):
        for hour in range(2 * 168):
            now = first + timedelta(hours=hour)
            line = competent_line(shipped(), topic.relays, now)
            assert line is not None
            assert line.service.id == ("telefono-amico" if now.hour >= 9 else "19696")


def test_every_comune_topic_and_hour_gets_only_what_is_competent_and_fresh() -> None:
    comuni = [place.id for place in gazetteer().places.values() if place.kind == "comune" and place.province == "PI"]
    fresh = {
        each.id: kept
        for each in shipped().services.values()
        if (kept := visible(each, shipped().network, date(2026, 11, 23)))
    }
    assert len(comuni) == 37
    for hour in (3, 8, 10, 17, 20, 23):
        now = at(2026, 11, 23, hour)
        for topic in topics().values():
            for place in comuni:
                for match in nearest(shipped(), gazetteer(), place, topic, now):
                    kept = fresh[match.service.id]
                    assert topic.id in kept.topics | kept.also
                    assert kept.audiences & topic.audiences
                    assert match.contact is None or match.contact in kept.contacts
                    assert match.site is None or match.site in kept.sites
                    assert (match.relay is None) or topic.id in match.relay.service.topics | match.relay.service.also


def test_the_holes_of_the_shipped_network_are_known_one_by_one() -> None:
    found = holes(shipped(), topics().values(), at(2026, 11, 22, 19))
    assert {hole.id for hole in found if hole.what == "topic_without_contact"} == {"balance"}
    assert {hole.id for hole in found if hole.what == "service_without_contact"} >= {"inps", "nuovo-maschile"}
    assert "frida" not in {hole.id for hole in found}
    assert "perpetrator" in {hole.id for hole in found if hole.what == "topic_without_line"}
