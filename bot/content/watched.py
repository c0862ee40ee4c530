# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the files of a folder look like from outside, without opening any: enough to know that one has changed.

The kernel sets `st_ctime` at every change and nobody can set it back, so two equal looks mean the same files in
between, as long as more than a tick of the kernel's clock lies between a change and who reads it: starting a check
takes many.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PARTS = ("flows", "locales", "data", "services_directory.yaml")
"""What a bundle is made of, below its folder."""

LARGEST = 16 * 1024 * 1024
"""No file of ours comes near this many bytes; reading one that does would take the memory that turns need."""

DEEPEST = 2
"""Folders below one of the parts that hold files of ours: `locales/<language>`, and one to spare."""

Entry = tuple[str, int, int, int, int]
"""A path, its inode, size, and the nanoseconds of its last writing and of its last change."""


@dataclass(frozen=True, slots=True)
class Look:
    """`files` in the order of their names. `unfit` is how many must not even be opened: pipes and devices, which could
    be read for ever, links to nothing, and what is too large.
    """

    files: tuple[Entry, ...]
    unfit: int


def look(folder: Path) -> Look:
    """The files of `folder` now. What editors leave beside a file (hidden, or with a `~`) is passed over.

    Raises OSError where something cannot be looked at; what does not exist is not there.
    """
    found = sorted(entry for part in PARTS for entry in _entries(folder / part, DEEPEST))
    return Look(tuple(entry for entry, _ in found), sum(not fit for _, fit in found))


def regular(folder: Path) -> list[Path]:
    """Those of them that can be read, in the same order. Raises OSError as `look` does."""
    return [path for path in (Path(entry[0]) for entry in look(folder).files) if path.is_file()]


def _entries(path: Path, deeper: int) -> Iterator[tuple[Entry, bool]]:
    try:
        known = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            yield (str(path), 0, 0, 0, 0), False
        return
    if not stat.S_ISDIR(known.st_mode):
        fit = stat.S_ISREG(known.st_mode) and known.st_size <= LARGEST
        yield (str(path), known.st_ino, known.st_size, known.st_mtime_ns, known.st_ctime_ns), fit
        return
    yield (str(path), known.st_ino, 0, 0, 0), True
    if deeper:
        with suppress(FileNotFoundError):
            for inside in path.iterdir():
                if not inside.name.startswith(".") and not inside.name.endswith("~"):
                    yield from _entries(inside, deeper - 1)
