# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The Bot API's own limits, and the rules that we gave ourselves: what an outgoing call breaks of them.

Source: core.telegram.org/bots/api, the parameters of each method.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.channels.base import units

Parameters = Mapping[str, Any]

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
ACTIONS = {"callback_data", "copy_text", "url", "pay", "web_app", "login_url", "switch_inline_query", "callback_game"}


def broken(method: str, parameters: Parameters) -> list[str]:
    """Every limit that this call breaks; a method that we never meant to use is one, too."""
    check = CHECKS.get(method)
    return check(parameters) if check else [f"{method}: not a method of ours"]


def _none(_: Parameters) -> list[str]:
    return []


def _message(call: Parameters) -> list[str]:
    return [*_chat(call), *_text(call), *_quiet(call), *_keyboard(call)]


def _sent(call: Parameters) -> list[str]:
    loud = [] if call.get("disable_notification") is True else ["the message makes a sound"]
    return [*_message(call), *loud]


def _edited(call: Parameters) -> list[str]:
    return [*_message(call), *_id(call.get("message_id"))]


def _chat(call: Parameters) -> list[str]:
    chat = call.get("chat_id")
    return [] if isinstance(chat, int) and chat != 0 else [f"chat_id: {type(chat).__name__}"]


def _id(message: object) -> list[str]:
    return [] if isinstance(message, int) and 0 < message < 2**31 else [f"message_id: {message!r}"]


def _text(call: Parameters) -> list[str]:
    text = call.get("text")
    if not isinstance(text, str) or not text.strip():
        return ["a message without text"]
    return [f"text of {units(text)} units"] if units(text) > 4096 else []


def _quiet(call: Parameters) -> list[str]:
    preview = call.get("link_preview_options") or {}
    found = [] if preview.get("is_disabled") is True else ["links are previewed"]
    found += [f"{name} is used" for name in ("parse_mode", "entities", "protect_content") if call.get(name)]
    return found


def _keyboard(call: Parameters) -> list[str]:
    markup = call.get("reply_markup")
    if markup is None:
        return []
    rows = markup.get("inline_keyboard")
    if not isinstance(rows, list):
        return ["a keyboard that is not inline"]
    found = [f"a row of {len(row)} buttons" for row in rows if not 1 <= len(row) <= 8]
    buttons = [button for row in rows for button in row]
    found += [f"{len(buttons)} buttons"] * (len(buttons) > 100)
    return found + [word for button in buttons for word in _button(button)]


def _button(button: Parameters) -> list[str]:
    found = [] if button.get("text") else ["a button without words"]
    if len(ACTIONS & button.keys()) != 1:
        found.append(f"a button that does {len(ACTIONS & button.keys())} things")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        found.append(f"callback data of {len(data.encode())} bytes")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= units(copied["text"]) <= 256:
        found.append("copies too much or nothing")
    return found


def _tap(call: Parameters) -> list[str]:
    found = [] if call.get("callback_query_id") else ["no callback_query_id"]
    return found + ["words of more than 200 units"] * (units(call.get("text") or "") > 200)


def _deleted(call: Parameters) -> list[str]:
    return [*_chat(call), *_id(call.get("message_id"))]


def _many_deleted(call: Parameters) -> list[str]:
    ids = call.get("message_ids") or []
    found = [] if 1 <= len(ids) <= 100 else [f"{len(ids)} ids"]
    return [*_chat(call), *found, *(word for known in ids for word in _id(known))]


def _updates(call: Parameters) -> list[str]:
    found = [] if 1 <= call.get("limit", 100) <= 100 else ["limit"]
    found += [] if 0 <= call.get("timeout", 0) <= 50 else ["timeout"]
    return found + _asked(call)


def _asked(call: Parameters) -> list[str]:
    asked = call.get("allowed_updates")
    return [] if asked == ["message", "callback_query", "my_chat_member"] else [f"asks for {asked}"]


def _webhook(call: Parameters) -> list[str]:
    found = [] if str(call.get("url", "")).startswith("http") else ["url"]
    found += [] if SECRET.fullmatch(call.get("secret_token", "")) else ["secret_token"]
    found += [] if 1 <= call.get("max_connections", 40) <= 100 else ["max_connections"]
    return found + ["drops what waits"] * bool(call.get("drop_pending_updates")) + _asked(call)


def _no_webhook(call: Parameters) -> list[str]:
    return ["drops what waits"] * bool(call.get("drop_pending_updates"))


def _at_most(field: str, most: int) -> Callable[[Parameters], list[str]]:
    def check(call: Parameters) -> list[str]:
        found = [f"{field} of more than {most}"] * (units(call.get(field) or "") > most)
        return found + _spoken(call)

    return check


def _spoken(call: Parameters) -> list[str]:
    code = call.get("language_code") or ""
    return [] if re.fullmatch(r"([a-z]{2})?", code) else [f"language_code {code}"]


def _commands(call: Parameters) -> list[str]:
    commands = call.get("commands") or []
    found = [] if len(commands) <= 100 else ["more than 100 commands"]
    found += [f"command {one['command']}" for one in commands if not COMMAND.fullmatch(one["command"])]
    found += ["a description of a command" for one in commands if not 1 <= units(one["description"]) <= 256]
    return found + _spoken(call)


CHECKS: Mapping[str, Callable[[Parameters], list[str]]] = {
    "getMe": _none,
    "getUpdates": _updates,
    "getWebhookInfo": _none,
    "setWebhook": _webhook,
    "deleteWebhook": _no_webhook,
    "sendMessage": _sent,
    "editMessageText": _edited,
    "answerCallbackQuery": _tap,
    "deleteMessage": _deleted,
    "deleteMessages": _many_deleted,
    "leaveChat": _chat,
    "getMyName": _spoken,
    "getMyDescription": _spoken,
    "getMyShortDescription": _spoken,
    "getMyCommands": _spoken,
    "setMyName": _at_most("name", 64),
    "setMyDescription": _at_most("description", 512),
    "setMyShortDescription": _at_most("short_description", 120),
    "setMyCommands": _commands,
}
