# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the files of flows/ fit together: every name leads somewhere, and is given once.

F02 way to an unknown node · F03 unknown topic · F04 a name given twice · F05 start or a way of every screen missing
· F06 a listing that shows nothing, or several things, or leads nowhere · F07 a question without all its answers
· F12 an end that goes on · F13 unknown intent · F14 a need asked where no words are heard
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from bot.content.flow_file import FlowFile, NodeFile, TargetFile
from bot.content.strict_yaml import Document
from bot.errors import Problem

Where = tuple[str | int, ...]
EVERYWHERE = ("urgent", "exit", "home", "unsure", "voice")
ANSWERS = ("one", "many", "outside", "unknown")


def did_you_mean(name: str, known: Collection[str]) -> str:
    """A hint that names what was probably meant, or nothing."""
    close = get_close_matches(name, sorted(known), 1)
    return f"Forse «{close[0]}»?" if close else ""


def names_in(documents: Mapping[str, Document], section: str) -> frozenset[str]:
    """The names that stand in a section of any file, those too whose shape is wrong: there they are."""
    sections = (document.data.get(section) for document in documents.values())
    return frozenset(name for found in sections if isinstance(found, dict) for name in found)


@dataclass(frozen=True)
class _All:
    """Every file of the flow at once, and the names that they define. `documents` may be more than `files`: some
    have a shape that cannot be read.
    """

    files: Mapping[str, FlowFile]
    documents: Mapping[str, Document]

    def problem(self, file: str, where: Where, code: str, message: str, hint: str = "") -> Problem:
        document = self.documents[file]
        return Problem(document.name, *document.where(where), code, message, hint)

    @cached_property
    def nodes(self) -> frozenset[str]:
        return names_in(self.documents, "nodes")

    @cached_property
    def heard(self) -> frozenset[str]:
        """The answers about a place that every screen has."""
        return frozenset(answer for file in self.files.values() if file.hears for answer in file.hears.place)

    @cached_property
    def topics(self) -> frozenset[str]:
        return names_in(self.documents, "topics")

    def home_of(self, *parts: str) -> tuple[str, Where]:
        """The file that has the first of these sections that any has, and the section; else the first file."""
        for part in parts:
            for key, document in self.documents.items():
                if part in document.data:
                    return key, (part,)
        return next(iter(self.files)), ()


def references(
    files: Mapping[str, FlowFile], documents: Mapping[str, Document], intents: Collection[str]
) -> list[Problem]:
    """Everything that does not fit, in no order. Every file has its document, by the same key."""
    whole = _All(files, documents)
    return [
        *_given_twice(whole),
        *_anchors(whole),
        *(problem for key in files for problem in _hears(whole, key, intents)),
        *(problem for key, file in files.items() for name in file.nodes for problem in _node(whole, key, name)),
    ]


def _given_twice(whole: _All) -> Iterator[Problem]:
    seen: dict[Where, str] = {}
    for key, file in whole.files.items():
        names: list[Where] = [("nodes", name) for name in file.nodes]
        names += [("topics", name) for name in file.topics]
        names += [(part,) for part in ("start", "hears", "redirects") if getattr(file, part) is not None]
        for where in names:
            if where in seen:
                said = f"«{where[-1]}» c'è già in {seen[where]}."
                yield whole.problem(key, where, "F04", said, "Tieni una delle due copie.")
            seen[where] = whole.documents[key].name


def _anchors(whole: _All) -> Iterator[Problem]:
    starts = [(key, file.start) for key, file in whole.files.items() if file.start]
    if not starts:
        key, where = whole.home_of("everywhere", "hears")
        yield whole.problem(key, where, "F05", "Manca «start»: il nodo da cui si comincia.", "Aggiungi: start: home")
    for key, start in starts:
        if start not in whole.nodes:
            yield whole.problem(key, ("start",), "F05", f"Il nodo «{start}» non c'è.", did_you_mean(start, whole.nodes))
    yield from _everywhere(whole)


def _everywhere(whole: _All) -> Iterator[Problem]:
    given = {name: (key, node) for key, file in whole.files.items() for name, node in file.everywhere.items()}
    for name in EVERYWHERE:
        if name not in given:
            key, where = whole.home_of("everywhere", "start")
            hint = f"Aggiungi «{name}» sotto everywhere."
            yield whole.problem(key, where, "F05", f"Manca «{name}» fra le vie di ogni schermata.", hint)
    for name, (key, node) in given.items():
        if node not in whole.nodes:
            hint = did_you_mean(node, whole.nodes)
            yield whole.problem(key, ("everywhere", name), "F05", f"Il nodo «{node}» non c'è.", hint)


def _hears(whole: _All, key: str, intents: Collection[str]) -> Iterator[Problem]:
    hears = whole.files[key].hears
    if hears is None:
        return
    for intent, way in hears.intents.items():
        where: Where = ("hears", "intents", intent)
        if intent not in intents:
            yield whole.problem(key, where, "F13", f"L'intento «{intent}» non c'è.", did_you_mean(intent, intents))
        yield from _way(whole, key, where, way)
    for outcome, way in hears.place.items():
        yield from _way(whole, key, ("hears", "place", outcome), way)
    for need, way in hears.needs.items():
        yield from _way(whole, key, ("hears", "needs", need), way)


def _node(whole: _All, key: str, name: str) -> Iterator[Problem]:
    node = whole.files[key].nodes[name]
    where: Where = ("nodes", name)
    for outcome, way in node.routes.items():
        yield from _way(whole, key, (*where, "routes", outcome), way)
    for button, way in node.buttons.items():
        yield from _way(whole, key, (*where, "buttons", button), way)
    yield from _listing(whole, key, where, node)
    given = node.routes if any(answer in node.routes for answer in ANSWERS) else whole.heard
    missing = [answer for answer in ANSWERS if answer not in given] if node.ask else []
    if missing:
        said = f"«{name}» chiede un luogo ma non dice dove andare se la risposta è: {', '.join(missing)}."
        hint = "Aggiungi le vie mancanti sotto routes, o toglile tutte: valgono quelle di hears, place."
        yield whole.problem(key, where, "F07", said, hint)
    if node.end and (node.routes or node.buttons or node.show or node.ask):
        yield whole.problem(key, where, "F12", f"«{name}» chiude la conversazione: non può avere altro.")


def _listing(whole: _All, key: str, where: Where, node: NodeFile) -> Iterator[Problem]:
    if node.show is None:
        return
    inside = (*where, "show")
    listing = node.show.listing()
    if listing is None:
        hint = "Scegli una fra services, card, places, zones, languages."
        yield whole.problem(key, inside, "F06", "Un nodo mostra una cosa sola.", hint)
    elif listing.what != "card" and not listing.open:
        yield whole.problem(key, inside, "F06", "Le voci non portano da nessuna parte.", "Aggiungi open: nodo.")
    yield from _way(whole, key, (*inside, "open"), node.show.open or [])


def _way(whole: _All, key: str, where: Where, way: list[TargetFile]) -> Iterator[Problem]:
    for target in way:
        if target.go not in whole.nodes:
            hint = did_you_mean(target.go, whole.nodes)
            yield whole.problem(key, where, "F02", f"Il nodo «{target.go}» non c'è.", hint)
        if target.needs() and where[:2] != ("hears", "intents"):
            hint = "Spostala in hears, intents: solo lì si sa che cosa dicono le parole."
            yield whole.problem(key, where, "F14", f"«need={target.needs()[0]}» qui non è mai vero.", hint)
        for topic in target.topics():
            if topic not in whole.topics:
                hint = did_you_mean(topic, whole.topics)
                yield whole.problem(key, where, "F03", f"L'argomento «{topic}» non c'è.", hint)
