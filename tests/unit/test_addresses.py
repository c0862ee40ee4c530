# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The address: what it can hold, how it is written, and that reading one never fails."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.address import SLOTS, Address, ordered
from bot.dialogue.codec import Codec, Codes
from tests.unit.small_world import CHOICES, CODEC, NODES, PLACES, SERVICES, TOPICS, WORLD

LONGEST = 64
"""Bytes that a Telegram button carries."""
VALUES = {"choice": CHOICES, "page": tuple("123456789"), "place": PLACES, "service": SERVICES, "topic": TOPICS}


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    filled = {slot: draw(st.sampled_from(VALUES[slot])) for slot in SLOTS if draw(st.booleans())}
    return Address(draw(st.sampled_from(CODEC.languages)), draw(st.sampled_from(sorted(NODES))), ordered(filled))


@given(addresses())
def test_any_address_round_trips_through_its_string(address: Address) -> None:
    assert CODEC.decode(CODEC.encode(address)) == address


@given(addresses())
def test_any_address_round_trips_through_a_link(address: Address) -> None:
    link = CODEC.link(address)
    assert set(link) <= set(string.ascii_lowercase + string.digits + "-")
    assert CODEC.decode(link) == address


@given(addresses())
def test_any_address_round_trips_through_its_readable_form(address: Address) -> None:
    assert CODEC.from_readable(CODEC.readable(address)) == address


@given(addresses())
def test_an_address_as_a_button_or_a_link_carries_it_is_read_exactly(address: Address) -> None:
    assert CODEC.exact(CODEC.encode(address)) == CODEC.exact(CODEC.link(address)) == address


@given(st.text(string.ascii_lowercase[:6] + string.digits[:4] + ".-gpst", max_size=30))
def test_what_could_only_be_guessed_is_not_read_exactly(text: str) -> None:
    address = CODEC.exact(text)
    assert address is None or len(text.replace("-", ".").split(".")) == 2 + len(address.slots)


def test_a_language_that_is_not_spoken_is_not_read_as_another() -> None:
    spoken = CODEC.readable(CODEC.home())
    assert CODEC.from_readable(spoken) == CODEC.home()
    assert CODEC.from_readable("xx:" + spoken.partition(":")[2]) is None


@given(addresses())
def test_an_encoded_address_fits_a_telegram_button(address: Address) -> None:
    assert len(CODEC.encode(address).encode()) <= LONGEST


def test_the_longest_address_that_the_grammar_allows_fits_a_telegram_button() -> None:
    widest = "x" * 8 + "." + "y" * 3 + ".cxxx.g9.pxxx.sxxx.txxx"
    assert len(widest) <= LONGEST


@given(st.text())
def test_any_string_at_all_decodes_to_something_that_can_be_shown(text: str) -> None:
    assert WORLD.read(text).node in NODES


@given(st.from_regex(r"[a-z0-9]{1,9}(\.[a-z0-9]{1,4}){0,7}", fullmatch=True))
def test_strings_that_look_like_addresses_decode_to_something_that_can_be_shown(text: str) -> None:
    address = WORLD.read(text)
    assert NODES[address.node].needs <= address.filled()
    assert all(value in VALUES[slot] for slot, value in address.slots)


@pytest.mark.parametrize(
    "text",
    ["", ".", "it", "it.n0.", "it..n0", "IT.n0", "it.n0.p9", "it.n0.p0.", "it.n0 ", "it.n0\n", "it.n٠", "x" * 10_000],
)
def test_what_is_no_address_is_the_start(text: str) -> None:
    assert CODEC.decode(text) == Address("it", "home")


def test_an_unreadable_address_keeps_the_language_that_was_spoken() -> None:
    assert CODEC.decode("nonsense", "en") == Address("en", "home")
    assert CODEC.decode("en.zz9") == Address("en", "home")


def test_a_node_that_was_taken_away_opens_the_one_that_replaces_it() -> None:
    (old,) = [code for code, name in CODEC.codes["node"].ids.items() if name == "old_near"]
    assert CODEC.decode(f"it.{old}.p0.t0".replace("p0", "pp0").replace("t0", "tt0")).node == "near"


def test_a_value_that_exists_no_longer_is_left_out() -> None:
    gone = Codec({**CODEC.codes, "place": Codes({"p0": "drowned"}, {}, frozenset())}, CODEC.languages, "home")
    assert gone.decode(CODEC.encode(Address.at("it", "far", place="hill"))) == Address("it", "far")


def test_a_screen_that_lacks_what_it_needs_is_the_start_in_the_same_language() -> None:
    assert WORLD.settle(Address("en", "near")) == Address("en", "home")


def test_the_readable_form_refuses_what_does_not_exist() -> None:
    assert CODEC.from_readable("nowhere") is None
    assert CODEC.from_readable("near place=atlantis") is None
    assert CODEC.from_readable("near rubbish") is None
    assert CODEC.from_readable("far place=hill") == Address.at("it", "far", place="hill")


def test_no_slot_of_an_address_can_hold_free_text() -> None:
    with pytest.raises(KeyError):
        CODEC.encode(Address("it", "far", (("place", "my secret"),)))
