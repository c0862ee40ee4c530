# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Opening hours: OSM `opening_hours` expressions, read as Italian time with Italian holidays.

Unknown is a third value, and it is never open. What the grammar allows but operators may not mean is refused by
`fault`: a comment ("su appuntamento") is still "open" to the library, school holidays are ignored, "Mo-Fr" alone
means day and night, and an expression that does not say what happens on public holidays counts them as workdays.
Rules that undo each other are told by `hours_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State, validate

from bot.directory.hours_rules import undoing
from bot.directory.model import Closure

OpenState = Literal["open", "closed", "unknown"]
HoursFault = Literal[
    "italian_days", "italian_dots", "dashes", "no_minutes", "comment", "school", "open_end", "sun", "no_times",
    "overnight", "small_hours", "holidays", "holidays_first", "undone", "grammar",
]  # fmt: skip

ALWAYS = "24/7"
MIDNIGHT, EVENING = "24:00", "18:00"
"""Who opens before the evening does not close after midnight: "16:00-25:00" is a slip of the finger for 15:00."""
LOOK_AHEAD = timedelta(days=60)
"""An opening further away than this is not worth announcing."""

_STATES: dict[str, OpenState] = {str(State.OPEN): "open", str(State.CLOSED): "closed"}
_TIMES = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_HABITS: tuple[tuple[HoursFault, re.Pattern[str]], ...] = (
    ("italian_days", re.compile(r"(?i)\b(lun|mar|mer|gio|gi[oò]v|ven|sab|dom|festiv|ogni|tutti|dal)[a-zàèéìòù]*")),
    ("italian_dots", re.compile(r"\d{1,2}\.\d\d")),
    ("dashes", re.compile(r"[\u2010-\u2015\u2212]|(?<=[a-z\d])(?: -|- )")),
    ("comment", re.compile(r'["“”|]')),
    ("school", re.compile(r"\bSH\b")),
    ("sun", re.compile(r"(?i)\b(sunrise|sunset|dawn|dusk)\b")),
    ("open_end", re.compile(r"\d\+")),
    ("no_minutes", re.compile(r"(?<![\d:])\d{1,2}-\d{1,2}(?![\d:])|(?<![\d:])\d:\d\d")),
)


@lru_cache(maxsize=2048)
def _parsed(expression: str, time_zone: str) -> OpeningHours:
    return OpeningHours(expression, country="IT", timezone=ZoneInfo(time_zone))


@lru_cache(maxsize=64)
def local(now: datetime, time_zone: str) -> datetime:
    """`now` in the zone, by way of UTC: the hour that a spring night skips is read as the one that follows it."""
    return now.astimezone(UTC).astimezone(ZoneInfo(time_zone))


def fault(expression: str) -> HoursFault | None:
    """Why an expression may not be used; None if it may. The first reason found, the commonest habits first."""
    if expression == ALWAYS:
        return None
    habit = next((name for name, pattern in _HABITS if pattern.search(expression)), None)
    meaning = habit or _meaning_fault(expression) or _grammar_fault(expression)
    return meaning or _late_fault(expression) or undoing(expression)


def _meaning_fault(expression: str) -> HoursFault | None:
    times = _TIMES.findall(expression)
    if any(first >= last for first, last in times):
        return "overnight"
    if not times or any(not _says_when(rule) for rule in re.split(r";\s*|,\s+", expression)):
        return "no_times"
    return None if re.search(r"\bPH\b", expression) else "holidays"


def _says_when(rule: str) -> bool:
    return bool(_TIMES.search(rule)) or bool(re.search(r"\b(off|closed|unknown)\b", rule))


def _grammar_fault(expression: str) -> HoursFault | None:
    return None if validate(expression) else "grammar"


def _late_fault(expression: str) -> HoursFault | None:
    late = any(last > MIDNIGHT and first < EVENING for first, last in _TIMES.findall(expression))
    return "small_hours" if late else None


def state(
    expression: str | None,
    now: datetime,
    *,
    time_zone: str = "Europe/Rome",
    closures: Sequence[Closure] = (),
    local_holiday: bool = False,
) -> OpenState:
    """Whether a desk or a line answers at `now`, which is aware and of any zone.

    None is unknown. A closure closes. On the patron day of its town (`local_holiday`), which no calendar knows,
    what would be open is unknown, unless it never closes.
    """
    if closures and _is_closure(closures, local(now, time_zone).date()):
        return "closed"
    if expression is None:
        return "unknown"
    found = _state(expression, now, time_zone)
    return "unknown" if found == "open" and local_holiday and expression != ALWAYS else found


def _is_closure(closures: Sequence[Closure], day: date) -> bool:
    return any(closure.first <= day <= closure.last for closure in closures)


@lru_cache(maxsize=1024)
def _state(expression: str, now: datetime, time_zone: str) -> OpenState:
    """Kept, because many desks have the same hours and one screen asks about many desks."""
    found = _parsed(expression, time_zone).state(local(now, time_zone))[0]
    return _STATES.get(str(found), "unknown")


def next_opening(
    expression: str | None,
    now: datetime,
    *,
    time_zone: str = "Europe/Rome",
    closures: Sequence[Closure] = (),
    local_holidays: Collection[tuple[int, int]] = (),
) -> datetime | None:
    """When a desk that is not open at `now` surely opens next, in the network's zone; None if it is open, if its
    hours are unknown, or if nothing is sure within `LOOK_AHEAD`. On `local_holidays` (month, day) nothing is sure.
    """

    def surely_open(moment: datetime) -> bool:
        holiday = (moment.month, moment.day) in local_holidays
        return state(expression, moment, time_zone=time_zone, closures=closures, local_holiday=holiday) == "open"

    moment = local(now, time_zone)
    if expression is None or surely_open(moment):
        return None
    parsed, end = _parsed(expression, time_zone), moment + LOOK_AHEAD
    while moment < end:
        following = _next_step(parsed, moment, closures)
        if following is None or following >= end:
            return None
        if surely_open(following):
            return following
        moment = following
    return None


def _next_step(parsed: OpeningHours, moment: datetime, closures: Sequence[Closure]) -> datetime | None:
    """The next moment at which anything may change: the timetable's own, or the end of a closure."""
    ends = [
        datetime.combine(closure.last + timedelta(days=1), time(), moment.tzinfo)
        for closure in closures
        if closure.first <= moment.date() <= closure.last
    ]
    steps = [step for step in (parsed.next_change(moment), *ends) if step is not None and step > moment]
    return min(steps, default=None)
