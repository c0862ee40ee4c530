# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A person's messages through the webhook: digits, words, exit, repetitions, what is not text, what breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from bot import emergency
from bot.channels.base import Channel, Chat
from bot.channels.whatsapp import adapter
from bot.channels.whatsapp.adapter import WhatsApp
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.bundle import Bundle
from bot.dialogue.events import Event, SharedPosition, Started, Typed, Unsupported
from bot.log import Code
from bot.testing import Conversation
from tests.whatsapp.world import ACCOUNT, NOW, PUBLIC, SENDER, TOKEN, Noted, World, said

URGENT = emergency.CARDS["it"]
TWO = ("2", " 2 ", "2.", "2)", "2️⃣", "２", "②", "٢", "२", "due", "DUE", "il 2", "opzione due", "دو", "два")
DANGER = ("9", "9️⃣", "112", "1 1 2", "1 5 2 2", "1522!", "1️⃣1️⃣2️⃣", "uno uno due", "١١٢", "HELP", "sos")
LEAVING = ("0", "0️⃣", "zero", "...", "x", "esci", "STOP", "stop", "StopAll", "UNSUBSCRIBE", "quit", "CANCEL")
HOME, PISA = Started(), SharedPosition(43.7160, 10.4020)


def drawn(bundle: Bundle, *events: Event | str) -> str:
    """What the renderer draws after these; a text is written, an event happens."""
    talk = Conversation(bundle, WHATSAPP, NOW)
    for event in events:
        talk.write(event) if isinstance(event, str) else talk.do(event)
    assert talk.last is not None
    return talk.last.outgoing.text


@pytest.mark.anyio
@pytest.mark.parametrize("two", TWO)
async def test_a_digit_means_what_was_offered_however_it_is_written(world: World, bundle: Bundle, two: str) -> None:
    await world.writes("ciao")
    assert await world.writes(two) == drawn(bundle, "ciao", "2")


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["1", "2", "6", "7", "8", "due", "3️⃣"])
async def test_without_a_session_a_digit_leads_home(world: World, bundle: Bundle, text: str) -> None:
    assert await world.writes(text) == drawn(bundle, HOME)


@pytest.mark.anyio
@pytest.mark.parametrize("text", DANGER)
@pytest.mark.parametrize("known", [True, False])
async def test_danger_is_always_answered_with_the_card(world: World, text: str, known: bool) -> None:
    if known:
        await world.writes("ciao")
    assert (await world.writes(text) or "").startswith(URGENT)


@pytest.mark.anyio
@pytest.mark.parametrize("text", LEAVING)
@pytest.mark.parametrize("known", [True, False])
async def test_leaving_leaves_one_neutral_line_and_no_session(
    world: World, bundle: Bundle, text: str, known: bool
) -> None:
    if known:
        await world.writes("ciao")
    answer = await world.writes(text) or ""
    assert drawn(bundle, "0").startswith(f"{answer}\n\n")
    assert "\n" not in answer
    assert world.shelf.held == {}
    assert await world.writes("2") == drawn(bundle, HOME)


@pytest.mark.anyio
@pytest.mark.parametrize("text", ["START", "unstop", "info", "8"])
async def test_words_that_ask_to_begin_lead_home(world: World, bundle: Bundle, text: str) -> None:
    await world.writes("1")
    assert await world.writes(text) == drawn(bundle, HOME)


@pytest.mark.anyio
async def test_a_stop_that_twilio_has_answered_itself_forgets_and_says_nothing(world: World) -> None:
    await world.writes("ciao")
    assert await world.writes("basta messaggi", OptOutType="STOP") is None
    assert world.shelf.held == {}


@pytest.mark.anyio
async def test_after_ten_idle_minutes_a_digit_means_nothing_newer(world: World, bundle: Bundle) -> None:
    await world.writes("ciao")
    world.seconds += 600
    assert await world.writes("2") == drawn(bundle, HOME)


@pytest.mark.anyio
async def test_people_never_share_a_conversation_whatever_their_address_looks_like(
    world: World, bundle: Bundle
) -> None:
    others = ["whatsapp:+390000000002", "whatsapp:IT.abc123XYZ", "whatsapp:" + "è" * 128, "whatsapp:+39 0000 000001"]
    await world.writes("ciao")
    for other in others:
        assert await world.writes("2", From=other) == drawn(bundle, HOME)
    assert await world.writes("2") == drawn(bundle, "ciao", "2")
    assert len(world.shelf.held) == 1 + len(others)


@pytest.mark.anyio
async def test_the_same_message_delivered_again_gets_the_same_answer_and_moves_nothing(world: World) -> None:
    await world.writes("ciao")
    form = world.form("1")
    first = said(await world.posts(form))
    held = dict(world.shelf.held)
    again = [said(await world.posts(form)) for _ in range(5)]
    assert again == [first] * 5
    assert {key: session.state for key, (_, session) in world.shelf.held.items()} == {
        key: session.state for key, (_, session) in held.items()
    }


@pytest.mark.anyio
@pytest.mark.parametrize(("digit", "thanks"), [("1", "Va bene, grazie."), ("2", "All right, thank you.")])
async def test_after_leaving_what_is_delivered_again_begins_nothing(world: World, digit: str, thanks: str) -> None:
    await world.writes("lingua")
    await world.writes(digit)
    story = [world.form("my husband hits me"), world.form("0")]
    _, closing = [said(await world.posts(form)) for form in story]
    assert [said(await world.posts(form)) for form in (*story, *story)] == [None, closing] * 2
    assert (closing or "").startswith(thanks)
    assert world.shelf.held == {}


@pytest.mark.anyio
async def test_a_new_conversation_is_not_touched_by_deliveries_of_the_one_that_was_left(
    world: World, bundle: Bundle
) -> None:
    story = [world.form("ciao"), world.form("0")]
    for form in story:
        await world.posts(form)
    await world.writes("ciao")
    assert [said(await world.posts(form)) for form in story] == [None, None]
    assert await world.writes("2") == drawn(bundle, "ciao", "2")


@pytest.mark.anyio
async def test_the_same_message_delivered_twice_at_once_moves_once(world: World) -> None:
    await world.writes("ciao")
    form = world.form("1")
    answers = await asyncio.gather(*(world.posts(form) for _ in range(8)))
    assert len({said(answer) for answer in answers}) == 1


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("more", "event"),
    [
        ({"NumMedia": "1", "MediaContentType0": "audio/ogg"}, Unsupported("voice")),
        ({"NumMedia": "1", "MediaContentType0": "AUDIO/amr; codecs=x"}, Unsupported("voice")),
        ({"NumMedia": "1", "MediaContentType0": "image/jpeg", "MediaUrl0": "https://example.com/a"}, HOME),
        ({"NumMedia": "2", "MediaContentType0": "video/mp4"}, HOME),
        ({"NumMedia": "1", "MediaContentType0": "text/vcard"}, HOME),
        ({"NumMedia": "1"}, HOME),
        ({"NumMedia": "molti"}, HOME),
        ({}, HOME),
        ({"Body": " \n\t "}, HOME),
        ({"Latitude": "43.7160", "Longitude": "10.4020"}, PISA),
        ({"Latitude": "43.7160", "Longitude": "10.4020", "Body": "Via qualcosa", "Address": "x"}, PISA),
        ({"Latitude": "nan", "Longitude": "inf"}, HOME),
        ({"Latitude": "91", "Longitude": "10"}, HOME),
        ({"Latitude": "43,7", "Longitude": "10,4"}, HOME),
        ({"Latitude": "43.7"}, HOME),
        ({"NumMedia": "1", "MediaContentType0": "image/jpeg", "Body": "112"}, Typed("112")),
    ],
)
async def test_what_is_not_text_is_answered_and_never_fetched(
    world: World, bundle: Bundle, more: dict[str, str], event: Event
) -> None:
    assert await world.writes("", **more) == drawn(bundle, event)


@pytest.mark.anyio
async def test_too_much_in_a_short_time_gets_the_card_once_and_then_silence(world: World, bundle: Bundle) -> None:
    answers = [said(await world.posts(world.form("ciao"))) for _ in range(30)]
    assert len([text for text in answers if text and text.startswith(URGENT)]) == 1
    assert answers[-1] is None
    assert (said(await world.posts(world.form("9"))) or "").startswith(URGENT)
    assert drawn(bundle, "0").startswith(said(await world.posts(world.form("0"))) or "nothing")


@pytest.mark.anyio
async def test_without_any_content_the_card_arrives() -> None:
    assert await World(None).writes("ciao") == emergency.BOTH


class Broken:
    """Conversations of which nothing can be expected: `of` raises, or never comes back."""

    def __init__(self, breaks: Callable[[], AbstractAsyncContextManager[Chat]]) -> None:
        self.breaks = breaks

    def of(self, channel: Channel, who: str, *, deletes: bool) -> AbstractAsyncContextManager[Chat]:
        """Whatever `breaks` does."""
        assert (channel.name, bool(who), deletes) == ("whatsapp", True, False)
        return self.breaks()


class Never:
    """A chat that is never free."""

    async def __aenter__(self) -> Chat:
        await asyncio.sleep(3600)
        raise AssertionError

    async def __aexit__(self, *_: object) -> None:
        """Nothing to leave."""


def failing() -> AbstractAsyncContextManager[Chat]:
    raise RuntimeError("mio marito")


@pytest.mark.anyio
@pytest.mark.parametrize("breaks", [failing, Never])
async def test_whatever_breaks_the_card_arrives_in_time(
    world: World, monkeypatch: pytest.MonkeyPatch, breaks: Callable[[], AbstractAsyncContextManager[Chat]]
) -> None:
    monkeypatch.setattr(adapter, "PATIENCE", 0.01)
    log = Noted()
    world.adapter = WhatsApp(ACCOUNT, TOKEN, SENDER, PUBLIC, Broken(breaks), log)
    assert await world.writes("ciao") == emergency.BOTH
    assert log.lines == [(Code.TURN_FAILED, {})]
