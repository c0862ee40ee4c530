# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts in words: the list of the nearest, the card of one service, and what happens if one calls it.

Only what `directory.freshness` lets through reaches these functions; each fact is followed by where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bot.dialogue.flow import Node, first_open
from bot.directory import nearest as search
from bot.directory.freshness import Provenance, provenance, source_lasts_until, visible
from bot.directory.hours import ALWAYS
from bot.directory.lines import State
from bot.directory.model import DIALLED, Contact, PartialDate, Service, Site
from bot.directory.nearest import Match
from bot.directory.phones import display
from bot.screens.listed import Listed
from bot.screens.paging import pages_that_fit
from bot.screens.screen import Choice
from bot.screens.voice import Voice

ONLINE = frozenset({"web", "chat", "app"})
"""Contacts that are on the net: the screens show one such address at most."""
ROOM = 600
"""Characters for the entries of one page: with the words around them and a numbered menu, a message stays under 1000
on every channel (check C01 holds it to that)."""
NEAR_KM = 1.5
"""Closer than this a distance says more than we know (points are those of towns), so none is printed."""


def contact_list(voice: Voice, node: Node) -> Listed:
    """The services of the address's topic, a page at a time, then the line that answers now."""
    if node.show is None:
        return Listed()
    found = _matches(voice, node.show.of)
    shown, following = _page(voice, found, node.show.per_page)
    body = [text for _, text in shown] or [voice.say("list-empty")]
    ending = f"{voice.say('always-line', **voice.line())}\n{voice.say('list-end')}"
    opened = enumerate((match for match, _ in shown), 1)
    choices = [choice for number, match in opened if (choice := _open(voice, node, number, match))]
    return Listed("\n\n".join([*body, ending]), (*choices, *_open_line(voice, node)), following)


def _open_line(voice: Voice, node: Node) -> list[Choice]:
    """The card of the line that answers now: who answers there, and what happens if one calls."""
    line = voice.competent()
    target = first_open(node.show.open, voice.address.filled() | {"service"}) if node.show else None
    if line is None or target is None:
        return []
    return [Choice(voice.say("line-open"), voice.going(target, service=line.service.id))]


def _page(voice: Voice, found: list[Match], per_page: int) -> tuple[list[tuple[Match, str]], int | None]:
    """The entries of the address's page, and the number of the next one; after the last page comes the first."""
    wanted = int(voice.address.get("page") or 0)
    pages = pages_that_fit(found, lambda number, match: _item(voice, number, match), per_page, ROOM)
    seen = list(islice(pages, wanted + 2))
    page = wanted if wanted < len(seen) else 0
    if page + 1 < len(seen):
        return seen[page], page + 1
    return seen[page], None if page == 0 else 0


def service_card(voice: Voice) -> Listed:
    """Everything that may be shown of the address's service."""
    match = _one(voice)
    if match is None:
        return Listed(voice.say("list-empty"))
    blocks = [match.service.name, "\n".join(_reach(voice, match)), "\n".join(_desk(voice, match)), _small(voice, match)]
    return Listed("\n\n".join(block for block in blocks if block))


def call_card(voice: Voice) -> Listed:
    """What happens if one calls the address's service: its own words where it has some, else those of its kind."""
    service = voice.bundle.directory.services.get(voice.address.get("service") or "")
    known = [f"call-{service.id}", f"call-{service.kind}"] if service else []
    return Listed(voice.say(next(filter(voice.has, known), "call-other")))


def _matches(voice: Voice, of: str = "nearest") -> list[Match]:
    """The services of a listing: nearest to the place, anywhere without one, or far from it."""
    topic = voice.bundle.flow.topics.get(voice.address.get("topic") or "")
    if topic is None:
        return []
    place = None if of == "anywhere" else voice.address.get("place")
    bundle = voice.bundle
    return search.nearest(bundle.directory, bundle.gazetteer, place, topic, voice.now, far=of == "far")


def _one(voice: Voice) -> Match | None:
    """The address's service, with the desk nearest to the address's place where there is one."""
    service = voice.address.get("service") or ""
    near = _matches(voice) if voice.address.get("place") else []
    topic = voice.bundle.flow.topics.get(voice.address.get("topic") or "")
    alone = search.card(voice.bundle.directory, service, topic, voice.now)
    return next((match for match in near if match.service.id == service), alone)


def _item(voice: Voice, number: int, match: Match) -> str:
    """One entry of the list: the number to call first of all, then whose it is and for whom, and whether it answers."""
    first, *rest = _best(voice, match)
    parts = (match.service.name, _where(voice, match), _only_for(voice, match.service))
    return "\n".join([f"{number}. {first}", " · ".join(part for part in parts if part), *rest])


def _best(voice: Voice, match: Match) -> list[str]:
    """The best way to reach a service in a list. An address on the net is left to the card: one link a message."""
    if match.contact is None:
        return [_through_relay(voice, match)]
    online = match.contact.kind in ONLINE
    shown = voice.say("item-online") if online else _value(voice, match.service, match.contact)
    return [shown, *_answers(voice, match)]


def _reach(voice: Voice, match: Match) -> list[str]:
    """Every way to reach a service, the best first; or who answers in its place, and who says that it exists."""
    if match.contact is None:
        return [_through_relay(voice, match), _label(voice, _provenance(voice, match.site or match.service))]
    others = [contact for contact in match.service.contacts if contact is not match.contact]
    if match.contact.kind in ONLINE:
        others = [contact for contact in others if contact.kind not in ONLINE]
    links = [contact for contact in others if contact.kind in ONLINE]
    kept = [_value(voice, match.service, contact) for contact in others if contact not in links[1:]]
    return [_value(voice, match.service, match.contact), *kept, *_answers(voice, match)]


def _answers(voice: Voice, match: Match) -> list[str]:
    """Whether the best contact answers now, where that means something, and where it comes from."""
    if match.contact is None:
        return []
    state = [_state(voice, match, match.contact)] if match.contact.kind in DIALLED else []
    return [*state, _label(voice, _provenance(voice, match.contact))]


def _value(voice: Voice, service: Service, contact: Contact) -> str:
    """A contact as it is used: a number that phones can dial, an address, and what it is where that does not show.

    A hospital's number is said to be its switchboard, so that nobody expects a helpline.
    """
    value = display(contact.value) if contact.kind in DIALLED else contact.value
    if service.kind == "hospital" and contact.kind == "phone":
        return f"{value} ({voice.say('contact-switchboard')})"
    plain = contact.kind in ("phone", "email", "web")
    return value if plain else f"{value} ({voice.say(f'contact-{contact.kind}')})"


def _only_for(voice: Voice, service: Service) -> str:
    """For whom a service is, where that is not everybody or women, whom most of these services welcome."""
    if service.audiences & {"anyone", "women"}:
        return ""
    return voice.say("item-only-for", who=_audiences(voice, service))


def _audiences(voice: Voice, service: Service) -> str:
    return ", ".join(voice.say("audience", who=who) for who in sorted(service.audiences))


def _through_relay(voice: Voice, match: Match) -> str:
    """Who answers in the place of a service that has nothing to show."""
    if match.relay is None:
        return voice.say("item-no-relay")
    return voice.say("item-no-contact", number=display(match.relay.contact.value))


def _state(voice: Voice, match: Match, contact: Contact) -> str:
    """Whether a number answers now; where that is not known, whether its desk is always open."""
    state: State = match.contact_state
    if contact.hours == ALWAYS:
        return voice.say("status-always")
    if state == "closed":
        return voice.say("status-closed", when=voice.moment(match.opens)) if match.opens else voice.say("status-shut")
    if state == "open":
        return voice.say("status-open")
    if match.site and match.site.hours == ALWAYS:
        return voice.say("status-desk-always")
    return voice.say("status-machine" if contact.after_hours == "machine" else "status-unknown")


def _where(voice: Voice, match: Match) -> str:
    if match.site is None:
        return ""
    km = match.km or 0
    distance = str(round(km)) if km > NEAR_KM else "here"
    return voice.say("item-where", place=voice.place_name(match.site.place), km=distance)


def _desk(voice: Voice, match: Match) -> Iterator[str]:
    """The desk in front, then the towns of the others."""
    if match.site is None:
        return
    yield " · ".join(part for part in (match.site.name, _where(voice, match)) if part)
    if match.site.address:
        yield voice.say("item-address", address=match.site.address)
    if match.site.by_appointment:
        yield voice.say("item-appointment")
    others = [voice.place_name(place) for place in _other_places(voice, match)]
    if others:
        yield voice.say("item-other-desks", places=", ".join(others))


def _other_places(voice: Voice, match: Match) -> list[str]:
    known = voice.bundle.directory.services[match.service.id]
    shown = visible(known, voice.bundle.directory.network, voice.now.date())
    places = [site.place for site in shown.sites] if shown else []
    return [place for place in dict.fromkeys(places) if match.site and place != match.site.place]


def _small(voice: Voice, match: Match) -> str:
    """Whom it welcomes, what it costs, which languages it speaks, and the trace that a call leaves."""
    lines = [voice.say("item-welcomes", who=_audiences(voice, match.service))]
    if match.contact and match.contact.cost == "free":
        lines.append(voice.say("item-cost-free"))
    spoken = (match.contact.languages if match.contact else ()) or match.service.languages
    if spoken:
        names = [voice.say("language-name", code=code) for code in spoken]
        lines.append(voice.say("item-languages", languages=", ".join(names)))
    dialled = match.contact is None or match.contact.kind in DIALLED
    lines.append(voice.say("item-trace-phone" if dialled else "item-trace-web"))
    return "\n".join(lines)


def _provenance(voice: Voice, item: Contact | Site | Service) -> Provenance:
    """The label's pieces; of a service with nothing else to show, that its own source is old is said too."""
    if isinstance(item, Service):
        return Provenance(item.source, stale=source_lasts_until(item.source) < voice.now.date())
    return provenance(item, voice.now.date())


def _label(voice: Voice, label: Provenance) -> str:
    """Where a fact comes from; a check by operators is named only while it counts."""
    if label.checked and not label.stale:
        checked = PartialDate(label.checked.year, label.checked.month, label.checked.day)
        return voice.say("verified", date=voice.date(checked))
    message = "source-stale" if label.stale else "source"
    return voice.say(message, name=label.source.name, date=voice.date(label.source.date))


def _open(voice: Voice, node: Node, number: int, match: Match) -> Choice | None:
    target = first_open(node.show.open, voice.address.filled() | {"service"}) if node.show else None
    if target is None:
        return None
    return Choice(voice.say("item-open", number=str(number)), voice.going(target, service=match.service.id))
