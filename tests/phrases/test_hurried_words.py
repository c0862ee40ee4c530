# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Words of somebody in a hurry close the chat, however they are joined; words of danger are never taken for them."""

from __future__ import annotations

import pytest

from tests.phrases.test_known_needs import heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("basta ciao", "it"),
        ("chiudo ciao", "it"),
        ("ciao vado", "it"),
        ("scusate esco", "it"),
        ("esci esci esci", "it"),
        ("sta salendo lui", "it"),
        ("c'è lui", "it"),
        ("mio marito è a casa devo chiudere", "it"),
        ("arriva mio marito, devo andare, ciao", "it"),
        ("cancella tutto esci", "it"),
        ("torna lui ciao", "it"),
        ("ok grazie esco", "it"),
        ("grazie chiudi la chat subito", "it"),
        ("he's home bye", "en"),
        ("ok bye he is coming", "en"),
        ("delete everything quick exit", "en"),
    ],
)
def test_words_that_leave_may_be_joined(text: str, language: str) -> None:
    assert heard(text, language).exit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("basta aiuto", "it"),
        ("è tornato aiuto", "it"),
        ("sta arrivando con il coltello", "it"),
        ("basta ti prego mi ammazza", "it"),
        ("ferma mi sta picchiando basta", "it"),
        ("stop he has a knife", "en"),
        ("he is back help", "en"),
        ("lui è tornato ubriaco", "it"),
    ],
)
def test_danger_is_never_lost_to_words_that_leave(text: str, language: str) -> None:
    assert heard(text, language).urgent
    assert not heard(text, language).exit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ciao", "it"),
        ("grazie", "it"),
        ("ok", "it"),
        ("scusa", "it"),
        ("basta violenza", "it"),
        ("voglio uscire da questa situazione", "it"),
        ("vado via di casa", "it"),
        ("ciao grazie", "it"),
        ("come faccio a chiudere con lui", "it"),
        ("i want to leave my husband", "en"),
        ("thanks", "en"),
    ],
)
def test_a_sentence_that_only_begins_like_an_exit_is_none(text: str, language: str) -> None:
    assert not heard(text, language).exit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("come si cancellano i messaggi", "it"),
        ("come cancello la chat", "it"),
        ("come faccio a cancellare questa conversazione", "it"),
        ("si può cancellare la chat?", "it"),
        ("posso cancellare quello che ho scritto?", "it"),
        ("mi aiuti a cancellare la chat", "it"),
        ("come la elimino questa chat dal telefono", "it"),
        ("how do I delete this chat", "en"),
        ("can i delete the messages", "en"),
        ("how to erase this conversation from my phone", "en"),
    ],
)
def test_asking_how_to_delete_is_a_question_of_privacy(text: str, language: str) -> None:
    assert heard(text, language).intent == "privacy"
    assert not heard(text, language).exit


@pytest.mark.parametrize("text", ["elimina i messaggi", "cancella", "cancella quello che ho scritto", "delete it all"])
def test_telling_to_delete_is_leaving(text: str) -> None:
    assert heard(text, "it").exit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("non so leggere", "it"),
        ("non so scrivere", "it"),
        ("non so leggere bene", "it"),
        ("un so né leggere né scrivere", "it"),
        ("scrivere mi viene difficile", "it"),
        ("il numero non risponde", "it"),
        ("il numero che mi avete dato non risponde", "it"),
        ("non risponde nessuno", "it"),
        ("ho telefonato e non ha risposto nessuno", "it"),
        ("quel numero è sbagliato", "it"),
        ("il telefono è sempre occupato", "it"),
        ("il numero non esiste", "it"),
        ("I can't read", "en"),
        ("i don't know how to write", "en"),
        ("the number is wrong", "en"),
        ("nobody answers", "en"),
        ("nobody picks up the phone", "en"),
        ("the line is always busy", "en"),
    ],
)
def test_who_cannot_read_or_finds_nobody_at_a_number_gets_a_person(text: str, language: str) -> None:
    assert heard(text, language).intent == "talk_human"
    assert not heard(text, language).urgent


@pytest.mark.parametrize(
    ("text", "language"), [("mia madre non risponde più e non si muove", "it"), ("she is not responding", "en")]
)
def test_a_body_that_does_not_answer_is_no_telephone(text: str, language: str) -> None:
    assert heard(text, language).urgent
