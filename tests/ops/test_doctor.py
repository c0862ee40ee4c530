# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The doctor refuses what is unsafe, tells what is missing, and shows no secret."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import emergency
from bot.content.bundle import Bundle
from bot.content.locale_file import SignatureFile
from bot.content.signing import CARD, digests
from bot.directory.model import Verified
from bot.ops import doctor, going_live, host
from bot.ops.hardening import Protection
from tests.conftest import TODAY
from tests.ops.leaks import ROOT
from tests.ops.spoiling import weights
from tests.ops.test_settings import SECRET, TOKEN

SAFE = Protection(overwrites=True, no_cores=True, closed=True)


def bussola_doctor(folder: Path, content: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name.startswith(("PATH", "HOME", "LANG"))}
    given = {**bare, "PYTHONPATH": str(ROOT), "CONTENT": str(content), **environment}
    command = [sys.executable, "-m", "bot", "doctor"]
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)


def test_the_shipped_content_may_not_go_live_and_the_doctor_says_what_it_lacks(tmp_path: Path) -> None:
    done = bussola_doctor(tmp_path)
    assert done.returncode == 1
    assert "Titolare del trattamento: non indicato" in done.stdout
    assert "Contatto per la privacy: non indicato" in done.stdout
    assert [word for word in ("controller", "privacy_contact", "signed", "show: verified", "TELEGRAM_TOKEN")
            if word not in done.stdout] == []  # fmt: skip
    assert "Non è sicuro" not in done.stdout
    assert done.stderr == ""


def test_the_doctor_shows_no_secret(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\nSECRET={SECRET}\n")
    (tmp_path / ".env").chmod(0o644)
    right = bussola_doctor(tmp_path, SESSIONS="redis://:hidden@127.0.0.1:1/0")
    wrong = bussola_doctor(tmp_path, SECRET="hidden", TWILIO_AUTH_TOKEN="hidden")  # noqa: S106 - it must not be shown
    said = right.stdout + right.stderr + wrong.stdout + wrong.stderr
    assert "chmod 600 .env" in right.stdout
    assert "SECRET è troppo corto" in wrong.stdout
    assert [value for value in (TOKEN, SECRET, "hidden") if value in said] == []


def test_content_that_others_may_change_is_unsafe(copy: Path) -> None:
    assert list(host.content_files(copy)) == []
    (copy / "locales" / "it" / "messages.ftl").chmod(0o666)
    (found,) = host.content_files(copy)
    assert found.weight == "unsafe"
    assert "content/locales/it/messages.ftl" in found.said


@pytest.mark.parametrize("option", ["-v", "-d", "-Xdev", "-Xfaulthandler", "-Xtracemalloc=5", "-Ximporttime"])
def test_every_way_of_debugging_on_the_command_line_is_unsafe(option: str) -> None:
    program = (
        "from bot.ops import host, hardening\n"
        "print([found.weight for found in host.process({}, hardening.Protection(True, True, True))])"
    )
    done = subprocess.run([sys.executable, option, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "unsafe" in done.stdout


def test_broken_content_is_unsafe_and_the_rest_is_told_all_the_same(copy: Path, tmp_path: Path) -> None:
    (copy / "services_directory.yaml").write_text("schema: '1'\n")
    done = bussola_doctor(tmp_path, content=copy)
    assert done.returncode == 1
    assert "bussola check" in done.stdout
    assert "Nessun canale" in done.stdout


@pytest.mark.parametrize("name", [*host.DEBUG_VARIABLES, "SSLKEYLOGFILE"])
def test_every_way_of_debugging_is_unsafe(name: str) -> None:
    assert "unsafe" not in weights(list(host.process({}, SAFE)))
    assert "unsafe" not in weights(list(host.process({name: ""}, SAFE)))
    assert "unsafe" in weights(list(host.process({name: "1"}, SAFE)))


def test_a_process_that_may_dump_core_is_unsafe() -> None:
    assert "unsafe" in weights(list(host.process({}, replace(SAFE, no_cores=False))))
    assert any("memoria" in finding.said for finding in host.process({}, replace(SAFE, closed=False)))


def test_swap_is_a_warning_also_where_it_cannot_be_known(tmp_path: Path) -> None:
    heading = "Filename Type Size Used Priority\n"
    (tmp_path / "off").write_text(heading)
    (tmp_path / "on").write_text(heading + "/dev/sda2 partition 1 0 -2\n")
    files = {name: tmp_path / name for name in ("off", "on", "no")}
    said = {name: [one.said for one in host.machine(file) if "swap" in one.said] for name, file in files.items()}
    assert said["off"] == []
    assert "acceso" in said["on"][0]
    assert "Non si sa" in said["no"][0]


def test_a_memory_disk_is_told_from_a_real_one(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:5 / /run rw shared:1 - tmpfs tmpfs rw\n"
        "3 2 8:2 / /run/real\\040disk rw - xfs /dev/sdb rw\n"
    )
    asked = ("/x", "/run/x/y", "/run/real disk/x", "/running/x")
    on = {name: host.on_memory_disk(Path(name), mounts) for name in asked}
    assert on == {"/x": False, "/run/x/y": True, "/run/real disk/x": False, "/running/x": False}
    assert host.on_memory_disk(Path("/x"), tmp_path / "absent") is None


def test_a_store_that_stays_on_disk_is_unsafe(tmp_path: Path) -> None:
    on_disk = bussola_doctor(tmp_path, SESSIONS="sqlite:/bussola-sessions", SECRET=SECRET)
    in_memory = bussola_doctor(tmp_path, SESSIONS="sqlite:/dev/shm/bussola-sessions", SECRET=SECRET)
    assert "resterebbe anche dopo" in on_disk.stdout
    assert "resterebbe anche dopo" not in in_memory.stdout


@pytest.mark.parametrize(("writes", "weight"), [(True, {"unsafe"}), (False, set()), (None, {"warning"})])
def test_a_redis_that_keeps_what_it_is_given_is_unsafe(writes: bool | None, weight: set[str]) -> None:
    assert weights(list(doctor._redis(writes))) == weight


def test_a_redis_that_is_not_there_is_not_known(tmp_path: Path) -> None:
    done = bussola_doctor(tmp_path, SESSIONS="redis://127.0.0.1:1/0", SECRET=SECRET)
    assert "Redis non dice" in done.stdout


def ready(bundle: Bundle) -> Bundle:
    """The shipped content as if everything had been done that the doctor asks for."""
    known = bundle.directory.network
    network = replace(known, controller="Ente", privacy_contact="ufficio@example.org", show="verified")
    service = bundle.directory.services["112"]
    contact = replace(service.contacts[0], verified=Verified(TODAY, "call", "Ente"))
    services = {**bundle.directory.services, "112": replace(service, contacts=(contact,))}
    directory = replace(bundle.directory, network=network, services=services)
    italian = bundle.locales["it"]
    messages = dict(digests(italian))
    file = italian.file.model_copy(update={"signed": [SignatureFile(by="Ente", on="2026-11-20", messages=messages)]})
    return replace(bundle, directory=directory, locales={**bundle.locales, "it": replace(italian, file=file)})


def test_content_that_has_everything_may_go_live(bundle: Bundle) -> None:
    assert list(going_live.findings(ready(bundle))) == []
    assert going_live.signed(ready(bundle)) == ["it"]


Spoil = Callable[[Bundle], Bundle]


def in_network(**changed: Any) -> Spoil:  # noqa: ANN401 - the fields of a network have many types
    def spoil(bundle: Bundle) -> Bundle:
        network = replace(bundle.directory.network, **changed)
        return replace(bundle, directory=replace(bundle.directory, network=network))

    return spoil


def another_word(bundle: Bundle) -> Bundle:
    """A message that was signed and has other words now."""
    italian = bundle.locales["it"]
    messages = {**italian.catalogue.messages}
    messages["exit"] = replace(messages["exit"], digest="another")
    changed = replace(italian, catalogue=replace(italian.catalogue, messages=messages))
    return replace(bundle, locales={**bundle.locales, "it": changed})


def unsigned_card(bundle: Bundle) -> Bundle:
    """Everything is signed but the card of the urgent numbers."""
    italian = bundle.locales["it"]
    (signature,) = italian.file.signed
    rest = {key: digest for key, digest in signature.messages.items() if key != CARD}
    file = italian.file.model_copy(update={"signed": [signature.model_copy(update={"messages": rest})]})
    return replace(bundle, locales={**bundle.locales, "it": replace(italian, file=file)})


@pytest.mark.parametrize(
    ("spoil", "weight", "word"),
    [
        (in_network(controller=""), "missing", "controller"),
        (in_network(privacy_contact=""), "missing", "privacy_contact"),
        (in_network(show="sourced"), "missing", "sourced"),
        (in_network(emergency=("112", "1522")), "unsafe", "emergency.py"),
        (another_word, "missing", "firmato"),
        (unsigned_card, "missing", "firmato"),
    ],
)
def test_one_thing_that_lacks_is_one_finding(bundle: Bundle, spoil: Spoil, weight: str, word: str) -> None:
    (found,) = going_live.findings(spoil(ready(bundle)))
    assert found.weight == weight
    assert word in str(found)


def test_urgent_numbers_that_no_active_service_gives_free_of_charge_are_unsafe(bundle: Bundle) -> None:
    good = ready(bundle)
    hidden = {number: replace(good.directory.services[number], status="hidden") for number in emergency.NUMBERS[1:2]}
    directory = replace(good.directory, services={**good.directory.services, **hidden})
    (found,) = going_live.findings(replace(good, directory=directory))
    assert found.weight == "unsafe"
