# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every transcript, and walks by digits in every language, through signed calls: what the renderer draws is what
arrives, digit for digit.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.channels.base import Answer, Came, units
from bot.channels.whatsapp.render import LIMITS, WHATSAPP
from bot.content.bundle import Bundle
from bot.content.transcript_file import TranscriptFile, TurnFile
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Unsupported
from bot.testing import Conversation, read_transcript
from tests.whatsapp.world import PERSON, World

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "transcripts").glob("*.yaml"))
HERE = [path for path in TRANSCRIPTS if "whatsapp" in read_transcript(path).channels]
MEDIA = {"voice": "audio/ogg", "picture": "image/jpeg", "sticker": "image/webp", "contact": "text/vcard"}
STEPS = 60


def screen(answered: Answer) -> str:
    """What somebody reads of an answer on WhatsApp."""
    return answered.outgoing.text.split("\n\n")[0] if answered.erased else answered.outgoing.text


async def elsewhere(world: World, event: Event) -> str:
    """What cannot be done on WhatsApp (an old button, a link) happens beside the webhook, to the same person."""
    async with world.conversations.of(WHATSAPP, PERSON, deletes=False) as chat:
        return screen(await chat.answer(event, Came()))


async def acted(world: World, turn: TurnFile, talk: Conversation) -> str | None:
    """Do on WhatsApp what `turn` tells, with `talk` standing where the person stands."""
    ((action, value),) = turn.actions().items()
    match action:
        case "type":
            return await world.writes(value)
        case "tap":
            assert talk.last is not None
            return await world.writes(str(next(key.digit for key in talk.last.outgoing.keys if key.label == value)))
        case "position":
            latitude, longitude = value.split(",")
            return await world.writes("", Latitude=latitude.strip(), Longitude=longitude.strip())
        case "send":
            return await world.writes("", NumMedia="1", MediaContentType0=MEDIA.get(value, "application/pdf"))
        case _:
            return await elsewhere(world, Tapped(value) if action == "open" else Started(value))


def beside(talk: Conversation, turn: TurnFile) -> Answer:
    """The same in a conversation without a webhook."""
    ((action, value),) = turn.actions().items()
    match action:
        case "type":
            # A call without text is of something that we do not open: nobody can send an empty message.
            return talk.write(value) if value else talk.do(Unsupported("nothing"))
        case "tap":
            return talk.tap(value)
        case "position":
            return talk.do(SharedPosition(*map(float, value.split(","))))
        case "send":
            return talk.do(Unsupported(value))
        case _:
            return talk.do(Tapped(value) if action == "open" else Started(value))


async def begun(world: World, bundle: Bundle, transcript: TranscriptFile) -> Conversation:
    """Somebody on the first screen, in the language of the transcript, on both sides."""
    moment = datetime.fromisoformat(transcript.now).replace(tzinfo=ZoneInfo(bundle.directory.network.time_zone))
    world.conversations.clock = lambda: moment
    talk = Conversation(bundle, WHATSAPP, moment)
    home = Tapped(bundle.codec.encode(bundle.codec.home(transcript.language)))
    assert await elsewhere(world, home) == screen(talk.do(home))
    return talk


@pytest.mark.anyio
@pytest.mark.parametrize("path", HERE, ids=[path.stem for path in HERE])
async def test_a_transcript_shows_on_whatsapp_what_the_renderer_draws(world: World, bundle: Bundle, path: Path) -> None:
    transcript = read_transcript(path)
    talk = await begun(world, bundle, transcript)
    for turn in transcript.turns:
        arrived = await acted(world, turn, talk)
        assert arrived == screen(beside(talk, turn))


@pytest.mark.anyio
@pytest.mark.parametrize("seed", range(4))
async def test_a_walk_by_digits_is_the_same_in_every_language(world: World, bundle: Bundle, seed: int) -> None:
    for language in bundle.locales:
        chance = Random(f"{seed}{language}")  # noqa: S311 - the same walks on every machine
        talk = Conversation(bundle, WHATSAPP, world.conversations.clock(), language)
        home = Tapped(bundle.codec.encode(bundle.codec.home(language)))
        assert await elsewhere(world, home) == screen(talk.do(home))
        for _ in range(STEPS):
            assert talk.last is not None
            key = chance.choice([key for key in talk.last.outgoing.keys if key.digit != 0])
            arrived = await world.writes(str(key.digit))
            assert arrived == screen(talk.write(str(key.digit)))
            assert units(arrived or "") <= LIMITS.composed
