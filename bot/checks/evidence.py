# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what a claim stands on holds today: the directory's facts, or a printed source that is not too old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.content.bundle import Bundle
from bot.content.claims_file import EvidenceFile, Kind
from bot.content.directory_reading import partial_date
from bot.content.directory_schema import SourceFile
from bot.directory.freshness import source_lasts_until, visible
from bot.directory.model import Source

AT_ANY_HOUR = "24/7"


def complaint(bundle: Bundle, kind: Kind, evidence: EvidenceFile, today: date) -> str:
    """Why `evidence` does not carry a claim today, as the end of a sentence; "" if it does.

    As everywhere (docs/adr/0006), the lines of `network.emergency` outlive their sources: these are for operators.
    """
    if evidence.given() != 1:
        return "serve una sola prova: services, source oppure ours"
    if evidence.source is None:
        return next(_unsaid(bundle, kind, evidence.services, today), "")
    if evidence.line and evidence.line not in bundle.directory.network.emergency:
        return f"«{evidence.line}» non è fra i numeri che non spariscono mai"
    return _source(evidence.source, today, lasts=bool(evidence.line))


def _unsaid(bundle: Bundle, kind: Kind, services: list[str], today: date) -> Iterator[str]:
    if services and kind not in ("free", "always", "does"):
        yield "l'elenco non ha un posto dove dirlo: serve una fonte"
    for service in services:
        if service not in bundle.directory.services:
            yield f"il servizio «{service}» non c'è"
        elif not _says(bundle, kind, service, today):
            yield f"l'elenco, oggi, non lo dice di «{service}»"


def _says(bundle: Bundle, kind: Kind, service: str, today: date) -> bool:
    """Whether a contact or a desk that is shown today says so. What a service does stands on the service's own source:
    where nothing of it is shown, nobody is told.
    """
    shown = visible(bundle.directory.services[service], bundle.directory.network, today)
    if shown is None:
        return False
    if kind == "does":
        return not (shown.contacts or shown.sites) or source_lasts_until(shown.source) >= today
    if kind == "free":
        return any(contact.cost == "free" for contact in shown.contacts)
    hours = [contact.hours for contact in shown.contacts] + [site.hours for site in shown.sites]
    return AT_ANY_HOUR in hours


def _source(source: SourceFile, today: date, *, lasts: bool) -> str:
    printed = partial_date(source.date)
    if printed is None or not source.name:
        return "la fonte non ha un nome o una data (2025, 2025-03 o 2025-03-24)"
    if (printed.year, printed.month or 1, printed.day or 1) > (today.year, today.month, today.day):
        return "la fonte è nel futuro"
    until = source_lasts_until(Source(source.name, printed, source.url))
    return "" if lasts or until >= today else f"la fonte è scaduta il {until:%d-%m-%Y}"
