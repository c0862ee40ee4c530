# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""People who do anything at all, in any order, against the peer, and leave in every way there is. However it went, the
chat must be empty.

    python -m tests.telegram.walks 5000
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.checks.run import load_checked
from bot.content.bundle import Bundle
from tests.telegram.peer_world import Service, front, service

AT_ONCE = 20
STEPS = 8

WORDS = [
    "/start", "/start it-k7", "/lingua", "/privacy", "privacy", "Pisa", "Pontedera", "San Giuliano", "56100", "non so",
    "grazie", "ciao", "mi picchia", "aiuto", "112", "1", "3", "7", "8", "9", "🙂", "x" * 3000, "<b>{ $a }</b>",
]  # fmt: skip
LEAVING = ["/esci", "/exit", "esci", "x", "...", "0", "sta arrivando chiudi"]
OTHER = [
    {"voice": {"file_id": "x"}}, {"photo": [{"file_id": "x"}]}, {"sticker": {}}, {"contact": {}}, {"poll": {}},
    {"location": {"latitude": 43.7159, "longitude": 10.4018}}, {"location": {"latitude": 1.0, "longitude": 1.0}},
]  # fmt: skip


@dataclass
class Report:
    """How many walks ended, the numbers of those whose chat was not empty, and what was done on the way."""

    ended: int = 0
    actions: int = 0
    left_standing: list[int] = field(default_factory=list)
    doubled: int = 0
    seconds: float = 0.0
    calls: dict[str, int] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)


@dataclass
class Walker:
    """One person, whose chances all come from one number."""

    served: Service
    number: int
    chance: random.Random
    report: Report
    left: bool = False

    @property
    def who(self) -> int:
        return 2_000_000 + self.number

    async def walk(self) -> None:
        await self._act("write", text="/start")
        for _ in range(self.chance.randint(1, STEPS)):
            await self._something()
            await self.served.settled()
            ours = [message for message in await self._chat() if message["ours"]]
            self.report.doubled += len(ours) > 1

    async def leave(self) -> None:
        """By a word, by a tap, or not at all: then it is left to the wipe. Who leaves may go on tapping."""
        panels = [message for message in await self._chat() if message["ours"] and message["rows"]]
        way = self.chance.choice(["tap", "word", "nothing"])
        if way == "tap" and panels:
            out = next(key for key in panels[-1]["rows"][-1] if key["callback_data"] in self.served.exits)
            await self._tap(panels[-1], out)
        elif way == "word":
            await self._act("write", text=self.chance.choice(LEAVING))
        self.left = way == "word" or bool(way == "tap" and panels)
        if panels and self.left and self.chance.random() < 0.5:
            await self._fumble(panels[-1])

    async def still_there(self) -> bool:
        """Whether anything stands in the chat."""
        return bool(await self._chat())

    async def _fumble(self, panel: dict[str, Any]) -> None:
        """Another tap on the screen that goes, while it goes or a moment after."""
        if self.chance.random() < 0.5:
            await self.served.settled()
        keys = [key for row in panel["rows"] for key in row if "callback_data" in key]
        await self._tap(panel, self.chance.choice(keys))

    async def _something(self) -> None:
        panels = [message for message in await self._chat() if message["ours"] and message["rows"]]
        kind = self.chance.choice(["tap"] * 5 + ["word"] * 3 + ["other", "twice", "both", "delete"])
        if not panels or kind == "word":
            await self._act("write", text=self.chance.choice(WORDS))
        elif kind == "other":
            await self._act("write", fields=self.chance.choice(OTHER))
        elif kind == "delete":
            await self._act("delete", message=panels[-1]["id"])
        else:
            await self._tapping(kind, panels[-1])

    async def _tapping(self, kind: str, panel: dict[str, Any]) -> None:
        keys = [key for row in panel["rows"] for key in row if "callback_data" in key]
        key = self.chance.choice(keys)
        if kind == "tap":
            await self._tap(panel, key)
        elif kind == "twice":
            await asyncio.gather(self._tap(panel, key), self._tap(panel, key))
        else:
            await asyncio.gather(self._tap(panel, key), self._act("write", text=self.chance.choice(WORDS)))

    async def _tap(self, panel: dict[str, Any], key: dict[str, Any]) -> None:
        await self._act("tap", message=panel["id"], data=key["callback_data"])

    async def _act(self, action: str, **what: Any) -> None:  # noqa: ANN401 - JSON
        self.report.actions += 1
        await self.served.front.person(action, chat=self.who, **what)

    async def _chat(self) -> list[dict[str, Any]]:
        await self.served.settled()
        found: list[dict[str, Any]] = await self.served.front.person("chat", chat=self.who)
        return found


async def walk_all(bundle: Bundle, *, walks: int, webhook: bool, seed: int) -> Report:
    """Let so many people walk, some at a time; what nobody left is wiped, in turn as idle and as on the way out."""
    report, began = Report(), time.perf_counter()
    async with front() as peer, service(bundle, peer, webhook=webhook) as served:
        for start in range(0, walks, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, walks))
            walkers = [Walker(served, number, random.Random(seed * 10**6 + number), report) for number in numbers]  # noqa: S311
            await asyncio.gather(*(walker.walk() for walker in walkers))
            await asyncio.gather(*(walker.leave() for walker in walkers))
            await served.settled()
            report.left_standing += [walker.number for walker in walkers if walker.left and await walker.still_there()]
            await served.wipe(idle=start % (2 * AT_ONCE) == 0)
            report.left_standing += [walker.number for walker in walkers if await walker.still_there()]
            report.ended += len(walkers)
        report.calls = (await served.front.person("state"))["calls"]
        report.codes = [code.name for code in served.notes.codes]
    report.seconds = time.perf_counter() - began
    return report


def _print(name: str, report: Report) -> None:
    codes = {code: report.codes.count(code) for code in sorted(set(report.codes))}
    sys.stdout.write(
        f"{name}: {report.ended} walks, {report.actions} actions in {report.seconds:.0f} s; "
        f"chats not empty: {len(report.left_standing)} {report.left_standing[:10]}; "
        f"two messages of ours after a turn: {report.doubled}\n  calls {report.calls}\n  codes {codes}\n"
    )


def main() -> int:
    """Half of the walks by polling, half by webhook. Status 1 if any chat was not empty."""
    walks, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    bundle = load_checked(Path(__file__).parents[2], date(2026, 11, 23))
    failed = 0
    for name, share in (("polling", walks - walks // 2), ("webhook", walks // 2)):
        report = asyncio.run(walk_all(bundle, walks=share, webhook=name == "webhook", seed=seed))
        _print(name, report)
        failed += len(report.left_standing)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
