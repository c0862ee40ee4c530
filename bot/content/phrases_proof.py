# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the phrases of a language mean together.

L17 words that ask to leave and are also a cry for help or a topic's: being heard first, they would hide it
· L18 a phrase that, said by itself, is heard as another topic: its own list would promise what does not happen
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TypeVar

from bot.content.phrases_file import PhrasesFile, Where, phrase_lists
from bot.content.strict_yaml import Document, shaped
from bot.errors import Problem
from bot.understanding.intents import CLASSES, Reading, read
from bot.understanding.lexicon import FIGURE, LITERAL, NEED, SUFFERS, URGENT, Lexicon
from bot.understanding.phrase import Phrase, Steps, parse, wordings, words_of

Entry = TypeVar("Entry")
EXAMPLES = 3
"""How many sentences each phrase is tried with: every choice of it takes turns."""


def contradictions(document: Document, lexicon: Lexicon) -> list[Problem]:
    """Every L17 and L18 of a file that has been read without problems, sorted by place."""
    file = shaped(PhrasesFile, document)
    return sorted({*_exits(document, file, lexicon), *_strayed(document, file, lexicon)})


def _exits(document: Document, file: PhrasesFile, lexicon: Lexicon) -> Iterator[Problem]:
    hint = "Toglila da «exit», oppure cambia l'altra frase."
    for index, text in enumerate(file.exit):
        for said in sorted(wordings(text, {})):
            other = _grave(read(lexicon, words_of(said, file.spelling), forgiving=False))
            if other:
                place = document.where(("exit", index))
                yield Problem(document.name, *place, "L17", f"«{said}» chiude, ma dice anche «{other}».", hint)
                break


def _grave(reading: Reading) -> str | None:
    """The rule that a text says and that must not be hidden; greetings and the like may be."""
    decision = reading.decision
    if decision and decision.intent not in CLASSES[-1] and not decision.rule.endswith("~"):
        return reading.urgent or decision.rule
    return reading.urgent


def _strayed(document: Document, file: PhrasesFile, lexicon: Lexicon) -> Iterator[Problem]:
    groups = {f"<{name}>": [parse(text, file.spelling) for text in texts] for name, texts in file.groups.items()}
    for intent, where, texts in phrase_lists(file):
        for index, text in enumerate(texts if intent != FIGURE else ()):
            phrase = parse(text, file.spelling)
            readings = ((words, read(lexicon, words, forgiving=False)) for words in examples(phrase, groups))
            strayed = ((words, heard) for words, reading in readings if (heard := _heard_otherwise(reading, intent)))
            for words, heard in islice(strayed, 1):
                yield _stray(document, (*where, index), " ".join(words), heard)


def _stray(document: Document, where: Where, said: str, heard: str) -> Problem:
    hint = "Rendi la frase più precisa, o mettila nell'altro argomento. Un modo di dire in «not» può coprirla."
    return Problem(document.name, *document.where(where), "L18", f"«{said}» si capisce come «{heard}».", hint)


def _heard_otherwise(reading: Reading, intent: str) -> str | None:
    if intent == URGENT:
        return None if reading.urgent else "niente di urgente"
    if intent.startswith(NEED):
        return None if intent.removeprefix(NEED) in reading.needs else "niente di più preciso"
    heard = reading.decision.intent if reading.decision else "niente"
    if intent in (LITERAL, SUFFERS):
        return heard if heard == "niente" and not reading.urgent else None
    return None if heard == intent else heard


def examples(phrase: Phrase, groups: Mapping[str, list[Phrase]], turns: int = EXAMPLES) -> Iterator[list[str]]:
    """`turns` sentences that the phrase stands for, as words; in the first, each choice takes its first entry."""
    for turn in range(turns):
        yield list(chain.from_iterable(_sentence(choice, phrase.groups, groups, turn) for choice in phrase.parts))


def _sentence(
    choice: tuple[Steps, ...], spot: Mapping[str, tuple[Steps, ...]], groups: Mapping[str, list[Phrase]], turn: int
) -> Iterator[str]:
    for step in _turn(choice, turn):
        if step.atom in spot:
            yield from _sentence(spot[step.atom], spot, groups, turn)
        elif step.atom in groups:
            entry = _turn(tuple(groups[step.atom]), turn)
            yield from _sentence(entry.parts[0], entry.groups, groups, turn)
        else:
            yield step.atom.rstrip("*")


def _turn(entries: tuple[Entry, ...], turn: int) -> Entry:
    return entries[turn % len(entries)]
