# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""YAML for people who do not program: what is written is what is read, and each mistake has its place.

Plain YAML reads `050561628` as an octal number, `18:30` as 1110 and `NO` as false, and keeps the last of two equal
keys in silence. Here every value is a string, and whatever can surprise is refused:

Y01 the same key twice · Y02 anchor or alias · Y03 tag · Y04 tab · Y05 byte order mark · Y06 not UTF-8 · Y07 syntax
· Y08 several documents · Y09 the file is not a mapping · Y10 a character that cannot be seen · Y11 merge key
· Y12 too deep · Y13 too large · Y14 the file cannot be read · Y15 a key that is not a word
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import yaml

from bot.content.document import Document, Position
from bot.content.schema_problems import problems_from, shaped
from bot.content.yaml_syntax import explained
from bot.content.yaml_tree import MOST, UNSEEN, UNSEEN_HINT, Builder
from bot.errors import ContentError, Problem

__all__ = ["Document", "load", "problems_from", "shaped"]

LARGEST = 4 * 1024 * 1024
"""Bytes. The largest file that we keep is far below; a larger one is a mistake."""
BOM = "\ufeff"
_SPOILT = re.compile(
    "\u00c3[\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]|\u00c2[\u00a0-\u00bf]|\u00e2\u20ac"
)
"""Letters of UTF-8 that were read as Windows-1252 and saved again: "Ã¨" for "è", "â€™" for "’"."""
SPOILT_HINT = "Un programma ha letto il file con un'altra codifica: riprendi l'ultima versione, o riscrivi gli accenti."
_TWO_VERSIONS = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
TWO_VERSIONS_HINT = "Sono i segni di Git: tieni la versione giusta e togli queste righe e l'altra versione."
_COMMENT = re.compile(r"(?:^|\s)#(?P<said>.*)")


def load(path: Path, text: str | None = None, name: str | None = None) -> Document:
    """The file at `path`, or `text` as if it were there; problems call it `name` (`path` where there is none).

    Raises ContentError with everything that is wrong, as far as a parser can go on: a syntax error, or too many
    levels, ends the search.
    Total: any bytes give a Document or a ContentError.
    """
    name = path.as_posix() if name is None else name
    content = decoded(path, name) if text is None else text
    _refuse_large(len(content), name)
    problems = [*characters(content, name)]
    # Refused characters are replaced one for one, so that the search goes on and columns stay true.
    builder = Builder(name)
    cleaned = UNSEEN.sub("\u00b7", content.removeprefix(BOM)).replace("\t", " ")
    try:
        builder.read(yaml.parse(cleaned, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        problems += _unless_told(explained(error, name), problems)
    problems += builder.problems
    if problems:
        raise ContentError(problems)
    return replace(builder.document(), comments=_comments(cleaned))


def _comments(text: str) -> list[tuple[Position, str]]:
    """What stands after the first "#" of each line, with its place; a "#" inside quotes counts too."""
    lines = ((number, _COMMENT.search(line)) for number, line in enumerate(text.split("\n"), 1))
    return [((number, match.start("said") + 1), match["said"]) for number, match in lines if match]


def decoded(path: Path, name: str) -> str:
    """The text of a file in UTF-8. Raises ContentError where it cannot be read, is too large or is not UTF-8."""
    try:
        content = path.read_bytes()
    except OSError:
        hint = "Controlla che il file ci sia e che si possa leggere."
        raise ContentError([Problem(name, 0, 0, "Y14", "Il file non si può leggere.", hint)]) from None
    _refuse_large(len(content), name)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line, column = _position(content[: error.start].decode())
        hint = "Salva il file come testo UTF-8 (nel programma: Salva con nome, Codifica)."
        raise ContentError([Problem(name, line, column, "Y06", "Il file non è in UTF-8.", hint)]) from None


def _refuse_large(size: int, name: str) -> None:
    if size > LARGEST:
        hint = "Controlla che sia il file giusto."
        raise ContentError([Problem(name, 0, 0, "Y13", "Il file è troppo grande: al massimo 4 MB.", hint)])


def characters(content: str, name: str) -> Iterator[Problem]:
    """What is wrong with single characters of a text file, the first of each kind in each line: Y04, Y05, Y10; letters
    that another encoding has spoilt (Y06), and what Git leaves where two versions contradict each other (Y07).
    """
    if content.startswith(BOM):
        hint = "Salva il file come UTF-8 senza BOM."
        yield Problem(name, 1, 1, "Y05", "Il file comincia con un segno invisibile (BOM).", hint)
    body = content.removeprefix(BOM)
    hint = "Usa gli spazi: due per ogni rientro."
    for line, column in _first_of_each_line("\t", body):
        yield Problem(name, line, column, "Y04", "Qui c'è una tabulazione.", hint)
    for line, column in _first_of_each_line(UNSEEN, body):
        yield Problem(name, line, column, "Y10", "Qui c'è un carattere invisibile che non si può usare.", UNSEEN_HINT)
    for line, column in _first_of_each_line(_SPOILT, body):
        yield Problem(name, line, column, "Y06", "Qui le lettere accentate sono rovinate.", SPOILT_HINT)
    for line, column in _first_of_each_line(_TWO_VERSIONS, body):
        yield Problem(name, line, column, "Y07", "Qui il file ha due versioni insieme.", TWO_VERSIONS_HINT)


def _first_of_each_line(wanted: str | re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    lines = enumerate(re.split("\r\n|\r|\n", text), 1)
    found = ((number, re.search(wanted, line)) for number, line in lines)
    return islice(((number, match.start() + 1) for number, match in found if match), MOST)


def _position(before: str) -> tuple[int, int]:
    """Line and column of what follows `before`."""
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


def _unless_told(problem: Problem, known: list[Problem]) -> list[Problem]:
    """Nothing where a tab, or two versions in one file, have been told of before it: they are what caused it."""
    return [] if any(told.code in ("Y04", "Y07") and told.line <= problem.line for told in known) else [problem]
