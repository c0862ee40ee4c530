# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Operators read Italian, in what `--help` says as well."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import typer
from typer.testing import CliRunner

from bot.cli import app

ENGLISH = re.compile(r"\b(usage|options|arguments|commands?|show|message|exit|default|required|args)\b", re.IGNORECASE)


def commands(group: typer.Typer, *above: str) -> Iterator[tuple[str, ...]]:
    """The words of every command and group of commands."""
    yield above
    for command in group.registered_commands:
        assert command.callback
        yield (*above, command.name or command.callback.__name__.replace("_", "-"))
    for inner in group.registered_groups:
        assert inner.typer_instance
        yield from commands(inner.typer_instance, *above, str(inner.name))


@pytest.mark.parametrize("words", [*commands(app)], ids=" ".join)
def test_help_has_no_english_words(words: tuple[str, ...]) -> None:
    said = CliRunner().invoke(app, [*words, "--help"], prog_name="bussola").output
    assert "Uso:" in said
    assert "Mostra questo aiuto" in said
    assert ENGLISH.findall(said) == []
