# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Keys: the same for the same secret, telling nothing, and never the same for two things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.sessions.keys import Keys
from tests.sessions.stores import OTHER_SECRET, SECRET

words = st.text(alphabet=st.characters(), max_size=30)
kinds = st.sampled_from(["telegram", "whatsapp", "delivery"])


@given(kinds, words)
def test_two_hosts_with_one_secret_make_the_same_key_of_32_bytes(kind: str, value: str) -> None:
    key = Keys(SECRET).of(kind, value)
    assert key == Keys(SECRET).of(kind, value)
    assert len(key) == 32


@given(kinds, words, kinds, words)
def test_two_people_or_two_channels_never_share_a_key(kind: str, value: str, other_kind: str, other: str) -> None:
    keys = Keys(SECRET)
    assert (keys.of(kind, value) == keys.of(other_kind, other)) is ((kind, value) == (other_kind, other))


@given(kinds, words)
def test_another_secret_makes_another_key(kind: str, value: str) -> None:
    assert Keys(SECRET).of(kind, value) != Keys(OTHER_SECRET).of(kind, value)


def test_a_lone_surrogate_has_a_key_too() -> None:
    assert len(Keys(SECRET).of("whatsapp", "\ud800")) == 32
