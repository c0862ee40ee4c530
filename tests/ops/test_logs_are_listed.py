# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the log and the code say the same; and nothing in the code can say more than a code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot.log import Code
from tests.architecture.sources import imported, modules, within

PAGE = Path(__file__).parents[2] / "docs" / "logs.md"
TELLING = frozenset(
    {"print_exc", "format_exc", "print_exception", "format_exception", "print_tb", "print_last", "print_stack",
     "dump_traceback", "dump_traceback_later"}
)  # fmt: skip
"""What turns an exception, or a running program, into text."""

LOGGING = re.compile(r"logg(er|ing)\.(debug|info|warn(ing)?|error|critical|exception|log|basicConfig|captureWarnings)$")


def listed(page: str) -> list[tuple[str, str, str]]:
    """The rows of the page: code, what happened, what to do."""
    return re.findall(r"^\| ([A-Z]\d\d) \| (.+) \| (.+) \|$", page, flags=re.MULTILINE)


def revealing(source: str) -> list[str]:
    """Calls of `source` that could put into words what went wrong, or hand more than a code and numbers to a log."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if _name(call) in TELLING
        or any(given.arg == "exc_info" for given in call.keywords)
        or (_name(call) == "exception" and call.args)
        or (_name(call) == "log" and not _is_plain(call))
    ]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_plain(call: ast.Call) -> bool:
    """One code, by its name or by a variable that holds one, and numbers under names that are written there."""
    return len(call.args) == 1 and all(given.arg for given in call.keywords) and _is_code(call.args[0])


def _is_code(given: ast.expr) -> bool:
    return isinstance(given, ast.Attribute | ast.Name | ast.IfExp | ast.Subscript)


def test_the_page_lists_every_code_once_in_order() -> None:
    assert [code for code, _, _ in listed(PAGE.read_text(encoding="utf-8"))] == list(Code)


def test_every_code_says_what_to_do_in_a_sentence() -> None:
    rows = listed(PAGE.read_text(encoding="utf-8"))
    assert [row for row in rows if not row[2].endswith(".")] == []


@pytest.mark.parametrize(("module", "source"), modules())
def test_no_module_can_put_an_exception_into_words(module: str, source: str) -> None:
    assert revealing(source) == [], module


@pytest.mark.parametrize(("module", "source"), modules())
def test_nobody_logs_but_through_codes(module: str, source: str) -> None:
    calls = {ast.unparse(call.func) for call in ast.walk(ast.parse(source)) if isinstance(call, ast.Call)}
    assert [call for call in calls if LOGGING.search(call)] == [], module
    assert [name for name in imported(source) if within(name, ["syslog", "structlog"])] == [], module


@pytest.mark.parametrize(
    "line",
    [
        "traceback.print_exc()",
        "logger.exception('x')",
        "warn('x', exc_info=True)",
        "self.log(Code.TURN_FAILED, **{text: 1})",
        "log(f'{text}')",
        "log(Code.TURN_FAILED, text)",
    ],
)
def test_a_call_that_tells_more_is_seen(line: str) -> None:
    assert revealing(line) != []


def test_a_code_with_numbers_is_let_through() -> None:
    assert revealing("self._all.log(Code.TURN_FAILED, tries=tries)") == []
