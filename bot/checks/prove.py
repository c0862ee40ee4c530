# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`bussola check --prove`: every place, topic and moment has the answer that docs/ranking.md promises.

One case of every class (see `proof.likeness`) is computed by `directory.nearest` and by the oracle and compared. Then
the classes themselves are tried with other members: every place from which a desk is offered, every moment at one
place, and seeded pairs of both. Nothing is sampled silently: the report counts. What is asked far from home, or for
another audience than the topic's, is not in the page and not proven here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from time import monotonic

from bot.checks.proof import promised
from bot.checks.proof.likeness import Subject
from bot.checks.proof.moments import moments
from bot.checks.proof.topic import Proof, prove_topic
from bot.content.bundle import Bundle
from bot.emergency import NUMBERS

MOST_WORKERS = 4
MOST_FAULTS = 30
"""How many faults of each topic are printed; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Report:
    """Lines for people, in Italian, and whether everything held."""

    lines: tuple[str, ...]
    holds: bool


def prove_bundle(bundle: Bundle, today: date) -> Report:
    """The whole proof, for all places and topics and the moments counted from `today`."""
    start = monotonic()
    subject = subject_of(bundle, today)
    return report(subject, prove(subject), start)


def subject_of(bundle: Bundle, today: date) -> Subject:
    """All places, all topics, and the moments counted from `today`."""
    directory, gazetteer = bundle.directory, bundle.gazetteer
    return Subject(directory, gazetteer, bundle.flow.topics, (None, *gazetteer.places), moments(directory, today))


def prove(subject: Subject, workers: int | None = None) -> list[Proof]:
    """One proof for each topic, in the order of the flow. With one worker everything happens in this process."""
    count = min(os.cpu_count() or 1, MOST_WORKERS) if workers is None else workers
    if count == 1:
        return [prove_topic(subject, topic) for topic in subject.topics.values()]
    # Fresh processes inherit no locks and no caches, and are the same on every system.
    with ProcessPoolExecutor(count, get_context("spawn"), _begin, (subject,)) as pool:
        return list(pool.map(_prove_named, subject.topics))


_subjects: list[Subject] = []
"""What a worker process works on, handed over once."""


def _begin(subject: Subject) -> None:
    _subjects[:] = [subject]


def _prove_named(topic: str) -> Proof:
    return prove_topic(_subjects[0], _subjects[0].topics[topic])


def faults(subject: Subject, proofs: Sequence[Proof]) -> list[str]:
    """All that did not hold, of each topic and of all together."""
    found = [fault for proof in proofs for fault in _first(proof)]
    return [*found, *_partition_faults(proofs), *_shared_numbers(subject, proofs), *promised.emergency_faults(subject)]


def _first(proof: Proof) -> Iterator[str]:
    yield from proof.faults[:MOST_FAULTS]
    if len(proof.faults) > MOST_FAULTS:
        yield f"{proof.topic}: e altri {len(proof.faults) - MOST_FAULTS}."


def _partition_faults(proofs: Sequence[Proof]) -> list[str]:
    """A partition that tells nothing apart proves nothing."""
    counts = {
        "di luoghi": max(proof.parts[0] for proof in proofs),
        "di momenti": max(proof.parts[1] for proof in proofs),
        "di risposte": max(proof.answers for proof in proofs),
    }
    return [f"C'è una sola classe {what}: la prova non distingue niente." for what, many in counts.items() if many == 1]


def _shared_numbers(subject: Subject, proofs: Sequence[Proof]) -> list[str]:
    """Numbers that both people who use violence and people who suffer it are given."""
    sides: dict[bool, set[str]] = {True: set(), False: set()}
    for proof in proofs:
        sides[promised.PERPETRATORS in subject.topics[proof.topic].audiences] |= proof.numbers
    return [f"{number} è dato a tutte e due le parti della violenza." for number in sorted(sides[True] & sides[False])]


def report(subject: Subject, proofs: Sequence[Proof], start: float) -> Report:
    """What was proven, with the time since `start` (a monotonic clock's seconds)."""
    wrong = faults(subject, proofs)
    ends = (f"Disaccordi: {len(wrong)}.", f"Tempo: {monotonic() - start:.0f} s.")
    return Report((*wrong, *_summary(subject, proofs), *ends), not wrong)


def _summary(subject: Subject, proofs: Sequence[Proof]) -> Iterator[str]:
    counts = ((proof.classes, proof.cases, proof.tried, proof.answers) for proof in proofs)
    classes, cases, tried, answers = map(sum, zip(*counts, strict=True))
    extent = f"{_many(len(subject.places))} luoghi, {len(proofs)} argomenti, {_many(len(subject.moments))} momenti"
    yield f"Classi provate: {_many(classes)}. Casi per cui valgono: {_many(cases)} ({extent})."
    yield f"Casi calcolati in più per provare le classi: {_many(tried)}. Elenchi diversi: {_many(answers)}."
    yield f"Controllati in tutti i momenti: {', '.join(NUMBERS)} si mostrano e rispondono."
    for proof in proofs:
        if proof.holes:
            yield f"Nella rete, senza alcun numero da chiamare: {proof.topic}, {_share(proof)} dei casi."


def _many(count: int) -> str:
    return f"{count:,}".replace(",", " ")


def _share(proof: Proof) -> str:
    return f"{100 * proof.holes / proof.home:.1f} %".replace(".", ",")
