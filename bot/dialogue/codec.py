# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses as short opaque strings, and back.

    it.k7.p3f2.t4        language . node [. slot]...       at most 64 bytes of a-z 0-9 . -

    address  = language "." node *("." slot)               slots in the order of `SLOTS`, each at most once
    language = 2*8(a-z / 0-9)
    node     = code
    slot     = letter code / "g" digit                     c choice, g page, p place, s service, t topic
    code     = 2*3(a-z / 0-9)

A link writes "-" for ".", because Telegram allows no dots there; both forms are read. Reading is total: whatever
is not an address of ours, or names what no longer exists and has no redirect, is the start.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.dialogue.address import SLOTS, Address, ordered

LETTERS = {"choice": "c", "page": "g", "place": "p", "service": "s", "topic": "t"}
_SLOT_OF = {letter: slot for slot, letter in LETTERS.items()}
_GRAMMAR = re.compile(r"([a-z0-9]{2,8})\.([a-z0-9]{2,3})((?:\.(?:g[0-9]|[cpst][a-z0-9]{2,3})){0,5})", re.ASCII)
_READABLE_SLOT = re.compile(r"([a-z]+)=(\S+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of one kind of thing: `ids` by code, for ever; `redirects` from ids that are gone to ids that are not."""

    ids: Mapping[str, str]
    redirects: Mapping[str, str] = field(default_factory=dict)
    current: Collection[str] = frozenset()

    def id(self, code: str) -> str | None:
        """The id that `code` means today, or None."""
        return self.known(self.ids.get(code, ""))

    def known(self, name: str) -> str | None:
        """`name` itself where it exists, else where it was redirected to, else None."""
        target = self.redirects.get(name, name)
        return target if target in self.current else None


@dataclass(frozen=True)
class Codec:
    """Writes and reads addresses. `codes` by kind: "node", "language" and the slots but "page"; `languages`, the first
    by default.

    `start` is the id of the node that stands for everything unreadable.
    """

    codes: Mapping[str, Codes]
    languages: tuple[str, ...]
    start: str
    _written: Mapping[str, Mapping[str, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        written = {kind: {name: code for code, name in codes.ids.items()} for kind, codes in self.codes.items()}
        object.__setattr__(self, "_written", written)

    def home(self, language: str = "") -> Address:
        """The start, in `language` if we speak it."""
        return Address(language if language in self.languages else self.languages[0], self.start)

    def encode(self, address: Address) -> str:
        """The one string for `address`. Its ids must be published (KeyError otherwise: a check of the files)."""
        parts = [address.language, self._written["node"][address.node]]
        for slot, value in address.slots:
            code = value if slot == "page" else self._written[slot][value]
            parts.append(LETTERS[slot] + code)
        return ".".join(parts)

    def link(self, address: Address) -> str:
        """The form for a link: a-z 0-9 and "-" only."""
        return self.encode(address).replace(".", "-")

    def decode(self, text: str, language: str = "") -> Address:
        """The address that `text` stands for; the start, in its language or else in `language`, if it is none."""
        match = _GRAMMAR.fullmatch(text.replace("-", "."))
        if match is None:
            return self.home(language)
        spoken, code, rest = match.groups()
        home = self.home(self._spoken(spoken) or language)
        node = self.codes["node"].id(code)
        if node is None:
            return home
        return Address(home.language, node, self._slots(rest.split(".")[1:]))

    def _spoken(self, code: str) -> str | None:
        """The language of an address, or the one that took its place; None for one that we have never spoken."""
        return code if code in self.languages else self.codes.get("language", Codes({})).id(code)

    def exact(self, text: str) -> Address | None:
        """The address that an encoded string stands for; None where `decode` would leave something out."""
        parts = text.replace("-", ".").split(".")
        address = self.decode(text)
        known = _GRAMMAR.fullmatch(".".join(parts)) and self.codes["node"].id(parts[1]) == address.node
        return address if known and (address.language, len(address.slots)) == (parts[0], len(parts) - 2) else None

    def _slots(self, parts: list[str]) -> tuple[tuple[str, str], ...]:
        found: dict[str, str] = {}
        for part in parts:
            slot, code = _SLOT_OF[part[0]], part[1:]
            found[slot] = (code if slot == "page" else self.codes[slot].id(code)) or ""
        return ordered({**found, "page": found.get("page", "").lstrip("0")})

    def readable(self, address: Address) -> str:
        """The form for people who work on Bussola: `it:near place=pisa-pi topic=stalking_digital`."""
        slots = "".join(f" {slot}={value}" for slot, value in address.slots)
        return f"{address.language}:{address.node}{slots}"

    def from_readable(self, text: str) -> Address | None:
        """The address written as `readable` writes it (the language may be left out), or None if it names nothing, or
        a language that we do not speak.
        """
        head, *rest = text.split()
        language, _, node = head.rpartition(":")
        pairs = [match.groups() for part in rest if (match := _READABLE_SLOT.fullmatch(part))]
        slots = {slot: value for slot, value in pairs if slot in SLOTS}
        known = all(self._is_value(slot, value) for slot, value in slots.items())
        known = known and language in ("", *self.languages)
        if node not in self.codes["node"].current or len(slots) != len(rest) or not known:
            return None
        return Address(self.home(language).language, node, ordered(slots))

    def _is_value(self, slot: str, value: str) -> bool:
        return value in set("0123456789") if slot == "page" else bool(self.codes[slot].known(value))
