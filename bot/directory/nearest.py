# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who can help with this, from here, now.

Ranking: competent for topic, audience and place · answering now · hours unknown · nearest (great circle) · id; what
nobody can reach, last. The rules in full are in docs/ranking.md.
Competence has two degrees: what a service exists for (`topics`) comes before what it can do beside that (`also`).
Everything that leaves this module has been through `freshness`: what has expired is not in it, and where a service
does not surely answer, a competent line that does goes with it. National lines are in `always`, not in `nearest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.directory.areas import WELCOMES_OUTSIDERS, Localities, Locality, covers
from bot.directory.candidates import Candidate, Order, order, ranked
from bot.directory.index import DEGREES, Degree, Entries, Entry, index_of, shown_on
from bot.directory.lines import (
    Line,
    State,
    Topic,
    best_contact,
    competent,
    competent_line,
    first_contact,
    hours_state,
    local_day,
    next_opening,
    relay_of,
    welcomes,
)
from bot.directory.model import Contact, Directory, Service, Site

__all__ = ["Line", "Match", "Topic", "always", "card", "competent_line", "first_contact", "nearest"]

ENOUGH = 12
"""How many desks of each degree are compared by opening hours; farther ones are not even looked at."""
MOST = 24
"""How many services are offered at most: eight pages of three are more than anybody leafs through."""
FARTHEST_KM = 100.0
ACROSS_KM = 60.0
"""How far a desk outside its own area may be and still be offered."""
FAR_KM = 20.0
"""What counts as far from home when somebody asks for that."""


@dataclass(frozen=True, slots=True)
class Match:
    """A service for a need, holding only what may be shown.

    `site` and `km` (to it, great circle) are None where no desk may be shown. `contact` is the best way to reach it
    now, None if it has none. `state` is "open" if the contact or the site is, otherwise the contact's. `opens` is the
    next sure opening where it is not open. `relay` is a competent line for when the contact does not surely answer.
    """

    service: Service
    degree: Degree
    in_area: bool
    site: Site | None
    km: float | None
    contact: Contact | None
    state: State
    contact_state: State
    site_state: State
    opens: datetime | None
    relay: Line | None


@dataclass(frozen=True, slots=True)
class _Need:
    """What is asked: where, about what, for whom, when."""

    directory: Directory
    topic: Topic | None
    now: datetime
    wanted: frozenset[str] = frozenset()
    here: Locality | None = None
    far: bool = False
    relays: dict[str | None, Line | None] = field(default_factory=dict)

    def relay(self, service: Service) -> Line | None:
        """Who answers in the place of a service. Services with the same relay share the search for it."""
        if self.topic is None or service.id in self.topic.relays:
            return relay_of(self.directory, service, self.topic, self.now)
        if service.relay not in self.relays:
            self.relays[service.relay] = relay_of(self.directory, service, self.topic, self.now)
        return self.relays[service.relay]

    def order(self, candidate: Candidate) -> Order:
        """Where a candidate stands; who answers in its place is looked for only where it has nothing of its own."""
        stranded = not candidate.has_something and self.relay(candidate.entry.service) is None
        return order(candidate, stranded=stranded)

    def reach(self, entry: Entry) -> float:
        """How many kilometres away a desk may be and still be for this person; 0 if it is not."""
        if not welcomes(entry.service, self.wanted):
            return 0.0
        if self.in_area(entry.service):
            return FARTHEST_KM
        if entry.service.kind not in WELCOMES_OUTSIDERS:
            return 0.0
        return FARTHEST_KM if self.far else ACROSS_KM

    def in_area(self, service: Service) -> bool:
        """Whether the service is meant for the people of this place."""
        return self.here is None or covers(service.area, self.here)


def nearest(  # noqa: PLR0913, PLR0917 - where, about what, when and for whom are what a screen asks
    directory: Directory,
    gazetteer: Localities,
    place: str | None,
    topic: Topic,
    now: datetime,
    audience: str | None = None,
    *,
    far: bool = False,
) -> list[Match]:
    """Services for `topic` near `place` (a gazetteer id), best first; without a place, those of the network.

    `far` asks for desks away from home. `now` is aware. National lines are left to `always`. Raises KeyError if
    the place is not in the gazetteer. With 100 000 services it costs what it costs with a hundred.
    """
    here = gazetteer.places[place] if place is not None else None
    need = _Need(directory, topic, now, _audiences(topic, audience), here, far)
    index = index_of(directory, local_day(directory.network, now))
    pools = {degree: index.entries(topic.id, degree) for degree in DEGREES}
    anywhere = here is None and not any(_reachable(entries, need.wanted) for entries in pools.values())
    found = [
        _weighed(need, entry, degree, km)
        for degree, entries in pools.items()
        for km, entry in _once_each(_pairs(need, entries, anywhere=anywhere), need.wanted)
    ]
    useful = ranked((candidate for candidate in found if candidate.useful), need.order)
    return [_match(need, candidate) for candidate in useful[:MOST]]


def always(directory: Directory, topic: Topic, now: datetime, audience: str | None = None) -> list[Match]:
    """National lines for `topic`, best first: the topic's own relays in their order, then by state and id."""
    need = _Need(directory, topic, now, _audiences(topic, audience))
    index = index_of(directory, local_day(directory.network, now))
    found = [
        _weighed(need, Entry(service, None), degree, None)
        for degree in DEGREES
        for service in index.entries(topic.id, degree).national
        if welcomes(service, need.wanted)
    ]
    first = {relay: place for place, relay in enumerate(topic.relays)}
    answering = [candidate for candidate in found if candidate.contact]
    answering.sort(key=lambda candidate: (first.get(candidate.entry.service.id, len(first)), *need.order(candidate)))
    return [_match(need, candidate) for candidate in answering]


def card(directory: Directory, service: str, topic: Topic | None, now: datetime) -> Match | None:
    """One service for its own screen, with its first desk; None if it is unknown, hidden or closed.

    A topic that the service is not for says nothing of who answers in its place: it is left aside.
    """
    shown = shown_on(directory, service, local_day(directory.network, now))
    if shown is None:
        return None
    degree: Degree = "also" if topic and topic.id in shown.also else "topics"
    site = shown.sites[0] if shown.sites else None
    need = _Need(directory, topic if topic and competent(shown, topic) else None, now)
    return _match(need, _weighed(need, Entry(shown, site), degree, None))


def _audiences(topic: Topic, audience: str | None) -> frozenset[str]:
    """Whom a service must welcome: one of the topic's audiences, or the one asked for. `anyone` welcomes all but
    people who use violence, whom only their own centres take (the audience firewall).
    """
    if audience is None:
        return topic.audiences
    return frozenset({audience} if audience == "perpetrators" else {audience, "anyone"})


def _pairs(need: _Need, entries: Entries, *, anywhere: bool) -> Iterable[tuple[float | None, Entry]]:
    """Desks with their distances, nearest first, then services that have no desk to show. Without a place, the
    network's own; its neighbours' too where we must look `anywhere`.
    """
    if need.here is None:
        return ((None, entry) for entry in (entries.everybody if anywhere else entries.own))
    near = entries.near(need.here, ENOUGH, (FAR_KM if need.far else 0.0, FARTHEST_KM), need.reach)
    return [*near, *((None, entry) for entry in entries.siteless(need.here) if not need.far)]


def _reachable(entries: Entries, wanted: frozenset[str]) -> bool:
    """Whether one of the network's own can be reached at all, by a contact or at a desk."""
    return any((own.service.contacts or own.site) and welcomes(own.service, wanted) for own in entries.own)


def _once_each(
    pairs: Iterable[tuple[float | None, Entry]], wanted: frozenset[str]
) -> Iterator[tuple[float | None, Entry]]:
    """The first (nearest) desk of each service: people must see different options, not one phone many times."""
    seen: set[str] = set()
    for km, entry in pairs:
        if entry.service.id not in seen and welcomes(entry.service, wanted):
            seen.add(entry.service.id)
            yield km, entry


def _weighed(need: _Need, entry: Entry, degree: Degree, km: float | None) -> Candidate:
    service, site, network, now = entry.service, entry.site, need.directory.network, need.now
    contact, contact_state = best_contact(service, network, now)
    site_state: State = "none"
    if site is not None:
        site_state = "unknown" if site.by_appointment else hours_state(service, site, network, now)
    return Candidate(entry, degree, need.in_area(service), km, contact, contact_state, site_state)


def _match(need: _Need, candidate: Candidate) -> Match:
    service, site, contact, state = candidate.entry.service, candidate.entry.site, candidate.contact, candidate.state
    return Match(
        service,
        candidate.degree,
        candidate.in_area,
        site,
        candidate.km,
        contact,
        state,
        candidate.contact_state,
        candidate.site_state,
        next_opening(service, (contact, site), need.directory.network, need.now) if state != "open" else None,
        None if candidate.contact_state == "open" else need.relay(service),
    )
