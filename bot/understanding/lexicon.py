# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How people say things in one language, compiled to plain data that is quick to search.

Everything that can be found in a text is an *atom*: a word ("botte"), a stem ("minacci*"), a group ("<chi>",
"(botte | pugni)") or a part of a rule ("#12.0", or "!12.0" if it must not be there). A *sequence* makes one atom out
of others that stand in order; its level is one more than that of the atoms it needs, so that going up by level finds
each atom once. Every sequence is filed under one of its atoms, the one that texts are least likely to have, and is
looked at only when that is there. A sequence of one atom only is no search at all: it is in `also`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from bot.understanding.phrase import Phrase, Steps
from bot.understanding.spelling import Spelling, sound, spelling

URGENT = "emergency_now"
FIGURE, LITERAL, SUFFERS = "not", "literal", "suffers"
NO_TOPICS = frozenset({URGENT, FIGURE, LITERAL, SUFFERS})
"""Lists of phrases that are of no topic of their own."""
NEED = "need="  # and then its name, where phrases of an intent have the intent
POLITE = frozenset({"greeting", "thanks"})
SHORT, LONG = 2, 6
_SHORT_WORD = 3
SHORTEST_SOUND = 5
"""Letters of the shortest stem that is also known by its sound."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """`steps` in order make the atom `makes`; `needs` are the same atoms without order."""

    makes: str
    steps: Steps
    needs: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One phrase of the file. `id` names it ("it.work.3"); `weight` says how specific it is.

    `parts` are the atoms that must all be found, `absent` those that must not. `denies`: the phrase itself holds a
    negation ("non respira").
    """

    id: str
    intent: str
    parts: tuple[str, ...]
    absent: tuple[str, ...]
    weight: int
    whole: bool
    decisive: int
    denies: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, ready to be searched. Built by `compile_lexicon`; holds what authors wrote and nothing else.

    `polite`: words that are a greeting or thanks alone, and so may stand beside words that leave.
    """

    language: str
    written_out: Mapping[str, str]
    exits: frozenset[str]
    polite: frozenset[str]
    negations: frozenset[str]
    bridges: frozenset[str]
    rules: tuple[Rule, ...]
    rule_of: Mapping[str, int]
    holding: Mapping[str, tuple[int, ...]]
    words: frozenset[str]
    stems: Mapping[int, frozenset[str]]
    stem_sounds: Mapping[str, str]
    spelling: Spelling
    weights: Mapping[str, int]
    also: Mapping[str, tuple[str, ...]]
    filed: Mapping[str, tuple[tuple[int, Sequence], ...]]
    urgent_atoms: frozenset[str]
    highest: int


@dataclass(frozen=True, slots=True)
class Source:
    """What one phrases file says, read but not yet compiled. `phrases`: (intent, number in its list, phrase)."""

    language: str
    groups: Mapping[str, tuple[Phrase, ...]]
    phrases: tuple[tuple[str, int, Phrase], ...]
    exits: frozenset[str] = frozenset()
    written_out: Mapping[str, str] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    bridges: frozenset[str] = frozenset()
    other_words: frozenset[str] = frozenset()


Entries = dict[str, tuple[Steps, ...]]


def compile_lexicon(source: Source) -> Lexicon:
    """Compile. Groups must exist and must not contain themselves: the reader of the file proves it first."""
    entries = _group_entries(source)
    weights: dict[str, int] = {}
    rules, parts = _rules(source, entries, weights)
    entries.update(parts)
    levels = _levels(entries)
    atoms = {step.atom for sequences in entries.values() for steps in sequences for step in steps} - set(entries)
    stems = {atom[:-1] for atom in atoms if atom.endswith("*")}
    words = frozenset(atom for atom in atoms if not atom.endswith("*"))
    also = _also(entries)
    polite = {part for rule in rules if rule.intent in POLITE for part in rule.parts}
    return Lexicon(
        source.language, source.written_out, source.exits,
        frozenset(word for word in words if not polite.isdisjoint(also.get(word, ()))),
        source.negations, source.bridges,
        rules, {part: index for index, rule in enumerate(rules) for part in rule.parts}, _holding(rules, parts), words,
        {length: frozenset(s for s in stems if len(s) == length) for length in sorted({len(s) for s in stems})},
        {heard: stem for stem in sorted(stems) if len(heard := sound(stem)) >= SHORTEST_SOUND},
        spelling(words, source.other_words),
        weights, also, _filed(entries, levels), _reachable(rules, entries),
        max(levels.values(), default=0),
    )  # fmt: skip


def _group_entries(source: Source) -> Entries:
    """The sequences of every group, of the named ones and of those written on the spot."""
    every = chain(chain.from_iterable(source.groups.values()), (phrase for _, _, phrase in source.phrases))
    entries: Entries = {name: steps for phrase in every for name, steps in phrase.groups.items()}
    for name, phrases in source.groups.items():
        entries[f"<{name}>"] = tuple(steps for phrase in phrases for steps in phrase.parts[0])
    return entries


def _rules(source: Source, entries: Entries, weights: dict[str, int]) -> tuple[tuple[Rule, ...], Entries]:
    rules: list[Rule] = []
    parts: Entries = {}
    denying = _denying(entries, source.negations)
    for intent, number, phrase in source.phrases:
        names = tuple(f"#{len(rules)}.{index}" for index in range(len(phrase.parts)))
        absent = tuple(f"!{len(rules)}.{index}" for index in range(len(phrase.absent)))
        parts.update(zip((*names, *absent), (*phrase.parts, *phrase.absent), strict=True))
        weight = sum(min(_weight(steps, entries, weights) for steps in part) for part in phrase.parts)
        denies = any(step.atom in denying for steps in chain.from_iterable(phrase.parts) for step in steps)
        name = f"{source.language}.{intent}.{number}"
        rules.append(Rule(name, intent, names, absent, weight, phrase.whole, phrase.decisive, denies))
    return tuple(rules), parts


def weight_of(atom: str) -> int:
    """How much a word counts: little if it is short ("mi", "non"), more otherwise."""
    return SHORT if len(atom) <= _SHORT_WORD and atom.isascii() else LONG


def _weight(steps: Steps, entries: Entries, known: dict[str, int]) -> int:
    return sum(_atom_weight(step.atom, entries, known) for step in steps)


def _atom_weight(atom: str, entries: Entries, known: dict[str, int]) -> int:
    """A group weighs as its heaviest entry, but never more than one long word."""
    if atom not in entries:
        return weight_of(atom)
    if atom not in known:
        known[atom] = min(LONG, max(_weight(steps, entries, known) for steps in entries[atom]))
    return known[atom]


def _denying(entries: Entries, negations: frozenset[str]) -> set[str]:
    """Negations, and every group and part that can be made of one."""
    leads_to: dict[str, set[str]] = {}
    for makes, sequences in entries.items():
        for step in chain.from_iterable(sequences):
            leads_to.setdefault(step.atom, set()).add(makes)
    return _closure(negations, leads_to)


def _levels(entries: Entries) -> dict[str, int]:
    levels: dict[str, int] = {}
    for atom in entries:
        _level(atom, entries, levels)
    return levels


def _level(atom: str, entries: Entries, levels: dict[str, int]) -> int:
    """How deep an atom is nested. No closure: one that calls itself keeps all entries until a full collection."""
    if atom not in entries:
        return 0
    if atom not in levels:
        levels[atom] = 1 + max(_level(step.atom, entries, levels) for steps in entries[atom] for step in steps)
    return levels[atom]


def _holding(rules: Iterable[Rule], parts: Entries) -> dict[str, tuple[int, ...]]:
    """The rules of topics in which each atom stands, for the search by likeness."""
    holding: dict[str, set[int]] = {}
    for index, rule in enumerate(rules):
        if not rule.whole and rule.intent not in NO_TOPICS and not rule.intent.startswith(NEED):
            for step in chain.from_iterable(chain.from_iterable(parts[part] for part in rule.parts)):
                holding.setdefault(step.atom, set()).add(index)
    return {atom: tuple(sorted(found)) for atom, found in holding.items()}


def _also(entries: Entries) -> dict[str, tuple[str, ...]]:
    """What is found whenever an atom is: all that sequences of one atom make of it, and of that again."""
    direct: dict[str, set[str]] = {}
    for makes, sequences in entries.items():
        for steps in sequences:
            if len(steps) == 1:
                direct.setdefault(steps[0].atom, set()).add(makes)
    return {atom: tuple(sorted(_closure([atom], direct) - {atom})) for atom in direct}


def _closure(atoms: Iterable[str], leads_to: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    ahead = list(atoms)
    while ahead:
        atom = ahead.pop()
        if atom not in found:
            found.add(atom)
            ahead.extend(leads_to.get(atom, ()))
    return found


def _reachable(rules: Iterable[Rule], entries: Entries) -> frozenset[str]:
    """All that urgent phrases and what hides them are made of: a language that is only listened to for help."""
    parts = [part for rule in rules if rule.intent in NO_TOPICS for part in (*rule.parts, *rule.absent)]
    made_of = {makes: [step.atom for steps in found for step in steps] for makes, found in entries.items()}
    return frozenset(_closure(parts, made_of))


def _filed(entries: Entries, levels: Mapping[str, int]) -> dict[str, tuple[tuple[int, Sequence], ...]]:
    """By atom, the sequences to try when it is found, each with its level."""
    filed: dict[str, list[tuple[int, Sequence]]] = {}
    for makes, sequences in entries.items():
        for steps in sequences:
            if len(steps) > 1:
                needs = frozenset(step.atom for step in steps)
                sequence = Sequence(makes, steps, needs)
                filed.setdefault(max(needs, key=_rarity), []).append((levels[makes], sequence))
    return {atom: tuple(found) for atom, found in filed.items()}


def _rarity(atom: str) -> tuple[int, int, str]:
    """Long words are rarest, then groups, then short words."""
    group = atom[0] in "<("
    return (1 if group else 2 * (weight_of(atom) == LONG), 0 if group else len(atom), atom)
