# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Calls that are not Twilio's, or not for us: 4xx and an empty body, before anything is done or remembered."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from random import Random
from urllib.parse import urlencode

import pytest

from bot.channels.base import Reply
from bot.channels.whatsapp.adapter import WhatsApp
from bot.channels.whatsapp.form import FORM, LARGEST, Fields, RefusedError, Signer
from bot.errors import ConfigurationError
from bot.log import Code
from tests.whatsapp.world import ACCOUNT, PUBLIC, SENDER, TOKEN, World, headers_for

UNSIGNED_CALLS = int(os.environ.get("UNSIGNED_CALLS", "2000"))
"""How many wrong signatures are tried; `UNSIGNED_CALLS=200000 pytest tests/whatsapp/test_refusals.py` for the rest."""


def call(world: World, body: str = "ciao", **more: str) -> Fields:
    return list(world.form(body, **more).items())


async def refused(world: World, headers: dict[str, str], body: bytes) -> int:
    """The status of a refusal that did nothing and said nothing."""
    reply = await world.adapter.handle(headers, body)
    assert reply == Reply(reply.status)
    assert world.shelf.held == {}
    assert {code for code, _ in world.log.lines} <= {Code.WHATSAPP_REFUSED}
    return reply.status


CHANGES: dict[str, Callable[[Fields], Fields]] = {
    "a field dropped": lambda fields: fields[:-1],
    "an empty field dropped": lambda fields: [pair for pair in fields if pair[1]],
    "a field repeated with another value": lambda fields: [*fields, ("Body", "9")],
    "a field added": lambda fields: [*fields, ("Extra", "1")],
    "a value in capitals": lambda fields: [(name, value.upper()) for name, value in fields],
    "a value trimmed": lambda fields: [(name, value.strip()) for name, value in fields],
    "names in small letters": lambda fields: [(name.lower(), value) for name, value in fields],
}


@pytest.mark.anyio
@pytest.mark.parametrize("how", CHANGES)
async def test_a_call_changed_on_its_way_is_refused(world: World, how: str) -> None:
    fields = call(world, " ciao ", Address="")
    body = urlencode(CHANGES[how](fields)).encode()
    assert await refused(world, headers_for(fields), body) == 403


@pytest.mark.anyio
@pytest.mark.parametrize(
    "url",
    [
        "http://bussola.example/whatsapp",
        "https://bussola.example/whatsapp/",
        "https://bussola.example/",
        "https://bussola.example/WhatsApp",
        "https://BUSSOLA.example/whatsapp",
        "https://bussola.example:8443/whatsapp",
        "https://127.0.0.1:8080/whatsapp",
        "https://bussola.example/whatsapp?a=1",
        "https://bussola.example/telegram",
    ],
)
async def test_a_call_signed_for_another_address_is_refused(world: World, url: str) -> None:
    fields = call(world)
    assert await refused(world, headers_for(fields, url), urlencode(fields).encode()) == 403


@pytest.mark.anyio
@pytest.mark.parametrize("url", [f"{PUBLIC}/whatsapp", f"{PUBLIC}:443/whatsapp"])
async def test_the_address_that_is_configured_is_served_with_the_port_that_goes_without_saying(
    world: World, url: str
) -> None:
    fields = call(world)
    assert (await world.adapter.handle(headers_for(fields, url), urlencode(fields).encode())).status == 200


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("x-twilio-signature", None, 403),
        ("x-twilio-signature", "", 403),
        ("x-twilio-signature", "A" * 28, 403),
        ("x-twilio-signature", "A" * 27 + "=", 403),
        ("x-twilio-signature", "é" * 28, 403),
        ("x-twilio-signature", "\udcff" * 28, 403),
        ("x-twilio-signature", "A" * 100_000, 403),
        ("content-type", None, 415),
        ("content-type", "", 415),
        ("content-type", "application/json", 415),
        ("content-type", "multipart/form-data; boundary=x", 415),
        ("content-type", "text/plain", 415),
        ("content-encoding", "gzip", 415),
        ("content-encoding", "identity", 415),
    ],
)
async def test_a_call_with_wrong_headers_is_refused(world: World, header: str, value: str | None, status: int) -> None:
    fields = call(world)
    headers = {**headers_for(fields), header: value}
    given = {name: text for name, text in headers.items() if text is not None}
    assert await refused(world, given, urlencode(fields).encode()) == status


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 403),
        (b"{}", 403),
        (b"Body=ciao", 403),
        (b"Body=%ff", 400),
        (b"Body=%ed%a0%80", 400),
        ("Body=perché".encode("latin-1"), 400),
        (b"\x00\xff", 400),
        (gzip.compress(b"Body=ciao"), 400),
        (b"a=1&" * 201, 400),
        (b"Body=" + b"a" * (LARGEST - 5), 403),
        (b"Body=" + b"a" * (LARGEST - 4), 413),
        (b"Body=" + b"%61" * (LARGEST - 5), 403),
        (b"Body=" + b"%61" * (LARGEST - 4), 413),
        (b"Body=" + b"%" * (LARGEST - 5), 403),
        (b"Body=" + b"%6" * (LARGEST // 2), 413),
    ],
)
async def test_a_body_that_twilio_would_not_send_is_refused(world: World, body: bytes, status: int) -> None:
    headers = {"content-type": FORM, "x-twilio-signature": "A" * 28}
    assert await refused(world, headers, body) == status


@pytest.mark.anyio
async def test_a_body_cut_at_any_point_is_refused(world: World) -> None:
    fields = call(world, "perché")
    body, headers = urlencode(fields).encode(), headers_for(fields)
    assert {await refused(world, headers, body[:end]) for end in range(len(body))} <= {400, 403}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"AccountSid": "AC00000000000000000000000000000002"}, 403),
        ({"AccountSid": ""}, 403),
        ({"To": "whatsapp:+390000000009"}, 403),
        ({"To": "+390000000000"}, 403),
        ({"From": ""}, 400),
    ],
)
async def test_a_signed_call_about_somebody_else_is_refused(world: World, change: dict[str, str], status: int) -> None:
    fields = call(world, **change)
    assert await refused(world, headers_for(fields), urlencode(fields).encode()) == status


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["AccountSid", "To", "From", "MessageSid", "Body", "NumMedia", "Latitude"])
async def test_a_field_that_we_read_is_never_there_twice(world: World, name: str) -> None:
    fields = call(world, Latitude="43.7", Longitude="10.4")
    fields.append((name, dict(fields)[name]))
    assert await refused(world, headers_for(fields), urlencode(fields).encode()) == 400


@pytest.mark.anyio
async def test_no_wrong_signature_of_very_many_is_let_through(world: World) -> None:
    chance, fields = Random(7), call(world)  # noqa: S311 - the same tries on every machine
    body, right = urlencode(fields).encode(), headers_for(fields)
    for number in range(UNSIGNED_CALLS):
        headers = dict(right)
        signature = list(right["x-twilio-signature"])
        signature[chance.randrange(27)] = chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ-_ é")
        wrong = ["".join(signature).swapcase(), "".join(signature)[:-1], Signer(str(number), PUBLIC).sign(fields), ""]
        headers["x-twilio-signature"] = wrong[number % 4]
        assert await refused(world, headers, body) == 403
    assert (await world.adapter.handle(right, body)).status == 200


@pytest.mark.anyio
async def test_refused_calls_cannot_fill_the_log(world: World) -> None:
    for _ in range(500):
        await world.adapter.handle({}, b"")
    world.seconds += 10
    await world.adapter.handle({}, b"x" * (LARGEST + 1))
    assert world.log.lines == [
        (Code.WHATSAPP_REFUSED, {"status": 415, "times": 1}),
        (Code.WHATSAPP_REFUSED, {"status": 413, "times": 500}),
    ]


def test_a_refusal_says_nothing_of_the_call() -> None:
    assert RefusedError(403).args == ()


@pytest.mark.parametrize("missing", range(4))
def test_a_channel_without_its_settings_says_which_it_needs(world: World, missing: int) -> None:
    settings = [ACCOUNT, TOKEN, SENDER, PUBLIC]
    settings[missing] = ""
    account, token, sender, public = settings
    with pytest.raises(ConfigurationError, match=r"TWILIO_AUTH_TOKEN.*PUBLIC_URL"):
        WhatsApp(account, token, sender, public, world.conversations)
