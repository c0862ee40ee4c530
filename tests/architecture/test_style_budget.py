# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Small functions and small modules, so that each can be read whole before it is trusted."""

from __future__ import annotations

import ast
from statistics import median, quantiles

import pytest

from tests.architecture.sources import around, modules

MODULE_LINES = 250
FUNCTION_LINES = 40
NINE_IN_TEN_UNDER = 20
MEDIAN_LINES = 6
LARGER = {
    "tests/sessions/test_contract.py": "one contract, held by every store: it is read against bot/sessions as a whole",
    "tests/telegram/test_panel.py": "the panel's life in one place, from the first message to the last",
    "tests/unit/test_cli.py": "a few tests for each command, in the order of --help",
    "tests/unit/test_conversations_in_trouble.py": "one fault a test, all against the same small world",
    "tests/unit/test_gallery.py": "one page, looked at part by part",
    "tests/unit/test_gazetteer.py": "one test for each rule of how names become choices",
    "tests/unit/test_place_matching.py": "tables of typed words, which belong side by side",
    "tests/unit/test_reload.py": "one shelf, with every edit that can reach it",
    "tests/unit/test_reports_questions.py": "one test for each question that operators are given",
}
"""Modules that are longer, up to `LARGER_LINES`, and why they were not cut in two."""
LARGER_LINES = 400


def lengths(source: str) -> dict[str, int]:
    """Lines of each function of `source`, from `def` to its last line, without the docstring."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            words = docstring.count("\n") + 1 if docstring else 0
            found[f"{node.name}:{node.lineno}"] = (node.end_lineno or node.lineno) - node.lineno + 1 - words
    return found


@pytest.mark.parametrize(("module", "source"), modules())
def test_no_module_and_no_function_is_too_long(module: str, source: str) -> None:
    assert source.count("\n") <= MODULE_LINES, module
    assert {name: lines for name, lines in lengths(source).items() if lines > FUNCTION_LINES} == {}


@pytest.mark.parametrize(("path", "source"), around())
def test_what_is_around_the_program_keeps_to_the_same_lengths(path: str, source: str) -> None:
    assert source.count("\n") <= (LARGER_LINES if path in LARGER else MODULE_LINES), path
    assert {name: lines for name, lines in lengths(source).items() if lines > FUNCTION_LINES} == {}


def test_no_reason_is_kept_for_a_module_that_is_not_long() -> None:
    long = {path for path, source in around() if source.count("\n") > MODULE_LINES}
    assert LARGER.keys() <= long


def test_most_functions_are_short() -> None:
    every = [lines for _, source in (*modules(), *around()) for lines in lengths(source).values()]
    assert median(every) <= MEDIAN_LINES
    assert quantiles(every, n=10)[-1] < NINE_IN_TEN_UNDER


def test_a_function_is_measured_without_its_docstring() -> None:
    assert lengths('def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n    return a\n') == {"f:1": 3}
