# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation's whole state, as a value: language, node, and slots filled from closed lists.

No field can hold free text or a coordinate: a slot's value is an id that stands in our own files, and the codec
drops whatever is not on the list. That is what makes a conversation private by type.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SLOTS = ("choice", "page", "place", "service", "topic")
"""All slots there are, in the order in which an address writes them."""

Slots = tuple[tuple[str, str], ...]


def ordered(slots: Mapping[str, str]) -> Slots:
    """The filled slots in the one order that addresses use; empty and unknown ones are left out."""
    return tuple((name, slots[name]) for name in SLOTS if slots.get(name))


@dataclass(frozen=True, slots=True)
class Address:
    """Where a conversation is. Hashable; two equal addresses show the same screen at the same time.

    `slots` holds (slot, id) pairs in the order of `SLOTS`; build one with `at`.
    """

    language: str
    node: str
    slots: Slots = ()

    @classmethod
    def at(cls, language: str, node: str, **slots: str) -> Address:
        """The address of `node` with these slots; empty values count as unfilled."""
        return cls(language, node, ordered(slots))

    def get(self, slot: str) -> str | None:
        """The id that fills `slot`, or None."""
        for name, value in self.slots:
            if name == slot:
                return value
        return None

    def filled(self) -> frozenset[str]:
        """What a way may ask about: the names of the slots that are filled, and `topic=<id>`, which topic it is."""
        return frozenset(name for name, _ in self.slots) | {f"topic={topic}" for topic in (self.get("topic"),) if topic}

    def keeping(self, slots: Iterable[str]) -> Address:
        """The same place in the conversation with only these slots."""
        kept = frozenset(slots)
        return Address(self.language, self.node, tuple(pair for pair in self.slots if pair[0] in kept))

    def turned(self, page: int) -> Address:
        """The same screen at another page (0 to 9); page 0 is the plain address."""
        others = {name: value for name, value in self.slots if name != "page"}
        return Address(self.language, self.node, ordered({**others, "page": str(page) if page else ""}))
