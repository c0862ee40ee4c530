# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The bot's own name, descriptions and commands in Telegram: what they are, what they should be, and the way there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, BotDescription, BotShortDescription

from bot.channels.telegram.trouble import Why
from bot.channels.telegram.wire import Wire


@dataclass(frozen=True, slots=True)
class Profile:
    """How the bot is presented to clients in `language` ("" for all that have none of their own).

    Bot API: a name of 64 units, a description of 512, a short one of 120; each command a word and what it does.
    """

    language: str
    name: str
    description: str
    short: str
    commands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is not yet as it should be: `what` is "name", "description", "short" or "commands"."""

    language: str
    what: str
    before: str
    after: str
    make: Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class _Part:
    what: str
    get: Callable[..., Awaitable[Any]]
    read: Callable[[Any], Any]
    put: Callable[..., Awaitable[bool]]
    argument: str
    shown: Callable[[Any], str] = str


async def changes(wire: Wire, profiles: Sequence[Profile]) -> list[Change] | Why:
    """What is to be changed so that Telegram presents the bot like this; nothing where all is so already."""
    found = []
    for profile in profiles:
        for part in _parts(wire):
            now = await wire.ask(lambda: part.get(language_code=profile.language))  # noqa: B023 - called at once
            if now is None or isinstance(now, Why):
                return now or Why.LOST
            before, after = part.read(now), getattr(profile, part.what)
            if before != after:
                found.append(_change(part, profile.language, before, after))
    return found


async def make(wire: Wire, change: Change) -> bool | Why:
    """Make one change; True once it is made."""
    made = await wire.ask(change.make)
    return made if isinstance(made, Why) else True


def _parts(wire: Wire) -> tuple[_Part, ...]:
    api = wire.api
    return (
        _Part("name", api.get_my_name, lambda found: found.name, api.set_my_name, "name"),
        _Part("description", api.get_my_description, _description, api.set_my_description, "description"),
        _Part("short", api.get_my_short_description, _short, api.set_my_short_description, "short_description"),
        _Part("commands", api.get_my_commands, _commands, api.set_my_commands, "commands", _as_words),
    )


def _description(found: BotDescription) -> str:
    return found.description


def _short(found: BotShortDescription) -> str:
    return found.short_description


def _commands(found: Sequence[BotCommand]) -> tuple[tuple[str, str], ...]:
    return tuple((command.command, command.description) for command in found)


def _as_words(commands: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"/{name} {does}" for name, does in commands)


def _change(part: _Part, language: str, before: Any, after: Any) -> Change:  # noqa: ANN401 - a text, or commands
    def put() -> Awaitable[bool]:
        return part.put(**{part.argument: after}, language_code=language)

    return Change(language, part.what, part.shown(before), part.shown(after), put)
