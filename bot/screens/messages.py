# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which messages screens say, and the variables that they hand to each: what a language must have, and may use.

The text of a node is a message with the node's own id, the labels of its buttons are attributes of it. Everything
else that this package says is listed here; tests hold the package to the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from bot.directory.model import KINDS, ContactKind
from bot.screens.cards import TRACES
from bot.screens.voice import LINE, PHONES

NODE_TEXT: frozenset[str] = frozenset({"channel", "controller", "place", *LINE, *PHONES})
"""Variables that every node's text may use (`Voice.node_text` gives those that it does use). Labels have none."""

ALWAYS: tuple[str, ...] = ("urgent", "exit", "home", "more")
"""Attributes of the message `everywhere`: labels that belong to no node."""

_PLAIN_CONTACTS = ("phone", "email", "web")
_DATE = frozenset({"day", "month", "year"})
_LINE = frozenset(LINE)
_NOTHING: frozenset[str] = frozenset()

SAID: Mapping[str, frozenset[str]] = {
    "always-line": _LINE,
    "audience": frozenset({"who"}),
    "call-online": _NOTHING,
    "call-other": _NOTHING,
    "call-unknown": _NOTHING,
    "contact-switchboard": _NOTHING,
    "copied": _NOTHING,
    "date-day": _DATE,
    "date-month": _DATE,
    "date-year": frozenset({"year"}),
    "item-address": frozenset({"address"}),
    "item-appointment": _NOTHING,
    "item-cost-free": frozenset({"number"}),
    "item-danger-only": frozenset({"number"}),
    "item-go-in-person": _NOTHING,
    "item-languages": frozenset({"languages"}),
    "item-no-contact": frozenset({"name", "number"}),
    "item-no-relay": _NOTHING,
    "item-online": _NOTHING,
    "item-only-for": frozenset({"who"}),
    "item-open": frozenset({"number"}),
    "item-other-desks": frozenset({"places"}),
    **dict.fromkeys(TRACES.values(), _NOTHING),
    "item-welcomes": frozenset({"who"}),
    "item-where": frozenset({"km", "place"}),
    "language-name": frozenset({"code"}),
    "line-open": frozenset({"number"}),
    "list-empty": frozenset({"line"}),
    "list-end": _NOTHING,
    "no-answer-none": _NOTHING,
    "no-answer-others": _NOTHING,
    "position-stays": frozenset({"channel"}),
    "service-language": _NOTHING,
    "source": frozenset({"date", "name"}),
    "source-stale": frozenset({"date", "name"}),
    "status-always": _NOTHING,
    "status-closed": frozenset({"when"}),
    "status-desk-always": _NOTHING,
    "status-desk-open": _NOTHING,
    "status-machine": _NOTHING,
    "status-open": _NOTHING,
    "status-shut": _NOTHING,
    "status-unknown": _NOTHING,
    "verified": frozenset({"date"}),
    "when": frozenset({"time", "weekday"}),
    "when-later": frozenset({"day", "month", "time", "weekday"}),
    **{f"contact-{kind}": _NOTHING for kind in get_args(ContactKind) if kind not in _PLAIN_CONTACTS},
}
"""Messages that every language must have, and the variables that each may use."""

INSTEAD: Mapping[str, str] = {f"call-{kind}": "call-other" for kind in KINDS}
"""Messages that a language may have, and the one that is said where it has none."""
