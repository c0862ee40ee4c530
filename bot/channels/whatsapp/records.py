# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The records that Twilio keeps of our messages: listed page by page, their texts dropped unread, and deleted.

Facts: https://www.twilio.com/docs/messaging/api/message-resource. Deleting a record also deletes what was attached to
it (Twilio, October 2020); a message that is still on its way cannot be deleted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]  # it has no types
from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]  # it has no types
from twilio.rest import Client  # type: ignore[import-untyped]  # it has no types

PER_PAGE = 100

TIMEOUT = 5.0
"""Seconds that one request to Twilio may take."""

_TALKATIVE = ("twilio", "urllib3", "requests")
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


class Wire(TwilioHttpClient):  # type: ignore[misc]  # twilio has no types
    """Twilio's HTTP client without its habits: it logs addresses, and keeps the last answer whole."""

    def __init__(self) -> None:
        super().__init__(timeout=TIMEOUT)

    def request(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as the library has it
        """One request. Raises UnavailableError for whatever says more about Twilio than about a record."""
        try:
            response = super().request(*given, **more)
        except OSError:
            raise UnavailableError(0) from None
        finally:
            self._test_only_last_request = self._test_only_last_response = None
        status = int(response.status_code)
        if status in _NOT_FOR_US or status == _TOO_MANY or status >= _BROKEN:
            raise UnavailableError(status, _seconds(response.headers))
        return response

    def log_request(self, kwargs: dict[str, Any]) -> None:
        """Log nothing."""

    def log_response(self, status_code: int, response: object) -> None:
        """Log nothing."""


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
        records = tuple(Record(one.sid, str(one.status), one.date_created) for one in page)
        return Page(records, page.next_page_url or "")
    except (TwilioException, ValueError, KeyError, AttributeError, TypeError):
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
