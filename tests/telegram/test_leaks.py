# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""With every logger of every library at DEBUG: no token, no words, no ids in anything that is written anywhere."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator

import pytest

from bot.channels.telegram.adapter import Telegram
from bot.channels.telegram.quiet import TALKATIVE
from bot.content.bundle import Bundle
from bot.errors import ConfigurationError
from tests.telegram.fake import TOKEN, Refusal
from tests.telegram.over_http import listening
from tests.telegram.world import World

WORDS = "parole che nessuno deve leggere"
PERSON = "1000042"
BROKEN = Refusal(200, f"this is no JSON {PERSON} {WORDS}")


@pytest.fixture
def everything() -> Iterator[io.StringIO]:
    """All that any logger writes at DEBUG, as if somebody had set every one of them there."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in [*logging.root.manager.loggerDict, "root"]}
    root.addHandler(handler)
    for name in levels:
        logging.getLogger(name).setLevel(logging.DEBUG)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


async def converse(bundle: Bundle) -> World:
    """Somebody writes through a real socket, and much goes wrong meanwhile."""
    world = World(bundle)
    someone = world.somebody(42)
    async with asyncio.timeout(180), listening(world.fake) as address:
        bot = Telegram(TOKEN, world.conversations, world.notes, api_url=address, now=lambda: world.fake.now)
        world.bot.clock = bot.clock
        await bot.start()
        world.fake.waiting.append(someone.message_update(someone.put(), {"text": WORDS}))
        while [message.ours for message in someone.chat] != [True]:  # noqa: ASYNC110 - a chat rings no bell
            await asyncio.sleep(0.01)
        world.fake.fail("sendMessage", BROKEN, Refusal(400, f"Bad Request: {WORDS}"))
        world.fake.fail("deleteMessage", Refusal(403, f"Forbidden {TOKEN}"))
        for _ in range(3):
            world.fake.waiting.append(someone.message_update(someone.put(), {"text": WORDS}))
        while world.fake.waiting or bot._lanes._inside:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
        world.fake.fail("getUpdates", *[Refusal(401, f"Unauthorized {TOKEN}")] * 3)
        with pytest.raises(ConfigurationError):
            await bot.broken()
        await bot.stop()
        await bot.close()
    return world


@pytest.mark.anyio
async def test_nothing_of_anybody_is_written_whatever_goes_wrong(
    bundle: Bundle, everything: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    asyncio.get_running_loop().set_debug(True)
    world = await converse(bundle)
    out, err = capfd.readouterr()
    assert len(world.fake.made("sendMessage")) >= 3
    for secret in (TOKEN, TOKEN.partition(":")[2], WORDS, PERSON):
        assert secret not in everything.getvalue() + out + err


@pytest.mark.anyio
async def test_without_our_care_the_libraries_would_have_written_it(bundle: Bundle, everything: io.StringIO) -> None:
    world = World(bundle)
    async with listening(world.fake) as address:
        bot = Telegram(TOKEN, world.conversations, api_url=address)
        for name in TALKATIVE:
            logging.getLogger(name).propagate = True
        await bot.wire.api.send_message(1_000_042, WORDS)
        await bot.close()
    for name in TALKATIVE:
        logging.getLogger(name).propagate = False
    assert TOKEN in everything.getvalue()
    assert WORDS in everything.getvalue()
