# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Grave acts and threats, in every person, gender and tense, open what is for them; a stolen phone opens nothing."""

from __future__ import annotations

from itertools import product

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from tests.phrases.test_known_needs import heard
from tests.phrases.test_who_is_taken_for_whom import led_to

WHO = {"it": ("", "mio marito", "lui", "il mio ex", "mia moglie"), "en": ("he", "my husband", "my ex", "she")}
ACTS = {
    "it": (
        "mi ha dato fuoco", "mi voleva dare fuoco", "mi ha messo il cuscino in faccia",
        "mi ha messo un cuscino sulla faccia",
        "si è presentato con la pistola", "è venuto con un coltello", "è tornato con il fucile", "mi ha investita",
        "mi ha investito con la macchina", "mi ha messa sotto con la macchina", "ha provato a investirmi",
        "mi ha tagliato con un coltello", "mi ha tagliata con il taglierino", "mi ha ferita con le forbici",
        "mi ha affogata nella vasca", "mi ha tenuto la testa sott'acqua", "mi stava annegando",
        "mi ha detto che mi toglie i bambini", "dice che mi porta via i figli", "minaccia di togliermi i bambini",
        "mi ha tolto il telefono", "mi toglie il cellulare", "mi nasconde il telefono",
        "mi ha sequestrato il cellulare",
        "mi ha sfregiata", "mi ha torturata", "mi ha bruciata con le sigarette",
    ),
    "en": (
        "threw me down the stairs", "ran me over", "ran me over with the car", "set me on fire",
        "put a pillow over my face",
        "cut me with a knife", "slashed my face", "held my head under water", "showed up with a gun",
        "came with a knife",
        "says he will take my children", "tried to drown me", "took my phone", "pushed me down the stairs",
    ),
}  # fmt: skip
VIOLENCE = frozenset({"violence_self", "stalking_digital"})
WANTS_TO_KILL = {
    "it": (
        "la voglio ammazzare", "mi ha lasciato e la voglio ammazzare", "la voglio uccidere", "la vorrei strozzare",
        *(f"ho {arm} e {where}" for arm, where in product(
            ("un fucile", "una pistola", "un coltello", "il fucile"), ("vado da lei", "vado a casa sua",
            "sto andando da lei",
                                                           "la aspetto sotto casa sua", "arrivo da lei"))),
    ),
    "en": (
        "i want to kill her",
        *(f"i have {arm} and i am {where}" for arm, where in product(
            ("a gun", "a knife"), ("going to her", "going to her house", "waiting outside her house"))),
    ),
}  # fmt: skip
OPENS = (
    ("it", "se chiamo la polizia mi mandano via?", "papers topic=violence_self"),
    ("it", "se denuncio mi rimandano al mio paese?", "papers topic=violence_self"),
    ("it", "se vado dai carabinieri mi espellono?", "papers topic=violence_self"),
    ("en", "will they deport me if i call the police?", "papers topic=violence_self"),
    ("en", "if i go to the police will they send me back?", "papers topic=violence_self"),
    *(("it", f"mi vogliono {verb} in {country} per sposarmi", "vows topic=forced_marriage_fgm")
      for verb, country in product(("rimandare", "riportare", "portare", "mandare"), ("pakistan", "marocco",
      "tunisia"))),
    ("en", "they want to send me back to pakistan to marry", "vows topic=forced_marriage_fgm"),
    *(("it", text, "ask-place topic=violence_self")
      for text in ("telefono donna", "casa della donna", "numero casa della donna", "codice rosa",
      "il numero di telefono donna")),
    ("it", "non mi fanno andare in bagno al lavoro", "work"),
    ("it", "mi hanno accusato di stalking", "change topic=perpetrator"),
    *(("en", text, "unsure") for text in ("i want to leave", "i need to leave", "how do i leave", "i must leave")),
)  # fmt: skip


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_grave_act_is_heard_whoever_did_it(language: str) -> None:
    texts = [f"{who} {act}".strip() for who, act in product(WHO[language], ACTS[language])]
    assert [f"{t}: {heard(t, language).intent}" for t in texts if heard(t, language).intent not in VIOLENCE] == []


@pytest.mark.parametrize("language", ["it", "en"])
def test_who_says_that_they_will_kill_has_the_urgent_numbers_and_then_their_own(bundle: Bundle, language: str) -> None:
    led = {text: led_to(bundle, text, Address.at(language, "home")) for text in WANTS_TO_KILL[language]}
    assert {text: where for text, where in led.items() if where != "emergency topic=perpetrator"} == {}


@pytest.mark.parametrize(("language", "text", "place"), OPENS)
def test_words_open_the_screen_written_for_them(bundle: Bundle, language: str, text: str, place: str) -> None:
    assert led_to(bundle, text, Address.at(language, "home")) == place


@pytest.mark.parametrize(
    "text", ["mi hanno rubato il telefono", "un ladro mi ha rubato il cellulare", "mi hanno scippato il telefono",
             "mi ha investita una macchina", "sono stata investita da un'auto", "la prof mi ha tolto il telefono"],
)  # fmt: skip
def test_a_thief_and_an_accident_are_no_violence_of_somebody_near(text: str) -> None:
    assert heard(text, "it").intent != "violence_self"


URGENT = (
    *(f"{who}{act}" for who, act in product(
        ("lo ", "la ", "mio padre la "), ("strangola", "strozza", "sta strangolando", "sta strozzando"))),
    *(f"{act} {whom}" for act, whom in product(
        ("uccide", "ammazza", "vuole uccidere"), ("mia madre", "mio fratello", "mia figlia", "la mamma"))),
)  # fmt: skip
NO_DANGER = (
    *(("en", f"my {who} is {how}killing me") for who, how in product(("boss", "manager", "teacher"), ("", "really "))),
    *(("it", f"voglio farla finita con {what}") for what in ("questo lavoro", "la dieta", "il fumo", "questo corso")),
    ("it", "la cravatta lo strozza"), ("it", "il fumo uccide mia madre"),
)  # fmt: skip


@pytest.mark.parametrize("text", URGENT)
def test_hands_on_somebody_s_neck_and_killing_somebody_near_are_urgent(text: str) -> None:
    assert heard(text, "it").urgent


@pytest.mark.parametrize(("language", "text"), NO_DANGER)
def test_a_tiresome_boss_and_an_end_to_a_job_are_neither_danger_nor_a_wish_to_die(language: str, text: str) -> None:
    said = heard(text, language)
    assert (said.urgent, said.intent) == (False, None)


@pytest.mark.parametrize("text", ["voglio farla finita", "voglio farla finita con questa vita",
                                  "voglio farla finita con tutto"])  # fmt: skip
def test_an_end_to_life_is_no_figure(text: str) -> None:
    assert heard(text, "it").intent == "self_harm"
