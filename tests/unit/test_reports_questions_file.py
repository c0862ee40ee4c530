# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""data/questions.yaml: what is refused in it, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.questions_file import QUESTIONS, load_questions
from bot.errors import ContentError

GOOD = """schema: "1"
questions:
  - office: Prova
    rank: "1"
    about: Il telefono
    ask: A quale numero rispondete?
    why: Letto in una pagina del 2013.
    services: [centre]
    blanks: [Telefono]
"""


def load(folder: Path, text: str) -> list[str]:
    """The problems of a file, as "line:column code"; none if it is good."""
    path = folder / QUESTIONS
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    try:
        load_questions(folder, {"centre"})
    except ContentError as error:
        return [f"{problem.line}:{problem.column} {problem.code}" for problem in error.problems]
    return []


def test_a_good_file_is_read_in_its_order(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD) == []
    (question,) = load_questions(tmp_path, {"centre"})
    assert (question.office, question.rank, question.services) == ("Prova", "1", ["centre"])


def test_a_network_without_questions_says_so_and_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    assert load(tmp_path, 'schema: "1"\nquestions: []\n') == []
    (tmp_path / QUESTIONS).unlink()
    with pytest.raises(ContentError, match=f"{QUESTIONS}:0:0 Y14"):
        load_questions(tmp_path, set())


@pytest.mark.parametrize(
    ("find", "write", "problem"),
    [
        ('rank: "1"', 'rank: "9"', "4:11 Q01"),
        ("    blanks: [Telefono]\n", "", "3:5 Q01"),
        ("about: Il telefono", "about: Il telefono\n    perche: no", "6:5 Q01"),
        ("[centre]", "[nobody]", "8:16 Q02"),
        ("del 2013", "del 2013, 346 000000", "7:10 Q03"),
        ("quale numero", "quale numero, lo 050.000000,", "6:10 Q03"),
        ("Letto in", "La casa rifugio, letta in", "7:10 Q04"),
        ("office: Prova", "office: Prova\n    office: Altra", "4:5 Y01"),
    ],
)
def test_a_mistake_is_refused_with_its_place(tmp_path: Path, find: str, write: str, problem: str) -> None:
    assert problem in load(tmp_path, GOOD.replace(find, write))


def test_years_and_short_public_numbers_are_no_phone_numbers(tmp_path: Path) -> None:
    assert load(tmp_path, GOOD.replace("del 2013", "del 2013 e del 2014, il 1522 e il 112, dalle 9 alle 12")) == []
