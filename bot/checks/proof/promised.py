# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The promises of docs/ranking.md's readers, held of every class: a number, the right one, and 112 always."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.checks.proof.agree import where
from bot.checks.proof.likeness import Subject
from bot.dialogue.flow import Topic
from bot.directory import nearest
from bot.directory.model import DIALLED, Contact, Service
from bot.directory.nearest import Match
from bot.emergency import NUMBERS

PERPETRATORS = "perpetrators"
Shown = tuple[Service, Contact | None]


def of_matches(matches: Iterable[Match]) -> Iterator[Shown]:
    """Every service that a list puts before a person, with the contact that it prints."""
    for match in matches:
        yield match.service, match.contact
        if match.relay:
            yield match.relay.service, match.relay.contact


def of_everywhere(subject: Subject, topic: Topic, now: datetime) -> list[Shown]:
    """What a topic shows wherever one is: the national lines, and the line printed while the place is asked."""
    found = [*of_matches(nearest.always(subject.directory, topic, now))]
    line = nearest.competent_line(subject.directory, topic.relays, now)
    return [*found, (line.service, line.contact)] if line else found


def numbers(shown: Iterable[Shown]) -> frozenset[str]:
    """What can be dialled."""
    return frozenset(contact.value for _, contact in shown if contact and contact.kind in DIALLED)


def crossings(topic: Topic, place: str | None, now: datetime, shown: Iterable[Shown]) -> list[str]:
    """Services that must not be on a screen of this topic, because they are for the other side of violence."""
    wanted = PERPETRATORS in topic.audiences
    return [
        f"{where(topic, place, now)}: {service.id} è dall'altra parte."
        for service in {service.id: service for service, _ in shown}.values()
        if (PERPETRATORS in service.audiences) != wanted
    ]


def never_without(topic: Topic, subject: Subject) -> bool:
    """Whether one of the topic's lines is a number that cannot vanish, so that a hole would be our mistake."""
    services = (subject.directory.services[relay] for relay in topic.relays)
    return any(contact.value in NUMBERS for service in services for contact in service.contacts)


def emergency_faults(subject: Subject) -> list[str]:
    """Moments at which an emergency line is not shown as open, if there are any."""
    owners = {
        contact.value: service.id
        for service in subject.directory.services.values()
        for contact in service.contacts
        if contact.kind == "phone" and contact.value in NUMBERS
    }
    missing = [f"{number} non è nell'elenco." for number in NUMBERS if number not in owners]
    return missing + [
        f"{number} non è mostrato come aperto: {now:%Y-%m-%dT%H:%M%z}."
        for now in subject.moments
        for number, owner in owners.items()
        if not _answers(nearest.card(subject.directory, owner, None, now), number)
    ]


def _answers(card: Match | None, number: str) -> bool:
    return bool(card and card.contact and card.contact.value == number and card.contact_state == "open")
