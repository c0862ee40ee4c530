# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Opening hours: what may be written, and when a desk is open. Each trap of the library has a test."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.hours import fault, next_opening, state
from bot.directory.model import Closure
from tests.unit.directory_world import at

WEEK = "Mo-Fr 09:00-13:00,15:00-18:00; PH off"
EVERY_DAY = "Mo-Su,PH 09:00-24:00"
AUGUST = Closure(date(2026, 8, 10), date(2026, 8, 21))


@pytest.mark.parametrize(
    "expression",
    [
        "24/7",
        WEEK,
        EVERY_DAY,
        "Tu 10:00-12:00; PH unknown",
        "Mo-Fr 09:00-13:00, Sa 10:00-12:00; PH off",
        "Tu[1] 17:00-19:00; PH unknown",
        "Mo-Su,PH 20:00-32:00",
        "Mo-Fr 09:00-18:00; Th 09:00-13:00; PH off",
        "Mo-Fr 09:00-13:00; Mo,We 09:00-13:00,15:00-18:00; PH off",
        "Mo-Fr 09:00-13:00, We 15:00-18:00; PH off",
        "Mo-Fr 09:00-13:00; PH off; Aug off",
        "Mo-Fr 09:00-13:00; PH 10:00-12:00",
        "Sa-Mo 09:00-13:00; Tu-Fr 15:00-18:00; PH off",
    ],
)
def test_clear_hours_are_accepted(expression: str) -> None:
    assert fault(expression) is None


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("Mo-Fr 9-13; PH off", "no_minutes"),
        ("Mo-Fr 9:00-13:00; PH off", "no_minutes"),
        ("9-13", "no_minutes"),
        ("lun-ven 09:00-13:00", "italian_days"),
        ("Martedì 10:00-12:00", "italian_days"),
        ("tutti i giorni 09:00-24:00", "italian_days"),
        ("Mo-Fr 09.00-13.00; PH off", "italian_dots"),
        ('Mo-Fr 09:00-13:00 "su appuntamento"; PH off', "comment"),
        ('Mo-Fr 09:00-13:00; PH off || "chiedere"', "comment"),
        ("Mo-Fr 09:00-13:00; SH off; PH off", "school"),
        ("Mo-Fr 09:00+; PH off", "open_end"),
        ("Mo-Su,PH sunrise-sunset", "sun"),
        ("Mo-Fr; PH off", "no_times"),
        ("Mo-Fr 09:00-13:00; Sa; PH off", "no_times"),
        ("open", "no_times"),
        ("Mo-Fr 20:00-08:00; PH off", "overnight"),
        ("Mo-Fr 09:00-09:00; PH off", "overnight"),
        ("Mo-Fr 09:00-18:00", "holidays"),
        ("Mo-Fr 09:00\u201313:00; PH off", "dashes"),
        ("Mo\u2013Fr 09:00-13:00; PH off", "dashes"),
        ("Mo-Fr 09:00 - 13:00; PH off", "dashes"),
        ("Mo - Fr 09:00-13:00; PH off", "dashes"),
        ("PH off; Mo-Fr 09:00-13:00", "holidays_first"),
        ("PH unknown, Mo-Fr 09:00-13:00", "holidays_first"),
        ("Mo-Fr 09:00-13:00;PH off;Sa 09:00-12:00", "holidays_first"),
        ("Mo-Fr 09:00-13:00; We 15:00-18:00; PH off", "undone"),
        ("Th-Tu 09:00-13:00; Su 15:00-18:00; PH off", "undone"),
        ("Mo,We 09:00-13:00; Tu-Fr 15:00-18:00; PH off", "undone"),
        ("Mo-Fr;PH off", "no_times"),
        ("Xx 09:00-18:00; PH off", "grammar"),
        ("Mo-Fr 09:00-49:00; PH off", "grammar"),
    ],
)
def test_hours_that_would_be_read_otherwise_are_refused(expression: str, reason: str) -> None:
    assert fault(expression) == reason


@given(st.text(max_size=40))
def test_any_text_is_judged_without_an_exception(expression: str) -> None:
    assert fault(expression) is None or isinstance(fault(expression), str)


def test_unknown_hours_are_never_open_and_never_closed() -> None:
    assert state(None, at(2026, 11, 23, 10)) == "unknown"
    assert next_opening(None, at(2026, 11, 23, 10)) is None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ((2026, 11, 23, 9), "open"),
        ((2026, 11, 23, 8, 59), "closed"),
        ((2026, 11, 23, 13), "closed"),
        ((2026, 11, 23, 17, 59), "open"),
        ((2026, 11, 22, 10), "closed"),
        ((2026, 12, 25, 10), "closed"),
        ((2026, 6, 2, 10), "closed"),
        ((2027, 3, 29, 10), "closed"),
        ((2027, 10, 4, 10), "closed"),
    ],
)
def test_weekdays_and_italian_holidays_are_known(when: tuple[int, ...], expected: str) -> None:
    assert state(WEEK, at(*when)) == expected


def test_what_happens_on_a_holiday_may_be_unknown() -> None:
    assert state("Mo-Fr 09:00-18:00; PH unknown", at(2026, 12, 25, 10)) == "unknown"
    assert state("Mo-Fr 09:00-18:00; PH unknown", at(2026, 12, 24, 10)) == "open"


def test_a_line_that_answers_every_day_answers_on_holidays_too() -> None:
    assert state(EVERY_DAY, at(2026, 12, 25, 10)) == "open"
    assert state(EVERY_DAY, at(2026, 12, 25, 8, 59)) == "closed"


def test_a_patron_day_makes_open_hours_unknown_but_not_a_line_that_never_closes() -> None:
    assert state(WEEK, at(2027, 6, 17, 10), local_holiday=True) == "unknown"
    assert state(WEEK, at(2027, 6, 17, 20), local_holiday=True) == "closed"
    assert state("24/7", at(2027, 6, 17, 10), local_holiday=True) == "open"


def test_a_closure_closes_from_its_first_day_to_its_last() -> None:
    days = {day: state(WEEK, at(2026, 8, day, 10), closures=[AUGUST]) for day in (7, 10, 20, 21, 24)}
    assert days == {7: "open", 10: "closed", 20: "closed", 21: "closed", 24: "open"}
    assert state("24/7", at(2026, 8, 12, 3), closures=[AUGUST]) == "closed"


def test_a_closure_ends_at_local_midnight_whatever_the_zone_of_the_clock() -> None:
    late = datetime(2026, 8, 21, 22, 30, tzinfo=UTC)
    assert state("24/7", late, closures=[AUGUST]) == "open"


def test_the_hour_that_is_skipped_in_spring_is_read_as_the_next() -> None:
    assert state("Mo-Su,PH 01:00-03:00", at(2027, 3, 28, 1, 59)) == "open"
    assert state("Mo-Su,PH 01:00-03:00", at(2027, 3, 28, 2, 30)) == "closed"
    assert state("Mo-Su,PH 01:00-03:00", datetime(2027, 3, 28, 1, 0, tzinfo=UTC)) == "closed"


def test_the_hour_that_comes_twice_in_autumn_is_open_twice() -> None:
    assert state("Mo-Su,PH 02:00-03:00", at(2026, 10, 25, 2, 30)) == "open"
    assert state("Mo-Su,PH 02:00-03:00", at(2026, 10, 25, 2, 30, fold=1)) == "open"
    assert state("Mo-Su,PH 02:00-03:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)) == "closed"


def test_the_next_opening_is_the_first_that_is_sure() -> None:
    assert next_opening(WEEK, at(2026, 11, 22, 19)) == at(2026, 11, 23, 9)
    assert next_opening(WEEK, at(2026, 11, 23, 14)) == at(2026, 11, 23, 15)
    assert next_opening(WEEK, at(2026, 12, 24, 19)) == at(2026, 12, 28, 9)
    assert next_opening("Tu 10:00-12:00; PH unknown", at(2026, 12, 7, 12)) == at(2026, 12, 15, 10)


def test_what_is_open_has_no_next_opening() -> None:
    assert next_opening(WEEK, at(2026, 11, 23, 10)) is None


def test_the_next_opening_comes_after_a_closure() -> None:
    assert next_opening(WEEK, at(2026, 8, 9, 10), closures=[AUGUST]) == at(2026, 8, 24, 9)
    assert next_opening("24/7", at(2026, 8, 12, 10), closures=[AUGUST]) == at(2026, 8, 22)


def test_an_opening_on_a_patron_day_is_not_announced_because_it_is_not_sure() -> None:
    assert next_opening(WEEK, at(2027, 6, 16, 19), local_holidays=[(6, 17)]) == at(2027, 6, 18, 9)


def test_an_opening_within_two_months_is_announced() -> None:
    assert next_opening("Jan Mo 09:00-10:00; PH off", at(2026, 12, 1, 10)) == at(2027, 1, 4, 9)
    assert next_opening("Jan Mo 09:00-10:00; PH off", at(2026, 11, 6, 10)) == at(2027, 1, 4, 9)


def test_an_opening_further_than_two_months_is_not_announced() -> None:
    assert next_opening("Jan Mo 09:00-10:00; PH off", at(2026, 9, 1, 10)) is None


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))  # noqa: DTZ001 - naive on purpose, placed in UTC below
def test_the_next_opening_is_open_and_nothing_before_it_is(naive: datetime) -> None:
    now = naive.replace(tzinfo=UTC)
    found = next_opening(WEEK, now)
    if state(WEEK, now) == "open":
        assert found is None
        return
    assert found is not None
    assert state(WEEK, found) == "open"
    step = (found - now) / 7
    assert step > timedelta(0)
    assert all(state(WEEK, now + step * part) == "closed" for part in range(7))


@pytest.mark.parametrize(
    ("expression", "moment", "would_be"),
    [
        ("PH off; Mo-Fr 09:00-13:00", at(2026, 12, 25, 10), "open"),
        ("Mo-Fr 09:00-13:00; We 15:00-18:00; PH off", at(2026, 11, 25, 10), "closed"),
    ],
)
def test_what_is_refused_would_say_the_contrary_of_what_was_meant(
    expression: str, moment: datetime, would_be: str
) -> None:
    assert state(expression, moment) == would_be
    assert fault(expression) is not None
