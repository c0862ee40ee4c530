# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be known of a flow without running it: edges, reachability, liveness, definite assignment, distance."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from typing import NamedTuple

from bot.dialogue.flow import FILLED_BY, Flow, Node, Way

CARRIED = frozenset({"choice", "place", "service", "topic"})
"""Slots that survive a move; a page belongs to the screen that is being leafed through."""

TAPPED_ANYWHERE = ("urgent", "exit", "home")
"""Ways that every screen shows as buttons, in the order in which screens show them."""

FILLED_BY_OUTCOME = {"one": "place", "outside": "place", "many": "choice"}
"""Which slot a place that was named fills, where it is known."""

_SURE_OUTCOMES = frozenset({"one", "many"})
"""Outcomes that always fill their slot; a place outside may be one that we have no id for."""


class Edge(NamedTuple):
    """One way from node to node: the slots that it reads (it is open only while they are filled) and those it sets."""

    source: str
    target: str
    name: str
    reads: frozenset[str] = frozenset()
    sets: frozenset[str] = frozenset()
    tap: bool = True


def _along(source: str, name: str, way: Way, filled: str | None = None, *, tap: bool = True) -> Iterator[Edge]:
    extra = frozenset({filled} if filled else ())
    for target in way:
        sets = extra | {slot for slot, _ in target.set}
        yield Edge(source, target.go, name, target.slots() - extra, sets, tap)


def _sure(outcome: str) -> str | None:
    return FILLED_BY_OUTCOME[outcome] if outcome in _SURE_OUTCOMES else None


def _own(node: Node) -> Iterator[Edge]:
    for button in node.buttons:
        yield from _along(node.id, button.id, button.way)
    for outcome, way in node.routes.items():
        yield from _along(node.id, outcome, way, _sure(outcome), tap=False)
    if node.show:
        yield from _along(node.id, node.show.what, node.show.open, FILLED_BY.get(node.show.what))


def _anywhere(flow: Flow) -> Iterator[Edge]:
    """The ways that all nodes share, as they leave the start."""
    for name, target in flow.everywhere.items():
        yield Edge(flow.start, target, name, tap=name in TAPPED_ANYWHERE)
    for intent, way in flow.hears.intents.items():
        yield from _along(flow.start, intent, way, tap=False)
    for outcome, way in flow.hears.place.items():
        yield from _along(flow.start, outcome, way, _sure(outcome), tap=False)
    for need, way in flow.hears.needs.items():
        yield from _along(flow.start, need, way, tap=False)


def edges(flow: Flow) -> tuple[Edge, ...]:
    """Every way there is from every node, including those that all nodes share; none leaves an `end`."""
    shared = tuple(_anywhere(flow))
    found: list[Edge] = []
    for node in flow.nodes.values():
        if node.kind != "end":
            found += [*_own(node), *(Edge(node.id, *edge[1:]) for edge in shared)]
    return tuple(edge for edge in found if edge.target in flow.nodes)


def reachable(flow: Flow, ways: Iterable[Edge], start: str | None = None) -> frozenset[str]:
    """Nodes that can be reached from `start` (the flow's own where None), itself included."""
    return frozenset(distances(ways, {start or flow.start}))


def distances(ways: Iterable[Edge], sources: Iterable[str]) -> Mapping[str, int]:
    """Fewest moves from any of `sources` to each node that they reach."""
    after: dict[str, list[str]] = {}
    for edge in ways:
        after.setdefault(edge.source, []).append(edge.target)
    found = dict.fromkeys(sources, 0)
    queue = deque(found)
    while queue:
        node = queue.popleft()
        for target in after.get(node, ()):
            if target not in found:
                found[target] = found[node] + 1
                queue.append(target)
    return found


def distances_to(ways: Iterable[Edge], targets: Iterable[str]) -> Mapping[str, int]:
    """Fewest moves from each node to the nearest of `targets`; nodes that reach none are absent."""
    return distances([Edge(edge.target, edge.source, edge.name) for edge in ways], targets)


def _settle(
    start: Mapping[str, frozenset[str]], better: Callable[[Mapping[str, frozenset[str]]], dict[str, frozenset[str]]]
) -> Mapping[str, frozenset[str]]:
    """Apply `better` until nothing changes. It must be monotone, which both analyses below are."""
    current = dict(start)
    while (following := better(current)) != current:
        current = following
    return current


Move = tuple[str, frozenset[str], frozenset[str]]
"""Where a way leads, what it reads and what it sets: what several ways from one node have in common counts once."""


def liveness(flow: Flow) -> Mapping[str, frozenset[str]]:
    """For each node, the slots that it or a later node may read before they are filled anew.

    The start carries none: coming home is a fresh beginning.
    """
    moves: dict[str, set[Move]] = {name: set() for name in flow.nodes}
    for edge in edges(flow):
        moves[edge.source].add((edge.target, edge.reads, edge.sets))

    def back(live: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        return {
            name: frozenset()
            if name == flow.start
            else ((node.needs | node.may_use) & CARRIED).union(
                *(reads | (live[target] - sets) for target, reads, sets in moves[name])
            )
            for name, node in flow.nodes.items()
        }

    return _settle(dict.fromkeys(flow.nodes, frozenset()), back)


def assigned(flow: Flow, live: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """For each reachable node, the slots that are filled whatever way a conversation came there from the start.

    `live` is the result of `liveness`: a slot that no later screen reads is not carried, so it is not filled.
    """
    ways = edges(flow)
    inside = reachable(flow, ways)
    moves = {(edge.source, edge.target, edge.reads | edge.sets) for edge in ways if edge.source in inside}

    def forward(known: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        arriving: dict[str, list[frozenset[str]]] = {name: [] for name in inside}
        for source, target, filled in moves:
            arriving[target].append((known[source] | filled) & live[target])
        return {
            name: frozenset() if name == flow.start else reduce(frozenset.__and__, arriving[name]) for name in inside
        }

    return _settle(dict.fromkeys(inside, CARRIED), forward)
