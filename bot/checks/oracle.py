# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of docs/ranking.md a second time: plain, slow, and written apart from `bot.directory.nearest`.

No index, no cache, nothing imported from the other implementation but the data. Each function is a sentence of the
page. What the page leaves open is decided here as its comments say; if the two implementations disagree, one of them
or the page is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from math import asin, cos, radians, sin, sqrt
from zoneinfo import ZoneInfo

from bot.checks.oracle_facts import (
    BETTER,
    best_contact,
    shown_contacts,
    shown_desks,
    state_at_desk,
    state_of_contacts,
    state_of_hours,
)
from bot.dialogue.flow import Topic
from bot.directory.gazetteer import Place
from bot.directory.model import Directory, Service, Site

Offer = tuple[str, str | None, float | None, str, str | None, str | None]
"""Service id · place of its desk · kilometres · state · value of its best contact · value of the relay's."""

TAKES_WHOEVER_COMES = (
    "anti_violence_centre",
    "listening_desk",
    "hospital",
    "police",
    "lgbtq",
    "anti_trafficking",
    "victim_support",
    "mens_centre",
)
WITHOUT_COVER_KM, NOTHING_BEYOND_KM = 60.0, 100.0
EARTH_KM = 6371.0088
OWN_WORK, BESIDE = 1, 2
NO_DISTANCE = 1e9


def nearest(
    directory: Directory, places: Mapping[str, Place], place_id: str | None, topic: Topic, now: datetime
) -> list[Offer]:
    """Who is offered, in order, to somebody at `place_id` (None: would rather not say), at `now` (aware)."""
    local = now.astimezone(ZoneInfo(directory.network.time_zone))
    ranked = []
    for service in listed(directory, places, place_id, topic, local.date()):
        for desk, km, covered in offered(directory, places, place_id, service, local.date()):
            degree = OWN_WORK if topic.id in service.topics else BESIDE
            state = state_at_desk(directory, places, service, desk, local)
            contact = best_contact(directory, places, service, local)
            value = None if contact is None else contact.value
            relay = relay_number(directory, places, service, topic, local)
            offer = (service.id, None if desk is None else desk.place, km, state, value, relay)
            last = relay is None and not has_something(directory, service, local.date())
            switchboard = degree == BESIDE and service.kind == "hospital"
            order = BESIDE if service.kind == "university_desk" else degree
            far = NO_DISTANCE if km is None else km
            ranked.append(((order, last, not covered, BETTER.index(state), switchboard, far, service.id), offer))
    return hospitals_apart(directory, [offer for _, offer in sorted(ranked, key=lambda pair: pair[0])])


def hospitals_apart(directory: Directory, offers: list[Offer]) -> list[Offer]:
    """The same, with every emergency department but the first behind all other services."""
    front: list[Offer] = []
    behind: list[Offer] = []
    for offer in offers:
        met = any(directory.services[before[0]].kind == "hospital" for before in front)
        (behind if met and directory.services[offer[0]].kind == "hospital" else front).append(offer)
    return front + behind


# ---------------------------------------------------------------- who is competent for a topic


def listed(
    directory: Directory, places: Mapping[str, Place], place_id: str | None, topic: Topic, today: date
) -> list[Service]:
    """Who can be in the list of a topic: from a place everybody who may be listed, from none those who work here."""
    found = [service for service in directory.services.values() if may_be_listed(directory, service, topic, today)]
    if place_id is not None:
        return found
    here = [service for service in found if works_here(directory, places, service, today)]
    return here if any(has_something(directory, service, today) for service in here) else found


def may_be_listed(directory: Directory, service: Service, topic: Topic, today: date) -> bool:
    """Whether a service is competent, not a national line, and for the second degree has something to show."""
    if service.status != "active" or service.area.italy or not is_competent(service, topic):
        return False
    return topic.id in service.topics or has_something(directory, service, today)


def has_something(directory: Directory, service: Service, today: date) -> bool:
    """Whether it has a contact or a desk to show."""
    return bool(shown_contacts(directory, service, today) or shown_desks(directory, service, today))


def is_competent(service: Service, topic: Topic) -> bool:
    """Whether a service has the topic, and welcomes one of its audiences."""
    return topic.id in service.topics | service.also and bool(service.audiences & topic.audiences)


# ---------------------------------------------------------------- from a place, and from none


def offered(
    directory: Directory, places: Mapping[str, Place], place_id: str | None, service: Service, today: date
) -> list[tuple[Site | None, float | None, bool]]:
    """The desk at which a competent service is offered, with kilometres and whether its area covers the place: one
    entry, or none where the service is not offered. Of desks at the same distance the first in the file.
    """
    desks = shown_desks(directory, service, today)
    if place_id is None:
        return [(desks[0] if desks else None, None, True)]
    place = places[place_id]
    covered = covers(service, place)
    if not desks:
        return [(None, None, True)] if covered else []
    reach = NOTHING_BEYOND_KM if covered else WITHOUT_COVER_KM
    if not covered and service.kind not in TAKES_WHOEVER_COMES:
        return []
    km, position = min((distance(place, desk), position) for position, desk in enumerate(desks))
    return [(desks[position], km, covered)] if km <= reach else []


def covers(service: Service, place: Place) -> bool:
    """Whether its area holds the comune, the province or the region of the place."""
    area = service.area
    return place.comune in area.comuni or place.province in area.provinces or place.region in area.regions


def works_here(directory: Directory, places: Mapping[str, Place], service: Service, today: date) -> bool:
    """Whether a service works in one of the network's provinces."""
    home = directory.network.provinces
    if service.area.regions or service.area.provinces & home:
        return True
    here = [*service.area.comuni, *(desk.place for desk in shown_desks(directory, service, today))]
    return any(places[place_id].province in home for place_id in here)


def distance(place: Place, desk: Site) -> float:
    """Great circle between two WGS84 points in kilometres, by the haversine formula."""
    north, south = radians(place.latitude), radians(desk.latitude)
    across = radians(desk.longitude - place.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


# ---------------------------------------------------------------- the line that goes with it


def relay_number(
    directory: Directory, places: Mapping[str, Place], service: Service, topic: Topic, local: datetime
) -> str | None:
    """What is dialled instead, where the best contact of `service` is not open; None where it is or no line counts."""
    if state_of_contacts(directory, places, service, local) == "open":
        return None
    found: dict[str, str] = {}
    for line in lines(directory, service, topic):
        phones = [contact for contact in shown_contacts(directory, line, local.date()) if contact.kind == "phone"]
        # Backwards, so that of phones in the same state the first in the file remains.
        states = {state_of_hours(directory, places, line, phone, local): phone for phone in reversed(phones)}
        best = next((state for state in BETTER if state in states), None)
        if best is not None:
            found.setdefault(best, states[best].value)
    return next((found[state] for state in BETTER if state in found), None)


def lines(directory: Directory, service: Service, topic: Topic) -> Iterator[Service]:
    """The service's own chain of relays as far as they are competent, then the topic's; never the service itself."""
    passed = {service.id}
    following = service.relay
    while following is not None and following not in passed:
        passed.add(following)
        relay = directory.services[following]
        if is_competent(relay, topic):
            yield relay
        following = relay.relay
    yield from (directory.services[name] for name in topic.relays if name != service.id)
