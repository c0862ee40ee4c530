# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A check of the files in a process of its own, which may take its time, and may come to grief over them.

It is started without our settings, so it knows no secret; it steps back for whoever answers people; and where memory
runs out, it is the one that the kernel ends.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from datetime import date
from pathlib import Path

from bot.checks.run import load_checked
from bot.content.reload import Verdict
from bot.errors import CheckUnfinished, ContentError

SECONDS = 60.0
"""How long a check may take; ours take two. On a machine that is asked for ten times what it has, 51 were seen."""

NOT_NOW = 75
"""The child's exit status where the machine, not the files, kept it from judging (EX_TEMPFAIL of sysexits.h)."""

NICE = 10
FIRST_TO_GO = "1000"
"""The highest `oom_score_adj` (man 5 proc)."""


async def check_apart(folder: Path, today: date, seconds: float = SECONDS) -> Verdict:
    """Implements `bot.content.reload.Check`. Our own code that breaks over the files counts as one problem; a process
    that is too slow, is ended by somebody else (the kernel, for memory) or cannot read is no verdict: CheckUnfinished.
    """
    process = await asyncio.create_subprocess_exec(
        *_command(folder, today), stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, env=_environment(), start_new_session=True
    )
    try:
        async with asyncio.timeout(seconds):
            said, _ = await process.communicate()
    except TimeoutError:
        raise CheckUnfinished from None
    finally:
        await _ended(process)
    if process.returncode == NOT_NOW or (process.returncode or 0) < 0:
        raise CheckUnfinished
    fingerprint, _, problems = said.decode("ascii", "replace").partition(" ")
    whole = process.returncode == 0 and problems.strip().isdecimal()
    return Verdict(fingerprint, int(problems)) if whole else Verdict("", 1)


def _command(folder: Path, today: date) -> tuple[str, ...]:
    return sys.executable, "-P", "-m", __name__, str(folder.resolve()), today.isoformat()


def _environment() -> dict[str, str]:
    return {"PATH": os.defpath, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


async def _ended(process: Process) -> None:
    with suppress(ProcessLookupError):
        if process.returncode is None:
            process.kill()
    await process.wait()


def _step_back() -> None:
    os.nice(NICE)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, encoding="ascii")


def main(folder: str, today: str) -> None:
    """What the child says, in one line: the fingerprint ("" where the files may not serve), and how many problems."""
    _step_back()
    try:
        sys.stdout.write(f"{load_checked(Path(folder), date.fromisoformat(today)).fingerprint} 0\n")
    except ContentError as error:
        sys.stdout.write(f" {len(error.problems)}\n")
    except (OSError, MemoryError):
        sys.exit(NOT_NOW)


if __name__ == "__main__":
    main(*sys.argv[1:])
