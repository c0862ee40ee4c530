# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`locales/<language>/phrases.yaml`: how people say things, read and compiled to a `Lexicon`.

Every mistake of a file is reported at once, with its place:
L10 unknown group · L11 unknown intent · L12 empty list · L13 the same phrase twice · L14 a phrase that cannot be read
· L15 a group that contains itself · L16 a phrase that nearly every text holds

What the phrases mean together is proven in `phrases_proof`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.strict_yaml import Document, load, shaped
from bot.errors import ContentError, Problem
from bot.understanding.intents import DECIDABLE
from bot.understanding.lexicon import (
    FIGURE,
    LITERAL,
    NEED,
    NO_TOPICS,
    SUFFERS,
    URGENT,
    Lexicon,
    Source,
    compile_lexicon,
)
from bot.understanding.phrase import Phrase, PhraseError, Steps, parse, wordings

Where = tuple[str | int, ...]
Listed = list[tuple[int, Phrase]]
RULES = "Le regole sono in cima a locales/it/phrases.yaml."
SLIGHT = 2
"""Letters of words that nearly every text holds ("mi", "di")."""

NeedName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
GroupName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]


class PhrasesFile(BaseModel):
    """Come le persone dicono le cose, in una lingua."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    spelling: dict[str, str] = Field(default_factory=dict, description="Abbreviazioni e come si scrivono per intero.")
    other_words: list[str] = Field(
        default_factory=list, alias="other-words", description="Parole vere da non scambiare per errori di altre."
    )
    negations: list[str] = Field(default_factory=list, description="Parole che negano.")
    bridges: list[str] = Field(default_factory=list, description="Paroline che stanno fra una negazione e il verbo.")
    groups: dict[GroupName, list[str]] = Field(default_factory=dict, description="Gruppi di espressioni.")
    exit: list[str] = Field(description="Messaggi interi che chiedono di chiudere.")
    emergency_now: list[str] = Field(description="Pericolo adesso.")
    intents: dict[str, list[str]] = Field(default_factory=dict, description="Frasi di ogni argomento.")
    needs: dict[NeedName, list[str]] = Field(
        default_factory=dict, description="Ciò che si dice di più preciso: decide la schermata, mai l'argomento."
    )
    figures: list[str] = Field(default_factory=list, alias="not", description="Modi di dire che non contano.")
    literal: list[str] = Field(
        default_factory=list, description="Atti alla lettera: un modo di dire che salta parole non li nasconde."
    )
    suffers: list[str] = Field(
        default_factory=list, description="Chi scrive subisce: non è mai messo fra chi usa violenza."
    )


def load_phrases(path: Path, language: str, text: str | None = None, name: str | None = None) -> Lexicon:
    """The lexicon of `language` in the file at `path` (or in `text`, as if it were there); `name` as in `load`.

    Raises ContentError with all that is wrong.
    """
    return read_phrases(load(path, text, name), language)


def read_phrases(document: Document, language: str) -> Lexicon:
    """The lexicon that a document holds. Raises ContentError with all that is wrong."""
    reading = _Reading(document, shaped(PhrasesFile, document))
    source = reading.source(language)
    if reading.problems:
        raise ContentError(reading.problems)
    return compile_lexicon(source)


def phrase_lists(file: PhrasesFile) -> Iterator[tuple[str, Where, list[str]]]:
    """Every list of phrases of a file: its intent, its place and its phrases."""
    yield URGENT, ("emergency_now",), file.emergency_now
    yield FIGURE, ("not",), file.figures
    yield LITERAL, ("literal",), file.literal
    yield SUFFERS, ("suffers",), file.suffers
    for intent, phrases in file.intents.items():
        yield intent, ("intents", intent), phrases
    for need, phrases in file.needs.items():
        yield f"{NEED}{need}", ("needs", need), phrases


@dataclass
class _Reading:
    """One file on its way to a source, and what was found wrong on it so far."""

    document: Document
    file: PhrasesFile
    problems: list[Problem] = field(default_factory=list)

    def source(self, language: str) -> Source:
        file = self.file
        groups = {name: self._parsed(("groups", name), phrases) for name, phrases in file.groups.items()}
        lists = [(intent, where, self._parsed(where, phrases)) for intent, where, phrases in phrase_lists(self.file)]
        self._intents_are_known()
        self._groups_are_whole(groups, lists)
        self._nothing_stands_twice(lists)
        return Source(
            language,
            {name: tuple(phrase for _, phrase in phrases) for name, phrases in groups.items()},
            tuple((intent, number, phrase) for intent, _, phrases in lists for number, phrase in phrases),
            self._exits(),
            dict(file.spelling), frozenset(file.negations), frozenset(file.bridges), frozenset(file.other_words),
        )  # fmt: skip

    def _exits(self) -> frozenset[str]:
        found: set[str] = set()
        for index, text in enumerate(self.file.exit):
            try:
                found |= wordings(text, {})
            except PhraseError as error:
                self._add(("exit", index), "L14", f"Frase illeggibile: {error}", RULES)
        return frozenset(found)

    def _add(self, where: Where, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.document.name, *self.document.where(where), code, message, hint))

    def _parsed(self, where: Where, phrases: list[str]) -> Listed:
        """Phrases with their numbers, from 1; those that cannot be read are left out and reported."""
        if not phrases and where not in {("not",), ("literal",), ("suffers",)}:
            self._add(where, "L12", "L'elenco è vuoto.", "Scrivi almeno una frase, oppure togli l'elenco.")
        parsed: Listed = []
        for index, text in enumerate(phrases):
            try:
                parsed.append((index + 1, self._phrase(text, in_group=where[0] == "groups")))
            except PhraseError as error:
                self._add((*where, index), "L14", f"Frase illeggibile: {error}", RULES)
        return parsed

    def _phrase(self, text: str, *, in_group: bool) -> Phrase:
        phrase = parse(text, self.file.spelling)
        if in_group and (len(phrase.parts) > 1 or phrase.absent or phrase.whole or phrase.decisive):
            raise PhraseError("dentro un gruppo non si usano «&», «=» e «+».")
        return phrase

    def _intents_are_known(self) -> None:
        for intent in self.file.intents:
            if intent not in DECIDABLE:
                hint = f"Si usano: {', '.join(sorted(DECIDABLE))}."
                self._add(("intents", intent), "L11", f"Argomento sconosciuto: «{intent}».", hint)

    def _groups_are_whole(self, groups: dict[str, Listed], lists: list[tuple[str, Where, Listed]]) -> None:
        """Every group that is used exists, none contains itself, and no phrase is made of small words alone."""
        known = {f"<{name}>" for name in groups}
        used: dict[str, set[str]] = {}
        for where, phrases in [(("groups", name), found) for name, found in groups.items()] + [i[1:] for i in lists]:
            for number, phrase in phrases:
                named = {atom for atom in _atoms(phrase) if atom.startswith("<")}
                if where[0] == "groups":
                    used.setdefault(f"<{where[1]}>", set()).update(named)
                for group in sorted(named - known):
                    self._add((*where, number - 1), "L10", f"Il gruppo {group} non c'è.", "Aggiungilo in «groups».")
                if where[0] != "groups" and not phrase.whole and _slight(phrase):
                    hint = "Aggiungi una parola che dica di che cosa si parla, oppure «=» davanti."
                    self._add((*where, number - 1), "L16", "Frase di sole paroline: la conterrebbe ogni testo.", hint)
        try:
            TopologicalSorter({group: used.get(group, set()) for group in known}).prepare()
        except CycleError as error:
            name = min(error.args[1]).strip("<>")
            self._add(("groups", name), "L15", f"Il gruppo «{name}» contiene sé stesso.")

    def _nothing_stands_twice(self, lists: list[tuple[str, Where, Listed]]) -> None:
        """Within topics: the same phrase in an urgent list and in a topic's is what urgent *and* specific means."""
        seen: dict[object, str] = {}
        for intent, where, phrases in lists:
            for number, phrase in phrases:
                own = intent if intent in NO_TOPICS or intent.startswith(NEED) else ""
                key = (own, phrase.whole, frozenset(phrase.parts), frozenset(phrase.absent))
                if key in seen:
                    message = f"La stessa frase è già in «{seen[key]}»."
                    self._add((*where, number - 1), "L13", message, "Lasciala in un posto solo.")
                seen.setdefault(key, f"{intent} {number}")


def _atoms(phrase: Phrase) -> set[str]:
    """The words, stems and groups of a phrase, those inside its round brackets too."""
    choices: list[tuple[Steps, ...]] = [*phrase.parts, *phrase.absent, *phrase.groups.values()]
    return {step.atom for choice in choices for steps in choice for step in steps}


def _slight(phrase: Phrase) -> bool:
    """Whether the phrase could be said with words of one or two letters only."""
    atoms = {atom for atom in _atoms(phrase) if atom[0] != "("}
    return all(len(atom) <= SLIGHT and atom.isascii() and atom[0] != "<" for atom in atoms)
