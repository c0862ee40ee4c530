# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Each package of others has one home with us; everything else lives on the standard library and on our own code."""

from __future__ import annotations

import sys

import pytest

from tests.architecture.sources import imported, modules, within

HOMES = {
    "yaml": ("bot.content",),
    "pydantic": ("bot.content", "bot.ops.settings"),
    "pydantic_settings": ("bot.ops.settings",),
    "pydantic_core": ("bot.content", "bot.ops.settings"),
    "fluent": ("bot.content",),
    "rapidfuzz": ("bot.understanding",),
    "opening_hours": ("bot.directory",),
    "phonenumbers": ("bot.directory",),
    "aiosqlite": ("bot.sessions",),
    "redis": ("bot.sessions", "bot.ops.redis_habits"),
    "cryptography": ("bot.sessions",),
    "telegram": ("bot.channels.telegram",),
    "twilio": ("bot.channels.whatsapp",),
    "starlette": ("bot.web",),
    "uvicorn": ("bot.web",),
    "h11": ("bot.web.limits",),
    "typer": (
        *("bot.cli", "bot.help_in_italian", "bot.reports.commands"),
        *("bot.ops.commands", "bot.ops.telegram_commands", "bot.ops.whatsapp_commands"),
    ),
    "rich": ("bot.cli",),
}


def strangers(module: str, source: str) -> list[str]:
    """Packages that `module` imports and that have no home there. Ours and the standard library are never strangers."""
    foreign = _packages(source) - {"bot"} - sys.stdlib_module_names
    return sorted(package for package in foreign if not within(module, HOMES.get(package, ())))


def _packages(source: str) -> set[str]:
    return {name.split(".")[0] for name in imported(source) if not name.startswith(".")}


@pytest.mark.parametrize(("module", "source"), modules())
def test_each_package_is_imported_only_at_home(module: str, source: str) -> None:
    assert strangers(module, source) == []


def test_every_home_is_lived_in() -> None:
    used = {(package, module) for module, source in modules() for package in _packages(source)}
    given = [(package, home) for package, homes in HOMES.items() for home in homes]
    empty = [
        (package, home)
        for package, home in given
        if not any(package == name and within(module, (home,)) for name, module in used)
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("bot.dialogue.flow", "from pydantic import BaseModel"),
        ("bot.directory.hours", "import yaml"),
        ("bot.understanding.places", "def late():\n    from opening_hours import OpeningHours"),
        ("bot.channels.telegram.adapter", "import rich.text"),
        ("bot.content.bundle", "import a_package_that_nobody_has_weighed"),
    ],
)
def test_a_package_away_from_home_is_seen(module: str, line: str) -> None:
    assert strangers(module, line) != []


def test_a_package_at_home_is_let_through() -> None:
    source = "import yaml\nfrom json import loads\nfrom bot.errors import Problem"
    assert strangers("bot.content.strict_yaml", source) == []
