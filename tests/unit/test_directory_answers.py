# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who answers, when, and in the place of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.directory.model import Area, Closure, Contact
from bot.directory.nearest import always, card, competent_line, first_contact, nearest
from tests.unit.directory_world import (
    FRESH,
    LINE,
    MONDAY,
    NETWORK,
    NIGHT,
    OFFICE,
    OLD,
    VIOLENCE,
    at,
    desk,
    directory,
    gazetteer,
    phone,
    service,
)


def test_an_expired_contact_is_not_shown_and_the_relay_answers() -> None:
    old = service("old", phone("050000001", source=OLD), relay="line")
    (match,) = nearest(directory(LINE, old), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.contact, match.state) == (None, "none")
    assert match.relay is not None
    assert (match.relay.contact.value, match.relay.always) == ("1522", True)


def test_a_relay_that_is_not_competent_is_passed_over_for_the_lines_of_the_topic() -> None:
    leave = service("leave", phone("803164"), topics=frozenset({"balance"}), area=Area(italy=True))
    old = service("old", relay="leave")
    (match,) = nearest(directory(LINE, leave, old), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert match.relay is not None
    assert match.relay.service.id == "line"


def test_the_relay_of_a_relay_answers_when_both_are_silent() -> None:
    middle = service("middle", phone("050000001", source=OLD), relay="line", audiences=frozenset({"anyone"}))
    old = service("old", relay="middle")
    matches = nearest(directory(LINE, middle, old), gazetteer(), "pisa-pi", replace(VIOLENCE, relays=()), MONDAY)
    assert {match.service.id: match.relay and match.relay.service.id for match in matches} == {
        "middle": "line",
        "old": "line",
    }


def test_a_line_that_answers_now_goes_with_whoever_does_not() -> None:
    shut = service("shut", phone("050000001", OFFICE))
    (match,) = nearest(directory(LINE, shut), gazetteer(), "pisa-pi", VIOLENCE, NIGHT)
    assert match.state == "closed"
    assert match.opens == at(2026, 11, 23, 9)
    assert match.relay is not None


def test_who_answers_needs_nobody_in_its_place() -> None:
    answering = service("open", phone("050000001", OFFICE))
    (match,) = nearest(directory(LINE, answering), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.state, match.relay) == ("open", None)


def test_national_lines_are_in_always_and_nowhere_else() -> None:
    assert nearest(directory(LINE), gazetteer(), "pisa-pi", VIOLENCE, MONDAY) == []
    assert [match.service.id for match in always(directory(LINE), VIOLENCE, MONDAY)] == ["line"]


def test_a_national_line_with_nothing_to_show_is_not_offered() -> None:
    old = replace(LINE, id="old", contacts=(phone("800000000", source=OLD),))
    assert always(directory(old), VIOLENCE, MONDAY) == []


def test_the_competent_line_is_the_first_that_answers_now() -> None:
    night = replace(LINE, id="night", contacts=(phone("800000001", "Mo-Su,PH 22:00-24:00"),))
    unsure = replace(LINE, id="unsure", contacts=(phone("800000002"),))
    everyone = directory(LINE, night, unsure)
    line = competent_line(everyone, ("night", "unsure", "line"), MONDAY)
    assert line is not None
    assert (line.service.id, line.always) == ("line", True)
    second = competent_line(everyone, ("night", "unsure"), MONDAY)
    assert second is not None
    assert (second.service.id, second.state) == ("unsure", "unknown")
    assert competent_line(everyone, ("nobody",), MONDAY) is None


def test_a_line_is_always_a_telephone_number() -> None:
    app = replace(LINE, id="app", contacts=(Contact("app", "Prova", FRESH),))
    assert competent_line(directory(app), ("app",), MONDAY) is None


def test_numbers_come_before_pages() -> None:
    page = Contact("web", "https://esempio.it", FRESH, hours="24/7")
    assert first_contact(service("centre", page, phone("050000001")), NETWORK, MONDAY) == phone("050000001")
    assert first_contact(service("centre", page), NETWORK, MONDAY) == page
    assert first_contact(service("centre", page, status="hidden"), NETWORK, MONDAY) is None


def test_a_closed_service_says_so_whatever_its_hours() -> None:
    closed = service("closed", phone("050000001", "24/7"), closures=(Closure(date(2026, 11, 20), date(2026, 11, 30)),))
    (match,) = nearest(directory(LINE, closed), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.state, match.opens) == ("closed", at(2026, 12, 1))


def test_a_desk_by_appointment_is_never_open_by_itself() -> None:
    asked = service("asked", sites=(replace(desk("pisa-pi", "24/7"), by_appointment=True),))
    (match,) = nearest(directory(LINE, asked), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.state, match.site_state) == ("none", "unknown")


def test_a_patron_day_of_the_town_makes_its_desks_uncertain() -> None:
    network = replace(NETWORK, patron_days={"pisa-pi": (11, 23)})
    pisa = service("pisa", phone("050000001", OFFICE), sites=(desk("pisa-pi", OFFICE),))
    (match,) = nearest(directory(LINE, pisa, network=network), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.contact_state, match.site_state) == ("unknown", "unknown")


def test_the_card_of_a_service_shows_its_first_desk_or_nothing_if_it_is_hidden() -> None:
    two = service("two", phone("050000001"), sites=(desk("cascina-pi"), desk("pisa-pi")))
    shown = card(directory(LINE, two), "two", VIOLENCE, MONDAY)
    assert shown is not None
    assert shown.site is not None
    assert shown.site.place == "cascina-pi"
    assert card(directory(replace(two, status="closed")), "two", None, MONDAY) is None
    assert card(directory(two), "nobody", None, MONDAY) is None
