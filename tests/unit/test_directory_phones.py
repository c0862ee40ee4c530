# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers: both copies, the plan, the place, and how they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.prefixes import read_prefixes
from bot.directory.phones import SHORT_CODES, display, faults, fits, prefix
from tests.unit.directory_world import ROOT, gazetteer

SEPARATORS = [" ", ".", "/", "-", " - "]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("050561628", "050 561628"),
        ("050561628", "050/561628"),
        ("050561628", "050.56.16.28"),
        ("050561628", "+39 050 561628"),
        ("050561628", "0039 050 561628"),
        ("05717051", "0571 7051"),
        ("0587273111", "0587-273111"),
        ("0223272327", "02 2327 2327"),
        ("06164164", "06 164.164"),
        ("3240117252", "324 011 7252"),
        ("800290290", "800 290 290"),
        ("803164", "803.164"),
        ("19696", "1.96.96"),
        ("1522", "1522"),
        ("112", "112"),
        ("116117", "116117"),
    ],
)
def test_two_copies_of_a_number_that_rings_are_accepted(value: str, printed: str) -> None:
    assert faults(value, printed) == []


@pytest.mark.parametrize(
    ("value", "printed", "fault"),
    [
        ("050 561628", "050 561628", "digits"),
        ("", "050 561628", "digits"),
        ("٠٥٠٥٦١٦٢٨", "050 561628", "digits"),
        ("+39050561628", "050 561628", "international"),
        ("0039050561628", "050 561628", "international"),
        ("+391522", "1522", "international_short"),
        ("1522", "+39 1522", "international_short"),
        ("114", "+39114", "international_short"),
        ("050561628", "050 561682", "differ"),
        ("050561628", "050 56162", "differ"),
        ("050561628", "050 561628 int. 3", "printed"),
        ("050561628", "", "printed"),
        ("050561628", "٠٥٠ ٥٦١٦٢٨", "printed"),
        ("118", "118", "unknown_short"),
        ("1523", "1523", "unknown_short"),
        ("116006", "116006", "unknown_short"),
        ("33300000000", "333 00000000", "plan"),
        ("333000000", "333 000000", "plan"),
        ("8000000000", "8000000000", "plan"),
        ("050", "050", "unknown_short"),
        ("0500000000000", "050 0000000000", "plan"),
        ("199000000", "199 000000", "cost"),
        ("899000000", "899 000000", "cost"),
    ],
)
def test_a_number_that_may_harm_is_refused(value: str, printed: str, fault: str) -> None:
    assert faults(value, printed) == [fault]


@given(st.sampled_from(["050561628", "3240117252", "800290290", "0554384848", "1522"]), st.data())
def test_separators_never_matter(value: str, data: st.DataObject) -> None:
    between = [data.draw(st.sampled_from(["", *SEPARATORS])) for _ in value[1:]]
    printed = value[0] + "".join(gap + digit for gap, digit in zip(between, value[1:], strict=True))
    assert faults(value, printed) == []


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_are_judged_without_an_exception(value: str, printed: str) -> None:
    assert isinstance(faults(value, printed), list)


@given(st.from_regex(r"[0-9]{1,15}", fullmatch=True))
def test_what_is_accepted_is_shown_with_its_own_digits(value: str) -> None:
    if not faults(value, value):
        shown = display(value)
        assert shown.removeprefix("+39").replace(" ", "") == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("050561628", "+39 050 561628"),
        ("05717051", "+39 0571 7051"),
        ("3240117252", "+39 324 011 7252"),
        ("800290290", "+39 800 290 290"),
        ("1522", "1522"),
        ("114", "114"),
        ("803164", "803164"),
    ],
)
def test_numbers_are_shown_tappable_and_short_codes_as_they_are(value: str, shown: str) -> None:
    assert display(value) == shown


@pytest.mark.parametrize("code", sorted(SHORT_CODES))
def test_a_short_code_never_gets_a_country_prefix(code: str) -> None:
    assert "+" not in display(code)


def test_the_prefix_is_that_of_a_landline_only() -> None:
    assert prefix("050561628") == "050"
    assert prefix("0587273111") == "0587"
    assert prefix("05717051") == "0571"
    assert prefix("3240117252") is None
    assert prefix("1522") is None


@pytest.mark.parametrize(
    ("value", "comune", "province", "fitting"),
    [
        ("050561628", "pisa-pi", "PI", True),
        ("0587273111", "pisa-pi", "PI", False),
        ("0587273111", "pontedera-pi", "PI", True),
        ("0587273111", "", "PI", True),
        ("0583000000", "", "PI", False),
        ("05717051", "empoli-fi", "FI", True),
        ("050561628", "empoli-fi", "FI", False),
        ("3240117252", "pisa-pi", "PI", True),
        ("800290290", "pisa-pi", "PI", True),
        ("0223272327", "milano-mi", "MI", True),
    ],
)
def test_a_landline_rings_only_where_its_prefix_is(value: str, comune: str, province: str, fitting: bool) -> None:
    prefixes = read_prefixes(ROOT / "data" / "prefixes.csv", gazetteer())
    assert fits(value, comune, province, prefixes) is fitting
