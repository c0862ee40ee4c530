# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation driven by hand or by a transcript: for our tests, and for authors who want to try their flows.

Every screen that it meets is held to the channel's limits. State is kept as a string only, as channels keep it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import Visit, answer
from bot.channels.base import Answer, Channel, units
from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.bundle import Bundle
from bot.content.strict_yaml import load, shaped
from bot.content.transcript_file import TranscriptFile, TurnFile
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Typed, Unsupported
from bot.errors import BussolaError
from bot.screens.compose import compose
from bot.screens.screen import Scene, Screen

CHANNELS = {"telegram": TELEGRAM, "whatsapp": WHATSAPP}


class UnexpectedError(BussolaError):
    """A conversation that did not go as it was written. Its text is for authors; transcripts hold no real person."""


def overflows(answered: Answer, channel: Channel) -> list[str]:
    """Which of the channel's limits this answer breaks; empty if none."""
    limits, sent = channel.limits, answered.outgoing
    broken = []
    if units(sent.text) > min(limits.body, limits.composed):
        broken.append(f"testo di {units(sent.text)} unità")
    if limits.label:
        broken += [f"etichetta lunga: {key.label}" for key in sent.keys if units(key.label) > limits.label]
    if limits.data:
        broken += [f"dati lunghi: {key.data}" for key in sent.keys if len(key.data.encode()) > limits.data]
    if limits.choices and len(sent.offered) > limits.choices:
        broken.append(f"{len(sent.offered)} scelte")
    return broken


@dataclass
class Conversation:
    """Somebody talking to the bot through `channel`, at `now`. Call `do` with events and look at `last`."""

    bundle: Bundle
    channel: Channel
    now: datetime
    language: str = "it"
    state: str = ""
    last: Answer | None = None
    history: list[tuple[Event, Answer]] = field(default_factory=list)

    def do(self, event: Event) -> Answer:
        """Let `event` happen. Raises UnexpectedError if we failed, or if the channel could not carry the answer."""
        visit = Visit(self.channel, self.now, self.language)
        self.last = answer(self.bundle, visit, self.state, event)
        self.state = self.last.state
        self.history.append((event, self.last))
        broken = overflows(self.last, self.channel)
        if self.last.failed or broken:
            raise UnexpectedError(f"{self.readable()}: {'; '.join(broken) or 'il turno è fallito'}")
        return self.last

    def write(self, text: str) -> Answer:
        """Type `text`, which may be one of the digits just offered."""
        sent = self.last.outgoing if self.last and self.state else None
        return self.do(Typed(text, sent.offered if sent else (), sent.more if sent else None))

    def tap(self, label: str) -> Answer:
        """Choose what is labelled `label`: its button, or its digit on a channel without buttons."""
        for choice in self.screen().taps():
            if choice.label == label:
                return self.do(Tapped(self.bundle.codec.encode(choice.address)))
        raise UnexpectedError(f"{self.readable()}: «{label}» non è fra {self.labels()}")

    def screen(self) -> Screen:
        """The screen before the person now."""
        address = self.bundle.world.read(self.state, self.language)
        return compose(self.bundle, address, Scene(self.now, self.channel.name, self.channel.limits.choices))

    def labels(self) -> list[str]:
        """Everything that can be chosen now."""
        return [choice.label for choice in self.screen().taps()]

    def readable(self) -> str:
        """Where the conversation is, for people who work on Bussola."""
        return self.bundle.codec.readable(self.bundle.world.read(self.state, self.language))


def read_transcript(path: Path) -> TranscriptFile:
    """The transcript in `path`; raises ContentError with all that is wrong in it."""
    return shaped(TranscriptFile, load(path), "T01")


def play(bundle: Bundle, transcript: TranscriptFile, channel: Channel) -> Conversation:
    """Run `transcript` on `channel`; raises UnexpectedError at the first step that differs."""
    zone = ZoneInfo(bundle.directory.network.time_zone)
    now = datetime.fromisoformat(transcript.now).replace(tzinfo=zone)
    talk = Conversation(bundle, channel, now, transcript.language)
    for number, turn in enumerate(transcript.turns, 1):
        answered = _act(talk, turn)
        differences = _differences(talk, turn, answered)
        if differences:
            text = answered.outgoing.text
            raise UnexpectedError(f"passo {number}, {talk.readable()}: {'; '.join(differences)}\n{text}")
    return talk


def _act(talk: Conversation, turn: TurnFile) -> Answer:
    ((action, value),) = turn.actions().items()
    match action:
        case "type":
            return talk.write(value)
        case "tap":
            return talk.tap(value)
        case "open":
            return talk.do(Tapped(value))
        case "start":
            return talk.do(Started(value))
        case "position":
            latitude, longitude = map(float, value.split(","))
            return talk.do(SharedPosition(latitude, longitude))
        case _:
            return talk.do(Unsupported(value))


def _differences(talk: Conversation, turn: TurnFile, answered: Answer) -> list[str]:
    text = answered.outgoing.text
    found = [f"manca «{word}»" for word in turn.shows if word not in text]
    found += [f"c'è «{word}»" for word in turn.hides if word in text]
    if answered.erased != turn.erased:
        found.append("cancellata" if answered.erased else "non cancellata")
    if turn.offers and not turn.erased:
        found += [f"manca il pulsante «{label}»" for label in turn.offers if label not in talk.labels()]
    language, _, place = talk.readable().partition(":")
    if turn.at is not None and not turn.erased and place != turn.at:
        found.append(f"si è arrivati a «{place}», non a «{turn.at}»")
    if turn.language is not None and language != turn.language:
        found.append(f"la lingua è «{language}»")
    return found
