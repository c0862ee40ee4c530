# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of the reports, as they are run: real processes, real pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.directory_world import ROOT

DAY = ["--now", "2026-11-22"]


BASE = ROOT / "tests" / "checks" / "base"
"""A small network: for what every network's command does."""


def bussola(*arguments: str, typed: bytes = b"", content: Path = BASE) -> subprocess.CompletedProcess[bytes]:
    command, given = [sys.executable, "-m", "bot", *arguments], {**os.environ, "CONTENT": str(content)}
    return subprocess.run(command, input=typed, capture_output=True, cwd=ROOT, env=given, check=False, timeout=600)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("place", {"text": "Pisa"}),
        ("understand", {"text": "buongiorno"}),
        ("nearest", {"place": "pisa-pi", "topic": "violence_self", "now": "2026-11-22T10:00"}),
    ],
)
def test_a_door_answers_each_line_and_ends_with_1_if_it_refused_any(command: str, line: dict[str, str]) -> None:
    good = json.dumps(line).encode()
    answered, refused = bussola(command, typed=good), bussola(command, typed=good + b"\n\xff\n" + good)
    assert (answered.returncode, answered.stderr) == (0, b"")
    assert (refused.returncode, refused.stderr) == (1, b"")
    first, second, third = refused.stdout.decode().splitlines()
    assert first == third == answered.stdout.decode().rstrip("\n")
    assert "error" not in json.loads(first)
    assert "error" in json.loads(second)


def test_a_door_with_nothing_to_answer_is_silent() -> None:
    done = bussola("place")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_coverage_is_printed_or_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "copertura.html"
    written = bussola("coverage", *DAY, "--format", "html", "--output", str(file), content=ROOT)
    printed = bussola("coverage", *DAY, content=ROOT)
    assert (written.returncode, written.stdout, written.stderr) == (0, b"", b"")
    attribution = (ROOT / "data" / "ATTRIBUTION.txt").read_text(encoding="utf-8").splitlines()
    assert attribution[0] in file.read_text(encoding="utf-8")
    assert printed.stdout.decode().startswith("Copertura al 22 novembre 2026: 37 comuni, ")


def test_the_csv_is_a_table_with_a_header() -> None:
    lines = bussola("coverage", *DAY, "--format", "csv", content=ROOT).stdout.decode().splitlines()
    assert lines[0].startswith("comune,id_comune,argomento,")
    assert len(lines) > 37


@pytest.mark.parametrize(
    "arguments",
    [
        ["coverage", "--format", "piccione"],
        ["coverage", "--now", "ieri"],
        ["coverage", "--output", "/nessuna/cartella/file.txt"],
        ["stale", "--now", "2026-13-01"],
    ],
)
def test_a_wrong_command_gets_one_sentence_and_status_2(arguments: list[str]) -> None:
    done = bussola(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1


def test_the_gallery_is_written_to_a_file_and_an_unknown_language_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "schermate.html"
    written = bussola("gallery", str(file), "--now", "2026-11-23T10:00", "--languages", "it")
    assert (written.returncode, written.stdout, written.stderr) == (0, b"", b"")
    html = file.read_text(encoding="utf-8")
    assert "Le schermate al 23 novembre 2026, ore 10:00" in html
    assert 'lang="en"' not in html
    refused = bussola("gallery", str(file), "--languages", "en,xx")
    assert refused.returncode == 2
    assert "La lingua «xx» non c'è" in refused.stderr.decode()
