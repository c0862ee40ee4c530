# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen as it is drawn, kept as text: a change of words or contacts shows in review as what people will read.

`pytest tests/golden --update` writes the files anew.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channels.base import Channel
from bot.channels.terminal.talk import drawn
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.screens.compose import compose
from bot.screens.screen import Scene
from bot.testing import CHANNELS

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))
FILLED = {
    "place": "fornacette.calcinaia-pi",
    "topic": "violence_self",
    "service": "casa-della-donna",
    "choice": "montecatini",
}


def screens(bundle: Bundle, language: str, channel: Channel) -> str:
    """All nodes with every slot filled that they carry, and those that make sense without, once more empty."""
    found: list[str] = []
    for node in bundle.flow.nodes.values():
        full = bundle.world.settle(Address.at(language, node.id, **FILLED))
        bare = bundle.world.settle(Address(language, node.id))
        shown = [address for address in dict.fromkeys((full, bare)) if address.node == node.id]
        found += [_drawn(bundle, address, channel) for address in shown]
    return "\n\n".join(found) + "\n"


def _drawn(bundle: Bundle, address: Address, channel: Channel) -> str:
    screen = compose(bundle, address, Scene(NOW, channel.name, channel.limits.choices))
    title = bundle.codec.readable(address)
    return f"=== {title}\n{drawn(channel.render(screen, bundle.codec.encode))}"


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", ["it", "en"])
def test_every_screen_is_drawn_as_it_was_approved(
    bundle: Bundle, language: str, channel: str, request: pytest.FixtureRequest
) -> None:
    file = Path(__file__).with_name(f"{language}-{channel}.txt")
    now = screens(bundle, language, CHANNELS[channel])
    if request.config.getoption("--update"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


def test_there_is_a_golden_file_for_every_language(bundle: Bundle) -> None:
    here = {path.stem for path in Path(__file__).parent.glob("*.txt")}
    assert here == {f"{language}-{channel}" for language in bundle.locales for channel in CHANNELS}
