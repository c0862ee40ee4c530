# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The command line as operators and authors use it: real processes, real pipes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.endings import refusal
from bot.testing import CHANNELS, play, read_transcript

ROOT = Path(__file__).parents[2]
BUSSOLA = [sys.executable, "-m", "bot"]
FIXED = ["--now", "2026-11-23T10:00"]
BASE = ROOT / "tests" / "checks" / "base"
"""A small network: for what the commands do with any."""


def given(content: Path) -> dict[str, str]:
    """The environment of a command on this content."""
    return {**os.environ, "CONTENT": str(content), "PYTHONPATH": str(ROOT)}


def bussola(*arguments: str, typed: str = "", content: Path = BASE) -> subprocess.CompletedProcess[str]:
    environment = given(content)
    return subprocess.run(
        [*BUSSOLA, *arguments], input=typed, capture_output=True, text=True, env=environment, check=False, timeout=600
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may spoil."""
    for name in ("flows", "locales", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "services_directory.yaml", tmp_path)
    return tmp_path


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What this test starts hears an interrupt, also where a shell started us in its background, deaf to interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_words_from_a_pipe_end_on_a_real_contact_with_the_urgent_numbers() -> None:
    done = bussola("chat", *FIXED, typed="mio marito mi picchia\nsto a Fornacette\n", content=ROOT)
    last = done.stdout.split("Ecco i contatti")[-1]
    assert done.returncode == 0
    assert done.stderr == ""
    assert all(number in last for number in ("+39 050 561628", "112", "1522"))


def test_leaving_ends_the_program_and_shows_only_the_neutral_line() -> None:
    done = bussola("chat", *FIXED, typed="mio marito mi picchia\nesci\nCascina\n", content=ROOT)
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("scrivi quando vuoi.")


def test_bytes_that_are_no_text_are_answered() -> None:
    command = [*BUSSOLA, "chat", *FIXED]
    done = subprocess.run(command, input=b"\xff\xfe\x00\xc3\n", capture_output=True, env=given(BASE), check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("interruptible")
def test_interrupting_leaves_cleanly() -> None:
    pipe = subprocess.PIPE
    process = subprocess.Popen([*BUSSOLA, "chat"], stdin=pipe, stdout=pipe, stderr=pipe, env=given(BASE))
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.wait(timeout=600)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        ["chat", "--channel", "piccione"],
        ["chat", "--locale", "xx"],
        ["chat", "--at", "da nessuna parte"],
        ["chat", "--now", "ieri"],
        ["chat", "--nonsense"],
        ["nonsense"],
    ],
)
def test_a_wrong_command_gets_one_sentence_and_status_2(arguments: list[str]) -> None:
    done = bussola(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chat", "--nonsense"], "l'opzione --nonsense non c'è"),
        (["chat", "--recor", "x"], "l'opzione --recor non c'è, forse volevi --record"),
        (["nonsense"], "il comando «nonsense» non c'è"),
        (["chat", "--now"], "l'opzione --now vuole un valore"),
        (["check", "a", "b"], "c'è qualcosa di troppo: b"),
        (["check", "--prove=3"], "l'opzione --prove non vuole un valore"),
    ],
)
def test_a_wrong_command_is_told_in_italian(arguments: list[str], said: str) -> None:
    assert bussola(*arguments).stderr == f"Comando non capito: {said}. Prova: bussola --help\n"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Missing argument 'FILE'.", "manca l'argomento FILE"),
        ("Missing option '--output'.", "manca l'opzione --output"),
        ("Missing command.", "manca il comando"),
        ("Invalid value for '--page': 'x' is not a valid integer.", "il valore di '--page' non va bene"),
        ("Something that typer will only say next year.", "non è scritto come serve"),
    ],
)
def test_no_english_of_the_library_reaches_anybody(said: str, told: str) -> None:
    assert refusal(said) == told


def test_the_command_alone_prints_its_help() -> None:
    done = bussola()
    assert (done.returncode, done.stderr) == (0, "")
    assert "publish" in done.stdout


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31T23:00-05:00", "2023-01-01"])
def test_a_day_too_far_away_is_refused_without_blaming_the_directory(now: str) -> None:
    done = bussola("chat", "--now", now)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "services_directory" not in done.stderr


def test_a_moment_with_an_offset_is_read_in_the_time_of_the_network(tmp_path: Path) -> None:
    file = tmp_path / "recorded.yaml"
    assert bussola("chat", "--now", "2026-11-23T23:30-08:00", "--record", str(file)).returncode == 0
    assert 'now: "2026-11-24T08:30"' in file.read_text(encoding="utf-8")


def test_a_place_of_the_conversation_is_given_as_people_write_it_or_as_a_button_carries_it(bundle: Bundle) -> None:
    address = Address.at("en", "near", place="volterra-pi", topic="violence_self")
    forms = (bundle.codec.readable(address), bundle.codec.encode(address), bundle.codec.link(address))
    shown = {bussola("chat", *FIXED, "--at", form, content=ROOT).stdout for form in forms}
    assert len(shown) == 1
    assert "Never checked by phone" in shown.pop()


@pytest.mark.parametrize("at", ["xx:home", "xx.n5", "it.zz", "it.n5.tzz"])
def test_a_place_of_no_conversation_of_ours_is_refused_in_one_sentence(at: str) -> None:
    done = bussola("chat", *FIXED, "--at", at)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("closed", ["<&-", "<&- >&-"])
def test_streams_that_were_closed_from_outside_are_no_error(closed: str) -> None:
    command = f'"$0" -m bot chat --now 2026-11-23T10:00 {closed}'
    done = subprocess.run(["/bin/sh", "-c", command, sys.executable], capture_output=True, env=given(BASE), check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_line_without_an_end_is_one_text_and_its_rest_is_dropped() -> None:
    done = bussola("chat", *FIXED, typed="mio marito mi picchia " + "a" * 3_000_000 + "\n" + "esci\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Numeri urgenti") < 5


IMPORTING = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests may have it ignored
from bot.__main__ import main
sys.meta_path.insert(0, Interrupting())
main()
"""


@pytest.mark.usefixtures("interruptible")
def test_interrupting_while_the_program_is_being_read_leaves_cleanly() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_recorded_conversation_can_be_played_again(tmp_path: Path, bundle: object) -> None:
    file = tmp_path / "recorded.yaml"
    typed = 'mio marito "mi picchia"\nCascina\na\nc:\\x\nesci\n'
    assert bussola("chat", *FIXED, "--record", str(file), typed=typed, content=ROOT).returncode == 0
    recorded = read_transcript(file)
    talk = play(bundle, recorded, CHANNELS["telegram"])  # type: ignore[arg-type]
    assert len(talk.history) == len(recorded.turns) == 6
    assert recorded.turns[-1].erased


def test_the_conversation_can_begin_anywhere_on_any_channel() -> None:
    at = "near place=volterra-pi topic=violence_self"
    done = bussola("chat", *FIXED, "--channel", "whatsapp", "--locale", "en", "--at", at, content=ROOT)
    assert "9 Urgent numbers · 0 Close · 8 Home" in done.stdout
    assert "Never checked by phone" in done.stdout


def test_files_with_no_problem_pass_in_silence() -> None:
    """The smallest network; `tests/checks` holds the shipped files to the same checks."""
    done = bussola("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_wrong_file_is_refused_with_every_place_and_nothing_is_half_loaded(copy: Path) -> None:
    file = copy / "services_directory.yaml"
    text = file.read_text(encoding="utf-8").replace('printed: "050 561628"', 'printed: "050 561629"')
    file.write_text(text.replace('value: "0587273111"', 'value: "0587273"'), encoding="utf-8")
    checked, served = bussola("check", content=copy), bussola("chat", content=copy, typed="ciao\n")
    assert checked.returncode == served.returncode == 1
    assert len([line for line in checked.stdout.splitlines() if line.startswith("services_directory.yaml:")]) >= 2
    assert "Consiglio:" in checked.stdout
    assert served.stdout == ""
    assert "services_directory.yaml:" in served.stderr


def renamed(copy: Path, old: str, new: str, *names: str) -> None:
    """`new` instead of `old` in these files."""
    for name in names:
        file = copy / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_what_is_new_is_published_once_and_keeps_its_code(copy: Path) -> None:
    lock = copy / "flows" / "published.lock"
    before = lock.read_text(encoding="utf-8")
    texts = [f"locales/{language}/messages.ftl" for language in ("it", "en")]
    renamed(copy, "seeks-person", "looks-for-person", "flows/flow.yaml", *texts)
    redirects = copy / "flows" / "redirects.yaml"
    kept = redirects.read_text(encoding="utf-8")
    redirects.write_text(kept.replace("nodes: {", "nodes: {seeks-person: looks-for-person, ", 1), encoding="utf-8")
    assert "looks-for-person" in bussola("check", content=copy).stdout
    assert bussola("publish", content=copy).stdout == "Codici nuovi: 1.\n"
    after = lock.read_text(encoding="utf-8")
    assert set(before.splitlines()) < set(after.splitlines())
    assert bussola("translated", "en", content=copy).stdout == "Segnati: 2.\n"
    assert bussola("check", content=copy).stdout == ""


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("services_directory.yaml", "id: eunice", "id: eunise", "Forse è «eunice»"),
        ("flows/flow.yaml", "\n  seeks-person:\n", "\n  orphan: {}\n  seeks-person:\n", "G01"),
    ],
)
def test_a_slip_is_told_before_anybody_is_asked_to_publish_it_and_gets_no_code(
    copy: Path, file: str, old: str, new: str, told: str
) -> None:
    lock = copy / "flows" / "published.lock"
    before = lock.read_text(encoding="utf-8")
    assert old in (copy / file).read_text(encoding="utf-8")
    renamed(copy, old, new, file)
    assert told in bussola("check", content=copy).stdout
    assert bussola("publish", content=copy).returncode == 1
    assert lock.read_text(encoding="utf-8") == before


def test_a_folder_without_content_is_said_to_be_one(tmp_path: Path) -> None:
    done = bussola("chat", content=tmp_path)
    assert done.returncode == 1
    assert "CONTENT" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_written_is_named() -> None:
    done = bussola("chat", *FIXED, "--record", "/nonexistent/x.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "/nonexistent/x.yaml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("at", ["near", "near place=pisa-pi", "near place=pisa-pi topic=work page=99", "home page=abc"])
def test_a_beginning_that_cannot_be_shown_is_told_and_not_replaced(at: str) -> None:
    done = bussola("chat", *FIXED, "--at", at)
    assert (done.returncode, done.stdout) == (2, "")
    assert at in done.stderr


def test_where_nothing_can_be_written_it_says_so() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*BUSSOLA, "about"], stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False
        )
    assert (done.returncode, "None" in done.stderr) == (1, False)
    assert done.stderr.startswith("Non si riesce a scrivere")


def test_a_conversation_that_could_not_be_kept_is_refused_before_it_begins(tmp_path: Path) -> None:
    done = bussola("chat", "--record", str(tmp_path / "manca" / "x.yaml"), typed="ciao\n")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "cartella" in done.stderr
