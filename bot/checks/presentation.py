# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the files with which Telegram presents the bot can be read (F01), and are there (Y14).

They are no part of a bundle, so nobody would miss one until `bussola telegram setup`. A network without Telegram has
none; where one language has its own, every language with screens must.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.content.bundle import Bundle
from bot.content.telegram_file import FILE, load_telegram
from bot.errors import ContentError, Problem


def problems(bundle: Bundle, folder: Path) -> Iterator[Problem]:
    """Everything that is wrong with those files in `folder`, where `bundle` comes from."""
    try:
        files = load_telegram(folder)
    except ContentError as error:
        yield from error.problems
        return
    for language in bundle.locales.keys() - files.keys() if files else ():
        hint = "Riprendilo dall'ultima versione, o scrivilo: un'altra lingua lo ha."
        yield Problem(f"locales/{language}/{FILE}", 0, 0, "Y14", "Il file non c'è.", hint)
    for language in files.keys() - bundle.locales.keys():
        hint = "Riprendi locale.yaml, words.yaml e messages.ftl, o togli questo file."
        said = "Telegram presenta il bot in una lingua che non ha schermate."
        yield Problem(f"locales/{language}/{FILE}", 0, 0, "Y14", said, hint)
