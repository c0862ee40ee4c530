# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of all tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from bot.checks.run import load_checked
from bot.checks.walk import screens
from bot.content.bundle import Bundle
from bot.screens.screen import Screen
from bot.testing import CHANNELS

TODAY = date(2026, 11, 23)
"""The day on which tests read the shipped files: sources expire, and a test must not change with the calendar."""

# The same examples on every machine, and no clock: what takes time is measured in bench/.
settings.register_profile("bussola", derandomize=True, deadline=None, database=None)
settings.load_profile("bussola")


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """The shipped files, loaded as the bot loads them, on a fixed day."""
    return load_checked(Path(__file__).parents[1], TODAY)


@pytest.fixture(scope="session")
def walks(bundle: Bundle) -> Callable[[str, datetime], list[Screen]]:
    """All screens of a channel, by its name, at a moment: composed once, for all who read them."""
    return cache(lambda channel, moment: list(screens(bundle, CHANNELS[channel], moment)))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on the loop that the bot runs on."""
    return "asyncio"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites golden files instead of comparing with them."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")
