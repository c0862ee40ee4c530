# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may import whom. A part that is not in the table may import nothing of ours."""

from __future__ import annotations

import pytest

from tests.architecture.sources import imported, modules, within

CORE = ("bot.dialogue", "bot.understanding", "bot.directory", "bot.content", "bot.screens")
ALLOWED = {
    "bot.dialogue": (),
    "bot.understanding": ("bot.dialogue.ports",),
    "bot.directory": ("bot.dialogue",),
    "bot.content": ("bot.dialogue", "bot.understanding", "bot.directory"),
    "bot.screens": ("bot.dialogue", "bot.directory", "bot.content"),
    # Checks draw screens as channels do, to hold them to each channel's limits (docs/adr/0007).
    "bot.checks": (*CORE, "bot.channels"),
    "bot.gallery": (*CORE, "bot.channels", "bot.checks", "bot.reports.words"),
    "bot.reports.commands": ("bot",),
    "bot.reports": CORE,
    "bot.sessions": ("bot.dialogue",),
    "bot.channels.base": ("bot.dialogue", "bot.screens"),
    "bot.channels.telegram": ("bot.dialogue", "bot.screens", "bot.channels.base"),
    "bot.channels.whatsapp": ("bot.dialogue", "bot.screens", "bot.channels.base"),
    "bot.channels.terminal": ("bot.dialogue", "bot.screens", "bot.channels.base"),
    "bot.app": ("bot.dialogue", "bot.content", "bot.screens", "bot.channels.base"),
    "bot.chat": ("bot.app", "bot.dialogue", "bot.content", "bot.sessions", "bot.channels.base"),
    "bot.conversations": ("bot.chat", "bot.sessions", "bot.channels.base"),
    "bot.web": ("bot",),
    "bot.ops": ("bot",),
    "bot.cli": ("bot",),
    "bot.testing": ("bot",),
    "bot.__main__": ("bot",),
}
FOR_ALL = ("bot.errors", "bot.emergency", "bot.log")


def forbidden(module: str, source: str) -> list[str]:
    """What of ours `module` imports and may not; a relative import counts, because it hides whom it names."""
    own = next((part for part in ALLOWED if within(module, [part])), module)
    if own in FOR_ALL:
        allowed: tuple[str, ...] = ()
    else:
        allowed = (*ALLOWED.get(own, ()), *FOR_ALL, own)
    ours = (name for name in imported(source) if within(name, ["bot"]) or name.startswith("."))
    return [name for name in ours if not within(name, allowed)]


@pytest.mark.parametrize(("module", "source"), modules())
def test_each_module_imports_only_whom_it_may(module: str, source: str) -> None:
    assert forbidden(module, source) == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("bot.dialogue.step", "from bot.directory.model import Service"),
        ("bot.dialogue.step", "def late():\n    import bot.content.bundle"),
        ("bot.understanding.listener", "from bot.dialogue import step"),
        ("bot.directory.nearest", "from bot import content"),
        ("bot.screens.compose", "from ..checks import words"),
        ("bot.channels.terminal.adapter", "from bot.channels.telegram import render"),
        ("bot.app", "from bot.understanding.listener import Listener"),
        ("bot.emergency", "from bot.errors import BussolaError"),
        ("bot.newcomer", "import bot.dialogue"),
    ],
)
def test_a_wrong_import_is_seen(module: str, line: str) -> None:
    assert forbidden(module, line) != []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("bot.understanding.listener", "from bot.dialogue.ports import Heard"),
        ("bot.dialogue.step", "from bot.dialogue.address import Address\nfrom bot.errors import BussolaError"),
        ("bot.cli", "from bot import emergency\nimport bot.checks.words"),
    ],
)
def test_a_right_import_is_let_through(module: str, line: str) -> None:
    assert forbidden(module, line) == []
