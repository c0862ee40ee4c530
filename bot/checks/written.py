# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The ways of a flow as their authors wrote them, each with its place in its file, and what they can know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.content.bundle import Bundle
from bot.content.flow_file import HearsFile, NodeFile, TargetFile
from bot.dialogue.flow import FILLED_BY, Target, Way
from bot.dialogue.graph import FILLED_BY_OUTCOME

Part = Literal["buttons", "routes", "show", "intents", "place", "needs"]
Where = tuple[str | int, ...]
Place = tuple[str, int, int]
"""File, line and column of a problem."""

_ALWAYS_FILL = frozenset({"one", "many"})


@dataclass(frozen=True, slots=True)
class Written:
    """One way: `source` is the node that it leaves, None for what is heard on every screen.

    `perhaps` are the slots that taking it may fill, `surely` those that it always fills.
    """

    file: str
    path: Where
    source: str | None
    part: Part
    name: str
    way: Way
    surely: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()

    def reads(self, target: Target) -> frozenset[str]:
        """The slots that must have been filled before, for this alternative to be open."""
        return target.when - self.surely

    def __str__(self) -> str:
        """How an author would name it."""
        said = {"buttons": "il pulsante", "routes": "la risposta", "show": "la voce", "intents": "l'intento"}
        said["needs"] = "ciò che si dice,"
        return f"{said.get(self.part, 'il luogo')} «{self.name}»"


def written(bundle: Bundle) -> list[Written]:
    """Every way of the flow files, but those of `everywhere`."""
    found: list[Written] = []
    for name, file in bundle.sources.flow_files.items():
        for node, content in file.nodes.items():
            found += _of_node(name, node, content)
        found += _heard(name, file.hears or HearsFile())
    return found


def _of_node(file: str, node: str, content: NodeFile) -> Iterator[Written]:
    at: Where = ("nodes", node)
    for button, way in content.buttons.items():
        yield Written(file, (*at, "buttons", button), node, "buttons", button, _way(way))
    for outcome, way in content.routes.items():
        yield _answer(Written(file, (*at, "routes", outcome), node, "routes", outcome, _way(way)))
    listing = content.show.listing() if content.show else None
    if listing and listing.open:
        filled = frozenset({FILLED_BY[listing.what]} if listing.what in FILLED_BY else ())
        yield Written(file, (*at, "show", "open"), node, "show", listing.what, listing.open, filled, filled)


def _heard(file: str, hears: HearsFile) -> Iterator[Written]:
    for intent, way in hears.intents.items():
        yield Written(file, ("hears", "intents", intent), None, "intents", intent, _way(way))
    for outcome, way in hears.place.items():
        yield _answer(Written(file, ("hears", "place", outcome), None, "place", outcome, _way(way)))
    for need, way in hears.needs.items():
        yield Written(file, ("hears", "needs", need), None, "needs", need, _way(way))


def _answer(way: Written) -> Written:
    perhaps = frozenset({FILLED_BY_OUTCOME[way.name]} if way.name in FILLED_BY_OUTCOME else ())
    surely = perhaps if way.name in _ALWAYS_FILL else frozenset[str]()
    return Written(way.file, way.path, way.source, way.part, way.name, way.way, surely, perhaps)


def _way(targets: Iterable[TargetFile]) -> Way:
    return tuple(target.target() for target in targets)


def ever_filled(bundle: Bundle, ways: Iterable[Written]) -> Mapping[str, frozenset[str]]:
    """For each node that can be reached, the slots that are filled there in some conversation, if not in all."""
    flow, live, ways = bundle.flow, bundle.world.live, list(ways)
    found: dict[str, frozenset[str]] = {flow.start: frozenset()}
    waiting = [flow.start]
    while waiting:
        node = waiting.pop()
        for target, filled in _following(bundle, node, found[node], ways):
            known = found.get(target, frozenset())
            grown = known | (filled & live[target])
            if target not in found or grown != known:
                found[target] = grown
                waiting.append(target)
    return found


def _following(
    bundle: Bundle, node: str, filled: frozenset[str], ways: Iterable[Written]
) -> Iterator[tuple[str, frozenset[str]]]:
    if bundle.flow.nodes[node].kind == "end":
        return
    for fixed in bundle.flow.everywhere.values():
        yield fixed, filled
    for way in ways:
        if way.source in (node, None):
            arriving = filled | way.perhaps
            for target in way.way:
                if target.slots() <= arriving:
                    yield target.go, arriving | {slot for slot, _ in target.set}


def at_path(bundle: Bundle, file: str, path: Where) -> Place:
    """Where `path` is in one of the flow files."""
    return (file, *bundle.sources.flows[file].where_key(path))


def at_node(bundle: Bundle, node: str) -> Place:
    """Where `node` is written."""
    file = next(name for name, file in bundle.sources.flow_files.items() if node in file.nodes)
    return at_path(bundle, file, ("nodes", node))


def at_everywhere(bundle: Bundle, name: str) -> Place:
    """Where one of the ways of every screen is written."""
    file = next(file for file, content in bundle.sources.flow_files.items() if name in content.everywhere)
    return at_path(bundle, file, ("everywhere", name))


def listed(names: Collection[str]) -> str:
    """Names for a sentence: «a», «b»."""
    return ", ".join(f"«{name}»" for name in sorted(names))
