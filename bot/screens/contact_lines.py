# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Single lines about one service: its numbers, whether they answer, where it is, and where a fact comes from."""

from __future__ import annotations

from datetime import datetime

from bot.directory.freshness import Provenance, provenance, source_lasts_until
from bot.directory.hours import ALWAYS
from bot.directory.lines import State, hours_state, next_opening
from bot.directory.model import DIALLED, Contact, PartialDate, Service, Site
from bot.directory.nearest import Match
from bot.directory.phones import display
from bot.screens.reaching import DANGER, relay_shown
from bot.screens.voice import NONE, Voice

NEAR_KM = 1.5
"""Closer than this a distance says more than we know (points are those of towns), so none is printed."""


def answers(voice: Voice, match: Match) -> list[str]:
    """Whether the best contact answers now, where that means something, and where it comes from."""
    if match.contact is None:
        return []
    status = [state(voice, match, match.contact)] if match.contact.kind in DIALLED else []
    return [*status, label(voice, provenance_of(voice, match.contact))]


def value(voice: Voice, service: Service, contact: Contact) -> str:
    """A contact as it is used: a number that phones can dial, an address, and what it is where that does not show.

    A hospital's number is said to be its switchboard, so that nobody expects a helpline.
    """
    value = display(contact.value) if contact.kind in DIALLED else contact.value
    if service.kind == "hospital" and contact.kind == "phone":
        return f"{value} ({voice.say('contact-switchboard')})"
    plain = contact.kind in ("phone", "email", "web")
    return value if plain else f"{value} ({voice.say(f'contact-{contact.kind}')})"


def through_relay(voice: Voice, match: Match) -> str:
    """Whom to ask about a service that has nothing to show; an emergency department is a door, not a number, and 112 is
    for danger, not for questions about an office.
    """
    if match.service.kind == "hospital":
        return voice.say("item-go-in-person")
    relay = relay_shown(match)
    if relay is None:
        return voice.say("item-no-relay")
    if relay.contact.value == DANGER:
        return voice.say("item-danger-only", number=DANGER)
    known = relay.contact.value in voice.bundle.directory.network.emergency
    name = NONE if known else relay.service.name
    return voice.say("item-no-contact", number=display(relay.contact.value), name=name)


def door(voice: Voice, match: Match) -> list[str]:
    """How a list speaks of an emergency department: one goes there. Its switchboard, which would be taken for a number
    to talk to somebody, is left to the card.
    """
    if match.site is None:
        return [voice.say("item-go-in-person")]
    said = open_desk(voice, match) or voice.say("item-go-in-person")
    return [said, label(voice, provenance_of(voice, match.site))]


def open_desk(voice: Voice, match: Match) -> str:
    """That the desk is open now, by which a service may stand before others; empty where that is not known."""
    if match.site is None or match.site_state != "open":
        return ""
    return voice.say("status-desk-always" if match.site.hours == ALWAYS else "status-desk-open")


def state(voice: Voice, match: Match, contact: Contact) -> str:
    """Whether a number answers now; where that is not known, whether its desk is always open."""
    if contact.hours == ALWAYS:
        return voice.say("status-always")
    known, opens = _moments(voice, match, contact)
    if known == "closed":
        return voice.say("status-closed", when=voice.moment(opens)) if opens else voice.say("status-shut")
    if known == "open":
        return voice.say("status-open")
    if match.site and match.site.hours == ALWAYS:
        return voice.say("status-desk-always")
    return voice.say("status-machine" if contact.after_hours == "machine" else "status-unknown")


def _moments(voice: Voice, match: Match, contact: Contact) -> tuple[State, datetime | None]:
    """The state of one of a service's numbers, and when it opens next: the best one's was found with the match."""
    if contact is match.contact:
        return match.contact_state, match.opens
    network = voice.bundle.directory.network
    opens = next_opening(match.service, [contact], network, voice.now)
    return hours_state(match.service, contact, network, voice.now), opens


def where(voice: Voice, match: Match) -> str:
    """Where the desk is and how far; empty where no desk may be shown."""
    if match.site is None:
        return ""
    km = match.km or 0
    distance = str(round(km)) if km > NEAR_KM else "here"
    return voice.say("item-where", place=voice.place_name(match.site.place), km=distance)


def provenance_of(voice: Voice, item: Contact | Site | Service) -> Provenance:
    """The label's pieces; of a service with nothing else to show, that its own source is old is said too."""
    if isinstance(item, Service):
        return Provenance(item.source, stale=source_lasts_until(item.source) < voice.now.date())
    return provenance(item, voice.now.date())


def label(voice: Voice, label: Provenance) -> str:
    """Where a fact comes from; a check by operators is named only while it counts."""
    if label.checked and not label.stale:
        checked = PartialDate(label.checked.year, label.checked.month, label.checked.day)
        return voice.say("verified", date=voice.date(checked))
    message = "source-stale" if label.stale else "source"
    return voice.say(message, name=label.source.name, date=voice.date(label.source.date))
