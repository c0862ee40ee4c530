# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A folder is read whole or not at all: what is missing, or cut, is told with its file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks.run import run_checks
from bot.content.loading import languages_of
from bot.content.tables import TABLES
from tests.conftest import TODAY

BASE = Path(__file__).parents[1] / "checks" / "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


def told(folder: Path) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.code) for problem in run_checks(folder, TODAY)]


@pytest.mark.parametrize("part", ["locale.yaml", "words.yaml", "messages.ftl", "phrases.yaml"])
def test_a_language_that_loses_one_of_its_files_is_told_and_does_not_vanish(folder: Path, part: str) -> None:
    (folder / "locales" / "en" / part).unlink()
    assert told(folder) == [(f"locales/en/{part}", 0, "Y14")]


def test_a_language_that_is_only_understood_needs_its_phrases_alone(folder: Path) -> None:
    (folder / "locales" / "fr").mkdir()
    shutil.copy(folder / "locales" / "en" / "phrases.yaml", folder / "locales" / "fr" / "phrases.yaml")
    assert languages_of(folder) == ["it", "en"]
    assert told(folder) == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_missing_is_told(folder: Path, name: str) -> None:
    (folder / "data" / name).unlink()
    assert told(folder) == [(f"data/{name}", 0, "Y14")]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_cut_within_its_last_row_is_told_with_the_row(folder: Path, name: str) -> None:
    path = folder / "data" / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text[:-2], encoding="utf-8")
    assert told(folder) == [(f"data/{name}", text.count("\n"), "Y23")]


@pytest.mark.parametrize(
    ("name", "row", "line"),
    [
        ("hamlets.csv", "Ovunque,999999,43.7,10.4,no,geonames", 2),
        ("hamlets.csv", "Ovunque,050002,quarantatre,10.4,no,geonames", 2),
        ("comuni.csv", "050099,Altrove,PI,Toscana,43.7", 6),
        ("common_words.csv", "parola", 2),
        ("prefixes.csv", "Buti (PI),0587 587", 4),
        ("prefixes.csv", "Altrove (PI),0587", 4),
        ("prefixes.csv", "XX,0587", 4),
        ("prefixes.csv", "PI,0571", 4),
    ],
)
def test_a_row_that_is_not_like_the_others_is_told_with_its_line(folder: Path, name: str, row: str, line: int) -> None:
    with (folder / "data" / name).open("a", encoding="utf-8") as stream:
        stream.write(f"{row}\n")
    assert told(folder) == [(f"data/{name}", line, "Y23")]


def test_a_valley_is_not_called_like_a_comune_of_the_region(folder: Path) -> None:
    home = (folder / "data" / "home.csv").read_text(encoding="utf-8").split()[1]
    rows = (folder / "data" / "comuni.csv").read_text(encoding="utf-8").splitlines()
    comune = next(row.split(",")[1] for row in rows if f",{home}," in row)
    (folder / "data" / "districts.csv").write_text(f"name\nVal di Sogno\n{comune}\n", encoding="utf-8")
    assert told(folder) == [("data/districts.csv", 3, "Y23")]


@pytest.mark.parametrize("text", ["province\nXX\n", "province\n"])
def test_the_home_province_is_one_that_exists(folder: Path, text: str) -> None:
    (folder / "data" / "home.csv").write_text(text, encoding="utf-8")
    assert told(folder) == [("data/home.csv", 2, "Y23")]


def test_the_home_province_is_one_of_the_network(folder: Path) -> None:
    (folder / "data" / "home.csv").write_text("province\nFI\n", encoding="utf-8")
    assert told(folder) == [("services_directory.yaml", 8, "D43")]
