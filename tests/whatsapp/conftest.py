# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A server of its own for each test."""

from __future__ import annotations

import pytest

from bot.content.bundle import Bundle
from tests.whatsapp.world import World


@pytest.fixture
def world(bundle: Bundle) -> World:
    return World(bundle)
