# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One turn, from an event to a message ready to be sent. The only place where the parts meet:
state (a string) + event -> step -> compose -> render -> Answer. `conversations.py` puts the session around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import emergency
from bot.channels.base import Answer, Channel, Outgoing
from bot.content.bundle import Bundle
from bot.dialogue.events import Erase, Event
from bot.dialogue.step import step
from bot.screens.compose import compose
from bot.screens.screen import Scene


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
        return last_resort(state, visit.language)


def last_resort(state: str, language: str) -> Answer:
    """The card made of constants, in the language of the conversation where it has one. Never fails."""
    return Answer("", Outgoing(emergency.card(state.partition(".")[0] or language)), failed=True)


def _answer(bundle: Bundle, visit: Visit, state: str, event: Event) -> Answer:
    codec = bundle.codec
    result = step(bundle.world, codec.decode(state, visit.language), event)
    outgoing = drawn(bundle, visit, codec.encode(result.address))
    if Erase() in result.effects:
        return Answer("", outgoing, erased=True)
    return Answer(codec.encode(result.address), outgoing)


def drawn(bundle: Bundle, visit: Visit, state: str) -> Outgoing:
    """The message for a state, whatever led to it. May raise: `answer` does not."""
    channel = visit.channel
    scene = Scene(visit.now, channel.name, channel.limits.choices)
    return channel.render(compose(bundle, bundle.world.read(state, visit.language), scene), bundle.codec.encode)
