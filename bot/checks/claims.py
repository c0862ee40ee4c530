# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether what texts claim of services stands on something: the directory, or a source with a date.

L25 a claim that stands on nothing · L26 what it stands on does not hold (any more) · L27 an entry for a claim that no
text makes

A claim is found by the words of `locales/<language>/words.yaml`; every text that tells of a call (`call-…`) claims what
the service does, and others may be entered for that too. One that a text makes through a message that it
contains is that message's own. Messages that screens say only where the directory holds the fact need no entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot import emergency
from bot.checks.evidence import complaint
from bot.checks.guard import Guard
from bot.checks.texts import Sample, at_text, said, samples
from bot.checks.wording import EMERGENCY_FILE
from bot.checks.written import Place
from bot.content.bundle import Bundle, Locale
from bot.content.claims_file import BY_WORDS, CLAIMS, Kind, MessageClaims, load_claims
from bot.content.document import Document
from bot.errors import ContentError, Problem

BY_FACT = {("item-cost-free", "free"), ("status-always", "always"), ("status-desk-always", "always")}
"""Messages that are said only of a contact or a desk whose facts say so (`bot.screens.contact_lines`)."""

TELLS = "call-"
"""How the messages begin that tell what happens on a call."""
PROMISE_NOTHING = frozenset({"call-online", "call-other", "call-unknown"})
"""Those of them that are said where nothing is known of who answers."""

_NAMES: Mapping[Kind, str] = {
    "free": "che non costa nulla",
    "anonymous": "che si può non dire chi si è",
    "no_report": "che non serve una denuncia",
    "always": "che risponde a ogni ora",
    "does": "che cosa fa un servizio",
}
Made = Mapping[tuple[str, Kind], Place]
"""The claims that texts make: the message and the kind, and where it is written in the first language that makes it."""


def problems(bundle: Bundle, folder: Path, today: date) -> Iterator[Problem]:
    """Everything that is wrong with the claims of `bundle`, which comes from `folder`, as things are `today`."""
    try:
        document, written = load_claims(folder)
    except ContentError as error:
        yield from error.problems
        return
    made = {**_told(bundle, written), **claims_made(bundle)}
    for (key, kind), place in made.items():
        if key not in written or kind not in written[key].by_kind():
            hint = f"Aggiungi in {CLAIMS}, sotto «{key}», {kind} con la sua fonte; se non c'è, togli quelle parole."
            yield Problem(*place, "L25", f"«{key}» dice {_NAMES[kind]}: da dove si sa?", hint)
    yield from _entries(bundle, document, written, made, today)


def _entries(
    bundle: Bundle, document: Document, written: Mapping[str, MessageClaims], made: Made, today: date
) -> Iterator[Problem]:
    for key, claims in written.items():
        for kind, evidence in claims.by_kind().items():
            where = (document.name, *document.where_key(("claims", key, kind)))
            if (key, kind) not in made:
                yield Problem(*where, "L27", f"In nessuna lingua «{key}» dice {_NAMES[kind]}.", "Togli questa riga.")
            elif found := complaint(bundle, kind, evidence, today):
                hint = "Metti una fonte più recente; se non c'è, togli la promessa dal testo, in ogni lingua."
                yield Problem(*where, "L26", f"«{key}» dice {_NAMES[kind]}, ma {found}.", hint)


def _told(bundle: Bundle, written: Mapping[str, MessageClaims]) -> Made:
    """The texts that tell what a service does: of a call, all; of others, those for which somebody wrote a source."""
    return {
        (key, "does"): at_text(bundle, locale.code, key)
        for locale in reversed(list(bundle.locales.values()))
        for key in locale.catalogue.messages
        if (key.startswith(TELLS) and key not in PROMISE_NOTHING) or (key in written and written[key].does)
    }


def claims_made(bundle: Bundle) -> Made:
    """What the words of all languages, and of the cards of the urgent numbers, claim."""
    found: dict[tuple[str, Kind], list[Place]] = defaultdict(list)
    urgent = bundle.flow.everywhere["urgent"]
    for locale in bundle.locales.values():
        guards = {kind: Guard(getattr(locale.words.claims, kind)) for kind in BY_WORDS}
        for kind, guard in guards.items():
            if guard.found(emergency.card(locale.code)):
                found[urgent, kind].append((EMERGENCY_FILE, 0, 0))
            for key in locale.catalogue.messages:
                if (key, kind) not in BY_FACT and any(map(guard.found, _own_words(locale, key))):
                    found[key, kind].append(at_text(bundle, locale.code, key))
    return {claim: places[0] for claim, places in found.items()}


def _own_words(locale: Locale, key: str) -> Iterator[str]:
    """All that a message can say, without what the messages that it contains say.

    Where the line is open "always" it is free, too: `Voice.line` gives that state to no other.
    """
    message = locale.catalogue.messages[key]
    for sample in samples(message.variables):
        if sample.get("line_state") != "always":
            yield _without(locale, message.refers, said(locale.catalogue, key, sample) or "", sample)


def _without(locale: Locale, contained: frozenset[str], text: str, sample: Sample) -> str:
    inside = [said(locale.catalogue, other, sample) for other in contained if other in locale.catalogue.messages]
    for part in sorted(filter(None, inside), key=len, reverse=True):
        text = text.replace(part, " ", 1)
    return text
