# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`make run` serves exactly where bussola finds a channel in `.env`, however its lines are spaced."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bot.ops.settings import load
from tests.ops.leaks import ROOT
from tests.ops.test_settings import TOKEN

INSTEAD = ["make", "--silent", "--file", str(ROOT / "Makefile"), "--old-file", ".venv/.installed", "run", "BIN=bin"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a `bussola` that only says what it was asked, and nothing configured outside."""
    for name in ("TELEGRAM_TOKEN", "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "WHATSAPP_SENDER", "MAKEFLAGS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "bin").mkdir()
    said = tmp_path / "bin" / "bussola"
    said.write_text("#!/bin/sh\necho $1\n")
    said.chmod(0o755)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".installed").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("line", "serves"),
    [
        (f"TELEGRAM_TOKEN={TOKEN}", True),
        (f" TELEGRAM_TOKEN={TOKEN}", True),
        (f"TELEGRAM_TOKEN = {TOKEN}", True),
        (f"\texport  TELEGRAM_TOKEN\t='{TOKEN}'", True),
        ("TELEGRAM_TOKEN=", False),
        ("TELEGRAM_TOKEN=   ", False),
        (f"# TELEGRAM_TOKEN={TOKEN}", False),
        ("TELEGRAM_API_URL=http://127.0.0.1:1", False),
        ("", False),
    ],
)
def test_it_serves_where_bussola_reads_a_channel(line: str, serves: bool, folder: Path) -> None:
    (folder / ".env").write_text(f"{line}\n")
    done = subprocess.run(INSTEAD, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout == ("serve\n" if serves else "chat\n")
    assert bool(load(folder).settings.channels) == serves
