# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever happens in a turn, nothing of the person is written: not by us, not by a library made as loud as can be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.channels.base import Came, Sent
from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.bundle import Bundle
from bot.conversations import Conversations
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Typed, Unsupported
from bot.errors import StoreDown
from bot.log import Log
from bot.ops.logs import Lines, to_stderr
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.places import InProcess
from bot.sessions.sealed import Seal
from bot.sessions.session import Session
from bot.sessions.sqlite import SqliteSessions
from tests.ops.leaks import found, is_log, loud, quieted

SECRET = b"invented secret of these tests.."
CHAT, PHONE, WORDS, DELIVERY = "7300000000001", "whatsapp:+999730000002", "zqzq parole sue", "zqdelivery"
MESSAGE, LATITUDE = 7_300_003, 43.712345678
PLANTED = (CHAT, PHONE, "730000002", "zqzq", DELIVERY, str(MESSAGE), "43.7123", SECRET.decode())
EVENTS: tuple[Event, ...] = (
    Started(WORDS), Tapped(WORDS), Typed(WORDS), Typed(f"\ud800{WORDS}\x00"), Typed(WORDS * 5000), Unsupported(WORDS),
    SharedPosition(LATITUDE, 10.4), SharedPosition(float("nan"), 1e308), Typed("esci"), Typed("112"), Typed(""),
)  # fmt: skip


class BrokenStore(SqliteSessions):
    """Fails in every way that a store may not, with what it was given in the text of its error."""

    async def read(self, key: bytes) -> Session | None:
        """Half of the time as a store may fail, half of the time otherwise."""
        await super().read(key)
        if key[0] % 2:
            raise StoreDown
        raise ValueError(f"{CHAT} {WORDS} {key!r}")


def failing(_bundle: Bundle) -> Bundle:
    raise RuntimeError(WORDS)


def absent(_bundle: Bundle) -> None:
    return None


def whole(bundle: Bundle) -> Bundle:
    return bundle


Bundles = Callable[[Bundle], Bundle | None]


async def answered(bundle: Bundle, bundles: Bundles, store: type[SqliteSessions], log: Log) -> int:
    """Every kind of event on both channels, until it is too much, and then the way out: how many were answered."""
    sessions, number = store(InProcess(), Seal(SECRET)), 0
    await sessions.open()
    memory = Memory(sessions, Keys(SECRET), Flood())
    talks = Conversations(lambda: bundles(bundle), memory, lambda: datetime(2026, 11, 23, 11, tzinfo=UTC), log)
    for event in EVENTS * 4:
        for channel, who in ((TELEGRAM, CHAT), (WHATSAPP, PHONE)):
            async with talks.of(channel, who, deletes=channel is TELEGRAM) as chat:
                await chat.answer(event, Came(WORDS, DELIVERY + str(number), Sent(MESSAGE, 1)))
                await chat.hold(Sent(MESSAGE + 1, 2), frozenset({MESSAGE}))
            number += 1
    await talks.idle()
    await talks.all_left()
    await sessions.close()
    return number


CASES = [(whole, SqliteSessions), (failing, SqliteSessions), (absent, SqliteSessions), (whole, BrokenStore)]


@pytest.mark.anyio
@pytest.mark.parametrize(("bundles", "store"), CASES)
async def test_as_it_is_served_there_are_only_lines_of_the_log(
    bundle: Bundle, bundles: Bundles, store: type[SqliteSessions], capfd: pytest.CaptureFixture[str]
) -> None:
    log = to_stderr()
    with quieted(log):
        assert await answered(bundle, bundles, store, log) == len(EVENTS) * 8
    said = written(log, capfd)
    assert is_log(said)
    assert b'"code"' in said
    assert found(said, PLANTED) == []


@pytest.mark.anyio
@pytest.mark.parametrize(("bundles", "store"), CASES)
async def test_with_everything_turned_up_there_is_nothing_of_anybody(
    bundle: Bundle, bundles: Bundles, store: type[SqliteSessions], capfd: pytest.CaptureFixture[str]
) -> None:
    log = to_stderr()
    with loud(log):
        asyncio.get_running_loop().set_debug(True)
        await answered(bundle, bundles, store, log)
        asyncio.get_running_loop().set_debug(False)
    assert found(written(log, capfd), PLANTED) == []


def written(log: Lines, capfd: pytest.CaptureFixture[str]) -> bytes:
    log.flush()
    return "".join(capfd.readouterr()).encode()
