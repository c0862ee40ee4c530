# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads data/questions.yaml: what is known not to be known of a network, written by hand, one question an entry.

It holds questions, never answers: an answer goes into the directory once somebody has called.

Q01 the shape is wrong · Q02 a service that is not in the directory · Q03 something that looks like a phone number
· Q04 a word of a place that must stay secret
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.document import Document
from bot.content.refuges import secret_word
from bot.content.schema_problems import shaped
from bot.content.strict_yaml import load
from bot.errors import ContentError, Problem

QUESTIONS = "data/questions.yaml"
DIGITS_OF_A_PHONE = 6
_NUMBER = re.compile(r"\d(?:[ ./-]?\d)*")

Sentence = Annotated[str, Field(min_length=12)]


class QuestionFile(BaseModel):
    """Una domanda da fare."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    office: str = Field(min_length=3, description="Chi chiamare: un ente, scritto come `organisation` nell'elenco.")
    rank: Literal["1", "2", "3", "4", "5"] = Field(description="Importanza: 1 qualcuno in pericolo, 5 un dettaglio.")
    about: str = Field(min_length=5, max_length=90, description="Di che cosa si tratta, in poche parole.")
    ask: Sentence = Field(description="Che cosa chiedere, come lo si dice al telefono.")
    why: Sentence = Field(description="Che cosa manca o si contraddice, e chi ne soffre.")
    services: list[str] = Field(description="Gli id dell'elenco che la risposta completa; vuoto se non c'è ancora.")
    blanks: list[str] = Field(min_length=1, description="Le righe vuote del modulo.")


class QuestionsFile(BaseModel):
    """Le domande che l'elenco dei servizi lascia aperte."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    questions: list[QuestionFile] = Field(description="Le domande; a pari importanza vale l'ordine del file.")


def load_questions(folder: Path, services: Collection[str]) -> tuple[QuestionFile, ...]:
    """The questions of `folder`, in the file's order. A network that has none says so: a file that vanished would take
    its questions with it in silence.

    `services` are the ids of the directory. Raises ContentError with all that is wrong.
    """
    document = load(folder / QUESTIONS, name=QUESTIONS)
    file = shaped(QuestionsFile, document, "Q01")
    problems = [*_unknown(file, document, services), *_unsafe(file, document)]
    if problems:
        raise ContentError(problems)
    return tuple(file.questions)


def _unknown(file: QuestionsFile, document: Document, services: Collection[str]) -> Iterator[Problem]:
    for index, question in enumerate(file.questions):
        for number, service in enumerate(question.services):
            if service not in services:
                where = document.where(("questions", index, "services", number))
                hint = "Usa un id dell'elenco, oppure togli la voce."
                yield Problem(document.name, *where, "Q02", f"Non c'è un servizio «{service}».", hint)


def _unsafe(file: QuestionsFile, document: Document) -> Iterator[Problem]:
    for index, question in enumerate(file.questions):
        for key in ("office", "about", "ask", "why"):
            where, text = document.where(("questions", index, key)), getattr(question, key)
            if any(sum(map(str.isdigit, found)) >= DIGITS_OF_A_PHONE for found in _NUMBER.findall(text)):
                hint = "Un numero non controllato si scambia per buono: scrivi dove si è letto, non il numero."
                yield Problem(document.name, *where, "Q03", "Qui c'è qualcosa che sembra un telefono.", hint)
            if secret_word(text):
                hint = "Nessun luogo protetto può stare qui, nemmeno accennato."
                yield Problem(document.name, *where, "Q04", "Il testo parla di un luogo segreto.", hint)
