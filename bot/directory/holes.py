# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the network has nothing to offer, said plainly so that somebody can mend it. For operators only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.directory.freshness import visible
from bot.directory.index import DEGREES, index_of
from bot.directory.lines import Topic, competent_line, local_day, relay_of, welcomes
from bot.directory.model import Directory, Service

What = Literal["topic_without_contact", "topic_without_line", "service_without_contact"]


@dataclass(frozen=True, slots=True)
class Hole:
    """A topic for which nothing can be reached at all, or no line answers from any place; or an active service that
    has no contact to show and for which nobody answers. `id` is the topic's or the service's.
    """

    what: What
    id: str


def holes(directory: Directory, topics: Iterable[Topic], now: datetime) -> list[Hole]:
    """Every hole on the day of `now`: topics first, in their order, then services in the order of the file."""
    topics = list(topics)
    found = [hole for topic in topics for hole in _of_topic(directory, topic, now)]
    silent = (service for service in directory.services.values() if _silent(directory, service, topics, now))
    return [*found, *(Hole("service_without_contact", service.id) for service in silent)]


def _of_topic(directory: Directory, topic: Topic, now: datetime) -> Iterator[Hole]:
    index = index_of(directory, local_day(directory.network, now))
    listed = [index.entries(topic.id, degree) for degree in DEGREES]
    services = [service for entries in listed for service in entries.national]
    services += [entry.service for entries in listed for entry in entries.everybody]
    if not any(service.contacts and welcomes(service, topic.audiences) for service in services):
        yield Hole("topic_without_contact", topic.id)
    elif competent_line(directory, topic.relays, now) is None:
        yield Hole("topic_without_line", topic.id)


def _silent(directory: Directory, service: Service, topics: Iterable[Topic], now: datetime) -> bool:
    kept = visible(service, directory.network, local_day(directory.network, now))
    if kept is None or kept.contacts or not (service.topics or service.also):
        return False
    own = [topic for topic in topics if topic.id in service.topics] or [
        topic for topic in topics if topic.id in service.also
    ]
    return any(relay_of(directory, service, topic, now) is None for topic in own)
