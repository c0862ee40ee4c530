# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A figure of speech must never hide a blow or a threat: every subject, with every act, with everything around it."""

from __future__ import annotations

from itertools import product

import pytest

from tests.phrases.test_known_needs import heard

HEARD = frozenset({"violence_self", "minors", "witnessed", "sexual_violence", "stalking_digital", "worried_for_other"})
BLOWS = {
    "it": (
        ("mio marito", "il mi' omo"),
        ("mi picchia", "mi mena", "mi prende a calci", "mi dà i pugni", "mi ha dato uno schiaffo", "mi strozza",
         "mi ha rotto il braccio", "mi brucia con la sigaretta", "mi ha tirato il coltello", "mi tira i capelli"),
        (
            "in testa", "nella pancia", "in faccia", "alla schiena", "sulle gambe", "forte", "duro", "per niente",
            "per gelosia", "per i soldi", "con la cintura", "con la cravatta", "con la scarpa", "quando fa caldo",
            "quando perde la partita", "quando torna dal lavoro", "dopo cena", "in cucina", "in macchina nel traffico",
            "sul divano", "davanti alla televisione", "se la cena non è pronta", "se faccio tardi", "la notte",
            "perché ho speso troppo", "e mi fa male la testa", "e poi ride", "e mi sanguina il naso", "di brutto",
            "per una battuta", "mentre gioca alla playstation", "per colpa della scuola", "da morire",
        ),
    ),
    "en": (
        ("my husband", "he"),
        ("hits me", "beats me", "kicked me", "choked me", "slapped me", "hurt me", "punched me", "pushed me",
         "broke my arm", "threw a plate at me", "pulls my hair", "burned me"),
        (
            "in the head", "in the stomach", "in the face", "in the back", "on the head", "on the arm", "at home",
            "at night", "at the table", "for nothing", "for fun", "for money", "with a belt", "with his shoes",
            "when he loses the game", "when he is drunk", "after dinner", "in the kitchen", "in the car",
            "over a joke", "because of the rent", "because dinner was late", "if i am late", "off the bed",
            "and my head hurts", "and my nose bleeds", "and laughs", "up against the wall", "so hard",
            "while he plays xbox", "over the bills", "down the stairs",
        ),
    ),
}  # fmt: skip
THREATS = {
    "it": (
        ("mio marito", "lui", "il mio ex", "mio fratello"),
        ("mi ammazza", "mi uccide"),
        (
            "se vado via", "se lo lascio", "se lo scopre", "se torno tardi", "se faccio tardi", "se parlo", "se esco",
            "se lo denuncio", "di botte", "per gelosia", "se non cucino", "con il coltello", "con la cintura",
        ),
    ),
    "en": (
        ("my husband", "he", "my ex"),
        ("will kill me", "is going to kill me"),
        (
            "if i leave", "if i am late", "if he finds out", "if i forget", "if i talk", "when i get home",
            "for leaving", "for this", "out of jealousy", "with a knife", "if dinner is late", "over the car",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_blow_is_heard_whatever_stands_around_it(language: str) -> None:
    texts = [" ".join(words) for words in product(*BLOWS[language])]
    hidden = [text for text in texts if not (heard(text, language).urgent or heard(text, language).intent in HEARD)]
    assert hidden == []


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_threat_of_death_is_danger_whatever_stands_around_it(language: str) -> None:
    texts = [" ".join(words) for words in product(*THREATS[language])]
    assert [text for text in texts if not heard(text, language).urgent] == []
