# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody is taken for somebody else: who suffers for who hits, a parent for a child, a greeting for a cry."""

from __future__ import annotations

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.events import Typed
from bot.dialogue.step import step


def led_to(bundle: Bundle, text: str, at: Address) -> str:
    """The readable address, without language, to which a typed text leads."""
    return bundle.codec.readable(step(bundle.world, at, Typed(text)).address).partition(":")[2]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("i have two kids", "i love my husband", "i miss my kids", "i left my husband")),
        *(("en", text) for text in ("i would rather wait", "i'm a woman", "i am a mother")),
        *(("it", text) for text in ("sono una donna", "sono un uomo", "la mia ragazza", "sono scappata")),
    ],
)
def test_words_that_are_nearly_those_of_somebody_else_open_no_doorway(bundle: Bundle, language: str, text: str) -> None:
    assert led_to(bundle, text, Address.at(language, "home")) == "unsure"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("l'ho stuprata", "change topic=perpetrator"),
        ("ho obbligato mia moglie a fare sesso", "change topic=perpetrator"),
        ("ho picchiato mio figlio", "change topic=perpetrator"),
        ("ho pubblicato le foto della mia ex", "change topic=perpetrator"),
        ("se la vedo la ammazzo", "emergency topic=perpetrator"),
        ("sono sordo e ho picchiato mia moglie", "change topic=perpetrator"),
        ("il mio ex ha pubblicato le mie foto", "watched topic=stalking_digital"),
        ("mi picchia, la ammazzo di botte dice", "emergency topic=violence_self"),
        ("mio marito picchia i bambini", "for-child topic=worried_for_minor"),
        ("i vicini picchiano i bambini", "for-child topic=worried_for_minor"),
    ],
)
def test_who_did_it_and_who_tells_it_decide_the_screen(bundle: Bundle, text: str, place: str) -> None:
    assert led_to(bundle, text, Address.at("it", "home")) == place


@pytest.mark.parametrize("text", ["mi serve un avvocato", "non mi fa vedere i bambini", "dove dormo stanotte"])
def test_a_man_who_uses_violence_asks_about_children_and_lawyers_among_his_own_screens(
    bundle: Bundle, text: str
) -> None:
    assert led_to(bundle, text, Address.at("it", "change", topic="perpetrator")) == "change-legal topic=perpetrator"


@pytest.mark.parametrize(
    ("text", "place"), [("sono sordo", "cannot-speak-112"), ("ho paura per i documenti", "change-legal")]
)
def test_nor_does_what_he_cannot_do_lead_him_out_of_them(bundle: Bundle, text: str, place: str) -> None:
    assert led_to(bundle, text, Address.at("it", "change", topic="perpetrator")) == f"{place} topic=perpetrator"


def test_a_child_who_has_said_so_stays_one(bundle: Bundle) -> None:
    at = Address.at("it", "minor", topic="minors")
    assert led_to(bundle, "voglio morire", at) == "self-harm-minor topic=minors"
    at = Address.at("it", "self-harm", topic="self_harm", service="telefono-amico")
    assert led_to(bundle, "ho 15 anni", at) == "self-harm-minor topic=minors"


@pytest.mark.parametrize("text", ["chiudii", "escii", "è qui", "eccolo", "canc", "lui è qui"])
def test_a_slip_of_a_hurried_finger_still_leaves(bundle: Bundle, text: str) -> None:
    assert led_to(bundle, text, Address.at("it", "ask-place", topic="violence_self")) == "exit"


def test_a_cry_of_one_sign_is_a_cry(bundle: Bundle) -> None:
    assert led_to(bundle, "\N{SQUARED SOS}", Address.at("it", "home")) == "emergency"
