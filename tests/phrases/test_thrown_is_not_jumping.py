# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever is thrown from a balcony does not want to die, and a suicide that a partner threatens is their threat."""

from __future__ import annotations

from itertools import product

import pytest

from tests.phrases.test_known_needs import heard

THROWN = {
    "it": [
        *(f"{who} {act} {where}" for who, act, where in product(
            ("", "mio marito", "lui", "il mio ex", "mia moglie"),
            ("mi ha buttata", "mi ha buttato", "mi butta", "mi ha spinta", "mi ha lanciata", "mi aveva gettata",
             "voleva buttarmi", "ha provato a buttarmi", "minaccia di buttarmi", "vuole spingermi", "mi buttava",
             "mi ha fatta cadere", "mi stava buttando", "mi ha scaraventata"),
            ("dal balcone", "giù dalle scale", "dalla finestra", "giù per le scale", "dalla macchina", "dal ponte"),
        )),
        "mio marito mi ha buttata giù dal letto", "sono stata buttata giù dalle scale", "ha detto ti butto dal balcone",
    ],
    "en": [
        f"{who} {act} {where}" for who, act, where in product(
            ("my husband", "he", "my ex"),
            ("threw me", "pushed me", "throws me", "has pushed me", "tried to throw me", "wants to throw me"),
            ("down the stairs", "off the balcony", "out of the window", "out of the car"),
        )
    ],
}  # fmt: skip
OTHERS_THROWN = {
    "it": [
        f"{who} è stata {act} {where} {by}" for who, act, where, by in product(
            ("mia sorella", "una mia amica", "la mia vicina", "mia madre"), ("buttata", "spinta", "lanciata"),
            ("giù dalle scale", "dal balcone", "dalla finestra"), ("dal marito", "dal compagno"),
        )
    ],
    "en": [
        f"{who} was {act} {where} by her husband" for who, act, where in product(
            ("my sister", "my friend", "my neighbour"), ("thrown", "pushed"), ("down the stairs", "off the balcony"),
        )
    ],
}  # fmt: skip
JUMPS = {
    "it": [
        *(f"{will} {where}" for will, where in product(
            ("mi butto", "voglio buttarmi", "vorrei buttarmi", "penso di buttarmi", "mi volevo buttare",
            "volevo buttarmi",
             "mi voglio buttare", "stavo per buttarmi", "sto per buttarmi", "mi sono buttata", "ho provato a buttarmi"),
            ("dal balcone", "dalla finestra", "dal ponte"),
        )),
        "mi volevo buttare", "voglio buttarmi giù", "mi volevo ammazzare", "mi butto sotto un treno",
    ],
    "en": ["i want to jump off the bridge", "i am going to jump from the balcony",
    "i want to jump in front of a train"],
}  # fmt: skip
THREATENS_TO_DIE = {
    "it": [
        *(f"{who} {says} se {when}" for who, says, when in product(
            ("", "lui", "mio marito", "il mio ragazzo", "mia moglie"),
            ("minaccia il suicidio", "minaccia di ammazzarsi", "minaccia di suicidarsi", "dice che si ammazza",
             "dice che si uccide", "dice che la fa finita", "dice che si butta dal balcone",
             "minaccia di farla finita"),
            ("me ne vado", "lo lascio", "la lascio", "vado via", "lo denuncio", "mi separo"),
        )),
        "se lo lascio si ammazza", "se me ne vado si uccide", "il mio ex minaccia di suicidarsi",
    ],
    "en": [
        f"{who} {says} if {when}" for who, says, when in product(
            ("he", "my husband", "my girlfriend"),
            ("threatens to kill himself", "says he will kill himself", "threatens suicide",
            "says she will kill herself"),
            ("i leave", "i break up", "i report him"),
        )
    ],
}  # fmt: skip
LANGUAGES = ("it", "en")


def not_heard_as(intents: set[str], texts: list[str], language: str) -> list[str]:
    return [f"{text}: {heard(text, language).intent}" for text in texts if heard(text, language).intent not in intents]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_thrown_down_is_heard_as_one_who_is_hit(language: str) -> None:
    assert not_heard_as({"violence_self"}, THROWN[language], language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_else_who_was_thrown_down_is_a_worry_for_another(language: str) -> None:
    assert not_heard_as({"worried_for_other", "witnessed"}, OTHERS_THROWN[language], language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_wants_to_jump_is_heard_as_one_who_wants_to_die(language: str) -> None:
    assert not_heard_as({"self_harm"}, JUMPS[language], language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_suicide_threatened_by_a_partner_is_their_threat(language: str) -> None:
    assert not_heard_as({"violence_self"}, THREATENS_TO_DIE[language], language) == []


@pytest.mark.parametrize(
    "text", ["mio figlio minaccia di ammazzarsi", "mia sorella vuole suicidarsi", "voglio farla finita"]
)
def test_the_wish_to_die_of_others_and_of_the_writer_is_heard_as_before(text: str) -> None:
    assert heard(text, "it").intent == "self_harm"
