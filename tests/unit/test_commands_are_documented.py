# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every command of `bussola` is named in a page that somebody reads, and pages name no command that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from bot.cli import app
from bot.content.bundle import Bundle
from bot.reports import doors

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands(of: typer.Typer, before: str = "bussola") -> Iterator[str]:
    for command in of.registered_commands:
        name = command.name or str(getattr(command.callback, "__name__", ""))
        yield f"{before} {name.replace('_', '-')}"
    for group in of.registered_groups:
        if group.typer_instance is not None:
            yield from commands(group.typer_instance, f"{before} {group.name}")


def pages() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in PAGES)


@pytest.mark.parametrize("command", sorted(commands(app)))
def test_every_command_is_in_a_page(command: str) -> None:
    assert re.search(rf"{command}\b", pages()), command


@pytest.mark.parametrize("door", [doors.understand, doors.place])
def test_the_examples_of_the_page_are_what_is_answered(bundle: Bundle, door: doors.Door) -> None:
    section = (ROOT / "docs" / "comandi.md").read_text(encoding="utf-8").split(f"`bussola {door.__name__}`: ")[1]
    asked, answered = re.findall(r"^    (\{.*\})$", section, re.MULTILINE)[:2]
    assert list(doors.answers(bundle, door, [asked])) == [answered]


def test_pages_name_no_command_that_is_not_there() -> None:
    known = {command.split()[1] for command in commands(app)}
    named = set(re.findall(r"(?:`|^    |\.venv/bin/)bussola ([a-z]+)", pages(), re.MULTILINE))
    assert named <= known


def test_the_commands_are_those_of_the_program() -> None:
    assert {command.split()[1] for command in commands(app)} == set(get_command(app).commands)  # type: ignore[attr-defined]
