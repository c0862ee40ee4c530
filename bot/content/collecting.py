# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reading several files at once, so that who made three mistakes in three files is told of them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from bot.errors import ContentError, Problem

Made = TypeVar("Made")
Other = TypeVar("Other")


def collected(makers: Mapping[str, Callable[[], Made]]) -> dict[str, Made]:
    """What every maker makes, by its key; the problems of all of them together if any has some."""
    made: dict[str, Made] = {}
    problems: list[Problem] = []
    for key, make in makers.items():
        try:
            made[key] = make()
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return made


def both(first: Callable[[], Made], second: Callable[[], Other]) -> tuple[Made, Other]:
    """What both make; the problems of both if either has some."""
    makers: dict[str, Callable[[], Any]] = {"first": first, "second": second}
    made = collected(makers)
    return made["first"], made["second"]
