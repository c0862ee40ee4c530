# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a support network is made of; the words are those of Open Referral HSDS 3 where it has them.

Plain frozen data. Files are read into it by `content.directory_file`, which has already refused what cannot be
true; nothing here can hold the place of a refuge, because a site is a public desk with public hours.
Two facts may be printed by different sources: an address or a timetable then carries a source of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

ContactKind = Literal["phone", "sms", "whatsapp", "chat", "email", "web", "app"]
AfterHours = Literal["live", "machine", "forward", "unknown"]
Cost = Literal["free", "ordinary", "unknown"]
Trace = Literal["call_log", "messages", "browser", "mailbox", "app"]
Status = Literal["active", "hidden", "closed"]
Show = Literal["sourced", "verified"]
Kind = Literal[
    "emergency",
    "helpline",
    "anti_violence_centre",
    "listening_desk",
    "hospital",
    "consultorio",
    "health_point",
    "health_line",
    "social_services",
    "family_centre",
    "police",
    "justice",
    "equality_body",
    "victim_support",
    "anti_trafficking",
    "university_desk",
    "lgbtq",
    "mens_centre",
    "public_office",
    "public_line",
    "online_service",
    "app",
    "network",
]
"""What a service is. `mens_centre` is for people who use violence: it shares nothing with the others."""
Audience = Literal[
    "anyone",
    "women",
    "men",
    "minors",
    "young",
    "elderly",
    "disabled",
    "deaf",
    "lgbtq",
    "migrants",
    "workers",
    "families",
    "university",
    "perpetrators",
    "professionals",
]
"""Whom a service welcomes. `anyone` never means `perpetrators` (the audience firewall)."""

KINDS: tuple[str, ...] = get_args(Kind)
AUDIENCES: tuple[str, ...] = get_args(Audience)
DIALLED: frozenset[str] = frozenset({"phone", "sms", "whatsapp"})
"""Kinds of contact whose value is a telephone number."""

_TRACES: dict[ContactKind, Trace] = {
    "phone": "call_log",
    "sms": "messages",
    "whatsapp": "messages",
    "chat": "browser",
    "email": "mailbox",
    "web": "browser",
    "app": "app",
}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as a source prints it: a year, a month or a day. `month` and `day` are None where not printed."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read. `name` is printed to people; `url` is for operators and may be withheld (None)."""

    name: str
    date: PartialDate
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """An operator's own check. Nothing else makes a fact verified."""

    on: date
    how: Literal["call", "visit"]
    office: str


@dataclass(frozen=True, slots=True)
class Area:
    """Whom a service is for, by place. `italy` covers every place; provinces are car-plate codes ("PI"); regions
    are official names; comuni are gazetteer ids.
    """

    italy: bool = False
    regions: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    comuni: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a service.

    `value` is what is dialled or written to: digits for phones (no spaces, no +39; short codes as they are), an
    https address for web and chat, the name in the shops for an app. `printed` is the second copy of a number, as
    the source prints it. `hours` is an OSM opening_hours expression in the network's time zone, or None for
    unknown, which is never "open"; `hours_source` is None where the contact's own source prints the hours too.
    """

    kind: ContactKind
    value: str
    source: Source
    printed: str = ""
    label: str = ""
    hours: str | None = None
    hours_source: Source | None = None
    after_hours: AfterHours = "unknown"
    languages: tuple[str, ...] = ()
    cost: Cost = "unknown"
    verified: Verified | None = None

    @property
    def trace(self) -> Trace:
        """Where using this contact leaves a trace on the person's own phone."""
        return _TRACES[self.kind]


@dataclass(frozen=True, slots=True)
class Site:
    """A public desk. `place` is a gazetteer id; `latitude` and `longitude` are WGS84, the place's own where the
    door's are not known (`approximate`). `address` is empty where no source supports it.
    """

    place: str
    latitude: float
    longitude: float
    source: Source
    name: str = ""
    address: str = ""
    address_source: Source | None = None
    approximate: bool = True
    hours: str | None = None
    hours_source: Source | None = None
    by_appointment: bool = False
    verified: Verified | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    """Days, both included, on which a service does not answer whatever its hours say."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Service:
    """One service of the network, or a national line.

    `topics` is what it exists for; `also` what it is competent for beside that (an emergency department for
    violence). `relay` is the id of a competent service that answers when this one has no contact to show.
    `verified` says that the service exists as written; contacts and sites are verified one by one.
    """

    id: str
    name: str
    organisation: str
    kind: Kind
    topics: frozenset[str]
    audiences: frozenset[str]
    area: Area
    source: Source
    also: frozenset[str] = frozenset()
    contacts: tuple[Contact, ...] = ()
    sites: tuple[Site, ...] = ()
    closures: tuple[Closure, ...] = ()
    languages: tuple[str, ...] = ()
    relay: str | None = None
    status: Status = "active"
    verified: Verified | None = None


@dataclass(frozen=True, slots=True)
class Network:
    """Whose network this is. What is not known is empty; `bussola doctor` refuses to go live without it.

    `emergency` holds the numbers that never expire; `patron_days` the (month, day) of a comune's own holiday, by
    its place id; `zones` the groups of comuni that people may pick from: by id, a name and place ids.
    """

    name: str
    time_zone: str
    show: Show
    provinces: frozenset[str]
    emergency: tuple[str, ...]
    controller: str = ""
    privacy_contact: str = ""
    patron_days: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """The whole file, by service id, in the order of the file. Compared by identity: a reload makes another one."""

    network: Network
    services: Mapping[str, Service]
