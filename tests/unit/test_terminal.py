# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a typed line means on a terminal, and what is recorded of it."""

from __future__ import annotations

from pathlib import Path

from bot.channels.base import Key, Outgoing
from bot.channels.terminal.record import Recorder
from bot.channels.terminal.talk import drawn, event_of
from bot.dialogue.events import Tapped, Typed
from bot.testing import read_transcript

NUMBERED = Key("Per me", "it.me", 1)
LETTERED = Key("Altro", "it.more", None)
SHOWN = Outgoing("Testo", (NUMBERED, LETTERED), ((NUMBERED,), (LETTERED,)))


def test_only_a_letter_that_is_drawn_is_a_button() -> None:
    assert "[b] Altro" in drawn(SHOWN)
    assert event_of("b\n", SHOWN) == Tapped("it.more")
    assert isinstance(event_of("a\n", SHOWN), Typed)


def test_the_end_of_a_line_is_not_part_of_what_was_typed() -> None:
    event = event_of("sto a Fornacette\n", SHOWN)
    assert isinstance(event, Typed)
    assert event.text == "sto a Fornacette"


def test_whatever_is_typed_the_recording_can_be_read_again(tmp_path: Path) -> None:
    recorder = Recorder("telegram", "it", "2026-11-23T10:00")
    for text in ('con "virgolette" e \\', "\x7f", "a\x85b\u2028c\ufffe", "\u202eal contrario", "è 😀"):
        recorder.note(Typed(text), "home", erased=False)
    (tmp_path / "x.yaml").write_text(recorder.text(), encoding="utf-8")
    assert len(read_transcript(tmp_path / "x.yaml").turns) == 5
