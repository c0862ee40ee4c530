# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Listings that are only choices: places, zones, languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.flow import FILLED_BY, Node, Target, first_open
from bot.screens.listed import Listed
from bot.screens.paging import page_of
from bot.screens.screen import Choice
from bot.screens.voice import Voice

LABEL = 28
"""Characters of a label that every channel shows."""
FEWEST = 3
"""Letters of a comune that still tell it from another."""


def places(voice: Voice, node: Node) -> Listed:
    """The places of the address's choice, told apart by their comune or province where names are alike."""
    found = voice.bundle.choices.get(voice.address.get("choice") or "", ())
    return _leafed(voice, node, [(_told_apart(voice, place, found), place) for place in found])


def zones(voice: Voice, node: Node) -> Listed:
    """The zones of the network."""
    return _leafed(voice, node, [(name, zone) for zone, (name, _) in voice.bundle.directory.network.zones.items()])


def languages(voice: Voice, node: Node) -> Listed:
    """Every language by its own name, leading where the node says for what is known, in that language."""
    target = first_open(node.show.open, voice.address.filled()) if node.show else None
    opened = voice.going(target or Target(voice.bundle.flow.start))
    items = [Choice(locale.file.name, replace(opened, language=code)) for code, locale in voice.bundle.locales.items()]
    return _page(voice, node, items)


def _told_apart(voice: Voice, place: str, among: Sequence[str]) -> str:
    known = voice.bundle.gazetteer.places
    here = known[place]
    if sum(known[other].name == here.name for other in among) == 1:
        return _begun(here.name, LABEL)
    return _fitting(here.name, here.comune_name if here.kind == "hamlet" else here.province)


def _fitting(name: str, where: str) -> str:
    """Both names as a label; where the whole would be cut by the channel, only the beginning of the second, and of the
    first if that is not enough.
    """
    kept = _begun(where, max(LABEL - len(f"{name} ()"), FEWEST + 1))
    return f"{_begun(name, LABEL - len(f' ({kept})'))} ({kept})"


def _begun(name: str, room: int) -> str:
    """`name`, or what of its beginning has room, marked as such."""
    return name if len(name) <= room else f"{name[: room - 1].rstrip()}…"


def _leafed(voice: Voice, node: Node, items: Sequence[tuple[str, str]]) -> Listed:
    """Choices that fill a slot with an id each."""
    if node.show is None:
        return Listed()
    slot = FILLED_BY[node.show.what]
    choices = []
    for label, value in items:
        target = first_open(node.show.open, voice.address.filled() | {slot})
        if target:
            choices.append(Choice(label, voice.going(target, **{slot: value})))
    return _page(voice, node, choices)


def _page(voice: Voice, node: Node, choices: Sequence[Choice]) -> Listed:
    per_page = node.show.per_page if node.show else len(choices)
    shown, following = page_of(choices, int(voice.address.get("page") or 0), per_page)
    return Listed("", tuple(shown), following)
