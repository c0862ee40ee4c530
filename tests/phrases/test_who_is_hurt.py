# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is hurt, and by whom, decides the topic: the writer, somebody else, a child; a partner, a master, both."""

from __future__ import annotations

import pytest

from tests.phrases.test_known_needs import heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mio figlio picchia sua moglie", "it"),
        ("mio fratello mena la compagna", "it"),
        ("mio nipote alza le mani sulla ragazza", "it"),
        ("mio cognato ha dato uno schiaffo a sua moglie", "it"),
        ("il mi' figliolo mena la su' moglie", "it"),
        ("mio zio maltratta la zia", "it"),
        ("mia madre viene picchiata dal suo compagno", "it"),
        ("la badante di mio padre viene picchiata dal marito", "it"),
        ("mia sorella è stata menata dal marito", "it"),
        ("il vicino picchia la moglie", "it"),
        ("mio genero tratta male mia figlia e non la fa uscire", "it"),
        ("la mi figliola sta con uno che la tratta male", "it"),
        ("la mamma di un compagno di mio figlio ha paura del marito", "it"),
        ("my son hits his wife", "en"),
        ("my brother beats his girlfriend", "en"),
        ("my mother is beaten by her partner", "en"),
        ("my neighbour hits his wife", "en"),
        ("my uncle slaps his wife", "en"),
    ],
)
def test_a_relative_who_hits_their_own_partner_is_a_worry_for_another(text: str, language: str) -> None:
    assert heard(text, language).intent == "worried_for_other"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mio figlio mi picchia", "it"),
        ("mio figlio picchia me e mia moglie", "it"),
        ("mio fratello mena me e la mamma", "it"),
        ("mio marito mi picchia davanti a sua madre", "it"),
        ("marito picchia moglie", "it"),
        ("il padre della mia compagna mi picchia", "it"),
        ("my son hits me", "en"),
        ("my brother hits me and his wife", "en"),
    ],
)
def test_who_is_hurt_too_is_heard_for_herself(text: str, language: str) -> None:
    assert heard(text, language).intent == "violence_self"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("they took my passport", "en"),
        ("they took away my documents", "en"),
        ("they keep my papers", "en"),
        ("my boss took my passport", "en"),
        ("mi hanno preso il passaporto", "it"),
        ("mi hanno tolto i documenti", "it"),
        ("ci tengono i documenti", "it"),
        ("mi hanno preso il passaporto e mi fanno lavorare", "it"),
        ("i padroni non mi pagano da sei mesi e mi tengono il permesso", "it"),
        ("il mio fidanzato mi ha preso i documenti e mi fa stare in strada", "it"),
    ],
)
def test_papers_taken_by_many_or_by_a_master_are_exploitation(text: str, language: str) -> None:
    assert heard(text, language).intent == "trafficking"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mio marito mi ha preso i documenti", "it"),
        ("mio marito ha preso il mio passaporto e non mi lascia lavorare", "it"),
        ("mio marito e mia suocera mi hanno preso i documenti", "it"),
        ("my husband took my passport", "en"),
        ("my husband and his mother took my passport", "en"),
    ],
)
def test_papers_taken_by_a_partner_are_violence(text: str, language: str) -> None:
    assert heard(text, language).intent == "violence_self"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("mia nipote di 7 anni dice che il nonno la tocca", "minors"),
        ("la figlia della mia vicina ha 6 anni ed è sempre piena di lividi", "minors"),
        ("mio figlio di 8 anni torna dal padre pieno di graffi", "minors"),
        ("mio figlio di 5 anni mi ha chiesto perché papà mi picchia", "witnessed"),
    ],
)
def test_a_child_of_whom_the_age_is_told_is_a_child(text: str, intent: str) -> None:
    assert heard(text, "it").intent == intent
