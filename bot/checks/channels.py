# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether every screen of the walk fits every channel, by day and by night.

C01 a message too long · C02 a label too long · C04 more choices than a channel can offer at once · C05 a screen that
cannot be composed · C06 more than one link · C07 two choices that nobody can tell apart

That every address can be carried by a button and read again needs no check: languages (Y22) and codes (F08) have the
forms of its grammar. It is proven in the tests of addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.channels.base import Channel, Outgoing, units
from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.checks.links import links
from bot.checks.remembering import remembering
from bot.checks.walk import Failed, screens
from bot.checks.written import at_node
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.errors import Problem
from bot.screens.screen import Screen

CHANNELS = (TELEGRAM, WHATSAPP)
HOURS = (time(10), time(3))
"""When screens are walked: once while offices answer, once at night. Other hours change only which of the same few
sentences is said of each contact."""

Key = tuple[str, str, str]


def moments(bundle: Bundle, today: date) -> list[datetime]:
    """The moments of `today` at which screens are walked, in the network's time zone."""
    zone = ZoneInfo(bundle.directory.network.time_zone)
    return [datetime.combine(today, hour, zone) for hour in HOURS]


def problems(bundle: Bundle, today: date) -> Iterator[Problem]:
    """Each limit that is broken, once for each screen of the flow with its worst case, as things are `today`."""
    bundle = remembering(bundle)
    found = _Found(bundle)
    for moment in moments(bundle, today):
        known: dict[Address, Screen] = {}
        for channel in CHANNELS:
            for screen in screens(bundle, channel, moment, found.failed, known):
                found.look(screen, channel)
    return found.problems()


@dataclass
class _Found:
    """What is broken so far: by code, node and detail, the worst measure, where, and what to say of it."""

    bundle: Bundle
    worst: dict[Key, tuple[int, Address, str]] = field(default_factory=dict)

    def failed(self, failed: Failed) -> None:
        """Take note of a screen that could not be composed."""
        self._note("C05", failed.address, failed.error, 0, f"Qui la schermata non si compone ({failed.error}).")

    def look(self, screen: Screen, channel: Channel) -> None:
        """Hold one screen to the limits of a channel."""
        address, limits = screen.address, channel.limits
        sent = channel.render(screen, self.bundle.codec.encode)
        longest = min(limits.body, limits.composed)
        if (length := units(sent.text)) > longest:
            said = f"Su {channel.name} il messaggio arriva a {length} caratteri: al massimo {longest}."
            self._note("C01", address, channel.name, length, said)
        if limits.choices is not None and (count := _choices(sent)) > limits.choices:
            said = f"Su {channel.name} le scelte arrivano a {count}: al massimo {limits.choices}."
            self._note("C04", address, channel.name, count, said)
        self._labels(address, sent, limits.label)
        self._twins(address, sent)
        if len(found := links(screen.text)) > 1:
            self._note("C06", address, "", len(found), f"I collegamenti in un messaggio arrivano a {len(found)}.")

    def _labels(self, address: Address, sent: Outgoing, limit: int | None) -> None:
        for key in sent.keys if limit is not None else ():
            if (length := units(key.label)) > (limit or 0):
                said = f"L'etichetta «{key.label}» è di {length} caratteri: al massimo {limit}."
                self._note("C02", address, key.label, length, said)

    def _twins(self, address: Address, sent: Outgoing) -> None:
        labels = [key.label for key in sent.keys]
        for label in {label for label in labels if labels.count(label) > 1}:
            self._note("C07", address, label, 0, f"L'etichetta «{label}» c'è due volte sulla stessa schermata.")

    def _note(self, code: str, address: Address, detail: str, measure: int, said: str) -> None:
        key = (code, address.node, detail)
        if key not in self.worst or measure > self.worst[key][0]:
            self.worst[key] = (measure, address, said)

    def problems(self) -> Iterator[Problem]:
        """Everything noted, each with an address at which `bussola chat --at` shows it."""
        for (code, node, _), (_, address, said) in self.worst.items():
            example = f"Per vederla: bussola chat --at «{self.bundle.codec.readable(address)}»."
            yield Problem(*at_node(self.bundle, node), code, said, f"{HINTS[code]} {example}")


def _choices(sent: Outgoing) -> int:
    return sum(key.digit is None or key.digit in range(1, 7) for key in sent.keys)


HINTS = {
    "C01": "Accorcia il testo, o mostra meno voci per pagina (per-page).",
    "C02": "Accorcia il nome.",
    "C04": "Togli pulsanti, o mostra meno voci per pagina (per-page).",
    "C05": "Controlla il messaggio del nodo, e che i dati del servizio siano completi.",
    "C06": "Tieni un collegamento solo: ognuno può lasciare una traccia.",
    "C07": "Dai a ciascuna un nome diverso.",
}
