# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Conversations as authors write them, played under the limits of both channels."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.bundle import Bundle
from bot.testing import CHANNELS, play, read_transcript

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [(path, channel) for path in TRANSCRIPTS for channel in read_transcript(path).channels]


@pytest.mark.parametrize(("path", "channel"), CASES, ids=[f"{path.stem}-{channel}" for path, channel in CASES])
def test_the_conversation_goes_as_it_is_written(bundle: Bundle, path: Path, channel: str) -> None:
    talk = play(bundle, read_transcript(path), CHANNELS[channel])
    assert len(talk.history) == len(read_transcript(path).turns)


def test_there_are_transcripts_of_every_kind() -> None:
    kinds = {read_transcript(path).kind for path in TRANSCRIPTS}
    assert kinds == {"happy", "exit", "urgent", "unsure", "correction", "digression", "stale", "wrong-input"}
