# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The store in memory beside a dictionary that keeps the same promises plainly, under long random histories."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.sessions.places import InProcess
from bot.sessions.sealed import Seal, must_be_erased
from bot.sessions.session import Session
from bot.sessions.sqlite import SqliteSessions
from tests.sessions.stores import DIGITS, SECRET, TALK

# Few values, so that deadlines pass and versions that were once good are tried often.
KEYS = [number.to_bytes(32) for number in range(3)]
keys = st.sampled_from(KEYS)
versions = st.integers(min_value=0, max_value=3)
spans = st.sampled_from([0, 1, 60, 600])
sessions = st.sampled_from([TALK, DIGITS, Session(), replace(TALK, panel=None), replace(TALK, chat="1000002")])


@dataclass
class Row:
    session: Session
    deadline: float


class Beside(RuleBasedStateMachine):
    """Every step is done to both; what they say must be the same, and so must be all that they hold."""

    @initialize()
    def begin(self) -> None:
        self.now = 1000.0
        self.model: dict[bytes, Row] = {}
        self.past: dict[bytes, list[int]] = {key: [0] for key in KEYS}
        self.loop = asyncio.new_event_loop()
        self.store = SqliteSessions(InProcess(), Seal(SECRET), lambda: self.now)
        self.loop.run_until_complete(self.store.open())

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.loop.run_until_complete(self.store.close())
            self.loop.close()

    def counts(self, key: bytes) -> Row | None:
        """The row of `key` while it counts: until its deadline, and after it while something must be erased."""
        row = self.model.get(key)
        return row if row and (row.deadline > self.now or must_be_erased(row.session)) else None

    @rule(seconds=spans)
    def time_passes(self, seconds: int) -> None:
        self.now += seconds

    @rule(key=keys, session=sessions, back=versions, lasts=spans)
    def write_over_a_version_of_once(self, key: bytes, session: Session, back: int, lasts: int) -> None:
        self.write(key, session, self.once(key, back), lasts)

    def once(self, key: bytes, back: int) -> int:
        """The version of `key` that was stored `back` writes ago; 0 before the first."""
        return self.past[key][-1 - min(back, len(self.past[key]) - 1)]

    def write(self, key: bytes, session: Session, version: int, lasts: int) -> None:
        row = self.counts(key)
        wins = version == (row.session.version if row else 0)
        written = self.loop.run_until_complete(self.store.write(key, replace(session, version=version), lasts))
        assert written is wins
        if wins:
            stored = self.loop.run_until_complete(self.store._find(key))
            assert stored
            assert stored.version not in self.past[key]
            self.past[key].append(stored.version)
            self.model[key] = Row(replace(session, version=stored.version), self.now + lasts)

    @rule(key=keys, session=sessions, lasts=spans)
    def write_what_was_read(self, key: bytes, session: Session, lasts: int) -> None:
        row = self.counts(key)
        self.write(key, session, row.session.version if row else 0, lasts)

    @rule(key=keys, back=versions)
    def forget(self, key: bytes, back: int) -> None:
        row, version = self.counts(key), self.once(key, back)
        wins = row is not None and row.session.version == version
        assert self.loop.run_until_complete(self.store.forget(key, version)) is wins
        if wins:
            del self.model[key]

    @rule(limit=st.integers(min_value=1, max_value=5))
    def claim_idle(self, limit: int) -> None:
        over = {key: row for key, row in self.model.items() if row.deadline <= self.now}
        due = sorted(row.deadline for row in over.values() if must_be_erased(row.session))[:limit]
        claimed = self.loop.run_until_complete(self.store.claim_idle(limit))
        assert len(claimed) == len(due)
        for session in claimed:
            key = next(key for key, row in over.items() if row.session.bare() == session and row.deadline in due)
            del over[key], self.model[key]

    @rule()
    def claim_all(self) -> None:
        left = [row.session.bare() for row in self.model.values() if must_be_erased(row.session)]
        claimed = self.loop.run_until_complete(self.store.claim_all())
        assert sorted(claimed, key=repr) == sorted(left, key=repr)
        self.model.clear()

    @invariant()
    def says_the_same(self) -> None:
        for key in KEYS:
            row = self.counts(key)
            expected = row and (row.session if row.deadline > self.now else row.session.bare())
            assert self.loop.run_until_complete(self.store.read(key)) == expected


TestBesideADictionary = Beside.TestCase
TestBesideADictionary.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
