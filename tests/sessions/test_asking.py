# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How a store asks its driver: whose fault it is that an answer is late."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.errors import StoreDown
from bot.sessions.asking import SLICES, asked

pytestmark = pytest.mark.anyio

LIMIT = 0.2


async def standing_still() -> None:
    """This process gets no processor for longer than a driver may take."""
    await asyncio.sleep(0)
    time.sleep(LIMIT * 1.5)  # noqa: ASYNC251 - it is what is tested


async def test_an_answer_that_came_while_this_process_stood_still_is_not_late() -> None:
    work = asyncio.get_running_loop().run_in_executor(None, time.sleep, LIMIT / 10)
    answer, _ = await asyncio.gather(asked(work, LIMIT), standing_still())
    assert answer is None


async def test_a_driver_that_needs_a_moment_after_this_process_stood_still_has_it() -> None:
    work = asyncio.sleep(LIMIT * (1.5 + 0.5 / SLICES), "answer")
    answer, _ = await asyncio.gather(asked(work, LIMIT), standing_still())
    assert answer == "answer"


async def test_a_driver_that_never_answers_is_down() -> None:
    with pytest.raises(StoreDown):
        await asked(asyncio.Event().wait(), LIMIT)
