# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The scrubber against Twilio's API as it is documented: what goes, what stays, and what trouble does to it."""

from __future__ import annotations

import asyncio
import io
import logging
from datetime import timedelta

import pytest

from bot.channels.whatsapp import records
from bot.channels.whatsapp.adapter import WhatsApp
from bot.channels.whatsapp.records import UnavailableError
from bot.channels.whatsapp.scrub import Scrubber, Tally
from bot.channels.whatsapp.scrubbing import EVERY, LONGEST_WAIT, Scrubbing
from bot.log import Code
from tests.whatsapp.twilio_api import AT, PERSON, TEXT, Account, twilio_api
from tests.whatsapp.world import ACCOUNT, PUBLIC, SENDER, TOKEN, Noted, World

OLD_AND_DONE = [("received", False), ("delivered", True), ("read", True), ("failed", True), ("undelivered", True)]


@pytest.fixture(autouse=True)
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "PER_PAGE", 3)


def scrubber_of(client: records.TwilioRecords) -> Scrubber:
    return Scrubber(client, lambda: AT)


def scrubbed(scrubber: Scrubber) -> Tally:
    while (tally := scrubber.step()) is None:
        pass
    return tally


def filled(each: int) -> Account:
    account = Account()
    for number in range(each):
        for status, ours in OLD_AND_DONE:
            account.add(6 + number, status, ours=ours)
    return account


def test_what_has_arrived_and_is_a_few_minutes_old_goes_page_by_page() -> None:
    account = filled(4)
    with twilio_api(account) as client:
        tally = scrubbed(scrubber_of(client))
    assert account.held == {}
    assert tally == Tally(20)
    assert sum("PageToken" in asked for asked in account.asked) == 6


def test_what_is_young_or_on_its_way_stays_and_is_counted_with_its_age() -> None:
    account = Account()
    young = [account.add(4, "received", ours=False), account.add(0, "delivered", ours=True)]
    on_their_way = [account.add(20, status, ours=True) for status in ("queued", "sending", "sent", "accepted")]
    gone = account.add(5, "delivered", ours=True)
    with twilio_api(account) as client:
        tally = scrubbed(scrubber_of(client))
    assert set(account.held) == {*young, *on_their_way}
    assert tally == Tally(1, 6, timedelta(minutes=20))
    assert [asked for asked in account.asked if asked.startswith("DELETE")] == [f"DELETE {uri(gone)}"]


def uri(sid: str) -> str:
    return f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}.json"


@pytest.mark.parametrize("status", ["sent", "queued", "a state that Twilio invents later"])
def test_after_an_hour_twilio_is_asked_whether_a_message_has_arrived(status: str) -> None:
    account = Account()
    account.add(90, status, ours=True)
    with twilio_api(account) as client:
        tally = scrubbed(scrubber_of(client))
    refused = status in {"sent", "queued"}
    assert tally == (Tally(0, 1, timedelta(minutes=90)) if refused else Tally(1))
    assert len(account.held) == refused


@pytest.mark.parametrize("trouble", [(429, {}), (500, {}), (502, {}), (503, {}), (0, {})])
@pytest.mark.parametrize("after", range(0, 24, 3))
def test_trouble_at_any_point_stops_a_step_and_the_next_ones_go_on(
    trouble: tuple[int, dict[str, str]], after: int
) -> None:
    account = filled(4)
    with twilio_api(account) as client:
        scrubber = scrubber_of(client)
        while len(account.asked) < after:
            scrubber.step()
        account.troubles.append(trouble)
        with pytest.raises(UnavailableError) as raised:
            scrubbed(scrubber)
        assert raised.value.status == trouble[0]
        scrubbed(scrubber)
        scrubbed(scrubber)
    assert account.held == {}


def test_after_429_it_goes_on_where_it_was() -> None:
    account = Account()
    for number in range(20):
        account.add(6 + number, "received", ours=False)
    with twilio_api(account) as client:
        scrubber = scrubber_of(client)
        scrubber.step()
        account.troubles.append((429, {"Retry-After": "7"}))
        before = len(account.asked)
        with pytest.raises(UnavailableError) as raised:
            scrubber.step()
        assert raised.value.after == 7
        assert scrubbed(scrubber) == Tally(20)
    assert all("PageToken" in asked or "DELETE" in asked for asked in account.asked[before : before + 4])


def test_another_process_begins_anew_and_finishes_the_work() -> None:
    account = filled(4)
    with twilio_api(account) as client:
        scrubber_of(client).step()
        left = len(account.held)
        assert scrubbed(scrubber_of(client)) == Tally(left)
    assert left < 20


def test_two_at_once_do_no_harm() -> None:
    account = filled(4)
    with twilio_api(account) as client:
        one, two = scrubber_of(client), scrubber_of(client)
        for _ in range(12):
            for scrubber in (one, two):
                try:
                    scrubber.step()
                except UnavailableError as error:
                    assert error.status == 0  # noqa: PT017 - a page whose way died with what the other deleted
    assert account.held == {}


def test_credentials_that_twilio_refuses_are_trouble_of_their_own() -> None:
    with twilio_api(Account(), "another token") as client, pytest.raises(UnavailableError) as raised:
        scrubber_of(client).step()
    assert raised.value.status == 401


@pytest.mark.parametrize("sid", ["../../Accounts/X", "", "SM1", "\ud800" * 34])
def test_what_has_no_id_of_twilios_is_never_made_into_an_address(sid: str) -> None:
    account = Account()
    account.held["x"] = {**account.held[account.add(90, "delivered", ours=True)], "sid": sid}
    with twilio_api(account) as client:
        assert scrubbed(scrubber_of(client)) == Tally(1)
    assert len(account.asked) == 3


@pytest.mark.anyio
async def test_as_a_task_it_logs_numbers_and_waits_longer_while_there_is_trouble() -> None:
    account, log = filled(1), Noted()
    account.add(1, "received", ours=False)
    with twilio_api(account) as client:
        task = Scrubbing(scrubber_of(client), log)
        account.troubles += [(503, {})] * 6 + [(429, {"Retry-After": "1200"}), (429, {"Retry-After": "1e9"})]
        waits = [await task.round() for _ in range(8)]
        rounds = [await task.round() for _ in range(3)]
    assert waits == [30, 60, 120, 240, 480, LONGEST_WAIT, 1200, LONGEST_WAIT]
    assert rounds == [0, 0, EVERY]
    assert log.lines[-1] == (Code.WHATSAPP_SCRUBBED, {"deleted": 5, "left": 1, "minutes": 1})
    assert {code for code, _ in log.lines[:-1]} == {Code.WHATSAPP_SCRUB_FAILED}


@pytest.mark.anyio
async def test_only_who_holds_the_lease_asks_twilio_anything() -> None:
    account, holds = filled(1), False

    async def lease() -> bool:
        return holds

    with twilio_api(account) as client:
        task = Scrubbing(scrubber_of(client), lease=lease)
        assert await task.round() == EVERY
        assert account.asked == []
        holds = True
        while await task.round() != EVERY:
            pass
    assert account.held == {}


@pytest.mark.anyio
async def test_whatever_breaks_is_tried_again_later_and_never_told() -> None:
    async def broken() -> bool:
        raise RuntimeError(TEXT)

    log = Noted()
    task = Scrubbing(Scrubber(records.TwilioRecords(ACCOUNT, TOKEN, SENDER)), log, broken)
    assert [await task.round() for _ in range(3)] == [30, 60, 120]
    assert all(TEXT not in repr(line) for line in log.lines)


def test_a_scrubber_that_is_stopped_deletes_nothing_more() -> None:
    account = filled(4)
    with twilio_api(account) as client:
        scrubber = scrubber_of(client)
        scrubber.stop()
        assert scrubber.step() is None
    assert not any(asked.startswith("DELETE") for asked in account.asked)


@pytest.mark.anyio
async def test_the_channel_begins_and_ends_what_runs_beside_it() -> None:
    began, scrubber = asyncio.Event(), Scrubber(records.TwilioRecords(ACCOUNT, TOKEN, SENDER))

    async def nobody() -> bool:
        began.set()
        return False

    world = World(None)
    channel = WhatsApp(
        ACCOUNT, TOKEN, SENDER, PUBLIC, world.conversations, background=Scrubbing(scrubber, lease=nobody)
    )
    await channel.start()
    await began.wait()
    assert channel.heartbeat > 0
    await channel.stop()
    await channel.stop()
    assert scrubber._stopped.is_set()


def test_no_number_no_id_and_no_text_is_logged_or_kept(capfd: pytest.CaptureFixture[str]) -> None:
    written, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(written), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    account = filled(2)
    with twilio_api(account) as client:
        scrubber = scrubber_of(client)
        account.troubles.append((503, {}))
        with pytest.raises(UnavailableError) as raised:
            scrubber.step()
        scrubber.step()
        kept = (
            repr(vars(scrubber)) + repr(raised.value) + repr(vars(client._messages._version.domain.twilio.http_client))
        )
    root.removeHandler(handler)
    root.setLevel(level)
    captured = capfd.readouterr()
    said = written.getvalue() + captured.out + captured.err + kept
    assert [secret for secret in (TEXT, PERSON, PERSON[-8:], SENDER, TOKEN, "SM0") if secret in said] == []
