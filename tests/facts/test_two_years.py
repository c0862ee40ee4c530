# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Two years of the shipped directory, day by day, if nobody touches the file: what expires goes, help never does.

The arithmetic of expiry is written here again, because a walk that asks the code what is good would believe it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from bot.content.bundle import Bundle
from bot.directory.model import DIALLED, Contact, Service, Site, Source
from bot.directory.nearest import Match, card, competent_line, nearest
from bot.emergency import NUMBERS

FIRST, DAYS = date(2026, 11, 22), 731
ROME = ZoneInfo("Europe/Rome")
FORNACETTE = "fornacette.calcinaia-pi"


def days() -> Iterator[date]:
    return (FIRST + timedelta(days=number) for number in range(DAYS))


def moments() -> Iterator[datetime]:
    """Noon and three in the morning of each day."""
    return (datetime.combine(day, time(hour), ROME) for day in days() for hour in (3, 12))


def shown_on(bundle: Bundle, day: date) -> list[Service]:
    """Every service as its own screen shows it at noon of that day."""
    noon = datetime.combine(day, time(12), ROME)
    cards = (card(bundle.directory, service, None, noon) for service in bundle.directory.services)
    return [found.service for found in cards if found]


@cache
def good_until(source: Source) -> date:
    """The last day of what this source prints: two years after the day, or after the end of the month or year."""
    printed = source.date
    year, month = printed.year + 2, printed.month or 12
    if printed.day is not None:
        return date(year, month, min(printed.day, 28) if month == 2 else printed.day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def facts(service: Service) -> list[Contact | Site]:
    return [*service.contacts, *service.sites]


def sources_of(fact: Contact | Site) -> Iterator[Source]:
    """Whatever supports what is still to be read of a contact or a desk."""
    yield fact.source
    if fact.hours_source and fact.hours:
        yield fact.hours_source
    if isinstance(fact, Site) and fact.address_source and fact.address:
        yield fact.address_source


def checked_lately(fact: Contact | Site, day: date) -> bool:
    return fact.verified is not None and (day - fact.verified.on).days <= 180


def numbers(match: Match) -> Iterator[tuple[Service, str]]:
    """What a person can dial of an entry of the list, and whose it is."""
    if match.contact and match.contact.kind in DIALLED:
        yield match.service, match.contact.value
    if match.relay:
        yield match.relay.service, match.relay.contact.value


@pytest.fixture(scope="module")
def walked(bundle: Bundle) -> dict[date, list[Service]]:
    """What is shown on each day of the two years."""
    return {day: shown_on(bundle, day) for day in days()}


def test_for_two_years_the_emergency_numbers_are_shown_and_answer(bundle: Bundle) -> None:
    for now in moments():
        cards = [card(bundle.directory, number, None, now) for number in NUMBERS]
        found = [(shown.contact.value, shown.contact_state) for shown in cards if shown and shown.contact]
        assert found == [(number, "open") for number in NUMBERS], now


def test_for_two_years_nothing_expired_is_shown(walked: dict[date, list[Service]]) -> None:
    expired = [
        (day, service.id, fact)
        for day, services in walked.items()
        for service in services
        if service.id not in NUMBERS
        for fact in facts(service)
        if not checked_lately(fact, day) and any(day > good_until(source) for source in sources_of(fact))
    ]
    assert expired == []


def test_what_is_shown_only_grows_fewer_while_nobody_touches_the_file(walked: dict[date, list[Service]]) -> None:
    counts = [sum(len(service.contacts) for service in services) for services in walked.values()]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] >= len(NUMBERS)


def test_a_fact_is_shown_up_to_its_last_day_and_not_beyond(walked: dict[date, list[Service]]) -> None:
    printed = {
        day: {(service.id, fact.source) for service in services for fact in facts(service) if fact.verified is None}
        for day, services in walked.items()
    }
    tried = 0
    for service, source in printed[FIRST]:
        last = good_until(source)
        if service not in NUMBERS and last + timedelta(days=1) in printed:
            tried += 1
            assert (service, source) in printed[last], (service, source)
            assert (service, source) not in printed[last + timedelta(days=1)], (service, source)
    assert tried > 10


def test_for_two_years_somebody_in_fornacette_has_a_competent_number(bundle: Bundle) -> None:
    topic = bundle.flow.topics["violence_self"]
    for now in moments():
        found = nearest(bundle.directory, bundle.gazetteer, FORNACETTE, topic, now)
        dialled = [pair for match in found for pair in numbers(match)]
        line = competent_line(bundle.directory, topic.relays, now)
        assert line is not None, now
        assert line.state == "open", now
        assert dialled, now
        assert all(topic.id in owner.topics | owner.also and owner.audiences & topic.audiences for owner, _ in dialled)
