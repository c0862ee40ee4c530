# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who answers now: the best contact of a service, and the line that answers in its place.

Everything here has been through `freshness`: a contact that has expired is never returned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, Protocol

from bot.directory import hours
from bot.directory.freshness import visible
from bot.directory.hours import OpenState
from bot.directory.index import shown_on
from bot.directory.model import DIALLED, Contact, Directory, Network, Service, Site

State = Literal["open", "unknown", "closed", "none"]
RANK: dict[State, int] = {"open": 0, "unknown": 1, "closed": 2, "none": 3}
"""Which state is better for somebody who needs an answer now; "none" is nothing to ring or to go to."""


_NEVER_ON_HOLIDAY = (None, hours.ALWAYS)
"""Timetables that a patron day does not change."""


class Topic(Protocol):
    """What a need is about, as the flow declares it."""

    @property
    def id(self) -> str:
        """The topic's id."""

    @property
    def audiences(self) -> frozenset[str]:
        """Whom a service must welcome to be right for it."""

    @property
    def relays(self) -> tuple[str, ...]:
        """Services that answer for it, best first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A phone that answers for something. `always` says that it never closes."""

    service: Service
    contact: Contact
    state: OpenState
    always: bool


def competent_line(directory: Directory, relays: Sequence[str], now: datetime) -> Line | None:
    """The first of these services that answers now; failing that, one whose hours are unknown, then a closed one.
    None if none of them has anything to show.
    """
    lines = [line for relay in relays if (line := _line(directory, relay, now))]
    return min(lines, key=lambda line: RANK[line.state], default=None)


def first_contact(service: Service, network: Network, now: datetime) -> Contact | None:
    """The best way to reach a service now among those that may be shown: numbers first, then by state."""
    shown = visible(service, network, local_day(network, now))
    return best_contact(shown, network, now)[0] if shown else None


def relay_of(directory: Directory, service: Service, topic: Topic | None, now: datetime) -> Line | None:
    """Who answers in the place of a service: its relay, its relay's relay and so on, as far as they are competent
    for the topic; failing those, the lines of the topic. One that answers now comes before all.
    """
    chain = [known.id for known in relays_of(directory, service) if topic is None or competent(known, topic)]
    relays = [relay for relay in dict.fromkeys([*chain, *(topic.relays if topic else ())]) if relay != service.id]
    return competent_line(directory, relays, now)


def relays_of(directory: Directory, service: Service) -> Iterator[Service]:
    """The chain of relays of a service, nearest first. It ends where it would turn back."""
    seen = {service.id}
    relay = service.relay
    while relay is not None and relay not in seen and relay in directory.services:
        seen.add(relay)
        yield directory.services[relay]
        relay = directory.services[relay].relay


def competent(service: Service, topic: Topic) -> bool:
    """Whether a service is for this topic, in either degree, and welcomes whom the topic is about."""
    return topic.id in service.topics | service.also and welcomes(service, topic.audiences)


def welcomes(service: Service, wanted: Collection[str]) -> bool:
    """Whether a service welcomes any of these audiences."""
    return not service.audiences.isdisjoint(wanted)


def best_contact(service: Service, network: Network, now: datetime) -> tuple[Contact | None, State]:
    """The contact to try first, and its state: numbers before web pages, then by state, then as in the file."""
    rated = [(contact, hours_state(service, contact, network, now)) for contact in service.contacts]
    best = min(rated, key=lambda pair: (pair[0].kind not in DIALLED, RANK[pair[1]]), default=None)
    return best or (None, "none")


def hours_state(service: Service, item: Contact | Site, network: Network, now: datetime) -> OpenState:
    """Whether a contact or a site of a service answers at `now`, with its closures and its town's patron day."""
    if item.hours is None and not service.closures:
        return "unknown"
    holiday = item.hours not in _NEVER_ON_HOLIDAY and _is_patron_day(service, network, local_day(network, now))
    zone = network.time_zone
    return hours.state(item.hours, now, time_zone=zone, closures=service.closures, local_holiday=holiday)


def next_opening(
    service: Service, items: Iterable[Contact | Site | None], network: Network, now: datetime
) -> datetime | None:
    """When the first of these surely opens next; None if that is not known, as of a desk by appointment."""
    days, zone = _patron_days(service, network), network.time_zone
    moments = (
        hours.next_opening(item.hours, now, time_zone=zone, closures=service.closures, local_holidays=days)
        for item in items
        if item is not None and not (isinstance(item, Site) and item.by_appointment)
    )
    return min((moment for moment in moments if moment), default=None)


def _is_patron_day(service: Service, network: Network, today: date) -> bool:
    day = (today.month, today.day)
    return day in network.patron_days.values() and day in _patron_days(service, network)


def _patron_days(service: Service, network: Network) -> set[tuple[int, int]]:
    towns = (site.place.rpartition(".")[2] for site in service.sites)
    return {network.patron_days[town] for town in towns if town in network.patron_days}


def local_day(network: Network, now: datetime) -> date:
    """Today in the network's time zone."""
    return _day(network.time_zone, now)


@lru_cache(maxsize=8)
def _day(time_zone: str, now: datetime) -> date:
    """Kept for as long as one screen is made, which asks for it dozens of times."""
    return hours.local(now, time_zone).date()


@lru_cache(maxsize=64)
def _line(directory: Directory, service: str, now: datetime) -> Line | None:
    """Kept for as long as one screen is made, on which most services have the same relay."""
    shown = shown_on(directory, service, local_day(directory.network, now))
    if shown is None:
        return None
    phones = tuple(contact for contact in shown.contacts if contact.kind == "phone")
    contact, state = best_contact(replace(shown, contacts=phones), directory.network, now)
    if contact is None or state == "none":
        return None
    return Line(shown, contact, state, contact.hours == hours.ALWAYS)
