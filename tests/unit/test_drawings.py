# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Screens of a minute are drawn once, and never outlive their minute or their bundle."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot import app
from bot.app import Drawings, Visit, answer, drawn
from bot.channels.base import units
from bot.content.bundle import Bundle
from bot.dialogue.events import SharedPosition, Typed
from bot.testing import CHANNELS

NOON = datetime(2026, 11, 23, 12, 0, 40, tzinfo=ZoneInfo("Europe/Rome"))
STATE = "near place=fornacette.calcinaia-pi topic=violence_self"


def state_of(bundle: Bundle, language: str = "it", readable: str = STATE) -> str:
    address = bundle.codec.from_readable(f"{language}:{readable}")
    assert address is not None
    return bundle.codec.encode(address)


def times_drawn(monkeypatch: pytest.MonkeyPatch) -> list[Visit]:
    visits: list[Visit] = []

    def counted(bundle: Bundle, visit: Visit, state: str) -> object:
        visits.append(visit)
        return drawn(bundle, visit, state)

    monkeypatch.setattr(app, "drawn", counted)
    return visits


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", ["it", "en"])
def test_what_was_kept_is_what_would_be_drawn(bundle: Bundle, channel: str, language: str) -> None:
    draw, visit, state = Drawings(), Visit(CHANNELS[channel], NOON), state_of(bundle, language)
    assert draw(bundle, visit, state) == drawn(bundle, visit, state)
    assert draw(bundle, visit, state) is draw(bundle, visit, state)


def test_channels_and_addresses_are_kept_apart(bundle: Bundle) -> None:
    draw, state = Drawings(), state_of(bundle)
    for channel in CHANNELS.values():
        for shown in (state, state_of(bundle, "en"), state_of(bundle, readable="home")):
            visit = Visit(channel, NOON)
            assert draw(bundle, visit, shown) == drawn(bundle, visit, shown)


def test_the_next_minute_is_drawn_anew(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    visits, draw, state = times_drawn(monkeypatch), Drawings(), state_of(bundle)
    for seconds in (0, 10, 19, 20, 79):
        draw(bundle, Visit(CHANNELS["whatsapp"], NOON + timedelta(seconds=seconds)), state)
    assert [visit.now for visit in visits] == [NOON.replace(second=0), NOON.replace(minute=1, second=0)]


def test_another_bundle_is_drawn_anew(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    visits, draw, state = times_drawn(monkeypatch), Drawings(), state_of(bundle)
    for loaded in (bundle, replace(bundle, fingerprint="another")):
        draw(loaded, Visit(CHANNELS["whatsapp"], NOON), state)
    assert len(visits) == 2


def test_no_more_is_kept_than_may_be(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "DRAWINGS", 1)
    draw = Drawings()
    for readable in ("home", "emergency", "privacy"):
        assert draw(bundle, Visit(CHANNELS["whatsapp"], NOON), state_of(bundle, readable=readable)).text
    assert len(draw._drawn) == 1


@pytest.mark.parametrize(("channel", "said"), [("whatsapp", True), ("telegram", False)])
@pytest.mark.parametrize("state", ["", "near topic=violence_self place=lari.casciana-terme-lari-pi"])
def test_where_a_position_stays_in_the_chat_it_is_said(bundle: Bundle, channel: str, said: bool, state: str) -> None:
    visit = Visit(CHANNELS[channel], NOON)
    known = state_of(bundle, readable=state) if state else ""
    answered = answer(bundle, visit, known, SharedPosition(43.7167, 10.4017), Drawings())
    assert ("La posizione resta nella chat" in answered.outgoing.text) is said
    assert units(answered.outgoing.text) <= CHANNELS[channel].limits.composed
    assert "La posizione" not in answer(bundle, visit, answered.state, Typed("8"), Drawings()).outgoing.text
