# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold of numbers, addresses of pages and mailboxes: both copies, the numbering plan, the place, the list of
blocked numbers and that of mere leads (D10 to D19, D33, D34, D41, D42, D47, D48).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from bot.content.directory_reading import Reading, Where
from bot.content.directory_schema import ContactFile, ServiceFile
from bot.directory import phones
from bot.directory.model import DIALLED
from bot.errors import Problem

_EMAIL = re.compile(r"[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)

PHONES_SAID: dict[phones.Fault, tuple[str, str, str]] = {
    "digits": ("D10", "Il numero si scrive con sole cifre, come si compone.", "Niente spazi, punti o +39: 050561628."),
    "international": ("D10", "Il numero si scrive senza +39.", "Scrivi solo le cifre che si compongono in Italia."),
    "printed": ("D11", "La copia stampata ha segni che un numero non ha.", "Cifre, spazi, punti, barre, trattini."),
    "differ": ("D12", "Le due copie del numero sono diverse.", "Riprendi la fonte e riscrivi tutte e due."),
    "international_short": ("D13", "Un numero breve non ha mai il +39.", "Con il prefisso suonerebbe altrove."),
    "unknown_short": ("D14", "Questo numero breve non è fra quelli conosciuti.", "Per polizia e ambulanza: solo 112."),
    "plan": ("D15", "Non è un numero italiano completo.", "I cellulari hanno 10 cifre, i numeri verdi 800 ne hanno 9."),
    "cost": ("D16", "Il numero costa più di una chiamata normale.", "Cerca un fisso, un cellulare o un numero verde."),
}

_NUMBER = re.compile(r"\d(?:[ ./-]?\d){5,}")
CALL_FIRST = (
    "Prima si chiama. Se risponde l'ufficio giusto, sotto il contatto scrivi verified (on, how: call, office); "
    "altrimenti togli il contatto. Gli indizi: unverified_phones.csv."
)


def numbers(reading: Reading) -> Iterator[Problem]:
    """Each number by itself (D10 to D18)."""
    for path, service, contact in _contacts(reading):
        if contact.kind in DIALLED:
            faults = phones.faults(contact.value, contact.printed)
            for fault in faults if contact.printed else ():
                code, message, hint = PHONES_SAID[fault]
                yield reading.problem(code, (*path, "value"), message, hint)
            if not faults and _never_free(contact):
                hint = "Togli cost: free. Gratis sono i numeri brevi e gli 800."
                yield reading.problem("D16", (*path, "cost"), "Un fisso o un cellulare non è mai gratis.", hint)
            if not faults and not _fits(reading, service, contact.value):
                hint = "Uno dei due è di un altro servizio; se sono giusti, il prefisso manca in data/prefixes.csv."
                yield reading.problem("D17", (*path, "value"), "Il prefisso non è quello del posto.", hint)


def _never_free(contact: ContactFile) -> bool:
    return contact.cost == "free" and contact.kind != "whatsapp" and not phones.can_be_free(contact.value)


def listed(reading: Reading) -> Iterator[Problem]:
    """Numbers that may never be used (D18), in remarks neither; and those that nobody has called yet (D47)."""
    for path, service, contact in _contacts(reading):
        digits = re.sub(r"\D", "", re.sub(r"^(\+|00)39", "", contact.value))
        if contact.kind in DIALLED and digits in reading.blocked:
            message = f"Il numero è fra quelli da non usare: {reading.blocked[digits]}."
            yield reading.problem("D18", (*path, "value"), message, "Togli il contatto. I motivi: blocked_phones.csv.")
        if contact.kind in DIALLED and digits in reading.unverified and not (contact.verified or service.verified):
            message = f"Il numero è solo un indizio, mai controllato: {reading.unverified[digits]}."
            yield reading.problem("D47", (*path, "value"), message, CALL_FIRST)
    for (line, column), text in reading.document.comments:
        for digits in (re.sub(r"\D", "", found) for found in _NUMBER.findall(text)):
            if digits in reading.blocked:
                message = f"Nel commento c'è un numero da non usare: {reading.blocked[digits]}."
                yield Problem(reading.document.name, line, column, "D18", message, "Toglilo: qualcuno lo copierebbe.")


def _fits(reading: Reading, service: ServiceFile, value: str) -> bool:
    """Whether a landline can ring at one of the desks, or in the area where there are no desks."""
    written = [site.comune for site in service.sites] or service.area
    if any(part == "Italia" or part.startswith("Regione ") for part in written):
        return True
    comuni = [place for part in written if (place := reading.comune(part))]
    provinces = [part.removeprefix("Provincia ") for part in written if part.startswith("Provincia ")]
    tried = [phones.fits(value, place.id, place.province, reading.prefixes) for place in comuni]
    tried += [phones.fits(value, "", province, reading.prefixes) for province in provinces]
    return any(tried) or not tried


def prefixes(reading: Reading) -> Iterator[Problem]:
    """Provinces of the network of whose landlines nothing is known, so that none would ever be refused (D48)."""
    hint = "Aggiungi in data/prefixes.csv una riga: la sigla, una virgola, i prefissi separati da uno spazio."
    for index, province in enumerate(reading.file.network.provinces):
        if province not in reading.prefixes:
            said = f"Non si sa quali prefissi ha la provincia «{province}»."
            yield reading.problem("D48", ("network", "provinces", index), said, hint)


def _contacts(reading: Reading) -> Iterator[tuple[Where, ServiceFile, ContactFile]]:
    for path, service in reading.services():
        for index, contact in enumerate(service.contacts):
            yield (*path, "contacts", index), service, contact


def addresses(reading: Reading) -> Iterator[Problem]:
    """Pages (D33), mailboxes (D34), and copies that are missing or out of place (D41)."""
    for path, _, contact in _contacts(reading):
        if contact.kind in ("web", "chat") and not _page(contact.value):
            hint = "Serve un indirizzo https:// completo; se la fonte stampa solo http, lascialo nei commenti."
            yield reading.problem("D33", (*path, "value"), "L'indirizzo non va bene.", hint)
        if contact.kind == "email" and not _EMAIL.fullmatch(contact.value):
            hint = "Una sola casella, senza spazi: nome@dominio.it."
            yield reading.problem("D34", (*path, "value"), "Non è un indirizzo email.", hint)
        if contact.kind in DIALLED and not contact.printed:
            yield reading.problem(
                "D41",
                path,
                "Manca la seconda copia del numero.",
                "Scrivi in printed il numero come lo stampa la fonte.",
            )
        if contact.kind not in DIALLED and contact.printed:
            yield reading.problem(
                "D41", (*path, "printed"), "Qui printed non serve.", "La seconda copia è solo per i numeri."
            )


def _page(value: str) -> bool:
    parts = urlsplit(value)
    plain = parts.scheme == "https" and not parts.username and bool(_HOST.fullmatch(parts.hostname or ""))
    return plain and " " not in value and value.startswith("https://")


def shared(reading: Reading) -> Iterator[Problem]:
    """One number in two services (D19), and the same contact or desk written twice in one (D42)."""
    owners: dict[str, list[ServiceFile]] = defaultdict(list)
    for path, service, contact in _contacts(reading):
        others = [other.id for other in owners[contact.value] if other.id != service.id]
        if contact.kind in DIALLED and any(other not in contact.shared_with for other in others):
            hint = f"Se è davvero lo stesso, scrivi shared_with: [{', '.join(others)}]."
            yield reading.problem("D19", (*path, "value"), f"Il numero è già di {', '.join(others)}.", hint)
        if contact.kind in DIALLED and service not in owners[contact.value]:
            owners[contact.value].append(service)
    yield from _twice(reading)


def _twice(reading: Reading) -> Iterator[Problem]:
    for path, service in reading.services():
        keys: list[tuple[str, int, tuple[str, str]]] = [
            ("contacts", index, (contact.kind, contact.value)) for index, contact in enumerate(service.contacts)
        ]
        keys += [("sites", index, (site.comune, site.address or site.name)) for index, site in enumerate(service.sites)]
        seen = set[tuple[str, tuple[str, str]]]()
        for part, index, key in keys:
            if (part, key) in seen:
                yield reading.problem("D42", (*path, part, index), "È scritto due volte.", "Togline uno.")
            seen.add((part, key))


CHECKS: tuple[Callable[[Reading], Iterator[Problem]], ...] = (numbers, listed, prefixes, addresses, shared)
"""All the checks of this module."""
