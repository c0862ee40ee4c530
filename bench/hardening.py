# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What it costs that freed memory is overwritten; see bench/README.md.

The same conversations, with the sessions' store in memory, in processes of their own: as Python starts by itself, and
with the settings that `bussola serve` starts itself with. The processes work in turn, a short round each, so that busy
moments of the machine meet all. The best round counts: whatever else the machine does only makes one slower.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.channels.base import Came, Sent  # noqa: E402 - found through the line above
from bot.channels.telegram.render import TELEGRAM  # noqa: E402
from bot.checks.run import load_checked  # noqa: E402
from bot.conversations import Conversations  # noqa: E402
from bot.dialogue.events import Event, Started, Tapped, Typed  # noqa: E402
from bot.ops.hardening import ENVIRONMENT  # noqa: E402
from bot.sessions.choose import open_sessions  # noqa: E402
from bot.sessions.keys import Keys  # noqa: E402
from bot.sessions.memory import Memory  # noqa: E402

ROUNDS, PEOPLE = 60, 20
SECRET = bytes(range(32))
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
WAYS: dict[str, dict[str, str]] = {
    "as Python starts": {},
    "PYTHONMALLOC": {"PYTHONMALLOC": ENVIRONMENT["PYTHONMALLOC"]},
    "both (shipped)": ENVIRONMENT,
}


class Worker:
    """A process that works when asked to. `costs` are the microseconds of processor for a turn, one a round."""

    def __init__(self, environment: dict[str, str]) -> None:
        bare = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}
        command = [sys.executable, __file__, "work"]
        self.process = subprocess.Popen(  # noqa: S603 - ourselves
            command, env={**bare, **environment}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.costs: list[float] = []
        self.memory = 0.0

    def round(self) -> None:
        """Have it work once."""
        asked, told = self.process.stdin, self.process.stdout
        print(file=asked, flush=True)
        cost, self.memory = json.loads(told.readline() if told else "")
        self.costs.append(cost)


def main() -> None:
    """Measure all ways in one run and print."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them")
    workers = {name: Worker(environment) for name, environment in WAYS.items()}
    for worker in workers.values():
        worker.round()
        worker.costs.clear()
    for _ in range(ROUNDS):
        for worker in workers.values():
            worker.round()
    _table(workers)
    for worker in workers.values():
        worker.process.communicate()


def _table(workers: dict[str, Worker]) -> None:
    print(f"\n{'':18}turns a cpu second  ratio   us best  median     max     MB")
    first = min(workers["as Python starts"].costs)
    for name, worker in workers.items():
        best, middle, worst = min(worker.costs), median(worker.costs), max(worker.costs)
        costs = f"{best:9.0f} {middle:7.0f} {worst:7.0f}"
        print(f"{name:18}{1e6 / best:18.0f} {first / best:6.2f} {costs} {worker.memory:6.0f}")


async def _work() -> None:
    """A round for each line of standard input; prints what a turn cost, and the most memory so far (MB)."""
    sessions = open_sessions("memory:", SECRET, 1)
    await sessions.open()
    bundle = load_checked(ROOT, date(2026, 11, 23))
    conversations = Conversations(lambda: bundle, Memory(sessions, Keys(SECRET)), lambda: NOON)
    for number, _ in enumerate(sys.stdin):
        began, turns = process_time(), 0
        for person in range(number * PEOPLE, (number + 1) * PEOPLE):
            turns += await _talk(conversations, person)
        print(json.dumps([(process_time() - began) / turns * 1e6, _most_memory()]), flush=True)
    await sessions.close()


def _most_memory() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def _talk(conversations: Conversations, person: int) -> int:
    """A whole conversation: hello, what it is about, where, the first contact, urgent numbers, out. Its turns."""
    events: list[Event | None] = [
        Started(""), Typed("mio marito mi picchia"), Typed("sto a fornacette"), None, Typed("112"), Typed("esci"),
    ]  # fmt: skip
    offered: tuple[str, ...] = ()
    for number, event in enumerate(events):
        async with conversations.of(TELEGRAM, str(1_000_000 + person), deletes=True) as chat:
            came = Came("it", f"{person}.{number}", Sent(number * 2 + 1, 0))
            answer = await chat.answer(event or Tapped(offered[0]), came)
            await chat.hold(Sent(number * 2 + 2, 0))
            offered = answer.outgoing.offered or offered
    return len(events)


if __name__ == "__main__":
    if sys.argv[1:] == ["work"]:
        asyncio.run(_work())
    else:
        main()
