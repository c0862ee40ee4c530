# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One screen in one language, as each channel sends it, with what it leaves of the channel's limits, and who signed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Channel, Outgoing, units
from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.bundle import Locale
from bot.content.signing import CARD, digests
from bot.dialogue.address import Address
from bot.gallery.recording import Recorder, with_contained
from bot.screens.compose import compose
from bot.screens.screen import Scene

CHANNELS: tuple[tuple[str, Channel], ...] = (("Telegram", TELEGRAM), ("WhatsApp", WHATSAPP))
"""The channels that people write on, and their names."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one channel sends for a screen: one message, or one for each page of a long menu."""

    name: str
    channel: Channel
    messages: tuple[Outgoing, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A screen in one language on every channel. `said` are the messages and labels that it is made of, `older` those
    of them whose Italian has changed since they were translated.
    """

    locale: Locale
    direction: str
    drawn: tuple[Drawn, ...]
    said: tuple[str, ...]
    older: tuple[str, ...] = ()


def speak(recorder: Recorder, address: Address, now: datetime, older: Collection[str] = ()) -> Spoken:
    """The screen of `address`, in the language that it names, whose texts `older` wait to be translated again."""
    recorder.said()
    drawn = tuple(Drawn(name, channel, tuple(_pages(recorder, address, channel, now))) for name, channel in CHANNELS)
    locale = recorder.bundle.locales[address.language]
    said = with_contained(recorder.said(), locale.catalogue.messages)
    if address.node == recorder.bundle.flow.everywhere["urgent"]:
        said = (CARD, *said)
    return Spoken(locale, locale.file.direction, drawn, said, tuple(name for name in said if name in older))


def _pages(recorder: Recorder, address: Address, channel: Channel, now: datetime) -> Iterator[Outgoing]:
    """The message of an address, then the further pages of its menu; a listing's other pages are other screens."""
    bundle, scene = recorder.bundle, Scene(now, channel.name, channel.limits.choices)
    screen = compose(bundle, address, scene)
    yield channel.render(screen, bundle.codec.encode)
    listing = bundle.flow.nodes[address.node].show is not None
    while screen.more is not None and not listing and screen.more.address.get("page"):
        screen = compose(bundle, screen.more.address, scene)
        yield channel.render(screen, bundle.codec.encode)


def room(channel: Channel, sent: Outgoing) -> list[str]:
    """What a message takes of each limit of its channel, and what it leaves, in sentences."""
    limits = channel.limits
    said = [_room("testo", units(sent.text), min(limits.body, limits.composed))]
    if limits.label:
        longest = max((units(key.label) for key in sent.keys), default=0)
        said.append(_room("etichetta più lunga", longest, limits.label))
    if limits.data:
        heaviest = max((len(key.data.encode()) for key in sent.keys), default=0)
        said.append(_room("byte di un pulsante", heaviest, limits.data))
    if limits.choices:
        said.append(_room("scelte", len(sent.offered), limits.choices))
    return said


def _room(what: str, taken: int, limit: int) -> str:
    return f"{what}: {taken} di {limit}, ne restano {limit - taken}"


def signatures(locale: Locale, said: Iterable[str]) -> str:
    """Who wrote and who signed these words of a language, in a sentence. A signature under other words is none."""
    now = digests(locale)
    known = [key for key in said if key in now]
    signed: dict[str, str] = {}
    for signature in locale.file.signed:
        for key in known:
            if signature.messages.get(key) == now[key]:
                signed[key] = f"{signature.by}, {signature.on}"
    if not signed:
        return f"{ORIGINS[locale.file.origin]}; nessuna firma"
    by = "; ".join(dict.fromkeys(signed.values()))
    how = "firmata tutta" if len(signed) == len(known) else f"firmati {len(signed)} messaggi su {len(known)}"
    return f"{ORIGINS[locale.file.origin]}; {how} ({by})"


def aged(older: Iterable[str]) -> str:
    """Which texts are still a translation of what the Italian said before, in a sentence; "" where none is."""
    names = ", ".join(dict.fromkeys(older))
    return f"Da tradurre di nuovo, perché l'italiano è cambiato dopo: {names}." if names else ""


ORIGINS = {
    "base": "Lingua di partenza",
    "machine": "Tradotta da una macchina",
    "person": "Tradotta da una persona",
}
"""How the words of a language came to be, as its locale.yaml says."""
