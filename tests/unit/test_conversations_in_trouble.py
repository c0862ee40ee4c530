# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a turn does when something is wrong: too many events, no store, no files, an error of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot import emergency
from bot.app import Drawings
from bot.channels.base import Answer, Came, Left, Sent
from bot.chat import UNDONE_SECONDS
from bot.content.bundle import Bundle
from bot.dialogue.events import Started, Tapped, Typed
from bot.log import Code
from bot.sessions.flood import BURST, QUIET_SECONDS
from bot.sessions.session import IDLE_SECONDS, Session
from tests.unit.conversation_world import TELEGRAM, WHATSAPP, WHO, Fragile, Talk, begun
from tests.unit.test_conversations import NONSENSE

pytestmark = pytest.mark.anyio


@pytest.fixture(params=[TELEGRAM, WHATSAPP], ids=["telegram", "whatsapp"])
async def talk(request: pytest.FixtureRequest, bundle: Bundle) -> AsyncIterator[Talk]:
    talk = await begun(bundle, request.param)
    yield talk
    await talk.sessions.close()


def is_card(answered: Answer) -> bool:
    return answered.failed and not answered.silent and answered.outgoing.text == emergency.card("it")


async def flooded(talk: Talk) -> None:
    """All that may be asked at once has been asked; the first screen was one of it."""
    for _ in range(BURST - 1):
        assert not (await talk.says("privacy")).failed


async def test_too_much_gets_the_card_once_and_then_silence(talk: Talk) -> None:
    await flooded(talk)
    beyond = [await talk.says(NONSENSE) for _ in range(5)]
    assert talk.place(beyond[0]) == "it:emergency"
    assert emergency.card("it") in beyond[0].outgoing.text
    assert any(key.digit == 0 for key in beyond[0].outgoing.keys)
    assert [answered.silent for answered in beyond] == [False, True, True, True, True]
    after = await talk.stored()
    assert after
    assert (after.state, after.offered) == (beyond[0].state, beyond[0].outgoing.offered)
    assert talk.logged == [Code.TURN_FLOODED]


async def test_leaving_and_danger_are_answered_however_much_was_asked(talk: Talk) -> None:
    await flooded(talk)
    await talk.says(NONSENSE)
    for _ in range(3):
        for word in ("112", "9", "mi sta picchiando adesso"):
            answered = await talk.says(word)
            assert talk.place(answered).startswith("it:emergency")
            assert (answered.failed, answered.silent) == (False, False)
        assert (await talk.says("0")).erased


async def test_what_is_always_answered_takes_nothing_from_the_rest(talk: Talk) -> None:
    for _ in range(BURST * 3):
        assert (await talk.says("112")).failed is False
        assert (await talk.says("0")).erased
    assert talk.place(await talk.says(NONSENSE)) == "it:unsure"


async def test_the_card_for_too_much_speaks_the_language_of_who_has_no_conversation(talk: Talk) -> None:
    await flooded(talk)
    await talk.says("0")
    answered = await talk.answer(Started(), Came("en"))
    assert answered.outgoing.text.startswith(emergency.card("en"))


async def test_silence_ends_after_a_minute(talk: Talk) -> None:
    await flooded(talk)
    await talk.says(NONSENSE)
    assert (await talk.says(NONSENSE)).silent
    talk.now += QUIET_SECONDS
    assert talk.place(await talk.says(NONSENSE)) == "it:unsure"


async def test_a_turn_worked_out_anew_counts_once(talk: Talk) -> None:
    await flooded(talk)
    talk.sessions.meanwhile += [talk.touched] * 2
    answered = await talk.says(NONSENSE)
    assert talk.place(answered) == "it:emergency"
    assert talk.logged.count(Code.STORE_CONFLICT) == 2


@pytest.mark.parametrize("broken", ["read", "write"])
async def test_without_a_store_everything_gets_the_card(talk: Talk, broken: str) -> None:
    talk.sessions.broken = {broken}
    for event in (Started(), Tapped("it.n5"), Typed(NONSENSE), Typed("1"), Typed("112")):
        assert is_card(await talk.answer(event))
    assert set(talk.logged) == {Code.STORE_FAILED}


@pytest.mark.parametrize("broken", [{"read"}, {"write", "forget"}], ids=["read", "write"])
@pytest.mark.parametrize("word", ["0", "esci", "x"])
async def test_without_a_store_leaving_still_deletes_what_is_known(talk: Talk, broken: set[str], word: str) -> None:
    talk.sessions.broken = broken
    async with talk.all.of(talk.channel, WHO, deletes=True) as chat:
        answered = await chat.answer(Typed(word), Came("it", message=Sent(20, 500)))
        assert answered.erased
        assert not answered.failed
        assert chat.standing == (Sent(20, 500),)


async def test_a_store_that_breaks_in_the_middle_of_leaving_hides_nothing_that_was_read(bundle: Bundle) -> None:
    talk = await begun(bundle)
    await talk.delivered(Typed(NONSENSE))
    talk.sessions.broken = {"write", "forget"}
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        assert (await chat.answer(Typed("0"), Came("it", message=Sent(20, 500)))).erased
        assert (chat.panel, chat.standing) == (Sent(11, 501), (Sent(20, 500),))
    await talk.sessions.close()


async def test_a_store_that_heals_finds_the_conversation_where_it_was(talk: Talk) -> None:
    talk.sessions.broken = {"read"}
    await talk.says(NONSENSE)
    talk.sessions.broken = set()
    assert talk.place(await talk.says(NONSENSE)) == "it:unsure"


@pytest.mark.parametrize("broken", ["read", "write"])
async def test_what_could_not_be_held_is_said_and_never_raised(talk: Talk, broken: str) -> None:
    talk.sessions.broken = {broken}
    async with talk.all.of(talk.channel, WHO, deletes=True) as chat:
        assert await chat.hold(Sent(21, 501)) is False
    assert talk.logged == [Code.STORE_FAILED]


async def test_without_a_store_nobody_is_wiped_and_nothing_is_raised(talk: Talk) -> None:
    talk.sessions.broken = {"claim"}
    assert await talk.all.idle() == []
    assert await talk.all.all_left() == []
    assert talk.logged == [Code.STORE_FAILED] * 2


async def test_without_files_everything_gets_the_card_and_the_conversation_waits(talk: Talk) -> None:
    before = await talk.stored()
    bundle, talk.bundle = talk.bundle, None
    for event in (Started(), Typed(NONSENSE), Tapped("it.n5")):
        answered = await talk.answer(event)
        assert is_card(answered)
        assert [key.label for key in answered.outgoing.keys] == ["Chiudi"]
    assert set(talk.logged) == {Code.TURN_WITHOUT_BUNDLE}
    talk.bundle = bundle
    after = await talk.stored()
    assert before
    assert after
    assert after.state == before.state
    assert talk.place(await talk.says(NONSENSE)) == "it:unsure"


@pytest.mark.parametrize("text", ["0", "x", "Esci", "/exit", "...", "chiudi."])
async def test_without_files_whoever_leaves_has_left(talk: Talk, text: str) -> None:
    talk.bundle = None
    answered = await talk.says(text)
    assert answered.erased
    assert answered.outgoing.text == emergency.closing("it")
    assert not (await talk.stored() or Session()).state


async def test_the_way_out_on_the_card_is_the_way_out_of_every_screen(talk: Talk) -> None:
    bundle, talk.bundle = talk.bundle, None
    (key,) = (await talk.says(NONSENSE)).outgoing.keys
    assert (await talk.answer(Tapped(key.data))).erased
    talk.bundle = bundle
    assert (await talk.answer(Tapped(key.data))).erased


async def test_whoever_leaves_has_left_even_if_the_closing_screen_breaks(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.compose", broken)
    answered = await talk.says("sta arrivando chiudi")
    assert (answered.erased, answered.outgoing.text) == (True, emergency.closing("it"))


async def test_without_files_and_without_a_store_there_is_still_the_card(talk: Talk) -> None:
    talk.bundle = None
    talk.sessions.broken = {"read"}
    assert is_card(await talk.says(NONSENSE))
    assert (await talk.says("0")).erased


async def test_a_card_that_no_store_was_told_of_is_deleted_once_there_is_one_again(bundle: Bundle) -> None:
    talk = await begun(bundle)
    talk.sessions.broken = {"read", "write"}
    await talk.delivered(Typed(NONSENSE))
    talk.sessions.broken = set()
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        assert (await chat.answer(Typed("0"), Came("it"))).erased
        assert Sent(11, 501) in chat.standing
    assert len(talk.all.untold) == 0
    await talk.sessions.close()


async def test_what_could_not_be_deleted_at_leaving_is_tried_again_soon(bundle: Bundle) -> None:
    store = Passing()
    talk = Talk(bundle, Fragile(store))
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        await chat.answer(Typed(NONSENSE), Came("it", message=Sent(20, 500)))
        await chat.hold(Sent(21, 501))
        await chat.answer(Typed("0"), Came("it"))
        await chat.hold(gone=frozenset({21}))
    assert store.lasting == [IDLE_SECONDS, IDLE_SECONDS, UNDONE_SECONDS, UNDONE_SECONDS]


async def test_a_card_for_somebody_without_a_conversation_stands_as_long_as_any_screen() -> None:
    store = Passing()
    talk = Talk(None, Fragile(store))
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        assert is_card(await chat.answer(Tapped("it.n5"), Came("it")))
        await chat.hold(Sent(21, 501))
    assert store.lasting == [IDLE_SECONDS]
    assert store.kept == Session(channel="telegram", chat=WHO, panel=(21, 501), version=1)


async def test_a_turn_that_fails_leaves_the_conversation_where_it_was(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talk.says("privacy", "1")
    before = await talk.stored()
    with monkeypatch.context() as patch:
        patch.setattr("bot.app.compose", broken)
        talk.all.draw = Drawings()
        assert is_card(await talk.says(NONSENSE, "2"))
        assert is_card(await talk.says("privacy", "1"))
    after = await talk.stored()
    assert before
    assert after
    assert (after.state, after.offered, after.seen) == (before.state, before.offered, before.seen)
    assert talk.logged == [Code.TURN_FAILED] * 2
    assert talk.place(await talk.says(NONSENSE, "2")) == "it:unsure"


@pytest.mark.parametrize("where", ["read", "bundles"])
async def test_whatever_else_breaks_ends_in_the_card(talk: Talk, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    if where == "bundles":
        talk.sessions.broken = {"read"}
        monkeypatch.setattr(talk.all, "bundles", broken)
    else:
        monkeypatch.setattr(talk.sessions, "read", broken)
    assert is_card(await talk.says(NONSENSE))
    assert (await talk.says("0")).erased
    assert talk.logged[-1] == Code.TURN_FAILED


def broken(*_: object, **__: object) -> object:
    message = "it broke"
    raise RuntimeError(message)


async def test_what_was_claimed_says_where_to_delete_what(bundle: Bundle) -> None:
    talk = await begun(bundle)
    await talk.delivered(Typed(NONSENSE))
    found = await talk.stored()
    assert found
    await talk.sessions.store.write(talk.key, found, lasts=0)
    assert await talk.all.idle() == [Left("telegram", WHO, (Sent(11, 501),))]
    assert await talk.all.idle() == []
    await talk.sessions.close()


async def test_a_conversation_left_alone_begins_anew_but_what_stands_is_still_known(bundle: Bundle) -> None:
    talk = await begun(bundle)
    await talk.delivered(Typed(NONSENSE))
    found = await talk.stored()
    assert found
    await talk.sessions.store.write(talk.key, found, lasts=0)
    async with talk.all.of(TELEGRAM, WHO, deletes=True) as chat:
        answered = await chat.answer(Typed("1"), Came("it"))
        assert talk.place(answered) == "it:home"
        assert chat.panel == Sent(11, 501)
    await talk.sessions.close()


class Passing:
    """A store that keeps one session and says for how long each write was meant."""

    def __init__(self) -> None:
        self.kept: Session | None = None
        self.lasting: list[float] = []

    async def open(self) -> None:
        """Nothing to open."""

    async def close(self) -> None:
        """Nothing to close."""

    async def read(self, key: bytes) -> Session | None:  # noqa: ARG002 - one conversation only
        return self.kept

    async def write(self, key: bytes, session: Session, lasts: float = IDLE_SECONDS) -> bool:  # noqa: ARG002 - as above
        self.kept = replace(session, version=session.version + 1)
        self.lasting.append(lasts)
        return True

    async def forget(self, key: bytes, version: int) -> bool:  # noqa: ARG002 - as above
        self.kept = None
        return True

    async def claim_idle(self, limit: int = 100) -> list[Session]:  # noqa: ARG002 - as above
        return []

    async def claim_all(self) -> list[Session]:
        return []
