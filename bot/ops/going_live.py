# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the content still lacks before people in need may meet it: who answers for it, signatures, verified contacts."""

from __future__ import annotations

from collections.abc import Iterator

from bot import emergency
from bot.content.bundle import Bundle, Locale
from bot.content.signing import CARD, digests
from bot.ops.findings import Finding

SIGNED_INTENTS = ("privacy", "self_harm", "minors")
"""Beside the urgent card and leaving: whoever says one of these must read words that a person has signed."""


def findings(bundle: Bundle) -> Iterator[Finding]:
    """Everything that is missing or does not fit, the gravest first."""
    yield from _card(bundle)
    yield from _who_answers(bundle)
    yield from _signatures(bundle)
    yield from _verified(bundle)


def signed(bundle: Bundle) -> list[str]:
    """The languages in which a person has signed every message of the screens that must be signed, as they are now."""
    return [code for code, locale in bundle.locales.items() if _is_signed(locale, must_be_signed(bundle))]


def must_be_signed(bundle: Bundle) -> frozenset[str]:
    """The screens on which a wrong word does the worst: urgent numbers, leaving, privacy, self-harm, minors."""
    intents = bundle.flow.hears.intents
    heard = (target.go for intent in SIGNED_INTENTS for target in intents.get(intent, ()))
    return frozenset({bundle.flow.everywhere["urgent"], bundle.flow.everywhere["exit"], *heard})


def _is_signed(locale: Locale, nodes: frozenset[str]) -> bool:
    """A signature counts only for the words that were read: the digest says whether they are still the same."""
    agreed = {pair for signature in locale.file.signed for pair in signature.messages.items()}
    return all(pair in agreed for pair in digests(locale).items() if pair[0].partition(".")[0] in nodes | {CARD})


def _card(bundle: Bundle) -> Iterator[Finding]:
    services = bundle.directory.services.values()
    contacts = (contact for service in services if service.status == "active" for contact in service.contacts)
    free = {contact.value for contact in contacts if contact.kind == "phone" and contact.cost == "free"}
    on_card = set(emergency.NUMBERS)
    if on_card != set(bundle.directory.network.emergency) or not on_card <= free:
        said = "La scheda dei numeri urgenti e l'elenco dei servizi non dicono le stesse cose."
        yield Finding("unsafe", said, "Confronta network.emergency e bot/emergency.py: stessi numeri, tutti gratis.")


def _who_answers(bundle: Bundle) -> Iterator[Finding]:
    network = bundle.directory.network
    where = "Scrivilo in services_directory.yaml, sotto network."
    if not network.controller:
        yield Finding("missing", "Il titolare del trattamento non è indicato.", f"{where} Chiave: controller.")
    if not network.privacy_contact:
        yield Finding("missing", "Il contatto per la privacy non è indicato.", f"{where} Chiave: privacy_contact.")


def _signatures(bundle: Bundle) -> Iterator[Finding]:
    if not signed(bundle):
        screens = ", ".join(sorted(must_be_signed(bundle)))
        said = f"In nessuna lingua una persona ha firmato tutte le schermate più delicate: {screens}."
        yield Finding("missing", said, "Chi le ha lette lo scrive in locales/<lingua>/locale.yaml, sotto signed.")


def _verified(bundle: Bundle) -> Iterator[Finding]:
    directory = bundle.directory
    if directory.network.show == "sourced":
        said = "Si mostrano anche contatti che nessuno ha controllato (show: sourced): va bene solo per le prove."
        yield Finding("missing", said, "Quando i contatti sono verificati scrivi show: verified, sotto network.")
    contacts = [contact for service in directory.services.values() for contact in service.contacts]
    if not any(contact.verified for contact in contacts):
        said = f"Nessuno dei {len(contacts)} contatti è verificato."
        yield Finding("missing", said, "«bussola stale» dice che cosa chiedere, e a chi.")
