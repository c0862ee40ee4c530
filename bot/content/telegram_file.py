# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`locales/<language>/telegram.yaml`: how the bot is presented by Telegram itself, before anybody has written a word.

Anybody who holds the phone reads this. It is no part of a bundle: `bussola telegram setup` hands it to Telegram.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.collecting import collected
from bot.content.schema_problems import shaped
from bot.content.strict_yaml import load

FILE = "telegram.yaml"

CommandName = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
CommandText = Annotated[str, Field(min_length=1, max_length=256)]


class TelegramFile(BaseModel):
    """Come Telegram presenta il bot, in una lingua. Lo legge chiunque abbia in mano il telefono."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    name: str = Field(min_length=1, max_length=64, description="Il nome nell'elenco delle chat.")
    short: str = Field(min_length=1, max_length=120, description="La riga nel profilo del bot e nei collegamenti.")
    description: str = Field(min_length=1, max_length=512, description="Che cosa si legge nella chat ancora vuota.")
    commands: dict[CommandName, CommandText] = Field(
        min_length=1, max_length=100, description="Le parole del menu dei comandi, e che cosa fanno."
    )

    def said(self) -> tuple[str, ...]:
        """Everything that can be read."""
        return (self.name, self.short, self.description, *self.commands, *self.commands.values())


def load_telegram(folder: Path) -> dict[str, TelegramFile]:
    """The files there are, by language. Raises ContentError with all that is wrong in any."""

    def reader(path: Path) -> Callable[[], TelegramFile]:
        return lambda: shaped(TelegramFile, load(path, name=path.relative_to(folder).as_posix()), "F01")

    return collected({path.parent.name: reader(path) for path in sorted((folder / "locales").glob(f"*/{FILE}"))})
