# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of the files of flows/, as authors write them, and how they become one `Flow`.

All files are one graph: each may hold any of the sections, and no name may be given twice. The descriptions are
Italian because an editor shows them to authors (JSON Schema generated from here).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.dialogue.flow import Button, Flow, Hears, Listing, ListingKind, Node, NodeKind, Target, Topic, Way
from bot.directory.model import Audience

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$", max_length=40)]
"""Names of nodes, buttons and topics: lower-case words joined by hyphens or underscores."""

SlotName = Literal["choice", "place", "service", "topic"]
Condition = Annotated[str, Field(pattern=r"^(choice|place|service|topic(=[a-z][a-z0-9_]*)?|need=[a-z][a-z0-9_-]*)$")]
"""A slot that must be filled, the topic that it must be, or something finer that heard words must say."""

NEED = "need"
Outcome = Literal["one", "many", "outside", "unknown", "unsure"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class TargetFile(_Strict):
    """Dove si va."""

    go: Id = Field(description="Il nodo a cui si va.")
    set: dict[SlotName, str] = Field(default_factory=dict, description="Che cosa si dà per noto andandoci.")
    when: list[Condition] = Field(
        default_factory=list,
        description="Solo se queste cose sono già note, se l'argomento è questo (topic=work), o se le parole dicono "
        "anche questo (need=resign: solo sotto hears, intents).",
    )

    def target(self) -> Target:
        """The domain's form."""
        known = {condition.partition("=")[0] for condition in self.when} - {NEED}
        return Target(self.go, tuple(sorted(self.set.items())), frozenset({*known, *self.when}))

    def topics(self) -> list[str]:
        """The topics that this names: the one that it sets, and those that it asks about."""
        return [*self._asked("topic"), *([self.set["topic"]] if "topic" in self.set else [])]

    def needs(self) -> list[str]:
        """What heard words must say beside the intent."""
        return self._asked(NEED)

    def _asked(self, name: str) -> list[str]:
        parts = (condition.partition("=") for condition in self.when)
        return [value for key, _, value in parts if key == name and value]


def _as_way(value: object) -> object:
    parts = value if isinstance(value, list) else [value]
    return [{"go": part} if isinstance(part, str) else part for part in parts]


WayFile = Annotated[list[TargetFile], BeforeValidator(_as_way, json_schema_input_type=Any), Field(min_length=1)]


def _way(parts: list[TargetFile]) -> Way:
    return tuple(part.target() for part in parts)


class ListingFile(_Strict):
    """Che cosa mostra un nodo, preso dall'elenco dei servizi, dai luoghi o dalle lingue."""

    services: Literal["nearest", "anywhere", "far"] | None = Field(
        None, description="Servizi: i più vicini (nearest), senza luogo (anywhere), lontano da casa (far)."
    )
    audience: Audience | None = Field(None, alias="for", description="Solo servizi che accolgono queste persone.")
    card: Literal["service", "if-i-call", "no-answer"] | None = Field(
        None, description="La scheda di un servizio; che cosa succede se chiami; che fare se nessuno risponde."
    )
    places: Literal["choice"] | None = Field(None, description="I luoghi di un nome ambiguo o di una zona.")
    zones: Literal["all"] | None = Field(None, description="Le zone della rete.")
    languages: Literal["all"] | None = Field(None, description="Le lingue disponibili.")
    per_page: Literal["1", "2", "3", "4", "5", "6"] = Field("6", alias="per-page", description="Voci per pagina.")
    open: WayFile | None = Field(None, description="Dove porta una voce.")

    def listing(self) -> Listing | None:
        """The domain's form; None unless exactly one thing is to be shown."""
        shown: list[tuple[ListingKind, str | None]] = [
            ("services", self.services),
            ("card", self.card),
            ("places", self.places),
            ("zones", self.zones),
            ("languages", self.languages),
        ]
        found = [(what, of) for what, of in shown if of]
        if len(found) != 1:
            return None
        what, of = found[0]
        return Listing(what, of, int(self.per_page), _way(self.open or []), self.audience or "")


class NodeFile(_Strict):
    """Un nodo della conversazione."""

    needs: list[SlotName] = Field(default_factory=list, description="Senza queste cose il nodo non ha senso.")
    may_use: list[SlotName] = Field(default_factory=list, alias="may-use", description="Le usa, se sono note.")
    ask: Literal["place"] | None = Field(None, description="Che cosa chiede.")
    show: ListingFile | None = Field(None, description="Che cosa mostra.")
    end: Literal["erase"] | None = Field(None, description="Chiude la conversazione e cancella.")
    routes: dict[Outcome, WayFile] = Field(default_factory=dict, description="Dove porta ciò che la persona scrive.")
    buttons: dict[Id, WayFile] = Field(default_factory=dict, description="I pulsanti, nell'ordine in cui si vedono.")

    def node(self, name: str) -> Node:
        """The domain's form."""
        kind: NodeKind = "end" if self.end else "ask" if self.ask else "show" if self.show else "menu"
        return Node(
            name,
            kind,
            frozenset(self.needs),
            frozenset(self.may_use),
            tuple(Button(key, _way(way)) for key, way in self.buttons.items()),
            {outcome: _way(way) for outcome, way in self.routes.items()},
            self.show.listing() if self.show else None,
        )


class HearsFile(_Strict):
    """Che cosa si capisce ovunque."""

    intents: dict[Id, WayFile] = Field(default_factory=dict, description="Per ogni intento riconosciuto, dove si va.")
    place: dict[Literal["one", "many", "outside", "unknown"], WayFile] = Field(
        default_factory=dict, description="Un luogo nominato senza che sia stato chiesto."
    )
    needs: dict[Id, WayFile] = Field(
        default_factory=dict, description="Parole che contano anche da sole, con i nomi di needs nelle frasi."
    )


class TopicFile(_Strict):
    """Un argomento."""

    audiences: list[Id] = Field(min_length=1, description="Chi deve essere accolto da un servizio adatto.")
    relays: list[str] = Field(default_factory=list, description="Le linee competenti, la migliore per prima.")
    far: bool = Field(default=True, description="Se si offrono anche sportelli lontani da casa.")


class RedirectsFile(_Strict):
    """Che cosa sostituisce ciò che è stato tolto."""

    nodes: dict[str, str] = Field(default_factory=dict)
    topics: dict[str, str] = Field(default_factory=dict)
    places: dict[str, str] = Field(default_factory=dict)
    services: dict[str, str] = Field(default_factory=dict)
    choices: dict[str, str] = Field(default_factory=dict)
    languages: dict[str, str] = Field(default_factory=dict)


class FlowFile(_Strict):
    """Un file di flows/."""

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    start: Id | None = Field(None, description="Il nodo da cui si comincia.")
    everywhere: dict[Literal["urgent", "exit", "home", "unsure", "voice"], Id] = Field(
        default_factory=dict, description="Le vie che ogni schermata ha."
    )
    hears: HearsFile | None = Field(None, description="Che cosa si capisce ovunque.")
    nodes: dict[Id, NodeFile] = Field(default_factory=dict, description="I nodi.")
    topics: dict[Id, TopicFile] = Field(default_factory=dict, description="Gli argomenti.")
    redirects: RedirectsFile | None = Field(None, description="Vecchi nomi e nomi che li sostituiscono.")


def build_flow(files: Mapping[str, FlowFile]) -> Flow:
    """One flow out of all files. They have been found free of doubles and of references to nothing."""
    parts = list(files.values())
    hears = next((part.hears for part in parts if part.hears), HearsFile())
    return Flow(
        start=next((part.start for part in parts if part.start), ""),
        everywhere={key: node for part in parts for key, node in part.everywhere.items()},
        nodes={key: node.node(key) for part in parts for key, node in part.nodes.items()},
        hears=Hears(
            {key: _way(way) for key, way in hears.intents.items()},
            {key: _way(way) for key, way in hears.place.items()},
            {key: _way(way) for key, way in hears.needs.items()},
        ),
        topics={
            key: Topic(key, frozenset(topic.audiences), tuple(topic.relays), topic.far)
            for part in parts
            for key, topic in part.topics.items()
        },
    )
