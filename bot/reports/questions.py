# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What operators must ask, office by office, the most important first.

Two sources: what the directory itself shows to be old, missing or about to vanish (`from_directory`), and what
people wrote down as not known (data/questions.yaml). A question of the second kind about one service takes in what
the first says of that service, so that nobody is called twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.content.questions_file import QuestionFile

ALARM = 0
LAST = 5
"""Ranks: 0 an emergency line whose source is too old, 1 somebody in danger may find nobody, … 5 a detail."""

@dataclass(frozen=True, slots=True)
class Question:
    """One question for one office. `services` are the ids that the answer would fill; `facts` what is not sure, one a
    line; `blanks` the empty lines of the form.
    """

    office: str
    rank: int
    about: str
    ask: str
    why: str
    services: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """One office to call, with all its questions, the most important first. Never empty."""

    office: str
    questions: tuple[Question, ...]

    @property
    def rank(self) -> int:
        """How much this call matters: as much as its most important question."""
        return self.questions[0].rank


def calls(written: Iterable[QuestionFile], automatic: Iterable[Question]) -> list[Call]:
    """Every call to make, the most important first; where two matter as much, as in the written file, then in the
    directory.
    """
    grouped: dict[str, list[Question]] = defaultdict(list)
    for question in joined([_question(entry) for entry in written], list(automatic)):
        grouped[question.office].append(question)
    made = [Call(office, tuple(sorted(asked, key=_rank))) for office, asked in grouped.items()]
    return sorted(made, key=lambda call: call.rank)


def joined(written: Iterable[Question], automatic: Sequence[Question]) -> list[Question]:
    """Written questions first. The first that asks an office about one service alone takes in what is automatic."""
    waiting = {(question.office, question.services): question for question in automatic if question.services}
    questions = []
    for question in written:
        same = waiting.pop((question.office, question.services), None)
        questions.append(_with(question, same) if same else question)
    rest = waiting.values()
    return [*questions, *(question for question in automatic if not question.services or question in rest)]


def _with(written: Question, automatic: Question) -> Question:
    return replace(written, rank=min(written.rank, automatic.rank), facts=automatic.facts)


def _question(entry: QuestionFile) -> Question:
    services, blanks = tuple(entry.services), tuple(entry.blanks)
    return Question(entry.office, int(entry.rank), entry.about, entry.ask, entry.why, services, blanks=blanks)


def _rank(question: Question) -> int:
    return question.rank
