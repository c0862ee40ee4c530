# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The one tree of errors.

    BussolaError
    ├── ContentError      files that operators and authors write: carries every Problem found
    ├── UsageError        a command that cannot be obeyed: one sentence, exit status 2
    ├── ConfigurationError  the environment in which we run: one sentence per setting
    ├── CheckUnfinished   files about which nothing is known yet, because their check came to no end
    └── StoreDown         the store of sessions cannot be used: says nothing more, because it would be about somebody

Nothing here may ever carry what a person wrote: an error is for operators and for the log.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake in one file, said so that who made it can mend it.

    `line` and `column` count from 1; 0 means that the mistake has no single place.
    `message` and `hint` are Italian sentences for operators; `code` is listed in docs/checks.md.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" Consiglio: {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column} {self.code} {self.message}{hint}"


class BussolaError(Exception):
    """Root of every error that we raise on purpose."""


class ContentError(BussolaError):
    """Files that cannot be used. `problems` holds all that was found, sorted by place, never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UsageError(BussolaError):
    """A command that cannot be obeyed as it was written; its text is one Italian sentence."""


class ConfigurationError(BussolaError):
    """A setting without which we cannot run; its text is one Italian sentence."""


class CheckUnfinished(BussolaError):  # noqa: N818 - a state, said as it is
    """A check of the files was too slow, or was ended by something else: no verdict. Carries no text."""


class StoreDown(BussolaError):  # noqa: N818 - a state of the store, said as everybody says it
    """The store of sessions cannot be used now. Carries no text: a driver's own message could quote a key."""
