# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The form that Twilio posts: its fields, and whether Twilio signed them. Nothing here knows what a field means.

The signature is Twilio's documented one: HMAC-SHA1, keyed with the Auth Token, over the address that Twilio called and
then every field, name and value, sorted. Our own few lines, because the helper library's validator raises on a missing
header, takes seven times as long, and compares a list of its own; tests hold both to the same verdicts.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

LARGEST = 64 * 1024
"""Bytes of text in a body that are read at all; Twilio's own calls have about one thousand. What Twilio writes as a
percent code (%C3) counts as the one byte that it is, or the longest text would depend on its alphabet.
"""

MOST_FIELDS = 200
"""Twilio sends about twenty-five."""

FORM = "application/x-www-form-urlencoded"
SIGNATURE, SIGNATURE_LENGTH = "x-twilio-signature", 28
"""The header, and the length of twenty bytes in base 64."""

Fields = list[tuple[str, str]]

_PORTS = {"https": 443, "http": 80}
_CODES = re.compile(rb"%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")
_LETTERS = re.compile(rb"%[89A-Fa-f][0-9A-Fa-f](?:%[89A-Fa-f][0-9A-Fa-f])*")
"""Percent codes; and those of bytes beyond ASCII, of which letters of other alphabets are made."""


class RefusedError(Exception):
    """A call that is not answered. Carries the status and nothing of the call."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status


class Signer:
    """Knows how Twilio signs calls to `url` for the account whose token is `auth_token`."""

    def __init__(self, auth_token: str, url: str) -> None:
        key = auth_token.encode()
        self._begun = [hmac.new(key, form.encode(), hashlib.sha1) for form in _with_and_without_port(url)]

    def accepts(self, fields: Fields, signature: str) -> bool:
        """Whether `signature` is Twilio's for these fields. Total; the comparison takes the same time for any text."""
        given, text = signature.encode("utf-8", "surrogatepass"), _text(fields)
        return any(hmac.compare_digest(_finished(begun, text), given) for begun in self._begun)

    def sign(self, fields: Fields) -> str:
        """The signature that Twilio would send, for tests and benches."""
        return _finished(self._begun[0], _text(fields)).decode()


def _with_and_without_port(url: str) -> tuple[str, str]:
    """`url` as it is written and in the other form: Twilio signs one or the other, as its helper library says."""
    parts = urlsplit(url)
    host = parts.netloc.removesuffix(f":{parts.port}") if parts.port else f"{parts.netloc}:{_PORTS[parts.scheme]}"
    return url, parts._replace(netloc=host).geturl()


def _text(fields: Fields) -> bytes:
    return "".join(name + value for name, value in sorted(set(fields))).encode("utf-8", "surrogatepass")


def _finished(begun: hmac.HMAC, text: bytes) -> bytes:
    mac = begun.copy()
    mac.update(text)
    return base64.b64encode(mac.digest())


def signed(signer: Signer, headers: Mapping[str, str], body: bytes) -> Fields:
    """The fields of a call that Twilio signed, in their order, empty ones too.

    Raises RefusedError for whatever cannot be a call of Twilio's (too large, of another type, compressed, unsigned, not
    a form in UTF-8) and for what was signed by somebody else, or for another address.
    """
    _refuse_at_sight(headers, body)
    try:
        fields = fields_of(body)
    except ValueError:
        raise RefusedError(400) from None
    if not signer.accepts(fields, headers[SIGNATURE]):
        raise RefusedError(403)
    return fields


def fields_of(body: bytes) -> Fields:
    """The fields of a form, in their order, empty ones too. Raises ValueError for what is not UTF-8, or has too many.

    The library takes one code at a time: a long text in any but the Latin alphabet cost 30 ms and more, so its letters
    are put together before. None of their bytes means anything in a form.
    """
    plain = _LETTERS.sub(lambda codes: bytes.fromhex(codes[0].replace(b"%", b"").decode()), body).decode()
    return parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)


def _refuse_at_sight(headers: Mapping[str, str], body: bytes) -> None:
    if len(body) > LARGEST and _text_in(body) > LARGEST:
        raise RefusedError(413)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != FORM or "content-encoding" in headers:
        raise RefusedError(415)
    if len(headers.get(SIGNATURE, "")) != SIGNATURE_LENGTH:
        raise RefusedError(403)


def _text_in(body: bytes) -> int:
    return len(body) - sum(map(len, _CODES.findall(body))) * 2 // 3
