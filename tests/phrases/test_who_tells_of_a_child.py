# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""An adult who tells of a child is answered as an adult, and so is one who tells of what was done to her as a child."""

from __future__ import annotations

from itertools import product

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from tests.phrases.test_known_needs import heard
from tests.phrases.test_who_is_taken_for_whom import led_to

OF_A_CHILD = {
    "it": [
        *(f"{child} {says} {what}" for child, says, what in product(
            ("mia figlia", "mio figlio", "mia figlia di 5 anni", "mia nipote di 7 anni", "mio nipotino",
            "la figlia di mia sorella"),
            ("dice che", "mi ha detto che", "racconta che"),
            ("il papà la tocca", "il maestro lo tocca", "il nonno la tocca", "lo zio la picchia"),
        )),
        *(f"mia figlia torna {where} piena di {marks}" for where, marks in product(
            ("dal padre", "da scuola", "dall'asilo"), ("lividi", "graffi", "morsi"))),
        *(f"{child} {beaten}" for child, beaten in product(
            ("il figlio dei vicini", "il bambino dei vicini", "la figlia della mia vicina", "il figlio di mia sorella",
             "la figlia di una mia amica", "il figlio del mio compagno", "mio nipote", "un bambino", "una mia alunna",
             "una ragazzina di 13 anni"),
            ("viene picchiato", "viene picchiata dal padre", "è stato picchiato", "viene maltrattata"),
        )),
        *(f"{who} picchia {child}" for who, child in product(
            ("il mio vicino", "la mia vicina", "mia cognata", "una mia amica", "mio fratello"),
            ("suo figlio", "i suoi bambini", "i figli"),
        )),
        *(f"{worry} per {child}" for worry, child in product(
            ("sono preoccupata", "sono in ansia", "ho paura"),
            ("il figlio dei vicini", "i bambini della vicina", "la figlia di mia sorella"),
        )),
        "mio figlio è stato toccato", "mia figlia è stata molestata", "è per mio figlio, non per me",
        "chiedo per mia figlia, non per me",
        "la figlia della mia vicina ha 6 anni ed è sempre piena di lividi", "mio marito picchia nostra figlia",
    ],
    "en": [
        f"{child} {says} {what}" for child, says, what in product(
            ("my daughter", "my son", "my little girl", "my niece"), ("says", "told me", "told me that"),
            ("her father touches her", "his teacher touches him", "grandpa hits her", "his uncle hurts him"),
        )
    ] + [
        f"{child} {beaten}" for child, beaten in product(
            ("my neighbour's son", "my friend's daughter", "a child next door", "my nephew", "my sister's kid",
             "the child of my neighbour"),
            ("is beaten", "was hit", "is being hit", "gets slapped"),
        )
    ] + [
        f"{who} {hits} {child}" for who, hits, child in product(
            ("my neighbour", "my sister", "a friend"), ("hits", "beats"), ("her child", "his kids", "their baby"))
    ] + ["my son was touched", "it's for my son, not for me", "i'm worried about my neighbour's daughter"],
}  # fmt: skip
A_CHILD = {
    "it": ("mio zio mi tocca", "papà mi picchia", "il maestro mi tocca", "ho 12 anni e mio zio mi toccava",
           "ho 14 anni e mio padre mi toccava da piccola", "ho 10 anni e mio padre picchia mia mamma"),
    "en": ("my uncle touches me", "i am 12 and my uncle touched me when i was little", "my dad hits me"),
}  # fmt: skip
WHEN_SMALL = {
    "it": [
        f"{who} {act} {when}" for who, act, when in product(
            ("mio zio", "mio padre", "mio nonno", "il prete", "mio fratello", ""),
            ("mi toccava", "mi ha toccata", "mi molestava", "ha abusato di me", "mi ha violentata", "mi palpava"),
            ("da piccola", "da bambina", "quando ero piccola", "quando ero bambino", "da ragazzina"),
        )
    ],
    "en": [
        f"{who} {act} {when}" for who, act, when in product(
            ("my uncle", "my father", "my grandfather"), ("touched me", "abused me", "molested me"),
            ("when i was little", "when i was a child", "as a child"),
        )
    ],
}  # fmt: skip
GROWN_UP = {
    "it": [f"{who} viene picchiata {by}" for who, by in product(
        ("mia nipote", "mia figlia", "la figlia della mia vicina", "la figlia di mia sorella"),
        ("dal marito", "dal compagno", "dal fidanzato"))],
    "en": [f"{who} is beaten by her {by}" for who, by in product(
        ("my niece", "my daughter", "my neighbour's daughter"), ("husband", "boyfriend", "partner"))],
}  # fmt: skip
ROUTES = (
    (OF_A_CHILD, "for-child topic=worried_for_minor"), (A_CHILD, "minor topic=minors"),
    (WHEN_SMALL, "touch topic=sexual_violence"),
)  # fmt: skip


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(("texts", "place"), ROUTES, ids=["of-a-child", "a-child", "when-small"])
def test_the_writer_s_own_age_decides_the_screen(
    bundle: Bundle, language: str, texts: dict[str, list[str]], place: str
) -> None:
    home = Address.at(language, "home")
    led = {text: led_to(bundle, text, home) for text in texts[language]}
    assert {
        text: where for text, where in led.items() if where not in (place, f"emergency {place.partition(' ')[2]}")
    } == {}


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_daughter_with_a_husband_is_no_child(language: str) -> None:
    intents = {text: heard(text, language).intent for text in GROWN_UP[language]}
    assert {text: intent for text, intent in intents.items() if intent == "minors"} == {}
