# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every file says whose it is and under which licence, as the REUSE specification asks."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib

from tests.architecture.sources import ROOT

HEADER = re.compile(r"SPDX-License-Identifier: +([A-Za-z0-9.+-]+)")
FIRST_LINES = 10


def files() -> list[str]:
    """Every file that is tracked by git or could be, as paths from the root."""
    git = shutil.which("git") or "git"
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return sorted(name for name in listed if name and (ROOT / name).is_file())


def glob_to_pattern(glob: str) -> re.Pattern[str]:
    """`*` stays within a folder and `**` crosses folders, as in REUSE.toml."""
    parts = re.split(r"(\*\*|\*)", glob)
    return re.compile("".join({"**": ".*", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts))


def covered_by_table(name: str, table: str) -> str | None:
    """The licence that the text of a REUSE.toml gives to the file, the last annotation first; None where none does."""
    for annotation in reversed(tomllib.loads(table)["annotations"]):
        paths = annotation["path"] if isinstance(annotation["path"], list) else [annotation["path"]]
        if any(glob_to_pattern(path).fullmatch(name) for path in paths):
            return str(annotation["SPDX-License-Identifier"])
    return None


def licence_in(text: str) -> str | None:
    """The licence that the first lines of a file name; None where they name none."""
    found = HEADER.search("\n".join(text.splitlines()[:FIRST_LINES]))
    return found.group(1) if found else None


def licence_of(name: str) -> str | None:
    """The licence of a file: from its own first lines, a file of the same name + `.license`, or a REUSE.toml above."""
    path = ROOT / name
    for own in (path, path.with_name(f"{path.name}.license")):
        found = licence_in(own.read_text(encoding="utf-8", errors="replace")) if own.is_file() else None
        if found:
            return found
    folders = [folder for folder in path.parents if folder.is_relative_to(ROOT) and (folder / "REUSE.toml").is_file()]
    tables = ((folder, (folder / "REUSE.toml").read_text(encoding="utf-8")) for folder in folders)
    return next(filter(None, (covered_by_table(str(path.relative_to(top)), table) for top, table in tables)), None)


def is_a_licence(name: str) -> bool:
    return name == "LICENSE" or name.startswith("LICENSES/")


def test_every_file_has_a_licence_whose_text_is_here() -> None:
    here = {path.stem for path in (ROOT / "LICENSES").iterdir()}
    licences = {name: licence_of(name) for name in files() if not is_a_licence(name)}
    assert {name: licence for name, licence in licences.items() if licence not in here} == {}


def test_a_file_without_header_and_without_annotation_is_seen() -> None:
    table = '[[annotations]]\npath = "data/*.csv"\nSPDX-License-Identifier = "CC0-1.0"\n'
    assert licence_in("a,b\n1,2\n") is None
    assert covered_by_table("data/places.csv", table) == "CC0-1.0"
    assert covered_by_table("data/deeper/places.csv", table) is None
