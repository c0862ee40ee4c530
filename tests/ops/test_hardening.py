# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The launcher's protections, as a process and a system show them."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from bot.ops.hardening import ENVIRONMENT
from tests.ops.leaks import ROOT

ONE_NOBODY = 65_534


def run(
    program: str,
    *arguments: str,
    folder: Path = ROOT,
    flags: tuple[str, ...] = (),
    given: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[str]:
    """A program in a Python of its own that finds our package, whatever it makes of its environment."""
    # Nobody can write the measures of coverage, and would complain on its way out.
    bare = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT and "COVERAGE" not in name}
    begins = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    command = [sys.executable, *flags, "-c", begins + program, *arguments]
    return subprocess.run(
        command, cwd=folder, env={**bare, **given}, capture_output=True, text=True, check=False
    )


RELAUNCHES = """
from bot.ops import hardening
print("begun", sys.argv[1:], sys.flags.optimize)
hardening.relaunch()
print(hardening.apply())
hardening.relaunch()
"""
PROTECTED = "Protection(overwrites=True, no_cores=True, closed=True)"


def test_a_program_starts_itself_again_once_with_the_same_command() -> None:
    done = run(RELAUNCHES, "serve", "--now", flags=("-O",))
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["begun ['serve', '--now'] 1"] * 2 + [PROTECTED]


def test_nobody_outside_can_say_that_it_has_done_so_already() -> None:
    done = run(RELAUNCHES, given={"BUSSOLA_RELAUNCHED": "1"})
    assert done.stdout.splitlines() == ["begun [] 0"] * 2 + [PROTECTED]


def test_a_program_that_was_started_right_goes_on() -> None:
    assert run(RELAUNCHES, given=ENVIRONMENT).stdout.splitlines() == ["begun [] 0", PROTECTED]


def test_a_python_that_ignores_its_environment_goes_on_and_says_what_is_missing() -> None:
    done = run(RELAUNCHES, flags=("-I",))
    assert done.stdout.splitlines() == ["begun [] 0"] * 2 + [PROTECTED.replace("overwrites=True", "overwrites=False")]


FALLS = """
import os, resource, signal
from bot.ops import hardening
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
if sys.argv[1] == "protected":
    hardening.apply()
secret = "".join(["zq", "secret", str(os.getpid())])
os.kill(os.getpid(), signal.SIGSEGV)
"""


def cores(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if "core" in path.name]


def test_a_protected_program_that_falls_leaves_no_core(tmp_path: Path) -> None:
    assert run(FALLS, "protected", folder=tmp_path).returncode < 0
    assert list(tmp_path.iterdir()) == []


def test_the_same_program_without_protection_leaves_its_secret_where_the_system_writes_cores(tmp_path: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8").strip()
    writes = "/" not in pattern and not pattern.startswith("|") and resource.getrlimit(resource.RLIMIT_CORE)[1] != 0
    assert run(FALLS, "unprotected", folder=tmp_path).returncode < 0
    assert bool(cores(tmp_path)) == writes
    assert [core for core in cores(tmp_path) if b"zqsecret" not in core.read_bytes()] == []


PEEKS = """
import ctypes, os
from bot.ops import hardening
if os.geteuid() == 0:
    os.setgroups([]), os.setresgid(NOBODY, NOBODY, NOBODY), os.setresuid(NOBODY, NOBODY, NOBODY)
ctypes.CDLL(None).prctl(hardening._PR_SET_DUMPABLE, 1, 0, 0, 0)
ready, done = os.pipe(), os.pipe()
child = os.fork()
if child == 0:
    if sys.argv[1] == "protected":
        hardening.apply()
    os.write(ready[1], b".")
    os.read(done[0], 1)
    os._exit(0)
os.read(ready[0], 1)
try:
    os.close(os.open(f"/proc/{child}/mem", os.O_RDONLY))
    print("open")
except PermissionError:
    print("closed")
os.write(done[1], b".")
os.waitpid(child, 0)
""".replace("NOBODY", str(ONE_NOBODY))


def tracing_allowed() -> bool:
    """Whether this system lets a process look into its own children at all (Yama)."""
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    return not scope.exists() or int(scope.read_text(encoding="utf-8")) < 2


@pytest.mark.parametrize(
    ("how", "found"), [("protected", "closed"), ("unprotected", "open" if tracing_allowed() else "closed")]
)
def test_no_other_process_of_the_same_user_looks_into_a_protected_one(how: str, found: str) -> None:
    done = run(PEEKS, how)
    assert (done.stdout.split(), done.stderr) == ([found], "")
