# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing of a person in a log, on standard output, or in an object that stays: with every logger wide open."""

from __future__ import annotations

import gc
import io
import logging
from collections.abc import Iterator

import pytest

from bot.channels.whatsapp.inbound import inbound
from tests.whatsapp.world import ACCOUNT, SENDER, TOKEN, World, headers_for

PLANTED = {
    "From": "whatsapp:+390000077777",
    "WaId": "390000077777",
    "ProfileName": "Zuleika Inventata",
    "Body": "parola-mai-vista-qui",
    "Address": "Via che non esiste 77",
    "Latitude": "43.777771",
    "Longitude": "10.777772",
}


@pytest.fixture
def everything_logged() -> Iterator[io.StringIO]:
    """What all loggers, at their most talkative, have written."""
    written = io.StringIO()
    handler, root = logging.StreamHandler(written), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


def found(text: str) -> list[str]:
    return [value for value in (*PLANTED.values(), TOKEN) if value in text]


@pytest.mark.anyio
async def test_nothing_of_a_person_is_written_anywhere(
    world: World, everything_logged: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    form = world.form(**PLANTED)
    await world.posts(form)
    await world.posts({**form, "Latitude": "", "Longitude": ""})
    await world.posts({**form, "To": "whatsapp:+390000000002"})
    await world.adapter.handle(headers_for([]), b"Body=parola-mai-vista-qui")
    captured = capfd.readouterr()
    written = everything_logged.getvalue() + captured.out + captured.err + repr(world.log.lines)
    assert found(written) == []
    assert len(world.log.lines) == 1


@pytest.mark.anyio
async def test_the_session_holds_no_text_and_nobody(world: World) -> None:
    await world.posts(world.form(**PLANTED))
    assert len(world.shelf.held) == 1
    assert found(repr(world.shelf.held)) == []


@pytest.mark.anyio
async def test_after_a_call_no_object_holds_what_it_brought(world: World) -> None:
    await world.posts(world.form(**{name: value + "x" for name, value in PLANTED.items()}))
    gc.collect()
    kept = [held for held in gc.get_objects() if isinstance(held, dict | list | tuple) and any_of(held)]
    assert kept == []


def any_of(held: dict[object, object] | list[object] | tuple[object, ...]) -> bool:
    """Whether one of the values that the last call brought is inside, without asking what else is."""
    values = list(held.values()) if isinstance(held, dict) else list(held)
    return any(isinstance(value, str) and value.endswith("x") and value[:-1] in PLANTED.values() for value in values)


def test_what_goes_on_inside_has_no_name_and_shows_none() -> None:
    fields = {"AccountSid": ACCOUNT, "To": SENDER, "MessageSid": "SM1", **PLANTED}
    came = inbound(list(fields.items()), ACCOUNT, SENDER)
    assert found(repr(came)) == []
    assert PLANTED["ProfileName"] not in {came.who, came.delivery}
    assert came.__slots__ == ("who", "delivery", "event", "opted_out")
