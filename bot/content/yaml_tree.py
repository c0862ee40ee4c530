# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From the events of a YAML parser to data with positions, without interpreting a single value.

Works without recursion, so a hostile file cannot exhaust the stack.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from yaml import events

from bot.content.document import Data, Document, Marks, Position
from bot.errors import Problem

DEEPEST = 20
"""Levels of nesting. Our own files need seven."""
MOST = 100
"""Problems of one kind that are told of one file: enough to see that it is everywhere."""
UNSEEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\uf900-\ufefe\uff00-\ufffc\U00010000-\U0010ffff]")
"""What YAML cannot hold, and beyond it the line ends that no editor shows (U+0085, U+2028, U+2029), signs of one font
only (the bullets of a word processor) and what stands for a letter that was lost (U+FFFD).
"""
NEW_ENTRY = "Se qui comincia una voce nuova, manca il suo trattino «- ». Altrimenti: "
UNSEEN_HINT = "Cancella il carattere e riscrivi quel punto a mano: di solito viene da un copia e incolla."


@dataclass
class _Open:
    """A mapping or list that has begun and not ended. `key` waits for its value; `keep` is False for a refused one."""

    data: dict[str, Data] | list[Data]
    marks: Marks
    parts: dict[str | int, Marks]
    key: str | None = None
    key_at: Position = (1, 1)
    keep: bool = True
    is_key: bool = False


@dataclass
class Builder:
    """Takes events in, and has a `document` where no problem was found and the parser did not give up."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=list)
    _root: _Open | None = None
    _documents: int = 0
    _told: Counter[str] = field(default_factory=Counter)

    def read(self, stream: Iterable[events.Event]) -> None:
        """Takes a whole stream, or as much as is not too deep. Lets the parser's own error through."""
        for event in stream:
            self._take(event)
            if len(self._stack) > DEEPEST:
                break  # the parser needs the square of the time for such a file
        if self._root is None and not self.problems:
            self._not_a_mapping((1, 1))

    def document(self) -> Document:
        """What was read. Only to be asked for when there are no problems."""
        if self._root is None:
            raise ValueError("a file with problems has no document")
        return Document(self.name, self._root.data, self._root.marks)

    def _take(self, event: events.Event) -> None:
        if isinstance(event, events.DocumentStartEvent):
            self._document_starts(event)
        elif isinstance(event, events.CollectionEndEvent):
            self._close()
        elif isinstance(event, events.NodeEvent):
            self._refuse_surprises(event)
            self._node(event)

    def _document_starts(self, event: events.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents == 2:  # noqa: PLR2004 - the second one is told of, once
            hint = "Togli la riga «---», oppure dividi il file."
            self._problem(position(event), "Y08", "Il file contiene più documenti.", hint)

    def _refuse_surprises(self, event: events.NodeEvent) -> None:
        at = position(event)
        if event.anchor is not None:
            hint = "Scrivi il testo per intero; se comincia con & o *, mettilo fra virgolette."
            self._problem(at, "Y02", "Qui c'è un riferimento YAML (& o *), che non usiamo.", hint)
        if getattr(event, "tag", None) is not None:
            hint = "Toglilo; se il testo comincia con !, mettilo fra virgolette."
            self._problem(at, "Y03", "Qui c'è un'etichetta YAML (!), che non usiamo.", hint)
        written = event.value if isinstance(event, events.ScalarEvent) else ""
        if "\t" in written or UNSEEN.search(written):
            self._problem(at, "Y10", "In questo testo c'è un carattere invisibile che non si può usare.", UNSEEN_HINT)

    def _node(self, event: events.NodeEvent) -> None:
        at = position(event)
        top = self._stack[-1] if self._stack else None
        is_key = top is not None and isinstance(top.data, dict) and top.key is None
        if isinstance(event, events.CollectionStartEvent):
            self._open(event, at, is_key=is_key)
        else:
            # An alias has been refused already: a star stands for it, and nobody will see it.
            text = event.value if isinstance(event, events.ScalarEvent) else "*"
            self._scalar(text, at, is_key=is_key)

    def _open(self, event: events.CollectionStartEvent, at: Position, *, is_key: bool) -> None:
        if not self._stack and not isinstance(event, events.MappingStartEvent):
            self._not_a_mapping(at)
        parts: dict[str | int, Marks] = {}
        data: dict[str, Data] | list[Data] = {} if isinstance(event, events.MappingStartEvent) else []
        self._stack.append(_Open(data, Marks(at, self._key_place(at), parts), parts, is_key=is_key))
        if len(self._stack) == DEEPEST + 1:
            hint = "Controlla i rientri: ogni livello deve servire."
            self._problem(at, "Y12", f"Troppi livelli, uno dentro l'altro: al massimo {DEEPEST}.", hint)

    def _close(self) -> None:
        done = self._stack.pop()
        if not self._stack:
            self._root = self._root or done
        elif done.is_key:
            self._key("", done.marks.value)
        else:
            self._put(done.data, done.marks)

    def _scalar(self, text: str, at: Position, *, is_key: bool) -> None:
        if not self._stack:
            self._not_a_mapping(at)
        elif is_key:
            self._key(text, at)
        else:
            self._put(text, Marks(at, self._key_place(at), {}))

    def _key(self, key: str, at: Position) -> None:
        top = self._stack[-1]
        top.key, top.key_at, top.keep = key, at, key not in top.parts
        if key == "":
            self._problem(at, "Y15", "Qui manca la chiave.", "Scrivi «chiave: valore», con una parola come chiave.")
        elif key == "<<":
            self._problem(at, "Y11", "Qui c'è «<<», che non usiamo.", "Scrivi per intero le righe che vuoi ripetere.")
        elif not top.keep:
            first = top.parts[key].key[0]
            in_list = len(self._stack) > 1 and isinstance(self._stack[-2].data, list)
            hint = f"{NEW_ENTRY if in_list else ''}Tienine una sola, oppure uniscile."
            self._problem(at, "Y01", f"La chiave «{shortened(key)}» c'è già, alla riga {first}.", hint)

    def _put(self, data: Data, marks: Marks) -> None:
        top = self._stack[-1]
        if isinstance(top.data, list):
            top.parts[len(top.data)] = marks
            top.data.append(data)
        elif top.key is not None:
            if top.keep:
                top.data[top.key] = data
                top.parts[top.key] = marks
            top.key = None

    def _key_place(self, at: Position) -> Position:
        """Where the key of the value at `at` stands; the value itself where it has no key."""
        top = self._stack[-1] if self._stack else None
        return top.key_at if top is not None and top.key is not None else at

    def _not_a_mapping(self, at: Position) -> None:
        hint = "La prima riga deve essere «chiave: valore»."
        if self._documents <= 1:
            self._problem(at, "Y09", "Il file deve essere fatto di righe «chiave: valore».", hint)

    def _problem(self, at: Position, code: str, message: str, hint: str) -> None:
        self._told[code] += 1
        if self._told[code] <= MOST:
            self.problems.append(Problem(self.name, *at, code, message, hint))


def position(event: events.Event) -> Position:
    """Where an event begins, counted from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def shortened(text: str, longest: int = 40) -> str:
    """`text` on one line and not longer than `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
