# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""All tests, in parts side by side: each part as `pytest` alone would run it, what all of them ran counted together.

    python scripts/run_tests.py [what pytest is given too]

The first part is shown while it runs, each other one when it has ended. Status 1 if any part fails or if too little of
the program ran (`fail_under` in pyproject.toml).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

PARTS = (("tests/unit", "tests/promises"), ("tests", "--ignore=tests/unit", "--ignore=tests/promises"))
"""Together all tests, each once; about as long as each other."""

COVERAGE = (sys.executable, "-m", "coverage")
COUNT = ".coverage"
"""How the files begin in which processes count: `coverage combine` finds them by this name."""


def begun(part: Sequence[str], given: Sequence[str], folder: Path, told: IO[bytes] | None) -> subprocess.Popen[bytes]:
    """A part that runs, and counts what it runs in `folder`; `told` is where it speaks."""
    folder.mkdir()
    command = [*COVERAGE, "run", "-m", "pytest", "-p", "no:cacheprovider", *part, *given]
    environment = {**os.environ, "COVERAGE_FILE": str(folder / COUNT)}
    return subprocess.Popen(command, env=environment, stdout=told, stderr=told)  # noqa: S603 - pytest, and what it is given


def run(folder: Path, given: Sequence[str]) -> bool:
    """Run all parts; whether every one of them passed."""
    files = [(folder / f"said {number}").open("w+b") for number in range(1, len(PARTS))]
    parts = [
        begun(part, given, folder / f"part {number}", told)
        for number, (part, told) in enumerate(zip(PARTS, (None, *files), strict=True))
    ]
    passed = [parts[0].wait() == 0]
    for part, told in zip(parts[1:], files, strict=True):
        passed.append(part.wait() == 0)
        told.seek(0)
        sys.stdout.write(told.read().decode(errors="replace"))
        told.close()
    return all(passed)


def combined(folder: Path) -> bool:
    """Put together what the processes of all parts counted; whether that could be done.

    Folders are named, not files: a process that a test began may outlive it by a moment, and then its file gets its
    last name while we read. Coverage only warns of a file that it found itself; of one that we name it makes a failure.
    """
    parts = map(str, sorted(folder.glob("part *")))
    return subprocess.run([*COVERAGE, "combine", "--quiet", *parts], check=False).returncode == 0  # noqa: S603 - ours


def counted(folder: Path) -> bool:
    """Say how much of the program all parts ran together; whether that is enough."""
    return combined(folder) and subprocess.run([*COVERAGE, "report"], check=False).returncode == 0  # noqa: S603 - ours


def main() -> int:
    """0 if everything passed and enough was run."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        passed = run(Path(folder), sys.argv[1:])
        return int(not (counted(Path(folder)) and passed))


if __name__ == "__main__":
    sys.exit(main())
