# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The texts of a language as people may read them: each message with every value that changes what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import get_args

from bot.checks.written import Place
from bot.content.bundle import Bundle
from bot.content.catalogues import Catalogue, Marked, MissingMessageError, Variables
from bot.content.directory_checks import LANGUAGES
from bot.directory.hours import OpenState
from bot.directory.model import AUDIENCES
from bot.screens.voice import MONTHS, NONE, PHONES, WEEKDAYS

Sample = Mapping[str, str | int]

LINE = "Io non odio, centro di ascolto regionale"
"""A line's name as long as they are."""
_FREE: Sample = {
    "address": "via Roma",
    "date": "novembre 2026",
    "day": "1",
    "languages": "inglese, francese",
    "name": "Provincia di Pisa",
    "number": "1",
    "places": "Pisa, Calci",
    "time": "09:00",
    "when": "oggi alle 09:00",
    "year": "2026",
}
"""Variables that hold what the directory or the calendar says: one value stands for all."""
_TOGETHER: tuple[tuple[Sample, ...], ...] = (
    tuple({"channel": channel} for channel in ("telegram", "whatsapp", "terminal")),
    (
        *(
            {"line_state": state, "line": "1522", "line_name": LINE, "line_opens": "oggi alle 09:00"}
            for state in ("always", *get_args(OpenState))
        ),
        {"line_state": NONE, "line": NONE, "line_name": NONE, "line_opens": NONE},
    ),
    ({"controller": "Provincia di Pisa"}, {"controller": NONE}),
    *(({name: "112"}, {name: NONE}) for name in PHONES),
    ({"place": "Pisa"},),
    ({"km": "here"}, {"km": "12"}),
    tuple({"month": month} for month in MONTHS),
    tuple({"weekday": day} for day in ("today", *WEEKDAYS)),
    tuple({"who": who} for who in AUDIENCES),
    ({"code": "it"},),
    (_FREE,),
)
"""Values of the variables that screens give, those that change together in one group. No value looks like a telephone
number that is not one of those which texts may hold."""


def samples(wanted: frozenset[str]) -> Iterator[Sample]:
    """Every combination of values of these variables; what no screen gives is left out."""
    groups = [group for group in _TOGETHER if wanted & group[0].keys()]
    for chosen in product(*groups):
        yield {name: value for sample in chosen for name, value in sample.items()}


def values(bundle: Bundle) -> Mapping[str, frozenset[str]]:
    """Every value by which a text may choose, by variable; those that can hold any words at all are left out."""
    found: dict[str, set[str]] = {}
    for sample in (sample for group in _TOGETHER for sample in group if sample is not _FREE):
        for name, value in sample.items():
            found.setdefault(name, set()).add(str(value))
    found["code"] |= LANGUAGES
    found["place"] |= {NONE, *(place.name for place in bundle.gazetteer.places.values())}
    found["line_name"] |= {service.name for service in bundle.directory.services.values()}
    found["controller"] |= {bundle.directory.network.controller}
    return {name: frozenset(known) for name, known in found.items()}


def spoken(catalogue: Catalogue, key: str, **fixed: str) -> list[str]:
    """All that a message or a label can say, each text once, with the variables of `fixed` as they are given there.

    Nothing for what is missing or cannot be said.
    """
    found = catalogue.messages.get(key)
    texts = (said(catalogue, key, {**sample, **fixed}) for sample in samples(found.variables)) if found else ()
    return list(dict.fromkeys(text for text in texts if text is not None))


def prints_nothing(catalogue: Catalogue, key: str, **fixed: str) -> bool:
    """Whether a message can print the `NONE` that stands for a value that is missing, with `fixed` as in `spoken`."""
    found = catalogue.messages.get(key)
    for sample in samples(found.variables) if found else ():
        given = {name: Marked(value) if value == NONE else value for name, value in {**sample, **fixed}.items()}
        if Marked.MARK in (said(catalogue, key, given) or ""):
            return True
    return False


def said(catalogue: Catalogue, key: str, variables: Variables) -> str | None:
    """What a message or a label says with these variables; None where it cannot be said."""
    message, _, attribute = key.partition(".")
    try:
        return catalogue.format(message, attribute or None, variables)
    except MissingMessageError:
        return None


def messages_file(language: str) -> str:
    """The file of a language's messages, as problems name it."""
    return f"locales/{language}/messages.ftl"


def key_of(message: str, attribute: str | None = None) -> str:
    """The name of a message, or of one of its labels, in a catalogue."""
    return message if attribute is None else f"{message}.{attribute}"


def at_text(bundle: Bundle, language: str, key: str) -> Place:
    """Where a message or a label is written; where there is none, what belongs to the same message, if anything."""
    known = bundle.locales[language].catalogue.messages
    message = key.partition(".")[0]
    near = [key, *(other for other in known if other.partition(".")[0] == message)]
    place = next((known[name] for name in near if name in known), None)
    return (messages_file(language), place.line if place else 0, place.column if place else 0)
