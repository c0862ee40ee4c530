# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A translation that stayed behind its Italian is named, until somebody writes it again or says that it is right."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.checks.run import run_checks
from bot.content.loading import load_bundle
from bot.content.translated import lock_file, state
from bot.errors import UsageError
from bot.gallery.page import page
from bot.reports.translating import mark
from tests.checks.fixtures import BASE, replace_in, told
from tests.conftest import TODAY

ITALIAN, ENGLISH = "locales/it/messages.ftl", "locales/en/messages.ftl"
NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Rome"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "network")


def change_italian(folder: Path) -> None:
    replace_in(folder, ITALIAN, "zones = Scegli la zona.", "zones = Scegli una zona qui sotto.")


def change_english(folder: Path) -> None:
    replace_in(folder, ENGLISH, "zones = Choose the area.", "zones = Choose an area below.")


def said(folder: Path, *read_again: str) -> str:
    return mark(load_bundle(folder, TODAY), folder, "en", read_again)


def names_of(folder: Path) -> list[str]:
    return [problem.message for problem in run_checks(folder, TODAY)]


def test_a_sentence_whose_italian_changed_is_named_at_its_translation(folder: Path) -> None:
    change_italian(folder)
    (problem,) = run_checks(folder, TODAY)
    line = (folder / ENGLISH).read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line.startswith("zones =")
    assert (problem.file, problem.code) == (ENGLISH, "L31")
    assert "«zones»" in problem.message
    assert "bussola translated en zones" in problem.hint


def test_saying_that_all_is_translated_passes_over_what_is_still_a_translation_of_the_old_words(folder: Path) -> None:
    change_italian(folder)
    assert said(folder) == "Segnati: 0.\nDa tradurre di nuovo: zones.\n"
    assert told(run_checks(folder, TODAY)) != []


def test_a_sentence_written_again_is_right_once_somebody_says_so(folder: Path) -> None:
    change_italian(folder)
    change_english(folder)
    (problem,) = run_checks(folder, TODAY)
    assert (problem.file, problem.code) == (lock_file("en"), "L31")
    assert said(folder) == "Segnati: 1.\n"
    assert run_checks(folder, TODAY) == []


def test_a_sentence_read_again_may_stay_as_it_is(folder: Path) -> None:
    change_italian(folder)
    assert said(folder, "zones") == "Segnati: 1.\n"
    assert run_checks(folder, TODAY) == []


def test_italian_that_changes_twice_while_its_translation_changed_once_is_not_lost(folder: Path) -> None:
    change_italian(folder)
    change_english(folder)
    replace_in(folder, ITALIAN, "Scegli una zona qui sotto.", "Ecco le zone.")
    assert told(run_checks(folder, TODAY)) != []


def test_italian_put_back_as_it_was_is_no_change(folder: Path) -> None:
    change_italian(folder)
    replace_in(folder, ITALIAN, "zones = Scegli una zona qui sotto.", "zones = Scegli la zona.")
    assert run_checks(folder, TODAY) == []


@pytest.mark.parametrize("written", [None, b"", b"\xff\xfe\x00", b"zones\nzones x\n<<<<<<< HEAD\n"])
def test_a_list_that_is_lost_or_spoilt_says_nothing_of_any_text(folder: Path, written: bytes | None) -> None:
    path = folder / lock_file("en")
    path.unlink()
    if written is not None:
        path.write_bytes(written)
    bundle = load_bundle(folder, TODAY)
    assert set(state(bundle, folder, "en").unsaid) == {*bundle.locales["en"].catalogue.messages, "emergency"}
    assert told(run_checks(folder, TODAY)) == [f"{lock_file('en')}:0:0 L31"]
    said(folder)
    assert path.read_bytes() == (BASE / lock_file("en")).read_bytes()


@pytest.mark.parametrize(("language", "name"), [("it", "zones"), ("xx", "zones"), ("en", "nothing")])
def test_what_is_not_there_cannot_be_said_to_be_translated(folder: Path, language: str, name: str) -> None:
    before = (folder / lock_file("en")).read_bytes()
    with pytest.raises(UsageError):
        mark(load_bundle(folder, TODAY), folder, language, [name])
    assert (folder / lock_file("en")).read_bytes() == before
    assert not (folder / lock_file("it")).exists()


def test_the_page_of_screens_names_the_sentences_to_be_translated_again(folder: Path) -> None:
    change_italian(folder)
    bundle = load_bundle(folder, TODAY)
    drawn = page(bundle, NOW, ["it", "en"], {"en": state(bundle, folder, "en").older})
    warned = "Da tradurre di nuovo, perché l&#x27;italiano è cambiato dopo: zones."
    assert drawn.count(warned) == 1 + drawn.count('<p class="aged">')
    assert drawn.count('<p class="aged">') >= 1
    assert "Da tradurre di nuovo" not in page(bundle, NOW, ["it", "en"])
