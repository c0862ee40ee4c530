# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What does not fit a schema is said in Italian, at its place, with what to write instead."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core.core_schema import ErrorType

from bot.content.schema_problems import CHOICES, MESSAGES, UNKNOWN, problems_from, shaped
from bot.content.strict_yaml import load
from bot.errors import ContentError, Problem

COLON = 'Con i due punti è una riga «chiave: valore». Se è un testo, mettilo fra virgolette: "botte: si".'


class Desk(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["desk"]
    address: str = Field(min_length=3, description="Via e numero.")


class Line(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Literal["line"]
    number: str = Field(pattern=r"^\d+$", description="Solo cifre.")


class Odd(BaseModel):
    moment: complex


class Network(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=8, description="Il nome della rete.")
    topics: list[Literal["work", "minors"]] = Field(default_factory=list)
    points: dict[Annotated[str, Field(pattern="^[a-z]+$")], Annotated[Desk | Line, Field(discriminator="kind")]] = {}
    pages: int = Field(default=1, ge=1, le=9)
    since: date | None = None
    code: str = "x"

    @field_validator("code")
    @classmethod
    def not_z(cls, value: str) -> str:
        if value == "z":
            raise ValueError("La lettera z non si usa.")
        return value


def found(text: str) -> list[tuple[int, int, str, str]]:
    with pytest.raises(ContentError) as caught:
        shaped(Network, load(Path("rete.yaml"), text), "D01")
    assert {problem.code for problem in caught.value.problems} == {"D01"}
    return [(problem.line, problem.column, problem.message, problem.hint) for problem in caught.value.problems]


def test_a_document_that_fits_becomes_its_model() -> None:
    text = "name: Rete\npages: 3\npoints:\n  a:\n    kind: line\n    number: 0123\nsince: 2026-11-30\n"
    network = shaped(Network, load(Path("rete.yaml"), text))
    assert network.points["a"] == Line(kind="line", number="0123")
    assert (network.pages, network.since) == (3, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("code: y\n", (1, 1, "Manca «name».", "Il nome della rete.")),
        ("nome: R\n", (1, 1, "La chiave «nome» qui non si usa.", "Forse volevi scrivere «name».")),
        ("name: R\ntopic: []\n", (2, 1, "La chiave «topic» qui non si usa.", "Forse volevi scrivere «topics».")),
        (
            "name: R\nqqqq: 1\n",
            (2, 1, "La chiave «qqqq» qui non si usa.", "Qui si usano: name, topics, points, pages, since, code."),
        ),
        ("name: lunghissimo\n", (1, 7, "Il testo è troppo lungo: al massimo 8 caratteri.", "Il nome della rete.")),
        ("name: {botte: si}\n", (1, 7, "Serve un testo.", COLON)),
        ("name: [a]\n", (1, 7, "Serve un testo.", "Il nome della rete.")),
        (
            "name: R\ntopics:\n  - wrok\n",
            (
                3,
                5,
                "«wrok» non è fra i valori possibili.",
                "Forse volevi scrivere «work». Valori possibili: work, minors.",
            ),
        ),
        (
            "name: R\ntopics:\n",
            (
                2,
                8,
                "Serve un elenco: una voce per riga, ognuna con «- » davanti.",
                "Qui non c'è scritto niente: completa la riga, oppure toglila.",
            ),
        ),
        ("name: R\npages: due\n", (2, 8, "Serve un numero intero.", "")),
        ("name: R\npages: 0\n", (2, 8, "Il numero deve essere almeno 1.", "")),
        ("name: R\npages: 10\n", (2, 8, "Il numero deve essere al massimo 9.", "")),
        ("name: R\nsince: 30/11/2026\n", (2, 8, "Serve una data come 2026-11-30.", "")),
        ("name: R\ncode: z\n", (2, 7, "La lettera z non si usa.", "")),
        (
            "name: R\npoints:\n  a:\n    kind: line\n    number: 0a\n",
            (5, 13, "«0a» non ha la forma prevista.", "Solo cifre."),
        ),
        (
            "name: R\npoints:\n  a:\n    kind: desk\n    adress: Via 1\n    address: Via 1\n",
            (5, 5, "La chiave «adress» qui non si usa.", "Forse volevi scrivere «address»."),
        ),
        ("name: R\npoints:\n  a:\n    kind: desk\n", (4, 5, "Manca «address».", "Via e numero.")),
        ("name: R\npoints:\n  a:\n    number: 1\n", (4, 5, "Manca «kind».", "")),
        (
            "name: R\npoints:\n  a:\n    kind: lin\n",
            (
                4,
                5,
                "«lin» non è fra i valori possibili.",
                "Forse volevi scrivere «line». Valori possibili: desk, line.",
            ),
        ),
        (
            "name: R\npoints:\n  Ab:\n    kind: line\n    number: 1\n",
            (3, 3, "La chiave «Ab» non ha la forma prevista.", "La forma è ^[a-z]+$"),
        ),
        (
            "name: R\npoints: a\n",
            (2, 9, "Servono righe «chiave: valore», rientrate di due spazi.", ""),
        ),
    ],
)
def test_each_mistake_is_said_at_its_place(text: str, expected: tuple[int, int, str, str]) -> None:
    assert expected in found(text)


def test_all_the_mistakes_are_said_at_once_in_the_order_of_the_file() -> None:
    lines = [line for line, _, _, _ in found("pages: x\ntopics: [a, b]\ncode: z\nother: 1\n")]
    assert lines == [1, 1, 2, 2, 3, 4]


def problems_without_model(text: str) -> list[Problem]:
    document = load(Path("rete.yaml"), text)
    with pytest.raises(ValidationError) as caught:
        Network.model_validate(document.data)
    return problems_from(caught.value, document)


def test_without_the_model_a_missing_key_still_explains_a_misspelt_one() -> None:
    hints = {problem.message: problem.hint for problem in problems_without_model("nome: R\n")}
    assert hints == {"Manca «name».": "", "La chiave «nome» qui non si usa.": "Forse volevi scrivere «name»."}


SPECIAL = {"missing", "extra_forbidden", "union_tag_not_found", *CHOICES}
BOUNDS = ("gt", "ge", "lt", "le", "min_length", "max_length", "error")


def test_every_message_can_be_written_with_what_pydantic_gives() -> None:
    known = set(get_args(ErrorType))
    assert MESSAGES.keys() | SPECIAL <= known
    for template in [*MESSAGES.values(), UNKNOWN]:
        written = template.format_map({**dict.fromkeys(BOUNDS, 7), "input": "x"})
        assert written.endswith(".") or written == "7"


def test_a_kind_of_error_that_we_do_not_know_is_still_told_in_italian() -> None:
    with pytest.raises(ValidationError) as caught:
        Odd.model_validate({"moment": "x"})
    assert caught.value.errors()[0]["type"] not in MESSAGES
    document = load(Path("rete.yaml"), "moment: x\n")
    assert str(problems_from(caught.value, document)[0]) == f"rete.yaml:1:9 F01 {UNKNOWN}"
