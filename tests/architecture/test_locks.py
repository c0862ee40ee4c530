# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is installed is what was chosen: every package pinned, every file known by its hash, no registry named."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.sources import ROOT

LOCKS = ("runtime.lock", "dev.lock")


def pinned(lock: str) -> dict[str, int]:
    """How many hashes each pinned package of a lock has."""
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)
    return {entry.partition("==")[0]: entry.count("--hash=sha256:") for entry in entries if "==" in entry}


def lock_named(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def asked(extra: str | None = None) -> set[str]:
    """Names that pyproject.toml asks for, as locks write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return {re.sub(r"[._]", "-", re.split(r"[\[<>=~;! ]", line)[0]).lower() for line in wanted}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_its_hashes(name: str) -> None:
    counts = pinned(lock_named(name))
    assert counts
    assert [package for package, hashes in counts.items() if not hashes] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_registry(name: str) -> None:
    assert re.findall(r"://|index-url|find-links", lock_named(name)) == []


def test_locks_hold_what_the_project_asks_for() -> None:
    runtime, everything = pinned(lock_named("runtime.lock")), pinned(lock_named("dev.lock"))
    assert asked() <= runtime.keys()
    assert asked("dev") | runtime.keys() <= everything.keys()


def test_a_package_without_hashes_is_seen() -> None:
    assert pinned("a-b==1 \\\n    --hash=sha256:00\nc==2 ; x == 'y'\n") == {"a-b": 1, "c": 0}
