# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What sessions cost: memory of 100 000 live ones, and time of a turn's read and write; see bench/README.md.

Sessions are invented: a conversation of a dozen messages, as most are. Memory is that of a process of its own, which
does nothing else, as the kernel counts it (resident pages): before the store, and when 100 000 sessions are in it.
Time is that of one read and one write of a random one among 10 000, first one after the other, then 64 side by side.
"cpu" is the time for which processors worked for us (Redis not counted), the rest what the clock says.
"""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from time import perf_counter, process_time, sleep

from redis import Redis

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.sessions.choose import open_sessions  # noqa: E402 - found through the line above
from bot.sessions.sealed import Seal  # noqa: E402
from bot.sessions.session import Session, Sessions  # noqa: E402

LIVE, KNOWN, TURNS, BESIDE = 100_000, 10_000, 5_000, 64
SECRET = b"s" * 32
CHANCE = Random(1)  # noqa: S311 - the same sessions in every run


def usual(number: int) -> Session:
    """A conversation of a dozen messages, with eight deliveries remembered."""
    states = ["it." + "".join(CHANCE.choices("bcdfghjklmnpqrstvwxz0123456789", k=11)) for _ in range(9)]
    seen = tuple((f"{CHANCE.getrandbits(64):016x}", state) for state in states[:8])
    at = 1_790_000_000 + number
    messages = tuple((1000 + number + step, at + 9 * step) for step in range(12))
    return Session(states[7], tuple(states[:6]), states[8], seen, "telegram", str(10**9 + number), (2000, at), messages)


def key_of(number: int) -> bytes:
    """A key as scattered as a keyed hash."""
    return Random(number).randbytes(32)  # noqa: S311 - as above


def resident() -> float:
    """Memory of this process, in MB (10^6 bytes)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def fill(store: Sessions, count: int) -> None:
    """`count` sessions, each written twice, as after two turns."""
    for number in range(count):
        session = usual(number)
        await store.write(key_of(number), session)
        found = await store.read(key_of(number)) or session
        await store.write(key_of(number), replace(session, version=found.version))


async def memory() -> None:
    """Print resident memory before and after (run in a process of its own)."""
    store = open_sessions("memory:", SECRET, 1)
    await store.open()
    before = resident()
    await fill(store, LIVE)
    print(f"{before:.0f} MB before, {resident():.0f} MB with {LIVE} sessions in memory:", flush=True)
    await store.close()


async def turn(store: Sessions, number: int) -> float:
    """Milliseconds of a read and a write."""
    began = perf_counter()
    found = await store.read(key_of(number))
    if not found or not await store.write(key_of(number), found):
        sys.exit("a session was lost")
    return (perf_counter() - began) * 1000


async def timed(name: str, url: str) -> None:
    """Print what a turn costs on the store at `url`."""
    store = open_sessions(url, SECRET, 1)
    await store.open()
    await fill(store, KNOWN)
    worked = process_time()
    alone = sorted([await turn(store, CHANCE.randrange(KNOWN)) for _ in range(TURNS)])
    cpu = (process_time() - worked) / TURNS * 1000
    order = iter(CHANCE.sample(range(KNOWN), TURNS))

    async def worker() -> None:
        for number in order:
            await turn(store, number)

    began = perf_counter()
    await asyncio.gather(*(worker() for _ in range(BESIDE)))
    rate = TURNS / (perf_counter() - began)
    await store.close()
    p50, p99, most = alone[TURNS // 2], alone[TURNS * 99 // 100], alone[-1]
    print(f"{name:>12}  {cpu:6.2f}  {p50:6.2f} {p99:6.2f} {most:6.2f}  {rate:9.0f}", flush=True)


def sealing() -> None:
    """Print what opening and sealing alone cost."""
    seal, session, key = Seal(SECRET), usual(1), key_of(1)
    times, worked = [], process_time()
    for _ in range(TURNS):
        began = perf_counter()
        seal.opened(key, 0, seal.sealed(key, session))
        times.append((perf_counter() - began) * 1000)
    cpu = (process_time() - worked) / TURNS * 1000
    times.sort()
    print(f"{'sealing':>12}  {cpu:6.2f}  {times[TURNS // 2]:6.2f} {times[TURNS * 99 // 100]:6.2f} {times[-1]:6.2f}")
    print(f"{'':>12}  a sealed session has {len(seal.sealed(key, session))} bytes")


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """The address of a server of our own that keeps nothing."""
    program = shutil.which("redis-server")
    if not program:
        sys.exit("redis-server is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--dir", str(folder), "--save", "", "--appendonly", "no", "--logfile", "/dev/null"]
    server = subprocess.Popen([program, *options])  # noqa: S603 - our own arguments
    sleep(1)
    yield f"redis://127.0.0.1:{port}/0"
    server.kill()
    server.wait()


def redis_memory(url: str) -> int:
    """Bytes that the server at `url` has given out."""
    with Redis.from_url(url) as server:
        return int(server.info("memory")["used_memory"])


def main() -> None:
    """Run everything; the memory in processes of their own."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them\n")
    for allocator in ("default", "debug"):
        print(f"PYTHONMALLOC={allocator}: ", end="", flush=True)
        command = [sys.executable, __file__, "memory"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONMALLOC": allocator})  # noqa: S603 - ourselves
    print("\nread + write  cpu ms     p50    p99    max   a second, 64 side by side")
    sealing()
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder, redis_server(Path(folder)) as url:
        empty = redis_memory(url)
        for name, store in (("memory:", "memory:"), ("sqlite:", f"sqlite:{folder}/sessions.db"), ("redis://", url)):
            asyncio.run(timed(name, store))
        print(f"{'':>12}  a session takes {(redis_memory(url) - empty) / KNOWN:.0f} bytes of Redis's memory")


if __name__ == "__main__":
    asyncio.run(memory()) if sys.argv[1:] == ["memory"] else main()
