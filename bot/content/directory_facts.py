# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold of the facts of each service: timetables, sources and their dates, and nothing that is secret."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from bot.content.directory_reading import Reading, Where, date_hint, full_date, partial_date
from bot.content.directory_schema import ContactFile, ServiceFile, SiteFile, SourceFile, VerifiedFile
from bot.content.refuges import dwelling_word, secret_word
from bot.directory import hours
from bot.errors import Problem

UNDONE = "Di ogni giorno scrivi tutte le ore insieme: «Mo,We 09:00-13:00,15:00-18:00; Tu 09:00-13:00; PH off»."

HOURS_SAID: dict[hours.HoursFault, tuple[str, str, str]] = {
    "italian_days": ("D26", "I giorni sono scritti in italiano.", "Usa Mo Tu We Th Fr Sa Su, e PH per i festivi."),
    "italian_dots": ("D26", "Le ore sono scritte con il punto.", "Usa i due punti: 09:00-13:00."),
    "dashes": ("D26", "Il trattino è quello lungo, o ha spazi intorno.", "Scrivi Mo-Fr 09:00-13:00 con la tastiera."),
    "no_minutes": ("D26", "Mancano i minuti, o uno zero davanti.", "Scrivi 09:00-13:00, non 9-13."),
    "comment": ("D27", "Qui non vanno parole né alternative.", 'Per «su appuntamento» usa by_appointment: "yes".'),
    "school": ("D27", "SH (vacanze scolastiche) non viene calcolato.", "Scrivi i giorni di chiusura in `closures`."),
    "sun": ("D27", "L'alba e il tramonto non vanno bene.", "Scrivi le ore."),
    "open_end": ("D27", "Manca l'ora di chiusura.", "Scrivi 09:00-13:00; se non si sa, hours: unknown."),
    "no_times": ("D28", "C'è un giorno senza ore: varrebbe giorno e notte.", "Scrivi le ore, oppure unknown."),
    "overnight": ("D28", "L'ora di fine viene prima di quella d'inizio.", "Se passa la mezzanotte scrivi 20:00-32:00."),
    "small_hours": ("D28", "Apre di giorno e chiude dopo mezzanotte: 25:00 è l'una.", "Controlla l'ora di chiusura."),
    "holidays": ("D29", "Non dice che cosa succede nei giorni di festa.", "Aggiungi «; PH off», o «; PH unknown»."),
    "holidays_first": ("D29", "Ciò che segue annulla i giorni di festa.", "In fondo: «; PH off», o «; PH unknown»."),
    "undone": ("D28", "Negli stessi giorni le ore dopo il «;» cancellano quelle prima.", UNDONE),
    "grammar": ("D25", "L'orario non si capisce.", "Un esempio: «Mo-Fr 09:00-13:00,15:00-18:00; PH off»."),
}  # fmt: skip


_NUMBER = re.compile(r"(?:\d[ ./-]?){7,}")
"""Seven digits or more: a house number and a postal code are fewer."""
_NO_TEXT = frozenset(["", "-", "--", "?", "...", "…", "~", "null", "none", "n/a", "n.d.", "nd", "xxx", "da scrivere"])


def timetables(reading: Reading) -> Iterator[Problem]:
    """Opening hours (D25 to D29) and closures (D37)."""
    for path, service in reading.services():
        for where, item in parts(path, service):
            fault = None if item.hours in ("", "unknown") else hours.fault(item.hours)
            if fault:
                code, message, hint = HOURS_SAID[fault]
                yield reading.problem(code, (*where, "hours"), message, hint)
        for index, closure in enumerate(service.closures):
            first, last = full_date(closure.first), full_date(closure.last)
            for key, text, day in (("first", closure.first, first), ("last", closure.last, last)):
                if day is None:
                    yield reading.problem(
                        "D30", (*path, "closures", index, key), f"«{text}» non è un giorno.", date_hint(text)
                    )
            if first and last and last < first:
                yield reading.problem(
                    "D37",
                    (*path, "closures", index),
                    "La chiusura finisce prima di cominciare.",
                    "Scambia first e last.",
                )


def parts(path: Where, service: ServiceFile) -> Iterator[tuple[Where, ContactFile | SiteFile]]:
    """The contacts and the sites of a service, with their places."""
    for index, contact in enumerate(service.contacts):
        yield (*path, "contacts", index), contact
    for number, site in enumerate(service.sites):
        yield (*path, "sites", number), site


def sources(reading: Reading) -> Iterator[Problem]:
    """Sources, their dates, and operators' checks (D30 to D33, D38)."""
    for path, service in reading.services():
        yield from _source(reading, (*path, "source"), service.source)
        yield from _verified(reading, (*path, "verified"), service.verified)
        for where, item in parts(path, service):
            yield from _source(reading, (*where, "source"), item.source)
            yield from _verified(reading, (*where, "verified"), item.verified)
            if item.hours_source:
                yield from _source(reading, (*where, "hours_source"), item.hours_source)
            if isinstance(item, SiteFile) and item.address_source:
                yield from _source(reading, (*where, "address_source"), item.address_source)


def _source(reading: Reading, path: Where, source: SourceFile | None) -> Iterator[Problem]:
    if source is None or not source.name or not source.date:
        hint = "Senza una fonte con nome e data il dato non si può mostrare: lascialo nei commenti."
        yield reading.problem("D32", path, "Manca la fonte, il suo nome o la sua data.", hint)
        return
    found = partial_date(source.date)
    if found is None:
        yield reading.problem("D30", (*path, "date"), f"«{source.date}» non è una data.", date_hint(source.date))
    elif (found.year, found.month or 1, found.day or 1) > (reading.today.year, reading.today.month, reading.today.day):
        yield reading.problem("D31", (*path, "date"), "La data è nel futuro.", "Controlla l'anno.")
    if source.url and not source.url.startswith(("https://", "http://")):
        yield reading.problem(
            "D33", (*path, "url"), "Non è l'indirizzo di una pagina.", "Comincia con https://, oppure lascia vuoto."
        )


def _verified(reading: Reading, path: Where, verified: VerifiedFile | None) -> Iterator[Problem]:
    if verified is None:
        return
    day = full_date(verified.on)
    if day is None:
        yield reading.problem("D30", (*path, "on"), f"«{verified.on}» non è un giorno.", date_hint(verified.on))
    elif day > reading.today:
        yield reading.problem(
            "D31", (*path, "on"), "Il controllo è nel futuro.", "Scrivi il giorno in cui è stato fatto."
        )
    if not verified.office.strip():
        yield reading.problem("D38", path, "Manca l'ufficio che ha controllato.", "Scrivi l'ufficio, non una persona.")


def secrets(reading: Reading) -> Iterator[Problem]:
    """Words of protected places (D36), and characters that hide what is written (D44)."""
    for path, service in reading.services():
        for where, text in _texts(path, service.model_dump()):
            if secret_word(text):
                hint = "Nessun luogo protetto può stare qui, nemmeno accennato. Togli la voce e avvisa la rete."
                yield reading.problem("D36", where, "Il testo parla di un luogo che deve restare segreto.", hint)
            if any(map(_foreign, set(text))):
                hint = "Cancella e riscrivi a mano quel testo: di solito viene da un copia e incolla."
                yield reading.problem("D44", where, "C'è una lettera di un altro alfabeto o un segno invisibile.", hint)


def dwellings(reading: Reading) -> Iterator[Problem]:
    """Desks described as places where people live, and remarks that speak of one (D36): nobody is shown a remark, but
    the file is public.
    """
    hint = "Nessun luogo protetto può stare qui, nemmeno accennato o nei commenti. Togli la riga e avvisa la rete."
    for path, service in reading.services():
        for index, site in enumerate(service.sites):
            for key in ("name", "address"):
                if dwelling_word(getattr(site, key)):
                    said = "Sembra un posto dove qualcuno abita: qui ci sono solo sportelli aperti al pubblico."
                    yield reading.problem("D36", (*path, "sites", index, key), said, hint)
    for (line, column), text in reading.document.comments:
        if secret_word(text) or dwelling_word(text):
            said = "Il commento parla di un luogo che deve restare segreto."
            yield Problem(reading.document.name, line, column, "D36", said, hint)


def loose_numbers(reading: Reading) -> Iterator[Problem]:
    """Telephone numbers in texts, where nothing checks them (D45)."""
    for path, service in reading.services():
        texts = [((*path, "name"), service.name)]
        for where, item in parts(path, service):
            fields = ("label",) if isinstance(item, ContactFile) else ("name", "address")
            texts += [((*where, key), getattr(item, key)) for key in fields]
        for where, text in texts:
            if _NUMBER.search(text):
                hint = "Scrivilo fra i contatti: lì si controlla, e qui invecchierebbe senza che nessuno se ne accorga."
                yield reading.problem("D45", where, "Nel testo c'è un numero di telefono.", hint)


def _texts(path: Where, value: object) -> Iterator[tuple[Where, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts((*path, key), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts((*path, index), inner)


def _foreign(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cf", "Cc") or (
        category[0] == "L" and not unicodedata.name(character, "").startswith(("LATIN", "MASCULINE", "FEMININE"))
    )


def blanks(reading: Reading) -> Iterator[Problem]:
    """Texts that hold only what stands for a text (D01): a person would read "null", or nothing."""
    for path, service in reading.services():
        texts = [((*path, key), getattr(service, key)) for key in ("name", "organisation")]
        for where, item in parts(path, service):
            keys = ("label",) if isinstance(item, ContactFile) else ("name", "address")
            texts += [((*where, key), getattr(item, key)) for key in keys]
        for where, text in texts:
            if text and text.strip().casefold() in _NO_TEXT:
                hint = "Scrivi il testo com'è nella fonte; se non si sa, togli la riga."
                yield reading.problem("D01", where, f"«{text}» non è un testo: chi legge vedrebbe questo.", hint)


CHECKS: tuple[Callable[[Reading], Iterator[Problem]], ...] = (
    timetables,
    sources,
    secrets,
    dwellings,
    loose_numbers,
    blanks,
)
"""All the checks of this module."""
