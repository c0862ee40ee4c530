# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas that editors use are those of the models that read the files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.content import schemas

ROOT = Path(__file__).parents[2]
WRITTEN = [
    *ROOT.glob("flows/*.yaml"),
    *ROOT.glob("locales/*/*.yaml"),
    *ROOT.glob("tests/transcripts/*.yaml"),
    ROOT / "services_directory.yaml",
    ROOT / "data/questions.yaml",
]


@pytest.mark.parametrize("path", schemas.MODELS)
def test_the_schema_is_the_one_of_its_model(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == schemas.texts()[path]


@pytest.mark.parametrize("path", schemas.MODELS)
def test_the_schema_speaks_to_whoever_edits_the_file(path: str) -> None:
    assert "description" in json.dumps(json.loads(schemas.texts()[path]))


@pytest.mark.parametrize("file", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_file_tells_the_editor_its_schema(file: Path) -> None:
    found = re.search(r"^# yaml-language-server: \$schema=(\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    assert (file.parent / found[1]).resolve().relative_to(ROOT).as_posix() in schemas.MODELS
