# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are more exact than their intent open the exact screen, and words that only look so do not.

Where each leads is in the transcripts (`happy-need-*`, `urgent-*`); here is what must stay apart.
"""

from __future__ import annotations

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.events import Typed
from bot.dialogue.step import step
from tests.unit.understanding_world import NOT_A_CRISIS, shipped_listener


def leads(bundle: Bundle, text: str, language: str) -> str:
    """The node and the topic that words typed at the start lead to."""
    address = step(bundle.world, Address.at(language, "home"), Typed(text)).address
    return f"{address.node} {address.get('topic') or ''}".rstrip()


@pytest.mark.parametrize(
    ("text", "language", "screen"),
    [
        ("mi serve aiuto per il ricongiungimento familiare", "it", "legal legal_housing"),
        ("non ho il permesso di uscire, mio marito mi controlla", "it", "ask-place violence_self"),
        ("mi prende i documenti e il telefono", "it", "ask-place violence_self"),
        ("mi ha preso per i capelli", "it", "ask-place violence_self"),
        ("mi ha dato uno schiaffo in faccia", "it", "ask-place violence_self"),
        ("mi tocca lavorare la domenica, il capo mi minaccia", "it", "wellbeing work"),
        ("il capo mi ha licenziata", "it", "work"),
        ("posso parlare con una operatrice", "it", "human"),
        ("sono stata da un'assistente sociale ma non mi ha aiutata", "it", "legal legal_housing"),
        ("mio figlio è sordo e a scuola lo picchiano", "it", "elder elder_disability"),
        ("sto male, mi fa male la pancia", "it", "human"),
        ("can I talk to an operator", "en", "human"),
        ("he took my passport", "en", "ask-place violence_self"),
        ("my boss fired me", "en", "work"),
    ],
)
def test_words_that_only_look_exact_open_the_screen_of_their_intent(
    bundle: Bundle, text: str, language: str, screen: str
) -> None:
    assert leads(bundle, text, language) == screen


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ho una figlia e voglio morire", "it"),
        ("mio figlio dice che è colpa mia e voglio farla finita", "it"),
        ("ho 45 anni e non voglio più vivere", "it"),
        ("mia figlia mi manca e voglio morire", "it"),
        ("my daughter is all i have and i want to die", "en"),
        ("i have a 15 year old son and i want to die", "en"),
    ],
)
def test_an_adult_who_wants_to_die_is_not_taken_for_a_child_nor_for_a_parent_in_thought(
    bundle: Bundle, text: str, language: str
) -> None:
    assert leads(bundle, text, language) == "self-harm self_harm"


@pytest.mark.parametrize(
    ("text", "language", "urgent"),
    [
        ("il 1522 non risponde, chiamo il 112?", "it", True),
        ("1522 aiuto nessuno mi crede", "it", True),
        ("come funziona il 1522", "it", True),
        ("il 112 non risponde", "it", True),
        ("il 1522 non risponde e lui ha un coltello", "it", True),
        ("1522 i do not know what to do", "en", True),
        ("il 1522 è sempre occupato", "it", False),
        ("1522 is always busy", "en", False),
    ],
)
def test_only_the_number_that_is_spoken_of_is_not_a_call_for_help(text: str, language: str, urgent: bool) -> None:
    assert shipped_listener().hear(text, language, "home").urgent is urgent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("voglio uccidere il tempo", "it"),
        ("potrei uccidere per una pizza", "it"),
        ("ho ammazzato una zanzara", "it"),
        ("ho ucciso il boss finale", "it"),
        ("ho strozzato il pollo per cena", "it"),
        ("il tumore ha ucciso mia moglie", "it"),
        ("I killed my phone battery", "en"),
        ("I could kill for a pizza", "en"),
        ("i choked on my food", "en"),
    ],
)
def test_killing_by_way_of_speaking_is_neither_danger_nor_violence(text: str, language: str) -> None:
    heard = shipped_listener().hear(text, language, "home")
    assert not heard.urgent
    assert heard.intent in NOT_A_CRISIS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mi picchia da anni, voglio uccidere mio marito", "it"),
        ("i want to kill my husband, he beats me", "en"),
        ("mi ha quasi strangolata", "it"),
        ("he has nearly killed me, he beats me", "en"),
    ],
)
def test_who_suffers_violence_is_never_taken_for_who_uses_it(text: str, language: str) -> None:
    assert shipped_listener().hear(text, language, "home").intent == "violence_self"
