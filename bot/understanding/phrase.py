# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The small language in which authors write how people say things.

    mi picchia              these words in this order; up to two other words may stand between one and the next
    ha_un coltello          nothing stands between "ha" and "un"
    minacci*                any word that begins so
    <chi>                   one of the expressions of the group `chi`
    (botte | uno schiaffo)  one of these, written on the spot
    [sempre | spesso]       one of these may be there
    ...                     up to seven other words
    A & B                   both, anywhere in the message, in any order
    A & ! B                 the first, if the second is nowhere in the message
    = aiuto                 only if it is the whole message
    mai nata +              decisive: wins over phrases of other topics that are not
    ho sedici anni ++       comes first: wins over decisive ones too

Words are read as people's own words are (`normalise`), so accents, capitals and apostrophes do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.normalise import normalise

NEAR = 2
FAR = 7
_GAPS = {"...": FAR, "_": 0}
_ENDS = frozenset("|)]&")
MOST_WORDS = 400
"""Words of a text that are looked at; `normalise` has already cut it to 2 000 characters."""
_MOST_OPTIONAL = 4
FIRST = 2
"""How decisive a phrase is at most."""
_SHORTEST_STEM = 4
_NO_WORD = "c'è un segno che non è una parola."
_TOKEN = re.compile(r"\.\.\.|[()|\[\]&+=_!]|<[^<>]*>|[^\s()|\[\]&+=<>_!]+|[<>]")
_GROUP_NAME = re.compile(r"<[a-z][a-z0-9_]*>")
_IDEOGRAPH = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff])")


class PhraseError(ValueError):
    """A phrase that breaks the small language; its text is one Italian sentence for the author."""


@dataclass(frozen=True, slots=True)
class Step:
    """One atom of a sequence: a word, a stem ("minacci*") or a group ("<chi>"), and how many words may precede it."""

    atom: str
    gap: int


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as read. `parts` must all be found (`A & B` has two), those of `absent` must not.

    Each part is a choice of sequences. `groups` are those written on the spot with round brackets, by their names.
    `decisive`: 0, 1 ("+") or `FIRST` ("++").
    """

    parts: tuple[tuple[Steps, ...], ...]
    absent: tuple[tuple[Steps, ...], ...]
    whole: bool
    decisive: int
    groups: Mapping[str, tuple[Steps, ...]]


def words_of(text: str, spelling: Mapping[str, str]) -> list[str]:
    """Return the words of `text`, at most `MOST_WORDS`, each ideograph being a word, decimal digits in ASCII.

    Chat spellings are written out.
    """
    spaced = _IDEOGRAPH.sub(r" \1 ", normalise(text))
    plain = spaced if spaced.isascii() else "".join(map(_ascii_digit, spaced))
    return written_out(plain.split()[:MOST_WORDS], spelling)


def written_out(words: list[str], spelling: Mapping[str, str]) -> list[str]:
    """The words with chat spellings written out, which may make two of one."""
    return " ".join([spelling.get(word, word) for word in words]).split() if spelling else words


def _ascii_digit(character: str) -> str:
    return str(int(character)) if character.isdecimal() else character


def wordings(text: str, spelling: Mapping[str, str]) -> frozenset[str]:
    """Every message that a phrase without groups and gaps stands for, as typed words are read. Raises PhraseError."""
    phrase = parse(text, spelling)
    if len(phrase.parts) > 1 or phrase.absent:
        raise PhraseError("qui «&» non si usa: conta il messaggio intero.")
    return frozenset(" ".join(words) for steps in phrase.parts[0] for words in _said(steps, phrase.groups))


def _said(steps: Steps, groups: Mapping[str, tuple[Steps, ...]]) -> Iterator[tuple[str, ...]]:
    if not steps:
        yield ()
        return
    atom = steps[0].atom
    if atom.startswith("<") or atom.endswith("*"):
        raise PhraseError("qui non si usano né gruppi né «*»: conta il messaggio intero.")
    heads = [said for entry in groups[atom] for said in _said(entry, groups)] if atom in groups else [(atom,)]
    for tail in _said(steps[1:], groups):
        yield from ((*head, *tail) for head in heads)


def parse(text: str, spelling: Mapping[str, str]) -> Phrase:
    """Read one phrase. Raises PhraseError."""
    return _Reader(text, spelling).phrase()


class _Reader:
    """A reader by recursive descent, one method for each rule of the language."""

    def __init__(self, text: str, spelling: Mapping[str, str]) -> None:
        self._tokens = _TOKEN.findall(text)[::-1]
        self._spelling = spelling
        self._groups: dict[str, tuple[Steps, ...]] = {}

    def phrase(self) -> Phrase:
        whole = self._take("=")
        decisive = next((n for n, mark in enumerate(self._tokens) if mark != "+"), 0)
        del self._tokens[: min(decisive, FIRST)]
        parts = [self._sequences()]
        absent: list[tuple[Steps, ...]] = []
        while self._take("&"):
            (absent if self._take("!") else parts).append(self._sequences())
        if self._tokens:
            raise PhraseError(f"il segno «{self._tokens[-1]}» qui non ha senso.")
        if whole and len(parts + absent) > 1:
            raise PhraseError("«=» e «&» non stanno insieme.")
        return Phrase(tuple(parts), tuple(absent), whole, min(decisive, FIRST), self._groups)

    def _take(self, token: str) -> bool:
        if self._tokens and self._tokens[-1] == token:
            self._tokens.pop()
            return True
        return False

    def _sequences(self) -> tuple[Steps, ...]:
        """All the sequences of one part: optional items double them."""
        found: list[Steps] = [()]
        gap, optional, tokens = NEAR, 0, self._tokens
        while tokens and tokens[-1] not in _ENDS:
            sign = tokens.pop()
            if sign in _GAPS:
                gap = _GAPS[sign]
                continue
            optional += sign == "["
            items = self._item(sign, gap)
            found = [(*steps, *more) for steps in found for more in items]
            gap = NEAR
        if optional > _MOST_OPTIONAL:
            raise PhraseError(f"più di {_MOST_OPTIONAL} parti facoltative in una frase sola.")
        if not all(found):
            raise PhraseError("la frase, o una sua parte, è vuota.")
        return tuple(found)

    def _item(self, sign: str, gap: int) -> list[Steps]:
        if sign == "[":
            return [(), *self._optional(gap)]
        if sign == "(":
            return [(Step(self._choice(), gap),)]
        if sign.startswith("<"):
            if not _GROUP_NAME.fullmatch(sign):
                raise PhraseError("il nome di un gruppo si scrive tra < e >, in minuscolo, senza spazi.")
            return [(Step(sign, gap),)]
        return [_steps(sign, gap, self._spelling)]

    def _optional(self, gap: int) -> tuple[Steps, ...]:
        inside = self._alternatives("]", "manca una parentesi quadra chiusa.")
        return tuple([(Step(steps[0].atom, gap), *steps[1:]) for steps in inside])

    def _choice(self) -> str:
        entries = self._alternatives(")", "manca una parentesi tonda chiusa.")
        name = f"({' | '.join(_written(steps) for steps in entries)})"
        self._groups[name] = entries
        return name

    def _alternatives(self, closing: str, complaint: str) -> tuple[Steps, ...]:
        entries = [*self._sequences()]
        while self._take("|"):
            entries.extend(self._sequences())
        if not self._take(closing):
            raise PhraseError(complaint)
        return tuple(entries)


def _written(steps: Steps) -> str:
    signs = {FAR: "... ", 0: "_ "}
    return " ".join([signs.get(step.gap, "") + step.atom for step in steps])


def _steps(token: str, gap: int, spelling: Mapping[str, str]) -> Steps:
    steps = _authors_steps(token, gap)
    if spelling.keys().isdisjoint([step.atom for step in steps]):
        return steps
    words = written_out([step.atom for step in steps], spelling)
    if not words:
        raise PhraseError(_NO_WORD)
    return _in_a_row(words, gap)


@lru_cache(maxsize=20_000)
def _authors_steps(token: str, gap: int) -> Steps:
    """As they are before chat spellings. Remembered: only what authors wrote comes here, never what people write."""
    stem = token.endswith("*")
    words = words_of(token.rstrip("*"), {})
    if not words or "*" in token[:-1]:
        raise PhraseError(_NO_WORD)
    if stem and (len(words) > 1 or len(words[0]) < _SHORTEST_STEM):
        raise PhraseError(f"una radice con «*» vuole almeno {_SHORTEST_STEM} lettere.")
    return _in_a_row([f"{words[0]}*"] if stem else words, gap)


def _in_a_row(atoms: Iterable[str], gap: int) -> Steps:
    return tuple([Step(atom, 0 if index else gap) for index, atom in enumerate(atoms)])
