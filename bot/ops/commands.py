# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of whoever runs the bot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import typer

from bot.errors import ConfigurationError
from bot.ops.doctor import examine


def register(app: typer.Typer, folder: Callable[[], Path], moment: Callable[[str], datetime]) -> None:
    """Add the commands to `app`; `folder` and `moment` as in `bot.reports.commands`."""

    @app.command()
    def doctor() -> None:
        """Dice che cosa manca per andare in linea, e che cosa non è sicuro."""
        report = examine(Path.cwd(), folder(), moment("").date())
        for line in report.lines():
            typer.echo(line)
        if not report.ready:
            raise typer.Exit(1)

    @app.command()
    def serve() -> None:
        """Risponde alle persone, sui canali configurati, finché non lo si ferma."""
        from bot.ops import serve as serving  # noqa: PLC0415 - the server and its libraries, for this command alone

        try:
            status = serving.serve(Path.cwd(), folder())
        except ConfigurationError as error:
            typer.echo(str(error), err=True)
            raise typer.Exit(serving.CONFIGURATION) from None
        raise typer.Exit(status)
