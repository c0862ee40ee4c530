# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What `nearest` costs with 100, 1 000, 10 000 and 100 000 services; see bench/README.md.

The services are invented and lie at real comuni: a hundred in one province, a thousand in one region, the rest in all
of Italy. Every call asks from another place, about another topic and at another moment, so that no answer is
remembered. What is made once a day (the index and its trees) is made before, by one call for each topic, and printed
apart. "cpu" is the time for which the processor worked for us, "clock" what the wall says: on a busy machine they part.
"""

from __future__ import annotations

import gc
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, thread_time
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.dialogue.flow import Topic  # noqa: E402 - found through the line above
from bot.directory.gazetteer import Gazetteer, Place  # noqa: E402
from bot.directory.model import (  # noqa: E402
    KINDS,
    Area,
    Contact,
    Directory,
    Network,
    PartialDate,
    Service,
    Site,
    Source,
)
from bot.directory.nearest import nearest  # noqa: E402

SIZES = (100, 1_000, 10_000, 100_000)
CALLS, CALLS_FROM_NOWHERE = 5_000, 500
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
SOURCE = Source("Fonte inventata", PartialDate(2026))
TOPICS = [Topic(f"topic-{number}", frozenset({"women", "anyone"}), ("line-0", "line-1")) for number in range(18)]
HOURS = (None, None, "24/7", "Mo-Fr 09:00-13:00; PH off", "Mo-Sa 08:00-18:00; PH unknown", "Tu 10:00-12:00; PH off")


class Times(NamedTuple):
    """Milliseconds of every call, sorted, and how many services a call offers on average."""

    cpu: list[float]
    clock: list[float]
    offered: float


class Measured(NamedTuple):
    """One size: seconds to make what is made once a day, and the calls from a place and from none."""

    size: int
    made: float
    placed: Times
    nowhere: Times


def main() -> None:
    """Measure all sizes in one run, the smallest again at the end, and print."""
    random = Random(1)  # noqa: S311 - the same directories on every machine
    gazetteer = Gazetteer.load(ROOT / "data")
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them")
    found = [measure(random, gazetteer, size) for size in (*SIZES, SIZES[0])]
    _table("from a place", [(one.size, one.made, one.placed) for one in found])
    _table("from no place", [(one.size, one.made, one.nowhere) for one in found])


def measure(random: Random, gazetteer: Gazetteer, size: int) -> Measured:
    """A directory of that size, asked from where its services are."""
    places = _where(size, gazetteer)
    directory = invented(random, size, places)
    start = perf_counter()
    for topic in TOPICS:
        nearest(directory, gazetteer, places[0].id, topic, NOON)
    made = perf_counter() - start
    gc.collect()
    # As after a start: what stays for the day is not gone through at every collection.
    gc.freeze()
    asked = [place.id for place in places]
    placed = _calls(random, directory, gazetteer, asked, CALLS)
    nowhere = _calls(random, directory, gazetteer, [None], CALLS_FROM_NOWHERE)
    gc.unfreeze()
    return Measured(size, made, placed, nowhere)


def _calls(
    random: Random, directory: Directory, gazetteer: Gazetteer, asked: Sequence[str | None], count: int
) -> Times:
    cpu, clock, offered = [], [], 0
    for number in range(count):
        place, topic, now = random.choice(asked), random.choice(TOPICS), NOON + timedelta(seconds=number)
        start, began = perf_counter(), thread_time()
        offered += len(nearest(directory, gazetteer, place, topic, now))
        cpu.append((thread_time() - began) * 1000)
        clock.append((perf_counter() - start) * 1000)
    return Times(sorted(cpu), sorted(clock), offered / count)


def _where(size: int, gazetteer: Gazetteer) -> list[Place]:
    places = list(gazetteer.places.values())
    if size == SIZES[0]:
        return [place for place in places if place.province == "PI"]
    return [place for place in places if place.region == "Toscana"] if size == SIZES[1] else places


def invented(random: Random, size: int, places: Sequence[Place]) -> Directory:
    """A directory of that many services at those places, two national lines among them."""
    lines = [_line(number) for number in range(2)]
    services = [*lines, *(_service(random, number, random.choice(places)) for number in range(size - len(lines)))]
    patron_days = {"pisa-pi": (6, 17)}
    network = Network("Rete inventata", "Europe/Rome", "sourced", frozenset({"PI"}), ("0000",), patron_days=patron_days)
    return Directory(network, {service.id: service for service in services})


def _line(number: int) -> Service:
    return Service(
        id=f"line-{number}",
        name="Linea",
        organisation="Nessuno",
        kind="helpline",
        topics=frozenset(topic.id for topic in TOPICS),
        audiences=frozenset({"anyone"}),
        area=Area(italy=True),
        source=SOURCE,
        contacts=(Contact("phone", f"000{number}", SOURCE, hours="24/7"),),
    )


def _service(random: Random, number: int, place: Place) -> Service:
    names = random.sample([topic.id for topic in TOPICS], 5)
    return Service(
        id=f"service-{number}",
        name="Servizio",
        organisation="Nessuno",
        kind=random.choice(KINDS),  # type: ignore[arg-type]
        topics=frozenset(names[:2]),
        also=frozenset(names[2:]),
        audiences=random.choice((frozenset({"women"}), frozenset({"anyone"}), frozenset({"workers"}))),
        area=_area(random, place),
        source=SOURCE,
        contacts=tuple(Contact("phone", f"000{number}", SOURCE, hours=random.choice(HOURS)) for _ in range(2)),
        sites=tuple(_site(random, place) for _ in range(random.choice((0, 1, 1, 1, 2, 4)))),
        relay=random.choice((None, "line-0", "line-1")),
    )


def _area(random: Random, place: Place) -> Area:
    """Half of the services are for their comune; of the others nearly all for their province, some for the region."""
    comune, province = Area(comuni=frozenset({place.comune})), Area(provinces=frozenset({place.province}))
    region = Area(regions=frozenset({place.region}))
    return random.choices((comune, province, region), (50, 48, 2))[0]


def _site(random: Random, place: Place) -> Site:
    latitude, longitude = (degrees + random.uniform(-0.1, 0.1) for degrees in (place.latitude, place.longitude))
    return Site(place.id, latitude, longitude, SOURCE, hours=random.choice(HOURS))


def _table(title: str, rows: Sequence[tuple[int, float, Times]]) -> None:
    """Growth is that of cpu time against the first row: of the median, of the 99th percentile, and of the median for
    each service that is offered.
    """
    print(f"\n{title}, ms     ------ cpu ------    ----- clock -----           -- growth (cpu) --")
    print("services  made s     p50    p99    max    p50    p99    max  offers    p50    p99   each")
    first = rows[0][2]
    for size, made, times in rows:
        columns = [_percentile(one, percent) for one in (times.cpu, times.clock) for percent in (50, 99, 100)]
        median, most = (_percentile(times.cpu, percent) / _percentile(first.cpu, percent) for percent in (50, 99))
        ends = (f"{end:6.1f}" for end in (times.offered, median, most, median * first.offered / times.offered))
        print(f"{size:8d} {made:7.2f} ", *(f"{column:6.2f}" for column in columns), "", *ends)


def _percentile(times: Sequence[float], percent: int) -> float:
    return times[min(len(times) * percent // 100, len(times) - 1)]


if __name__ == "__main__":
    main()
