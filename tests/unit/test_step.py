# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One step at a time: what every event leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.address import Address
from bot.dialogue.events import Erase, Event, SharedPosition, Show, Started, Tapped, Typed, Unsupported
from bot.dialogue.flow import Target, first_open
from bot.dialogue.graph import edges
from bot.dialogue.step import World, step
from tests.unit.small_world import CODEC, FLOW, NODES, WORLD, Ground, Words
from tests.unit.test_addresses import addresses

encoded = addresses().map(CODEC.encode)
words = st.lists(
    st.sampled_from(["storm", "danger", "hill", "hills", "town", "atlantis", "leave", "me", "place", "7", "3", "eh"]),
    max_size=4,
).map(" ".join)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Started, st.text() | encoded),
    st.builds(Tapped, st.text() | encoded),
    st.builds(Typed, st.text() | words, st.lists(encoded, max_size=6).map(tuple), st.none() | encoded),
    st.builds(SharedPosition, st.floats(), st.floats()),
    st.builds(Unsupported, st.text() | st.just("voice")),
)


def go(address: Address, event: Event) -> Address:
    return step(WORLD, address, event).address


@given(addresses(), events)
def test_every_event_has_an_answer_that_can_be_shown(address: Address, event: Event) -> None:
    result = step(WORLD, address, event)
    assert NODES[result.address.node].needs <= result.address.filled()
    assert result.effects == ((Erase(),) if result.address.node == "bye" else (Show(result.address),))


@given(st.lists(events, max_size=12))
@settings(max_examples=200)
def test_a_conversation_is_the_same_when_its_state_is_read_again_from_its_string(story: list[Event]) -> None:
    kept = reread = CODEC.home("it")
    for event in story:
        kept = go(kept, event)
        reread = CODEC.decode(CODEC.encode(go(reread, event)))
    assert kept == reread


@given(addresses())
def test_leaving_and_danger_are_one_word_away_from_everywhere(address: Address) -> None:
    assert go(address, Typed("leave")).node == "bye"
    assert go(address, Typed("storm danger")).node == "danger"


@given(addresses())
def test_zero_closes_and_nine_is_urgent_whatever_was_offered(address: Address) -> None:
    assert go(address, Typed("0")).node == "bye"
    assert go(address, Typed("9")).node == "danger"


def test_danger_comes_before_what_else_was_said_and_remembers_it() -> None:
    address = go(Address("it", "home"), Typed("storm hill danger"))
    assert address == Address.at("it", "danger", place="hill", topic="storm")


def test_a_topic_and_a_place_in_one_text_lead_straight_to_the_nearest() -> None:
    assert go(Address("it", "home"), Typed("storm hill")) == Address.at("it", "near", place="hill", topic="storm")


def test_a_place_without_a_topic_goes_where_the_flow_says() -> None:
    assert go(Address("it", "home"), Typed("hill")) == Address.at("it", "far", place="hill")


def test_another_place_replaces_the_first() -> None:
    near = Address.at("it", "near", place="hill", topic="storm")
    assert go(near, Typed("shore")) == Address.at("it", "near", place="shore", topic="storm")


def test_an_ambiguous_name_is_asked_back() -> None:
    assert go(Address.at("it", "where", topic="flood"), Typed("hills")) == Address.at(
        "it", "which", choice="two-hills", topic="flood"
    )


@pytest.mark.parametrize(("text", "place"), [("town", "abroad-town"), ("atlantis", None)])
def test_a_place_outside_is_followed_whether_or_not_it_is_known(text: str, place: str | None) -> None:
    address = go(Address.at("it", "where", topic="flood"), Typed(text))
    assert (address.node, address.get("place")) == ("far", place)


def test_a_place_abroad_makes_the_place_before_it_forgotten() -> None:
    near = Address.at("it", "where", place="hill", topic="storm")
    assert go(near, Typed("atlantis")) == Address.at("it", "far", topic="storm")


def test_words_that_say_nothing_lead_to_a_person_the_second_time() -> None:
    once = go(Address("it", "home"), Typed("mumble"))
    assert (once.node, go(once, Typed("mumble")).node) == ("lost", "person")


def test_an_unknown_place_is_followed_where_a_place_was_asked_for() -> None:
    assert go(Address.at("it", "where", topic="flood"), Typed("mumble")).node == "lost"


def test_digits_mean_what_was_offered_in_this_conversation() -> None:
    offered = (CODEC.encode(Address("it", "person")), CODEC.encode(Address("it", "tongue")))
    more = CODEC.encode(Address("it", "listen"))
    home = Address("it", "home")
    assert [go(home, Typed(digit, offered, more)).node for digit in "127"] == ["person", "tongue", "listen"]
    assert go(Address("it", "far"), Typed("5", offered, more)).node == "far"
    assert go(Address("it", "far"), Typed("7", offered)).node == "far"


def test_without_an_offer_a_digit_is_home() -> None:
    assert [go(Address("it", "far"), Typed(digit)).node for digit in "1278"] == ["home"] * 4


def test_a_position_becomes_a_place_and_nothing_else() -> None:
    where = Address.at("it", "where", topic="storm")
    assert go(where, SharedPosition(43.7, 10.4)) == Address.at("it", "near", place="hill", topic="storm")
    assert go(where, SharedPosition(-43.7, 10.4)).node == "lost"


def test_a_voice_note_has_its_own_screen_and_the_rest_changes_nothing() -> None:
    assert go(Address("it", "person"), Unsupported("voice")).node == "listen"
    assert go(Address("it", "person"), Unsupported("sticker")).node == "person"


def test_coming_home_forgets_everything() -> None:
    assert go(Address.at("it", "near", place="hill", topic="storm"), Typed("8")) == Address("it", "home")


def test_a_button_that_is_not_offered_cannot_be_chosen_by_its_words() -> None:
    assert go(Address("it", "home"), Typed("me")).node == "topics"
    assert go(Address("it", "person"), Typed("me")).node == "lost"


def test_a_way_may_ask_which_topic_it_is() -> None:
    way = (Target("far", when=frozenset({"topic", "topic=storm"})), Target("lost"))
    of_storm, of_flood = (Address.at("it", "near", place="hill", topic=topic) for topic in ("storm", "flood"))
    assert [first_open(way, address.filled()) for address in (of_storm, of_flood)] == [way[0], way[1]]
    assert first_open(way, Address("it", "home").filled()) == way[1]


STORM = (("topic", "storm"),)
ROOF = frozenset({"need=roof"})
NEEDS = replace(FLOW.hears, intents={"storm": (Target("far", STORM, ROOF), Target("where", STORM))})
WITH_NEEDS = World.of(replace(FLOW, hears=NEEDS), CODEC, Words(), Ground())
HOME = Address("it", "home")


def typed(text: str) -> Address:
    return step(WITH_NEEDS, HOME, Typed(text)).address


def test_a_need_said_beside_the_intent_chooses_among_its_ways() -> None:
    assert typed("storm roof").node == "far"
    assert typed("storm").node == "where"
    assert typed("roof").node == "lost"


def test_a_place_said_beside_a_need_is_remembered_where_it_matters() -> None:
    assert typed("storm roof hill") == Address.at("it", "far", place="hill", topic="storm")
    assert typed("storm hill") == Address.at("it", "near", place="hill", topic="storm")


def test_danger_comes_before_a_need_and_keeps_the_topic() -> None:
    assert typed("storm roof danger") == Address.at("it", "danger", topic="storm")


def test_a_way_that_asks_about_a_need_reads_no_slot() -> None:
    heard = [edge for edge in edges(WITH_NEEDS.flow) if edge.name == "storm"]
    assert {edge.target for edge in heard} == {"far", "where"}
    assert not frozenset().union(*(edge.reads for edge in heard))


ALONE = replace(NEEDS, needs={"roof": (Target("home", when=frozenset({"topic=storm"})),)})
WITH_WORDS_OF_THEIR_OWN = World.of(replace(FLOW, hears=ALONE), CODEC, Words(), Ground())
ABOUT_STORMS = Address.at("it", "where", topic="storm")


def said_there(text: str) -> Address:
    return step(WITH_WORDS_OF_THEIR_OWN, ABOUT_STORMS, Typed(text)).address


def test_words_that_count_by_themselves_take_back_what_was_known() -> None:
    assert said_there("roof") == HOME


def test_what_else_was_said_goes_on_from_where_such_words_lead() -> None:
    assert said_there("roof hill") == Address.at("it", "far", place="hill")
    assert said_there("storm roof") == Address.at("it", "far", topic="storm")


def test_such_words_are_only_words_where_their_way_is_closed() -> None:
    assert step(WITH_WORDS_OF_THEIR_OWN, HOME, Typed("roof")).address.node == "lost"
