# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a YAML parser says in its own words, said to an operator: what is wrong and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from bot.errors import Problem

QUOTES = 'Metti il testo fra virgolette, per esempio: nome: "Centro: ascolto".'
UNCLOSED = (
    "Allinea la riga con quelle dello stesso livello, con spazi. Se è già allineata, più su ci sono virgolette che non "
    "si chiudono, o un apostrofo fra virgolette semplici: mettilo fra virgolette doppie."
)
INDENT = "Allinea la riga con quelle dello stesso livello, con spazi."


@dataclass(frozen=True, slots=True)
class _Meaning:
    """`said` is part of what the parser says; `opened` points at what was opened and not closed."""

    said: str
    message: str
    hint: str
    opened: bool = False


MEANINGS = (
    _Meaning("mapping values are not allowed", "Qui i due punti non possono stare, o il rientro non torna.", QUOTES),
    _Meaning("unexpected end of stream", "Le virgolette aperte qui non si chiudono.", "Chiudile.", opened=True),
    _Meaning("unexpected document indicator", "Le virgolette aperte qui non si chiudono.", "Chiudile.", opened=True),
    _Meaning("',' or ']'", "La parentesi [ aperta qui non si chiude.", "Chiudila con ].", opened=True),
    _Meaning("',' or '}'", "La parentesi { aperta qui non si chiude.", "Chiudila con }.", opened=True),
    _Meaning("alphabetic or numeric character", "Un testo non può cominciare con & o *.", QUOTES),
    _Meaning("cannot start any token", "Un testo non può cominciare con questo carattere.", QUOTES),
    _Meaning(
        "block sequence entries are not allowed",
        "Il trattino di un elenco non può stare qui.",
        "Scrivi ogni voce su una riga sua: «- voce».",
    ),
    _Meaning("'-' indicator", "In un elenco ogni voce comincia con «- ».", "Metti il trattino, o correggi il rientro."),
    _Meaning("expected key", "Qui ci vuole una chiave: il rientro non torna, o c'è qualcosa di troppo.", UNCLOSED),
    _Meaning("expected ':'", "Manca «:» dopo la chiave.", "Scrivi «chiave: valore»."),
    _Meaning(
        "unknown escape character",
        "Fra virgolette doppie la barra \\ ha un senso speciale.",
        "Usa le virgolette semplici: 'testo'.",
    ),
    _Meaning("expected <document start>", "Questa riga non continua quelle di prima.", INDENT),
    _Meaning(
        "comment or line break",
        "Dopo | o > non può esserci altro sulla stessa riga.",
        "Scrivi il testo dalla riga dopo, con due spazi in più.",
    ),
    _Meaning("node content", "Qui manca un valore, o c'è una parentesi di troppo.", QUOTES),
)
UNKNOWN = _Meaning("", "Qui il file non si capisce: la scrittura YAML non è valida.", QUOTES)


def explained(error: yaml.MarkedYAMLError, name: str) -> Problem:
    """The parser's error as a problem of the file `name`. The parser's English is never passed on."""
    said = error.problem or ""
    meaning = next((known for known in MEANINGS if known.said in said), UNKNOWN)
    mark = (error.context_mark if meaning.opened else None) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Problem(name, line, column, "Y07", meaning.message, meaning.hint)
