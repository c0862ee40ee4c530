# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What was published and is gone is told: a whole language, and the line of a thing that is no more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks.run import load_checked, run_checks
from bot.content.loading import load_bundle
from bot.content.published import publish, read_lock
from tests.checks.fixtures import BASE, replace_in
from tests.conftest import TODAY

LOCK, REDIRECTS = "flows/published.lock", "flows/redirects.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


def told(folder: Path) -> list[str]:
    return [f"{problem.file} {problem.code}" for problem in run_checks(folder, TODAY)]


def test_a_language_that_vanishes_is_told_by_its_name(folder: Path) -> None:
    shutil.rmtree(folder / "locales" / "en")
    (only,) = run_checks(folder, TODAY)
    assert (only.file, only.code) == (REDIRECTS, "F11")
    assert "«en»" in only.message
    assert "locales" in only.hint


def test_a_file_that_was_cut_short_asks_for_itself_and_not_for_redirects(folder: Path) -> None:
    lock = {"service": [f"service-{number}" for number in range(20)]}
    lines = "".join(f"service {code} {name}\n" for code, name in publish(read_lock("", LOCK), lock)["service"].items())
    with (folder / LOCK).open("a", encoding="utf-8") as stream:
        stream.write(lines)
    (only,) = run_checks(folder, TODAY)
    assert (only.file, only.code) == ("services_directory.yaml", "F11")
    assert "e altri 19" in only.message
    assert "riprendi" in only.hint


def test_a_language_that_is_new_asks_to_be_published(folder: Path) -> None:
    replace_in(folder, LOCK, "language en en\n", "")
    assert told(folder) == [f"{LOCK} F09"]
    assert publish(read_lock("", LOCK), {"language": ["en"]})["language"] == {"en": "en"}


def test_buttons_of_a_language_that_was_given_up_open_the_one_in_its_place(folder: Path) -> None:
    before = load_bundle(folder, TODAY)
    button = before.codec.encode(before.codec.home("it")).replace("it.", "en.", 1)
    shutil.rmtree(folder / "locales" / "en")
    replace_in(folder, REDIRECTS, "{}", "{languages: {en: it}}")
    after = load_checked(folder, TODAY)
    assert before.codec.decode(button, "it").language == "en"
    assert after.codec.decode(button, "it").language == "it"


def test_the_line_of_a_thing_that_is_no_more_is_missed(folder: Path) -> None:
    replace_in(folder, REDIRECTS, "{}", "{nodes: {former: home}}")
    assert told(folder) == [f"{REDIRECTS} F08"]
    first = next(code for code, name in publish(read_lock("", LOCK), {"node": ["former"]})["node"].items() if name)
    replace_in(folder, LOCK, "node rp near\n", f"node rp near\nnode {first} former\n")
    assert told(folder) == []


def test_a_lock_cannot_give_a_language_another_name() -> None:
    assert read_lock("language en en\n", LOCK)["language"] == {"en": "en"}
    with pytest.raises(Exception, match="F08"):
        read_lock("language it en\n", LOCK)
