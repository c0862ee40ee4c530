# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions that the directory asks by itself, as of a day: what is old, what is missing, what is about to vanish.

Whether something may still be shown is decided by `directory.freshness` alone; here it is only put into words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.directory.freshness import Standing, is_emergency, shown, source_lasts_until, standing, visible
from bot.directory.gazetteer import Gazetteer
from bot.directory.hours import ALWAYS
from bot.directory.lines import Topic
from bot.directory.model import DIALLED, Contact, Directory, Service, Site
from bot.reports import words
from bot.reports.questions import ALARM, LAST, Question

SOON = timedelta(days=60)
"""What vanishes within this time is asked about now."""

Part = Literal["contact", "desk", "hours"]

ASKED: Mapping[Part, tuple[str, str]] = {
    "contact": (
        "I recapiti qui sotto sono ancora giusti, e si possono mostrare a chi cerca aiuto?",
        "Recapiti confermati, o corretti",
    ),
    "desk": (
        "Gli sportelli qui sotto ci sono ancora, e a quale indirizzo?",
        "Sportelli e indirizzi confermati, o corretti",
    ),
    "hours": (
        "In quali giorni e ore si trova qualcuno, e che cosa succede fuori orario e nei festivi?",
        "Giorni e ore, fuori orario, festivi",
    ),
}
"""For each part of a service, what is asked and the blank for the answer."""
NO_CONTACT = "Quale recapito si può mostrare a chi cerca questo servizio?"
CONTRADICTION = "gli orari si contraddicono (chi risponde fuori orario?)"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is not sure, and of what. `grave`: without it the service cannot be rung up."""

    part: Part
    subject: str
    text: str
    grave: bool = False
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """The directory on one day, and what is needed to speak of it."""

    directory: Directory
    gazetteer: Gazetteer
    topics: Mapping[str, Topic]
    today: date

    def doubt(self, found: Standing) -> str:
        """What there is to ask about a standing; "" where it is good for a while."""
        if found.alarm:
            return "si mostra solo perché è un numero di emergenza, ma la fonte è troppo vecchia"
        if found.why == "never_verified":
            return "nascosto: nessuno l'ha mai controllato"
        if found.last_day is None or found.last_day > self.today + SOON:
            return ""
        until = words.day(found.last_day)
        return f"vale fino al {until}, poi si nasconde" if found.shown else f"valeva fino al {until}, ora è nascosto"

    def written(self, place: str) -> str:
        """A comune as the file writes it: with its province where it is outside the network."""
        known = self.gazetteer.places[place]
        ours = known.province in self.directory.network.provinces
        return known.comune_name if ours else f"{known.comune_name} ({known.province})"

    def is_line(self, service: Service) -> bool:
        """Whether a service is a line that answers for a topic, or never vanishes."""
        lines = {relay for topic in self.topics.values() for relay in topic.relays}
        return service.id in lines or is_emergency(service, self.directory.network)


def service_questions(survey: Survey) -> Iterator[Question]:
    """One question for each service about which something is not sure, in the order of the file."""
    for service in survey.directory.services.values():
        facts = [*_contact_facts(survey, service), *_site_facts(survey, service)] if service.status != "closed" else []
        if facts:
            yield _question(survey, service, facts)


def _question(survey: Survey, service: Service, facts: list[Fact]) -> Question:
    parts = [part for part in ASKED if any(fact.part == part for fact in facts)]
    asks = [NO_CONTACT if part == "contact" and not service.contacts else ASKED[part][0] for part in parts]
    return Question(
        office=service.organisation,
        rank=_rank(survey, service, facts),
        about=service.name,
        ask=" ".join(asks),
        why=_why(survey, service),
        services=(service.id,),
        facts=_told(facts),
        blanks=tuple(ASKED[part][1] for part in parts),
    )


def _rank(survey: Survey, service: Service, facts: list[Fact]) -> int:
    """A line comes before a service that exists for a topic, and that before the others; a way to call comes before
    an address or a timetable.
    """
    if any(fact.alarm for fact in facts):
        return ALARM
    first = 1 if survey.is_line(service) else 2 if service.topics else 3 if service.also else LAST
    return min(LAST, first + (0 if any(fact.grave for fact in facts) else 1))


def _why(survey: Survey, service: Service) -> str:
    relay = survey.directory.services.get(service.relay or "")
    if is_emergency(service, survey.directory.network):
        return "Questo numero si mostra sempre: se cambiasse qualcosa, continueremmo a mostrarlo com'era."
    if not service.topics | service.also:
        return "Chi cura l'elenco vuole che ciò che vi è scritto sia vero."
    if relay is None:
        return "Ciò che scade non si mostra più, e al suo posto non risponde nessuno."
    return f"Ciò che scade non si mostra più: al suo posto risponde «{relay.name}»."


def _contact_facts(survey: Survey, service: Service) -> Iterator[Fact]:
    if service.status == "hidden":
        yield Fact("contact", "Il servizio", "nascosto a mano: si può rimettere, o è da togliere?")
    today = visible(service, survey.directory.network, survey.today)
    if today is not None and not today.contacts:
        yield Fact("contact", "Recapiti", "non ce n'è nessuno da mostrare", grave=True)
    for contact in service.contacts:
        yield from _one_contact(survey, service, contact)


def _one_contact(survey: Survey, service: Service, contact: Contact) -> Iterator[Fact]:
    network, name = survey.directory.network, words.contact(contact)
    emergency = is_emergency(service, network)
    found = shown(contact, network, survey.today, emergency=emergency)
    doubt = survey.doubt(found)
    if found.alarm:
        doubt = f"{doubt} (valeva fino al {words.day(source_lasts_until(contact.source))})"
    if doubt:
        yield Fact("contact", name, doubt, grave=contact.kind in DIALLED, alarm=found.alarm)
    if contact.kind in DIALLED:
        yield from _hours(survey, contact, name, emergency=emergency)
    if (contact.after_hours == "live") != (contact.hours == ALWAYS) and contact.after_hours != "unknown":
        yield Fact("hours", name, CONTRADICTION)


def _hours(survey: Survey, item: Contact | Site, name: str, *, emergency: bool = False) -> Iterator[Fact]:
    """What is not sure of a timetable: that there is none, or that its own source grows old."""
    if item.hours is None:
        yield Fact("hours", name, "gli orari non si sanno")
    elif item.hours_source:
        found = standing(item.hours_source, item.verified, survey.directory.network, survey.today, emergency=emergency)
        if doubt := survey.doubt(found):
            yield Fact("hours", name, f"l'orario ({item.hours}) {doubt}")


def _site_facts(survey: Survey, service: Service) -> Iterator[Fact]:
    network = survey.directory.network
    for site in service.sites:
        name = site.name or f"Sede di {survey.written(site.place)}"
        if doubt := survey.doubt(shown(site, network, survey.today)):
            yield Fact("desk", name, doubt)
        if not site.address:
            yield Fact("desk", name, "l'indirizzo non si sa")
        elif site.address_source:
            found = standing(site.address_source, site.verified, network, survey.today)
            if doubt := survey.doubt(found):
                yield Fact("desk", name, f"l'indirizzo ({site.address}) {doubt}")
        if not site.by_appointment:
            yield from _hours(survey, site, name)


def _told(facts: list[Fact]) -> tuple[str, ...]:
    """The facts in words, one line for each thing that they are about."""
    about: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        about[fact.subject].append(fact.text)
    return tuple(f"{subject}: {'; '.join(texts)}" for subject, texts in about.items())
