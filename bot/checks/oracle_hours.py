# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The timetables that the oracle of `bussola check --prove` can read, and the holidays of Italy.

Written apart from `bot.directory.hours`, for the small part of the opening_hours grammar that the shipped directory
uses; whatever else is written raises, because a proof that guesses proves nothing. Holidays: law 260 of 1949 as
amended, with 4 October from 2026 (law 151 of 2025); and Easter Sunday, on which no desk keeps a Sunday's hours.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.errors import BussolaError

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WORDS = {"off": "closed", "closed": "closed", "unknown": "unknown", "open": "open"}
_FIXED = ((1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26))
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_SAINT_FRANCIS_SINCE = 2026
_WHOLE_DAY = 24 * 60
_MOST_PARTS = 2


class UnreadableHoursError(BussolaError):
    """A timetable that the oracle cannot read: teach it, never let it guess."""


def state_of(hours: str, local: datetime) -> str:
    """`open`, `closed` or `unknown` at a wall-clock moment. Of the rules that match the day the last one counts.

    Raises UnreadableHoursError.
    """
    if hours == "24/7":
        return "open"
    state = "closed"
    for rule in hours.split(";"):
        days, times = _split(rule.strip())
        if _matches(days, local.date()):
            state = _at(times, local.hour * 60 + local.minute)
    return state


def is_holiday(day: date) -> bool:
    """Whether `day` is a national holiday of Italy; of the Sundays only Easter is one here."""
    if (day.month, day.day) == (10, 4):
        return day.year >= _SAINT_FRANCIS_SINCE
    return (day.month, day.day) in _FIXED or day - easter(day.year) in (timedelta(0), timedelta(days=1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _split(rule: str) -> tuple[str, str]:
    """The days of a rule ("" for every day) and what holds on them."""
    parts = rule.split(" ")
    if len(parts) > _MOST_PARTS or not rule:
        raise _unreadable(rule)
    return (parts[0], parts[1]) if len(parts) == _MOST_PARTS else ("", parts[0])


def _matches(days: str, day: date) -> bool:
    if not days:
        return True
    # Every part is read before one is enough, so that a mistake in the last one raises on every day.
    return True in {_part_matches(part, day) for part in days.split(",")}


def _part_matches(part: str, day: date) -> bool:
    if part == "PH":
        return is_holiday(day)
    first, _, last = part.partition("-")
    if first not in _DAYS or (last or first) not in _DAYS:
        raise _unreadable(part)
    start, end = _DAYS.index(first), _DAYS.index(last or first)
    today = day.weekday()
    return start <= today <= end if start <= end else today >= start or today <= end


def _at(times: str, minute: int) -> str:
    if times in _WORDS:
        return _WORDS[times]
    spans = [_span(written) for written in times.split(",")]
    return "open" if any(start <= minute < end for start, end in spans) else "closed"


def _span(written: str) -> tuple[int, int]:
    match = _SPAN.fullmatch(written)
    if not match:
        raise _unreadable(written)
    hour, minute, until, past = map(int, match.groups())
    start, end = hour * 60 + minute, until * 60 + past
    if not start < end <= _WHOLE_DAY:
        raise _unreadable(written)
    return start, end


def _unreadable(written: str) -> UnreadableHoursError:
    return UnreadableHoursError(f"L'oracolo non sa leggere «{written}» in un orario: va insegnato a oracle_hours.py.")
