# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a listing adds to a screen."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.screen import Choice


@dataclass(frozen=True, slots=True)
class Listed:
    """Text below the node's own, choices before its buttons, and the number of the next page if there is one."""

    text: str = ""
    choices: tuple[Choice, ...] = ()
    following: int | None = None
