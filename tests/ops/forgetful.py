# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A process to be searched: it answers invented people, forgets them, says "settled" and waits to be looked at.

Run as a program. Reads one line of JSON: {"seed", "turns", "leaks", "content"}. `leaks`: whether it does what it must
not. Without `content` it has no files to answer from, and is quick. Prints one line of JSON: the files that it
opened for writing.
"""

from __future__ import annotations

import asyncio
import gc
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.base import Came, Sent
from bot.channels.telegram.render import TELEGRAM
from bot.channels.whatsapp.render import WHATSAPP
from bot.checks.run import load_checked
from bot.content.bundle import Bundle
from bot.conversations import Conversations
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Typed, Unsupported
from bot.ops.logs import to_stderr
from bot.ops.quiet import quiet_loop, quiet_others
from bot.sessions.flood import Flood
from bot.sessions.keys import Keys
from bot.sessions.memory import Memory
from bot.sessions.places import InProcess
from bot.sessions.sealed import Seal
from bot.sessions.session import IDLE_SECONDS
from bot.sessions.sqlite import SqliteSessions
from tests.conftest import TODAY
from tests.ops.markers import Markers

ROOT = Path(__file__).resolve().parents[2]
SECRET = b"forgetful" * 4
SETTLE = 50
"""Turns of others after which nothing may be left: buffers that are used again and again are then theirs."""
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
KEPT: list[object] = []
LEAKS: tuple[Callable[[Markers, int], object], ...] = (
    lambda people, number: KEPT.append(people.text(number)),
    lambda people, number: KEPT.append(people.message(number)),
    lambda people, number: KEPT.append(hashlib.sha256(people.chat(number).encode()).digest()),
    lambda people, number: sys.stderr.write(f"turn of {people.phone(number)}\n"),
    lambda people, number: Path("trace").write_text(people.chat(number), encoding="utf-16-le"),
    lambda people, number: Path(people.text(number)).touch(),
)
"""What a careless program keeps: a list of texts, numbers, digests, a line in the log, a file, the name of a file."""
OPENED: list[str] = []


class Clock:
    """Seconds that can be made to pass at once."""

    def __init__(self) -> None:
        self.skipped = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.skipped


def written(text: str, number: int) -> Event:
    """What the person with that number does: mostly writing, some of it in ways that nobody should."""
    ways: tuple[Event, ...] = (
        Started(text),
        Tapped(text),
        Unsupported(text),
        Typed(f"\ud800{text}\x00" * 50),
        Typed(f"sto a {text}, mio marito mi picchia 😀"),
        Typed(f"vivo a pisa, mi chiamo {text.upper()}"),
        Typed(f"ho paura {text[:8]} {text}"),
        Typed(text),
    )
    return ways[number % len(ways)]


async def talk(conversations: Conversations, markers: Markers, number: int) -> None:
    """One turn of one person, on either channel."""
    on_telegram = number % 2 == 0
    who = markers.chat(number) if on_telegram else markers.phone(number)
    text = markers.text(number)
    event = SharedPosition(*markers.position(number)) if number % 17 == 0 else written(text, number)
    came = Came("it", who, Sent(markers.message(number), 1) if on_telegram else None)
    channel = TELEGRAM if on_telegram else WHATSAPP
    async with conversations.of(channel, who, deletes=on_telegram) as chat:
        await chat.answer(event, came)
        if on_telegram:
            await chat.hold(Sent(markers.message(number), 2))


class Sometimes:
    """The bundle, but for every 20th turn: that one fails with a text in hand."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle, self.asked = bundle, 0

    def __call__(self) -> Bundle | None:
        self.asked += 1
        if self.asked % 20 == 0:
            raise RuntimeError
        return self.bundle


async def live(seed: int, turns: int, *, leaks: bool, content: bool) -> None:
    """Answer, let ten minutes pass, forget, and answer a few more people of whom nothing is looked for."""
    clock, log = Clock(), to_stderr()
    quiet_others(log)
    quiet_loop(log)
    sessions = SqliteSessions(InProcess(), Seal(SECRET), clock)
    await sessions.open()
    memory = Memory(sessions, Keys(SECRET), Flood(clock))
    bundles = Sometimes(load_checked(ROOT, TODAY)) if content else (lambda: None)
    conversations = Conversations(bundles, memory, lambda: NOON, log)
    for number in range(turns):
        await talk(conversations, Markers(seed), number)
        for leak in LEAKS if leaks else ():
            leak(Markers(seed), number)
    await forget(conversations, clock)
    for number in range(SETTLE):
        await talk(conversations, Markers(-seed), number)
    await forget(conversations, clock)
    gc.collect()
    log.flush()
    print(json.dumps(OPENED), flush=True)  # noqa: T201 - to whoever searches
    await asyncio.to_thread(sys.stdin.read)
    await sessions.close()


def note_writing(event: str, given: tuple[object, ...]) -> None:
    """Remember which files are opened for writing, whoever does it in Python."""
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    if event == "open" and isinstance(given[0], str | bytes) and isinstance(given[2], int) and given[2] & writing:
        OPENED.append(str(given[0]))


async def forget(conversations: Conversations, clock: Clock) -> None:
    """Ten minutes pass in which nobody writes."""
    clock.skipped += IDLE_SECONDS + 1
    while await conversations.idle():
        pass


if __name__ == "__main__":
    given = json.loads(sys.stdin.readline())
    sys.addaudithook(note_writing)
    asyncio.run(live(given["seed"], given["turns"], leaks=given["leaks"], content=given["content"]))
