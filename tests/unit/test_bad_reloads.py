# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Broken files, while people write: nobody is left unanswered, and the last good files go on."""

from __future__ import annotations

import asyncio
import shutil
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.checks.run import load_checked
from bot.content.loading import load_bundle
from bot.content.reload import Shelf, Verdict
from bot.errors import ContentError
from bot.ops.checked import check_apart
from tests.conftest import TODAY
from tests.unit.breaking import break_everything

BASE = Path(__file__).parents[1] / "checks" / "base"
NOON = datetime.combine(TODAY, time(12), ZoneInfo("Europe/Rome"))


async def check_here(folder: Path, today: date) -> Verdict:
    """The same verdict as another process would give, without one."""
    try:
        return Verdict((await asyncio.to_thread(load_checked, folder, today)).fingerprint)
    except ContentError as error:
        return Verdict("", len(error.problems))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


@pytest.mark.anyio
async def test_whatever_is_broken_the_last_good_files_go_on_and_everybody_is_answered(content: Path) -> None:
    shelf = Shelf(content, first=load_checked, load=load_bundle, check=check_here, now=lambda: NOON)
    await shelf.open()
    outcome = await break_everything(shelf, content, lambda: NOON, times=200, pause=0)
    assert outcome.answered >= 200
    assert outcome.failed == 0
    assert outcome.ended["refused"] > 100


@pytest.mark.anyio
async def test_the_real_check_survives_broken_files_as_well(content: Path) -> None:
    shelf = Shelf(content, first=load_checked, load=load_bundle, check=check_apart, now=lambda: NOON)
    await shelf.open()
    outcome = await break_everything(shelf, content, lambda: NOON, times=5, pause=0.01)
    assert outcome.failed == 0
    assert outcome.ended["refused"] > 2
