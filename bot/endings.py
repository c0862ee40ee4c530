# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How a command ends that could not do what was asked: one sentence in Italian, and an exit status.

1: the files are wrong; 2: the command is wrong; 70: we are; 130: interrupted. Never a traceback: it can hold what
somebody wrote. Of an error of ours only its class and its place are told.
"""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path

from bot.errors import BussolaError, ContentError, UsageError

FILES, COMMAND, OURS, INTERRUPTED = 1, 2, 70, 130
TOO_EARLY = "Nel giorno chiesto con --now alcune fonti dell'elenco non c'erano ancora: scegline uno più recente."

_SAID = (
    (r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<near>.+)\))?", "l'opzione {name} non c'è"),
    (r"No such option: (?P<name>\S+?)\.? Did you mean (?P<near>.+?)\?", "l'opzione {name} non c'è"),
    (r"No such command '(?P<name>.+?)'\.(?: Did you mean (?P<near>.+?)\?)?", "il comando «{name}» non c'è"),
    (r"Missing command\.", "manca il comando"),
    (r"Missing option '(?P<name>.+?)'.*", "manca l'opzione {name}"),
    (r"Missing \w+(?: '(?P<name>.+?)')?.*", "manca l'argomento {name}"),
    (r"Option '(?P<name>.+?)' requires (?:an argument|\d+ arguments)\.", "l'opzione {name} vuole un valore"),
    (r"Option '(?P<name>.+?)' does not take a value\.", "l'opzione {name} non vuole un valore"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.+)\)", "c'è qualcosa di troppo: {name}"),
    (r"Invalid value for (?P<name>.+?): .*", "il valore di {name} non va bene"),
)
"""What typer says, as a whole, and what we say instead."""


def refusal(said: str) -> str:
    """The part of a sentence that says what typer found: `said` is its message. Never English."""
    for pattern, italian in _SAID:
        match = re.fullmatch(pattern, said, re.DOTALL)
        if match:
            parts = {name: value or "" for name, value in match.groupdict().items()}
            near = f", forse volevi {parts['near']}" if parts.get("near") else ""
            return italian.format(**parts).rstrip() + near
    return "non è scritto come serve"


def misunderstood(said: str) -> tuple[str, int]:
    """What to say of a command line that typer refuses, `said` being its message, and the exit status."""
    # Where it says nothing, it has printed the help of a group of commands already.
    return (f"Comando non capito: {refusal(said)}. Prova: bussola --help" if said else ""), COMMAND


def ending(error: BaseException) -> tuple[str, int]:
    """What to say of an error ("" for nothing), and the exit status."""
    match error:
        case KeyboardInterrupt() | BrokenPipeError():
            return "", INTERRUPTED
        case ContentError() if "--now" in sys.argv and {problem.code for problem in error.problems} == {"D31"}:
            return TOO_EARLY, COMMAND
        case BussolaError():
            return str(error), COMMAND if isinstance(error, UsageError) else FILES
        case OSError(filename=None):
            return "Non si riesce a scrivere: forse il disco è pieno, o nessuno legge più.", FILES
        case OSError():
            said = f"Non si riesce a leggere o a scrivere «{error.filename}»: controlla che ci sia e i permessi."
            return said, FILES
    return f"Errore nostro: {type(error).__name__}, {_place(error)}.", OURS


def _place(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}, riga {frame.lineno}"
