# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One Fluent file, read so that nothing in it is passed over in silence.

Fluent's own loaders skip what they cannot read (junk) and let a later message replace an earlier one. Here both are
mistakes, each with its place:

Y16 syntax · Y17 the same message twice · Y18 the same attribute twice · Y19 a reference to what is not there
· Y20 messages that contain each other · Y21 a function that does not exist
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from fluent.syntax import FluentParser, ast

from bot.errors import ContentError, Problem

FUNCTIONS = frozenset({"NUMBER", "DATETIME"})
MEANINGS = {
    "E0003": "Qui manca un segno, di solito «=» dopo il nome del messaggio o «}» alla fine di una variabile.",
    "E0004": "Qui c'è un carattere che non può stare in un nome.",
    "E0005": "Questo messaggio non ha testo né bottoni.",
    "E0010": "Fra le varianti manca quella di riserva, con l'asterisco: *[other].",
    "E0012": "Qui manca un testo.",
    "E0015": "Le varianti hanno un asterisco di troppo: se ne segna una sola.",
    "E0027": "Qui c'è una parentesi } senza la sua {.",
}
UNKNOWN = "Qui il file non si capisce."
HINT = "Si scrive «nome = testo»; le righe che continuano il testo cominciano con quattro spazi, le note con «# »."


class Variant(NamedTuple):
    """One of the texts among which a message chooses: what the variable must be, and where that is written. A key that
    is a number is one as the file writes it.
    """

    variable: str
    key: str
    is_number: bool
    offset: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of text of a file. `key` is "id", "id.attribute", "-term" or "-term.attribute".

    `uses` are the keys that its text refers to, `variables` its own, `variants` what it
    chooses among by a variable, without those for any other value; `digest` stands for its source text.
    """

    key: str
    offset: int
    pattern: ast.Pattern
    uses: frozenset[str]
    variables: frozenset[str]
    variants: tuple[Variant, ...]
    digest: str


@dataclass
class FluentFile:
    """Everything in one file, by key, in the order of the file. `text` has plain line ends."""

    name: str
    text: str
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")

    def problem(self, offset: int, code: str, message: str, hint: str) -> None:
        """Notes a mistake at a character."""
        self.problems.append(Problem(self.name, *self.position(offset), code, message, hint))


def parse(text: str, name: str) -> tuple[ast.Resource, FluentFile]:
    """The syntax tree of `text`, and what it holds. Raises ContentError with everything that is wrong in it."""
    file = FluentFile(name, text.replace("\r\n", "\n"))
    resource = FluentParser().parse(file.text)
    for node in resource.body:
        if isinstance(node, ast.Junk):
            _junk(node, file)
        elif isinstance(node, ast.Message | ast.Term):
            _message(node, file)
    if not file.problems:
        _references(file)
    if file.problems:
        raise ContentError(file.problems)
    return resource, file


def _junk(node: ast.Junk, file: FluentFile) -> None:
    for annotation in node.annotations or []:
        file.problem(_start(annotation), "Y16", MEANINGS.get(annotation.code, UNKNOWN), HINT)


def _message(node: ast.Message | ast.Term, file: FluentFile) -> None:
    key = f"-{node.id.name}" if isinstance(node, ast.Term) else node.id.name
    if any(known == key or known.startswith(f"{key}.") for known in file.entries):
        file.problem(_start(node.id), "Y17", f"Il messaggio «{key}» c'è già.", "Tienine uno solo.")
        return
    if node.value is not None:
        _add(file, key, node.id, node.value)
    for attribute in node.attributes:
        inner = f"{key}.{attribute.id.name}"
        if inner in file.entries:
            file.problem(_start(attribute.id), "Y18", f"«.{attribute.id.name}» c'è già.", "Tienine uno solo.")
        else:
            _add(file, inner, attribute.id, attribute.value)


def _add(file: FluentFile, key: str, name: ast.Identifier, pattern: ast.Pattern) -> None:
    uses, variables, variants = set[str](), set[str](), list[Variant]()
    for node in _nodes(pattern):
        if isinstance(node, ast.VariableReference):
            variables.add(node.id.name)
        elif isinstance(node, ast.SelectExpression):
            variants += _variants(node)
        elif isinstance(node, ast.MessageReference | ast.TermReference):
            uses.add(_target(node))
        elif isinstance(node, ast.FunctionReference) and node.id.name not in FUNCTIONS:
            hint = f"Si possono usare: {', '.join(sorted(FUNCTIONS))}."
            file.problem(_start(node), "Y21", f"La funzione {node.id.name} non esiste.", hint)
    digest = digest_of(file.text[_start(pattern) : _end(pattern)])
    used = (frozenset(uses), frozenset(variables), tuple(variants))
    file.entries[key] = Entry(key, _start(name), pattern, *used, digest)


def _variants(node: ast.SelectExpression) -> Iterator[Variant]:
    if isinstance(node.selector, ast.VariableReference):
        for variant in node.variants:
            number = isinstance(variant.key, ast.NumberLiteral)
            key = variant.key.value if isinstance(variant.key, ast.NumberLiteral) else variant.key.name
            if not variant.default:
                yield Variant(node.selector.id.name, key, number, _start(variant.key))


def _references(file: FluentFile) -> None:
    for entry in file.entries.values():
        for used in sorted(entry.uses - file.entries.keys()):
            hint = "Controlla come è scritto, o aggiungilo."
            file.problem(entry.offset, "Y19", f"«{entry.key}» contiene «{used}», che non c'è.", hint)
    try:
        TopologicalSorter({entry.key: entry.uses for entry in file.entries.values()}).prepare()
    except CycleError as error:
        ring = error.args[1]
        offset = min(file.entries[key].offset for key in ring)
        file.problem(offset, "Y20", f"Questi messaggi si contengono a vicenda: {', '.join(ring[1:])}.", "Togline uno.")


def all_variables(entries: Mapping[str, Entry], key: str) -> frozenset[str]:
    """The variables that must be given to compose `key`, those of the messages inside it too.

    A term sees only what is handed to it in the file, so its variables are not asked from outside.
    """
    entry = entries[key]
    inner = (all_variables(entries, used) for used in entry.uses if not used.startswith("-"))
    return entry.variables.union(*inner)


def _target(node: ast.MessageReference | ast.TermReference) -> str:
    key = f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
    return f"{key}.{node.attribute.name}" if node.attribute else key


def _nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """`node` and everything inside it."""
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def digest_of(source: str) -> str:
    """16 hexadecimal digits that change when the words change; indentation and line ends do not count."""
    lines = "\n".join(line.strip() for line in source.strip().split("\n"))
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _start(node: ast.SyntaxNode) -> int:
    return node.span.start if node.span else 0


def _end(node: ast.SyntaxNode) -> int:
    return node.span.end if node.span else 0
