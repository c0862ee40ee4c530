# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages send a reader to is there: links between pages, and files that they name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

PAGES = sorted(
    path
    for folder in (
        ROOT,
        ROOT / "docs",
        ROOT / "docs" / "adr",
        ROOT / "data",
        ROOT / "bench",
        ROOT / "tests/telegram/peer",
    )
    for path in folder.glob("*.md")
)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)")
FILE = re.compile(r"`([a-z_]+(?:/[a-z0-9_.-]+)*/[a-z0-9_-]+\.(?:py|md|csv|yaml|lock|sh))`")
"""A file with its folder; pages about code may leave out that it is below `bot/`."""


def missing(page: Path, text: str) -> list[str]:
    """What `text`, which stands in `page`, points at and is not there."""
    links = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    folders = (ROOT, ROOT / "bot", page.parent)
    return links + [file for file in FILE.findall(text) if not any((folder / file).exists() for folder in folders)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_points_at_what_is_there(page: Path) -> None:
    assert missing(page, page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text", ["[ops](esercizi.md)", "see `bot/gone.py`", "[up](../bench/READ.md)", "`screens/compos.py`"]
)
def test_what_is_not_there_is_found(text: str) -> None:
    assert len(missing(ROOT / "docs" / "code.md", text)) == 1


def test_each_package_that_we_depend_on_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for group in project["optional-dependencies"].values() for one in group)]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    firsts = [line.split("|")[1].partition("(")[0] for line in page.splitlines() if line.startswith("| ")]
    listed = {name.strip().lower() for first in firsts for name in first.split(",")}
    assert {re.split(r"[>=<\[]", one)[0].lower() for one in wanted} - listed == set()
