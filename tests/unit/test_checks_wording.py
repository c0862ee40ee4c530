# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What counts as a telephone number, a link, an easy text and a word that reveals."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.guard import Guard
from bot.checks.links import links, plain
from bot.checks.readability import gulpease
from bot.checks.wording import phone_like
from tests.checks.fixtures import edit, told_after


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Chiama il 112 o il 1522.", ["112", "1522"]),
        ("Numero: +39 050 561628, oppure 050/561628.", ["050561628", "050561628"]),
        ("0039 800 901010", ["800901010"]),
        ("1.96.96", ["19696"]),
        ("Parla 11 lingue, dal 2026, dalle 09:00 alle 18:30.", []),
        ("Il 23/11/2026, o 11/2026, o 1.12.2026.", []),
        ("Chat su www.1522.eu oppure https://www.114.it/chat", []),
        ("Il codice A12345 non è un numero.", []),
    ],
)
def test_a_number_is_phone_like_if_somebody_could_dial_it(text: str, numbers: list[str]) -> None:
    assert phone_like(text) == numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Su www.1522.eu. Fine.", ["www.1522.eu"]),
        ("Vai su https://example.org/a?b=c, oggi.", ["https://example.org/a?b=c"]),
        ("Vedi example.org/pagina", ["example.org/pagina"]),
        ("Scrivi a qualcuno@example.org.", []),
        ("Prima, e poi: via. Un altro testo, per es. questo.", []),
        ("Alle 9.30 e alle 10.00", []),
    ],
)
def test_links_are_found_with_and_without_their_beginning(text: str, found: list[str]) -> None:
    assert links(text) == found


@pytest.mark.parametrize("link", ["www.1522.eu", "https://www.example.org/una/pagina"])
def test_a_plain_link_says_where_it_leads(link: str) -> None:
    assert plain(link)


@pytest.mark.parametrize(
    "link",
    [
        "http://www.example.org",
        "example.org",
        "https://example.org/?utm_source=x",
        "https://bit.ly/abc",
        "https://example.org:8080/",
        "https://nome@example.org/",
    ],
)
def test_a_link_that_hides_or_follows_is_not_plain(link: str) -> None:
    assert not plain(link)


def test_gulpease_is_the_published_formula() -> None:
    text = "Il gatto nero dorme sul letto grande. La casa bianca guarda il mare."
    words, letters, sentences = 13, 54, 2
    assert gulpease(text) == pytest.approx(89 + (300 * sentences - 10 * letters) / words)


def test_long_words_in_long_sentences_are_hard_and_short_ones_are_easy() -> None:
    hard = " ".join(["rappresentanza", "amministrazione", "territorialmente"] * 5)
    easy = "Se vuoi, scrivi. Va bene anche dopo. Qui non resta nulla di te."
    assert (gulpease(hard) or 0) < 60 < (gulpease(easy) or 0)


HARD = "Quando chiami ti risponde una persona che ascolta con calma e spiega che cosa si può fare adesso, senza fretta."
EASIER = "Qui trovi il contatto giusto per la tua situazione e, quando serve, anche un secondo numero."


@pytest.mark.parametrize(("text", "index", "found"), [(HARD, 59, ["L07"]), (EASIER, 61, [])])
def test_a_text_is_hard_below_sixty(tmp_path: Path, text: str, index: int, found: list[str]) -> None:
    assert int(gulpease(text) or 0) == index
    written = edit("locales/it/messages.ftl", "exit = Va bene, grazie.", f"exit = {text}")
    assert [line.split()[-1] for line in told_after(tmp_path / "network", written)] == found


def test_a_text_of_a_few_words_is_not_measured() -> None:
    assert gulpease("Numeri urgenti, giorno e notte.") is None


def test_lines_end_sentences_and_links_are_one_word() -> None:
    line = "Una riga senza punto che va a capo"
    assert gulpease(f"{line}\n{line}") == gulpease(f"{line}. {line}.")
    assert gulpease(f"{line} {line} www.sito-lungo.example.org/pagina") == gulpease(f"{line} {line} sito")


GUARD = Guard(["violenz*", "donna", "chiedere aiuto", "1522", "暴力"])


@pytest.mark.parametrize(
    "text", ["Contro la VIOLENZA", "violénze", "Una donna", "l'donna", "Chiedere  aiuto.", "al 1522!", "家庭暴力热线"]
)
def test_a_word_that_reveals_is_found_however_it_is_written(text: str) -> None:
    assert GUARD.found(text)


@pytest.mark.parametrize("text", ["violino", "madonna", "donnaiolo", "chiedere un aiuto", "15220", "力"])
def test_words_that_only_look_alike_reveal_nothing(text: str) -> None:
    assert not GUARD.found(text)


def test_only_what_begins_within_sixty_characters_is_seen_at_a_glance() -> None:
    assert GUARD.at_a_glance("a" * 55 + " violenza") == "violenza"
    assert not GUARD.at_a_glance("a" * 60 + " violenza")
