# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How the bot is presented in Telegram, and links into a conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.channels.telegram.profile import Profile, changes, make
from bot.channels.telegram.told import TOKEN_MISSING, TOKEN_REFUSED
from bot.channels.telegram.trouble import Why
from bot.channels.telegram.wire import Requests, Wire
from bot.cli import app
from bot.content.bundle import Bundle
from bot.content.telegram_file import TelegramFile, load_telegram
from bot.errors import ConfigurationError, UsageError
from bot.log import silent
from bot.ops.telegram_commands import revealing
from tests.telegram.fake import TOKEN, Fake, Refusal, too_many
from tests.telegram.over_http import listening
from tests.telegram.world import World

ROOT = Path(__file__).parents[2]
ITALIAN = Profile("", "Bussola", "Descrizione", "Riga", (("start", "Inizio"), ("esci", "Chiudi")))
ENGLISH = Profile("en", "Bussola", "Description", "Line", (("start", "Start"), ("exit", "Close")))


def wire(world: World) -> Wire:
    return Wire(TOKEN, "", world.bot.clock, silent, Requests(world.fake, world.fake))


@pytest.mark.anyio
async def test_all_is_set_once_and_the_second_time_nothing_is_left_to_do(world: World) -> None:
    line = wire(world)
    found = await changes(line, [ITALIAN, ENGLISH])
    assert not isinstance(found, Why)
    assert [(change.language, change.what) for change in found] == [
        (language, what) for language in ("", "en") for what in ("name", "description", "short", "commands")
    ]
    assert [await make(line, change) for change in found] == [True] * 8
    assert await changes(line, [ITALIAN, ENGLISH]) == []


@pytest.mark.anyio
async def test_only_what_differs_is_set_and_looking_changes_nothing(world: World) -> None:
    line = wire(world)
    found = await changes(line, [ITALIAN])
    assert not isinstance(found, Why)
    for change in found:
        await make(line, change)
    world.fake.profile["Name", ""] = {"name": "Altro"}
    found = await changes(line, [ITALIAN])
    assert not isinstance(found, Why)
    (change,) = found
    assert (change.what, change.before, change.after) == ("name", "Altro", "Bussola")
    assert world.fake.profile["Name", ""] == {"name": "Altro"}


@pytest.mark.anyio
@pytest.mark.parametrize(("refusal", "why"), [(Refusal(401, "Unauthorized"), Why.TOKEN), (too_many(9999), Why.LIMITED)])
async def test_where_telegram_does_not_say_how_things_are_nothing_is_changed(
    world: World, refusal: Refusal, why: Why
) -> None:
    world.fake.fail("getMyDescription", refusal)
    assert await changes(wire(world), [ITALIAN]) is why
    assert world.fake.profile == {}


def test_every_language_with_screens_is_presented_in_it(bundle: Bundle) -> None:
    assert load_telegram(ROOT).keys() == bundle.locales.keys()


def test_nothing_that_presents_the_bot_reveals_what_it_is_about(bundle: Bundle) -> None:
    assert list(revealing(bundle, load_telegram(ROOT))) == []


def test_a_word_that_reveals_is_found_wherever_it_stands(bundle: Bundle) -> None:
    fine = load_telegram(ROOT)["it"]
    words = "Un centro antiviolenza"
    changed: list[TelegramFile] = [fine.model_copy(update={field: words}) for field in ("name", "short", "description")]
    changed.append(fine.model_copy(update={"commands": {"start": words}}))
    assert [len(list(revealing(bundle, {"it": file}))) for file in changed] == [1, 1, 1, 1]


def test_every_command_is_a_word_that_is_understood_in_every_language(bundle: Bundle) -> None:
    expected = {"lingua": "language_change", "language": "language_change", "privacy": "privacy"}
    for file in load_telegram(ROOT).values():
        for command in file.commands.keys() - {"start"}:
            for language in bundle.locales:
                heard = bundle.world.understanding.hear(command, language, bundle.flow.start)
                assert heard.exit or heard.intent == expected[command], (command, language)


@pytest.fixture
def bussola(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command in this process, with the shipped files and an invented token."""
    monkeypatch.setattr("bot.ops.telegram_commands.load_checked", lambda *_: bundle)
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("CONTENT", str(ROOT))

    def run(*arguments: str, api: str = "") -> Result:
        if api:
            monkeypatch.setenv("TELEGRAM_API_URL", api)
        return CliRunner().invoke(app, arguments)

    return run


@pytest.mark.anyio
async def test_setup_says_what_it_would_change_changes_it_and_then_has_nothing_to_do(
    bussola: Callable[..., Result],
) -> None:
    fake = Fake()
    async with listening(fake) as address:
        dry = await asyncio.to_thread(bussola, "telegram", "setup", "--dry-run", api=address)
        assert (dry.exit_code, fake.profile) == (0, {})
        assert dry.stdout.splitlines()[-1] == "Nulla è stato cambiato."
        assert "tutti, nome: «» → «Bussola»" in dry.stdout.splitlines()
        done = await asyncio.to_thread(bussola, "telegram", "setup", api=address)
        assert done.stdout.splitlines()[-1].startswith("Cambiamenti fatti: ")
        again = await asyncio.to_thread(bussola, "telegram", "setup", api=address)
        assert again.stdout == "È già tutto come deve essere.\n"
    assert fake.profile["Name", "en"]["name"] == "Bussola"
    assert fake.broken == []


@pytest.mark.anyio
async def test_a_refused_token_is_one_sentence_without_the_token(bussola: Callable[..., Result]) -> None:
    fake = Fake()
    fake.fail("getMyName", Refusal(401, "Unauthorized"))
    async with listening(fake) as address:
        told = await asyncio.to_thread(bussola, "telegram", "setup", api=address)
    assert isinstance(told.exception, ConfigurationError)
    assert str(told.exception) == TOKEN_REFUSED


@pytest.mark.anyio
async def test_a_link_leads_home_and_asks_telegram_what_the_bot_is_called(
    bundle: Bundle, bussola: Callable[..., Result]
) -> None:
    async with listening(Fake()) as address:
        plain = await asyncio.to_thread(bussola, "link", api=address)
        english = await asyncio.to_thread(bussola, "link", "--language", "en", api=address)
    assert plain.stdout == "https://t.me/prova_bot\n"
    codec = bundle.codec
    assert english.stdout == f"https://t.me/prova_bot?start={codec.link(codec.home('en'))}\n"


def test_a_link_to_more_than_home_must_be_insisted_on(bundle: Bundle, bussola: Callable[..., Result]) -> None:
    refused = bussola("link", "ask-place topic=violence_self", "--bot", "@prova_bot")
    assert isinstance(refused.exception, UsageError)
    assert "--force" in str(refused.exception)
    forced = bussola("link", "ask-place topic=violence_self", "--bot", "@prova_bot", "--force")
    payload = forced.stdout.strip().partition("?start=")[2]
    assert bundle.codec.readable(bundle.codec.decode(payload)) == "it:ask-place topic=violence_self"
    assert not {"place", "topic", "violence"} & set(payload.split("-"))


@pytest.mark.parametrize("wrong", [["nowhere"], ["home", "--language", "xx"], ["near place=atlantide", "--force"]])
def test_a_link_to_nowhere_is_refused(bussola: Callable[..., Result], wrong: list[str]) -> None:
    assert isinstance(bussola("link", *wrong, "--bot", "prova_bot").exception, UsageError)


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_point_that_would_only_be_the_beginning_is_not_printed_as_if_it_were_more(
    force: list[str], bussola: Callable[..., Result]
) -> None:
    told = bussola("link", "near place=pisa-pi", "--bot", "prova_bot", *force).exception
    assert isinstance(told, UsageError)
    assert "inizio" in str(told)
    assert len(str(told).splitlines()) == 1


def test_a_name_that_no_bot_can_have_is_not_put_into_an_address(bussola: Callable[..., Result]) -> None:
    assert isinstance(bussola("link", "--bot", "x y?z").exception, UsageError)


def test_without_a_token_one_sentence_says_where_to_get_one(
    bussola: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TELEGRAM_TOKEN")
    told = bussola("telegram", "setup").exception
    assert isinstance(told, ConfigurationError)
    assert str(told) == TOKEN_MISSING
