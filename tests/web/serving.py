# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`bussola serve` as a process of its own on a real port, with WhatsApp configured for an invented account."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from bot.ops.hardening import ENVIRONMENT
from tests.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
ACCOUNT, TOKEN = "AC" + "0" * 32, "0123456789abcdefghijABCDEFGHIJ01"
SENDER, PUBLIC = "whatsapp:+15005550006", "https://bussola.example"
NOWHERE = "http://127.0.0.1:9"
"""A proxy that is not there, so that no test ever reaches Twilio."""

PATIENCE = 180.0
"""Seconds after which something will never come; no promise of ours is measured with it."""


ESTABLISHED = "01"


class _End(NamedTuple):
    """One end of a connection: its state, what waits to be acknowledged and to be read, whose it is ("0": nobody's)."""

    state: str
    waiting: str
    inode: str


class Answered(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Serving:
    """A running server; `lines` is what it logged, once it has ended."""

    process: subprocess.Popen[bytes]
    port: int
    logged: Path
    lines: list[dict[str, Any]] = field(default_factory=list)

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answered:
        """One call on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            return Answered(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def health(self) -> dict[str, Any]:
        """What /health says now."""
        found: dict[str, Any] = json.loads(self.ask("GET", "/health").body)
        return found

    def say(self, text: str, who: str = "+15005550001") -> Answered:
        """What somebody gets who writes `text` on WhatsApp."""
        return self.ask("POST", "/whatsapp", *call(text, who))

    def connected(self) -> socket.socket:
        """A bare connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def signal(self, number: int) -> None:
        """Send a signal."""
        self.process.send_signal(number)

    def connections(self) -> int:
        """How many connections there are, both ends counted. A protected process does not show its descriptors."""
        return sum(end.state == ESTABLISHED for end in self._ends())

    def has_read(self) -> bool:
        """Whether it has taken every connection that was made, and read all that was sent on them."""
        ours = [end for end in self._ends() if end.state == ESTABLISHED]
        return all(end.inode != "0" and set(end.waiting) <= set("0:") for end in ours)

    def _ends(self) -> list[_End]:
        """Both ends of its connections; the kernel's table is described in proc_net_tcp.txt."""
        rows = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
        place = f":{self.port:04X}"
        return [_End(row[3], row[4], row[9]) for row in rows if (row[1] + " " + row[2] + " ").count(place + " ")]

    def ended(self, seconds: float = PATIENCE) -> int:
        """Wait for the end; the exit status."""
        status = self.process.wait(seconds)
        self.lines = self.said()
        return status

    def said(self) -> list[dict[str, Any]]:
        """What was logged so far, without a line that is just being written."""
        whole = self.logged.read_text().rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines() if line.startswith("{")]

    def codes(self) -> list[str]:
        """The codes that were logged so far."""
        return [line["code"] for line in self.said()]


def call(text: str, who: str = "+15005550001", delivery: str = "", **more: str) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a call as Twilio makes it, with its signature; `more` are other fields."""
    sid = delivery or "SM" + os.urandom(16).hex()
    fields = {"AccountSid": ACCOUNT, "Body": text, "From": f"whatsapp:{who}", "MessageSid": sid, "To": SENDER, **more}
    signed = f"{PUBLIC}/whatsapp" + "".join(name + value for name, value in sorted(fields.items()))
    signature = base64.b64encode(hmac.digest(TOKEN.encode(), signed.encode(), hashlib.sha1)).decode()
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    return urlencode(fields).encode(), headers


def settings(port: int, **more: str) -> dict[str, str]:
    """The environment of a server; an empty value takes a setting away."""
    given = {
        "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "WHATSAPP_SENDER": SENDER, "PUBLIC_URL": PUBLIC,
        "BIND": f"127.0.0.1:{port}", "HTTPS_PROXY": NOWHERE, "PATH": os.defpath,
        "PYTHONPATH": str(ROOT), "CONTENT": str(ROOT), **ENVIRONMENT,
    }  # fmt: skip
    return {name: value for name, value in (given | more).items() if value}


@contextmanager
def serving(folder: Path, **more: str) -> Iterator[Serving]:
    """A server that has begun to answer; `folder` is empty and becomes its current one. Killed at the end."""
    port = free_port()
    logged = folder / "log"
    with logged.open("wb") as log:
        command = [sys.executable, "-P", "-m", "bot", "serve"]
        process = subprocess.Popen(command, cwd=folder, env=settings(port, **more), stdout=log, stderr=log)
    server = Serving(process, port, logged)
    try:
        wait_until(lambda: server.process.poll() is not None or "H01" in server.codes())
        assert server.process.poll() is None, logged.read_text()
        yield server
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def wait_until(holds: Any, seconds: float = PATIENCE, pause: float = 0.02) -> None:  # noqa: ANN401 - a condition
    """Wait until `holds()`, asked again after each `pause`; fails after `seconds`."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(pause)
