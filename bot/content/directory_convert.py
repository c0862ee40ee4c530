# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From the file to the domain, once nothing in the file is wrong."""

from __future__ import annotations

from datetime import date
from typing import cast

from bot.content.directory_checks import point_of
from bot.content.directory_reading import Reading, full_date, partial_date
from bot.content.directory_schema import ContactFile, NetworkFile, ServiceFile, SiteFile, SourceFile, VerifiedFile
from bot.directory.model import (
    Area,
    Closure,
    Contact,
    Directory,
    Kind,
    Network,
    PartialDate,
    Service,
    Site,
    Source,
    Verified,
)


def convert(reading: Reading) -> Directory:
    """The directory of a file that has passed every check."""
    services = {service.id: _service(reading, service) for service in reading.file.services}
    return Directory(_network(reading, reading.file.network), services)


def area_of(reading: Reading, written: list[str]) -> Area:
    """The area that is written; comuni that do not exist are left out (their own check reports them)."""
    comuni = [place.id for part in written if (place := reading.comune(part))]
    return Area(
        italy="Italia" in written,
        regions=frozenset(part.removeprefix("Regione ") for part in written if part.startswith("Regione ")),
        provinces=frozenset(part.removeprefix("Provincia ") for part in written if part.startswith("Provincia ")),
        comuni=frozenset(comuni),
    )


def _network(reading: Reading, written: NetworkFile) -> Network:
    return Network(
        name=written.name,
        time_zone=written.time_zone,
        show=written.show,
        provinces=frozenset(written.provinces),
        emergency=tuple(written.emergency),
        controller=written.controller,
        privacy_contact=written.privacy_contact,
        patron_days={_place(reading, name): _month_and_day(day) for name, day in written.patron_days.items()},
        zones={
            zone: (content.name, tuple(_place(reading, name) for name in content.comuni))
            for zone, content in written.zones.items()
        },
    )


def _service(reading: Reading, written: ServiceFile) -> Service:
    return Service(
        id=written.id,
        name=written.name,
        organisation=written.organisation,
        kind=cast("Kind", written.kind),
        topics=frozenset(written.topics),
        also=frozenset(written.also) - frozenset(written.topics),
        audiences=frozenset(written.audiences),
        area=area_of(reading, written.area),
        contacts=tuple(map(_contact, written.contacts)),
        sites=tuple(_site(reading, site) for site in written.sites),
        closures=tuple(Closure(_day(closure.first), _day(closure.last)) for closure in written.closures),
        languages=tuple(written.languages),
        relay=written.relay or None,
        source=_source(written.source),
        verified=_verified(written.verified),
        status=written.status,
    )


def _contact(written: ContactFile) -> Contact:
    return Contact(
        kind=written.kind,
        value=written.value,
        printed=written.printed,
        label=written.label,
        hours=_hours(written.hours),
        hours_source=_source(written.hours_source) if written.hours_source else None,
        after_hours=written.after_hours,
        languages=tuple(written.languages),
        cost=written.cost,
        source=_source(written.source),
        verified=_verified(written.verified),
    )


def _site(reading: Reading, written: SiteFile) -> Site:
    place = reading.comune(written.comune)
    if place is None:
        raise _unchecked("comune")
    point = point_of(written.point) if written.point else None
    latitude, longitude = point or (place.latitude, place.longitude)
    return Site(
        place=place.id,
        latitude=latitude,
        longitude=longitude,
        approximate=point is None,
        name=written.name,
        address=written.address,
        address_source=_source(written.address_source) if written.address_source else None,
        hours=_hours(written.hours),
        hours_source=_source(written.hours_source) if written.hours_source else None,
        by_appointment=written.by_appointment == "yes",
        source=_source(written.source),
        verified=_verified(written.verified),
    )


def _hours(written: str) -> str | None:
    return None if written in ("", "unknown") else written


def _source(written: SourceFile | None) -> Source:
    when = partial_date(written.date) if written else None
    if written is None or when is None:
        raise _unchecked("source")
    return Source(written.name, when, written.url or None)


def _verified(written: VerifiedFile | None) -> Verified | None:
    return Verified(_day(written.on), written.how, written.office) if written else None


def _place(reading: Reading, name: str) -> str:
    place = reading.comune(name)
    if place is None:
        raise _unchecked("comune")
    return place.id


def _month_and_day(text: str) -> tuple[int, int]:
    found = _day(f"2024-{text}")
    return found.month, found.day


def _day(text: str) -> date:
    found = full_date(text)
    if found is None:
        raise _unchecked("date")
    return found


def _unchecked(what: str) -> ValueError:
    """The file was converted before it was checked: a mistake of ours, not of who wrote it."""
    return ValueError(f"unchecked {what}")


__all__ = ["PartialDate", "area_of", "convert"]
