# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which screens give somebody a contact, in every language."""

from __future__ import annotations

import re

from bot import emergency
from bot.checks.texts import spoken
from bot.content.bundle import Bundle, Locale
from bot.dialogue.flow import Node
from bot.screens.voice import PHONES

_HELPLINES = re.compile(rf"(?<!\d)(?:{'|'.join(number for number in emergency.NUMBERS if number != '112')})(?!\d)")


def names_competent_line(bundle: Bundle, node: Node) -> bool:
    """Whether a screen shows a number that is competent for the topic: it lists services, or its text says the line.

    A text must say it in every language.
    """
    if "topic" not in node.needs:
        return False
    lists = node.show is not None and node.show.what == "services"
    return lists or all("line" in _variables(locale, node.id) for locale in bundle.locales.values())


def bears_contact(bundle: Bundle, node: Node) -> bool:
    """Whether a screen gives any contact beside 112. The urgent numbers are not asked: they are on every screen."""
    if node.id == bundle.flow.everywhere["urgent"]:
        return False
    lists = node.show is not None and node.show.what in ("services", "card")
    return lists or all(_says_number(locale, node.id) for locale in bundle.locales.values())


def _says_number(locale: Locale, node: str) -> bool:
    if _variables(locale, node) & {"line", *PHONES}:
        return True
    return any(_HELPLINES.search(text) for text in spoken(locale.catalogue, node))


def _variables(locale: Locale, node: str) -> frozenset[str]:
    found = locale.catalogue.messages.get(node)
    return found.variables if found else frozenset()
