# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One turn, from an event to a message ready to be sent. The only place where the parts meet:
state (a string) + event -> step -> compose -> render -> Answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import emergency
from bot.channels.base import Channel, Outgoing
from bot.content.bundle import Bundle
from bot.dialogue.events import Erase, Event
from bot.dialogue.step import step
from bot.screens.compose import compose
from bot.screens.screen import Scene


@dataclass(frozen=True, slots=True)
class Answer:
    """What a turn leads to.

    `state` is the encoded address to remember ("" after an erase: there is nothing to remember). `erased` asks the
    channel to delete what it can; `outgoing` is then the closing line, for channels that cannot. `failed` says that
    something of ours broke and that `outgoing` is the last resort.
    """

    state: str
    outgoing: Outgoing
    erased: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """Through which channel somebody comes, when (aware), and in which language, where that is known.

    The language counts only while a conversation has no state of its own.
    """

    channel: Channel
    now: datetime
    language: str = ""


def answer(bundle: Bundle, visit: Visit, state: str, event: Event) -> Answer:
    """The answer to `event` in a conversation whose state is `state` ("" where there is none yet). Never raises."""
    try:
        return _answer(bundle, visit, state, event)
    except Exception:  # noqa: BLE001 - whatever breaks, the numbers must arrive; the text of an error never does
        return Answer("", Outgoing(emergency.card(visit.language)), failed=True)


def _answer(bundle: Bundle, visit: Visit, state: str, event: Event) -> Answer:
    codec, channel = bundle.codec, visit.channel
    result = step(bundle.world, codec.decode(state, visit.language), event)
    screen = compose(bundle, result.address, Scene(visit.now, channel.name, channel.limits.choices))
    outgoing = channel.render(screen, codec.encode)
    if Erase() in result.effects:
        return Answer("", outgoing, erased=True)
    return Answer(codec.encode(result.address), outgoing)
