# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Speaks one language at one moment: messages of the catalogue with the variables that every screen may use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.content.bundle import BASE_LANGUAGE, Bundle, Locale
from bot.dialogue.address import Address, ordered
from bot.dialogue.flow import Target, Topic
from bot.directory.lines import Line, competent_line, first_contact, next_opening
from bot.directory.model import AUDIENCES, PartialDate, Service
from bot.directory.phones import display
from bot.screens.screen import Scene

NONE = "none"
"""What a variable holds when there is nothing to say: catalogues choose another sentence on it."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Names by which catalogues choose their own. Words, because numbers would be written as each language writes them."""

LINE = ("line", "line_name", "line_state", "line_opens")
"""Variables that put a line into words."""

PHONES = {
    "phone_112_sordi": "112-sordi",
    "phone_19696": "19696",
    "phone_116117": "116117",
    "phone_antitratta": "antitratta",
}
"""Numbers that texts may name, and the services that they belong to. A text writes out none but those of
`bot.emergency`: the others vanish when their source is too old, and the words must do without them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A bundle, an address and a scene, ready to be put into words."""

    bundle: Bundle
    address: Address
    scene: Scene

    @property
    def locale(self) -> Locale:
        """The language of the address."""
        return self.bundle.locales[self.address.language]

    @property
    def is_foreign(self) -> bool:
        """Whether this is another language than the one in which services' own names are written."""
        return self.address.language.partition("-")[0] != BASE_LANGUAGE

    @property
    def topic(self) -> Topic | None:
        """What the address is about, where it says so."""
        return self.bundle.flow.topics.get(self.address.get("topic") or "")

    def at(self, address: Address) -> Voice:
        """The same voice at another address."""
        return Voice(self.bundle, address, self.scene)

    @property
    def now(self) -> datetime:
        """The moment of the scene, in the network's time zone."""
        return self.scene.now

    def say(self, message: str, **variables: str) -> str:
        """The message in this language. Raises MissingMessageError if there is none: a check of the files."""
        return self.locale.catalogue.format(message, None, variables)

    def label(self, message: str, name: str) -> str:
        """The label of a button: an attribute of its node's message."""
        return self.locale.catalogue.format(message, name, {})

    def has(self, message: str) -> bool:
        """Whether this language has that message."""
        return self.locale.catalogue.has(message)

    def position_stays(self) -> str:
        """That a position stays in the chat, where one led here and nobody but the person can remove it; else ""."""
        return self.say("position-stays", channel=self.scene.channel) if self.scene.shared_position else ""

    def copied(self) -> str:
        """What a copied number leaves behind, for channels where a tap copies it."""
        return self.say("copied")

    def node_text(self, node: str) -> str:
        """The text of a node, with everything that it may name."""
        message = self.locale.catalogue.messages.get(node)
        return self.say(node, **self._named(message.variables if message else frozenset()))

    def audiences(self, service: Service) -> str:
        """Whom a service welcomes, in words: "anybody" says it all."""
        known = ["anyone"] if "anyone" in service.audiences else [who for who in AUDIENCES if who in service.audiences]
        return ", ".join(self.say("audience", who=who) for who in known)

    def only_for(self, service: Service) -> str:
        """For whom a service is, where that is not everybody; else ""."""
        return "" if "anyone" in service.audiences else self.say("item-only-for", who=self.audiences(service))

    def _named(self, wanted: frozenset[str]) -> dict[str, str]:
        """Those variables of node texts that are wanted: most texts name nothing, and the line is work to find."""
        controller = self.bundle.directory.network.controller or NONE
        common = {"channel": self.scene.channel, "controller": controller} if wanted else {}
        place = {"place": self.place_name()} if "place" in wanted else {}
        line = self.line() if not wanted.isdisjoint(LINE) else {}
        phones = {name: self._phone(PHONES[name]) for name in wanted & PHONES.keys()}
        return {**common, **place, **line, **phones}

    def competent(self) -> Line | None:
        """The line that answers for the address's topic, or will; without a topic, the one for anything.

        One that is closed counts if it is known when it opens next: who cannot be helped now is told when.
        """
        topic = self.bundle.flow.topics.get(self.address.get("topic") or "talk_human")
        line = competent_line(self.bundle.directory, topic.relays, self.now) if topic else None
        return None if line is None or (line.state == "closed" and not self.opens(line)) else line

    def opens(self, line: Line) -> str:
        """When a line that is closed surely opens next; empty where that is not known."""
        when = next_opening(line.service, [line.contact], self.bundle.directory.network, self.now)
        return self.moment(when) if when else ""

    def line(self) -> dict[str, str]:
        """The competent line in words."""
        return self.line_words(self.competent())

    def line_words(self, found: Line | None) -> dict[str, str]:
        """A line in words.

        `line` is its number, `line_name` whose it is (and for whom, where that is not everybody), `line_state` always
        (and free), open, unknown, closed or none; `line_opens` says when it opens next where it is closed.
        """
        if found is None:
            return dict.fromkeys(LINE, NONE)
        free = found.always and found.contact.cost == "free"
        state = "always" if free else found.state
        opens = self.opens(found) if state == "closed" else NONE
        name = ", ".join(filter(None, (found.service.name, self.only_for(found.service))))
        return dict(zip(LINE, (display(found.contact.value), name, state, opens), strict=True))

    def going(self, target: Target, **filled: str) -> Address:
        """The address that a choice leads to, as `step` would settle it."""
        slots = {**dict(self.address.slots), **dict(target.set), **filled, "page": ""}
        return self.bundle.world.settle(Address(self.address.language, target.go, ordered(slots)))

    def place_name(self, place: str | None = None) -> str:
        """The name of a place (of the address's own where none is given), or `NONE`."""
        known = self.bundle.gazetteer.places.get(place or self.address.get("place") or "")
        return known.name if known else NONE

    def _phone(self, service: str) -> str:
        known = self.bundle.directory.services.get(service)
        contact = first_contact(known, self.bundle.directory.network, self.now) if known else None
        return display(contact.value) if contact and contact.kind == "phone" else NONE

    def date(self, when: PartialDate) -> str:
        """A date, as precisely as its source prints it."""
        if when.month is None:
            return self.say("date-year", year=str(when.year))
        kind = "date-day" if when.day else "date-month"
        return self.say(kind, day=str(when.day), month=MONTHS[when.month - 1], year=str(when.year))

    def moment(self, when: datetime) -> str:
        """A moment to come: today or the weekday, and the time; the date where the weekday would mean another day."""
        time, days = f"{when:%H:%M}", (when.date() - self.now.date()).days
        weekday = WEEKDAYS[when.weekday()] if days else "today"
        if days < len(WEEKDAYS):
            return self.say("when", weekday=weekday, time=time)
        return self.say("when-later", weekday=weekday, day=str(when.day), month=MONTHS[when.month - 1], time=time)
