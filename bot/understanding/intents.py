# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Which phrases of one language a text says, and which intent they decide.

How a choice is made, in this order, and nothing else:

1. what touches a figure of speech of the file (`not:`) does not count; but one that skips words ("film ... violenta")
   hides nothing if it touches an act that the file says is meant literally (`literal:`);
2. an urgent phrase right after a negation ("non ha un coltello") does not count;
3. who says that they suffer it (`suffers:`) is never taken for who does it (`DONE_TO_OTHERS`), also if they hit back;
4. decisive phrases win over the others, and those that come first over these: among them `CLASSES` decides at once;
5. topics of the first class win over those of the second, and so on (`CLASSES`);
6. the phrase that says more wins: the sum of its words' weights, less what was forgiven;
7. what is left is decided by the order of `CLASSES`;
8. if no phrase was found, one that has nearly the same words in another order may be (`LIKENESS`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.lexicon import FIGURE, LITERAL, LONG, NEED, SUFFERS, URGENT, Lexicon, Rule, weight_of
from bot.understanding.phrase import FIRST
from bot.understanding.search import Spans, find

CLASSES = (
    (
        "self_harm", "sexual_violence", "forced_marriage_fgm", "trafficking", "minors", "witnessed", "stalking_digital",
        "violence_self", "worried_for_other", "perpetrator", "work", "lgbtq", "discrimination_race",
        "elder_disability", "seeks_person",
    ),
    ("health_consultorio", "legal_housing", "balance"),
    ("privacy", "language_change", "talk_human"),
    ("thanks", "off_topic", "greeting"),
)  # fmt: skip
"""Every intent that phrases can decide, the most serious first. A grave topic is never hidden by a slighter one."""

DECIDABLE = frozenset(intent for intents in CLASSES for intent in intents)
"""What phrases can decide."""

INTENTS = DECIDABLE | {"gibberish"}
"""Every intent that a text can have."""

DONE_TO_OTHERS = "perpetrator"
"""The topic of whoever uses violence."""

LIKENESS = 0.8
NEVER_ALIKE = frozenset(
    {"self_harm", "perpetrator", "minors", "worried_for_other", "trafficking", "sexual_violence", "lgbtq"}
    | {"seeks_person"}
)
"""What nearly the same words never decide: the screens are written for some, and hurt whoever is taken for them."""
_MOST_ALIKE = 12
_HIDING = (FIGURE, LITERAL)
_ORDER = {intent: (-place, -index) for place, group in enumerate(CLASSES) for index, intent in enumerate(group)}


@dataclass(frozen=True, slots=True)
class Decision:
    """An intent and the id of the phrase that decided it; `likely` if only by likeness."""

    intent: str
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one language makes of a text: the urgent phrase in it, if any, and the intent, if any.

    `needs`: everything finer that it says. `spoken_of`: numbers with which phrases of needs begin or end ("il 1522 non
    risponde"): they are spoken of, not called.
    """

    urgent: str | None = None
    decision: Decision | None = None
    needs: frozenset[str] = frozenset()
    spoken_of: frozenset[str] = frozenset()


def read(lexicon: Lexicon, words: Sequence[str], *, forgiving: bool) -> Reading:
    """Read `words` (from `phrase.words_of`) with one lexicon, misspelt ones too if `forgiving`. Total."""
    found = find(lexicon, words, forgiving=forgiving)
    scores, figures = _scores(lexicon, words, found)
    urgent = _urgent(scores)
    needs = [rule for rule in scores if rule.intent.startswith(NEED)]
    names = frozenset(rule.intent.removeprefix(NEED) for rule in needs)
    decision = _decided(scores) or (None if figures or urgent else _alike(lexicon, words, found))
    return Reading(urgent, decision, names, _spoken_of(needs, words, found))


def _decided(scores: Mapping[Rule, int]) -> Decision | None:
    suffers = any(rule.intent == SUFFERS for rule in scores)
    open_to = DECIDABLE - {DONE_TO_OTHERS} if suffers else DECIDABLE
    topics = ((rule, score) for rule, score in scores.items() if rule.intent in open_to)
    rule, _ = max(topics, key=_rank, default=(None, 0))
    return Decision(rule.intent, rule.id) if rule else None


def _spoken_of(needs: Iterable[Rule], words: Sequence[str], found: Mapping[str, Spans]) -> frozenset[str]:
    spans = [span for rule in needs for part in rule.parts for span in _spans(found[part])]
    return frozenset(word for start, end, _ in spans for word in (words[start], words[end - 1]) if word.isdecimal())


def read_urgent(lexicon: Lexicon, words: Sequence[str]) -> str | None:
    """The urgent phrase in `words`, if any, as `read` finds it forgiving nothing, at a fraction of its cost."""
    if not lexicon.stems and lexicon.words.isdisjoint(words):
        return None
    found = find(lexicon, words, forgiving=False, only=lexicon.urgent_atoms)
    return _urgent(_scores(lexicon, words, found)[0])


def _urgent(scores: Mapping[Rule, int]) -> str | None:
    return next((rule.id for rule in scores if rule.intent == URGENT), None)


def _scores(
    lexicon: Lexicon, words: Sequence[str], found: Mapping[str, Spans]
) -> tuple[dict[Rule, int], list[tuple[int, int, int]]]:
    """The rules that count here, each with its score, in the order of the file; and the figures of speech."""
    rules = [lexicon.rules[index] for index in sorted({lexicon.rule_of[atom] for atom in found if atom[0] == "#"})]
    figures = _figures(rules, found)
    scored = ((rule, _score(lexicon, rule, found, figures, words)) for rule in rules)
    return {rule: score for rule, score in scored if score is not None}, figures


def _rank(scored: tuple[Rule, int]) -> tuple[int, int, int, int]:
    rule, score = scored
    place, index = _ORDER[rule.intent]
    return (rule.decisive, place, 0 if rule.decisive == FIRST else score, index)


def _score(
    lexicon: Lexicon, rule: Rule, found: Mapping[str, Spans], figures: list[tuple[int, int, int]], words: Sequence[str]
) -> int | None:
    """How specific the rule is here, or None if it does not count."""
    if any(atom in found for atom in rule.absent):
        return None
    forgiven = 0
    for part in rule.parts:
        spans = [span for span in _spans(found.get(part, {})) if not _touches(span, figures)]
        if rule.whole:
            spans = [span for span in spans if span[0] == 0 and span[1] == len(words)]
        if rule.intent == URGENT and not rule.denies:
            spans = [span for span in spans if not _denied(lexicon, words, span)]
        if not spans:
            return None
        forgiven += min(cost for _, _, cost in spans)
    return rule.weight - forgiven


def _figures(rules: Sequence[Rule], found: Mapping[str, Spans]) -> list[tuple[int, int, int]]:
    """The figures of speech that hide what they touch: whole ones, and those that span no literal act."""
    said = {kind: [span for rule in rules if rule.intent == kind for span in _whole(rule, found)] for kind in _HIDING}
    return [span for span in said[FIGURE] if not (span[2] and _touches(span, said[LITERAL]))]


def _whole(rule: Rule, found: Mapping[str, Spans]) -> list[tuple[int, int, int]]:
    """The spans of all parts of a figure of speech, if all are there and nothing is that must not be."""
    if any(atom in found for atom in rule.absent):
        return []
    spans = [_spans(found.get(part, {})) for part in rule.parts]
    return [span for part in spans for span in part] if all(spans) else []


def _spans(spans: Spans) -> list[tuple[int, int, int]]:
    return [(start, end, cost) for start, ends in spans.items() for end, cost in ends.items()]


def _touches(span: tuple[int, int, int], figures: Iterable[tuple[int, int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end, _ in figures)


def _denied(lexicon: Lexicon, words: Sequence[str], span: tuple[int, int, int]) -> bool:
    """Whether a negation stands in the span, or right before it with only small words between."""
    start, end, _ = span
    while start and words[start - 1] in lexicon.bridges:
        start -= 1
    return not lexicon.negations.isdisjoint(words[max(start - 1, 0) : end])


def _alike(lexicon: Lexicon, words: Sequence[str], found: Mapping[str, Spans]) -> Decision | None:
    """The topic's phrase with nearly the same words, whatever their order (Dice's coefficient over weights).

    A group weighs as its longest word, so that what is shared never counts for more than what was said.
    """
    if len(words) > _MOST_ALIKE:
        return None
    shared: dict[int, int] = {}
    for atom in found:
        for index in lexicon.holding.get(atom, ()):
            shared[index] = shared.get(index, 0) + lexicon.weights.get(atom, weight_of(atom))
    said = sum(map(weight_of, words))
    rules = ((lexicon.rules[index], min(weight, said)) for index, weight in shared.items())
    likeness = {
        rule: 2 * weight / (said + rule.weight)
        for rule, weight in rules
        if rule.intent not in NEVER_ALIKE and not any(atom in found for atom in rule.absent)
    }
    rule = max(likeness, key=lambda rule: (likeness[rule], _rank((rule, 0))), default=None)
    if rule is None or likeness[rule] < LIKENESS or rule.weight < 2 * LONG:
        return None
    return Decision(rule.intent, f"{rule.id}~")
