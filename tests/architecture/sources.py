# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads our own source without importing it: which modules there are, and what each of them imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules() -> list[tuple[str, str]]:
    """Every module of `bot`, as its dotted name and its source."""
    paths = sorted((ROOT / "bot").rglob("*.py"))
    return [(_dotted(path), path.read_text(encoding="utf-8")) for path in paths]


def around() -> list[tuple[str, str]]:
    """Every other module of ours, tests, benches and scripts, as its path and its source."""
    found = (path for folder in ("tests", "bench", "scripts") for path in (ROOT / folder).rglob("*.py"))
    ours = sorted(path.relative_to(ROOT) for path in found if "node_modules" not in path.parts)
    return [(path.as_posix(), (ROOT / path).read_text(encoding="utf-8")) for path in ours]


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(source: str) -> Iterator[str]:
    """Dotted names that `source` imports, each with the name taken from it: `from a.b import c` gives `a.b.c`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = "." * node.level + (node.module or "")
            yield from (f"{parent}.{alias.name}" for alias in node.names)


def within(name: str, folders: Iterable[str]) -> bool:
    """Whether the dotted `name` is one of `folders` or lies inside one."""
    return any(name == folder or name.startswith(f"{folder}.") for folder in folders)
