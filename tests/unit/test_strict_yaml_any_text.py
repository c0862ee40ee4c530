# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is in a file, reading it gives strings with their places, or problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.strict_yaml import Document, load
from bot.errors import ContentError, Problem

HERE = Path("prova.yaml")


YAMLISH = st.text(st.sampled_from(list("ab: -\n\n  [],{}#&*!|>'\"%@`?\t\\\x00\ufeff\x85è😀<0")), max_size=60)


def strings_only(data: Any) -> bool:  # noqa: ANN401 - whatever the parser made is looked at
    if isinstance(data, dict):
        return all(isinstance(key, str) and strings_only(value) for key, value in data.items())
    return all(map(strings_only, data)) if isinstance(data, list) else type(data) is str


def outcome(path: Path, text: str | None = None) -> Document | tuple[Problem, ...]:
    try:
        return load(path, text)
    except ContentError as error:
        return error.problems


def is_sound(result: Document | tuple[Problem, ...]) -> bool:
    """Strings in a mapping, or at least one problem, each with advice."""
    if isinstance(result, Document):
        return type(result.data) is dict and strings_only(result.data)
    return bool(result) and all(problem.hint for problem in result)


@given(st.one_of(YAMLISH, st.text()))
def test_any_text_gives_strings_or_problems(text: str) -> None:
    assert is_sound(outcome(HERE, text))


@given(st.one_of(st.binary(), YAMLISH.map(lambda text: text.encode("utf-16"))))
def test_any_bytes_give_a_document_or_problems(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(content)
    assert is_sound(outcome(path))


WORDS = st.text(st.sampled_from("abcèü中😀م0"), min_size=1, max_size=5)


@given(st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5), st.integers(0, 3))
def test_every_place_is_that_of_the_first_character(content: dict[str, list[str]], blank: int) -> None:
    rows = [f"{key}:\n{chr(10) * blank}" + "".join(f"  - {word}\n" for word in words) for key, words in content.items()]
    document = load(HERE, "".join(rows))
    lines = "".join(rows).split("\n")
    assert document.data == content
    for key, words in content.items():
        line, column = document.where_key([key])
        assert lines[line - 1][column - 1 :] == f"{key}:"
        for number, word in enumerate(words):
            line, column = document.where([key, number])
            assert lines[line - 1][column - 1 :] == word
