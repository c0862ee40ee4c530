# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How the server begins, reloads and ends: real processes, real signals."""

from __future__ import annotations

import http.client
import re
import shutil
import signal
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

import pytest

from bot.ops.service import STOP_SECONDS
from tests.ports import free_port
from tests.web.serving import PATIENCE, ROOT, Serving, call, serving, settings, wait_until

SUPERVISED = 3 * STOP_SECONDS
"""Seconds that a supervisor waits for the end."""


def half_sent(server: Serving) -> tuple[http.client.HTTPConnection, bytes]:
    """A call that the server has begun to read: the rest is still to be sent."""
    body, headers = call("aiuto")
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    connection.putrequest("POST", "/whatsapp")
    for name, value in {**headers, "Content-Length": str(len(body))}.items():
        connection.putheader(name, value)
    connection.endheaders(body[:-5])
    wait_until(server.has_read)
    return connection, body[-5:]


def copied(folder: Path) -> Path:
    """The shipped files, for a test that changes them."""
    for name in ("flows", "locales", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "services_directory.yaml", folder)
    return folder


@pytest.mark.parametrize(("number", "times"), [(signal.SIGTERM, 1), (signal.SIGTERM, 2), (signal.SIGINT, 2)])
def test_what_has_begun_is_answered_before_the_end(tmp_path: Path, number: int, times: int) -> None:
    with serving(tmp_path) as server:
        connection, rest = half_sent(server)
        for _ in range(times):
            server.signal(number)
            time.sleep(0.05)
        wait_until(lambda: "H02" in server.codes())
        connection.send(rest)
        response = connection.getresponse()
        assert response.status == 200
        assert b"112" in response.read()
        connection.close()
        assert server.ended() == 0
        assert [code for code in server.codes() if code.startswith("H")] == ["H01", "H02", "H03"]


def test_signals_that_go_on_until_it_is_gone_change_nothing(tmp_path: Path) -> None:
    numbers = cycle([signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
    with serving(tmp_path) as server:

        def ended() -> bool:
            server.signal(next(numbers))
            return server.process.poll() is not None

        wait_until(ended, pause=0.001)
        assert server.ended() == 0
        assert [code for code in server.codes() if code.startswith("H")] == ["H01", "H02", "H03"]


def test_a_caller_who_never_finishes_does_not_keep_the_server_alive(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        connection, _ = half_sent(server)
        begun = time.monotonic()
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert time.monotonic() - begun < SUPERVISED
        connection.close()


def test_many_hang_ups_are_a_reload_or_two_and_nothing_else(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        for _ in range(200):
            server.signal(signal.SIGHUP)
            time.sleep(0.002)
        meanwhile = server.codes().count("B01")
        wait_until(lambda: server.codes().count("B01") > 1)
        assert server.say("aiuto").status == 200
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
        assert 2 <= server.codes().count("B01") <= meanwhile + 2


def test_after_a_kill_it_begins_again_on_the_same_port(tmp_path: Path) -> None:
    port = free_port()
    for _ in range(2):
        with serving(tmp_path, BIND=f"127.0.0.1:{port}") as server:
            server.port = port
            assert server.say("aiuto").status == 200


def test_an_edit_is_served_without_a_restart_and_a_bad_one_changes_nothing(tmp_path: Path) -> None:
    content = copied(tmp_path)
    words = content / "locales" / "it" / "messages.ftl"
    before = words.read_text(encoding="utf-8")
    with serving(tmp_path, CONTENT=str(content)) as server:
        first = server.health()["bundle"]["fingerprint"]
        words.write_text(before[: len(before) // 2], encoding="utf-8")
        wait_until(lambda: server.health()["reload"]["result"] == "refused")
        assert server.health()["reload"]["problems"] > 0
        assert server.health()["bundle"]["fingerprint"] == first
        assert server.health()["mode"] == "normal"
        words.write_text(before + "\n# Una riga in più.\n", encoding="utf-8")
        wait_until(lambda: server.health()["bundle"]["fingerprint"] != first)
        assert server.say("aiuto").status == 200


def test_without_files_it_answers_with_the_card_and_takes_them_when_they_come(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    with serving(tmp_path, CONTENT=str(content)) as server:
        answered = server.say("ciao")
        assert answered.status == 200
        assert b"112" in answered.body
        found = server.ask("GET", "/health")
        assert found.status == 200
        assert b'"mode":"emergency"' in found.body
        copied(content)
        wait_until(lambda: server.health()["mode"] == "normal")


def refused(tmp_path: Path, **environment: str) -> tuple[int, str]:
    """The exit status of a server that cannot begin, and what it says."""
    command = [sys.executable, "-P", "-m", "bot", "serve"]
    given = settings(free_port(), **environment)
    done = subprocess.run(command, cwd=tmp_path, env=given, capture_output=True, timeout=PATIENCE, check=False)
    return done.returncode, done.stderr.decode()


NONE = {"TWILIO_ACCOUNT_SID": "", "TWILIO_AUTH_TOKEN": "", "WHATSAPP_SENDER": "", "PUBLIC_URL": ""}


def test_without_a_channel_it_says_what_to_set_and_offers_the_terminal(tmp_path: Path) -> None:
    status, said = refused(tmp_path, **NONE)
    assert status == 2
    assert "TELEGRAM_TOKEN" in said
    assert "bussola chat" in said


def test_a_port_in_use_is_said_so(server: Serving, tmp_path: Path) -> None:
    status, said = refused(tmp_path, BIND=f"127.0.0.1:{server.port}")
    assert status == 2
    assert said.startswith("BIND")


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0?foo=bar", "redis://u:p@:x/y", "sqlite:/nowhere/x"])
def test_an_address_of_sessions_that_can_never_work_is_a_setting_that_is_wrong(url: str, tmp_path: Path) -> None:
    status, said = refused(tmp_path, SESSIONS=url, SECRET="kW3vR8pTz1nYc6QmX4bJfL0sHd9GuE7a")  # noqa: S106 - invented
    assert status == 2
    assert "SESSIONS" in said
    assert len(said.splitlines()) == 1


def test_one_who_asks_telegram_cannot_be_many(tmp_path: Path) -> None:
    several = {"WORKERS": "2", "SESSIONS": "sqlite:/dev/shm/not-made.db", "SECRET": "kW3vR8pTz1nYc6QmX4bJfL0sHd9GuE7a"}
    status, said = refused(tmp_path, **NONE, TELEGRAM_TOKEN="1000001:" + "a" * 35, **several)
    assert status == 2
    assert "WORKERS" in said


def test_what_it_logs_is_codes_alone(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.say("parole di una persona")
        server.ask("GET", "/nowhere?with=words")
        server.signal(signal.SIGTERM)
        assert server.ended() == 0
    line = re.compile(r'\{"at": "[-0-9T:]+Z", "code": "[A-Z][0-9]{2}", "n": \{("[a-z_]+": [0-9]{1,5}(, )?)*\}\}')
    assert [found for found in server.logged.read_text().splitlines() if not line.fullmatch(found)] == []
