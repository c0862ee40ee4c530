# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The proof of docs/ranking.md, in short; and that it would see a ranking that is wrong.

The whole of it, for all of Italy and every hour, is `bussola check --prove`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import hypot
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import typer

from bot import cli
from bot.checks import prove
from bot.checks.oracle_facts import state_of_hours
from bot.checks.oracle_hours import UnreadableHoursError, easter, is_holiday, state_of
from bot.checks.proof.agree import answer, disagreement, offers
from bot.checks.proof.likeness import Partition, Subject
from bot.checks.proof.moments import hours_of, moments
from bot.content.bundle import Bundle
from bot.directory import hours, nearest, points
from bot.directory.model import Closure, Directory, Service
from bot.directory.nearest import Match
from tests.unit.invented_directories import TOPICS, directory

TODAY = date(2026, 11, 23)
ROME = ZoneInfo("Europe/Rome")
NOWS = [datetime(2026, month, day, hour, tzinfo=ROME) for month, day, hour in ((11, 23, 10), (11, 24, 16), (12, 8, 11))]


def subject(bundle: Bundle, *, topics: Sequence[str] = (), days: Sequence[date] = (TODAY,)) -> Subject:
    """The shipped directory on every third hour of some days, from the network, its border and a part of Italy."""
    places = [place.id for place in bundle.gazetteer.places.values() if place.kind == "comune"]
    home = [place for place in places if place.endswith("-pi")]
    chosen = {name: bundle.flow.topics[name] for name in topics or bundle.flow.topics}
    now = [moment for day in days for moment in list(hours_of(day, ROME))[::3]]
    return Subject(
        bundle.directory, bundle.gazetteer, chosen, (None, *home, "fornacette.calcinaia-pi", *places[::60]), tuple(now)
    )


def faults(proven: Subject) -> list[str]:
    return prove.faults(proven, prove.prove(proven, workers=1))


def with_services(proven: Subject, *changed: Service) -> Subject:
    services = {**proven.directory.services, **{service.id: service for service in changed}}
    return replace(proven, directory=Directory(proven.directory.network, services))


def test_the_shipped_directory_answers_as_the_oracle_does(bundle: Bundle) -> None:
    days = [date(2026, 11, 26), date(2026, 12, 1), date(2026, 12, 25), date(2027, 3, 28), date(2027, 6, 17)]
    proven = subject(bundle, days=days)
    proofs = prove.prove(proven, workers=1)
    assert prove.faults(proven, proofs) == []
    assert sum(proof.cases for proof in proofs) == len(proven.places) * len(proven.topics) * len(proven.moments)
    assert sum(proof.classes for proof in proofs) < sum(proof.cases for proof in proofs) / 10


def test_workers_prove_the_same_and_the_report_says_how_much(bundle: Bundle) -> None:
    proven = subject(bundle, topics=["violence_self", "perpetrator"])
    proofs = prove.prove(proven, workers=2)
    assert proofs == prove.prove(proven, workers=1)
    report = prove.report(proven, proofs, start=0.0)
    assert report.holds
    assert any("Classi provate" in line for line in report.lines)
    assert any("senza alcun numero da chiamare: perpetrator, 100,0 %" in line for line in report.lines)


@pytest.mark.parametrize("seed", range(120))
def test_invented_directories_are_ranked_as_the_oracle_ranks_them(bundle: Bundle, seed: int) -> None:
    proven = Subject(directory(seed), bundle.gazetteer, TOPICS, (), ())
    for topic in TOPICS.values():
        for place in (None, "pisa-pi", "volterra-pi", "fornacette.calcinaia-pi", "siena-si", "milano-mi"):
            for now in NOWS:
                found = offers(answer(proven, topic, place, now))
                assert disagreement(proven, topic, place, now, found) is None


@pytest.mark.parametrize("seed", range(40))
def test_the_next_opening_is_the_first_half_hour_that_the_oracle_calls_open(bundle: Bundle, seed: int) -> None:
    made = directory(seed)
    proven = Subject(replace(made, network=replace(made.network, patron_days={})), bundle.gazetteer, TOPICS, (), ())
    for now in NOWS:
        for match in answer(proven, TOPICS["one"], "pisa-pi", now):
            assert match.opens == first_opening(proven, match, now)


def first_opening(proven: Subject, match: Match, now: datetime) -> datetime | None:
    """Half hour by half hour, for two weeks, which is beyond every closure that is invented."""
    facts = [match.contact, None if match.site and match.site.by_appointment else match.site]
    known = [replace(fact, hours_source=None) for fact in facts if fact]
    steps = (now + timedelta(minutes=30 * number) for number in range(2 * 24 * 14))
    for step in steps if match.state != "open" else ():
        for fact in known:
            if state_of_hours(proven.directory, proven.gazetteer.places, match.service, fact, step) == "open":
                return step
    return None


# ---------------------------------------------------------------- a wrong ranking is seen


def test_a_ranking_that_forgets_closures_is_seen(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    proven = subject(bundle, topics=["violence_self"])
    hospital = replace(proven.directory.services["ps-cisanello"], closures=(Closure(TODAY, TODAY),))
    assert faults(with_services(proven, hospital)) == []
    monkeypatch.setattr(hours, "_is_closure", lambda _closures, _day: False)
    assert any("ps-cisanello" in fault for fault in faults(with_services(proven, hospital)))


def test_distances_in_degrees_are_seen(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    def degrees(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
        return 111.2 * hypot(a_lat - b_lat, a_lon - b_lon)

    monkeypatch.setattr(points, "distance_km", degrees)
    assert faults(subject(bundle, topics=["violence_self"])) != []


def test_a_place_that_is_not_like_its_class_is_seen(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    honest, proven = nearest.nearest, subject(bundle, topics=["violence_self"])
    cells = Partition(proven).cells(bundle.flow.topics["violence_self"])
    classes = [places for cell in cells for places in cell.places]
    member = next(places[-1] for places in classes if len(places) > 1 and str(places[-1]).endswith("-pi"))

    def forgetful(*asked: object) -> list[Match]:
        return honest(*asked)[:-1] if asked[2] == member else honest(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(nearest, "nearest", forgetful)
    found = faults(proven)
    assert found
    assert all(f"{member}" in fault and "della sua classe" in fault for fault in found)


def test_a_moment_that_is_not_like_its_class_is_seen(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    honest, proven = nearest.nearest, subject(bundle, topics=["trafficking"])

    def sleepy(*asked: object) -> list[Match]:
        return [] if asked[4] == proven.moments[-1] else honest(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(nearest, "nearest", sleepy)
    assert any("della sua classe" in fault for fault in faults(proven))


def test_a_partition_that_tells_nothing_apart_is_seen(bundle: Bundle) -> None:
    proven = subject(bundle, topics=["talk_human"])
    single = replace(proven, places=("milano-mi",), moments=proven.moments[:1])
    assert sum("una sola classe" in fault for fault in faults(single)) == 3


def test_a_service_of_the_other_side_of_violence_is_seen(bundle: Bundle) -> None:
    proven = subject(bundle, topics=["violence_self", "perpetrator"])
    centre = proven.directory.services["nuovo-maschile"]
    wrong = replace(centre, topics=frozenset({"violence_self"}), audiences=frozenset({"women", "perpetrators"}))
    assert any("nuovo-maschile è dall'altra parte" in fault for fault in faults(with_services(proven, wrong)))


def test_a_number_that_is_given_to_both_sides_of_violence_is_seen(bundle: Bundle) -> None:
    proven = subject(bundle, topics=["violence_self", "perpetrator"])
    centre, line = proven.directory.services["nuovo-maschile"], proven.directory.services["1522"]
    shared = with_services(proven, replace(centre, contacts=line.contacts))
    assert "1522 è dato a tutte e due le parti della violenza." in faults(shared)


def test_an_emergency_line_that_vanishes_is_seen(bundle: Bundle) -> None:
    proven = subject(bundle, topics=["violence_self", "minors"])
    for number in ("112", "1522", "114"):
        hidden = replace(proven.directory.services[number], status="hidden")
        assert any(fault.startswith(f"{number} non") for fault in faults(with_services(proven, hidden)))


# ---------------------------------------------------------------- what it stands on


def test_the_moments_hold_the_hours_of_both_clock_changes_and_the_days_of_christmas(bundle: Bundle) -> None:
    found = moments(bundle.directory, TODAY)
    local = [moment.astimezone(ROME) for moment in found]
    hours_on = Counter(moment.date() for moment in local)
    assert [hours_on[day] for day in (date(2027, 3, 28), date(2027, 10, 31))] == [23, 25]
    assert all(hours_on[date(2026, 12, 21) + timedelta(days=number)] == 24 for number in range(18))
    assert list(found) == sorted(set(found))
    assert all(moment.tzinfo is UTC for moment in found)


def test_every_place_and_moment_is_in_one_class_of_one_cell(bundle: Bundle) -> None:
    proven = subject(bundle, topics=["violence_self"])
    cells = list(Partition(proven).cells(bundle.flow.topics["violence_self"]))
    assert sorted(moment for cell in cells for group in cell.moments for moment in group) == list(proven.moments)
    for cell in cells:
        assert sorted(map(str, (place for group in cell.places for place in group))) == sorted(map(str, proven.places))


def test_the_oracle_knows_the_holidays_of_italy() -> None:
    assert [easter(year) for year in (2024, 2025, 2026, 2027, 2038)] == [
        date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)
    ]  # fmt: skip
    assert not is_holiday(date(2025, 10, 4))
    assert all(is_holiday(day) for day in (date(2026, 10, 4), date(2027, 3, 29), date(2026, 12, 8), date(2026, 12, 26)))
    assert not any(is_holiday(day) for day in (date(2026, 11, 23), date(2027, 3, 30), date(2026, 6, 17)))


@pytest.mark.parametrize(
    ("written", "moment", "state"),
    [
        ("24/7", "2026-12-25T03:00", "open"),
        ("Mo-Fr 09:00-13:00; PH off", "2026-11-23T13:00", "closed"),
        ("Mo-Fr 09:00-13:00,15:00-18:00; PH off", "2026-11-23T15:00", "open"),
        ("Mo-Sa 08:00-18:00; PH unknown", "2026-12-08T10:00", "unknown"),
        ("Mo-Su,PH 09:00-24:00", "2026-12-25T23:59", "open"),
        ("Sa-Mo 10:00-12:00; PH 11:00-12:00", "2026-11-22T10:00", "open"),
        ("Sa-Mo 10:00-12:00; PH 11:00-12:00", "2026-12-26T10:00", "closed"),
        ("09:00-18:00; PH open", "2026-12-26T03:00", "open"),
    ],
)
def test_the_oracle_reads_hours(written: str, moment: str, state: str) -> None:
    assert state_of(written, datetime.fromisoformat(moment)) == state


@pytest.mark.parametrize(
    "written",
    ["Mo 20:00-08:00", "Mo-Fr 9-18", "week 1 Mo 09:00-10:00", "Mo[1] 09:00-10:00", "Lu 09:00-10:00", "", "Mo 09:00+"],
)
def test_the_oracle_refuses_what_it_cannot_read(written: str) -> None:
    with pytest.raises(UnreadableHoursError):
        state_of(written, datetime(2026, 11, 23, 10, tzinfo=ROME))


@pytest.mark.parametrize("holds", [True, False])
def test_the_command_prints_the_proof_and_fails_with_it(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], holds: bool
) -> None:
    monkeypatch.setattr(cli, "run_checks", lambda _folder, _today: [])
    monkeypatch.setattr(cli, "load_checked", lambda _folder, _today: bundle)
    monkeypatch.setattr(cli, "prove_bundle", lambda _bundle, _today: prove.Report(("una riga",), holds))
    try:
        cli.check(Path(), prove=True)
        ended = 0
    except typer.Exit as exit_:
        ended = exit_.exit_code
    assert ended == (0 if holds else 1)
    assert "una riga" in capsys.readouterr().out
