# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Small functions and small modules, so that each can be read whole before it is trusted."""

from __future__ import annotations

import ast
from statistics import median, quantiles

import pytest

from tests.architecture.sources import modules

MODULE_LINES = 250
FUNCTION_LINES = 40
NINE_IN_TEN_UNDER = 20
MEDIAN_LINES = 6


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


def test_most_functions_are_short() -> None:
    every = [lines for _, source in modules() for lines in lengths(source).values()]
    assert median(every) <= MEDIAN_LINES
    assert quantiles(every, n=10)[-1] < NINE_IN_TEN_UNDER


def test_a_function_is_measured_without_its_docstring() -> None:
    assert lengths('def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n    return a\n') == {"f:1": 3}
