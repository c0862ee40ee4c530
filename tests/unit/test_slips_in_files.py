# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Slips of who saves, copies or renames a file: told in the words of who made them, at the file that was meant."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checks.run import load_checked, run_checks
from bot.errors import ContentError
from tests.checks.fixtures import BASE, replace_in, told
from tests.conftest import TODAY

MESSAGES = "locales/it/messages.ftl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


@pytest.mark.parametrize("spoil", [lambda text: text[: text.index("\nhome =")], lambda text: text.replace("\n", "\r")])
def test_messages_that_are_gone_are_told_of_once_and_at_their_file(folder: Path, spoil: Callable[[str], str]) -> None:
    path = folder / MESSAGES
    path.write_bytes(spoil(path.read_text(encoding="utf-8")).encode())
    (problem,) = run_checks(folder, TODAY)
    assert (problem.file, problem.code) == (MESSAGES, "L01")
    assert "tagliato" in problem.hint
    with pytest.raises(ContentError):
        load_checked(folder, TODAY)


def test_a_message_of_the_program_that_is_missing_ends_no_check(folder: Path) -> None:
    text = (folder / MESSAGES).read_text(encoding="utf-8")
    start = text.index("language-name =")
    end = text.index("    }\n", start) + len("    }\n")
    replace_in(folder, MESSAGES, text[start:end], "")
    assert {line.split()[1] for line in told(run_checks(folder, TODAY))} == {"L03"}


@pytest.mark.parametrize("name", ["flows/more.yml", "locales/it/phrases.yml"])
def test_a_file_that_nobody_would_read_is_told(folder: Path, name: str) -> None:
    (folder / name).write_text("schema: '1'\n", encoding="utf-8")
    (problem,) = run_checks(folder, TODAY)
    assert (problem.file, problem.code) == (name, "Y14")
    assert ".yaml" in problem.hint


@pytest.mark.parametrize(
    ("file", "find", "write"),
    [
        ("locales/it/words.yaml", "revealing: [", "revealing: [botte**, "),
        ("locales/en/locale.yaml", "signed: []", 'signed: [{by: Ente, on: "2026-02-31", messages: {home: "0"}}]'),
        ("locales/en/locale.yaml", "signed: []", 'signed: [{by: Ente, on: "01/02/2026", messages: {home: "0"}}]'),
    ],
)
def test_who_wrote_it_is_told_no_pattern_of_a_programmer(folder: Path, file: str, find: str, write: str) -> None:
    replace_in(folder, file, find, write)
    (problem,) = run_checks(folder, TODAY)
    assert (problem.file, problem.code) == (file, "F01")
    assert problem.hint
    assert "^" not in problem.hint
