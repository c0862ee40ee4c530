# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Sealing: whatever a session holds comes back, and nothing else opens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sessions.sealed import FORMAT, Seal, must_be_erased
from bot.sessions.session import Session
from tests.sessions.stores import DIGITS, KEY, OTHER_KEY, OTHER_SECRET, SECRET, TALK

numbers = st.integers(min_value=-(2**63), max_value=2**63 - 1)
pairs = st.tuples(numbers, numbers)
sessions = st.builds(
    Session,
    state=st.text(),
    offered=st.lists(st.text(), max_size=6).map(tuple),
    more=st.none() | st.text(),
    seen=st.lists(st.tuples(st.text(), st.text()), max_size=8).map(tuple),
    channel=st.text(),
    chat=st.text(alphabet=st.characters()),
    panel=st.none() | pairs,
    messages=st.lists(pairs, max_size=100).map(tuple),
    version=st.integers(min_value=0, max_value=2**63 - 1),
)


@given(sessions)
def test_whatever_a_session_holds_comes_back(session: Session) -> None:
    seal = Seal(SECRET)
    assert seal.opened(KEY, session.version, seal.sealed(KEY, session)) == session


@given(st.binary(max_size=300), st.integers(min_value=-1, max_value=2**65))
def test_other_bytes_do_not_open_and_do_no_harm(garbage: bytes, version: int) -> None:
    assert Seal(SECRET).opened(KEY, version, garbage) is None
    assert Seal(SECRET).opened(KEY, version, FORMAT + garbage) is None


def test_it_opens_only_with_its_secret_in_its_row_and_at_its_version() -> None:
    sealed = Seal(SECRET).sealed(KEY, TALK)
    assert Seal(SECRET).opened(KEY, TALK.version, sealed) == TALK
    assert Seal(OTHER_SECRET).opened(KEY, TALK.version, sealed) is None
    assert Seal(SECRET).opened(OTHER_KEY, TALK.version, sealed) is None
    assert Seal(SECRET).opened(KEY, TALK.version + 1, sealed) is None


def test_a_format_of_another_version_does_not_open() -> None:
    sealed = Seal(SECRET).sealed(KEY, TALK)
    others = [bytes([version]) + sealed[1:] for version in range(256) if bytes([version]) != FORMAT]
    assert [other for other in others if Seal(SECRET).opened(KEY, TALK.version, other)] == []


def test_the_same_session_is_sealed_differently_each_time() -> None:
    seal = Seal(SECRET)
    assert len({seal.sealed(KEY, TALK) for _ in range(100)}) == 100


def test_a_usual_session_takes_less_than_400_bytes() -> None:
    states = [f"it.k{number}.p{number}f2.t4" for number in range(8)]
    seen = tuple((f"{number * 0x9E3779B97F4A7C15:016x}"[-16:], state) for number, state in enumerate(states, 1))
    messages = tuple((500 + number, 1_790_000_000 + 7 * number) for number in range(12))
    usual = replace(TALK, state=states[0], offered=tuple(states[:6]), more=states[7], seen=seen, messages=messages)
    assert len(Seal(SECRET).sealed(KEY, usual)) < 400


@pytest.mark.parametrize(
    ("session", "must"),
    [
        (TALK, True),
        (replace(TALK, panel=None), True),
        (replace(TALK, messages=()), True),
        (replace(TALK, panel=None, messages=()), False),
        (replace(TALK, chat=""), False),
        (DIGITS, False),
        (Session(), False),
    ],
)
def test_what_must_be_erased_is_what_stands_in_a_known_chat(session: Session, must: bool) -> None:
    assert must_be_erased(session) is must
