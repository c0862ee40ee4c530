# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 10 in words: what somebody says of themselves at last counts more than the question that they were asked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.content.bundle import Bundle
from bot.testing import CHANNELS, Conversation

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Rome"))
HITS = "picchio mia moglie e voglio smettere, sto a Pisa"
SUFFERS = "mio marito mi picchia, sto a Pisa"


def state_after(bundle: Bundle, *typed: str) -> tuple[str | None, str | None, str]:
    talk = Conversation(bundle, CHANNELS["telegram"], NOW, "it")
    shown = [talk.write(text).outgoing.text for text in typed]
    address = bundle.world.read(talk.state)
    return address.get("topic"), address.get("place"), shown[-1]


def services_of(bundle: Bundle, kind: str) -> list[str]:
    return [service.name for service in bundle.directory.services.values() if service.kind == kind]


@pytest.mark.parametrize("before", [["mio marito mi picchia"], ["sono preoccupata per una amica"], ["aaa"], []])
def test_whoever_says_that_it_is_they_who_hit_is_not_shown_where_those_who_are_hit_go(
    bundle: Bundle, before: list[str]
) -> None:
    topic, place, text = state_after(bundle, *before, HITS)
    assert (topic, place) == ("perpetrator", "pisa-pi")
    assert "1522" not in text
    assert not [name for name in services_of(bundle, "anti_violence_centre") if name in text]


def test_whoever_suffers_is_not_kept_among_those_who_hit(bundle: Bundle) -> None:
    topic, place, text = state_after(bundle, "picchio mia moglie", SUFFERS)
    assert (topic, place) == ("violence_self", "pisa-pi")
    assert not [name for name in services_of(bundle, "mens_centre") if name in text]


def test_a_place_with_other_words_of_the_same_people_keeps_the_topic(bundle: Bundle) -> None:
    topic, place, _ = state_after(bundle, "mio marito mi picchia", "a Pisa, vorrei un avvocato")
    assert (topic, place) == ("violence_self", "pisa-pi")
