# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The limits that every call of every test is held to: each of them sees a call that breaks it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram.limits import broken

QUIET = {"link_preview_options": {"is_disabled": True}, "disable_notification": True}
FINE = {"chat_id": 1, "text": "Va bene", **QUIET}
ASKED = ["message", "callback_query", "my_chat_member"]


def key(**what: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {**FINE, "reply_markup": {"inline_keyboard": [[{"text": "Sì", **what}]]}}


HOOK = {"url": "https://x", "secret_token": "x", "allowed_updates": ASKED}
ROW = [{"text": "x", "callback_data": "x"}]


@pytest.mark.parametrize(
    ("method", "call"),
    [
        ("sendMessage", {**FINE, "text": ""}),
        ("sendMessage", {**FINE, "text": " \n"}),
        ("sendMessage", {**FINE, "text": "x" * 4097}),
        ("sendMessage", {**FINE, "text": "😀" * 2049}),
        ("sendMessage", {**FINE, "chat_id": "1"}),
        ("sendMessage", {**FINE, "disable_notification": False}),
        ("sendMessage", {**FINE, "link_preview_options": None}),
        ("sendMessage", {**FINE, "protect_content": True}),
        ("sendMessage", {**FINE, "parse_mode": "HTML"}),
        ("sendMessage", {**FINE, "reply_markup": {"keyboard": [[{"text": "x"}]]}}),
        ("sendMessage", {**FINE, "reply_markup": {"inline_keyboard": [ROW * 9]}}),
        ("sendMessage", {**FINE, "reply_markup": {"inline_keyboard": [[]]}}),
        ("sendMessage", {**FINE, "reply_markup": {"inline_keyboard": [ROW] * 101}}),
        ("sendMessage", key()),
        ("sendMessage", key(callback_data="x", url="https://example.org")),
        ("sendMessage", key(callback_data="")),
        ("sendMessage", key(callback_data="è" * 33)),
        ("sendMessage", key(copy_text={"text": ""})),
        ("sendMessage", key(copy_text={"text": "1" * 257})),
        ("sendMessage", key(text="", callback_data="x")),
        ("editMessageText", FINE),
        ("editMessageText", {**FINE, "message_id": 0}),
        ("deleteMessage", {"chat_id": 1, "message_id": 2**31}),
        ("deleteMessages", {"chat_id": 1, "message_ids": []}),
        ("deleteMessages", {"chat_id": 1, "message_ids": [*range(1, 102)]}),
        ("deleteMessages", {"chat_id": 0, "message_ids": [1]}),
        ("answerCallbackQuery", {"callback_query_id": ""}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}),
        ("getUpdates", {"limit": 101, "allowed_updates": ASKED}),
        ("getUpdates", {"timeout": 51, "allowed_updates": ASKED}),
        ("getUpdates", {"allowed_updates": [*ASKED, "edited_message"]}),
        ("getUpdates", {}),
        ("setWebhook", {"url": "ftp://x", "secret_token": "x", "allowed_updates": ASKED}),
        ("setWebhook", {"url": "https://x", "secret_token": "ü", "allowed_updates": ASKED}),
        ("setWebhook", {"url": "https://x", "secret_token": "x" * 257, "allowed_updates": ASKED}),
        ("setWebhook", {**HOOK, "max_connections": 101}),
        ("setWebhook", {**HOOK, "drop_pending_updates": True}),
        ("deleteWebhook", {"drop_pending_updates": True}),
        ("setMyName", {"name": "x" * 65}),
        ("setMyDescription", {"description": "x" * 513}),
        ("setMyShortDescription", {"short_description": "x" * 121}),
        ("setMyName", {"name": "x", "language_code": "ita"}),
        ("setMyCommands", {"commands": [{"command": "Esci", "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "esci", "description": ""}]}),
        ("setMyCommands", {"commands": [{"command": "esci", "description": "x"}] * 101}),
        ("sendPhoto", {"chat_id": 1}),
        ("getFile", {"file_id": "x"}),
    ],
)
def test_a_call_that_breaks_a_limit_is_seen(method: str, call: dict[str, Any]) -> None:
    assert broken(method, call) != []


@pytest.mark.parametrize(
    ("method", "call"),
    [
        ("sendMessage", {**FINE, "text": "😀" * 2048}),
        ("sendMessage", key(callback_data="x" * 64)),
        ("sendMessage", {**FINE, "reply_markup": {"inline_keyboard": [ROW * 8] * 12}}),
        ("editMessageText", {**FINE, "message_id": 5}),
        ("deleteMessages", {"chat_id": 1, "message_ids": [*range(1, 101)]}),
        ("getUpdates", {"limit": 100, "timeout": 20, "allowed_updates": ASKED}),
    ],
)
def test_a_call_at_the_limit_is_let_through(method: str, call: dict[str, Any]) -> None:
    assert broken(method, call) == []
