# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One turn, from an event to a message ready to be sent. The only place where the parts meet:
state (a string) + event -> step -> compose -> render -> Answer. `conversations.py` puts the session around it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot import emergency
from bot.channels.base import Answer, Channel, Key, Outgoing
from bot.content.bundle import Bundle
from bot.dialogue.events import Erase, Event, SharedPosition, Tapped, Typed
from bot.dialogue.step import step
from bot.screens.compose import compose
from bot.screens.screen import Scene


@dataclass(frozen=True, slots=True)
class Visit:
    """Through which channel somebody comes, when (aware), and in which language, where that is known.

    The language counts only while a conversation has no state of its own. `shared_position`: they have just sent one.
    """

    channel: Channel
    now: datetime
    language: str = ""
    shared_position: bool = False


Draw = Callable[[Bundle, Visit, str], Outgoing]
"""Draws the message of a state, whatever led to it."""

DRAWINGS = 2_000
"""How many messages of one minute are kept; one has about two kilobytes."""


def drawn(bundle: Bundle, visit: Visit, state: str) -> Outgoing:
    """The message for a state, composed and rendered. May raise: `answer` does not."""
    channel = visit.channel
    scene = Scene(visit.now, channel.name, channel.limits.choices, visit.shared_position)
    return channel.render(compose(bundle, bundle.world.read(state, visit.language), scene), bundle.codec.encode)


class Drawings:
    """Draws, and keeps what was drawn in this minute from this bundle: many people see the same screens, and nothing in
    one says who saw it. Opening hours change by the minute, so a message is true until the next one.
    """

    def __init__(self) -> None:
        self._made_for: tuple[Bundle, datetime] | None = None
        self._drawn: dict[tuple[str, str], Outgoing] = {}

    def __call__(self, bundle: Bundle, visit: Visit, state: str) -> Outgoing:
        """As `drawn`, at the beginning of the minute. `state` is not empty, so it tells the language too."""
        minute = visit.now.replace(second=0, microsecond=0)
        if self._made_for is None or self._made_for[0] is not bundle or self._made_for[1] != minute:
            self._made_for, self._drawn = (bundle, minute), {}
        if visit.shared_position:
            return drawn(bundle, visit, state)
        key = (visit.channel.name, state)
        if key not in self._drawn:
            made = drawn(bundle, replace(visit, now=minute), state)
            if len(self._drawn) >= DRAWINGS:
                return made
            self._drawn[key] = made
        return self._drawn[key]


def answer(bundle: Bundle, visit: Visit, state: str, event: Event, draw: Draw = drawn) -> Answer:
    """The answer to `event` in a conversation whose state is `state` ("" where there is none yet). Never raises."""
    try:
        return _answer(bundle, visit, state, event, draw)
    except Exception:  # noqa: BLE001 - whatever breaks, the numbers must arrive; the text of an error never does
        return last_resort(event, state, visit.language)


def last_resort(event: Event, state: str, language: str) -> Answer:
    """The card made of constants, in the language of the conversation where it has one, with the way out on it; whoever
    asks to leave leaves all the same. Never fails.
    """
    spoken = state.partition(".")[0] or language
    if _leaves(event):
        return Answer("", Outgoing(emergency.closing(spoken)), erased=True, failed=True)
    key = Key(emergency.close(spoken), f"{spoken or 'it'}.{emergency.EXIT_NODE}", 0)
    return Answer("", Outgoing(emergency.card(spoken), (key,), ((key,),)), failed=True)


def _leaves(event: Event) -> bool:
    match event:
        case Typed(text=text):
            return emergency.leaving(text)
        case Tapped(address):
            return emergency.leads_out(address)
        case _:
            return False


def _answer(bundle: Bundle, visit: Visit, state: str, event: Event, draw: Draw) -> Answer:
    codec = bundle.codec
    result = step(bundle.world, codec.decode(state, visit.language), event)
    following = codec.encode(result.address)
    if Erase() in result.effects:
        return Answer("", _goodbye(bundle, visit, following, draw), erased=True)
    return Answer(following, draw(bundle, replace(visit, shared_position=isinstance(event, SharedPosition)), following))


def _goodbye(bundle: Bundle, visit: Visit, state: str, draw: Draw) -> Outgoing:
    """The closing screen; whoever leaves has left, even if it cannot be drawn."""
    try:
        return draw(bundle, visit, state)
    except Exception:  # noqa: BLE001 - as in `answer`
        return Outgoing(emergency.closing(state.partition(".")[0]))
