# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The command `bussola`: what operators, authors and maintainers run. Wiring only; the work is done elsewhere."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from typer.exceptions import TyperException

from bot import __version__
from bot.app import Visit, answer
from bot.channels.base import Channel
from bot.channels.terminal.record import Recorder
from bot.channels.terminal.talk import Reply, converse, drawn
from bot.checks.prove import prove_bundle
from bot.checks.run import before_codes, load_checked, run_checks
from bot.content import schemas
from bot.content.bundle import Bundle
from bot.content.loading import LOCK, load_lock, load_parts
from bot.content.published import publish as with_codes
from bot.content.published import write_lock
from bot.dialogue.events import Event
from bot.endings import ending, misunderstood
from bot.errors import ContentError, UsageError
from bot.help_in_italian import speak_italian
from bot.ops.commands import register as register_ops
from bot.ops.telegram_commands import register as register_telegram
from bot.ops.whatsapp_commands import register as register_whatsapp
from bot.reports.commands import register as register_reports
from bot.testing import CHANNELS

ITALY = ZoneInfo("Europe/Rome")
EXAMPLE = "near place=pisa-pi topic=violence_self"
LONGEST_LINE = 65_536
"""Characters of a typed line that are read: nobody types more, and a pipe without line ends must not fill memory."""
YEARS = range(2020, 2100)
"""Years that can be asked for: in others the facts of the directory mean nothing."""
app = typer.Typer(
    name="bussola",
    help="Dal bisogno al contatto giusto più vicino.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
screen = Console(highlight=False, markup=False, soft_wrap=True)


def content_folder() -> Path:
    """Where flows/, locales/ and the directory are: the setting CONTENT, else the checkout that we run from."""
    return Path(os.environ.get("CONTENT") or Path(__file__).resolve().parents[1])


@app.command()
def chat(
    channel: Annotated[str, typer.Option(help="Disegna come: telegram o whatsapp.")] = "telegram",
    locale: Annotated[str, typer.Option(help="La lingua con cui si comincia.")] = "it",
    at: Annotated[str, typer.Option(help=f"Da dove si comincia, per esempio «{EXAMPLE}».")] = "",
    now: Annotated[str, typer.Option(help="Fai come se fosse questo momento: 2026-11-23T10:00.")] = "",
    record: Annotated[Path | None, typer.Option(help="Scrivi qui la conversazione, come transcript.")] = None,
) -> None:
    """Parla con il bot in questo terminale, o mandagli righe da una pipe."""
    moment, drawn_as = _moment(now), _channel(channel)
    _refuse_unwritable(record)
    bundle = load_checked(content_folder(), moment.date())
    talk = _Talk(bundle, drawn_as, _language(bundle, locale), moment, fixed=bool(now))
    recorder = Recorder(channel, locale, f"{moment:%Y-%m-%dT%H:%M}")
    try:
        converse(lambda event: talk.turn(event, recorder), _line, _show, _start(bundle, talk.language, at))
    except KeyboardInterrupt:
        screen.print()
    if record is not None:
        record.write_text(recorder.text(), encoding="utf-8")


def _refuse_unwritable(record: Path | None) -> None:
    """A conversation must not be lost at its end for a folder that could be seen before it begins to be missing."""
    if record is not None and (record.is_dir() or not os.access(record.parent, os.W_OK)):
        raise UsageError(f"In «{record}» non si può scrivere: serve un file in una cartella che c'è già.")


class _Talk:
    """The terminal's own session: one conversation, its state kept as a string."""

    def __init__(self, bundle: Bundle, channel: Channel, language: str, moment: datetime, *, fixed: bool) -> None:
        self.bundle, self.channel, self.language = bundle, channel, language
        self._moment, self._fixed = moment, fixed
        self._state = ""

    def turn(self, event: Event, recorder: Recorder) -> Reply:
        now = self._moment if self._fixed else datetime.now(ITALY)
        answered = answer(self.bundle, Visit(self.channel, now, self.language), self._state, event)
        self._state = answered.state
        place = self.bundle.codec.readable(self.bundle.world.read(answered.state, self.language))
        recorder.note(event, place.partition(":")[2], erased=answered.erased)
        return Reply(answered.outgoing, answered.erased)


def _show(reply: Reply) -> None:
    if reply.ended:
        screen.clear()
    screen.print(drawn(reply.outgoing) if not reply.ended else reply.outgoing.text.split("\n\n")[0])
    screen.print()


def _line() -> str | None:
    """A typed line, or as much of it as anybody could mean; None where there are no more."""
    if sys.stdin.isatty():
        screen.print("> ", end="")
    line = rest = sys.stdin.readline(LONGEST_LINE)
    while rest and not rest.endswith("\n"):
        rest = sys.stdin.readline(LONGEST_LINE)
    return line or None


def _moment(text: str) -> datetime:
    """The moment that was typed, in Italy's time where it names no other; now for ""."""
    if not text:
        return datetime.now(ITALY)
    try:
        written = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"«{text}» non è un momento: scrivilo come 2026-11-23T10:00.") from None
    if written.year not in YEARS:
        raise UsageError(f"«{text}» è troppo lontano: serve un anno dal {YEARS.start} al {YEARS.stop - 1}.")
    return written.astimezone(ITALY) if written.tzinfo else written.replace(tzinfo=ITALY)


def _channel(name: str) -> Channel:
    if name not in CHANNELS:
        raise UsageError(f"Il canale «{name}» non c'è: scegli fra {', '.join(CHANNELS)}.")
    return CHANNELS[name]


def _language(bundle: Bundle, code: str) -> str:
    if code not in bundle.locales:
        raise UsageError(f"La lingua «{code}» non c'è: scegli fra {', '.join(bundle.locales)}.")
    return code


def _start(bundle: Bundle, language: str, at: str) -> str:
    if not at:
        return bundle.codec.encode(bundle.codec.home(language))
    if ":" in at:
        language = _language(bundle, at.partition(":")[0])
    written = bundle.codec.from_readable(at if ":" in at else f"{language}:{at}")
    address = written or bundle.codec.exact(at)
    if address is None:
        hint = f"scrivilo come «{EXAMPLE}», o come sta in un pulsante"
        raise UsageError(f"«{at}» non è un punto della conversazione: {hint}.")
    missing = bundle.flow.nodes[address.node].needs - address.filled()
    if written and missing:
        raise UsageError(f"A «{at}» manca {', '.join(sorted(missing))}: scrivilo come «{EXAMPLE}».")
    return bundle.codec.encode(bundle.world.settle(address))


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="La cartella da controllare.")] = None,
    *,
    prove: Annotated[bool, typer.Option("--prove", help="Prova anche ogni luogo, argomento e ora.")] = False,
) -> None:
    """Controlla flussi, parole ed elenco dei servizi; tace se tutto va bene."""
    folder, today = folder or content_folder(), datetime.now(ITALY).date()
    problems = run_checks(folder, today)
    for problem in problems:
        screen.print(str(problem))
    if problems:
        raise typer.Exit(1)
    if prove:
        _prove(folder, today)


def _prove(folder: Path, today: date) -> None:
    report = prove_bundle(load_checked(folder, today), today)
    for line in report.lines:
        screen.print(line)
    if not report.holds:
        raise typer.Exit(1)


@app.command()
def publish() -> None:
    """Dà un codice a ciò che non ne ha ancora: da allora i suoi pulsanti valgono per sempre."""
    folder, today = content_folder(), datetime.now(ITALY).date()
    if wrong := before_codes(folder, today):
        raise ContentError(wrong)
    lock = load_lock(folder)
    grown = with_codes(lock, load_parts(folder, today).current())
    (folder / LOCK).write_text(write_lock(grown), encoding="utf-8")
    added = sum(map(len, grown.values())) - sum(map(len, lock.values()))
    screen.print(f"Codici nuovi: {added}.")


@app.command(name="schemas")
def write_schemas() -> None:
    """Scrive gli schemi JSON con cui un editor completa e sottolinea i file."""
    for path, text in schemas.texts().items():
        target = content_folder() / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
        screen.print(path)


@app.command()
def about() -> None:
    """Che cos'è, quale versione, da dove vengono i dati dei luoghi."""
    screen.print(f"Bussola {__version__}, licenza EUPL-1.2.")
    screen.print((content_folder() / "data" / "ATTRIBUTION.txt").read_text(encoding="utf-8").rstrip())


register_reports(app, content_folder, _moment)
register_ops(app, content_folder, _moment)
register_telegram(app, content_folder, _moment)
register_whatsapp(app)
speak_italian(app)


def main() -> None:
    """Run a command; what it says if it cannot, and its exit status, are those of `bot.endings`."""
    _open_streams()
    errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
    try:
        sys.exit(app(sys.argv[1:] or ["--help"], standalone_mode=False) or 0)
    except TyperException as error:
        said, status = misunderstood(error.format_message())
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last resort of a command
        said, status = ending(error)
    if said:
        errors.print(said)
    sys.exit(status)


def _open_streams() -> None:
    """Streams that were closed from outside read nothing and write nowhere; no byte is refused by the others."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until we exit
        elif name == "stdin":
            stream.reconfigure(encoding="utf-8", errors="replace")
        else:
            stream.reconfigure(errors="replace")
