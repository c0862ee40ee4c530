# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The moments for which `bussola check --prove` proves something, counted from a day.

Every hour of the next week, of the days around Christmas, of the weeks of the next two clock changes and of the patron
days; and, for two years, noon before and after each night on which a fact expires. Hours are steps of real time, so
that the hour skipped in spring is not among them and the one repeated in autumn is there twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.checks.oracle_facts import shown_contacts, shown_desks
from bot.directory.model import Directory

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
YEAR_DAYS = 366
WEEK = 7


def moments(directory: Directory, today: date) -> tuple[datetime, ...]:
    """All of them, aware, in UTC, in order, each once."""
    zone = ZoneInfo(directory.network.time_zone)
    hours = {moment for day in _whole_days(directory, today, zone) for moment in hours_of(day, zone)}
    noons = {at(day, 12, zone) for changed in expiry_days(directory, today) for day in (changed - DAY, changed)}
    return tuple(sorted(hours | noons))


def at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """A full hour of a local day, in UTC."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def hours_of(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """The 23, 24 or 25 hours of a local day."""
    moment, end = at(day, 0, zone), at(day + DAY, 0, zone)
    while moment < end:
        yield moment
        moment += HOUR


def expiry_days(directory: Directory, today: date) -> list[date]:
    """The days of the next two years on which something is shown or hidden that was not so the day before."""
    days = [today + DAY * number for number in range(2 * YEAR_DAYS)]
    return [day for day in days if _shown(directory, day) != _shown(directory, day - DAY)]


def _shown(directory: Directory, day: date) -> list[object]:
    services = directory.services.values()
    return [(shown_contacts(directory, service, day), shown_desks(directory, service, day)) for service in services]


def _whole_days(directory: Directory, today: date, zone: ZoneInfo) -> Iterable[date]:
    monday = today + DAY * (WEEK - today.weekday())
    yield from _days(monday, WEEK)
    yield from _days(date(today.year, 12, 21), 18)
    for sunday in _clock_changes(today, zone):
        yield from _days(sunday - DAY * (WEEK - 1), WEEK + 1)
    for day in _days(today, YEAR_DAYS):
        if (day.month, day.day) in directory.network.patron_days.values():
            yield day


def _clock_changes(today: date, zone: ZoneInfo) -> list[date]:
    """The days of the next year that are not 24 hours long."""
    return [day for day in _days(today, YEAR_DAYS) if at(day + DAY, 0, zone) - at(day, 0, zone) != DAY]


def _days(first: date, count: int) -> list[date]:
    return [first + DAY * number for number in range(count)]
