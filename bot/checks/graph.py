# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the graph of a conversation keeps its promises: no dead end, no way that lies, help within two taps.

G01 a node that nothing leads to · G02 a way that forgets what the next screen needs · G03 a way of every screen that
could fail · G04 a second failure that repeats the first · G05 a contact too far from the start · G06 a contact too
far from a screen · G07 a listing that is not told what to list · G08 a way that is never open · G09 an alternative
that is never reached · G10 an answer that may lead nowhere · G11 a slot set to what does not exist (G12, G13: `topics`)
· G14 a question that cannot be declined (G15: `needs`)

That urgent numbers and exit are one tap from every screen needs no check: `graph.edges` and `compose` give them to
all. It is proven screen by screen in the tests of the walk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from bot.checks import needs, topics
from bot.checks.bearing import bears_contact, names_competent_line
from bot.checks.written import Written, at_everywhere, at_node, at_path, ever_filled, listed, written
from bot.content.bundle import Bundle
from bot.dialogue.flow import Node
from bot.dialogue.graph import assigned, distances, distances_to, edges, reachable
from bot.errors import Problem

WITHIN = 2
"""Taps from the start to a competent number, and from any screen to somebody who can be reached."""

DECLINES = "rather-not"
"""The button of every question with which one does not answer it."""

LISTS: Mapping[tuple[str, str], frozenset[str]] = {
    ("services", "nearest"): frozenset({"place", "topic"}),
    ("services", "far"): frozenset({"place", "topic"}),
    ("services", "anywhere"): frozenset({"topic"}),
    ("card", "service"): frozenset({"service"}),
    ("card", "if-i-call"): frozenset({"service"}),
    ("card", "no-answer"): frozenset({"service"}),
    ("places", "choice"): frozenset({"choice"}),
}
"""What each listing cannot do without."""


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Everything that is wrong with the graph, in no order."""
    ways, filled = written(bundle), assigned(bundle.flow, bundle.world.live)
    return chain(
        _lonely(bundle),
        _forgetful(bundle, filled),
        _fixed_ways(bundle),
        _second_failure(bundle),
        _far_from_start(bundle),
        _far_from_help(bundle),
        _unfed_listings(bundle),
        _closed(bundle, ways),
        _overtaken(bundle, ways),
        _unanswered(bundle, ways, filled),
        _unknown_values(bundle, ways),
        topics.problems(bundle),
        needs.unsaid(bundle),
    )


def pressing(bundle: Bundle) -> Iterator[Problem]:
    """Questions that cannot be declined. Not asked at start: a question that presses is no reason to serve nobody."""
    for node in bundle.flow.nodes.values():
        if node.kind == "ask" and DECLINES not in {button.id for button in node.buttons}:
            said = f"A «{node.id}» non si può rispondere «preferisco non dirlo»."
            hint = f"Aggiungi sotto buttons {DECLINES}, verso un nodo che dà contatti senza quella risposta."
            yield Problem(*at_node(bundle, node.id), "G14", said, hint)


def _lonely(bundle: Bundle) -> Iterator[Problem]:
    inside = reachable(bundle.flow, edges(bundle.flow))
    for node in bundle.flow.nodes.keys() - inside:
        hint = "Aggiungi una via che ci porti, oppure togli il nodo."
        yield Problem(*at_node(bundle, node), "G01", f"A «{node}» non porta nessuna via.", hint)


def _forgetful(bundle: Bundle, filled: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    flow = bundle.flow
    for name in filled.keys() - {flow.everywhere[way] for way in flow.everywhere}:
        missing = flow.nodes[name].needs - filled[name]
        if missing and name == flow.start:
            said = f"«{name}» è l'inizio e ha bisogno di {listed(missing)}."
            yield Problem(*at_node(bundle, name), "G02", said, "All'inizio non si sa ancora nulla: togli needs.")
        elif missing:
            hint = "Sulla via aggiungi set o when, oppure porta prima a un nodo che lo chiede."
            said = f"«{name}» ha bisogno di {listed(missing)}, ma {_forgetting(bundle, name, missing, filled)}."
            yield Problem(*at_node(bundle, name), "G02", said, hint)


def _forgetting(bundle: Bundle, name: str, missing: frozenset[str], filled: Mapping[str, frozenset[str]]) -> str:
    """One of the ways that lead to a node without what it needs."""
    found = min(
        (edge.source, edge.name)
        for edge in edges(bundle.flow)
        if edge.target == name and edge.source in filled and missing - filled[edge.source] - edge.reads - edge.sets
    )
    return f"da «{found[0]}» la via «{found[1]}» ci arriva senza"


def _fixed_ways(bundle: Bundle) -> Iterator[Problem]:
    for name, target in bundle.flow.everywhere.items():
        complaint = _unfit(name, bundle.flow.nodes[target])
        if complaint:
            said = f"«{target}» non va bene come {name}: {complaint}."
            hint = "Una via di ogni schermata deve funzionare sempre, senza dati."
            yield Problem(*at_everywhere(bundle, name), "G03", said, hint)


def _unfit(name: str, node: Node) -> str:
    if node.needs:
        return f"ha bisogno di {listed(node.needs)}"
    if (name == "exit") != (node.kind == "end"):
        return "deve avere end: erase" if name == "exit" else "chiude la conversazione"
    return "mostra un elenco, che può mancare" if name == "urgent" and node.show else ""


def _second_failure(bundle: Bundle) -> Iterator[Problem]:
    unsure = bundle.flow.everywhere["unsure"]
    if unsure in _when_unsure(bundle, unsure):
        hint = f"Sotto «{unsure}» scrivi routes: {{unsure: nodo}}, con un nodo che dà un contatto umano."
        yield Problem(*at_node(bundle, unsure), "G04", "Chi non è capito due volte torna allo stesso schermo.", hint)
        return
    for following in sorted(_when_unsure(bundle, unsure)):
        if unsure in _when_unsure(bundle, following):
            hint = f"Sotto «{following}» scrivi routes: {{unsure: {following}}}."
            said = f"Chi non è capito su «{following}» torna a «{unsure}»."
            yield Problem(*at_node(bundle, following), "G04", said, hint)


def _when_unsure(bundle: Bundle, name: str) -> Collection[str]:
    """Where words that nobody understands may lead from a node."""
    way = bundle.flow.nodes[name].routes.get("unsure", ())
    open_for_all = any(not target.when for target in way)
    return {*(target.go for target in way), *(() if open_for_all else (bundle.flow.everywhere["unsure"],))}


def _far_from_start(bundle: Bundle) -> Iterator[Problem]:
    flow = bundle.flow
    taps = [edge for edge in edges(flow) if edge.tap and flow.everywhere["urgent"] not in (edge.source, edge.target)]
    near = [node for node, steps in distances(taps, [flow.start]).items() if steps <= WITHIN]
    if not any(names_competent_line(bundle, flow.nodes[node]) for node in near):
        hint = "Accorcia il percorso, e scrivi { line } nel testo del nodo che chiede il luogo, in ogni lingua."
        said = f"Dall'inizio nessun numero competente è a {WITHIN} tocchi."
        yield Problem(*at_node(bundle, flow.start), "G05", said, hint)


def _far_from_help(bundle: Bundle) -> Iterator[Problem]:
    flow = bundle.flow
    bearing = [name for name, node in flow.nodes.items() if bears_contact(bundle, node)]
    taps = [edge for edge in edges(flow) if edge.tap]
    steps = distances_to(taps, bearing)
    for name, node in flow.nodes.items():
        if node.kind != "end" and steps.get(name, WITHIN + 1) > WITHIN:
            hint = "Aggiungi un pulsante verso una schermata che dà un contatto."
            said = f"Da «{name}» nessun contatto è a {WITHIN} tocchi, oltre ai numeri urgenti."
            yield Problem(*at_node(bundle, name), "G06", said, hint)


def _unfed_listings(bundle: Bundle) -> Iterator[Problem]:
    for name, node in bundle.flow.nodes.items():
        needed = LISTS.get((node.show.what, node.show.of), frozenset()) if node.show else frozenset()
        missing = needed - node.needs
        if missing:
            hint = f"Aggiungi {', '.join(sorted(missing))} sotto needs."
            said = f"«{name}» mostra un elenco che dipende da {listed(missing)}."
            yield Problem(*at_node(bundle, name), "G07", said, hint)


def _closed(bundle: Bundle, ways: Collection[Written]) -> Iterator[Problem]:
    ever = ever_filled(bundle, ways)
    for way in ways:
        sources = [way.source] if way.source else list(ever)
        known = [ever[source] | way.perhaps for source in sources if source in ever]
        for index, target in enumerate(way.way):
            if known and not any(target.slots() <= filled for filled in known):
                hint = "Togli when, oppure la via intera."
                said = f"Qui {way} non si apre mai: {listed(target.slots())} non è mai noto."
                yield Problem(*at_path(bundle, way.file, (*way.path, index)), "G08", said, hint)


def _overtaken(bundle: Bundle, ways: Collection[Written]) -> Iterator[Problem]:
    for way in ways:
        for index, target in enumerate(way.way):
            if any(way.reads(earlier) <= way.reads(target) for earlier in way.way[:index]):
                hint = "Metti prima le alternative con when, e ultima quella senza."
                said = f"Qui {way} non arriva mai a «{target.go}»: un'alternativa prima è già aperta."
                yield Problem(*at_path(bundle, way.file, (*way.path, index)), "G09", said, hint)


def _unanswered(
    bundle: Bundle, ways: Collection[Written], filled: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    """Buttons may be closed, because a screen then leaves them out, and so may needs; answers and entries of a listing
    may not.
    """
    for way in ways:
        known = filled.get(way.source, frozenset()) if way.source else frozenset[str]()
        if way.part not in ("buttons", "needs") and not any(way.reads(target) <= known for target in way.way):
            hint = "Aggiungi in fondo un'alternativa senza when."
            said = f"Qui {way} può non portare da nessuna parte."
            yield Problem(*at_path(bundle, way.file, way.path), "G10", said, hint)


def _unknown_values(bundle: Bundle, ways: Collection[Written]) -> Iterator[Problem]:
    known: Mapping[str, Collection[str]] = {
        "place": bundle.gazetteer.places,
        "service": bundle.directory.services,
        "choice": bundle.choices,
        "topic": bundle.flow.topics,
    }
    for way in ways:
        for index, target in enumerate(way.way):
            for slot, value in target.set:
                if value not in known[slot]:
                    hint = "Correggi il nome, oppure togli set."
                    said = f"«{value}» non è un valore di {slot}."
                    yield Problem(*at_path(bundle, way.file, (*way.path, index, "set", slot)), "G11", said, hint)
