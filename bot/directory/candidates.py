# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A service on its way to be offered, and which of two comes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import NamedTuple

from bot.directory.index import Degree, Entry
from bot.directory.lines import RANK, State
from bot.directory.model import Contact

Order = tuple[bool, bool, bool, int, bool, float, str]


class Candidate(NamedTuple):
    """Weighed, not yet furnished with who answers in its place."""

    entry: Entry
    degree: Degree
    in_area: bool
    km: float | None
    contact: Contact | None
    contact_state: State
    site_state: State

    @property
    def state(self) -> State:
        """Open if either is; otherwise the contact's: a door that may be shut answers nobody."""
        return "open" if "open" in (self.contact_state, self.site_state) else self.contact_state

    @property
    def has_something(self) -> bool:
        """Whether it has a contact or a desk of its own to show."""
        return self.contact is not None or self.entry.site is not None

    @property
    def useful(self) -> bool:
        """Whether there is something to say: a way to reach it, or at least that it is there for this very need."""
        return self.degree == "topics" or self.has_something


def order(candidate: Candidate, *, stranded: bool) -> Order:
    """What a list is sorted by; the rules are in docs/ranking.md. `stranded`: nothing of it can be shown and nobody
    answers in its place, so that it must not stand before anybody who can be reached.

    A university's desk is its own work for its members only. An emergency department that is there beside its own work
    has a door and a switchboard, not somebody who listens.
    """
    service, beside = candidate.entry.service, candidate.degree == "also"
    second = beside or service.kind == "university_desk"
    km = float("inf") if candidate.km is None else candidate.km
    a_door = beside and service.kind == "hospital"
    return (second, stranded, not candidate.in_area, RANK[candidate.state], a_door, km, service.id)


def ranked(candidates: Iterable[Candidate], key: Callable[[Candidate], Order]) -> list[Candidate]:
    """Candidates by their order; but of emergency departments only the first stands where that puts it, the others come
    after the rest of their degree. Whoever wants one goes to the nearest, and a page of them would hide who listens.
    """
    met: set[bool] = set()
    placed = []
    for place, candidate in sorted(((key(candidate), candidate) for candidate in candidates), key=itemgetter(0)):
        second, stranded, *_ = place
        hospital = candidate.entry.service.kind == "hospital"
        placed.append(((second, stranded, hospital and second in met), candidate))
        if hospital:
            met.add(second)
    return [candidate for _, candidate in sorted(placed, key=itemgetter(0))]
