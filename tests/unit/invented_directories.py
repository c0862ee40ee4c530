# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Directories of every shape that the rules allow, small and invented, to compare two readings of the rules on.

The numbers are 0000… followed by digits: they cannot be dialled and belong to nobody.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from bot.dialogue.flow import Topic
from bot.directory.model import (
    Area,
    Closure,
    Contact,
    Directory,
    Network,
    PartialDate,
    Service,
    Site,
    Source,
    Verified,
)

TODAY = date(2026, 11, 23)
PLACES = {
    "pisa-pi": (43.7159, 10.4018),
    "calci-pi": (43.7226, 10.5189),
    "pontedera-pi": (43.6621, 10.6322),
    "volterra-pi": (43.4019, 10.8605),
    "livorno-li": (43.5519, 10.3080),
    "firenze-fi": (43.7698, 11.2556),
    "grosseto-gr": (42.7602, 11.1135),
}
TOPICS = {
    "one": Topic("one", frozenset({"women", "anyone"}), ("s0", "s1")),
    "two": Topic("two", frozenset({"workers"}), ()),
    "three": Topic("three", frozenset({"perpetrators"}), ("s2",)),
}
_HOURS = (
    None,
    "24/7",
    "Mo-Fr 09:00-13:00; PH off",
    "Mo-Sa 08:00-18:00; PH unknown",
    "Mo-Su,PH 09:00-24:00",
    "Tu,Th 15:00-17:00; PH off",
    "Sa-Mo 00:00-12:00; PH 10:00-12:00",
)
_KINDS = ("anti_violence_centre", "consultorio", "hospital", "hospital", "mens_centre", "university_desk")
_AUDIENCES = ("women", "anyone", "workers", "perpetrators")


def directory(seed: int) -> Directory:
    """The invented directory of this number: a dozen services at most, with closures, checks, patron days, relays."""
    random = Random(seed)  # noqa: S311 - a seed that everybody can repeat
    services = [_service(random, number) for number in range(random.randint(4, 12))]
    network = Network(
        name="Rete inventata",
        time_zone="Europe/Rome",
        show=random.choice(("sourced", "sourced", "verified")),
        provinces=frozenset({"PI"}),
        emergency=("00000",),
        patron_days={place: _day_near(random) for place in random.sample(sorted(PLACES), 3)},
    )
    return Directory(network, {service.id: service for service in services})


def _service(random: Random, number: int) -> Service:
    topics = frozenset(random.sample(sorted(TOPICS), random.randint(0, 3)))
    return Service(
        id=f"s{number}",
        name=f"Servizio {number}",
        organisation="Nessuno",
        kind=random.choice(_KINDS),  # type: ignore[arg-type]
        topics=topics,
        also=frozenset(random.sample(sorted(TOPICS), random.randint(0, 2))) - topics,
        audiences=frozenset(random.sample(_AUDIENCES, random.randint(2, 4))),
        area=_area(random),
        source=_source(random),
        contacts=tuple(_contact(random, number, place) for place in range(random.choice((0, 1, 1, 2, 3)))),
        sites=tuple(_site(random) for _ in range(random.choice((0, 0, 1, 1, 3)))),
        closures=tuple(_closure(random) for _ in range(random.choice((0, 0, 1, 2)))),
        # Only to services before it, as the check of the directory demands: no chain turns back.
        relay=f"s{random.randrange(number)}" if number and random.random() < 0.7 else None,
        status=random.choice(("active", "active", "active", "hidden")),
    )


def _contact(random: Random, service: int, place: int) -> Contact:
    return Contact(
        kind=random.choice(("phone", "phone", "sms", "email", "web")),
        value=f"0000{service}{place}" if service or place else "00000",
        source=_source(random),
        hours=random.choice(_HOURS),
        hours_source=random.choice((None, None, _source(random))),
        verified=_verified(random),
    )


def _site(random: Random) -> Site:
    place = random.choice(sorted(PLACES))
    latitude, longitude = PLACES[place]
    return Site(
        place=place,
        # To the south-east of the seat, each desk at its own distance from everywhere.
        latitude=latitude - random.random() / 50,
        longitude=longitude + random.random() / 50,
        source=_source(random),
        hours=random.choice(_HOURS),
        hours_source=random.choice((None, None, _source(random))),
        by_appointment=random.random() < 0.2,
        verified=_verified(random),
    )


def _area(random: Random) -> Area:
    return random.choice((
        Area(italy=True),
        Area(regions=frozenset({"Toscana"})),
        Area(provinces=frozenset({"PI"})),
        Area(provinces=frozenset({"LI", "FI"})),
        Area(comuni=frozenset(random.sample(sorted(PLACES), 2))),
    ))


def _source(random: Random) -> Source:
    """Dates on both sides of the 24 months."""
    month, day = random.choice(((None, None), (12, None), (2, None), (11, None), (11, 22), (11, 23), (11, 24)))
    return Source("Fonte inventata", PartialDate(random.choice((2024, 2024, 2025)), month, day))


def _verified(random: Random) -> Verified | None:
    """Checks on both sides of the 180 days."""
    return random.choice((
        None,
        None,
        Verified(TODAY - timedelta(days=random.choice((1, 179, 180, 181))), "call", "Ufficio inventato"),
    ))


def _closure(random: Random) -> Closure:
    first = TODAY + timedelta(days=random.randint(-3, 2))
    return Closure(first, first + timedelta(days=random.randint(0, 3)))


def _day_near(random: Random) -> tuple[int, int]:
    day = TODAY + timedelta(days=random.randint(-1, 2))
    return day.month, day.day
