# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written is what is read, and whatever can surprise is refused at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.strict_yaml import LARGEST, Document, load
from bot.content.yaml_tree import MOST, Builder
from bot.errors import ContentError, Problem

HERE = Path("prova.yaml")


def read(text: str) -> Document:
    return load(HERE, text)


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        load(HERE, text)
    return caught.value.problems


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in problems(text)]


@pytest.mark.parametrize(
    "value",
    ["null", "~", "true", "NO", "12:30", "0123", "050561628", "1e3", "0x1F", ".inf", "2026-11-30", "1_000", "="],
)
def test_no_value_is_interpreted(value: str) -> None:
    assert read(f"a: {value}\nb: [{value}]\n{value}: c\n").data == {"a": value, "b": [value], value: "c"}


def test_an_empty_value_is_an_empty_string() -> None:
    assert read("a:\nb: ''\nc: [ ]\nd: {}\n").data == {"a": "", "b": "", "c": [], "d": {}}


def test_text_over_several_lines_is_read_as_yaml_says() -> None:
    assert read("a: |\n  uno\n  due\nb: >-\n  uno\n  due\n").data == {"a": "uno\ndue\n", "b": "uno due"}


def test_a_file_with_windows_line_ends_is_read_with_true_lines() -> None:
    document = read("a: 1\r\nb: 2\r\n")
    assert document.data == {"a": "1", "b": "2"}
    assert document.where(["b"]) == (2, 4)


def test_a_document_may_begin_with_its_marker_and_hold_comments() -> None:
    assert read("---\n# nota\na: 1 # altra\n").data == {"a": "1"}


def test_places_are_those_of_values_keys_and_nearest_parents() -> None:
    document = read("a: 1\nè:\n  - x: 😀 due\n    y: [p, q]\n")
    assert document.where([]) == (1, 1)
    assert document.where(["a"]) == (1, 4)
    assert document.where(["è"]) == (3, 3)
    assert document.where_key(["è"]) == (2, 1)
    assert document.where(["è", 0, "x"]) == (3, 8)
    assert document.where(["è", 0, "y", 1]) == (4, 12)
    assert document.where_key(["è", 0, "y"]) == (4, 5)
    assert document.where(["è", 7, "x"]) == (3, 3)
    assert document.where_key(["è", 0, "z"]) == (3, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("Y01", 3, 1)]),
        ("a: {b: 1, b: 2}\n", [("Y01", 1, 11)]),
        ("a: &x 1\n", [("Y02", 1, 4)]),
        ("a: *x\n", [("Y02", 1, 4)]),
        ("*x : 1\n", [("Y02", 1, 1)]),
        ("a: !!int 1\n", [("Y03", 1, 4)]),
        ("a: ! 1\n", [("Y03", 1, 4)]),
        ("a: !x [1]\n", [("Y03", 1, 4)]),
        ("a:\t1\n", [("Y04", 1, 3)]),
        ("a:\n\tb: 1\n", [("Y04", 2, 1)]),
        ("a: 1 #\tnota\n", [("Y04", 1, 7)]),
        ("\ufeffa: 1\n", [("Y05", 1, 1)]),
        ("a: b: c\n", [("Y07", 1, 5)]),
        ("a: 1\n---\nb: 2\n", [("Y08", 2, 1)]),
        ("a: 1\n---\n", [("Y08", 2, 1)]),
        ("", [("Y09", 1, 1)]),
        ("# nota\n", [("Y09", 1, 1)]),
        ("- a\n", [("Y09", 1, 1)]),
        ("\n  testo\n", [("Y09", 2, 3)]),
        ("a: x\x00y\n", [("Y10", 1, 5)]),
        ("a: x\x85y\n", [("Y10", 1, 5)]),
        ("a: x\u2028y\n", [("Y10", 1, 5)]),
        ("a: x\ufeffy\n", [("Y10", 1, 5)]),
        ("a: x\ud800y\n", [("Y10", 1, 5)]),
        ('a: "x\\0y"\n', [("Y10", 1, 4)]),
        ("a: citt\ufffd\n", [("Y10", 1, 8)]),
        ("a: \uf0b7 voce\n", [("Y10", 1, 4)]),
        ("a: perch\u00c3\u00a9 no\n", [("Y06", 1, 9)]),
        ("a: libert\u00c3\u00a0 e\n# l\u00e2\u20ac\u2122una\n", [("Y06", 1, 10), ("Y06", 2, 4)]),
        ("a: 25 \u00c2\u00b0C\n", [("Y06", 1, 7)]),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> ramo\n", [("Y07", 2, 1), ("Y07", 4, 1), ("Y07", 6, 1)]),
        ('a: "x\\ty"\n', [("Y10", 1, 4)]),
        ("<<: {a: 1}\n", [("Y11", 1, 1)]),
        ("a: " + "[" * 20 + "]" * 20 + "\n", [("Y12", 1, 23)]),
        ('"": 1\n', [("Y15", 1, 1)]),
        ("{a: 1}: 2\n", [("Y15", 1, 1)]),
        ("? [a, b]\n: 2\n", [("Y15", 1, 3)]),
    ],
)
def test_each_surprise_is_refused_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


def test_nineteen_levels_inside_the_file_are_not_too_deep() -> None:
    assert read("a: " + "[" * 19 + "]" * 19).data["a"] != []


def test_all_the_mistakes_of_a_file_are_told_at_once() -> None:
    text = "a: &x 1\na: *x\nb: !t 2\nc: x\x01\nd: {e: 1, e: 2}\nf:\t3\ng: h: i\n"
    before = ["Y02", "Y01", "Y02", "Y03", "Y10", "Y01"]
    assert [code for code, _, _ in codes(text.replace("f:\t3\n", ""))] == [*before, "Y07"]
    assert [code for code, _, _ in codes(text)] == [*before, "Y04"], "a tab may be why the syntax went wrong"


def test_a_tab_does_not_stop_the_search_for_what_comes_after_it() -> None:
    assert codes("a:\n\tb: 1\nc: &x 2\n") == [("Y04", 2, 1), ("Y02", 3, 4)]


def test_a_tab_is_no_reason_for_a_syntax_error_before_it() -> None:
    assert codes("a: b: c\nd:\t1\n") == [("Y07", 1, 5), ("Y04", 2, 3)]
    assert codes("d:\t1\na: b: c\n") == [("Y04", 1, 3)]


def test_a_second_value_of_a_key_names_the_line_of_the_first() -> None:
    assert problems("a: 1\n\na: 2\n")[0].message == "La chiave «a» c'è già, alla riga 1."


def test_a_mistake_that_is_everywhere_is_told_a_hundred_times_and_no_more() -> None:
    assert [code for code, _, _ in codes("a: 1\n" * (MOST * 2))] == ["Y01"] * MOST
    assert [code for code, _, _ in codes("\t\n" * (MOST * 2) + "a: 1\n")] == ["Y04"] * MOST


def test_a_file_that_is_not_utf8_is_refused_at_its_first_wrong_byte(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: 1\nb: però\n".encode("latin-1"))
    with pytest.raises(ContentError) as caught:
        load(path, name="latin.yaml")
    assert str(caught.value).startswith("latin.yaml:2:7 Y06 ")


def test_a_missing_file_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load(tmp_path / "nessuno.yaml", name="nessuno.yaml")
    assert str(caught.value).startswith("nessuno.yaml:0:0 Y14 ")


def test_a_folder_in_place_of_a_file_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Y14"):
        load(tmp_path)


def test_a_file_of_more_than_four_megabytes_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "grande.yaml"
    path.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(ContentError, match="Y13"):
        load(path)
    assert [problem.code for problem in problems("#" * (LARGEST + 1))] == ["Y13"]


def test_a_file_is_called_by_its_path_where_it_has_no_other_name() -> None:
    assert read("a: 1\n").name == "prova.yaml"
    assert load(HERE, "a: 1\n", "flows/a.yaml").name == "flows/a.yaml"


def test_there_is_no_document_where_nothing_was_read() -> None:
    with pytest.raises(ValueError, match="no document"):
        Builder("prova.yaml").document()


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ('a: 1\nb: "x\nc: y\n', 2, 4, "virgolette aperte qui"),
        ("a: 1\nb: [x,\nc: y\n", 2, 4, "parentesi [ aperta"),
        ("a: {x: 1\nb: 2\n", 1, 4, "parentesi { aperta"),
        ("a: @x\n", 1, 4, "non può cominciare"),
        ("a: & b\n", 1, 5, "& o *"),
        ("a: `x`\n", 1, 4, "non può cominciare"),
        ("a: - b\n", 1, 4, "trattino"),
        ("a:\n  - b\n  c: d\n", 3, 3, "«- »"),
        ("a: 'b'c\n", 1, 7, "chiave"),
        ("a: 1\nb\nc: 2\n", 3, 1, "Manca «:»"),
        ('a: "\\q"\n', 1, 5, "barra"),
        (" a: b\nc: d\n", 2, 1, "non continua"),
        ("a: |x\n  b\n", 1, 5, "Dopo | o >"),
        ("}\n", 1, 1, "parentesi di troppo"),
        ("%YAML 9.0\n---\na: 1\n", 1, 1, "non si capisce"),
    ],
)
def test_a_syntax_error_is_explained_where_it_was_made(text: str, line: int, column: int, said: str) -> None:
    problem = problems(text)[-1]
    assert (problem.code, problem.line, problem.column) == ("Y07", line, column)
    assert said in problem.message
    assert problem.hint


def test_a_list_entry_without_its_dash_is_told_as_such() -> None:
    (first, *_) = problems("a:\n  - id: x\n    name: y\n    id: z\n")
    assert (first.code, first.line) == ("Y01", 4)
    assert "trattino" in first.hint
    assert "trattino" not in problems("a: 1\na: 2\n")[0].hint


@pytest.mark.parametrize("text", ['a: "x\nb: "y"\n', "a: 'L'altra'\n"])
def test_quotes_that_do_not_close_are_what_is_told_to_look_for(text: str) -> None:
    assert "virgolette" in problems(text)[-1].hint


@pytest.mark.parametrize("text", ["N\u00c3O, IRM\u00c3 e \u00e2mbito, \u00c2ngela", "1 # ======= fine\n# ======="])
def test_letters_of_other_languages_and_lines_of_signs_are_no_accident(text: str) -> None:
    assert load(Path("prova.yaml"), f"a: {text}\n").data["a"]
