# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The oracle's half of docs/ranking.md about single facts: what may be shown on a day, and its state at a moment."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.checks.oracle_hours import state_of
from bot.directory.gazetteer import Place
from bot.directory.model import Contact, Directory, PartialDate, Service, Site, Source

BETTER = ("open", "unknown", "closed", "none")
VERIFIED_DAYS, SOURCED_MONTHS = 180, 24


# ---------------------------------------------------------------- what may be shown on a day


def may_be_shown(directory: Directory, service: Service, fact: Contact | Site, source: Source, today: date) -> bool:
    """Whether what this source says of a contact or a desk is shown on that day. Checks are those of the fact."""
    if service.status != "active":
        return False
    if isinstance(fact, Contact) and is_emergency(directory, service):
        return True
    if fact.verified is not None and today - fact.verified.on <= timedelta(days=VERIFIED_DAYS):
        return True
    return directory.network.show == "sourced" and today <= last_day(source.date)


def is_emergency(directory: Directory, service: Service) -> bool:
    """Whether one of its phones is among the numbers that never expire."""
    phones = [contact.value for contact in service.contacts if contact.kind == "phone"]
    return any(value in directory.network.emergency for value in phones)


def last_day(printed: PartialDate) -> date:
    """The last day on which a source with this date is good: 24 months after the end of the period that it names. 24
    months after a 29 February is a 28 February, and after the end of a February its 28th.
    """
    month = 12 if printed.month is None else printed.month
    day = monthrange(printed.year, month)[1] if printed.day is None else printed.day
    year = printed.year + SOURCED_MONTHS // 12
    return date(year, month, min(day, monthrange(year, month)[1]))


def shown_contacts(directory: Directory, service: Service, today: date) -> list[Contact]:
    """In the order of the file."""
    return [fact for fact in service.contacts if may_be_shown(directory, service, fact, fact.source, today)]


def shown_desks(directory: Directory, service: Service, today: date) -> list[Site]:
    """In the order of the file."""
    return [fact for fact in service.sites if may_be_shown(directory, service, fact, fact.source, today)]


# ---------------------------------------------------------------- state at a moment


def state_of_hours(
    directory: Directory, places: Mapping[str, Place], service: Service, fact: Contact | Site, local: datetime
) -> str:
    """State of the timetable of a contact or a desk, with closures and patron days."""
    today = local.date()
    if any(closure.first <= today <= closure.last for closure in service.closures):
        return "closed"
    hours = fact.hours
    if fact.hours_source and not may_be_shown(directory, service, fact, fact.hours_source, today):
        hours = None
    state = "unknown" if hours is None else state_of(hours, local)
    if state == "open" and hours != "24/7" and is_patron_day(directory, places, service, today):
        return "unknown"
    return state


def is_patron_day(directory: Directory, places: Mapping[str, Place], service: Service, today: date) -> bool:
    """Whether the town of one of its shown desks has its holiday."""
    towns = [places[desk.place].comune for desk in shown_desks(directory, service, today)]
    return any(directory.network.patron_days.get(town) == (today.month, today.day) for town in towns)


def best_contact(
    directory: Directory, places: Mapping[str, Place], service: Service, local: datetime
) -> Contact | None:
    """Dialled before the others, then by state, then first in the file; None where none is shown."""

    def order(contact: Contact) -> tuple[bool, int]:
        state = state_of_hours(directory, places, service, contact, local)
        return contact.kind not in ("phone", "sms", "whatsapp"), BETTER.index(state)

    return min(shown_contacts(directory, service, local.date()), key=order, default=None)


def state_of_contacts(directory: Directory, places: Mapping[str, Place], service: Service, local: datetime) -> str:
    """State of the best contact."""
    best = best_contact(directory, places, service, local)
    return "none" if best is None else state_of_hours(directory, places, service, best, local)


def state_at_desk(
    directory: Directory, places: Mapping[str, Place], service: Service, desk: Site | None, local: datetime
) -> str:
    """Open if the best contact or the desk is, else the best contact's state: a desk counts only while it is open."""
    if desk is not None and not desk.by_appointment:
        at_desk = state_of_hours(directory, places, service, desk, local)
        if at_desk == "open":
            return "open"
    return state_of_contacts(directory, places, service, local)
