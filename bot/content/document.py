# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A file that was read: its data as plain Python, and where in the file each piece of it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Data: TypeAlias = "dict[str, Data] | list[Data] | str"
Path: TypeAlias = Sequence[str | int]
Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1, counted in characters."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where a value begins, where its key does (the value itself where it has none), and the same of its parts."""

    value: Position
    key: Position
    parts: Mapping[str | int, Marks]


@dataclass(frozen=True, slots=True)
class Document:
    """`data` holds only dict, list and str: nothing was interpreted. `name` is what problems call the file."""

    name: str
    data: Any
    marks: Marks
    comments: Sequence[tuple[Position, str]] = ()
    """What stands after a "#", line by line. Nobody is shown it, but a file is public."""

    def where(self, path: Path) -> Position:
        """The place of the value at `path`, or of its nearest parent that exists. Total."""
        return self._nearest(path)[0].value

    def where_key(self, path: Path) -> Position:
        """The place of the key at the end of `path`; where there is no such key, of the nearest parent's value."""
        marks, whole = self._nearest(path)
        return marks.key if whole else marks.value

    def _nearest(self, path: Path) -> tuple[Marks, bool]:
        marks = self.marks
        for step in path:
            if step not in marks.parts:
                return marks, False
            marks = marks.parts[step]
        return marks, True
