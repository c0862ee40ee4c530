# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The image holds what the container promises; `scripts/build_like_docker.py` can carry out every line of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.ops.alive import main as alive
from bot.ops.hardening import ENVIRONMENT
from scripts.build_like_docker import MOVED, ONLY_IN_A_CONTAINER, Build, command_of, lines
from tests.ports import free_port
from tests.web.serving import ROOT, Serving

FOUND = list(lines((ROOT / "Dockerfile").read_text(encoding="utf-8")))
CARRIED_OUT = {"WORKDIR", "ENV", "COPY", "RUN"} | ONLY_IN_A_CONTAINER


def rest(instruction: str) -> list[str]:
    return [line.rest for line in FOUND if line.instruction == instruction]


def test_every_line_is_one_that_the_script_carries_out() -> None:
    assert {line.instruction for line in FOUND} <= CARRIED_OUT


def test_a_line_that_the_script_does_not_know_stops_it(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ADD"):
        Build(tmp_path).carry_out(next(lines("ADD https://example.org/x /x\n")))


def test_lines_are_read_as_docker_reads_them() -> None:
    written = '# no\nFROM a AS b\nRUN c \\\n  && d\n\nCMD ["e", "f"]\n'
    assert list(lines(written)) == [("FROM", "a AS b"), ("RUN", "c && d"), ("CMD", '["e", "f"]')]
    assert command_of(list(lines(written)), "CMD") == ["e", "f"]


def test_only_our_own_folders_are_moved() -> None:
    assert MOVED.sub("/our/", "/opt/b /usr/sbin/x a/opt /optional /srv/c:/build") == (
        "/our/opt/b /usr/sbin/x a/opt /optional /our/srv/c:/our/build"
    )


def test_both_stages_stand_on_the_same_named_version() -> None:
    bases = {base.split()[0] for base in rest("FROM")}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+", bases.pop())


def test_everything_from_a_registry_is_known_by_its_hash() -> None:
    installs = [command for run in rest("RUN") for command in run.split("&&") if " install " in command]
    assert len(installs) == 3
    assert all("--no-deps" in command for command in installs)
    assert all("--require-hashes" in command or "--no-index" in command for command in installs)


def test_it_runs_as_nobody_in_particular_and_as_the_first_process_itself() -> None:
    order = [line.instruction for line in FOUND]
    assert order.index("USER") < order.index("CMD")
    assert int(rest("USER")[-1]) > 0
    assert command_of(FOUND, "CMD") == ["bussola", "serve"]
    assert command_of(FOUND, "HEALTHCHECK") == ["python", "-m", "bot.ops.alive"]


def test_freed_memory_is_overwritten_from_the_start() -> None:
    given = dict(pair.split("=", 1) for pair in rest("ENV")[-1].split())
    assert given.items() >= ENVIRONMENT.items()


def test_what_is_copied_is_there_and_reaches_the_builder() -> None:
    copied = [word for line in rest("COPY") if not line.startswith("--from") for word in line.split()[:-1]]
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert set(copied) == let_through
    assert all((ROOT / name).exists() for name in copied)


def test_what_builds_is_locked_as_everywhere_else() -> None:
    def entries(name: str) -> set[str]:
        return set(re.split(r"^(?=[a-z0-9])", (ROOT / "requirements" / name).read_text(), flags=re.MULTILINE)) - {""}

    assert any(entry.startswith("hatchling==") for entry in entries("build.lock"))
    assert entries("build.lock") <= entries("dev.lock")


def test_the_health_check_knows_the_living_from_the_dead(server: Serving) -> None:
    assert alive(f"127.0.0.1:{server.port}") == 0
    assert alive(f"0.0.0.0:{server.port}") == 0
    assert alive(f"127.0.0.1:{free_port()}") == 1
