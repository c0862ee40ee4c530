# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How long nobody is answered after a start: from the shipped command to the first answer to a signed WhatsApp call.

    .venv/bin/python bench/start.py [STARTS]

In turns with a Python that only imports what the server imports, so that what the machine does meanwhile meets both.
"""

from __future__ import annotations

import http.client
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.ops.hardening import ENVIRONMENT  # noqa: E402 - found through the line above
from tests.ports import free_port  # noqa: E402
from tests.web.serving import call, settings  # noqa: E402

IMPORTS = "import bot.cli, bot.ops.serve, bot.channels.whatsapp.adapter, bot.channels.whatsapp.records"


Took = tuple[float, float]
"""Seconds by the clock, and seconds of processor."""


def worked() -> float:
    """Seconds of processor of all processes that we have started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def served(folder: str) -> Took:
    """Until somebody is answered. The server has to start itself again, as from any shell."""
    port = free_port()
    environment = {name: value for name, value in settings(port).items() if name not in ENVIRONMENT}
    began, before = time.perf_counter(), worked()
    command = [sys.executable, "-P", "-m", "bot", "serve"]
    server = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL)  # noqa: S603 - ourselves
    try:
        while not answered(port):
            time.sleep(0.005)
        seconds = time.perf_counter() - began
    finally:
        server.kill()
        server.wait()
    return seconds, worked() - before


def answered(port: int) -> bool:
    """Whether a greeting gets an answer; False at once while nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with suppress(ConnectionError):
        connection.request("POST", "/whatsapp", *call("ciao"))
        response = connection.getresponse()
        return response.status == http.HTTPStatus.OK and b"<Message>" in response.read()
    return False


def imported(folder: str) -> Took:
    """Until a Python with the shipped memory settings has imported everything."""
    environment = {**settings(0), **ENVIRONMENT}
    began, before = time.perf_counter(), worked()
    subprocess.run([sys.executable, "-P", "-c", IMPORTS], cwd=folder, env=environment, check=True)  # noqa: S603 - ourselves
    return time.perf_counter() - began, worked() - before


def main(starts: int) -> None:
    """Measure and tell."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them\n")
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(served(folder), imported(folder)) for _ in range(starts)]
    for index, kind in enumerate(("clock", "cpu")):
        ours, imports = ([pair[side][index] for pair in pairs] for side in (0, 1))
        for name, took in (("first answer", ours), ("imports alone", imports)):
            print(f"{kind:6}{name:14} best {min(took):5.2f} s, median {median(took):5.2f}, worst {max(took):5.2f}")
        shares = [one / other for one, other in zip(ours, imports, strict=True)]
        print(f"{kind:6}{'ratio':14} best {min(shares):5.2f}  , median {median(shares):5.2f}, worst {max(shares):5.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
