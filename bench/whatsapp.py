# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Signed calls over HTTP to the shipped server, as Twilio would make them; see bench/README.md.

First an open loop: calls leave when the clock says so, whether or not earlier ones were answered; each is timed from
when it should have left. Then a closed loop, in turns, to the channel and to a handler on the same server that only
checks the signature and answers a constant: the ratio of their throughputs, and of the processor time of a call, which
a busy machine spoils less.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import IO, NamedTuple, cast
from urllib.parse import urlencode

from whatsapp_server import (  # type: ignore[import-not-found]  # beside this file, which is run by path
    ACCOUNT,
    BARE,
    ENVIRONMENT,
    PATH,
    SENDER,
    signer,
)

STORY = ("ciao", "1", "1", "Pontedera", "1", "8")
"""What each invented person writes, one message after the other."""

AT_ONCE = 300
"""How many people are in the middle of their story at a time."""

CONNECTIONS, SLICES = 64, 5
FORM = "application/x-www-form-urlencoded; charset=UTF-8"
SIGNERS = {path: signer(path) for path in (PATH, BARE)}


def messages(kind: str = "0") -> Iterator[tuple[str, str]]:
    """Who writes what, for ever: people in groups, each group one message at a time. `kind` makes them others."""
    for group in count():
        for text in STORY:
            for person in range(AT_ONCE):
                yield f"whatsapp:+39{kind}{group * AT_ONCE + person:08d}", text


def request(path: str, who: str, text: str, number: int) -> bytes:
    """One call, as it travels."""
    sids = dict.fromkeys(("SmsMessageSid", "SmsSid", "MessageSid"), f"SM{number:032x}")
    numbers = {"NumMedia": "0", "NumSegments": "1", "ReferralNumMedia": "0", "ApiVersion": "2010-04-01"}
    person = {"From": who, "WaId": who[-12:], "ProfileName": "Nome Inventato", "Body": text}
    form = {**sids, **numbers, **person, "To": SENDER, "AccountSid": ACCOUNT, "MessageType": "text"}
    body = urlencode(form).encode()
    headers = {"Host": "bussola.example", "Content-Type": FORM, "Content-Length": str(len(body))}
    headers |= {"X-Twilio-Signature": SIGNERS[path].sign(list(form.items())), "User-Agent": "TwilioProxy/1.1"}
    head = f"POST {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{head}\r\n".encode() + body


class Wire(asyncio.Protocol):
    """A connection that carries one call at a time and calls back when its answer is there."""

    def __init__(self, free: deque[Wire]) -> None:
        self.free, self.errors = free, 0
        self.times: list[float] = []
        self._buffer, self._began = b"", 0.0
        self.done: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready."""
        self.transport = cast("asyncio.Transport", transport)
        self.free.append(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """An error, unless we let go of it ourselves."""
        self.errors += self.done is not None or exc is not None

    def call(self, written: bytes, began: float, done: asyncio.Future[None]) -> None:
        """Send one call, timed from `began`; `done` is set once its answer is there."""
        self._began, self.done = began, done
        self.transport.write(written)

    def data_received(self, data: bytes) -> None:
        """Take what arrives until an answer is whole."""
        self._buffer += data
        head, found, body = self._buffer.partition(b"\r\n\r\n")
        if not found or len(body) < length(head):
            return
        self.errors += not (head.startswith(b"HTTP/1.1 200") and b"<Message>" in body)
        self.times.append(perf_counter() - self._began)
        done, self.done, self._buffer = self.done, None, b""
        self.free.append(self)
        if done and not done.done():
            done.set_result(None)


def length(head: bytes) -> int:
    """The length of the body that a head announces."""
    return int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])


class Load(NamedTuple):
    """Milliseconds of all answers, sorted; errors; answers a second; milliseconds of the server's processor for one."""

    times: list[float]
    errors: int
    rate: float
    cpu: float

    def row(self, name: str) -> str:
        """A line of the table."""
        at = [self.times[min(int(len(self.times) * share), len(self.times) - 1)] for share in (0.5, 0.99, 0.999, 1)]
        first = f"{name:20}{len(self.times):8}{self.errors:8}{self.rate:10.0f}{self.cpu:8.2f}"
        return first + "".join(f"{each:9.2f}" for each in at)


async def opened(port: int) -> tuple[list[Wire], deque[Wire]]:
    """Connections, all of them free."""
    free: deque[Wire] = deque()
    loop = asyncio.get_running_loop()
    made = [(await loop.create_connection(lambda: Wire(free), "127.0.0.1", port))[1] for _ in range(CONNECTIONS)]
    return made, free


class Watch:
    """The clock, and the processor of the server, from now on."""

    def __init__(self, process: int) -> None:
        self._process, self._cpu, self._clock = process, cpu(process), perf_counter()

    def load(self, wires: list[Wire], lost: int = 0) -> Load:
        """What the connections have seen since."""
        seconds, spent = perf_counter() - self._clock, cpu(self._process) - self._cpu
        times = sorted(each * 1e3 for wire in wires for each in wire.times)
        errors = sum(wire.errors for wire in wires) + lost
        return Load(times, errors, len(times) / seconds, spent * 1e3 / max(1, len(times)))


async def open_loop(port: int, watch: Watch, rate: int, calls: int) -> Load:
    """`rate` calls a second, each at its moment; one that finds no free connection waits, and its time runs."""
    wires, free = await opened(port)
    loop, told, start = asyncio.get_running_loop(), messages(), perf_counter() + 0.2
    waiting = []
    for index in range(calls):
        written, moment = request(PATH, *next(told), index), start + index / rate
        await asyncio.sleep(max(0.0, moment - perf_counter()))
        while not free:  # noqa: ASYNC110 - the time that this takes counts, as it would for Twilio
            await asyncio.sleep(0.001)
        done = loop.create_future()
        waiting.append(done)
        free.popleft().call(written, moment, done)
    _, late = await asyncio.wait(waiting, timeout=10)
    found = watch.load(wires, len(late))
    close(wires)
    return found


async def closed_loop(port: int, watch: Watch, written: list[bytes]) -> Load:
    """As many calls as the server answers, one after the other on each connection."""
    wires, _ = await opened(port)
    left = iter(written)

    async def through(wire: Wire) -> None:
        for each in left:
            done = asyncio.get_running_loop().create_future()
            wire.call(each, perf_counter(), done)
            await done

    await asyncio.gather(*map(through, wires))
    found = watch.load(wires)
    close(wires)
    return found


def close(wires: list[Wire]) -> None:
    """Let go of all of them."""
    for wire in wires:
        wire.transport.close()


@contextmanager
def server(*, plain: bool) -> Iterator[tuple[int, int]]:
    """The server in a process of its own, which overwrites what it frees unless `plain`; its port and its process."""
    environment = os.environ if plain else {**os.environ, **ENVIRONMENT}
    command = [sys.executable, str(Path(__file__).with_name("whatsapp_server.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True) as made:  # noqa: S603 - our own file
        stdin, stdout = cast("IO[str]", made.stdin), cast("IO[str]", made.stdout)
        port, process = stdout.readline().split()
        yield int(port), int(process)
        stdin.close()


def cpu(process: int) -> float:
    """Seconds of processor that a process has used (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure, and print two tables."""
    given = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    given.add_argument("--rate", type=int, default=300, help="calls a second in the open loop")
    given.add_argument("--seconds", type=int, default=60, help="how long the open loop lasts")
    given.add_argument("--calls", type=int, default=6_000, help="calls of a slice of the closed loop")
    given.add_argument("--plain", action="store_true", help="without overwriting what is freed, which ships otherwise")
    asked = given.parse_args()
    how = "as it is" if asked.plain else "overwritten"
    busy = f"busy {os.getloadavg()[0]:.1f} of them"
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {busy}, freed memory {how}\n")
    print(f"{'':20}{'calls':>8}{'errors':>8}{'a second':>10}{'cpu ms':>8}{'p50 ms':>9}{'p99':>9}{'p99.9':>9}{'max':>9}")
    with server(plain=asked.plain) as (port, process):
        found = asyncio.run(open_loop(port, Watch(process), asked.rate, asked.rate * asked.seconds))
        print(found.row(f"{asked.rate} a second"))
        in_turns(port, process, asked)


def in_turns(port: int, process: int, asked: argparse.Namespace) -> None:
    """Slices of the closed loop, to the one and to the other."""
    told, numbers = messages("9"), count(10**6)
    found: dict[str, list[Load]] = {PATH: [], BARE: []}
    for number in range(2 * SLICES):
        path = (PATH, BARE)[number % 2]
        written = [request(path, *next(told), next(numbers)) for _ in range(asked.calls)]
        found[path].append(asyncio.run(closed_loop(port, Watch(process), written)))
        print(found[path][-1].row(f"at most, {path}"))
    pairs = list(zip(found[PATH], found[BARE], strict=True))
    rates, costs = [ours.rate / bare.rate for ours, bare in pairs], [bare.cpu / ours.cpu for ours, bare in pairs]
    print(f"\nshare of the bare handler's throughput: median {median(rates):.2f}, {min(rates):.2f} to {max(rates):.2f}")
    print(f"the same by processor time of a call: median {median(costs):.2f}, {min(costs):.2f} to {max(costs):.2f}")


if __name__ == "__main__":
    main()
