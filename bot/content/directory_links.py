# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold between services: ids, relays, the audience firewall, the lines that never vanish, the network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import emergency
from bot.content.directory_checks import comune, point_of
from bot.content.directory_convert import area_of
from bot.content.directory_reading import Reading, Where, full_date, said
from bot.content.directory_schema import ServiceFile, SiteFile
from bot.directory.areas import contains
from bot.errors import Problem

MENS_CENTRE = "mens_centre"
PERPETRATORS = "perpetrators"
MOST_NAMED = 5
"""Comuni that one sentence names."""


def ids(reading: Reading) -> Iterator[Problem]:
    """The same id twice (D02)."""
    seen = set[str]()
    for path, service in reading.services():
        if service.id in seen:
            yield reading.problem("D02", (*path, "id"), f"L'id «{service.id}» c'è già.", "Ogni servizio ha il suo.")
        seen.add(service.id)


def relays(reading: Reading) -> Iterator[Problem]:
    """Relays that do not exist (D07), are not competent (D08) or turn in a circle (D09)."""
    known = reading.by_id()
    for path, service in reading.services():
        if not service.relay:
            continue
        relay = known.get(service.relay)
        where = (*path, "relay")
        if relay is None:
            yield reading.problem(
                "D07",
                where,
                f"Non c'è un servizio «{service.relay}».",
                said(get_close_matches(service.relay, known, n=2)) or "Scrivi l'id di un servizio dell'elenco.",
            )
        elif _turns(known, service):
            yield reading.problem(
                "D09", where, "Il giro dei relay torna al punto di partenza.", "Lascia vuoto l'ultimo."
            )
        else:
            yield from _incompetent(reading, where, service, relay)


def _turns(known: dict[str, ServiceFile], service: ServiceFile) -> bool:
    seen, relay = {service.id}, service.relay
    while relay and relay not in seen:
        seen.add(relay)
        relay = known[relay].relay if relay in known else ""
    return relay == service.id


def _incompetent(reading: Reading, where: Where, service: ServiceFile, relay: ServiceFile) -> Iterator[Problem]:
    missing = [topic for topic in service.topics or service.also if topic not in {*relay.topics, *relay.also}]
    if missing:
        message = f"«{relay.id}» non è competente per {', '.join(missing)}."
        yield reading.problem(
            "D08", where, message, "Scegli un servizio competente, o lascia vuoto: si dirà che manca."
        )
    if not {"anyone", *service.audiences} & set(relay.audiences):
        hint = "Chi ha bisogno di questo servizio là non troverebbe ascolto."
        yield reading.problem("D08", where, f"«{relay.id}» non accoglie le stesse persone.", hint)
    provinces = frozenset(reading.file.network.provinces)
    if not contains(area_of(reading, relay.area), area_of(reading, service.area), provinces):
        yield reading.problem("D08", where, f"«{relay.id}» è per un altro territorio.", "Scegli una linea più ampia.")


def firewall(reading: Reading) -> Iterator[Problem]:
    """Services for people who use violence share nothing with the others (D35)."""
    services = list(reading.services())
    misplaced = _on_the_wrong_side(service for _, service in services)
    others = [service for _, service in services if service.kind != MENS_CENTRE]
    values = {contact.value.casefold() for service in others for contact in service.contacts}
    doors = {door for service in others for site in service.sites if (door := _door(site))}
    kinds = {service.id: service.kind for service in others}
    for path, service in services:
        if service.kind != MENS_CENTRE:
            if PERPETRATORS in service.audiences:
                yield _broken(reading, (*path, "audiences"), "Solo un mens_centre accoglie chi usa violenza.")
            if (
                service.relay
                and kinds.get(service.relay, MENS_CENTRE) == MENS_CENTRE
                and service.relay in reading.by_id()
            ):
                yield _broken(reading, (*path, "relay"), "Il relay è un servizio per chi usa violenza.")
            yield from _topics(reading, path, service, misplaced, "di servizi per chi usa violenza")
            continue
        yield from _topics(reading, path, service, misplaced, "di servizi per chi subisce violenza")
        yield from _mens_centre(reading, path, service, values)
        for index, site in enumerate(service.sites):
            if _door(site) in doors:
                yield _broken(
                    reading, (*path, "sites", index), "La sede è anche di un servizio per chi subisce violenza."
                )
        if service.relay in kinds:
            yield _broken(reading, (*path, "relay"), "Il relay è un servizio per chi subisce violenza.")


def _on_the_wrong_side(services: Iterable[ServiceFile]) -> set[tuple[bool, str]]:
    """Topics that both sides have, with the side that is to blame: the one with fewer services of that topic, both
    where they are as many. True is the side of who uses violence.
    """
    counted = Counter((item.kind == MENS_CENTRE, topic) for item in services for topic in {*item.topics, *item.also})
    return {(side, topic) for (side, topic), many in counted.items() if many <= counted[(not side, topic)]}


def _topics(
    reading: Reading, path: Where, service: ServiceFile, misplaced: set[tuple[bool, str]], whose: str
) -> Iterator[Problem]:  # fmt: skip
    for key, given in (("topics", service.topics), ("also", service.also)):
        for index, topic in enumerate(given):
            if (service.kind == MENS_CENTRE, topic) in misplaced:
                yield _broken(reading, (*path, key, index), f"L'argomento «{topic}» è {whose}: qui non può stare.")


def _mens_centre(reading: Reading, path: Where, service: ServiceFile, values: set[str]) -> Iterator[Problem]:
    if service.audiences != [PERPETRATORS]:
        yield _broken(reading, (*path, "audiences"), "Un mens_centre accoglie solo chi usa violenza.")
    for index, contact in enumerate(service.contacts):
        if contact.value.casefold() in values:
            yield _broken(
                reading, (*path, "contacts", index), "Il contatto è anche di un servizio per chi subisce violenza."
            )


def _broken(reading: Reading, path: Where, message: str) -> Problem:
    hint = "Le due parti non devono potersi incontrare: separa argomenti, contatti e sedi."
    return reading.problem("D35", path, message, hint)


def _door(site: SiteFile) -> tuple[str, str] | None:
    """What makes two desks the same door: the point, or the town and the address. None if neither is written."""
    if site.point and (point := point_of(site.point)):
        return (f"{point[0]:.3f}", f"{point[1]:.3f}")
    address = re.sub(r"[^a-z0-9]", "", site.address.casefold())
    return (site.comune, address) if address else None


def lines(reading: Reading) -> Iterator[Problem]:
    """The emergency lines are all there, active, and answer always (D39)."""
    path: Where = ("network", "emergency")
    active = {
        contact.value
        for service in reading.file.services
        if service.status == "active"
        for contact in service.contacts
        if contact.kind == "phone" and contact.hours == "24/7"
    }
    for number in dict.fromkeys((*emergency.NUMBERS, *reading.file.network.emergency)):
        if number not in reading.file.network.emergency:
            yield reading.problem("D39", path, f"Manca il {number} fra i numeri che non spariscono mai.", "Aggiungilo.")
        elif number not in active:
            hint = "Serve un servizio attivo con quel numero, di tipo phone e con orario 24/7."
            yield reading.problem("D39", path, f"Nessun servizio attivo risponde sempre al {number}.", hint)


def network(reading: Reading) -> Iterator[Problem]:
    """Time zone, provinces and patron days of the network (D43, D20, D21)."""
    written = reading.file.network
    try:
        ZoneInfo(written.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield reading.problem("D43", ("network", "time_zone"), "Il fuso orario non esiste.", "In Italia: Europe/Rome.")
    known = {place.province for places in reading.comuni.values() for place in places}
    for index, province in enumerate(written.provinces):
        if province not in known:
            yield reading.problem(
                "D43", ("network", "provinces", index), f"«{province}» non è una provincia.", "Serve la sigla: PI."
            )
    if reading.home not in written.provinces:
        complaint = f"Fra le province della rete non c'è «{reading.home}», i cui luoghi vengono per primi."
        yield reading.problem(
            "D43", ("network", "provinces"), complaint, "Scrivi in data/home.csv una provincia della rete."
        )
    for name, day in written.patron_days.items():
        yield from comune(reading, ("network", "patron_days", name), name)
        if full_date(f"2024-{day}") is None:
            yield reading.problem(
                "D43", ("network", "patron_days", name), f"«{day}» non è un giorno dell'anno.", "Mese e giorno: 06-17."
            )


def zones(reading: Reading) -> Iterator[Problem]:
    """Comuni of zones (D20, D21), and that who looks through the zones finds every comune of the network once (D46)."""
    found = set[str]()
    for zone, content in reading.file.network.zones.items():
        inside = set[str]()
        for index, name in enumerate(content.comuni):
            path: Where = ("network", "zones", zone, "comuni", index)
            yield from comune(reading, path, name)
            place = reading.comune(name)
            if place and place.id in inside:
                yield reading.problem("D46", path, f"«{name}» è due volte nella stessa zona.", "Togli una delle due.")
            inside |= {place.id} if place else set()
        found |= inside
    yield from _in_no_zone(reading, found)


def _in_no_zone(reading: Reading, found: set[str]) -> Iterator[Problem]:
    written = reading.file.network
    own = (place for places in reading.comuni.values() for place in places if place.province in written.provinces)
    missing = sorted(place.name for place in own if place.id not in found)
    if missing and written.zones:
        said = f"Non è in nessuna zona: {', '.join(missing[:MOST_NAMED])}{', …' if len(missing) > MOST_NAMED else ''}."
        hint = "Chi sceglie dall'elenco delle zone non lo troverebbe: aggiungilo alla sua."
        yield reading.problem("D46", ("network", "zones"), said, hint)


CHECKS: tuple[Callable[[Reading], Iterator[Problem]], ...] = (ids, relays, firewall, lines, network, zones)
"""All the checks of this module."""
