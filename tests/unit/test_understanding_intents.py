# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Each rule of choice among phrases, on a lexicon that is small enough to read at a glance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.intents import CLASSES, DECIDABLE, INTENTS, Reading, read, read_urgent
from bot.understanding.phrase import words_of
from tests.unit.understanding_world import lexicon, shipped

LEXICON = lexicon()


def reading(text: str, *, forgiving: bool = True) -> Reading:
    return read(LEXICON, words_of(text, LEXICON.written_out), forgiving=forgiving)


def rule(text: str) -> str | None:
    decision = reading(text).decision
    return decision.rule if decision else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mi picchia", "it.violence_self.1"),
        ("mi ha sempre picchiato", "it.violence_self.1"),
        ("mi dice che da domani non mi aspetta e che picchia", None),
        ("mio marito picchia", "it.violence_self.2"),
        ("mi ha dato uno schiaffo", "it.violence_self.1"),
        ("minaccia di morte", "it.violence_self.3"),
        ("minacciata di morte", "it.violence_self.3"),
    ],
)
def test_words_stems_and_groups_are_found_in_order_with_small_gaps(text: str, expected: str | None) -> None:
    assert rule(text) == expected


def test_the_phrase_that_says_more_wins() -> None:
    assert rule("mi picchia davanti ai bambini") == "it.witnessed.1"
    assert rule("il capo mi picchia") == "it.work.1"


def test_a_decisive_phrase_wins_over_longer_ones() -> None:
    assert rule("ho sedici anni e mio marito mi picchia davanti ai bambini") == "it.minors.1"


def test_a_phrase_that_comes_first_wins_over_decisive_ones_and_the_order_of_topics_decides_among_such() -> None:
    known = lexicon(
        "schema: 1\nexit: [esci]\nemergency_now: [ho un coltello]\nintents:\n"
        "  witnessed: [papa picchia la mamma davanti ai bambini +]\n  minors: [ho dodici anni compiuti ++]\n"
        "  self_harm: [vorrei morire ++]\n"
    )
    seen = "ho dodici anni compiuti e papa picchia la mamma davanti ai bambini"
    heard = [read(known, text.split(), forgiving=False).decision for text in (seen, f"{seen} vorrei morire")]
    assert [decision.intent for decision in heard if decision] == ["minors", "self_harm"]


def test_a_grave_topic_is_never_hidden_by_a_slighter_one() -> None:
    assert rule("avvocato per separazione della casa, mi picchia") == "it.violence_self.1"


def test_words_that_must_not_be_there_exclude_a_phrase() -> None:
    assert rule("in ufficio subisco molestie") == "it.work.2"
    assert rule("in ufficio molestie da mio marito") is None


def test_a_figure_of_speech_does_not_count_but_what_stands_beside_it_does() -> None:
    assert rule("oggi mi picchia il sole") is None
    assert rule("oggi mi picchia il sole, mio marito mena") == "it.violence_self.2"


def test_an_urgent_phrase_is_found_beside_a_topic() -> None:
    found = reading("mi sta picchiando, ho sedici anni")
    assert found.urgent == "it.emergency_now.1"
    assert found.decision is not None
    assert found.decision.intent == "minors"


@pytest.mark.parametrize("text", ["non ha un coltello", "non mi sta picchiando", "mai ha un coltello"])
def test_an_urgent_phrase_after_a_negation_is_not_urgent(text: str) -> None:
    assert reading(text).urgent is None


@pytest.mark.parametrize("text", ["non respira", "nn respira", "non so cosa fare mi sta picchiando"])
def test_a_negation_that_belongs_to_the_phrase_or_stands_far_denies_nothing(text: str) -> None:
    assert reading(text).urgent


def test_a_phrase_for_the_whole_message_needs_the_whole_message() -> None:
    assert reading("aiuto").urgent
    assert reading("vorrei un aiuto").urgent is None


def test_joined_words_stay_joined() -> None:
    assert reading("ha un grosso coltello").urgent
    assert reading("ha comprato un coltello").urgent is None


def test_a_weapon_in_a_figure_of_speech_is_no_weapon() -> None:
    assert reading("ha un coltello da cucina nuovo").urgent is None


def test_misspelt_words_count_where_they_are_forgiven() -> None:
    assert reading("mi pichia").decision is not None
    assert reading("mi pichia", forgiving=False).decision is None


def test_the_same_words_in_another_order_are_likely_meant() -> None:
    assert rule("casa separazione avvocato") == "it.legal_housing.2~"
    assert rule("casa") is None


def test_listening_for_help_only_finds_the_same_urgent_phrases() -> None:
    for text in ("mi sta picchiando", "non ha un coltello", "ha un coltello", "ciao", "aiuto", ""):
        words = words_of(text, LEXICON.written_out)
        assert read_urgent(LEXICON, words) == read(LEXICON, words, forgiving=False).urgent


def test_every_intent_has_one_place_in_the_order() -> None:
    listed = [intent for intents in CLASSES for intent in intents]
    assert len(listed) == len(set(listed)) == len(DECIDABLE)
    assert {"gibberish"} == INTENTS - DECIDABLE


@given(st.lists(st.sampled_from(sorted(shipped("it").words)), max_size=60))
def test_any_words_of_the_shipped_lists_can_be_read_together(words: list[str]) -> None:
    found = read(shipped("it"), words, forgiving=True)
    assert found.decision is None or found.decision.intent in DECIDABLE
    assert found.urgent is None or found.urgent.startswith("it.emergency_now.")


WITH_NEEDS = lexicon(
    "schema: 1\nexit: [esci]\nemergency_now: [ha un coltello]\nnot: [campana suona]\nintents:\n"
    "  work: [capo]\n  talk_human: [1522 non risponde, ho bisogno di aiuto]\n"
    "needs:\n  resign: [dimission*, campana suona]\n  unwanted: [mi tocca]\n  silent: [1522 ... non risponde]\n"
)


def needs_reading(text: str) -> Reading:
    return read(WITH_NEEDS, text.split(), forgiving=False)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("il capo mi tocca", {"unwanted"}),
        ("il capo mi tocca e vuole le dimissioni", {"unwanted", "resign"}),
        ("il capo", set()),
        ("la campana suona", set()),
    ],
)
def test_every_need_is_heard_beside_the_intent_but_in_figures_of_speech(text: str, needs: set[str]) -> None:
    assert needs_reading(text).needs == needs


def test_a_need_never_decides_the_intent() -> None:
    assert needs_reading("mi tocca").decision is None
    assert needs_reading("tocca mi proprio").decision is None


def test_a_number_is_spoken_of_only_where_a_need_begins_or_ends_with_it() -> None:
    assert needs_reading("il 1522 non risponde").spoken_of == {"1522"}
    assert needs_reading("il 1522 il 112 non risponde").spoken_of == {"1522"}
    assert not needs_reading("il 1522 ho bisogno di aiuto").spoken_of
