# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Looks for patterns in all memory of a process, and in files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

_PIECE = 1 << 24
_OVERLAP = 256
_NOT_MEMORY = ("[vvar", "[vsyscall")
"""Pages of the kernel's own, which cannot be read like this."""


def in_memory(process: int, patterns: Mapping[str, bytes]) -> Counter[str]:
    """How often each pattern stands in the memory of that process (which we must be allowed to trace)."""
    counted: Counter[str] = Counter()
    for piece in _pieces(process):
        counted.update({name: times for name, form in patterns.items() if (times := piece.count(form))})
    return counted


def in_files(folder: Path, patterns: Mapping[str, bytes]) -> Counter[str]:
    """How often each pattern stands in the files of a folder, in their names too."""
    counted: Counter[str] = Counter()
    for path in folder.rglob("*"):
        held = str(path.relative_to(folder)).encode() + b"\0" + (path.read_bytes() if path.is_file() else b"")
        counted.update({name: times for name, form in patterns.items() if (times := held.count(form))})
    return counted


def files_below(folder: Path) -> list[str]:
    """The names of everything in a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def _pieces(process: int) -> Iterator[bytes]:
    maps = Path(f"/proc/{process}/maps").read_text(encoding="utf-8")
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps.splitlines():
            if _may_hold_something(line):
                first, last = (int(end, 16) for end in line.split(" ")[0].split("-"))
                for start in range(first, last, _PIECE):
                    memory.seek(start)
                    yield memory.read(min(_PIECE + _OVERLAP, last - start))


def _may_hold_something(line: str) -> bool:
    """Not what is mapped from a file and cannot be written: that is the file. The path is the sixth field (proc(5))."""
    fields = line.split(maxsplit=5)
    rights, file = fields[1], fields[5] if len(fields) > 5 else ""
    return "r" in rights and ("w" in rights or not file.startswith("/")) and not file.startswith(_NOT_MEMORY)
