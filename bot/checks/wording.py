# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether words are fit to be said: short, plain, and true about numbers. Codes are listed in `words`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot import emergency
from bot.channels.base import units
from bot.channels.telegram.render import LIMITS
from bot.checks.links import links, plain
from bot.checks.readability import EASY, FEWEST_WORDS, gulpease
from bot.checks.texts import at_text, messages_file, prints_nothing, spoken
from bot.checks.written import at_node
from bot.content.bundle import BASE_LANGUAGE, Bundle, Locale
from bot.dialogue.address import Address
from bot.errors import Problem
from bot.screens.voice import NONE

LONGEST_TEXT = 500
"""UTF-16 units of what one person wrote; lists and contacts come on top of it."""
LONGEST_LABEL = LIMITS.label or 0
EMERGENCY_FILE = "bot/emergency.py"

_NUMBER = re.compile(r"(?<!\w)\+?\d(?:[ ./\u2011\u2013-]?\d)+(?!\w)")
_DATE = re.compile(r"(?<!\d)\d{1,2}(?:[./-]\d{1,2})?[./-](?:19|20)\d\d(?!\d)")
_COUNTRY = re.compile(r"^(?:\+|00)39")
_SHORTEST_NUMBER = 3
_BEGINNINGS = "0138"
"""With what a number that can be dialled in Italy begins: years and other quantities mostly do not."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message, label or card with all that it can say, and its place."""

    file: str
    line: int
    column: int
    key: str
    texts: tuple[str, ...]
    is_label: bool

    def problem(self, code: str, said: str, hint: str) -> Problem:
        """A problem at its place."""
        return Problem(self.file, self.line, self.column, code, said, hint)


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Everything that is wrong with what the languages and the emergency cards say."""
    known = frozenset(emergency.NUMBERS)
    for locale in bundle.locales.values():
        for said in (*_catalogue(locale), *_card(locale.code)):
            yield from _length(said)
            yield from _numbers(said, known)
            yield from _links(said)
            if locale.code == BASE_LANGUAGE:
                yield from _difficulty(said)
        yield from _placeholders(bundle, locale)
        yield from _names_of_languages(bundle, locale)
    yield from _cards(bundle)


def _catalogue(locale: Locale) -> Iterator[Said]:
    for key, message in locale.catalogue.messages.items():
        texts = tuple(spoken(locale.catalogue, key))
        yield Said(messages_file(locale.code), message.line, message.column, key, texts, "." in key)


def _card(language: str) -> Iterator[Said]:
    if language in emergency.CARDS:
        yield Said(EMERGENCY_FILE, 0, 0, "numeri urgenti", (emergency.CARDS[language],), is_label=False)


def _length(said: Said) -> Iterator[Problem]:
    longest = max(map(units, said.texts), default=0)
    if said.is_label and longest > LONGEST_LABEL:
        message = f"L'etichetta «{said.key}» è di {longest} caratteri: al massimo {LONGEST_LABEL}."
        yield said.problem("L08", message, "Usa meno parole: su un telefono sarebbe tagliata.")
    elif longest > LONGEST_TEXT:
        message = f"«{said.key}» arriva a {longest} caratteri: al massimo {LONGEST_TEXT}."
        yield said.problem("L06", message, "Togli ciò che non serve subito, o dividi in due schermate.")


def _difficulty(said: Said) -> Iterator[Problem]:
    measured = [index for text in said.texts if (index := gulpease(text)) is not None]
    if measured and min(measured) < EASY:
        message = f"«{said.key}» è difficile da leggere: indice Gulpease {min(measured):.0f}, serve almeno {EASY}."
        hint = f"Frasi più brevi, parole più corte e comuni. Sotto {FEWEST_WORDS} parole non si misura."
        yield said.problem("L07", message, hint)


def _numbers(said: Said, known: frozenset[str]) -> Iterator[Problem]:
    for number in sorted({found for text in said.texts for found in phone_like(text)} - known):
        message = f"«{said.key}» contiene il numero {number}: resterebbe scritto anche quando l'elenco lo nasconde."
        hint = (
            "I numeri stanno nell'elenco: qui si scrive la variabile, o solo 112, 1522 e 114, che non spariscono mai."
        )
        yield said.problem("L09", message, hint)


def phone_like(text: str) -> list[str]:
    """Every number in `text` that somebody could dial, without spaces and country code. Dates are not."""
    for link in links(text):
        text = text.replace(link, " ")
    text = _DATE.sub(" ", text)
    found = (_COUNTRY.sub("", re.sub(r"[^\d+]", "", match.group())) for match in _NUMBER.finditer(text))
    return [number for number in found if len(number) >= _SHORTEST_NUMBER and number[0] in _BEGINNINGS]


def _links(said: Said) -> Iterator[Problem]:
    found = [links(text) for text in said.texts]
    if any(len(set(inside)) > 1 for inside in found):
        yield said.problem("L24", f"«{said.key}» contiene più di un collegamento.", "Tienine uno solo.")
    for link in sorted({link for inside in found for link in inside if not plain(link)}):
        hint = "Scrivi www.sito.it o https://www.sito.it, senza abbreviazioni e senza «?»."
        yield said.problem("L24", f"«{said.key}» contiene «{link}», che non è un indirizzo semplice.", hint)


def _placeholders(bundle: Bundle, locale: Locale) -> Iterator[Problem]:
    """Texts that name a place on screens that may not know it would say the placeholder instead."""
    for node in bundle.flow.nodes.values():
        unknown = {"place": NONE} if "place" not in node.needs else {}
        if prints_nothing(locale.catalogue, node.id, **unknown):
            said = f"Il testo di «{node.id}» può dire «{NONE}» al posto di un dato che manca."
            hint = f"Usa una scelta: {{ $nome -> [{NONE}] ... *[other] ... }}."
            yield Problem(*at_text(bundle, locale.code, node.id), "L22", said, hint)


def _names_of_languages(bundle: Bundle, locale: Locale) -> Iterator[Problem]:
    services = bundle.directory.services.values()
    spoken_by = {code for service in services for code in service.languages}
    spoken_by |= {code for service in services for contact in service.contacts for code in contact.languages}
    for code in sorted(spoken_by) if locale.catalogue.has("language-name") else ():
        if locale.catalogue.format("language-name", None, {"code": code}) == code:
            said = f"Manca il nome della lingua «{code}», che un servizio parla."
            hint = f"Aggiungi [{code}] a language-name."
            yield Problem(*at_text(bundle, locale.code, "language-name"), "L23", said, hint)


def _cards(bundle: Bundle) -> Iterator[Problem]:
    """The urgent numbers are a constant: every language needs a card, what all cards say must be true, and the button
    under them must leave.
    """
    yield from _way_out(bundle)
    for language in bundle.locales.keys() - emergency.CARDS.keys():
        said = f"Manca la scheda dei numeri urgenti in «{language}»."
        yield Problem(EMERGENCY_FILE, 0, 0, "L19", said, "Va aggiunta al programma: chiedi a chi lo cura.")
    for language, card in emergency.CARDS.items():
        if set(phone_like(card)) != set(emergency.NUMBERS):
            said = f"La scheda dei numeri urgenti in «{language}» non ha gli stessi numeri delle altre."
            yield Problem(EMERGENCY_FILE, 0, 0, "L19", said, "Va corretta nel programma: chiedi a chi lo cura.")
    free = {
        contact.value
        for service in bundle.directory.services.values()
        for contact in service.contacts
        if service.status == "active" and contact.kind == "phone" and (contact.cost, contact.hours) == ("free", "24/7")
    }
    for number in emergency.NUMBERS:
        if number not in free:
            said = f"La scheda dei numeri urgenti dice che il {number} è gratis, a ogni ora: l'elenco dei servizi no."
            hint = "Se la fonte lo dice, scrivi cost: free e hours: 24/7; altrimenti va corretta la scheda."
            yield Problem(bundle.sources.directory.name, 0, 0, "L19", said, hint)


def _way_out(bundle: Bundle) -> Iterator[Problem]:
    exit_node = bundle.flow.everywhere["exit"]
    if not emergency.leads_out(bundle.codec.encode(Address(BASE_LANGUAGE, exit_node))):
        said = f"Il pulsante che chiude, quando i file sono sbagliati, non porterebbe a «{exit_node}»."
        hint = "La schermata che chiude si chiama exit, perché il suo codice sta anche nel programma (EXIT_NODE)."
        yield Problem(*at_node(bundle, exit_node), "L19", said, hint)
