# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Any text, of any length, in any script, at any point of the shipped conversation: a safe screen, never an echo."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot import app, emergency
from bot.checks.run import load_checked
from bot.content.bundle import Bundle
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Typed, Unsupported
from bot.testing import CHANNELS, Conversation

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))
STRANGE = (
    "\u202eon\u0000\u200b{{7*7}} %s %n ${jndi}",
    "<script>alert(1)</script> '; DROP TABLE x; --",
    "🙂" * 10_000,
    "ﷺ" * 3_000,
    "a\u0300" * 5_000,
    "\ud800 solo",
    "١١٢ 𝟙𝟙𝟚 １１２",
    " \t\n\r ",
    "di " * 20_000,
)


@lru_cache
def shipped() -> Bundle:
    return load_checked(ROOT, NOW.date())


def talk(channel: str, language: str = "it") -> Conversation:
    return Conversation(shipped(), CHANNELS[channel], NOW, language)


events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Typed, st.text(max_size=300)),
    st.builds(Tapped, st.text(max_size=70)),
    st.builds(Started, st.text(max_size=70)),
    st.builds(SharedPosition, st.floats(), st.floats()),
    st.builds(Unsupported, st.sampled_from(["voice", "picture", "sticker", "contact", ""])),
)


@given(st.lists(events, min_size=1, max_size=6), st.sampled_from(["it", "en"]), st.sampled_from(list(CHANNELS)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_story_is_answered_within_the_limits_of_its_channel(
    story: list[Event], language: str, channel: str
) -> None:
    conversation = talk(channel, language)
    for event in story:
        conversation.do(event)
    assert len(conversation.history) == len(story)


@pytest.mark.parametrize("text", STRANGE)
@pytest.mark.parametrize("channel", CHANNELS)
def test_strange_texts_are_answered_too(text: str, channel: str) -> None:
    conversation = talk(channel)
    answers = [conversation.write(text) for _ in range(3)]
    assert all(answered.outgoing.keys for answered in answers)


@given(st.text(alphabet="bcdfghjkqwxyz0345678", min_size=12, max_size=40))
@example("qwkxz0345678zzkk")
@settings(max_examples=150)
def test_nothing_that_was_typed_is_ever_shown_again(canary: str) -> None:
    conversation = talk("whatsapp")
    first = conversation.write(f"mio marito mi picchia {canary}").outgoing.text
    shown = first + conversation.write(canary).outgoing.text
    assert not [canary[i : i + 6] for i in range(len(canary) - 5) if canary[i : i + 6] in shown]


def test_a_turn_that_breaks_ends_in_the_emergency_card(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("mio marito")

    monkeypatch.setattr(app, "compose", broken)
    answered = app.answer(shipped(), app.Visit(CHANNELS["telegram"], NOW, "it"), "", Typed("mio marito"))
    assert answered.failed
    assert answered.outgoing.text == emergency.CARDS["it"]
