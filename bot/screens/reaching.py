# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""By which contacts a card says that a service is reached, and who is at the other end of each.

A service with nothing of its own to show is reached through its relay; one of the net alone cannot be called at all.
What a card says of cost and trace, and whether it offers to tell what happens on a call, depends on nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.directory.lines import Line
from bot.directory.model import Contact, Service, Trace
from bot.directory.nearest import Match

ONLINE = frozenset({"web", "chat", "app"})
"""Contacts that are on the net: the screens show one such address at most."""
DANGER = "112"
"""The number that the words about an emergency department without a number of its own name."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Who is at the other end of the phones that a card shows: the service itself, or the relay in its place."""

    service: Service
    phones: tuple[Contact, ...]


def contacts_shown(match: Match) -> tuple[Contact, ...]:
    """What a card prints of a service's own contacts: numbers to call, then the others, each time the best first; of
    addresses on the net only one. A chat whose hours are not known does not stand before the line that it belongs to.
    """
    if match.contact is None:
        return ()
    others = (contact for contact in match.service.contacts if contact is not match.contact)
    ordered = sorted((match.contact, *others), key=lambda contact: contact.kind != "phone")
    online = [contact for contact in ordered if contact.kind in ONLINE]
    return tuple(contact for contact in ordered if contact not in online[1:])


def relay_shown(match: Match) -> Line | None:
    """The line whose number a card prints because the service has nothing of its own; None where it prints none.

    In the place of an emergency department only 112 is named: one goes there in person.
    """
    if match.contact is not None or match.relay is None:
        return None
    named = match.service.kind != "hospital" or match.relay.contact.value == DANGER
    return match.relay if named else None


def answering(match: Match | None) -> Answering | None:
    """Who answers when the number on a card is called; None where it shows nothing that can be called."""
    if match is None:
        return None
    phones = tuple(contact for contact in contacts_shown(match) if contact.kind == "phone")
    if phones:
        return Answering(match.service, phones)
    relay = relay_shown(match)
    return Answering(relay.service, (relay.contact,)) if relay else None


def is_free(match: Match) -> bool:
    """Whether every call to a number on the card is free: said of one number it would be believed of all."""
    found = answering(match)
    return found is not None and all(phone.cost == "free" for phone in found.phones)


def traces(match: Match) -> tuple[Trace, ...]:
    """What using the contacts on a card leaves behind on the person's phone, each once, in the order of the card."""
    relay = relay_shown(match)
    shown = (*contacts_shown(match), *((relay.contact,) if relay else ()))
    return tuple(dict.fromkeys(contact.trace for contact in shown))
