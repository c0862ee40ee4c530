# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be known of a flow without running it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import graph
from bot.dialogue.flow import Node
from tests.unit.small_world import FLOW, to

WAYS = graph.edges(FLOW)


def test_every_screen_but_the_last_has_the_ways_that_are_everywhere() -> None:
    leaving = {edge.source for edge in WAYS if edge.name == "exit"}
    assert leaving == FLOW.nodes.keys() - {"bye"}


def test_no_way_leaves_the_end() -> None:
    assert not [edge for edge in WAYS if edge.source == "bye"]


def test_every_node_of_the_small_flow_can_be_reached() -> None:
    assert graph.reachable(FLOW, WAYS) == FLOW.nodes.keys()


def test_a_node_that_nothing_leads_to_is_not_reachable() -> None:
    lonely = replace(FLOW, nodes={**FLOW.nodes, "island": Node("island")})
    assert "island" not in graph.reachable(lonely, graph.edges(lonely))


def test_the_start_carries_nothing_and_the_end_needs_nothing() -> None:
    live = graph.liveness(FLOW)
    assert live["home"] == live["bye"] == frozenset()


@pytest.mark.parametrize(
    ("node", "slots"),
    [
        ("near", {"place", "topic"}),
        ("card", {"place", "service", "topic"}),
        ("which", {"choice", "topic"}),
        ("far", {"place", "topic"}),
        ("danger", {"topic"}),
    ],
)
def test_a_slot_is_carried_as_long_as_a_later_screen_may_read_it(node: str, slots: set[str]) -> None:
    assert graph.liveness(FLOW)[node] >= slots


def test_a_slot_that_is_filled_anew_on_every_way_is_not_carried() -> None:
    assert "choice" not in graph.liveness(FLOW)["where"]
    assert "service" not in graph.liveness(FLOW)["near"]


def test_what_a_screen_needs_is_filled_whatever_way_led_there() -> None:
    filled = graph.assigned(FLOW, graph.liveness(FLOW))
    assert all(FLOW.nodes[name].needs <= slots for name, slots in filled.items())


def test_a_way_that_forgets_what_the_next_screen_needs_is_found() -> None:
    nodes = {**FLOW.nodes, "topics": replace(FLOW.nodes["topics"], routes={"one": to("near")})}
    broken = replace(FLOW, nodes=nodes)
    assert "topic" not in graph.assigned(broken, graph.liveness(broken))["near"]


def test_a_place_outside_may_have_no_name_so_the_way_for_it_is_not_sure_of_a_place() -> None:
    sets = {edge.name: edge.sets for edge in WAYS if edge.source == "where" and not edge.tap}
    assert ("place" in sets["one"], "choice" in sets["many"]) == (True, True)
    assert "place" not in sets["outside"]
    far = replace(FLOW.nodes["far"], needs=frozenset({"place"}), may_use=frozenset())
    broken = replace(FLOW, nodes={**FLOW.nodes, "far": far})
    assert "place" not in graph.assigned(broken, graph.liveness(broken))["far"]


def test_distances_count_moves() -> None:
    taps = [edge for edge in WAYS if edge.tap]
    assert graph.distances(taps, ["home"])["where"] == 2
    assert graph.distances_to(taps, ["bye"])["card"] == 1
