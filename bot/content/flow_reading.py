# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the files of flows/, and tells of what is wrong in them all that can be told at once.

One key that nobody knows must not hide a way to nowhere three lines below: what has a wrong shape is cut out, and the
names in the rest are looked at. Only what is there is judged (F02, F03, F04, F13): of what was cut nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from bot.content.document import Document, Path
from bot.content.flow_file import FlowFile
from bot.content.flow_references import references
from bot.content.schema_problems import problems_from, real_path
from bot.errors import ContentError, Problem
from bot.understanding.intents import INTENTS

_OF_WHAT_IS_THERE = frozenset({"F02", "F03", "F04", "F13"})
_ROUNDS = 8
"""Cutting one part can leave its parent wanting; after this many times a file is given up."""


def read_flows(documents: Mapping[str, Document]) -> dict[str, FlowFile]:
    """The files of `documents`, by the same keys, which fit together. Raises ContentError with all that is wrong."""
    files, problems = dict[str, FlowFile](), list[Problem]()
    for name, document in documents.items():
        file, found = _shaped(document)
        problems += found
        if file is not None:
            files[name] = file
    told = references(files, documents, INTENTS) if files else []
    if problems:
        told = [problem for problem in told if problem.code in _OF_WHAT_IS_THERE]
    if problems or told:
        raise ContentError([*problems, *told])
    return files


def _shaped(document: Document) -> tuple[FlowFile | None, list[Problem]]:
    """The file, without what has a wrong shape, and what was wrong; None if it cannot be saved."""
    data, problems = document.data, list[Problem]()
    for _ in range(_ROUNDS):
        try:
            return FlowFile.model_validate(data), problems
        except ValidationError as error:
            problems = problems or problems_from(error, document, "F01", FlowFile)
            data = deepcopy(data)
            for path in {tuple(real_path(document, detail["loc"])) for detail in error.errors(include_url=False)}:
                _cut(data, path)
    return None, problems


def _cut(data: Any, path: Path) -> None:  # noqa: ANN401 - whatever a file holds
    """Takes the key at the end of `path` out of `data`, or the nearest key above it: a list stays whole or goes."""
    holders = [data]
    for step in path:
        holders.append(holders[-1][step] if _has(holders[-1], step) else None)
    for holder, step in reversed(list(zip(holders, path, strict=False))):
        if isinstance(holder, dict) and step in holder:
            del holder[step]
            return


def _has(holder: Any, step: str | int) -> bool:  # noqa: ANN401 - whatever a file holds
    return step in holder if isinstance(holder, dict) else isinstance(holder, list) and step in range(len(holder))
