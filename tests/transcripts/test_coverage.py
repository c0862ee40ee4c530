# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The conversations of this folder together go through every node and every route of the flow."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.bundle import Bundle
from bot.testing import CHANNELS, play, read_transcript
from tests.transcripts.routes import Taken, all_nodes, all_routes

HERE = Path(__file__).parent
FEWEST = 80


@pytest.fixture(scope="module")
def taken(bundle: Bundle) -> Taken:
    found = Taken(bundle)
    for path in sorted(HERE.glob("*.yaml")):
        transcript = read_transcript(path)
        for channel in transcript.channels:
            found.follow(play(bundle, transcript, CHANNELS[channel]))
    return found


def test_every_node_is_met_by_a_conversation(bundle: Bundle, taken: Taken) -> None:
    missing = [f"{where} {node}" for node, where in all_nodes(bundle).items() if node not in taken.nodes]
    assert not missing, "\n".join(["mai incontrati:", *missing])


def test_every_route_is_taken_by_a_conversation(bundle: Bundle, taken: Taken) -> None:
    missing = [f"{where} {' '.join(name)}" for name, where in all_routes(bundle).items() if name not in taken.routes]
    assert not missing, "\n".join([f"mai percorse, {len(missing)} di {len(all_routes(bundle))}:", *missing])


def test_there_are_enough_conversations_each_under_the_name_of_its_kind() -> None:
    kinds = {path.stem: read_transcript(path).kind for path in HERE.glob("*.yaml")}
    assert len(kinds) >= FEWEST
    others = {name: kind for name, kind in kinds.items() if not name.startswith(kind)}
    assert {(name.partition("-")[0], kind) for name, kind in others.items()} == {("outside", "happy")}
