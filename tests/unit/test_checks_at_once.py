# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who made several mistakes is told of all that can be told at once, each in the file where it was made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks.run import run_checks
from bot.errors import Problem
from tests.checks.fixtures import BASE, replace_in
from tests.conftest import TODAY

FLOW, ITALIAN, DIRECTORY = "flows/flow.yaml", "locales/it/messages.ftl", "services_directory.yaml"
EVERYWHERE = "everywhere: {urgent: emergency, exit: exit, home: home, unsure: unsure, voice: voice}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


def problems(folder: Path) -> list[Problem]:
    return run_checks(folder, TODAY)


def told(folder: Path) -> list[str]:
    return [f"{problem.file}:{problem.line}:{problem.column} {problem.code}" for problem in problems(folder)]


def test_a_wrong_shape_hides_no_way_to_nowhere_in_the_same_file(folder: Path) -> None:
    replace_in(folder, FLOW, "needs: [place, topic]", "needs: [plaace, topic]")
    replace_in(folder, FLOW, "outside: anywhere, unknown", "outside: anywere, unknown")
    assert told(folder) == [f"{FLOW}:32:53 F02", f"{FLOW}:45:13 F01"]


def test_what_stands_in_a_part_of_a_wrong_shape_is_still_there_for_the_others(folder: Path) -> None:
    replace_in(folder, FLOW, "  anywhere:\n    needs: [topic]", "  anywhere:\n    ned: [topic]")
    replace_in(folder, FLOW, "  minors: {audiences: [minors],", "  minors: {audience: [minors],")
    assert {line.split()[-1] for line in told(folder)} == {"F01"}


@pytest.mark.parametrize(("find", "written"), [("outside: anywhere,", "outsde: anywhere,"), ("{urgent:", "{urgnt:")])
def test_what_was_misspelt_is_not_told_again_as_missing(folder: Path, find: str, written: str) -> None:
    replace_in(folder, FLOW, find, written)
    assert [line[-3:] for line in told(folder)] == ["F01"]


def test_mistakes_in_three_files_are_told_together(folder: Path) -> None:
    replace_in(folder, FLOW, "outside: anywhere, unknown", "outside: anywere, unknown")
    replace_in(folder, ITALIAN, "voice = Non", "voice Non")
    replace_in(folder, DIRECTORY, "kind: listening_desk", "kind: listening_dsk")
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["F02", "Y16", "D04"]


def test_a_mistake_in_a_file_of_yaml_hides_none_in_tables_and_phrases(folder: Path) -> None:
    replace_in(folder, FLOW, "start: home", "start:\thome")
    (folder / "data" / "home.csv").unlink()
    (folder / "locales" / "en" / "phrases.yaml").write_text("a: &x 1\n", encoding="utf-8")
    assert [line.rpartition(" ")[2] for line in told(folder)] == ["Y14", "Y04", "Y02"]


@pytest.mark.parametrize("find", ["start: home\n", ", unsure: unsure"])
def test_what_is_missing_is_told_in_the_file_that_should_have_it(folder: Path, find: str) -> None:
    (folder / "flows" / "a.yaml").write_text('schema: "1"\nnodes: {}\n', encoding="utf-8")
    replace_in(folder, FLOW, find, "\n" if find.endswith("\n") else "")
    assert [line.split(":")[0] + line[-4:] for line in told(folder)] == [f"{FLOW} F05"]


def test_a_redirect_is_told_on_its_line(folder: Path) -> None:
    replace_in(folder, "flows/published.lock", "node rp near\n", "node rp near\nnode xd gone\n")
    replace_in(folder, "flows/redirects.yaml", "{}", "\n  topics: {}\n  nodes:\n    gone: home\n    old: nowhere")
    assert told(folder) == ["flows/redirects.yaml:8:5 F10"]


@pytest.mark.parametrize(
    ("file", "find", "written", "code"),
    [(DIRECTORY, "network:", "network: [", "Y07"), ("locales/it/locale.yaml", "direction: ltr", "direction: x", "F01")],
)
def test_mistakes_in_messages_do_not_wait_for_the_other_files(
    folder: Path, file: str, find: str, written: str, code: str
) -> None:
    replace_in(folder, file, find, written)
    replace_in(folder, ITALIAN, "voice = Non", "voice Non")
    replace_in(folder, ITALIAN, "call-online = ", "call-online ")
    assert {line.split(":")[0] + line[-4:] for line in told(folder)} == {f"{file} {code}", f"{ITALIAN} Y16"}
    assert len([line for line in told(folder) if line.startswith(ITALIAN)]) > 1


def test_who_lost_the_codes_is_told_to_take_them_back_and_not_to_give_new_ones(folder: Path) -> None:
    (folder / "flows" / "published.lock").unlink()
    (only,) = problems(folder)
    assert (only.file, only.code) == ("flows/published.lock", "F09")
    assert only.hint.startswith("Riprendi l'ultima versione (git")


@pytest.mark.parametrize(("name", "fine"), [("english", False), ("itfacile", True), ("fil", True), ("xx", False)])
def test_a_folder_of_words_has_the_name_of_a_language(folder: Path, name: str, *, fine: bool) -> None:
    (folder / "locales" / name).mkdir()
    words = folder / "locales" / "en" / "phrases.yaml"
    shutil.copy(words, folder / "locales" / name / "phrases.yaml")
    shutil.rmtree(folder / "locales" / "en")
    replace_in(folder, "flows/redirects.yaml", "{}", "{languages: {en: it}}")
    assert told(folder) == ([] if fine else [f"locales/{name}:0:0 Y22"])


def presented(folder: Path, *languages: str) -> None:
    for language in languages:
        text = 'schema: "1"\nname: Prova\nshort: Prova\ndescription: Prova\ncommands: {start: Prova}\n'
        (folder / "locales" / language / "telegram.yaml").write_text(text, encoding="utf-8")


def test_a_language_that_telegram_does_not_present_although_another_is_told(folder: Path) -> None:
    presented(folder, "it")
    assert told(folder) == ["locales/en/telegram.yaml:0:0 Y14"]
    presented(folder, "it", "en")
    assert told(folder) == []


def test_a_language_that_is_presented_and_whose_screens_are_gone_is_told(folder: Path) -> None:
    presented(folder, "it", "en")
    for part in ("locale.yaml", "words.yaml", "messages.ftl"):
        (folder / "locales" / "en" / part).unlink()
    replace_in(folder, "flows/redirects.yaml", "{}", "{languages: {en: it}}")
    assert told(folder) == ["locales/en/telegram.yaml:0:0 Y14"]


def test_a_presentation_of_a_wrong_shape_is_told_in_every_language(folder: Path) -> None:
    for language in ("it", "en"):
        (folder / "locales" / language / "telegram.yaml").write_text('schema: "1"\nnome: x\n', encoding="utf-8")
    assert {line.split(":")[0] for line in told(folder)} == {f"locales/{which}/telegram.yaml" for which in ("it", "en")}
    assert {line[-3:] for line in told(folder)} == {"F01"}


def test_the_file_of_questions_does_not_vanish_unnoticed(folder: Path) -> None:
    (folder / "data" / "questions.yaml").unlink()
    assert told(folder) == ["data/questions.yaml:0:0 Y14"]
