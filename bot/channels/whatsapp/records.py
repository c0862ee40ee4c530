# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The records that Twilio keeps of our messages: listed page by page, their texts dropped unread, and deleted.

Facts: https://www.twilio.com/docs/messaging/api/message-resource. Deleting a record also deletes what was attached to
it (Twilio, October 2020); a message that is still on its way cannot be deleted.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

import httpx
from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # it has no types
from twilio.http import HttpClient  # type: ignore[import-untyped]  # it has no types
from twilio.http.response import Response  # type: ignore[import-untyped]  # it has no types
from twilio.rest import Client  # type: ignore[import-untyped]  # it has no types

PER_PAGE = 100

TIMEOUT = 5.0
"""Seconds that one request to Twilio may take, from looking for it to the last byte."""

_SID = re.compile(r"[A-Z]{2}[0-9a-f]{32}")
"""An id, which becomes part of an address: anything else could become another address."""

_TALKATIVE = ("twilio", "httpx", "httpcore")
_TOO_MANY, _BROKEN, _NOT_FOR_US = 429, 500, (401, 403)


class UnavailableError(Exception):
    """Twilio cannot be asked now. `status` is its HTTP status, 0 where there is none; `after` the seconds that it
    asked us to wait, 0 where it did not. Carries nothing else: an address of Twilio's holds ids and numbers.
    """

    def __init__(self, status: int, after: float = 0.0) -> None:
        super().__init__()
        self.status, self.after = status, after


@dataclass(frozen=True, slots=True)
class Record:
    """One message as far as we look at it: its id at Twilio, its state, and when it was made (None: not known)."""

    sid: str = field(repr=False)
    status: str
    made: datetime | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some records, newest first, and where the next ones are ("" after the last)."""

    records: tuple[Record, ...]
    following: str = field(repr=False)


class Records(Protocol):
    """What the scrubber needs of Twilio. Every method may raise UnavailableError, and nothing else."""

    def first(self, *, ours: bool) -> Page:
        """The newest records of what our sender sent (`ours`), or of what was sent to it."""
        ...

    def page(self, where: str) -> Page:
        """The records at a `Page.following`."""
        ...

    def delete(self, sid: str) -> bool:
        """Delete a record; False where there was nothing to delete, or not yet: it is still on its way."""
        ...


class Wire(HttpClient):  # type: ignore[misc]  # twilio has no types
    """The way to Twilio, for Twilio's own client: one connection for one request, which ends after `TIMEOUT`, however
    slowly bytes go on arriving. Logs nothing and keeps nothing. To be used where no event loop runs.
    """

    def __init__(self) -> None:
        super().__init__(logging.getLogger(_TALKATIVE[0]), is_async=False, timeout=TIMEOUT)
        self._trusted = httpx.create_ssl_context()

    def request(  # noqa: PLR0913 - as the library has it
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        **_more: object,
    ) -> Response:
        """One request. Raises UnavailableError for whatever says more about Twilio than about a record."""
        asked = httpx.Request(method, url, params=params or None, data=data or None, headers=headers)
        try:
            found = asyncio.run(self._answer(asked, auth))
        except (OSError, httpx.HTTPError, httpx.InvalidURL):
            raise UnavailableError(0) from None
        if found.status_code in _NOT_FOR_US or found.status_code == _TOO_MANY or found.status_code >= _BROKEN:
            raise UnavailableError(found.status_code, _seconds(found.headers))
        return Response(found.status_code, found.text, found.headers)

    async def _answer(self, asked: httpx.Request, auth: tuple[str, str] | None) -> httpx.Response:
        # A library's own time limit is for each read: one byte a second would go on for ever.
        async with asyncio.timeout(TIMEOUT), httpx.AsyncClient(verify=self._trusted, timeout=TIMEOUT) as client:
            return await client.send(asked, auth=auth)


class TwilioRecords:
    """Implements `Records` with Twilio's own client. `http` is there for tests."""

    def __init__(self, account_sid: str, auth_token: str, sender: str, http: Wire | None = None) -> None:
        hush()
        self._sender = sender
        self._messages = Client(account_sid, auth_token, http_client=http or Wire()).messages

    def first(self, *, ours: bool) -> Page:
        """The newest page of one direction."""
        chosen = {"from_": self._sender} if ours else {"to": self._sender}
        return _read(lambda: self._messages.page(**chosen, page_size=PER_PAGE))

    def page(self, where: str) -> Page:
        """A further page."""
        return _read(lambda: self._messages.get_page(where))

    def delete(self, sid: str) -> bool:
        """Delete one."""
        try:
            return bool(self._messages.get(sid).delete())
        except TwilioException:
            return False


def _read(fetched: Callable[[], Any]) -> Page:
    try:
        page = fetched()
        found = [one for one in page if _SID.fullmatch(str(one.sid))]
        records = tuple(Record(one.sid, str(one.status), one.date_created) for one in found)
        return Page(records, page.next_page_url or "")
    except (TwilioException, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        # The exception quotes the answer, and the answer is full of people.
        raise UnavailableError(0) from None


def _seconds(headers: Mapping[str, str]) -> float:
    """What Retry-After asks for, in seconds; dates, which it may also hold, count as nothing asked."""
    asked = headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else 0.0


def hush() -> None:
    """Let nothing that the libraries on the way to Twilio log reach anybody, at whatever level."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.handlers[:] = [logging.NullHandler()]
