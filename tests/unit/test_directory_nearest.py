# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who is offered, in which order, and who answers in the place of whom."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.dialogue.flow import Topic
from bot.directory.areas import contains, covers, province_of
from bot.directory.freshness import visible
from bot.directory.geo import distance_km
from bot.directory.holes import holes
from bot.directory.model import Area, Closure, Contact, Service, Site
from bot.directory.nearest import always, card, competent_line, first_contact, nearest
from bot.directory.points import Points, nearest_of, point_at
from tests.unit.directory_world import (
    FRESH,
    NETWORK,
    OLD,
    at,
    desk,
    directory,
    gazetteer,
    phone,
    service,
    shipped,
    topics,
)

VIOLENCE = Topic("violence_self", frozenset({"women", "anyone"}), ("line",))
MONDAY = at(2026, 11, 23, 10)
KM_OF_A_DEGREE = 111.195
NIGHT = at(2026, 11, 23, 3)
OFFICE = "Mo-Fr 09:00-18:00; PH off"
LINE = service("line", phone("1522", "24/7"), kind="helpline", area=Area(italy=True), audiences=frozenset({"anyone"}))


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


def test_an_expired_contact_is_not_shown_and_the_relay_answers() -> None:
    old = service("old", phone("050000001", source=OLD), relay="line")
    (match,) = nearest(directory(LINE, old), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.contact, match.state) == (None, "none")
    assert match.relay is not None
    assert (match.relay.contact.value, match.relay.always) == ("1522", True)


def test_a_relay_that_is_not_competent_is_passed_over_for_the_lines_of_the_topic() -> None:
    leave = service("leave", phone("803164"), topics=frozenset({"balance"}), area=Area(italy=True))
    old = service("old", relay="leave")
    (match,) = nearest(directory(LINE, leave, old), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert match.relay is not None
    assert match.relay.service.id == "line"


def test_the_relay_of_a_relay_answers_when_both_are_silent() -> None:
    middle = service("middle", phone("050000001", source=OLD), relay="line", audiences=frozenset({"anyone"}))
    old = service("old", relay="middle")
    matches = nearest(directory(LINE, middle, old), gazetteer(), "pisa-pi", replace(VIOLENCE, relays=()), MONDAY)
    assert {match.service.id: match.relay and match.relay.service.id for match in matches} == {
        "middle": "line",
        "old": "line",
    }


def test_a_line_that_answers_now_goes_with_whoever_does_not() -> None:
    shut = service("shut", phone("050000001", OFFICE))
    (match,) = nearest(directory(LINE, shut), gazetteer(), "pisa-pi", VIOLENCE, NIGHT)
    assert match.state == "closed"
    assert match.opens == at(2026, 11, 23, 9)
    assert match.relay is not None


def test_who_answers_needs_nobody_in_its_place() -> None:
    answering = service("open", phone("050000001", OFFICE))
    (match,) = nearest(directory(LINE, answering), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.state, match.relay) == ("open", None)


def test_national_lines_are_in_always_and_nowhere_else() -> None:
    assert found() == []
    assert [match.service.id for match in always(directory(LINE), VIOLENCE, MONDAY)] == ["line"]


def test_a_national_line_with_nothing_to_show_is_not_offered() -> None:
    old = replace(LINE, id="old", contacts=(phone("800000000", source=OLD),))
    assert always(directory(old), VIOLENCE, MONDAY) == []


def test_the_competent_line_is_the_first_that_answers_now() -> None:
    night = replace(LINE, id="night", contacts=(phone("800000001", "Mo-Su,PH 22:00-24:00"),))
    unsure = replace(LINE, id="unsure", contacts=(phone("800000002"),))
    everyone = directory(LINE, night, unsure)
    line = competent_line(everyone, ("night", "unsure", "line"), MONDAY)
    assert line is not None
    assert (line.service.id, line.always) == ("line", True)
    second = competent_line(everyone, ("night", "unsure"), MONDAY)
    assert second is not None
    assert (second.service.id, second.state) == ("unsure", "unknown")
    assert competent_line(everyone, ("nobody",), MONDAY) is None


def test_a_line_is_always_a_telephone_number() -> None:
    app = replace(LINE, id="app", contacts=(Contact("app", "Prova", FRESH),))
    assert competent_line(directory(app), ("app",), MONDAY) is None


def test_numbers_come_before_pages() -> None:
    page = Contact("web", "https://esempio.it", FRESH, hours="24/7")
    assert first_contact(service("centre", page, phone("050000001")), NETWORK, MONDAY) == phone("050000001")
    assert first_contact(service("centre", page), NETWORK, MONDAY) == page
    assert first_contact(service("centre", page, status="hidden"), NETWORK, MONDAY) is None


def test_a_closed_service_says_so_whatever_its_hours() -> None:
    closed = service("closed", phone("050000001", "24/7"), closures=(Closure(date(2026, 11, 20), date(2026, 11, 30)),))
    (match,) = nearest(directory(LINE, closed), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.state, match.opens) == ("closed", at(2026, 12, 1))


def test_a_desk_by_appointment_is_never_open_by_itself() -> None:
    asked = service("asked", sites=(replace(desk("pisa-pi", "24/7"), by_appointment=True),))
    (match,) = nearest(directory(LINE, asked), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.state, match.site_state) == ("none", "unknown")


def test_a_patron_day_of_the_town_makes_its_desks_uncertain() -> None:
    network = replace(NETWORK, patron_days={"pisa-pi": (11, 23)})
    pisa = service("pisa", phone("050000001", OFFICE), sites=(desk("pisa-pi", OFFICE),))
    (match,) = nearest(directory(LINE, pisa, network=network), gazetteer(), "pisa-pi", VIOLENCE, MONDAY)
    assert (match.contact_state, match.site_state) == ("unknown", "unknown")


def test_the_card_of_a_service_shows_its_first_desk_or_nothing_if_it_is_hidden() -> None:
    two = service("two", phone("050000001"), sites=(desk("cascina-pi"), desk("pisa-pi")))
    shown = card(directory(LINE, two), "two", VIOLENCE, MONDAY)
    assert shown is not None
    assert shown.site is not None
    assert shown.site.place == "cascina-pi"
    assert card(directory(replace(two, status="closed")), "two", None, MONDAY) is None
    assert card(directory(two), "nobody", None, MONDAY) is None


def test_an_unknown_place_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        found(place="atlantide-xx")


def test_areas_hold_their_places() -> None:
    volterra = gazetteer().places["volterra-pi"]
    areas = [Area(italy=True), Area(regions=frozenset({"Toscana"})), Area(provinces=frozenset({"PI"}))]
    assert all(covers(area, volterra) for area in [*areas, Area(comuni=frozenset({"volterra-pi"}))])
    assert not covers(Area(comuni=frozenset({"pisa-pi"}), provinces=frozenset({"LI"})), volterra)


def test_a_wider_area_contains_a_narrower_one() -> None:
    pisa, province = Area(comuni=frozenset({"pisa-pi"})), Area(provinces=frozenset({"PI"}))
    assert contains(Area(italy=True), pisa, frozenset({"PI"}))
    assert contains(province, pisa, frozenset({"PI"}))
    assert not contains(pisa, province, frozenset({"PI"}))
    assert not contains(pisa, Area(italy=True), frozenset({"PI"}))


def test_the_province_is_read_from_the_end_of_a_place_id() -> None:
    assert [province_of(place) for place in ("pisa-pi", "riglione.pisa-pi", "calliano-2", "x-at-2")] == [
        "PI",
        "PI",
        "",
        "AT",
    ]


def test_the_tree_of_points_agrees_with_measuring_everything_few_or_many() -> None:
    chance = random.Random(7)  # noqa: S311 - points on a map, the same at every run
    for many in (0, 20, 2000):
        tree: Points[int] = Points()
        points = [(chance.uniform(36, 47), chance.uniform(7, 18)) for _ in range(many)]
        for number, (latitude, longitude) in enumerate(points):
            tree.add(point_at(latitude, longitude, number, number, number))
        tree.arrange()
        here = (43.7, 10.4)
        got = nearest_of([tree], here, 10, (0.0, 300.0), lambda number: 300.0 if number % 2 else 0.0)
        measured = sorted((distance_km(*here, *point), n) for n, point in enumerate(points) if n % 2)
        assert got == [(km, n) for km, n in measured if km <= 300.0][:10]


def test_of_desks_at_the_same_place_the_first_in_the_file_is_the_nearest() -> None:
    tree: Points[int] = Points()
    for number in range(40):
        tree.add(point_at(43.7, 10.4, "the same service", number, number))
    tree.arrange()
    assert nearest_of([tree, tree], (43.7, 10.4), 3, (0.0, 10.0), lambda _: 10.0) == [(0.0, 0)]


def test_on_every_topic_the_shipped_directory_gives_something_or_the_hole_is_known() -> None:
    now = at(2026, 11, 22, 19)
    offered = {
        name: bool(nearest(shipped(), gazetteer(), "pisa-pi", topic, now) or always(shipped(), topic, now))
        for name, topic in topics().items()
    }
    assert [name for name, something in offered.items() if not something] == ["balance"]


def test_no_line_and_no_desk_for_victims_is_offered_to_people_who_use_violence() -> None:
    topic = topics()["perpetrator"]
    for place in (None, "pisa-pi", "volterra-pi", "livorno-li"):
        matches = nearest(shipped(), gazetteer(), place, topic, at(2026, 11, 22, 19))
        assert {match.service.kind for match in matches} <= {"mens_centre"}
        assert all(match.relay is None for match in matches)
    assert always(shipped(), topic, at(2026, 11, 22, 19)) == []


def test_one_service_is_the_same_at_every_hour_of_two_weeks_of_changing_clocks() -> None:
    topic = topics()["self_harm"]
    for first in (at(2026, 10, 19), at(2027, 3, 22)):
        for hour in range(2 * 168):
            now = first + timedelta(hours=hour)
            line = competent_line(shipped(), topic.relays, now)
            assert line is not None
            assert line.service.id == ("telefono-amico" if now.hour >= 9 else "19696")


def test_every_comune_topic_and_hour_gets_only_what_is_competent_and_fresh() -> None:
    comuni = [place.id for place in gazetteer().places.values() if place.kind == "comune" and place.province == "PI"]
    fresh = {
        each.id: kept
        for each in shipped().services.values()
        if (kept := visible(each, shipped().network, date(2026, 11, 23)))
    }
    assert len(comuni) == 37
    for hour in (3, 8, 10, 17, 20, 23):
        now = at(2026, 11, 23, hour)
        for topic in topics().values():
            for place in comuni:
                for match in nearest(shipped(), gazetteer(), place, topic, now):
                    kept = fresh[match.service.id]
                    assert topic.id in kept.topics | kept.also
                    assert kept.audiences & topic.audiences
                    assert match.contact is None or match.contact in kept.contacts
                    assert match.site is None or match.site in kept.sites
                    assert (match.relay is None) or topic.id in match.relay.service.topics | match.relay.service.also


def test_the_holes_of_the_shipped_network_are_known_one_by_one() -> None:
    found = holes(shipped(), topics().values(), at(2026, 11, 22, 19))
    assert {hole.id for hole in found if hole.what == "topic_without_contact"} == {"balance"}
    assert {hole.id for hole in found if hole.what == "service_without_contact"} >= {"inps", "nuovo-maschile"}
    assert "frida" not in {hole.id for hole in found}
    assert "perpetrator" in {hole.id for hole in found if hole.what == "topic_without_line"}
