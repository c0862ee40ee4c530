# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Phrases files: every mistake has its code and its place, and the shipped ones have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.phrases_file import load_phrases, read_phrases
from bot.content.phrases_proof import contradictions
from bot.content.strict_yaml import load
from bot.errors import ContentError
from bot.understanding.intents import DECIDABLE, read_urgent
from bot.understanding.lexicon import NO_TOPICS, URGENT
from bot.understanding.phrase import written_out
from tests.unit.understanding_world import LANGUAGES, ROOT, SMALL, lexicon, shipped

HEAD = "schema: 1\nexit: [esci]\nemergency_now: [non respira]\n"


def told(text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ContentError) as caught:
        load_phrases(Path("phrases.yaml"), "it", text)
    return [(problem.line, problem.column, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("intents: {work: [mi molesta <capo>]}", (4, 18, "L10")),
        ("intents: {wrok: [mi molesta]}", (4, 17, "L11")),
        ("intents: {work: []}", (4, 17, "L12")),
        ("groups: {chi: []}", (4, 15, "L12")),
        ("intents: {work: [mi molesta, mi molesta]}", (4, 30, "L13")),
        ("intents: {work: [mi molesta], minors: [mi molesta]}", (4, 40, "L13")),
        ("intents: {work: [mi (molesta]}", (4, 18, "L14")),
        ("groups: {chi: [= lui]}", (4, 16, "L14")),
        ("groups: {chi: [lui & lei]}", (4, 16, "L14")),
        ("groups: {chi: [<chi>]}", (4, 15, "L15")),
        ("groups: {a: [<b>], b: [lui <a>]}", (4, 13, "L15")),
        ("intents: {work: [mi di]}", (4, 18, "L16")),
    ],
)
def test_a_mistake_is_reported_at_its_place(lines: str, expected: tuple[int, int, str]) -> None:
    assert expected in told(f"{HEAD}{lines}\n")


def test_all_mistakes_are_reported_at_once() -> None:
    codes = {code for _, _, code in told(f"{HEAD}intents: {{wrok: [mi <x>, mi (]}}\ngroups: {{chi: []}}\n")}
    assert codes == {"L10", "L11", "L12", "L14"}


def test_a_message_that_asks_to_leave_may_not_be_a_pattern() -> None:
    assert told("schema: 1\nexit: [esci*]\nemergency_now: [non respira]\n") == [(2, 8, "L14")]


def test_a_phrase_may_be_urgent_and_of_a_topic() -> None:
    both = lexicon(f"{HEAD}intents: {{self_harm: [non respira]}}\n")
    assert {rule.intent for rule in both.rules} == {URGENT, "self_harm"}


def test_a_language_may_be_young() -> None:
    assert lexicon(HEAD).exits == {"esci"}


def test_rules_are_named_by_language_intent_and_number() -> None:
    assert lexicon(SMALL, "fr").rules[0].id == "fr.emergency_now.1"


def test_words_that_hide_a_cry_for_help_and_phrases_heard_otherwise_are_told() -> None:
    head = HEAD.replace("[esci]", "[esci, non respira]")
    topics = "intents: {work: [lavoro], talk_human: [parlare del lavoro]}\n"
    document = load(Path("phrases.yaml"), head + topics)
    found = contradictions(document, read_phrases(document, "it"))
    assert [(problem.line, problem.code) for problem in found] == [(2, "L17"), (4, "L18")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_of_a_shipped_language_do_not_contradict_each_other(language: str) -> None:
    path = ROOT / "locales" / language / "phrases.yaml"
    assert contradictions(load(path), shipped(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_language_can_ask_to_leave_and_for_help(language: str) -> None:
    assert shipped(language).exits
    assert any(rule.intent == URGENT for rule in shipped(language).rules)


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_languages_of_the_first_network_know_every_intent(language: str) -> None:
    assert {rule.intent for rule in shipped(language).rules} == DECIDABLE | NO_TOPICS


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_leave_in_any_language_are_no_cry_for_help_in_this_one(language: str) -> None:
    exits = frozenset().union(*(shipped(name).exits for name in LANGUAGES))
    read_as = {said: written_out(said.split(), shipped(language).written_out) for said in exits}
    assert [said for said, words in read_as.items() if read_urgent(shipped(language), words)] == []
