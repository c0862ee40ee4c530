# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every check sees what it is there to see, at its place, and nothing where nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.run import run_checks
from bot.content.bundle import Bundle
from tests.checks.fixtures import (
    BASE,
    FIXTURES,
    ROOT,
    codes_in_docs,
    codes_in_source,
    expected,
    problems_of,
    problems_of_directory,
    told,
)
from tests.conftest import TODAY

WITHOUT_PLACE = {"F09", "L01", "L03", "L19", "L20", "Y13", "Y14", "Y22"}
"""Codes of what has no single place: something that is not there at all, or a whole file."""
OF_NETWORK = [path for path in FIXTURES if path.name[0] != "D"]
OF_DIRECTORY = [path for path in FIXTURES if path.name[0] == "D"]


@pytest.mark.parametrize("fixture", OF_NETWORK, ids=lambda path: path.name)
def test_the_smallest_failing_example_fails_with_its_code_at_its_place(
    fixture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    found = problems_of(fixture, tmp_path / "network", monkeypatch)
    if request.config.getoption("--update"):
        (fixture / "expected").write_text("".join(f"{line}\n" for line in told(found)), encoding="utf-8")
    assert told(found) == expected(fixture)
    assert {problem.code for problem in found} == {fixture.name}
    assert all(problem.message for problem in found)
    assert fixture.name in WITHOUT_PLACE or all(problem.line > 0 and problem.column > 0 for problem in found)


@pytest.mark.parametrize("fixture", OF_DIRECTORY, ids=lambda path: path.name)
def test_the_smallest_failing_directory_fails_with_its_code_at_its_place(fixture: Path, bundle: Bundle) -> None:
    found = problems_of_directory(fixture, bundle)
    assert sorted(told(found, with_file=False)) == sorted(expected(fixture))
    assert fixture.name in {problem.code for problem in found}


def test_the_smallest_network_has_no_problem() -> None:
    assert run_checks(BASE, TODAY) == []


def test_the_shipped_files_have_no_problem() -> None:
    assert [str(problem) for problem in run_checks(ROOT, TODAY)] == []


def test_every_code_of_the_program_has_a_failing_example_and_the_other_way_round() -> None:
    assert {path.name for path in FIXTURES} == codes_in_source()


def test_every_code_of_the_program_has_one_line_in_the_documents_and_the_other_way_round() -> None:
    assert sorted(codes_in_docs()) == sorted(codes_in_source())
