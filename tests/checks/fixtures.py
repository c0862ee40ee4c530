# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The smallest failing examples of this folder, each named after its code.

`base/` is the smallest network that passes every check. A folder holds what is different from it: files at the same
paths, an `edit.yaml`, or both; and `expected`, the problems that come of it. An edit is one of

    {file, find, write}     `find`, which stands in the file once, becomes `write` (`times` over, where that is given)
    {remove}                a file goes
    {copy, to}              a folder is there twice
    {card}                  the program has an emergency card in that language, the English one

Folders of the directory (D) hold a whole `services_directory.yaml`, which is read beside the shipped flows and places.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from bot import emergency
from bot.checks.run import run_checks
from bot.content.bundle import Bundle
from bot.content.directory_file import read_directory
from bot.content.loading import DIRECTORY, LOCK, load_bundle, load_lock, load_parts
from bot.content.published import publish, write_lock
from bot.content.strict_yaml import load
from bot.content.translated import agree, lock_file, state, translations
from bot.errors import ContentError, Problem
from tests.conftest import TODAY

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BASE = HERE / "base"
CODE = re.compile(r"[YFGLDCPQ]\d\d")
FIXTURES = sorted(path for path in HERE.iterdir() if CODE.fullmatch(path.name))
Edit = dict[str, str]


def problems_of(fixture: Path, folder: Path, patch: pytest.MonkeyPatch) -> list[Problem]:
    """The problems of the base with what `fixture` changes in it; `folder` is where the changed copy is made."""
    shutil.copytree(BASE, folder)
    shutil.copytree(fixture, folder, dirs_exist_ok=True)
    edits = list(_edits(fixture))
    for edit in edits:
        _apply(edit, folder, patch)
    if fixture.name[0] in "GLCPQ" and not any(edit.get("file") == LOCK for edit in edits):
        _publish(folder)
    return run_checks(folder, TODAY)


def _edits(fixture: Path) -> Iterator[Edit]:
    path = fixture / "edit.yaml"
    written = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    yield from written if isinstance(written, list) else [written]


def told_after(folder: Path, *edits: Edit) -> list[str]:
    """The codes and places of what is wrong with the smallest network after these edits, made in `folder`."""
    shutil.copytree(BASE, folder)
    for edit in edits:
        _replace(edit, folder)
    if not any(edit["file"] == LOCK for edit in edits):
        _publish(folder)
    _translated(folder)
    return told(run_checks(folder, TODAY))


def edit(file: str, find: str, write: str) -> Edit:
    """`find`, which stands in `file` once, becomes `write`."""
    return {"file": file, "find": find, "write": write}


def _apply(edit: Edit, folder: Path, patch: pytest.MonkeyPatch) -> None:
    if "remove" in edit:
        (folder / edit["remove"]).unlink()
    elif "copy" in edit:
        shutil.copytree(folder / edit["copy"], folder / edit["to"])
    elif "card" in edit:
        patch.setitem(emergency.CARDS, edit["card"], emergency.CARDS["en"])
    else:
        _replace(edit, folder)


def replace_in(folder: Path, file: str, find: str, write: str) -> None:
    """`find`, which stands in `file` once, becomes `write`."""
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(find) == 1, (file, find)
    (folder / file).write_text(text.replace(find, write), encoding="utf-8")


def _replace(edit: Edit, folder: Path) -> None:
    replace_in(folder, edit["file"], edit["find"], edit["write"] * int(edit.get("times", 1)))


def _publish(folder: Path) -> None:
    """Give codes to what an edit has added and take them from what it has removed, which nobody has ever seen."""
    (folder / LOCK).unlink()
    try:
        current = load_parts(folder, TODAY).current()
    except ContentError:
        return
    (folder / LOCK).write_text(write_lock(publish(load_lock(folder), current)), encoding="utf-8")


def _translated(folder: Path) -> None:
    """Every text has been compared with its Italian, those that an edit has changed too."""
    with suppress(ContentError):
        bundle = load_bundle(folder, TODAY)
        for language in translations(bundle):
            found = state(bundle, folder, language)
            (folder / lock_file(language)).write_text(agree(found, found.older), encoding="utf-8")


def problems_of_directory(fixture: Path, bundle: Bundle) -> list[Problem]:
    """The problems of the directory of `fixture`, read with the places and topics of `bundle`."""
    document = load(fixture / DIRECTORY, name=DIRECTORY)
    try:
        read_directory(document, bundle.gazetteer, TODAY, bundle.flow.topics, ROOT / "data")
    except ContentError as error:
        return list(error.problems)
    return []


def told(problems: list[Problem], *, with_file: bool = True) -> list[str]:
    """Problems as `expected` writes them: file, line, column and code."""
    places = (f"{found.file}:" if with_file else "" for found in problems)
    return [f"{place}{found.line}:{found.column} {found.code}" for place, found in zip(places, problems, strict=True)]


def expected(fixture: Path) -> list[str]:
    """What `fixture` expects."""
    return (fixture / "expected").read_text(encoding="utf-8").splitlines()


def codes_in_source() -> set[str]:
    """Every code that the program can report: the strings of its source that are nothing else.

    The log has codes of its own, which only look like these.
    """
    sources = [path for path in (ROOT / "bot").rglob("*.py") if path != ROOT / "bot" / "log.py"]
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sources)
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str) and CODE.fullmatch(value)}


def codes_in_docs() -> list[str]:
    """Every code that has a line in a table of docs/checks.md."""
    text = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    return re.findall(rf"^\| ({CODE.pattern}) \|", text, re.MULTILINE)
