# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands that concern Telegram: how the bot is presented there, and links into a conversation."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.channels.telegram.told import TOKEN_REFUSED, UNREACHED
from bot.checks.privacy import guard_of
from bot.checks.run import load_checked
from bot.content.bundle import Bundle
from bot.content.telegram_file import FILE, TelegramFile, load_telegram
from bot.dialogue.address import Address
from bot.errors import ConfigurationError, UsageError
from bot.ops.settings import load

if TYPE_CHECKING:
    from bot.channels.telegram.profile import Profile
    from bot.channels.telegram.trouble import Why
    from bot.channels.telegram.wire import Wire

T = TypeVar("T")

_NAMES = {"name": "nome", "description": "descrizione", "short": "riga del profilo", "commands": "comandi"}
_USERNAME = re.compile(r"[A-Za-z0-9_]{4,32}")
_POSTERS = "Un collegamento porta all'inizio: «{at}» direbbe di che cosa si tratta. Se è proprio voluto: --force."


def register(app: typer.Typer, folder: Callable[[], Path], moment: Callable[[str], datetime]) -> None:
    """Add the commands to `app`; `folder` and `moment` as in `bot.reports.commands`."""
    group = typer.Typer(no_args_is_help=True)
    app.add_typer(group, name="telegram", help="Telegram.")

    @group.command()
    def setup(
        *, dry_run: Annotated[bool, typer.Option("--dry-run", help="Di' soltanto che cosa cambierebbe.")] = False
    ) -> None:
        """Imposta in Telegram nome, descrizioni e comandi, in ogni lingua; ciò che è già giusto resta com'è."""
        profiles = _profiles(folder(), moment("").date())
        for line in _with_wire(lambda wire: _set_up(wire, profiles, dry_run=dry_run)):
            typer.echo(line)

    @app.command()
    def link(
        at: Annotated[str, typer.Argument(help="Un punto della conversazione, solo con --force.")] = "",
        language: Annotated[str, typer.Option(help="La lingua in cui si apre; senza, quella del telefono.")] = "",
        bot: Annotated[str, typer.Option(help="Il nome utente del bot; senza, lo si chiede a Telegram.")] = "",
        *,
        force: Annotated[bool, typer.Option("--force", help="Anche se il collegamento dice un argomento.")] = False,
    ) -> None:
        """Un collegamento da stampare o da mandare, che apre la conversazione."""
        payload = _payload(load_checked(folder(), moment("").date()), at, language, force=force)
        username = _named(bot.removeprefix("@")) if bot else _named(_with_wire(_username))
        typer.echo(f"https://t.me/{username}" + (f"?start={payload}" if payload else ""))


def _payload(bundle: Bundle, at: str, language: str, *, force: bool) -> str:
    """What stands after `?start=`: opaque, and home in a language unless it was insisted on."""
    codec = bundle.codec
    if language and language not in bundle.locales:
        raise UsageError(f"La lingua «{language}» non c'è: scegli fra {', '.join(bundle.locales)}.")
    if not at:
        return codec.link(codec.home(language)) if language else ""
    address = codec.from_readable(at if ":" in at else f"{language or codec.languages[0]}:{at}")
    if address is None:
        raise UsageError(f"«{at}» non è un punto della conversazione: scrivilo come «ask-place topic=violence_self».")
    if not force and address != Address(address.language, codec.start):
        raise UsageError(_POSTERS.format(at=at))
    settled = bundle.world.settle(address)
    if settled.node != address.node:
        raise UsageError(f"«{at}» porterebbe all'inizio: manca qualcosa che quel punto deve sapere, o non esiste.")
    return codec.link(settled)


def _named(username: str) -> str:
    """As it stands in a link; Telegram knows no other names, and nothing else may become part of an address."""
    if not _USERNAME.fullmatch(username):
        raise UsageError("Il nome utente di un bot ha da 4 a 32 fra lettere senza accento, cifre e «_».")
    return username


def _profiles(folder: Path, today: date) -> list[Profile]:
    """How the bot is to be presented: in each language, and to whoever has none of them as in the first."""
    bundle, files = load_checked(folder, today), load_telegram(folder)
    first = bundle.codec.languages[0]
    if first not in files:
        raise ConfigurationError(f"Manca locales/{first}/{FILE}: dice come Telegram presenta il bot.")
    for problem in revealing(bundle, files):
        raise ConfigurationError(problem)
    return [_profile("", files[first]), *(_profile(language, file) for language, file in files.items())]


def revealing(bundle: Bundle, files: Mapping[str, TelegramFile]) -> Iterator[str]:
    """One sentence for each word that would tell whoever sees it what the bot is about."""
    for language, file in files.items():
        guard = guard_of(bundle, language)
        for text in file.said():
            if word := guard.found(text):
                yield f"locales/{language}/{FILE} dice «{word}» in «{text}»: lo legge chiunque apra il telefono."


def _profile(language: str, file: TelegramFile) -> Profile:
    from bot.channels.telegram.profile import Profile  # noqa: PLC0415 - large, and only here

    return Profile(language, file.name, file.description, file.short, tuple(file.commands.items()))


async def _set_up(wire: Wire, profiles: list[Profile], *, dry_run: bool) -> list[str]:
    from bot.channels.telegram.profile import changes, make  # noqa: PLC0415 - large, and only here

    found = _made(await changes(wire, profiles))
    said = [
        f"{change.language or 'tutti'}, {_NAMES[change.what]}: «{change.before}» → «{change.after}»" for change in found
    ]
    if dry_run or not found:
        return [*said, "Nulla è stato cambiato." if found else "È già tutto come deve essere."]
    for change in found:
        _made(await make(wire, change))
    return [*said, f"Cambiamenti fatti: {len(found)}."]


async def _username(wire: Wire) -> str:
    return _made(await wire.username())


def _made(answer: T | Why) -> T:
    """What Telegram answered. Raises ConfigurationError where it did not do what was asked."""
    from bot.channels.telegram.trouble import Why  # noqa: PLC0415 - large, and only here

    if isinstance(answer, Why):
        raise ConfigurationError(TOKEN_REFUSED if answer is Why.TOKEN else UNREACHED)
    return answer


def _with_wire(work: Callable[[Wire], Coroutine[object, object, T]]) -> T:
    """Do something with Telegram, and nothing else."""
    from bot.channels.telegram.wire import alone  # noqa: PLC0415 - large, and only here

    settings = load().settings
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    return asyncio.run(alone(token, settings.telegram_api_url, work))
