# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Telephone numbers of Italy: what may be dialled, what may be printed, where a landline can ring.

Every number is written twice, once as it is dialled and once as its source prints it; a slip in either copy makes
them differ. The numbering plan comes from libphonenumber, with three stricter rules of our own: a mobile has ten
digits, a free number (800) nine, and numbers that cost more than an ordinary call are refused. Short codes are
known one by one, because libphonenumber calls 1522 and 114 invalid and would print them as +39 1522, which rings
somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

import phonenumbers

Fault = Literal["digits", "printed", "differ", "international_short", "international", "unknown_short", "cost", "plan"]

SHORT_CODES = frozenset({"112", "114", "1522", "19696", "116000", "116117", "803164"})
"""Short numbers that a directory may hold. 113, 115 and 118 are not here: in Tuscany they end in 112."""

_LONGEST_SHORT = 6
_PRINTED = re.compile(r"[0-9]+(?:[ ./\-\u2013]+[0-9]+)*")
_COUNTRY = re.compile(r"^(?:\+|00)39[ ./\-]*")

_PLAN: dict[str, tuple[int, int | None]] = {
    "0": (phonenumbers.PhoneNumberType.FIXED_LINE, None),
    "3": (phonenumbers.PhoneNumberType.MOBILE, 10),
    "800": (phonenumbers.PhoneNumberType.TOLL_FREE, 9),
}
"""How a number that costs an ordinary call or nothing begins, what it is, and how many digits it has."""

Prefixes = Mapping[str, frozenset[str]]
"""The landline prefixes of a comune, by its gazetteer id, or of a province, by its car plate (data/prefixes.csv)."""


def faults(value: str, printed: str) -> list[Fault]:
    """What is wrong with the two copies of one number; empty if nothing is. `value` is what is dialled."""
    if not value.isascii() or not value.isdecimal() or value.startswith("00"):
        return [_not_digits(value)]
    bare = _COUNTRY.sub("", printed)
    if bare != printed and value in SHORT_CODES:
        return ["international_short"]
    if not _PRINTED.fullmatch(bare):
        return ["printed"]
    if "".join(filter(str.isdecimal, bare)) != value:
        return ["differ"]
    return _plan_faults(value)


def _not_digits(value: str) -> Fault:
    bare = _COUNTRY.sub("", value)
    if bare == value or not bare.isdecimal():
        return "digits"
    return "international_short" if bare in SHORT_CODES else "international"


def _plan_faults(value: str) -> list[Fault]:
    if value in SHORT_CODES:
        return []
    if len(value) <= _LONGEST_SHORT:
        return ["unknown_short"]
    number = _parsed(value)
    start = next((start for start in _PLAN if value.startswith(start)), None)
    if start is None:
        return ["cost" if phonenumbers.is_valid_number(number) else "plan"]
    kind, length = _PLAN[start]
    right = phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) == kind
    return [] if right and length in (None, len(value)) else ["plan"]


@lru_cache(maxsize=1024)
def _parsed(value: str) -> phonenumbers.PhoneNumber:
    return phonenumbers.parse(value, "IT")


def can_be_free(value: str) -> bool:
    """Whether a valid number as dialled may cost its caller nothing: short codes and 800, never a line or a mobile."""
    return value in SHORT_CODES or value.startswith("800")


def prefix(value: str) -> str | None:
    """The landline prefix of a valid number as dialled ("050", "0587"); None for every other number."""
    if not value.startswith("0"):
        return None
    return display(value).split(" ")[1]


def fits(value: str, comune: str, province: str, prefixes: Prefixes) -> bool:
    """Whether a number can ring in that comune (a gazetteer id; "" for the whole province). Mobiles and free numbers
    can ring anywhere, and so can landlines in a province whose prefixes nobody has written.
    """
    found = prefix(value)
    allowed = prefixes.get(comune) or prefixes.get(province)
    return found is None or allowed is None or found in allowed


def display(value: str) -> str:
    """How a valid number is shown: international and grouped, which phones make tappable ("+39 050 561628").

    Short codes stay as they are: with a country code they would ring somewhere else.
    """
    if value in SHORT_CODES:
        return value
    return phonenumbers.format_number(_parsed(value), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
