# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever an authentic call holds: 200, TwiML that can be parsed, a screen with a way out, and never an echo."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import quote_plus, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.base import units
from bot.channels.whatsapp.render import LIMITS
from bot.channels.whatsapp.twiml import reply
from bot.checks.run import load_checked
from tests.conftest import TODAY
from tests.whatsapp.world import World, headers_for, said

SHIPPED = load_checked(Path(__file__).parents[2], TODAY)
STRANGE = [
    "a" * 60_000,
    "mio marito " * 5_000,
    "\u202e\u202d\u2066ciao\u2069" * 20,
    "\u200b\u200c\u200d\ufeff\u2060",
    "🙂" * 5_000,
    "👨‍👩‍👧‍👦" * 800,
    "\0",
    "a\0b\x01\x1b[2J",
    "\ufffe\uffff\U0010ffff",
    "</Message></Response><!--",
    "]]>&amp;&#0;<![CDATA[",
    "{{From}} {{7*7}} %s %n ${jndi:x}",
    "'; DROP TABLE x; --",
    "a\u0300" * 3_000,
    "ﷺ" * 3_000,
    "\r\n" * 1_000,
    "=+-@|",
]


@pytest.mark.anyio
@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
async def test_a_strange_text_leads_to_a_screen_with_a_way_out(world: World, text: str) -> None:
    for _ in range(3):
        answer = await world.writes(text) or ""
        assert "\n\n9 " in answer
        assert "0 Chiudi" in answer
        assert units(answer) <= LIMITS.composed


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["🙂" * 10_000, "é" * 30_000, "汉" * 20_000, "مرحبا " * 5_400])
async def test_a_long_text_gets_a_screen_however_it_is_written_and_in_any_alphabet(world: World, text: str) -> None:
    form = world.form(text)
    headers = headers_for(list(form.items()))
    bare = "&".join(f"{name}={quote_plus(value, safe=text)}" for name, value in form.items()).encode()
    for body in (urlencode(form).encode(), bare):
        assert "9 Numeri urgenti" in (said(await world.adapter.handle(headers, body)) or "")


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["a" * 2_500, "perché " * 300 + "</Message>", "x\0\ud800y"])
async def test_any_text_of_ours_would_arrive_as_one_message(text: str) -> None:
    expected = text.replace("\0", "").replace("\ud800", "")
    assert said(reply(text)) == expected


names = st.sampled_from(["Body", "NumMedia", "MediaContentType0", "Latitude", "Longitude", "OptOutType", "ProfileName"])
anything = st.text(max_size=40)
forms = st.dictionaries(names | anything, anything | st.sampled_from(["0", "1", "9", "112", "nan", "1e999", "audio/x"]))


@given(st.lists(forms, min_size=1, max_size=5), st.text(min_size=1, max_size=140))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_any_form_is_answered_with_one_message_or_none(story: list[dict[str, str]], who: str) -> None:
    world = World(SHIPPED)

    async def told() -> None:
        for fields in story:
            ours = {name: fields[name] for name in fields if name not in {"AccountSid", "To", "From"}}
            answer = await world.writes("", **{**ours, "From": who})
            assert answer is None or 0 < units(answer) <= LIMITS.composed

    asyncio.run(told())
    assert world.log.lines == []


@given(st.text(alphabet="bcdfghjkqwxyz0345678", min_size=12, max_size=40))
@settings(max_examples=100)
def test_nothing_that_arrived_is_ever_sent_back(canary: str) -> None:
    world = World(SHIPPED)

    async def told() -> str:
        parts = [canary, f"mi picchia {canary}", f"sto a {canary}"]
        told = [await world.writes(part, ProfileName=canary, Address=canary) or "" for part in parts]
        return "".join(told)

    answers = asyncio.run(told())
    assert not [canary[i : i + 6] for i in range(len(canary) - 5) if canary[i : i + 6] in answers]
