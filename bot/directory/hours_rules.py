# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How the rules of an opening hours expression undo each other, which the grammar allows and no operator means.

Of the rules between semicolons the last that fits a day counts, alone. "PH off; Mo-Fr 09:00-13:00" is open on a
Christmas that is a Friday, and "Mo-Fr 09:00-13:00; We 15:00-18:00" is closed on Wednesday mornings.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Literal, NamedTuple

Undoing = Literal["holidays_first", "undone"]

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_TIMES = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_NOT_OPEN = re.compile(r"\b(off|closed|unknown)\b")
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
_PLAIN = re.compile(rf"(?P<days>{_DAY}(?:[-,]{_DAY})*) (?P<times>[\d:,-]+)")


class _Rule(NamedTuple):
    days: frozenset[str]
    times: tuple[tuple[str, str], ...]


def undoing(expression: str) -> Undoing | None:
    """How a rule undoes one before it; None where none does, or where its days are not written plainly."""
    rules = re.split(r";\s*", expression)
    if _holidays_undone(re.split(r";\s*|,\s+", expression)):
        return "holidays_first"
    plain = [rule for written in rules if (rule := _plain(written))]
    return "undone" if any(_undoes(later, earlier) for earlier, later in combinations(plain, 2)) else None


def _holidays_undone(rules: list[str]) -> bool:
    """Whether hours of ordinary days come after what is said of holidays on which nobody surely answers."""
    said = next((number for number, rule in enumerate(rules) if "PH" in rule and _NOT_OPEN.search(rule)), len(rules))
    return any(_TIMES.search(rule) and "PH" not in rule for rule in rules[said + 1 :])


def _plain(written: str) -> _Rule | None:
    found = _PLAIN.fullmatch(written.strip())
    return _Rule(_days(found["days"]), tuple(_TIMES.findall(found["times"]))) if found else None


def _days(written: str) -> frozenset[str]:
    return frozenset(day for part in written.split(",") if part != "PH" for day in _span(part))


def _span(part: str) -> tuple[str, ...]:
    first, _, last = part.partition("-")
    if first not in _DAYS or (last or first) not in _DAYS:
        return ()
    start, end = _DAYS.index(first), _DAYS.index(last or first)
    return _DAYS[start : end + 1] if start <= end else (*_DAYS[start:], *_DAYS[: end + 1])


def _undoes(later: _Rule, earlier: _Rule) -> bool:
    """Whether the later one has other hours, none of them shared, on a day of the earlier: shorter days are meant."""
    shared = (first < end and start < last for first, last in later.times for start, end in earlier.times)
    return bool(later.days & earlier.days) and not any(shared)
