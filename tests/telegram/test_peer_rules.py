# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The peer with its front refuses what Telegram refuses: without these rules an integration test would prove little."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.telegram.fake import TOKEN
from tests.telegram.peer_world import Front

pytestmark = pytest.mark.anyio

ME = 1_000_001
ROW = [{"text": "x", "callback_data": "x"}]


def keys(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"chat_id": ME, "text": "Va bene", "reply_markup": {"inline_keyboard": list(rows)}}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ({"chat_id": ME, "text": " "}, "message text is empty"),
        ({"chat_id": ME, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": ME, "text": "😀" * 2049}, "message is too long"),
        (keys(ROW * 9), "too many buttons in a row"),
        (keys(*[ROW] * 101), "reply markup is too long"),
        (keys([{"text": "", "callback_data": "x"}]), "text buttons are unallowed in the inline keyboard"),
        (keys([{"text": "x"}]), "inline keyboard button must do exactly one thing"),
        (keys([{"text": "x", "callback_data": "è" * 33}]), "BUTTON_DATA_INVALID"),
        (keys([{"text": "x", "copy_text": {"text": ""}}]), "BUTTON_COPY_TEXT_INVALID"),
        ({**keys(), "reply_markup": {"keyboard": [["x"]]}}, "only inline keyboards are expected here"),
    ],
)
async def test_what_a_message_cannot_carry(peer: Front, call: dict[str, Any], words: str) -> None:
    assert await peer.call("sendMessage", **call) == (400, f"Bad Request: {words}")
    sent = await peer.call("sendMessage", chat_id=ME, text="Va bene")
    assert await peer.call("editMessageText", message_id=sent["message_id"], **call) == (400, f"Bad Request: {words}")
    assert len(await peer.person("chat", chat=ME)) == 1


async def test_an_edit_needs_a_message_of_the_bots_that_is_there_and_something_new(peer: Front) -> None:
    await peer.person("write", chat=ME, text="ciao")
    sent = await peer.call("sendMessage", **keys(ROW))
    theirs, ours = await peer.person("chat", chat=ME)
    edit = {"message_id": ours["id"], **keys(ROW)}
    assert (await peer.call("editMessageText", **edit))[1].startswith("Bad Request: message is not modified")
    assert await peer.call("editMessageText", **{**edit, "message_id": theirs["id"]}) == (
        400,
        "Bad Request: message can't be edited",
    )
    assert await peer.call("editMessageText", **{**edit, "message_id": 999}) == (
        400,
        "Bad Request: message to edit not found",
    )
    assert (await peer.call("editMessageText", **{**edit, "text": "Altro"}))["message_id"] == sent["message_id"]


async def test_after_two_days_nothing_is_deleted_and_one_old_message_keeps_a_whole_batch(peer: Front) -> None:
    refused = (400, "Bad Request: message can't be deleted for everyone")
    old = (await peer.call("sendMessage", chat_id=ME, text="vecchio"))["message_id"]
    new = (await peer.call("sendMessage", chat_id=ME, text="nuovo"))["message_id"]
    await peer.person("age", chat=ME, message=old, seconds=48 * 3600)
    assert await peer.call("deleteMessage", chat_id=ME, message_id=old) == refused
    assert await peer.call("deleteMessages", chat_id=ME, message_ids=[old, new]) == refused
    assert len(await peer.person("chat", chat=ME)) == 2
    assert await peer.call("deleteMessages", chat_id=ME, message_ids=[new, 999]) is True
    assert len(await peer.person("chat", chat=ME)) == 1
    assert (await peer.call("editMessageText", chat_id=ME, message_id=old, text="Ok."))["message_id"] == old


async def test_deleting_needs_a_message_that_is_there_or_a_batch_of_a_hundred_at_most(peer: Front) -> None:
    assert await peer.call("deleteMessage", chat_id=ME, message_id=5) == (
        400,
        "Bad Request: message to delete not found",
    )
    for ids in ([], list(range(1, 102))):
        assert (await peer.call("deleteMessages", chat_id=ME, message_ids=ids))[0] == 400
    assert await peer.call("deleteMessages", chat_id=ME, message_ids=[5]) is True


async def test_a_message_of_another_chat_is_not_there(peer: Front) -> None:
    sent = await peer.call("sendMessage", chat_id=ME, text="Va bene")
    elsewhere = {"chat_id": ME + 1, "message_id": sent["message_id"]}
    assert (await peer.call("editMessageText", text="Altro", **elsewhere))[0] == 400
    assert (await peer.call("deleteMessage", **elsewhere))[0] == 400


async def test_only_a_tap_that_happened_and_is_remembered_can_be_answered(peer: Front) -> None:
    sent = await peer.call("sendMessage", **keys(ROW))
    tap = await peer.person("tap", chat=ME, message=sent["message_id"], data="x")
    assert await peer.call("answerCallbackQuery", callback_query_id=tap) is True
    _, words = await peer.call("answerCallbackQuery", callback_query_id="x")
    assert words.startswith("Bad Request: query is too old")
    assert await peer.call("answerCallbackQuery", callback_query_id=tap, text="x" * 201) == (
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    )
    await peer.person("state", expire=True)
    assert (await peer.call("answerCallbackQuery", callback_query_id=tap))[0] == 400


async def test_updates_come_again_until_they_are_confirmed_and_only_those_asked_for(peer: Front) -> None:
    sent = await peer.call("sendMessage", **keys(ROW))
    await peer.person("write", chat=ME, text="uno")
    (first,) = await peer.call("getUpdates")
    assert await peer.call("getUpdates") == [first]
    assert await peer.call("getUpdates", offset=first["update_id"] + 1, allowed_updates=["callback_query"]) == []
    await peer.person("write", chat=ME, text="due")
    await peer.person("tap", chat=ME, message=sent["message_id"], data="x")
    (only,) = await peer.call("getUpdates")
    assert only["callback_query"]["data"] == "x"


async def test_a_second_poller_ends_the_first_and_a_webhook_ends_both(peer: Front) -> None:
    first = asyncio.create_task(peer.call("getUpdates", timeout=10))
    while not (await peer.person("state"))["calls"].get("getUpdates"):  # noqa: ASYNC110 - another process
        await asyncio.sleep(0.01)
    assert await peer.call("getUpdates", timeout=0) == []
    assert (await first)[0] == 409
    await peer.call("setWebhook", url="http://127.0.0.1:9/x", secret_token="x")  # noqa: S106 - invented
    assert (await peer.call("getUpdates"))[0] == 409


@pytest.mark.parametrize(
    ("token", "status"), [(TOKEN + "x", 401), ("1:other", 401), ("nothing-like-it", 404)]
)
async def test_only_the_bots_own_token_is_accepted(peer: Front, token: str, status: int) -> None:
    assert (await peer.call("getMe", token=token))[0] == status


async def test_a_method_that_is_not_there_is_not_found(peer: Front) -> None:
    assert await peer.call("sendEverything") == (404, "Not Found")


@pytest.mark.parametrize(
    "hook", [{"url": "tel:112", "secret_token": "x"}, {"url": "https://x", "secret_token": "ü"}, {"url": "https://x"}]
)
async def test_a_webhook_needs_an_address_and_a_secret_of_plain_letters(peer: Front, hook: dict[str, str]) -> None:
    assert (await peer.call("setWebhook", **hook))[0] == 400


async def test_a_webhook_is_called_with_its_secret_and_again_until_it_answers_well(peer: Front) -> None:
    heard: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        status = b"500 X" if len(heard) == 1 else b"200 OK"
        writer.write(b"HTTP/1.1 " + status + b"\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/telegram"
    await peer.call("setWebhook", url=url, secret_token="s-1")  # noqa: S106 - invented
    await peer.person("write", chat=ME, text="ciao")
    server.close()
    await server.wait_closed()
    assert len(heard) == 2
    assert all(b"x-telegram-bot-api-secret-token: s-1" in head for head in heard)
    assert [message["text"] for message in await peer.person("chat", chat=ME)] == ["ciao"]


async def test_what_the_peer_gets_wrong_is_put_right(peer: Front) -> None:
    assert (await peer.call("getMe"))["is_bot"] is True
    sent = await peer.call("sendMessage", chat_id=ME, text="Va bene")
    assert 1_500_000_000 < sent["date"] < 5_000_000_000
    await peer.person("tap", chat=ME, message=sent["message_id"], data="x")
    await peer.call("deleteMessage", chat_id=ME, message_id=sent["message_id"])
    await peer.person("write", chat=ME, text="ciao")
    assert [message["text"] for message in await peer.person("chat", chat=ME)] == ["ciao"]


async def test_two_who_write_at_once_get_numbers_of_their_own(peer: Front) -> None:
    await asyncio.gather(*(peer.person("write", chat=ME, text=str(number)) for number in range(20)))
    assert len({message["id"] for message in await peer.person("chat", chat=ME)}) == 20
