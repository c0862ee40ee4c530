# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is offered, in which order, and who answers in the place of whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.directory.geo import distance_km
from bot.directory.model import Area, Service, Site
from bot.directory.nearest import nearest
from tests.unit.directory_world import (
    FRESH,
    LINE,
    MONDAY,
    OFFICE,
    VIOLENCE,
    desk,
    directory,
    gazetteer,
    phone,
    service,
)

KM_OF_A_DEGREE = 111.195


def found(*services: Service, place: str | None = "pisa-pi", **asked: object) -> list[str]:
    matches = nearest(directory(LINE, *services), gazetteer(), place, VIOLENCE, MONDAY, **asked)  # type: ignore[arg-type]
    return [match.service.id for match in matches]


def test_what_a_service_exists_for_comes_before_what_it_can_do_beside() -> None:
    hospital = service("hospital", phone("050000001", "24/7"), sites=(desk("pisa-pi"),), kind="hospital")
    also = replace(hospital, topics=frozenset(), also=frozenset({"violence_self"}))
    centre = service("centre", phone("050000002"), sites=(desk("volterra-pi"),))
    assert found(also, centre) == ["centre", "hospital"]


def test_who_answers_now_comes_first_then_who_may_then_who_is_closed_then_who_has_nothing() -> None:
    shut = service("a-shut", phone("050000001", "Sa 09:00-10:00; PH off"), sites=(desk("pisa-pi"),))
    maybe = service("b-maybe", phone("050000002"), sites=(desk("cascina-pi"),))
    answering = service("c-open", phone("050000003", OFFICE), sites=(desk("volterra-pi"),))
    nothing = service("d-nothing", sites=(desk("pisa-pi"),))
    assert found(shut, maybe, answering, nothing) == ["c-open", "b-maybe", "a-shut", "d-nothing"]


def test_what_nobody_can_reach_stands_after_what_somebody_can_however_far() -> None:
    alone = replace(VIOLENCE, relays=())
    lost = service("a-lost")
    far = service("b-far", phone("058600001"), sites=(desk("livorno-li"),), area=Area(comuni=frozenset({"livorno-li"})))
    door = service("c-door", sites=(desk("volterra-pi"),))
    listed = nearest(directory(LINE, lost, far, door), gazetteer(), "pisa-pi", alone, MONDAY)
    assert [match.service.id for match in listed] == ["c-door", "b-far", "a-lost"]


def test_what_a_relay_answers_for_keeps_its_place() -> None:
    relayed = service("a-relayed")
    far = service("b-far", phone("058600001"), sites=(desk("livorno-li"),), area=Area(comuni=frozenset({"livorno-li"})))
    assert found(relayed, far) == ["a-relayed", "b-far"]


def test_beside_its_own_work_an_emergency_department_comes_after_who_listens_and_answers_now() -> None:
    beside: dict[str, Any] = {"topics": frozenset(), "also": frozenset({"violence_self"})}
    hospital = service("a-hospital", sites=(desk("pisa-pi", "24/7"),), kind="hospital", **beside)
    listening = service("b-listening", phone("050000002", OFFICE), **beside)
    unsure = service("c-unsure", phone("050000003"), sites=(desk("pisa-pi"),), **beside)
    assert found(hospital, listening, unsure) == ["b-listening", "a-hospital", "c-unsure"]
    own = replace(hospital, topics=frozenset({"violence_self"}), also=frozenset())
    answering = replace(listening, topics=frozenset({"violence_self"}), also=frozenset())
    assert found(own, answering) == ["a-hospital", "b-listening"]


def test_only_the_nearest_emergency_department_stands_before_those_who_listen() -> None:
    def emergency(name: str, place: str) -> Service:
        return service(name, sites=(desk(place, "24/7"),), kind="hospital")

    centre = service("centre", phone("050000001"), sites=(desk("pisa-pi"),))
    far = service("far", phone("050000002"), sites=(desk("volterra-pi"),))
    unseen = service("unseen", status="hidden")
    hospitals = (emergency("a", "volterra-pi"), emergency("b", "pontedera-pi"), emergency("c", "pisa-pi"))
    assert found(*hospitals, centre, far, unseen) == ["c", "centre", "far", "b", "a"]


def test_a_university_desk_stands_with_those_who_help_beside_their_own_work() -> None:
    members = service("a-members", phone("050000001", "24/7"), kind="university_desk")
    beside = service("beside", phone("050000002"), topics=frozenset(), also=frozenset({"violence_self"}))
    assert found(members, beside, service("centre", phone("050000003"))) == ["centre", "a-members", "beside"]


def test_at_the_same_hours_the_nearest_comes_first_and_then_the_id() -> None:
    near = [service(name, phone("050000001"), sites=(desk("cascina-pi"),)) for name in ("b", "a")]
    far = service("0-far", phone("050000002"), sites=(desk("volterra-pi"),))
    assert found(far, *near) == ["a", "b", "0-far"]


def test_a_service_with_many_desks_is_offered_once_with_the_nearest() -> None:
    many = service("many", phone("050000001"), sites=(desk("volterra-pi"), desk("cascina-pi"), desk("pontedera-pi")))
    matches = nearest(directory(LINE, many), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert [(match.service.id, match.site and match.site.place) for match in matches] == [("many", "cascina-pi")]


def test_a_desk_across_the_border_is_offered_after_those_of_the_place() -> None:
    lucca = service("lucca", phone("0583000001"), sites=(desk("lucca-lu"),), area=Area(comuni=frozenset({"lucca-lu"})))
    own = service("own", phone("050000001"), sites=(desk("volterra-pi"),))
    matches = nearest(directory(LINE, lucca, own), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert [(match.service.id, match.in_area) for match in matches] == [("own", True), ("lucca", False)]


def test_an_office_for_residents_is_not_offered_to_others() -> None:
    office = service(
        "office",
        phone("050000001"),
        sites=(desk("cascina-pi"),),
        kind="social_services",
        area=Area(comuni=frozenset({"cascina-pi"})),
    )
    assert found(office) == []
    assert found(office, place="cascina-pi") == ["office"]


def test_a_place_outside_the_network_gets_the_nearest_across_the_border() -> None:
    assert found(service("centre", phone("050000001"), sites=(desk("pisa-pi"),)), place="lucca-lu") == ["centre"]
    assert found(service("centre", phone("050000001"), sites=(desk("pisa-pi"),)), place="roma-rm") == []


def test_far_from_home_leaves_out_what_is_near() -> None:
    near = service("near", phone("050000001"), sites=(desk("cascina-pi"),))
    away = service(
        "away", phone("050000002"), sites=(desk("volterra-pi"),), area=Area(comuni=frozenset({"volterra-pi"}))
    )
    assert found(near, away, far=True) == ["away"]


def north(km: float, place: str = "pisa-pi") -> Site:
    """A desk of Lucca's, so many kilometres north of the seat of a comune."""
    where = gazetteer().places[place]
    found = Site("lucca-lu", where.latitude + km / KM_OF_A_DEGREE, where.longitude, FRESH)
    assert distance_km(where.latitude, where.longitude, found.latitude, found.longitude) == pytest.approx(km, rel=0.002)
    return found


@pytest.mark.parametrize(("km", "offered"), [(16, False), (19, False), (21, True), (98, True), (102, False)])
def test_far_from_home_is_beyond_twenty_kilometres_and_within_a_hundred(km: float, *, offered: bool) -> None:
    away = service("away", phone("050000002"), sites=(north(km),), area=Area(comuni=frozenset({"lucca-lu"})))
    assert found(away, far=True) == ["away"] * offered


@pytest.mark.parametrize(("km", "offered"), [(45, True), (59, True), (61, False), (74, False)])
def test_a_desk_across_the_border_is_offered_within_sixty_kilometres(km: float, *, offered: bool) -> None:
    away = service("away", phone("050000002"), sites=(north(km),), area=Area(comuni=frozenset({"lucca-lu"})))
    assert found(away) == ["away"] * offered


def test_without_a_place_the_whole_network_is_offered_without_distances() -> None:
    lucca = service("lucca", phone("0583000001"), sites=(desk("lucca-lu"),), area=Area(comuni=frozenset({"lucca-lu"})))
    centre = service("centre", phone("050000001"), sites=(desk("pisa-pi"),))
    matches = nearest(directory(LINE, centre, lucca), gazetteer(), None, VIOLENCE, MONDAY)
    assert [(match.service.id, match.km) for match in matches] == [("centre", None)]


def test_without_a_place_and_without_a_contact_in_the_network_its_neighbours_are_offered() -> None:
    lucca = service("lucca", phone("0583000001"), sites=(desk("lucca-lu"),), area=Area(comuni=frozenset({"lucca-lu"})))
    assert found(service("bare"), lucca, place=None) == ["lucca", "bare"]


def test_only_those_whom_a_service_welcomes_get_it() -> None:
    men = service("men", phone("050000001"), audiences=frozenset({"men"}))
    assert found(men) == []
    assert found(men, audience="men") == ["men"]


def test_anyone_never_means_people_who_use_violence() -> None:
    everybody = service("everybody", phone("050000001"), audiences=frozenset({"anyone"}))
    assert found(everybody, audience="men") == ["everybody"]
    assert found(everybody, audience="perpetrators") == []


def test_an_unknown_place_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        found(place="atlantide-xx")
