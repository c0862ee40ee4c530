# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Signatures: Twilio's published examples, and the same verdict as its helper library on everything else."""

from __future__ import annotations

import contextlib
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # it has no types

from bot.channels.whatsapp.form import Fields, Signer, fields_of

TOKEN = "12345"  # noqa: S105 - the token of Twilio's published examples
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
CALL = [
    ("CallSid", "CA1234567890ABCDE"),
    ("Caller", "+14158675309"),
    ("Digits", "1234"),
    ("From", "+14158675309"),
    ("To", "+18005551212"),
]
PUBLISHED = [
    (URL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    (URL, "kvajT1Ptam85bY51eRf/AJRuM3w="),
    ("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU="),
    ("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4="),
    ("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    ("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8="),
    ("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4="),
    ("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
]
"""Addresses and signatures that Twilio publishes with its helper libraries, with and without the port."""


@pytest.mark.parametrize(("url", "signature"), PUBLISHED)
def test_published_signatures_are_accepted(url: str, signature: str) -> None:
    assert Signer(TOKEN, url).accepts(CALL, signature)


def test_a_repeated_field_is_signed_sorted_and_each_value_once() -> None:
    repeated = [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")]
    assert Signer(TOKEN, URL).accepts(repeated, "IK+Dwps556ElfBT0I3Rgjkr1wJU=")


WRONG = ("", "FAIL", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "rsoydt4t1cutdk1pdd93/vvr8b8=", "è\ud800")


@pytest.mark.parametrize("wrong", WRONG)
def test_any_other_signature_is_refused(wrong: str) -> None:
    assert not Signer(TOKEN, URL).accepts(CALL, wrong)


class Several(dict[str, list[str]]):
    """Fields as web frameworks hand them to Twilio's validator."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


@given(
    st.lists(st.tuples(st.text(max_size=6), st.text(max_size=12)), max_size=6),
    st.sampled_from([url for url, _ in PUBLISHED]),
)
def test_our_signature_is_that_of_the_helper_library(fields: Fields, url: str) -> None:
    several = Several()
    for name, value in fields:
        several.setdefault(name, []).append(value)
    theirs = RequestValidator(TOKEN).compute_signature(url, several)
    assert Signer(TOKEN, url).sign(fields) == theirs
    assert Signer(TOKEN, url).accepts(fields, theirs)


@pytest.mark.parametrize("url", [url for url, _ in PUBLISHED])
@pytest.mark.parametrize("called", [url for url, _ in PUBLISHED])
def test_the_port_is_tolerated_as_the_helper_library_does(url: str, called: str) -> None:
    signature = Signer(TOKEN, called).sign(CALL)
    assert Signer(TOKEN, url).accepts(CALL, signature) == RequestValidator(TOKEN).validate(url, dict(CALL), signature)


WRITTEN = ["%", "%C3", "%c3%A9", "%e", "%2", "%26", "%3D", "%2B", "%25", "%00", "+", "&", "=", "é", "a"]
pieces = st.sampled_from(WRITTEN) | st.text(max_size=2)
forms = st.lists(pieces, max_size=12).map(lambda parts: "".join(parts).encode(errors="ignore"))


@given(forms | st.binary(max_size=12))
def test_a_form_that_the_standard_library_reads_is_read_as_it_does(body: bytes) -> None:
    """It refuses more: a letter of which half is written as a code."""
    theirs: Fields | None = None
    with contextlib.suppress(UnicodeDecodeError):
        theirs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    assert theirs is None or fields_of(body) == theirs


@given(st.lists(st.tuples(st.text(max_size=6), st.text(max_size=12)), max_size=6))
def test_what_is_written_as_a_form_is_read_again(fields: Fields) -> None:
    assert fields_of(urlencode(fields).encode()) == fields
