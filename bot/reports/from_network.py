# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about the network itself: what it lacks before it can serve anybody, and where it has holes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.directory.freshness import visible
from bot.directory.holes import Hole, What, holes
from bot.reports import words
from bot.reports.coverage import comuni_of, is_local
from bot.reports.from_directory import Survey
from bot.reports.questions import Question

SAID: Mapping[What, str] = {
    "topic_without_contact": "nessun recapito da mostrare, in nessun comune",
    "topic_without_line": "nessuna linea che valga da ogni comune",
}
NEEDED = 1
HOLE = 1
FAR = 3
CALENDAR = 4


def network_questions(survey: Survey) -> Iterator[Question]:
    """What the network's own office must say, or find out."""
    network = survey.directory.network
    if not network.controller:
        yield _needed(survey, "Titolare del trattamento", "Chi è il titolare del trattamento dei dati?", "controller")
    if not network.privacy_contact:
        yield _needed(survey, "Contatto per la privacy", "A chi si scrive per la privacy?", "privacy_contact")
    yield from _lines(survey)
    yield from _far_comuni(survey)
    yield from _patron_days(survey)


def _needed(survey: Survey, about: str, ask: str, key: str) -> Question:
    why = "Senza, il servizio non può andare in linea: lo schermo della privacy deve dirlo."
    blank = f"Da scrivere in `network`, alla riga `{key}`"
    return Question(survey.directory.network.name, NEEDED, about, ask, why, blanks=(blank,))


def _lines(survey: Survey) -> Iterator[Question]:
    """Topics for which no competent line may be shown: whoever asks about them at night finds only 112."""
    now = datetime.combine(survey.today, time(12), ZoneInfo(survey.directory.network.time_zone))
    found = [hole for hole in holes(survey.directory, survey.topics.values(), now) if hole.what in SAID]
    if found:
        yield Question(
            survey.directory.network.name,
            HOLE,
            "Argomenti senza una linea competente",
            "Quale linea, o quale ufficio, risponde a chi ha questi bisogni?",
            "Chi non vuole dire dove si trova, o cerca di notte, per questi argomenti trova soltanto il 112.",
            facts=tuple(f"{words.topic(hole.id)}: {_missing(survey, hole)}" for hole in found),
            blanks=tuple(words.topic(hole.id) for hole in found),
        )


def _missing(survey: Survey, hole: Hole) -> str:
    hidden = survey.topics[hole.id].relays
    return SAID[hole.what] + (f" (nascosta, da confermare: {', '.join(hidden)})" if hidden else "")


def _far_comuni(survey: Survey) -> Iterator[Question]:
    """Comuni where no service has a desk, and that none names in its area."""
    shown = (visible(service, survey.directory.network, survey.today) for service in survey.directory.services.values())
    services = [service for service in shown if service is not None and service.topics | service.also]
    comuni = comuni_of(survey.directory, survey.gazetteer)
    far = [comune.name for comune in comuni if not any(is_local(service, comune) for service in services)]
    without_desk = [
        comune.name for comune in comuni if comune.id not in {site.place for s in services for site in s.sites}
    ]
    facts = [f"nessun servizio per quel comune: {', '.join(far)}"] if far else []
    facts += [f"nessuno sportello nel comune: {', '.join(without_desk)}"] if without_desk else []
    if facts:
        yield Question(
            survey.directory.network.name,
            FAR,
            "Comuni senza uno sportello",
            "In quali di questi comuni c'è uno sportello che l'elenco non conosce?",
            "Chi abita lì deve spostarsi, e spesso non può farlo senza dire dove va.",
            facts=tuple(facts),
            blanks=("Comune, sportello, ente da chiamare",),
        )


def _patron_days(survey: Survey) -> Iterator[Question]:
    network = survey.directory.network
    comuni = comuni_of(survey.directory, survey.gazetteer)
    missing = [comune.name for comune in comuni if comune.id not in network.patron_days]
    if missing:
        yield Question(
            network.name,
            CALENDAR,
            "Feste del patrono",
            "In che giorno è la festa del patrono di questi comuni?",
            "Quel giorno uno sportello può essere chiuso, e noi lo daremmo per aperto.",
            facts=(", ".join(missing),),
            blanks=("Comune e giorno (mese-giorno), da scrivere in `patron_days`",),
        )
