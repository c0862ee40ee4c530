# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""An update of Telegram's, read into what a conversation needs of it. Everything else is left where it is: names,
pictures, captions and quotations never get further than this module.

Total: whatever arrives, reading it ends in something that can be served, or in nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.channels.base import Came, Sent
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Typed, Unsupported

ALLOWED = ("message", "callback_query", "my_chat_member")
"""The kinds of update that we ask for. Edited messages are not among them."""

INSIDE = frozenset({"creator", "administrator", "member", "restricted"})
"""What a bot that is in a group can be there."""

SPOKEN = ("voice", "audio", "video_note")
OTHERS = {"photo": "picture", "video": "picture", "animation": "picture", "sticker": "sticker", "contact": "contact"}

WRITTEN = ("location", "venue", "document", "poll", "dice", "story", "game", "checklist", "paid_media", "invoice")
"""What else people send. Anything without a field of these is Telegram's own note: a pinned message, a timer."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.DOTALL)
_LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that happened in a private chat. `tap` is the id by which a tap is answered, "" for a message;
    `tapped` the message of ours that was tapped. `stale`: it may be old, because we have not heard anything for long.
    """

    chat: int
    event: Event
    came: Came
    tap: str = ""
    tapped: Sent | None = None
    stale: bool = False

    def aged(self) -> Arrival:
        """The same, if it comes after a long silence."""
        return replace(self, stale=True)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something that happened in a group or a channel, which we leave."""

    chat: int


def read(update: object) -> Arrival | Elsewhere | None:
    """What `update` (JSON, decoded) says; None where there is nothing to do."""
    whole = _fields(update)
    delivery = str(_number(whole.get("update_id")) or "")
    if message := _fields(whole.get("message")):
        return _message(message, delivery)
    if query := _fields(whole.get("callback_query")):
        return _tap(query, delivery)
    if member := _fields(whole.get("my_chat_member")):
        return _joined(member)
    return None


def _message(message: Mapping[str, Any], delivery: str) -> Arrival | Elsewhere | None:
    chat, private = _chat(message)
    sender = _fields(message.get("from"))
    if not chat or sender.get("is_bot") is True:
        return None
    if not private:
        return Elsewhere(chat)
    if not any(kind in message for kind in ("text", *SPOKEN, *OTHERS, *WRITTEN)):
        return None
    return Arrival(chat, _event(message), Came(_language(sender), delivery, _sent(message)))


def _tap(query: Mapping[str, Any], delivery: str) -> Arrival | Elsewhere | None:
    message = _fields(query.get("message"))
    chat, private = _chat(message)
    tap = _text(query.get("id"))
    if not chat or not tap:
        return None
    if not private:
        return Elsewhere(chat)
    came = Came(_language(_fields(query.get("from"))), delivery)
    return Arrival(chat, Tapped(_text(query.get("data"))), came, tap, _sent(message))


def _joined(member: Mapping[str, Any]) -> Elsewhere | None:
    chat, private = _chat(member)
    status = _text(_fields(member.get("new_chat_member")).get("status"))
    return Elsewhere(chat) if chat and not private and status in INSIDE else None


def _event(message: Mapping[str, Any]) -> Event:
    if isinstance(text := message.get("text"), str):
        return _said(text)
    if any(kind in message for kind in SPOKEN):
        return Unsupported("voice")
    position = _position(_fields(message.get("location"))) if "venue" not in message else None
    return position or Unsupported(next((kind for field, kind in OTHERS.items() if field in message), "other"))


def _said(text: str) -> Event:
    """Commands are words with a stroke before them: which word means what is the understanding's to say."""
    command = _COMMAND.fullmatch(text)
    if command is None:
        return Typed(text)
    name, rest = command.group(1), (command.group(2) or "").strip()
    if name.casefold() == "start":
        return Started(rest)
    return Typed(f"{name.replace('_', ' ')} {rest}".strip())


def _position(location: Mapping[str, Any]) -> SharedPosition | None:
    """A position that stands still. One that goes on telling where somebody is counts as nothing."""
    latitude, longitude = _degrees(location.get("latitude"), 90), _degrees(location.get("longitude"), 180)
    if latitude is None or longitude is None or "live_period" in location:
        return None
    return SharedPosition(latitude, longitude)


def _degrees(value: object, most: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= most else None


def _chat(where: Mapping[str, Any]) -> tuple[int, bool]:
    chat = _fields(where.get("chat"))
    return _number(chat.get("id")), chat.get("type") == "private"


def _sent(message: Mapping[str, Any]) -> Sent | None:
    known = _number(message.get("message_id"))
    return Sent(known, _number(message.get("date"))) if known > 0 else None


def _language(sender: Mapping[str, Any]) -> str:
    """The language of the client without its region: "pt-br" is Portuguese."""
    return _text(sender.get("language_code")).casefold().partition("-")[0]


def _fields(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int:
    """A whole number, as large as Telegram's ids can be; 0 for everything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
