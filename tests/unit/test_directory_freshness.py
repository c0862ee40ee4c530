# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What expires, when, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.freshness import is_emergency, provenance, shown, source_lasts_until, visible
from bot.directory.model import Network, PartialDate, Source, Verified
from tests.unit.directory_world import FRESH, NETWORK, OLD, TODAY, desk, phone, service, shipped

CHECKED = Verified(date(2026, 6, 1), "call", "Ufficio di prova")
LIVE = replace(NETWORK, show="verified")


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        (PartialDate(2024, 11), date(2026, 11, 30)),
        (PartialDate(2024), date(2026, 12, 31)),
        (PartialDate(2024, 11, 22), date(2026, 11, 22)),
        (PartialDate(2024, 2), date(2026, 2, 28)),
        (PartialDate(2024, 2, 29), date(2026, 2, 28)),
        (PartialDate(2025, 12), date(2027, 12, 31)),
    ],
)
def test_a_source_lasts_two_years_from_the_end_of_what_its_date_names(printed: PartialDate, last: date) -> None:
    assert source_lasts_until(Source("Prova", printed)) == last


def test_a_contact_is_shown_on_its_last_day_and_hidden_on_the_next() -> None:
    contact = phone("050561628", source=Source("Prova", PartialDate(2024, 11)))
    assert shown(contact, NETWORK, date(2026, 11, 30)).shown
    after = shown(contact, NETWORK, date(2026, 12, 1))
    assert (after.shown, after.why) == (False, "source_expired")


def test_a_check_lasts_180_days() -> None:
    contact = replace(phone("050561628", source=OLD), verified=CHECKED)
    last = CHECKED.on + timedelta(days=180)
    assert shown(contact, LIVE, last).shown
    assert shown(contact, LIVE, last + timedelta(days=1)).why == "verification_expired"
    assert not shown(contact, NETWORK, last + timedelta(days=1)).shown


def test_in_live_mode_a_source_alone_shows_nothing() -> None:
    found = shown(phone("050561628"), LIVE, TODAY)
    assert (found.shown, found.why) == (False, "never_verified")


def test_an_emergency_line_never_vanishes_but_raises_an_alarm() -> None:
    line = service("112", phone("112", "24/7", OLD))
    kept = visible(line, LIVE, date(2046, 1, 1))
    assert is_emergency(line, NETWORK)
    assert kept is not None
    assert [contact.value for contact in kept.contacts] == ["112"]
    found = shown(line.contacts[0], NETWORK, TODAY, emergency=True)
    assert (found.shown, found.alarm) == (True, True)


@given(st.dates(date(2026, 1, 1), date(2060, 1, 1)), st.sampled_from([NETWORK, LIVE]))
def test_the_three_numbers_are_there_on_any_day_in_any_mode(today: date, network: Network) -> None:
    for name in ("112", "1522", "114"):
        kept = visible(shipped().services[name], network, today)
        assert kept is not None
        assert any(contact.value == name and contact.hours == "24/7" for contact in kept.contacts)


def test_an_address_and_a_timetable_expire_with_their_own_sources() -> None:
    site = replace(desk("pisa-pi", "24/7"), address="via di prova", address_source=OLD, hours_source=OLD)
    kept = visible(service("centro", sites=(site,)), NETWORK, TODAY)
    assert kept is not None
    assert [(left.address, left.hours) for left in kept.sites] == [("", None)]


def test_a_check_of_the_desk_covers_its_address_and_timetable() -> None:
    checked = replace(CHECKED, on=TODAY)
    site = replace(desk("pisa-pi", "24/7", OLD), address="via di prova", address_source=OLD, verified=checked)
    kept = visible(service("centro", sites=(site,)), LIVE, TODAY)
    assert kept is not None
    assert [(left.address, left.hours) for left in kept.sites] == [("via di prova", "24/7")]


@pytest.mark.parametrize("status", ["hidden", "closed"])
def test_a_service_that_is_hidden_or_closed_is_not_there(status: str) -> None:
    assert visible(service("centro", phone("050561628"), status=status), NETWORK, TODAY) is None


def test_hiding_is_immediate_even_for_an_emergency_line() -> None:
    assert visible(service("112", phone("112", "24/7"), status="hidden"), NETWORK, TODAY) is None


def test_the_label_says_whether_somebody_checked_and_how_long_ago() -> None:
    assert provenance(phone("050561628"), TODAY).checked is None
    recent = provenance(replace(phone("050561628"), verified=replace(CHECKED, on=TODAY)), TODAY)
    assert (recent.checked, recent.stale) == (TODAY, False)
    old = provenance(replace(phone("050561628"), verified=replace(CHECKED, on=date(2026, 1, 1))), TODAY)
    assert (old.checked, old.stale, old.source) == (date(2026, 1, 1), True, FRESH)


def test_day_by_day_for_two_years_nothing_expired_is_ever_shown() -> None:
    network = shipped().network
    for day in range(730):
        today = TODAY + timedelta(days=day)
        for each in shipped().services.values():
            kept = visible(each, network, today)
            if kept and not is_emergency(each, network):
                sources = [contact.source for contact in kept.contacts] + [site.source for site in kept.sites]
                assert all(source_lasts_until(source) >= today for source in sources)
