# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What counts how much of the program the tests run, while a process that a test began is still ending."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from coverage import CoverageData

SCRIPT = Path(__file__).parents[2] / "scripts" / "run_tests.py"


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the processes of one part count, as `coverage` names their files."""
    monkeypatch.setenv("COVERAGE_FILE", str(tmp_path / ".coverage"))
    folder = tmp_path / "part 0"
    folder.mkdir()
    return folder


def test_a_file_that_moves_while_it_is_read_spoils_nothing(part: Path) -> None:
    """One such file made a whole run fail after every test had passed: its name was there, and then it was not."""
    data = CoverageData(str(part / ".coverage"), suffix="host.pid1.Xaaaaaaaax")
    data.add_lines({"bot/emergency.py": [1, 2, 3]})
    data.write()
    (part / ".coverage.host.pid2.Xbbbbbbbbx").symlink_to(part / "gone")

    assert runpy.run_path(str(SCRIPT))["combined"](part.parent)

    together = CoverageData(str(part.parent / ".coverage"))
    together.read()
    assert [Path(file).name for file in together.measured_files()] == ["emergency.py"]


def test_where_nothing_was_counted_no_count_is_made_up(part: Path) -> None:
    """The run fails."""
    assert not runpy.run_path(str(SCRIPT))["combined"](part.parent)
