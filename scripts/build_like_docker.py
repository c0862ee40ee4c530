# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Carry out the lines of the Dockerfile without Docker, below a folder of our own, and see the result live and end.

    python3 scripts/build_like_docker.py [FOLDER]

What the lines do with /build, /opt and /srv happens below FOLDER (a temporary one unless given). Left out is what only
a container has: its base system, its user, its ports. The server is then started by its own CMD, with an invented
account, asked by its own HEALTHCHECK, and stopped; first without any account, which it must refuse.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
MOVED = re.compile(r"(?<![\w/.-])/(?=build\b|opt\b|srv\b)")
"""The folders of the container that are ours; everything else of its root is the base system's."""

ONLY_IN_A_CONTAINER = frozenset({"FROM", "USER", "EXPOSE", "HEALTHCHECK", "CMD"})
INVENTED = {
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32, "TWILIO_AUTH_TOKEN": "0123456789abcdefghijABCDEFGHIJ01",
    "WHATSAPP_SENDER": "whatsapp:+15005550006", "PUBLIC_URL": "https://bussola.example",
    "HTTPS_PROXY": "http://127.0.0.1:9",
}  # fmt: skip
SECONDS = 60.0


class Line(NamedTuple):
    """An instruction and all that follows it, on one line."""

    instruction: str
    rest: str


def lines(dockerfile: str) -> Iterator[Line]:
    """The instructions of a Dockerfile, in order."""
    whole = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", dockerfile, flags=re.MULTILINE))
    for line in filter(None, map(str.strip, whole.splitlines())):
        instruction, _, rest = line.partition(" ")
        yield Line(instruction, rest.strip())


def command_of(found: Sequence[Line], instruction: str) -> list[str]:
    """The words of the last CMD or HEALTHCHECK."""
    last = [line.rest for line in found if line.instruction == instruction][-1]
    words: list[str] = json.loads(last[last.index("[") :])
    return words


@dataclass
class Build:
    """Below `folder`: the environment and the current folder of the stage that we are in."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    inside: Path = Path()

    def carry_out(self, line: Line) -> None:
        """Do what an instruction says. Raises ValueError for one that we do not know."""
        rest = MOVED.sub(f"{self.folder}/", line.rest)
        if line.instruction == "WORKDIR":
            self.inside = Path(rest)
            self.inside.mkdir(parents=True, exist_ok=True)
        elif line.instruction == "ENV":
            self.environment |= dict(pair.split("=", 1) for pair in rest.split())
        elif line.instruction == "COPY":
            self._copy(rest.split())
        elif line.instruction == "RUN":
            self._run(rest)
        elif line.instruction == "FROM":
            self.environment, self.inside = {}, self.folder
        elif line.instruction not in ONLY_IN_A_CONTAINER:
            raise ValueError(line.instruction)

    def begun(self) -> dict[str, str]:
        """The environment of a process: the stage's, on the base system's PATH."""
        path = f"{Path(sys.executable).parent}:{os.defpath}"
        kept = {name: os.environ[name] for name in os.environ if name.startswith("PIP_") or name == "SSL_CERT_FILE"}
        own = {name: value.replace("$PATH", path) for name, value in self.environment.items()}
        return {"PATH": path, "HOME": str(self.folder)} | kept | own

    def _copy(self, words: list[str]) -> None:
        if words[0].startswith("--from="):
            return
        *sources, target = words
        for source in sources:
            found, there = ROOT / source, self.inside / target
            if found.is_dir():
                shutil.copytree(found, there, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(found, there)

    def _run(self, command: str) -> None:
        if command.startswith("useradd "):
            return
        subprocess.run(["/bin/sh", "-c", command], cwd=self.inside, env=self.begun(), check=True, stdout=sys.stderr)  # noqa: S603 - our own Dockerfile


def main(folder: Path) -> None:
    """Build below `folder`, and hold the result to what the image promises."""
    found = list(lines((ROOT / "Dockerfile").read_text(encoding="utf-8")))
    build = Build(folder)
    for line in found:
        print(line.instruction, line.rest, flush=True)
        build.carry_out(line)
    serve, alive = command_of(found, "CMD"), command_of(found, "HEALTHCHECK")
    given = build.begun() | {"BIND": "127.0.0.1:18099"}
    refused = subprocess.run(serve, cwd=build.inside, env=given, check=False).returncode  # noqa: S603 - as above
    print("without an account:", refused)
    server = subprocess.Popen(serve, cwd=build.inside, env=given | INVENTED)  # noqa: S603 - as above
    try:
        lived = _comes_alive(alive, build.inside, given)
        server.send_signal(signal.SIGTERM)
        ended = server.wait(SECONDS)
    finally:
        server.kill()
    print("alive:", lived, "ended:", ended)
    if (refused, lived, ended) != (2, True, 0):
        sys.exit(1)


def _comes_alive(command: list[str], inside: Path, given: dict[str, str]) -> bool:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if subprocess.run(command, cwd=inside, env=given, check=False).returncode == 0:  # noqa: S603 - as above
            return True
        time.sleep(0.5)
    return False


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]).resolve())
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made).resolve())
