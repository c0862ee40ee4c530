# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to a screen: the node's words, what it lists, its own choices, and the ways that are everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from bot import emergency
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.flow import Button, ListingKind, Node, Target, first_open
from bot.dialogue.graph import TAPPED_ANYWHERE
from bot.directory.model import Directory
from bot.screens.cards import CARDS, is_worth_opening
from bot.screens.contacts import contact_list, leads_somewhere
from bot.screens.listed import Listed
from bot.screens.lists import languages, places, zones
from bot.screens.paging import page_of
from bot.screens.screen import Choice, Role, Scene, Screen
from bot.screens.voice import Voice

LISTINGS: Mapping[ListingKind, Callable[[Voice, Node], Listed]] = {
    "services": contact_list,
    "card": lambda voice, node: CARDS[node.show.of if node.show else "service"](voice, node),
    "places": places,
    "zones": zones,
    "languages": languages,
}
WORTH: Mapping[ListingKind, Callable[[Voice, Node], bool]] = {"services": leads_somewhere, "card": is_worth_opening}
"""Listings that may have nothing to show: a button leads there only where they have."""
_ROLE: Mapping[str, Role] = {"urgent": "urgent", "exit": "exit", "home": "home"}
SHORT = 6
"""Digits of the longest number that no phone turns into a link by itself."""


def compose(bundle: Bundle, address: Address, scene: Scene) -> Screen:
    """The screen of `address`, which has been settled, in this scene. Pure: the same arguments, the same screen."""
    voice = Voice(bundle, address, scene)
    node = bundle.flow.nodes[address.node]
    listed = LISTINGS[node.show.what](voice, node) if node.show else Listed()
    text = "\n\n".join(part for part in (_text(voice, node), listed.text, voice.position_stays()) if part)
    choices, more = _choices(voice, node, listed)
    numbers = tuple(dict.fromkeys(_short_numbers(bundle.directory).findall(text)))
    return Screen(
        address,
        voice.locale.file.direction,
        text,
        choices,
        Choice(voice.label("everywhere", "more"), address.turned(more), "more") if more is not None else None,
        tuple(_everywhere(voice, name) for name in TAPPED_ANYWHERE if bundle.flow.everywhere[name] != node.id),
        numbers,
        voice.copied() if numbers else "",
    )


@lru_cache(maxsize=4)
def _short_numbers(directory: Directory) -> re.Pattern[str]:
    """Finds those of the constant card, and the short ones of the directory: what a text prints may be shown."""
    phones = (contact for service in directory.services.values() for contact in service.contacts)
    values = {contact.value for contact in phones if contact.kind == "phone" and len(contact.value) <= SHORT}
    return re.compile(r"(?<!\d)(?:" + "|".join(sorted({*emergency.NUMBERS, *values})) + r")(?!\d)")


def _text(voice: Voice, node: Node) -> str:
    if node.id == voice.bundle.flow.everywhere["urgent"]:
        return emergency.card(voice.address.language)
    return voice.node_text(node.id)


def _choices(voice: Voice, node: Node, listed: Listed) -> tuple[tuple[Choice, ...], int | None]:
    """What can be chosen on this page, and the number of the next page. A long menu is leafed through by channels
    that cannot offer it whole; a listing leafs through its own items, and its buttons stay.
    """
    buttons = [choice for button in node.buttons if (choice := _button(voice, node, button))]
    if listed.choices or listed.following is not None:
        return (*listed.choices, *buttons), listed.following
    page = int(voice.address.get("page") or 0)
    per_page = voice.scene.choices_per_page
    if per_page is None:
        return tuple(buttons), None
    shown, following = page_of(buttons, page, per_page)
    return tuple(shown), following


def _button(voice: Voice, node: Node, button: Button) -> Choice | None:
    target = first_open(button.way, voice.address.filled())
    if target is None:
        return None
    there = voice.at(voice.going(target))
    if not _is_worth_opening(there, node):
        return None
    return Choice(voice.label(node.id, button.id), there.address)


def _is_worth_opening(there: Voice, source: Node) -> bool:
    """Whether a button of `source` that leads there leads to something. What answers a question ("I would rather not
    say") is offered whatever follows, and so is the way back from a card to the list where it was opened.
    """
    node = there.bundle.flow.nodes[there.address.node]
    if node.show is None or node.show.what not in WORTH or (node.show.what == "services" and not asks_first(source)):
        return True
    return WORTH[node.show.what](there, node)


def asks_first(node: Node) -> bool:
    """Whether the buttons of a node lead to lists of services only where those name somebody."""
    return node.kind != "ask" and (node.show is None or node.show.what != "card")


def _everywhere(voice: Voice, name: str) -> Choice:
    target = Target(voice.bundle.flow.everywhere[name])
    return Choice(voice.label("everywhere", name), voice.going(target), _ROLE[name])

