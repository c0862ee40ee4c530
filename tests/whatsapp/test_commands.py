# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`bussola whatsapp`: the text for when we are down, and the scrubber by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot import emergency
from bot.channels.base import units
from bot.channels.whatsapp import records
from bot.channels.whatsapp.render import LIMITS, WHATSAPP
from bot.cli import app
from bot.content.bundle import Bundle
from bot.dialogue.events import Typed
from bot.errors import ConfigurationError
from bot.testing import Conversation
from tests.whatsapp import twilio_api as server
from tests.whatsapp.twilio_api import Account, Here, twilio_api
from tests.whatsapp.world import ACCOUNT, PUBLIC, SENDER, TOKEN

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))


def test_what_answers_when_we_are_down_is_the_card_of_the_emergency_screen(bundle: Bundle) -> None:
    printed = CliRunner().invoke(app, ["whatsapp", "fallback"])
    response = ET.fromstring(printed.stdout)  # noqa: S314 - written by our own code
    assert (printed.exit_code, response.tag, [child.tag for child in response]) == (0, "Response", ["Message"])
    said = response[0].text or ""
    assert units(said) <= LIMITS.body
    shown = [Conversation(bundle, WHATSAPP, MONDAY, language).do(Typed("112")) for language in ("it", "en")]
    assert said.split("\n\n") == [
        part for answer in shown for part in answer.outgoing.text.split("\n\n") if part in emergency.BOTH
    ]


def test_what_answers_when_we_are_down_does_not_need_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CONTENT", str(tmp_path))
    assert "112" in CliRunner().invoke(app, ["whatsapp", "fallback"]).stdout


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twilio's settings, in a folder without an .env."""
    monkeypatch.chdir(tmp_path)
    settings = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "WHATSAPP_SENDER": SENDER}
    for name, value in {**settings, "PUBLIC_URL": PUBLIC}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("configured")
def test_by_hand_it_says_how_many_went_and_how_many_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "AT", datetime.now(UTC))
    account = Account()
    for status, ours in (("received", False), ("delivered", True), ("queued", True)):
        account.add(20, status, ours=ours)
    with twilio_api(account) as client:
        port = client._messages._version.domain.twilio.http_client._port
        monkeypatch.setattr(records, "Wire", lambda: Here(port))
        printed = CliRunner().invoke(app, ["whatsapp", "scrub"])
    assert printed.exit_code == 0
    assert printed.stdout.startswith("Messaggi cancellati presso Twilio: 2. Restano: 1.\nIl più vecchio che resta ha ")


@pytest.mark.usefixtures("configured")
@pytest.mark.parametrize(("status", "sentence"), [(401, "copiali di nuovo"), (503, "stato 503"), (0, "stato 0")])
def test_trouble_is_one_sentence(monkeypatch: pytest.MonkeyPatch, status: int, sentence: str) -> None:
    account = Account(troubles=[(status, {})])
    with twilio_api(account) as client:
        port = client._messages._version.domain.twilio.http_client._port
        monkeypatch.setattr(records, "Wire", lambda: Here(port))
        printed = CliRunner().invoke(app, ["whatsapp", "scrub"])
    assert isinstance(printed.exception, ConfigurationError)
    assert sentence in str(printed.exception)
    assert "\n" not in str(printed.exception)


def test_without_settings_it_says_which_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWILIO_ACCOUNT_SID", raising=False)
    printed = CliRunner().invoke(app, ["whatsapp", "scrub"])
    assert "WHATSAPP_SENDER" in str(printed.exception)
