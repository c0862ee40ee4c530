# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The shipped directory, and small ones made for one test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.content import strict_yaml
from bot.content.directory_file import read_directory
from bot.content.document import Document
from bot.dialogue.flow import Topic
from bot.directory.gazetteer import Gazetteer
from bot.directory.model import Area, Contact, Directory, Network, PartialDate, Service, Site, Source

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
ROME = ZoneInfo("Europe/Rome")
FRESH = Source("Prova", PartialDate(2026, 1))
OLD = Source("Prova", PartialDate(2020, 1))
NETWORK = Network("Rete di prova", "Europe/Rome", "sourced", frozenset({"PI"}), ("112", "1522", "114"))


def at(*when: int, fold: int = 0) -> datetime:
    """A moment in Italy: year, month, day, hour, minute."""
    return datetime(*when, tzinfo=ROME, fold=fold)  # type: ignore[arg-type, misc]


@cache
def gazetteer() -> Gazetteer:
    """The shipped places."""
    return Gazetteer.load(ROOT / "data")


@cache
def topics() -> Mapping[str, Topic]:
    """The shipped topics."""
    read = strict_yaml.load(ROOT / "flows/topics.yaml").data["topics"]
    return {key: Topic(key, frozenset(topic["audiences"]), tuple(topic["relays"])) for key, topic in read.items()}


def read(document: Document, today: date = TODAY) -> Directory:
    """The directory of a document, with the shipped places, topics and blocked numbers."""
    return read_directory(document, gazetteer(), today, topics(), ROOT / "data")


@cache
def shipped() -> Directory:
    """The shipped directory, on the day of its facts."""
    return read(strict_yaml.load(ROOT / "services_directory.yaml", name="services_directory.yaml"))


def phone(value: str, hours: str | None = None, source: Source = FRESH) -> Contact:
    """A phone of a small directory."""
    return Contact("phone", value, source, printed=value, hours=hours)


def desk(place: str, hours: str | None = None, source: Source = FRESH) -> Site:
    """A desk at the seat of a comune."""
    where = gazetteer().places[place]
    return Site(place, where.latitude, where.longitude, source, hours=hours)


def service(name: str, *contacts: Contact, sites: tuple[Site, ...] = (), **changed: object) -> Service:
    """A centre for women of the province, changed as asked."""
    values: dict[str, object] = {
        "kind": "anti_violence_centre",
        "topics": frozenset({"violence_self"}),
        "audiences": frozenset({"women"}),
        "area": Area(provinces=frozenset({"PI"})),
        "source": FRESH,
        "contacts": contacts,
        "sites": sites,
        **changed,
    }
    return Service(name, name, "Prova", **values)  # type: ignore[arg-type]


def directory(*services: Service, network: Network = NETWORK) -> Directory:
    """A small directory."""
    return Directory(network, {each.id: each for each in services})


VIOLENCE = Topic("violence_self", frozenset({"women", "anyone"}), ("line",))
MONDAY = at(2026, 11, 23, 10)
NIGHT = at(2026, 11, 23, 3)
OFFICE = "Mo-Fr 09:00-18:00; PH off"
LINE = service("line", phone("1522", "24/7"), kind="helpline", area=Area(italy=True), audiences=frozenset({"anyone"}))
