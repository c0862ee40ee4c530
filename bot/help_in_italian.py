# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What `--help` says around our own sentences: typer says it in English, and offers no other language."""

from __future__ import annotations

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup, TyperOption

_USAGE = {"Usage:": "Uso:", "[OPTIONS]": "[OPZIONI]", "COMMAND [ARGS]...": "COMANDO [ARGOMENTI]..."}
_PANELS = {
    "ARGUMENTS_PANEL_TITLE": "Argomenti",
    "OPTIONS_PANEL_TITLE": "Opzioni",
    "COMMANDS_PANEL_TITLE": "Comandi",
    "DEFAULT_STRING": "[se manca: {}]",
    "REQUIRED_LONG_STRING": "[obbligatorio]",
}


class _Command(TyperCommand):
    """A command whose help is in Italian."""

    def get_usage(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer's own, of a base that it hides
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]  # as above
        return _help(super().get_help_option(ctx))


class _Group(TyperGroup):
    """A group of commands whose help is in Italian."""

    def get_usage(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer's own, of a base that it hides
        return _usage(super().get_usage(ctx))

    def get_help_option(self, ctx: typer.Context) -> TyperOption | None:  # type: ignore[override]  # as above
        return _help(super().get_help_option(ctx))


def _usage(said: str) -> str:
    for english, italian in _USAGE.items():
        said = said.replace(english, italian)
    return said


def _help(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Mostra questo aiuto ed esce."
    return option


def speak_italian(app: typer.Typer) -> None:
    """Let `app`, its commands and its groups help in Italian. Called once all of them are there."""
    for name, italian in _PANELS.items():
        setattr(rich_utils, name, italian)
    app.info.cls = _Group
    for command in app.registered_commands:
        command.cls = _Command
    for group in app.registered_groups:
        if group.typer_instance is not None:
            speak_italian(group.typer_instance)
