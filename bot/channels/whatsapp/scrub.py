# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing stays at Twilio longer than needed: what is a few minutes old, and has arrived, is deleted.

There is no list of what to delete: what is left at Twilio is the list. So a scrubber can stop anywhere, and whoever
begins again goes on; and two at once do no harm, they only ask for some things twice.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.channels.whatsapp.records import Page, Record, Records, UnavailableError

OLD = timedelta(minutes=5)
"""How old a record must be: younger ones may still be asked for again by Twilio itself."""

SURELY_OLD = timedelta(hours=1)
"""From here on Twilio decides whether a message has arrived: its "sent" can last as long as a phone is off."""

FINAL = frozenset({"received", "delivered", "read", "undelivered", "failed", "canceled", "partially_delivered"})

PASSING = 429
"""Trouble of this status, or a higher one, has nothing to do with what was asked."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one pass came to: records deleted, records left, and the age of the oldest one left."""

    deleted: int = 0
    left: int = 0
    oldest: timedelta = timedelta()

    def with_left(self, age: timedelta) -> Tally:
        """One more left."""
        return replace(self, left=self.left + 1, oldest=max(self.oldest, age))


class Scrubber:
    """Goes through all records of our sender, a page at a time: first what people wrote, then what we answered."""

    def __init__(self, records: Records, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._records, self._now = records, now
        self._stopped = threading.Event()
        self._begin()

    def stop(self) -> None:
        """Do nothing more, for good, once the request under way has ended. From any thread."""
        self._stopped.set()

    def step(self) -> Tally | None:
        """Deal with one page; the tally of the pass when that was the last one, else None.

        Raises UnavailableError when Twilio cannot be asked, or in place of a tally when a page led back to one of the
        same pass; the next step goes on where this one was, or begins anew if it may be the place that is wrong.
        """
        try:
            return self._page_done()
        except Exception as error:
            if not isinstance(error, UnavailableError) or error.status < PASSING:
                self._begin()
            raise

    def _begin(self) -> None:
        self._ours, self._tally = False, Tally()
        self._page: Page | None = None
        self._seen: set[int] = set()
        self._circled = False

    def _page_done(self) -> Tally | None:
        page = self._page = self._page or self._records.first(ours=self._ours)
        # Asked for before anything is deleted: the way to the next page may name a record of this one.
        following = self._records.page(page.following) if self._leads_on(page) else None
        while page.records and not self._stopped.is_set():
            self._deal_with(page.records[0])
            page = self._page = Page(page.records[1:], page.following)
        if page.records:
            return None
        self._page = following
        if following:
            self._seen.add(hash(page.following))
            return None
        return self._turned()

    def _leads_on(self, page: Page) -> bool:
        """Whether a page follows that this pass has not been to: a circle would be walked for ever, without a pause."""
        circled = hash(page.following) in self._seen
        self._circled |= circled
        return bool(page.following) and not circled

    def _turned(self) -> Tally | None:
        if not self._ours:
            self._ours = True
            return None
        tally, circled = self._tally, self._circled
        self._begin()
        if circled:
            raise UnavailableError(0)
        return tally

    def _deal_with(self, record: Record) -> None:
        age = self._now() - record.made if record.made else timedelta()
        settled = age >= SURELY_OLD or (age >= OLD and record.status in FINAL)
        if settled and self._records.delete(record.sid):
            self._tally = replace(self._tally, deleted=self._tally.deleted + 1)
        else:
            self._tally = self._tally.with_left(age)
