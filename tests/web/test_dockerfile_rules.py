# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Those rules of hadolint that could concern our Dockerfile, by their codes (github.com/hadolint/hadolint/wiki)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from scripts.build_like_docker import Line, lines
from tests.web.serving import ROOT

SHIPPED = (ROOT / "Dockerfile").read_text(encoding="utf-8")
Rule = Callable[[list[Line]], bool]


def each(instruction: str, holds: Callable[[str], object]) -> Rule:
    return lambda found: all(holds(line.rest) for line in found if line.instruction == instruction)


def last_user_is_nobody(found: list[Line]) -> bool:
    users = [line.rest for line in found if line.instruction == "USER"]
    return bool(users) and users[-1].split(":")[0] not in {"root", "0"}


def stages_are_named_before(found: list[Line]) -> bool:
    names = [line.rest.rpartition(" AS ")[2] for line in found if line.instruction == "FROM"]
    return all(name in names for line in found for name in re.findall(r"--from=(\S+)", line.rest))


def once(instruction: str) -> Rule:
    return lambda found: sum(line.instruction == instruction for line in found) == 1


def own_variables(rest: str) -> bool:
    """Whether a line of ENV uses a variable that the same line sets, other than PATH, which was there before."""
    names = set(re.findall(r"(\w+)=", rest)) - {"PATH"}
    return any(re.search(rf"\$\{{?{name}\b", rest) for name in names)


def follows(first: str, second: str) -> Rule:
    return lambda found: all((one.instruction, other.instruction) != (first, second) for one, other in pairwise(found))


RULES: dict[str, tuple[Rule, str]] = {
    "DL3000 WORKDIR is absolute": (each("WORKDIR", lambda rest: rest.startswith("/")), "WORKDIR here"),
    "DL3002 the last user is not root": (last_user_is_nobody, "USER root"),
    "DL3003 nobody goes elsewhere in a RUN": (each("RUN", lambda rest: not re.search(r"\bcd ", rest)), "RUN cd /x"),
    "DL3004 no sudo": (each("RUN", lambda rest: "sudo" not in rest), "RUN sudo true"),
    "DL3006 DL3007 a base has a version": (
        each("FROM", lambda rest: re.match(r"\S+:(?!latest)\S+", rest)), "FROM python:latest"
    ),
    "DL3008 nothing of an unnamed version": (
        each("RUN", lambda rest: not re.search(r"\b(apt|apt-get|apk|curl|wget|npm)\b", rest)), "RUN apt-get install x"
    ),
    "DL3011 ports exist": (each("EXPOSE", lambda rest: 0 < int(rest) < 65_536), "EXPOSE 80000"),
    "DL3013 packages by their hashes": (
        each("RUN", lambda rest: all(
            "--require-hashes" in part or "--no-index" in part for part in rest.split("&&") if "pip install" in part
        )), "RUN pip install x"
    ),
    "DL3020 COPY, not ADD": (lambda found: all(line.instruction != "ADD" for line in found), "ADD x y"),
    "DL3022 COPY --from names a stage": (stages_are_named_before, "COPY --from=elsewhere /x /y"),
    "DL3025 commands are lists": (
        each("CMD", lambda rest: isinstance(json.loads(rest), list) if rest.startswith("[") else False), "CMD serve"
    ),
    "DL3044 no variable of the same ENV": (each("ENV", lambda rest: not own_variables(rest)), "ENV A=1 B=$A"),
    "DL3046 a high uid is not written into the log of logins": (
        each("RUN", lambda rest: "useradd" not in rest or "--no-log-init" in rest), "RUN useradd -u 10001 x"
    ),
    "DL3059 one RUN after the other is one": (follows("RUN", "RUN"), "RUN a\nRUN b"),
    "DL4000 no MAINTAINER": (lambda found: all(line.instruction != "MAINTAINER" for line in found), "MAINTAINER x"),
    "DL4003 one CMD": (once("CMD"), 'CMD ["x"]'),
    "DL3012 one HEALTHCHECK": (once("HEALTHCHECK"), "HEALTHCHECK NONE"),
    "no secret is built in": (
        each("ENV", lambda rest: not re.search(r"(SECRET|TOKEN|PASSWORD|KEY)\w*=", rest)), "ENV SECRET=x"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_the_dockerfile_keeps_to_a_rule_and_a_line_against_it_is_seen(name: str) -> None:
    rule, against = RULES[name]
    assert rule(list(lines(SHIPPED)))
    assert not rule(list(lines(f"{SHIPPED}\n{against}\n")))
