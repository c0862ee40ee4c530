# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The page for whoever runs the bot names every setting, every way of debugging, and the screens to be signed."""

from __future__ import annotations

import re

from bot.ops.hardening import ENVIRONMENT
from bot.ops.host import DEBUG_VARIABLES
from bot.ops.settings import Settings
from tests.ops.leaks import ROOT

PAGE = (ROOT / "docs" / "esercizio.md").read_text(encoding="utf-8")


def test_the_table_has_every_setting_with_its_default() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| .+ \| (.+) \|$", PAGE, flags=re.MULTILINE)
    fields = {field.alias: field.get_default() for field in Settings.model_fields.values()}
    defaults = {name: f"`{default}`" for name, default in fields.items() if isinstance(default, str)}
    assert [name for name, _ in rows] == list(fields)
    assert defaults.items() <= dict(rows).items()


def test_every_variable_that_the_doctor_refuses_or_the_launcher_sets_is_named() -> None:
    said = {*DEBUG_VARIABLES, "SSLKEYLOGFILE", *(f"{name}={value}" for name, value in ENVIRONMENT.items())}
    assert [name for name in said if f"`{name}`" not in PAGE] == []
