# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether topics and services agree: who is sent to whom.

G12 a line that is not for its topic · G13 a topic whose audiences do not exist, or may not be together
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.checks.written import at_path, listed
from bot.content.bundle import Bundle
from bot.dialogue.flow import Topic
from bot.directory.lines import competent
from bot.directory.model import AUDIENCES
from bot.errors import Problem

PERPETRATORS = "perpetrators"


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Everything that is wrong with the topics, in the order of the files."""
    for name, file in bundle.sources.flow_files.items():
        for topic in file.topics:
            yield from _relays(bundle, name, bundle.flow.topics[topic])
            yield from _audiences(bundle, name, bundle.flow.topics[topic])


def _relays(bundle: Bundle, file: str, topic: Topic) -> Iterator[Problem]:
    """A line that is hidden today is no mistake: the next one answers, and hiding must work at once."""
    for index, relay in enumerate(topic.relays):
        service = bundle.directory.services.get(relay)
        if service is None:
            complaint = f"La linea «{relay}» non è un servizio dell'elenco."
        elif not competent(service, topic):
            complaint = f"La linea «{relay}» non è per «{topic.id}», o non accoglie le stesse persone."
        else:
            continue
        hint = "Scegli una linea competente, oppure lascia vuoto: si dirà che manca."
        yield Problem(*at_path(bundle, file, ("topics", topic.id, "relays", index)), "G12", complaint, hint)


def _audiences(bundle: Bundle, file: str, topic: Topic) -> Iterator[Problem]:
    at = ("topics", topic.id, "audiences")
    unknown = topic.audiences - frozenset(AUDIENCES)
    if unknown:
        hint = f"Ci sono: {', '.join(AUDIENCES)}."
        yield Problem(*at_path(bundle, file, at), "G13", f"Un pubblico non esiste: {listed(unknown)}.", hint)
    if PERPETRATORS in topic.audiences and len(topic.audiences) > 1:
        said = "Chi usa violenza e chi la subisce non possono avere un argomento in comune."
        yield Problem(*at_path(bundle, file, at), "G13", said, "Dividi in due argomenti.")
