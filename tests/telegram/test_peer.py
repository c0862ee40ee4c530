# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Against a Bot API server that others wrote: by polling and by webhook, from the first message to an empty chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.content.bundle import Bundle
from tests.telegram.peer_world import Front, Service, service
from tests.telegram.walks import walk_all
from tests.telegram.world import SECRET

pytestmark = pytest.mark.anyio

WHO = 1_000_001


@pytest.fixture(params=["polling", "webhook"])
async def served(bundle: Bundle, peer: Front, request: pytest.FixtureRequest) -> AsyncIterator[Service]:
    async with service(bundle, peer, webhook=request.param == "webhook") as running:
        yield running


async def chat(served: Service) -> list[dict[str, Any]]:
    await served.settled()
    found: list[dict[str, Any]] = await served.front.person("chat", chat=WHO)
    return found


async def panel(served: Service) -> dict[str, Any]:
    (message,) = await chat(served)
    assert message["ours"]
    return message


async def tap(served: Service, label: str) -> None:
    shown = await panel(served)
    data = next(key["callback_data"] for row in shown["rows"] for key in row if key["text"] == label)
    await served.front.person("tap", chat=WHO, message=shown["id"], data=data)


async def test_from_start_to_an_empty_chat(served: Service) -> None:
    await served.front.person("write", chat=WHO, text="/start")
    first = await panel(served)
    await tap(served, "Per me")
    tapped = await panel(served)
    assert tapped["id"] == first["id"]
    assert tapped["text"] != first["text"]
    await served.front.person("write", chat=WHO, text="privacy")
    below = await panel(served)
    assert below["id"] > first["id"]
    assert below["text"].startswith("Come funziona")
    await tap(served, "Chiudi")
    assert await chat(served) == []


@pytest.mark.parametrize("words", ["/esci", "/exit", "..."])
async def test_words_that_leave(served: Service, words: str) -> None:
    await served.front.person("write", chat=WHO, text="/start")
    await panel(served)
    await served.front.person("write", chat=WHO, text=words)
    assert await chat(served) == []


@pytest.mark.parametrize("idle", [True, False])
async def test_what_is_left_goes_after_ten_minutes_and_on_the_way_out(served: Service, idle: bool) -> None:
    await served.front.person("write", chat=WHO, text="/start")
    await panel(served)
    await served.wipe(idle=idle)
    assert await chat(served) == []


async def test_a_panel_of_three_days_is_written_over(served: Service) -> None:
    await served.front.person("write", chat=WHO, text="/start")
    shown = await panel(served)
    await served.front.person("age", chat=WHO, message=shown["id"], seconds=3 * 24 * 3600)
    await tap(served, "Per me")
    assert (await panel(served))["id"] == shown["id"]
    await tap(served, "Chiudi")
    left = await panel(served)
    assert left["text"].startswith("Va bene, grazie.")
    assert left["rows"] == []


async def test_a_late_message_goes_unanswered(served: Service) -> None:
    await served.front.person("write", chat=WHO, text="/start", ago=121)
    assert await chat(served) == []
    assert "sendMessage" not in (await served.front.person("state"))["calls"]


async def test_a_voice_note_and_a_position_are_answered_and_go(served: Service) -> None:
    await served.front.person("write", chat=WHO, fields={"voice": {"file_id": "x", "duration": 1}})
    assert "112" in (await panel(served))["text"]
    await served.front.person("write", chat=WHO, fields={"location": {"latitude": 43.7159, "longitude": 10.4018}})
    assert "Pisa" in (await panel(served))["text"]


async def test_a_wrong_secret_is_refused_by_the_server_itself(bundle: Bundle, peer: Front) -> None:
    async with service(bundle, peer, webhook=True) as served, httpx.AsyncClient() as http:
        for secret in ({}, {"x-telegram-bot-api-secret-token": SECRET[:-1]}):
            answer = await http.post(served.webhook, headers=secret, content=b"{}")
            assert (answer.status_code, answer.content) == (403, b"")
        fine = await http.post(served.webhook, headers={"x-telegram-bot-api-secret-token": SECRET}, content=b"{}")
        assert fine.status_code == 200


@pytest.mark.parametrize("webhook", [False, True])
async def test_random_walks_end_with_an_empty_chat(bundle: Bundle, webhook: bool) -> None:
    report = await walk_all(bundle, walks=30, webhook=webhook, seed=1)
    assert report.left_standing == []
    assert report.ended == 30
