# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What `nearest` costs with 100, 1 000, 10 000 and 100 000 services: python bench/nearest.py

The services are invented and lie at real comuni, as thick as comuni lie. Every call asks from another place, about
another topic and at another moment, so that no answer is remembered; sizes take turns, so that a busy machine is
busy for all of them. The index of a day is made once, before, and its cost is printed apart.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.dialogue.flow import Topic  # noqa: E402 - found through the line above
from bot.directory.gazetteer import Gazetteer, Place  # noqa: E402
from bot.directory.index import index_of  # noqa: E402
from bot.directory.model import KINDS, Area, Contact, Directory, Network, PartialDate, Service, Site, Source  # noqa: E402
from bot.directory.nearest import nearest  # noqa: E402

SIZES = (100, 1_000, 10_000, 100_000)
ROUNDS, CALLS = 20, 250
TARGET_MS, TARGET_GROWTH = 1.0, 3.0
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
SOURCE = Source("Fonte inventata", PartialDate(2026))
TOPICS = [Topic(f"topic-{number}", frozenset({"women", "anyone"}), ("line-0", "line-1")) for number in range(18)]
HOURS = (None, None, "24/7", "Mo-Fr 09:00-13:00; PH off", "Mo-Sa 08:00-18:00; PH unknown", "Tu 10:00-12:00; PH off")


def main() -> None:
    """Measure and print."""
    random = Random(1)  # noqa: S311 - the same directories on every machine
    gazetteer = Gazetteer.load(ROOT / "data")
    places = list(gazetteer.places.values())
    directories = {size: invented(random, size, places) for size in SIZES}
    built = {size: _seconds(lambda made=made: index_of(made, date(2026, 11, 24))) for size, made in directories.items()}
    gc.collect()
    gc.freeze()
    for title, asked in (("from a place", [place.id for place in places]), ("from no place", [None])):
        times = measure(random, gazetteer, directories, asked)
        print(f"\n{title}\nservices  index s   p50 ms   p99 ms   max ms   mean ms")
        for size, found in times.items():
            print(f"{size:8d} {built[size]:8.2f} {_row(found)}")
        _verdict(times)


def measure(
    random: Random, gazetteer: Gazetteer, directories: dict[int, Directory], asked: Sequence[str | None]
) -> dict[int, list[float]]:
    """Milliseconds of every call, by size, sorted."""
    times: dict[int, list[float]] = {size: [] for size in directories}
    for number in range(ROUNDS):
        for size, directory in directories.items():
            # Only the last three indices of a day are kept: made again outside the measurement.
            index_of(directory, date(2026, 11, 24))
            for call in range(CALLS):
                now = NOON + timedelta(seconds=number, microseconds=call)
                place, topic = random.choice(asked), random.choice(TOPICS)
                start = perf_counter()
                nearest(directory, gazetteer, place, topic, now)
                times[size].append((perf_counter() - start) * 1000)
    return {size: sorted(found) for size, found in times.items()}


def invented(random: Random, size: int, places: Sequence[Place]) -> Directory:
    """A directory of that many services, two national lines among them."""
    lines = [_line(number) for number in range(2)]
    services = [*lines, *(_service(random, number, random.choice(places)) for number in range(size - len(lines)))]
    network = Network("Rete inventata", "Europe/Rome", "sourced", frozenset({"PI"}), ("0000",), patron_days={"pisa-pi": (6, 17)})
    return Directory(network, {service.id: service for service in services})


def _line(number: int) -> Service:
    contact = Contact("phone", f"000{number}", SOURCE, hours="24/7")
    area, topics = Area(italy=True), frozenset(topic.id for topic in TOPICS)
    return Service(
        f"line-{number}", "Linea", "Nessuno", "helpline", topics, frozenset({"anyone"}), area, SOURCE, contacts=(contact,)
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
        audiences=frozenset(random.choice((("women",), ("anyone",), ("workers",)))),
        area=_area(random, place),
        source=SOURCE,
        contacts=tuple(Contact("phone", f"000{number}", SOURCE, hours=random.choice(HOURS)) for _ in range(2)),
        sites=tuple(_site(random, place) for _ in range(random.choice((0, 1, 1, 1, 2, 4)))),
        relay=random.choice((None, "line-0", "line-1")),
    )


def _area(random: Random, place: Place) -> Area:
    """Most services are for their comune and its neighbours, or for a province; some for a region."""
    return random.choice((
        Area(comuni=frozenset({place.comune})),
        Area(comuni=frozenset({place.comune})),
        Area(provinces=frozenset({place.province})),
        Area(provinces=frozenset({place.province})),
        Area(regions=frozenset({place.region})) if random.random() < 0.1 else Area(provinces=frozenset({place.province})),
    ))


def _site(random: Random, place: Place) -> Site:
    latitude, longitude = (degrees + random.uniform(-0.1, 0.1) for degrees in (place.latitude, place.longitude))
    return Site(place.id, latitude, longitude, SOURCE, hours=random.choice(HOURS))


def _seconds(work: object) -> float:
    start = perf_counter()
    work()  # type: ignore[operator]
    return perf_counter() - start


def _row(found: Sequence[float]) -> str:
    median, most = found[len(found) // 2], found[int(len(found) * 0.99)]
    return f"{median:8.3f} {most:8.3f} {found[-1]:8.3f} {sum(found) / len(found):9.3f}"


def _verdict(times: dict[int, list[float]]) -> None:
    small, large = times[SIZES[0]], times[SIZES[-1]]
    growth = large[len(large) // 2] / small[len(small) // 2]
    mean = sum(large) / sum(small)
    print(f"100 -> 100 000: median x {growth:.1f}, mean x {mean:.1f} (target < {TARGET_GROWTH:.0f}); p99 target {TARGET_MS} ms")


if __name__ == "__main__":
    main()
