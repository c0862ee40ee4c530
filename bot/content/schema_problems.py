# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What pydantic finds in a document, said in Italian, with the place in the file and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.content.document import Document
from bot.content.yaml_tree import shortened
from bot.errors import ContentError, Problem

Step = str | int
Model = TypeVar("Model", bound=BaseModel)

TEXT = "Serve un testo."
LIST = "Serve un elenco: una voce per riga, ognuna con «- » davanti."
KEYS = "Servono righe «chiave: valore», rientrate di due spazi."
NUMBER = "Serve un numero intero."
DECIMAL = "Serve un numero, con il punto per i decimali."
DATE = "Serve una data come 2026-11-30."
YES_NO = "Scrivi «true» oppure «false»."
PATTERN = "«{input}» non ha la forma prevista."
MESSAGES: Mapping[str, str] = {
    "string_type": TEXT,
    "string_too_short": "Il testo è troppo corto: almeno {min_length} caratteri.",
    "string_too_long": "Il testo è troppo lungo: al massimo {max_length} caratteri.",
    "string_pattern_mismatch": PATTERN,
    "string_not_ascii": "Qui vanno solo lettere senza accenti, cifre e segni comuni.",
    "list_type": LIST,
    "tuple_type": LIST,
    "set_type": LIST,
    "frozen_set_type": LIST,
    "iterable_type": LIST,
    "too_short": "Le voci sono troppo poche: almeno {min_length}.",
    "too_long": "Le voci sono troppe: al massimo {max_length}.",
    "dict_type": KEYS,
    "mapping_type": KEYS,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "dataclass_type": KEYS,
    "int_type": NUMBER,
    "int_parsing": NUMBER,
    "int_parsing_size": NUMBER,
    "int_from_float": NUMBER,
    "float_type": DECIMAL,
    "float_parsing": DECIMAL,
    "finite_number": DECIMAL,
    "decimal_type": DECIMAL,
    "decimal_parsing": DECIMAL,
    "greater_than": "Il numero deve essere più di {gt}.",
    "greater_than_equal": "Il numero deve essere almeno {ge}.",
    "less_than": "Il numero deve essere meno di {lt}.",
    "less_than_equal": "Il numero deve essere al massimo {le}.",
    "bool_type": YES_NO,
    "bool_parsing": YES_NO,
    "date_type": DATE,
    "date_parsing": DATE,
    "date_from_datetime_parsing": DATE,
    "date_from_datetime_inexact": DATE,
    "date_past": "La data deve essere passata.",
    "date_future": "La data deve essere futura.",
    "time_type": "Serve un'ora come 18:30.",
    "time_parsing": "Serve un'ora come 18:30.",
    "url_type": "Serve un indirizzo che comincia con https://.",
    "url_parsing": "Serve un indirizzo che comincia con https://.",
    "url_scheme": "Serve un indirizzo che comincia con https://.",
    "value_error": "{error}",
    "assertion_error": "{error}",
}
UNKNOWN = "Questo valore non va bene qui."
CHOICES = {"literal_error": "expected", "enum": "expected", "union_tag_invalid": "expected_tags"}
"""Kinds of error about a closed list, and what pydantic calls the list."""


def shaped(model: type[Model], document: Document, code: str = "F01") -> Model:
    """The document as `model`. Raises ContentError with everything that does not fit, each under `code`."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        raise ContentError(problems_from(error, document, code, model)) from None


def problems_from(
    error: ValidationError, document: Document, code: str = "F01", model: type[BaseModel] | None = None
) -> list[Problem]:
    """Every error of `error` as a problem in the file of `document`, sorted by place.

    With `model`, hints name the key that was probably meant, and what the schema says of a key in its description.
    """
    root = {} if model is None else model.model_json_schema()
    details = error.errors(include_url=False)
    return sorted({_problem(detail, details, document, code, root) for detail in details})


def _problem(
    detail: ErrorDetails, details: list[ErrorDetails], document: Document, code: str, root: dict[str, Any]
) -> Problem:
    path = real_path(document, detail["loc"])
    about_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
    where = document.where_key(path) if about_key else document.where(path)
    message, hint = _said(detail, details, root)
    return Problem(document.name, *where, code, message, hint)


def _said(detail: ErrorDetails, details: list[ErrorDetails], root: dict[str, Any]) -> tuple[str, str]:
    """Message and hint of one error."""
    kind, loc = detail["type"], detail["loc"]
    if kind == "missing":
        return f"Manca «{loc[-1]}».", _description(root, loc)
    if kind == "extra_forbidden":
        return f"La chiave «{shortened(str(loc[-1]))}» qui non si usa.", _meant(loc, details, root)
    if kind == "union_tag_not_found":
        return f"Manca «{detail['ctx']['discriminator']}».".replace("'", ""), _description(root, loc)
    if kind in CHOICES:
        return _choice(detail, CHOICES[kind])
    if "[key]" in loc:
        return f"La chiave «{shortened(str(loc[-2]))}» non ha la forma prevista.", _hint(detail, root)
    return _plain(detail), _hint(detail, root)


def _plain(detail: ErrorDetails) -> str:
    template = MESSAGES.get(detail["type"], UNKNOWN)
    values = {**detail.get("ctx", {}), "input": shortened(str(detail["input"]))}
    return template.format_map(values)


def _hint(detail: ErrorDetails, root: dict[str, Any]) -> str:
    if detail["type"] == "string_type" and isinstance(detail["input"], dict) and detail["input"]:
        written = shortened(": ".join(map(str, next(iter(detail["input"].items())))))
        return f'Con i due punti è una riga «chiave: valore». Se è un testo, mettilo fra virgolette: "{written}".'
    if detail["input"] == "" and detail["type"] != "value_error":
        return "Qui non c'è scritto niente: completa la riga, oppure toglila."
    pattern = detail.get("ctx", {}).get("pattern")
    return _nearest_description(root, detail["loc"]) or (f"La forma è {pattern}" if pattern else "")


def _choice(detail: ErrorDetails, listed: str) -> tuple[str, str]:
    """Message and hint about a value outside a closed list. Pydantic lists them as `'a', 'b' or 'c'`."""
    allowed = [word for word in detail["ctx"][listed].split("'") if word and word not in (", ", " or ")]
    given = detail["ctx"].get("tag", detail["input"])
    if given == "":
        return "Qui non c'è scritto niente.", f"Completa la riga o toglila. Valori possibili: {', '.join(allowed)}."
    close = get_close_matches(str(given), allowed, n=1)
    said = f"Forse volevi scrivere «{close[0]}». " if close else ""
    return f"«{shortened(str(given))}» non è fra i valori possibili.", f"{said}Valori possibili: {', '.join(allowed)}."


def _meant(loc: tuple[Step, ...], details: list[ErrorDetails], root: dict[str, Any]) -> str:
    """Which key was probably meant: one that is missing beside it, or one that the schema has there."""
    beside = [other["loc"] for other in details if other["type"] == "missing" and other["loc"][:-1] == loc[:-1]]
    missing = [str(other[-1]) for other in beside]
    known = [key for schema in _schemas(root, loc[:-1]) for key in schema.get("properties", {})]
    close = get_close_matches(str(loc[-1]), [*missing, *known], n=1)
    if close:
        return f"Forse volevi scrivere «{close[0]}»."
    return f"Qui si usano: {', '.join(dict.fromkeys(known))}." if known else ""


def real_path(document: Document, loc: Iterable[Step]) -> list[Step]:
    """`loc` of an error without the steps that pydantic adds and the file does not have: names of variants, `[key]`."""
    marks, path = document.marks, list[Step]()
    for step in loc:
        if step in marks.parts:
            marks = marks.parts[step]
            path.append(step)
    return path


def _nearest_description(root: dict[str, Any], loc: tuple[Step, ...]) -> str:
    """What the schema says of the key at `loc`; of an entry of a list, or a name of the author's own, what it says of
    them all.
    """
    own = _description(root, loc)
    of_all = isinstance(loc[-1], int) or "[key]" in loc
    return own or (_description(root, tuple(step for step in loc if step != "[key]")[:-1]) if of_all else "")


def _description(root: dict[str, Any], loc: tuple[Step, ...]) -> str:
    """What the schema says of the key at the end of `loc`; nothing where it says nothing."""
    for parent in _schemas(root, loc[:-1]):
        described = parent.get("properties", {}).get(loc[-1], {}).get("description") if loc else None
        if described:
            return str(described)
    return ""


def _schemas(root: dict[str, Any], loc: Iterable[Step]) -> list[dict[str, Any]]:
    """The JSON schemas that may hold at `loc`. A step that no schema knows names a variant and is passed over."""
    here = list(_variants(root, root))
    for step in loc:
        inner = [variant for schema in here for part in _parts(schema, step) for variant in _variants(part, root)]
        here = inner or here
    return here


def _parts(schema: dict[str, Any], step: Step) -> Iterator[dict[str, Any]]:
    """The schemas of what is at `step` inside a value of `schema`."""
    if isinstance(step, int):
        found = [schema.get("items")]
    elif step in schema.get("properties", {}):
        found = [schema["properties"][step]]
    else:
        found = [schema.get("additionalProperties"), *schema.get("patternProperties", {}).values()]
    yield from (part for part in found if isinstance(part, dict))


def _variants(schema: dict[str, Any], root: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """`schema` with references followed and alternatives spread out."""
    if "$ref" in schema:
        yield from _variants(root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], root)
        return
    yield schema
    for alternative in [*schema.get("anyOf", ()), *schema.get("oneOf", ())]:
        yield from _variants(alternative, root)
