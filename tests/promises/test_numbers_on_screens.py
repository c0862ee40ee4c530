# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 9 on screens: every number that anybody reads is in the researched facts, may be shown, and is shown by the
directory on that very day. Whatever looks like a telephone number is read from what the channels send, not from the
code that wrote it; the day may be years away, when most sources have expired.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from bot import emergency
from bot.checks.walk import screens
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.directory.freshness import visible
from bot.directory.model import DIALLED
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen
from bot.screens.voice import Voice
from bot.testing import CHANNELS

ROME = ZoneInfo("Europe/Rome")
MOMENTS = [
    ("2026-11-23T10:00", "telegram", "sourced"),
    ("2026-12-26T03:00", "whatsapp", "sourced"),
    ("2027-01-15T10:00", "whatsapp", "sourced"),
    ("2027-06-01T10:00", "telegram", "sourced"),
    ("2029-01-01T03:00", "whatsapp", "sourced"),
    ("2026-11-23T10:00", "telegram", "verified"),
]
"""Sources expire between these days; in live mode nothing is verified yet, so that only what never vanishes stands."""

FACTS = Path(__file__).parents[1] / "facts" / "facts_phones.csv"
RUN = re.compile(r"(?<![\w,.-])\+?\d(?:[ ./-]?\d)*(?!\w)")
NOT_NUMBERS = re.compile(
    r"https?://\S+|www\.\S+|\d{1,2}:\d\d|^\d+\. |(?<![\d.])\d{1,2} (?=[a-zA-Z])|\b20\d\d(?:-20\d\d)?\b",
    flags=re.MULTILINE,
)
"""Addresses on the net, times, the numbers of a list's entries, days and kilometres, years."""
SHORTEST = 3
CHILDREN = {"minor", "self-harm", "self-harm-minor", "for-child"}
"""Screens that name the line for children, whose source lasts until April 2027."""


def numbers_in(text: str) -> set[str]:
    """All that somebody could dial, without spaces and the country code; too much rather than too little."""
    runs = (re.sub(r"\D", "", run.group().removeprefix("+39")) for run in RUN.finditer(NOT_NUMBERS.sub(" ", text)))
    return {run for run in runs if len(run) >= SHORTEST}


def facts() -> set[str]:
    """What the facts let anybody show."""
    with FACTS.open(encoding="utf-8", newline="") as stream:
        return {row["dial"] for row in csv.DictReader(stream) if row["kind"] == "showable"}


def shown_that_day(bundle: Bundle, moment: datetime) -> set[str]:
    """What the directory shows then."""
    directory = bundle.directory
    services = (visible(service, directory.network, moment.date()) for service in directory.services.values())
    contacts = (contact for service in services if service for contact in service.contacts)
    return {contact.value for contact in contacts if contact.kind in DIALLED}


def last_resort() -> Iterator[str]:
    """What is said when everything of ours has failed."""
    yield from (emergency.BOTH, *emergency.CARDS.values(), *emergency.CLOSING.values(), *emergency.CLOSE.values())


def sent(bundle: Bundle, channel: str, walk: Iterable[Screen]) -> Iterator[str]:
    """Everything that a channel can send on a walk, in every language."""
    for screen in walk:
        outgoing = CHANNELS[channel].render(screen, bundle.codec.encode)
        yield "\n".join([screen.text, outgoing.text, *outgoing.copy, *(key.label for key in outgoing.keys)])


def strangers(bundle: Bundle, moment: datetime, texts: Iterable[str]) -> set[str]:
    """Numbers that somebody would read and that the facts, or the directory on that day, do not let anybody show."""
    read = {number for text in texts for number in numbers_in(text)}
    assert read >= set(emergency.NUMBERS)
    return read - (facts() & shown_that_day(bundle, moment))


def showing(bundle: Bundle, show: Literal["sourced", "verified"]) -> Bundle:
    network = replace(bundle.directory.network, show=show)
    return replace(bundle, directory=replace(bundle.directory, network=network))


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ROME)


@pytest.mark.parametrize(("moment", "channel", "show"), MOMENTS)
def test_every_number_on_every_screen_is_in_the_facts_and_shown_by_the_directory_that_day(
    bundle: Bundle,
    walks: Callable[[str, datetime], list[Screen]],
    moment: str,
    channel: str,
    show: Literal["sourced", "verified"],
) -> None:
    shown, as_shipped = showing(bundle, show), show == bundle.directory.network.show
    walk = walks(channel, at(moment)) if as_shipped else screens(shown, CHANNELS[channel], at(moment))
    assert strangers(shown, at(moment), [*sent(shown, channel, walk), *last_resort()]) == set()


def test_words_that_say_when_a_line_answers_go_with_the_line(walks: Callable[[str, datetime], list[Screen]]) -> None:
    """Who answers at any hour is named in the same line, and is one that never vanishes."""
    later, met = at("2027-06-01T10:00"), 0
    for screen in walks("telegram", later):
        for line in screen.text.splitlines():
            if screen.address.node in CHILDREN and re.search(r"a ogni ora|at any hour", line, flags=re.IGNORECASE):
                assert numbers_in(line) & set(emergency.NUMBERS), (screen.address.node, line)
                met += 1
    assert met


def test_a_number_that_is_nobodys_is_found_on_the_last_resort(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(emergency.CARDS, "en", emergency.CARDS["en"] + "\n1523: nobody's.")
    assert strangers(bundle, at("2026-11-23T10:00"), last_resort()) == {"1523"}


def test_a_number_that_outlives_its_source_is_found(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    later = at("2027-06-01T10:00")

    def texts() -> list[str]:
        addresses = [Address.at("it", node, topic="minors", service="telefono-amico") for node in bundle.flow.nodes]
        plain = [bundle.world.settle(address) for address in addresses]
        return [compose(bundle, address, Scene(later)).text for address in plain]

    assert strangers(bundle, later, texts()) == set()
    monkeypatch.setattr(Voice, "_phone", lambda _, service: service.removesuffix("-sordi"))
    assert strangers(bundle, later, texts()) == {"19696", "116117"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. +39 050 561628\nCasa della Donna · Pisa, circa 13 km in linea d'aria", {"050561628"}),
        ("Riapre lunedì alle 09:00: +39 02 2327 2327. Fonte: SIR, 10 settembre 2025.", {"0223272327"}),
        ("112: pericolo. 1522, o 114; 803.164 e www.1522.eu. La Nazione, 2021-2025", {"112", "1522", "114", "803164"}),
    ],
)
def test_numbers_are_read_as_somebody_who_dials_would_read_them(text: str, found: set[str]) -> None:
    assert numbers_in(text) == found
