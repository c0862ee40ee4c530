# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of the reports: what operators ask of the directory, what a centre's people read and sign, and what
other programs ask of the bot.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.checks.run import load_checked
from bot.content import translated
from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.content.questions_file import load_questions
from bot.errors import UsageError
from bot.gallery.page import page as page_of_screens
from bot.reports import doors
from bot.reports.call_sheet import markdown
from bot.reports.coverage import Coverage, coverage
from bot.reports.coverage_page import page
from bot.reports.coverage_text import as_csv, table
from bot.reports.from_directory import Survey, service_questions
from bot.reports.from_network import network_questions
from bot.reports.questions import calls
from bot.reports.translating import mark

ATTRIBUTION = "data/ATTRIBUTION.txt"
FORMATS = ("table", "csv", "html")
Now = Annotated[str, typer.Option(help="Fai come se fosse questo giorno: 2026-11-22.")]


def sheet(bundle: Bundle, folder: Path, moment: datetime) -> str:
    """The calls to make, as Markdown, as of the day of `moment`. Raises ContentError for a wrong questions file."""
    survey = Survey(bundle.directory, bundle.gazetteer, bundle.flow.topics, moment.date())
    written = load_questions(folder, bundle.directory.services)
    return markdown(calls(written, [*network_questions(survey), *service_questions(survey)]), survey)


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands, given where the files are and how a moment is read from what was typed ("" is now)."""

    folder: Callable[[], Path]
    moment: Callable[[str], datetime]

    def stale(self, now: Now = "") -> None:
        """Le domande da fare al telefono, ufficio per ufficio: che cosa è scaduto, che cosa manca."""
        moment = self.moment(now)
        _print(sheet(self._bundle(moment), self.folder(), moment))

    def coverage(
        self,
        form: Annotated[str, typer.Option("--format", help="table, csv oppure html.")] = "table",
        now: Now = "",
        output: Annotated[Path | None, typer.Option(help="Scrivi in questo file.")] = None,
    ) -> None:
        """Chi risponde in ogni comune, per ogni argomento; i buchi, contati."""
        if form not in FORMATS:
            raise UsageError(f"Il formato «{form}» non c'è: scegli fra {', '.join(FORMATS)}.")
        moment = self.moment(now)
        bundle = self._bundle(moment)
        found = coverage(bundle.directory, bundle.gazetteer, bundle.flow.topics, moment.date())
        text = self._drawn(found)[form]()
        if output is None:
            _print(text)
        else:
            _write(output, text)

    def gallery(
        self,
        file: Annotated[Path, typer.Argument(help="Il file da scrivere.")] = Path("schermate.html"),
        now: Now = "",
        languages: Annotated[str, typer.Option(help="Oltre all'italiano, solo queste lingue: en,fr.")] = "",
    ) -> None:
        """Tutte le schermate in una pagina, da leggere e firmare: due canali, ogni lingua accanto all'italiano."""
        moment = self.moment(now)
        bundle = self._bundle(moment)
        older = {code: translated.state(bundle, self.folder(), code).older for code in translated.translations(bundle)}
        _write(file, page_of_screens(bundle, moment, _chosen(bundle, languages), older))

    def translated(
        self,
        language: Annotated[str, typer.Argument(help="La lingua della traduzione: en.")],
        read_again: Annotated[list[str] | None, typer.Argument(help="Testi riletti, che vanno bene così.")] = None,
    ) -> None:
        """Segna che i testi nuovi o riscritti di una lingua traducono l'italiano di oggi; nomina gli altri."""
        bundle = self._bundle(self.moment(""))
        _print(mark(bundle, self.folder(), language, read_again or ()))

    def place(self) -> None:
        """Da stdin, una riga JSON con «text»: dice quale luogo è."""
        self._door(doors.place)

    def nearest(self) -> None:
        """Da stdin, una riga JSON con «place», «topic» e «now»: dice chi può aiutare, e quanto è lontano."""
        self._door(doors.near)

    def understand(self) -> None:
        """Da stdin, una riga JSON con «text»: dice che cosa il bot ha capito."""
        self._door(doors.understand)

    def _door(self, door: doors.Door) -> None:
        bundle, refused = self._bundle(self.moment("")), False
        for answer in doors.answers(bundle, door, sys.stdin):
            _print(f"{answer}\n")
            refused = refused or "error" in json.loads(answer)
        if refused:
            raise typer.Exit(1)

    def _bundle(self, moment: datetime) -> Bundle:
        return load_checked(self.folder(), moment.date())

    def _drawn(self, found: Coverage) -> Mapping[str, Callable[[], str]]:
        attribution = self.folder() / ATTRIBUTION
        return {
            "table": lambda: table(found),
            "csv": lambda: as_csv(found),
            "html": lambda: page(found, attribution.read_text(encoding="utf-8")),
        }


def register(app: typer.Typer, folder: Callable[[], Path], moment: Callable[[str], datetime]) -> None:
    """Add these commands to `app`."""
    commands = Commands(folder, moment)
    for command in (
        commands.stale,
        commands.coverage,
        commands.gallery,
        commands.translated,
        commands.place,
        commands.nearest,
        commands.understand,
    ):
        app.command()(command)


def _chosen(bundle: Bundle, typed: str) -> list[str]:
    """Italian first, then the languages that were typed, or all. Raises UsageError for one that is not there."""
    asked = [code.strip() for code in typed.split(",") if code.strip()] or list(bundle.locales)
    for code in asked:
        if code not in bundle.locales:
            raise UsageError(f"La lingua «{code}» non c'è: ci sono {', '.join(bundle.locales)}.")
    return list(dict.fromkeys([BASE_LANGUAGE, *asked]))


def _print(text: str) -> None:
    """To standard output in UTF-8, whatever the terminal says it wants: it is often a pipe."""
    typer.echo(text.encode(), nl=False)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise UsageError(f"In «{path}» non si può scrivere.") from None
