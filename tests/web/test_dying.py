# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A server that dies by itself is a mistake of ours, and whoever supervises must be told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.ports import free_port
from tests.web.serving import PATIENCE, settings

DYING = """
import sys
from bot.web.server import Server
async def dies(self, bound):
    raise RuntimeError("parole di qualcuno")
Server.run_on = dies
from bot.cli import main
sys.argv = ["bussola", "serve"]
main()
"""


def test_a_server_that_dies_ends_the_process_with_70_and_without_its_words(tmp_path: Path) -> None:
    given = settings(free_port())
    ended = subprocess.run(
        [sys.executable, "-P", "-c", DYING], cwd=tmp_path, env=given, capture_output=True, timeout=PATIENCE, check=False
    )
    assert ended.returncode == 70
    assert b"parole" not in ended.stdout + ended.stderr
