# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The webhook: who may call it, and what it says to them."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.log import Code
from tests.telegram.world import SECRET, World

pytestmark = pytest.mark.anyio

HEADER = "x-telegram-bot-api-secret-token"


@pytest.mark.parametrize("shown", ["", "wrong", SECRET.upper(), SECRET[:-1], SECRET + "x", "\ud800"])
async def test_whoever_does_not_know_the_secret_is_refused_before_the_body_is_looked_at(
    world: World, shown: str
) -> None:
    reply = await world.bot.handle({HEADER: shown}, b"\xff not even text")
    assert (reply.status, reply.body) == (403, b"")
    assert world.fake.calls == []
    assert world.notes.codes == [Code.REQUEST_REFUSED]


async def test_without_the_header_nothing_is_served(world: World) -> None:
    assert (await world.bot.handle({}, b"{}")).status == 403


async def test_a_bot_without_a_secret_serves_no_call(world: World) -> None:
    world.bot._secret = ""
    assert (await world.bot.handle({HEADER: ""}, b"{}")).status == 403


@pytest.mark.parametrize(
    "body",
    [b"", b"\xff", b"{", b"[]", b"null", b"1" * 5000, b"[" * 100_000, b'{"message": NaN}', b'{"update_id": 1e400}',
     b'{"update_id": 1, "message": {"text": "\\ud800"}}'],
)
async def test_to_telegram_the_answer_is_always_200(world: World, body: bytes) -> None:
    assert (await world.bot.handle({HEADER: SECRET}, body)).status == 200


async def test_many_calls_that_are_not_telegrams_are_one_line(world: World) -> None:
    for _ in range(100):
        await world.bot.handle({HEADER: "wrong"}, b"{}")
    assert world.notes.codes == [Code.REQUEST_REFUSED]


async def test_a_tap_after_half_a_minute_without_telegram_changes_nothing_nor_does_the_next(world: World) -> None:
    someone = world.somebody()
    await someone.write("/start")
    world.bot.wire.contact -= 31
    for _ in range(2):
        await someone.tap("Per me")
    assert list(world.fake.taps.values()) == [True, True]
    assert world.fake.made("editMessageText") == []
    await someone.tap("Chiudi")
    assert someone.chat == []


async def test_half_a_letter_in_a_message_is_served_like_any_other(world: World) -> None:
    someone = world.somebody()
    await someone.write("\ud83d aiuto")
    assert someone.panel.ours


async def test_starting_tells_telegram_where_to_call_and_drops_nothing(world: World) -> None:
    await world.bot.start()
    while not world.fake.made("setWebhook"):  # noqa: ASYNC110 - a call that was made rings no bell
        await asyncio.sleep(0.01)
    (call,) = world.fake.made("setWebhook")
    assert call.parameters["url"] == "https://example.org/telegram"
    assert json.loads(json.dumps(call.parameters["allowed_updates"])) == ["message", "callback_query", "my_chat_member"]
    await world.bot.stop()
    await world.bot.close()
