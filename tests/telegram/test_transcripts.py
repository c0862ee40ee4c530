# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation is the same through the whole adapter as in a terminal: the same words, the same choices."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.render import TELEGRAM
from bot.content.bundle import Bundle
from bot.content.transcript_file import TurnFile
from bot.dialogue.events import Event, Tapped
from bot.testing import play, read_transcript
from tests.telegram.world import Person, World

FOLDER = Path(__file__).parents[1] / "transcripts"
CASES = [path for path in sorted(FOLDER.glob("*.yaml")) if "telegram" in read_transcript(path).channels]


@pytest.mark.anyio
@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
async def test_the_chat_shows_what_the_terminal_shows(bundle: Bundle, path: Path) -> None:
    transcript = read_transcript(path)
    told = play(bundle, transcript, TELEGRAM)
    world = World(bundle)
    world.moment = told.now
    someone = world.somebody(language=transcript.language)
    for turn, (event, answered) in zip(transcript.turns, told.history, strict=True):
        await act(world, someone, turn, event)
        if answered.erased:
            assert someone.chat == []
        else:
            assert someone.panel.text == answered.outgoing.text
            tapped = [button for button in someone.panel.buttons().values() if "callback_data" in button]
            assert [(button["text"], button["callback_data"]) for button in tapped] == [
                (key.label, key.data) for key in answered.outgoing.keys
            ]
        world.fake.now += 5
    assert world.fake.broken == []


async def act(world: World, someone: Person, turn: TurnFile, event: Event) -> None:
    ((action, value),) = turn.actions().items()
    match action:
        case "type":
            await someone.write(value)
        case "tap" if someone.chat:
            await someone.tap(value)
        case "tap" | "open":
            assert isinstance(event, Tapped)
            panel = someone.panel if someone.chat else world.fake.put(someone.id, "un vecchio messaggio", ours=True)
            await someone.press(panel, event.address)
        case "start":
            await someone.write(f"/start {value}")
        case "position":
            latitude, longitude = map(float, value.split(","))
            await someone.send({"location": {"latitude": latitude, "longitude": longitude}})
        case _:
            await someone.send({{"picture": "photo"}.get(value, value): {}})
