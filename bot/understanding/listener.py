# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One typed text, heard whole: exit, emergency, digit, button, place and intent, each found by its own rules.

Nothing is kept: no cache, no history, no log. What comes out is made of values from our own files only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from bot.dialogue.ports import Heard
from bot.understanding.intents import Reading, read, read_urgent
from bot.understanding.lexicon import Lexicon
from bot.understanding.nonsense import gibberish
from bot.understanding.phrase import words_of, written_out
from bot.understanding.places import Spotted

FALLBACK = ("it", "en")
"""Languages tried, in this order, when a person's own has no phrases or finds none."""

_ONLY_DOTS = re.compile(r"[\s.\u2026\u00b7\u3002\u06d4\u0964]+")
_NUMBERS = frozenset({"112", "113", "114", "115", "118", "1522", "911", "999"})
_CRY = "\N{SQUARED SOS}"
_SPACED_NUMBER = re.compile(r"(?<!\S)(?:1 1 [23458]|1 5 2 2)(?!\S)(?! \d)")
_BEFORE_HOUSE_NUMBERS = frozenset(
    {"via", "viale", "piazza", "piazzale", "corso", "largo", "vicolo", "strada", "lungarno", "borgo", "civico"}
    | {"interno", "street", "road", "km"}
)
_AFTER_AMOUNTS = frozenset(
    {"euro", "km", "metri", "chili", "kg", "anni", "volte", "mila", "giorni", "ore", "minuti", "messaggi"}
    | {"euros", "years", "times", "metres", "days", "messages"}
)
_LONGEST_ADDRESS = 4
_MOST_HURRIED = 12
"""Words of the longest message that somebody in a hurry writes to leave."""
_NAMED = "_"
"""Stands for the name of a place; no word is written so, because `normalise` makes a space of it."""


_DIGITS = {**{str(digit): digit for digit in range(10)}, "00": 0, "zero": 0}


class Places(Protocol):
    """Finds a place of the gazetteer in typed words."""

    def spot(self, text: str, *, asked: bool) -> Spotted:
        """What `text` says about a place, and in which words; `asked`: the screen has just asked for one."""
        ...


class Listener:
    """Implements `bot.dialogue.ports.Understanding`.

    `lexicons` by language; `labels` by (language, node): the words of each button, as `label_words` reads them, and
    the button's id; `asks_place`: the nodes that ask for a place; `digits` by language: the words of each label that
    is not of one node alone, and the digit that means the same ("dettagli 1", "avanti").
    """

    def __init__(
        self,
        lexicons: Mapping[str, Lexicon],
        places: Places,
        labels: Mapping[tuple[str, str], Mapping[str, str]],
        asks_place: frozenset[str],
        digits: Mapping[str, Mapping[str, int]] | None = None,
    ) -> None:
        self._lexicons = dict(lexicons)
        self._places = places
        self._labels = labels
        self._asks_place = asks_place
        self._digits = digits or {}
        self._exits = frozenset().union(*(lexicon.exits for lexicon in lexicons.values()))
        self._hurried = self._exits.union(*(lexicon.polite for lexicon in lexicons.values()))

    def hear(self, text: str, language: str, node: str) -> Heard:
        """What `text` says on the screen of `node`. Total; one digit, or asking to leave, is not read further.

        Who copies the words of a button that is there means the button: "Cancellare la chat" is no farewell.
        """
        words = words_of(text, {})
        plain = " ".join(words)
        button = self._labels.get((language, node), {}).get(plain)
        digit = self._digit(words, language, node) if button is None else None
        if digit is not None:
            return Heard(digit=digit)
        if button is None and (exit_why := self._leaving(text, words, language)):
            return Heard(exit=True, language=self._left_in(plain), why=exit_why)
        spotted = self._places.spot(text, asked=node in self._asks_place)
        place = spotted.place
        urgent, reading = self._understood(_without(words, spotted.names), language)
        if _CRY in text or emergency_number([word for word in words if word not in reading.spoken_of]):
            urgent = "number"
        intent, why = (reading.decision.intent, reading.decision.rule) if reading.decision else (None, urgent or "")
        if not (intent or urgent or button or place.outcome != "unknown") and gibberish(words):
            intent, why = "gibberish", "gibberish"
        danger = urgent is not None and button is None
        return Heard(urgent=danger, button=button, intent=intent, place=place, why=why, needs=reading.needs)

    def _digit(self, words: list[str], language: str, node: str) -> int | None:
        """The digit that was typed, alone or with the label beside it ("0 Chiudi"), or that such a label means."""
        if not words:
            return None
        plain, first, rest = " ".join(words), _DIGITS.get(words[0]), " ".join(words[1:])
        if first is None or not rest:
            return first if plain in self._exits else self._digits.get(language, {}).get(plain, first)
        known = rest in self._labels.get((language, node), {})
        return self._digits.get(language, {}).get(rest, first if known else None)

    def _leaving(self, text: str, words: list[str], language: str) -> str:
        """Why this asks to leave; "" where it does not. A last letter typed twice is a slip of somebody in a hurry."""
        plain = " ".join(words)
        slipped = plain[:-1] if plain[-2:-1] == plain[-1:] else plain
        if {plain, slipped} & self._exits or (not words and text.strip() and _ONLY_DOTS.fullmatch(text)):
            return "exit"
        return "exits" if self._leaves(words) and self._understood(words, language)[0] is None else ""

    def _left_in(self, plain: str) -> str:
        """The only language in which these words ask to leave; "" where several have them."""
        spoken = [name for name, lexicon in self._lexicons.items() if plain in lexicon.exits]
        return spoken[0] if len(spoken) == 1 else ""

    def _leaves(self, words: Sequence[str]) -> bool:
        """Whether `words` are exits one after the other, thanks and greetings between them ("arriva lui, ciao")."""
        if len(words) > _MOST_HURRIED:
            return False
        reached = {0: False}  # after so many words: whether an exit was among them
        for end in range(1, len(words) + 1):
            pieces = {start: " ".join(words[start:end]) for start in reached}
            ways = [reached[start] or said in self._exits for start, said in pieces.items() if said in self._hurried]
            if ways:
                reached[end] = any(ways)
        return reached.get(len(words), False)

    def _understood(self, words: list[str], language: str) -> tuple[str | None, Reading]:
        """The urgent phrase of any language, and the rest in the first language that finds an intent; where none does,
        the needs of all that were asked.
        """
        asked = [name for name in dict.fromkeys((language, *FALLBACK)) if name in self._lexicons]
        urgent: list[str | None] = []
        found = Reading()
        for name in (*asked, *sorted(self._lexicons.keys() - set(asked))):
            lexicon = self._lexicons[name]
            said = written_out(words, lexicon.written_out)
            if found.decision or name not in asked:
                urgent.append(read_urgent(lexicon, said))
            else:
                reading = read(lexicon, said, forgiving=name in (language, FALLBACK[0]))
                found = reading if reading.decision else replace(reading, needs=reading.needs | found.needs)
                urgent.append(found.urgent)
        return next(filter(None, urgent), None), found


def _without(words: Sequence[str], names: Iterable[Sequence[str]]) -> list[str]:
    """`words` with each of `names`, which come in the same order, as one word that no phrase holds: "vecchie" says
    nothing of an old woman in "abito a Cascine Vecchie".
    """
    kept, start = list(words), 0
    for name in names:
        at = next((i for i in range(start, len(kept)) if kept[i : i + len(name)] == list(name)), None)
        if at is not None:
            kept[at : at + len(name)] = [_NAMED]
            start = at + 1
    return kept


def label_words(label: str) -> str:
    """A button's label as typed words are read."""
    return " ".join(words_of(label, {}))


def emergency_number(words: Sequence[str]) -> bool:
    """Whether an emergency number was typed ("112", "1 5 2 2"), one that is not of a house or an amount."""
    if "".join(words) in _NUMBERS or _SPACED_NUMBER.search(" ".join(words)):
        return True
    return any(word in _NUMBERS and not _house_or_amount(words, index) for index, word in enumerate(words))


def _house_or_amount(words: Sequence[str], index: int) -> bool:
    before = words[max(index - _LONGEST_ADDRESS, 0) : index]
    return not (_BEFORE_HOUSE_NUMBERS.isdisjoint(before) and _AFTER_AMOUNTS.isdisjoint(words[index + 1 : index + 2]))
