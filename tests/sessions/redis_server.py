# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A real Redis server for tests: on a free port, in a folder of its own, writing nothing to a disk."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

from tests.ports import free_port

PATIENCE = 180.0
"""Seconds after which it will never start."""


class Server:
    """A `redis-server` that can be killed and started anew on the same port."""

    def __init__(self, folder: Path) -> None:
        found = shutil.which("redis-server")
        assert found, "These tests want the real server: install it with `apt-get install redis-server`."
        self._program, self._folder, self.port = found, folder, free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        options = ["--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(self._folder)]
        silent = ["--save", "", "--appendonly", "no", "--logfile", "/dev/null"]
        self._process = subprocess.Popen([self._program, *options, *silent])
        end = time.monotonic() + PATIENCE
        while not _answers(self.port):
            assert self._process.poll() is None, "redis-server has ended"
            assert time.monotonic() < end, "redis-server did not start"
            time.sleep(0.01)

    def stop(self) -> None:
        """At once, as a machine that loses power; all that it held is gone."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Connections stay, and nothing is answered."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process
        self._process.send_signal(signal.SIGCONT)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1) as peer:
            peer.sendall(b"PING\r\n")
            return peer.recv(7) == b"+PONG\r\n"
    except OSError:
        return False
