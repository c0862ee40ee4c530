# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Another process on the same store, as a test drives it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tests.architecture.sources import ROOT


class Other:
    """A second process, ready and waiting for its word (see child.py)."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "tests.sessions.child", *words]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self.process.stdout
        assert self.process.stdout.readline() == "ready\n"

    def go(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def says(self) -> Any:  # noqa: ANN401 - whatever its action gives
        """What came of it, once told to go on."""
        out, _ = self.process.communicate("go\n")
        assert self.process.returncode == 0
        return json.loads(out)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()
