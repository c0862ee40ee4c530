# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What may still be shown. An old fact is hidden rather than doubted: the relay answers in its place.

An operator's check lasts 180 days. A printed source lasts 24 months from the end of the period that its date
names: "2024-11" is good until 30 November 2026. The lines of `network.emergency` never vanish; when they would
have, operators are told. Addresses and timetables that have a source of their own expire on their own.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeVar

from bot.directory.model import Contact, Network, PartialDate, Service, Site, Source, Verified

VERIFIED_DAYS = 180
SOURCE_MONTHS = 24

Fact = TypeVar("Fact", Contact, Site)

Why = Literal["verified", "sourced", "emergency", "verification_expired", "source_expired", "never_verified"]
"""Why something is shown (the first three) or hidden (the others)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether something may be shown today, why, and the last day on which it may (None: for ever).

    `alarm` is true where an emergency line is shown although its source is too old: operators must call.
    """

    shown: bool
    why: Why
    last_day: date | None = None
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """The pieces of a label. With `checked`: "Controllato il …". Without: "Fonte: …, mese anno. Mai controllato
    per telefono." `stale` says that the check is older than 180 days and the source alone carries the fact.
    """

    source: Source
    checked: date | None = None
    stale: bool = False


def last_day_of(period: PartialDate) -> date:
    """The last day of the year, month or day that a source's date names."""
    month = period.month or 12
    return date(period.year, month, period.day or monthrange(period.year, month)[1])


def source_lasts_until(source: Source) -> date:
    """The last day on which what this source prints may be shown."""
    end = last_day_of(source.date)
    years, month = divmod(end.month - 1 + SOURCE_MONTHS, 12)
    year = end.year + years
    return date(year, month + 1, min(end.day, monthrange(year, month + 1)[1]))


def standing(
    source: Source, verified: Verified | None, network: Network, today: date, *, emergency: bool = False
) -> Standing:
    """Whether a fact with this source and this check may be shown `today`."""
    printed, checked = source_lasts_until(source), _check_lasts_until(verified)
    if checked is not None and checked >= today:
        return Standing(shown=True, why="verified", last_day=None if emergency else checked)
    if emergency:
        return Standing(shown=True, why="emergency", alarm=printed < today)
    if network.show == "verified":
        return Standing(shown=False, why="verification_expired" if checked else "never_verified", last_day=checked)
    fresh = printed >= today
    return Standing(shown=fresh, why="sourced" if fresh else "source_expired", last_day=printed)


def _check_lasts_until(verified: Verified | None) -> date | None:
    return verified.on + timedelta(days=VERIFIED_DAYS) if verified else None


def shown(item: Contact | Site, network: Network, today: date, *, emergency: bool = False) -> Standing:
    """Whether a contact or a site may be shown `today`. `emergency` as `is_emergency` says of its service."""
    return standing(item.source, item.verified, network, today, emergency=emergency)


def is_emergency(service: Service, network: Network) -> bool:
    """Whether a service is one of the lines that never vanish: a phone of it is in `network.emergency`."""
    return any(contact.kind == "phone" and contact.value in network.emergency for contact in service.contacts)


def provenance(item: Contact | Site, today: date) -> Provenance:
    """Which label goes with a contact or a site that is shown."""
    until = _check_lasts_until(item.verified)
    if item.verified is None or until is None:
        return Provenance(item.source)
    return Provenance(item.source, item.verified.on, stale=until < today)


def visible(service: Service, network: Network, today: date) -> Service | None:
    """The service with only what may be shown `today`; None if it is hidden or closed.

    Contacts and sites that have expired are gone; an address whose own source has expired is "", a timetable None.
    """
    if service.status != "active":
        return None
    emergency = is_emergency(service, network)
    contacts = tuple(
        _fresh_hours(contact, network, today, emergency=emergency)
        for contact in service.contacts
        if shown(contact, network, today, emergency=emergency).shown
    )
    sites = tuple(
        _fresh_address(_fresh_hours(site, network, today), network, today)
        for site in service.sites
        if shown(site, network, today).shown
    )
    return replace(service, contacts=contacts, sites=sites)


def _fresh_hours(item: Fact, network: Network, today: date, *, emergency: bool = False) -> Fact:
    source = item.hours_source
    if source is None or standing(source, item.verified, network, today, emergency=emergency).shown:
        return item
    return replace(item, hours=None)


def _fresh_address(site: Site, network: Network, today: date) -> Site:
    source = site.address_source
    if source is None or standing(source, site.verified, network, today).shown:
        return site
    return replace(site, address="")
