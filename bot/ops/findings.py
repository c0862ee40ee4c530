# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What `bussola doctor` can say of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Weight = Literal["unsafe", "missing", "warning"]
"""Must not run like this · may run, but not for people in need · worth knowing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found: what it is and what to do, an Italian sentence each. Never a value of a setting."""

    weight: Weight
    said: str
    todo: str = ""

    def __str__(self) -> str:
        return f"{self.said} {self.todo}".rstrip()
