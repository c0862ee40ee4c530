# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Unsigned and wrongly signed calls over HTTP to the shipped server, while somebody writes; see bench/README.md.

Each call is one that would be right, with its signature taken away, changed in one character, cut by one, or made with
another key. Any that is not refused with 403, and any of the right ones that is not answered, ends the bench.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import re
import sys
from collections import Counter
from itertools import count
from random import Random
from time import perf_counter

from whatsapp import (  # type: ignore[import-not-found]  # beside this file, which is run by path
    CONNECTIONS,
    PATH,
    cpu,
    length,
    messages,
    request,
    server,
)
from whatsapp_server import Signer  # type: ignore[import-not-found]  # as above

SIGNATURE = re.compile(rb"(X-Twilio-Signature: ([^\r]+)\r\n)")
ANSWERED, REFUSED = 200, 403
EVERY = 0.05
"""Seconds between two right calls."""


def spoilt(written: bytes, chance: Random) -> bytes:
    """A right call, made wrong."""
    line, right = SIGNATURE.findall(written)[0]
    right = right.decode()
    at = chance.randrange(len(right) - 2)
    other = chance.choice([letter for letter in "ABCdef012+/" if letter != right[at]])
    another = Signer(str(chance.random()), "https://bussola.example" + PATH).sign([("Body", right)])
    wrong = ["", right[:at] + other + right[at + 1 :], right[:-1], another]
    said = f"X-Twilio-Signature: {wrong[chance.randrange(4)]}\r\n".encode()
    return written.replace(line, b"" if chance.random() < 1 / 8 else said)


async def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, written: bytes) -> tuple[int, bytes]:
    """The status of the answer to one call, and its body."""
    writer.write(written)
    head = await reader.readuntil(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), await reader.readexactly(length(head))


async def wrong_ones(port: int, left: list[int], found: Counter[tuple[int, int]], seed: int) -> None:
    """Make calls on one connection until none is left to make."""
    chance, told, numbers = Random(seed), messages("8"), count(seed * 10**6)  # noqa: S311 - the same in every run
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while left[0] > 0:
        left[0] -= 1
        status, body = await asked(reader, writer, spoilt(request(PATH, *next(told), next(numbers)), chance))
        found[status, len(body)] += 1
    writer.close()


async def right_ones(port: int, times: list[float], over: asyncio.Event) -> None:
    """Somebody who writes all the while."""
    told, numbers = messages("7"), count(10**9)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while not over.is_set():
        began = perf_counter()
        status, body = await asked(reader, writer, request(PATH, *next(told), next(numbers)))
        if status != ANSWERED or b"<Message>" not in body:
            sys.exit(f"a right call was answered with {status}")
        times.append((perf_counter() - began) * 1e3)
        await asyncio.sleep(EVERY)
    writer.close()


async def flood(port: int, calls: int) -> tuple[Counter[tuple[int, int]], list[float]]:
    """Statuses with the lengths of their bodies, and the milliseconds of the right calls, sorted."""
    found, times, over = Counter[tuple[int, int]](), list[float](), asyncio.Event()
    writing = asyncio.create_task(right_ones(port, times, over))
    left = [calls]
    await asyncio.gather(*(wrong_ones(port, left, found, seed) for seed in range(CONNECTIONS)))
    over.set()
    await writing
    return found, sorted(times)


def main() -> None:
    """Make the calls, and print what came of them."""
    given = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    given.add_argument("calls", nargs="?", type=int, default=200_000)
    asked_for = given.parse_args().calls
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them\n")
    with server(plain=False) as (port, process):
        began, spent = perf_counter(), cpu(process)
        found, times = asyncio.run(flood(port, asked_for))
        seconds, spent = perf_counter() - began, cpu(process) - spent
    for (status, size), calls in found.items():
        print(f"{calls} calls: {status}, {size} bytes")
    print(f"{asked_for / seconds:.0f} a second, {spent * 1e3 / asked_for:.2f} ms of the server's processor each")
    p50, p99 = (times[int(len(times) * share)] for share in (0.5, 0.99))
    print(f"right calls meanwhile: {len(times)}, all answered, p50 {p50:.1f} ms, p99 {p99:.1f}, max {times[-1]:.1f}")
    sys.exit(list(found) != [(REFUSED, 0)])


if __name__ == "__main__":
    main()
