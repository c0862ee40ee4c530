# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A thousand broken versions of the shipped files, each judged by the real check, while somebody always writes.

    .venv/bin/python bench/bad_reloads.py [times]        # half an hour for 1 000

It stops at the first turn without an answer and at the first bundle that is lost; see `tests/unit/breaking.py`.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.checks.run import load_checked  # noqa: E402 - found through the line above
from bot.content.loading import load_bundle  # noqa: E402
from bot.content.reload import Shelf, for_good, gently  # noqa: E402
from bot.content.watched import PARTS  # noqa: E402
from bot.ops.checked import check_apart  # noqa: E402
from tests.unit.breaking import break_everything  # noqa: E402

PAUSE = 0.01


def now() -> datetime:
    """The moment."""
    return datetime.now(ZoneInfo("Europe/Rome"))


async def main(times: int, content: Path) -> None:
    """Break a copy of the files and tell what came of it."""
    for part in PARTS:
        found = ROOT / part
        _ = shutil.copytree(found, content / part) if found.is_dir() else shutil.copy(found, content)
    shelf = Shelf(content, first=for_good(load_checked), load=gently(load_bundle), check=check_apart, now=now)
    await shelf.open()
    begun = time.monotonic()
    outcome = await break_everything(shelf, content, now, times, PAUSE)
    print(f"{times} broken versions in {time.monotonic() - begun:.0f} s: {dict(outcome.ended)}")
    print(f"{outcome.answered} turns answered, {outcome.failed} of them with the card alone")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, Path(made)))
