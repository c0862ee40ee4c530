# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the questions for operators can be read (Q01 to Q04: `content.questions_file`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.content.bundle import Bundle
from bot.content.questions_file import load_questions
from bot.errors import ContentError, Problem


def problems(bundle: Bundle, folder: Path) -> Iterator[Problem]:
    """Everything that is wrong with the questions of `folder`, where `bundle` comes from."""
    try:
        load_questions(folder, bundle.directory.services)
    except ContentError as error:
        yield from error.problems
