# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What an update is read into: whatever else stands in it gets no further."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Sent
from bot.channels.telegram.arrivals import Arrival, Elsewhere, read
from bot.dialogue.events import Event, SharedPosition, Started, Tapped, Typed, Unsupported

CHAT = {"id": 1_000_001, "type": "private", "first_name": "Nome"}
SENDER = {"id": 1_000_001, "is_bot": False, "first_name": "Nome", "language_code": "pt-BR"}


def message(**what: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"update_id": 7, "message": {"message_id": 5, "date": 1000, "from": SENDER, "chat": CHAT, **what}}


def event(**what: Any) -> Event:  # noqa: ANN401 - JSON
    found = read(message(**what))
    assert isinstance(found, Arrival)
    return found.event


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start", Started("")),
        ("/start it-k7-p3f2", Started("it-k7-p3f2")),
        ("/START@prova_bot it-k7", Started("it-k7")),
        ("/esci", Typed("esci")),
        ("/non_posso_parlare", Typed("non posso parlare")),
        ("/lingua@prova_bot", Typed("lingua")),
        ("/112", Typed("112")),
        ("/cerca Pisa", Typed("cerca Pisa")),
        ("...", Typed("...")),
        ("/ aiuto", Typed("/ aiuto")),
        ("Pisa", Typed("Pisa")),
    ],
)
def test_words_and_commands(text: str, expected: Event) -> None:
    assert event(text=text) == expected


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ({"location": {"latitude": 43.71, "longitude": 10.4}}, SharedPosition(43.71, 10.4)),
        ({"location": {"latitude": 43.71, "longitude": 10.4, "live_period": 900}}, Unsupported("other")),
        ({"location": {"latitude": 143.71, "longitude": 10.4}}, Unsupported("other")),
        ({"location": {"latitude": 10**400, "longitude": 10.4}}, Unsupported("other")),
        ({"location": {"latitude": True, "longitude": 10.4}}, Unsupported("other")),
        ({"venue": {}, "location": {"latitude": 43.71, "longitude": 10.4}}, Unsupported("other")),
        ({"voice": {"file_id": "x"}}, Unsupported("voice")),
        ({"video_note": {"file_id": "x"}}, Unsupported("voice")),
        ({"photo": [], "caption": "una didascalia"}, Unsupported("picture")),
        ({"sticker": {}}, Unsupported("sticker")),
        ({"contact": {"phone_number": "1"}}, Unsupported("contact")),
        ({"poll": {}}, Unsupported("other")),
        ({"dice": {}}, Unsupported("other")),
    ],
)
def test_what_is_not_words(what: dict[str, Any], expected: Event) -> None:
    assert event(**what) == expected


def test_of_who_writes_only_the_chat_and_the_language_are_read() -> None:
    found = read(message(text="Pisa"))
    assert found is not None
    assert "Nome" not in repr(found)
    assert isinstance(found, Arrival)
    assert (found.chat, found.came.language, found.came.delivery) == (1_000_001, "pt", "7")
    assert found.came.message == Sent(5, 1000)


def test_a_tap_names_the_message_that_was_tapped() -> None:
    tapped = {"message_id": 9, "date": 0, "chat": CHAT}
    query = {"id": "44", "from": SENDER, "message": tapped, "data": "it.k7"}
    found = read({"update_id": 8, "callback_query": query})
    assert isinstance(found, Arrival)
    assert (found.event, found.tap, found.tapped, found.came.message) == (Tapped("it.k7"), "44", Sent(9, 0), None)


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "edited_message": message(text="Pisa")["message"]},
        {"update_id": 1, "channel_post": {"chat": {"id": -5, "type": "channel"}, "text": "x"}},
        {"update_id": 1, "inline_query": {"id": "1", "query": "x"}},
        {"update_id": 1, "callback_query": {"id": "1", "inline_message_id": "2", "data": "it.k7"}},
        {"update_id": 1, "message": {"from": {**SENDER, "is_bot": True}, "chat": CHAT, "text": "x"}},
        {"update_id": 1, "my_chat_member": {"chat": CHAT, "new_chat_member": {"status": "kicked"}}},
        {"my_chat_member": {"chat": {"id": -5, "type": "group"}, "new_chat_member": {"status": "left"}}},
        {"update_id": 1, "message": {"chat": {"id": "1", "type": "private"}, "text": "x"}},
        message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
        message(pinned_message={"message_id": 3, "text": "x"}),
        {"update_id": 1},
        [],
        None,
    ],
)
def test_what_there_is_nothing_to_do_about(update: object) -> None:
    assert read(update) is None


@pytest.mark.parametrize(
    "update",
    [
        {"my_chat_member": {"chat": {"id": -5, "type": "supergroup"}, "new_chat_member": {"status": "member"}}},
        {"my_chat_member": {"chat": {"id": -5, "type": "channel"}, "new_chat_member": {"status": "administrator"}}},
        {"message": {"chat": {"id": -5, "type": "group"}, "from": SENDER, "text": "/start"}},
        {"callback_query": {"id": "1", "message": {"message_id": 1, "chat": {"id": -5, "type": "group"}}}},
    ],
)
def test_a_group_is_somewhere_else(update: object) -> None:
    assert read(update) == Elsewhere(-5)


FIELDS = ["update_id", "message", "callback_query", "my_chat_member", "chat", "id", "type", "from", "text", "date"]
FIELDS += ["message_id", "location", "latitude", "longitude", "data", "new_chat_member", "status", "language_code"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=30,
)


@given(JSON)
def test_whatever_arrives_reading_it_never_fails(update: object) -> None:
    assert isinstance(read(update), Arrival | Elsewhere | None)


@given(st.text())
def test_any_text_is_words_or_a_start(text: str) -> None:
    update = json.loads(json.dumps(message(text=text or "x")))
    found = read(update)
    assert isinstance(found, Arrival)
    assert isinstance(found.event, Typed | Started)
