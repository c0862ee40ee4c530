# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Content that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ops.leaks import ROOT


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped content."""
    for name in ("flows", "locales", "data"):
        shutil.copytree(ROOT / name, tmp_path / "content" / name)
    shutil.copy(ROOT / "services_directory.yaml", tmp_path / "content")
    return tmp_path / "content"
