# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A small flow of our own for tests of the dialogue: every kind of node and way, and nothing of the shipped files."""

from __future__ import annotations

from bot.dialogue.codec import Codec, Codes
from bot.dialogue.flow import Button, Flow, Hears, Listing, Node, Target, Topic, Way
from bot.dialogue.ports import Heard, PlaceHeard
from bot.dialogue.step import World

TOPICS = ("storm", "flood")
PLACES = ("hill", "shore", "abroad-town")
SERVICES = ("boat", "tent")
CHOICES = ("two-hills",)


def to(*nodes: str) -> Way:
    return tuple(Target(node) for node in nodes)


def when(slot: str, node: str) -> Target:
    return Target(node, when=frozenset({slot}))


NODES = {
    node.id: node
    for node in (
        Node("home", buttons=(Button("me", to("topics")), Button("tongue", to("tongue")))),
        Node(
            "topics",
            buttons=(
                Button("storm", (Target("where", (("topic", "storm"),)),)),
                Button("flood", (Target("where", (("topic", "flood"),)),)),
            ),
        ),
        Node(
            "where",
            "ask",
            needs=frozenset({"topic"}),
            routes={"one": to("near"), "many": to("which"), "outside": to("far"), "unknown": to("lost")},
        ),
        Node(
            "which",
            "ask",
            needs=frozenset({"choice"}),
            show=Listing("places", "choice", 6, (when("topic", "near"), Target("home"))),
            routes={"one": (when("topic", "near"), Target("home")), "unknown": to("lost")},
        ),
        Node(
            "near",
            "show",
            needs=frozenset({"place", "topic"}),
            show=Listing("services", "nearest", 3, to("card")),
            buttons=(Button("elsewhere", to("where")),),
        ),
        Node(
            "card",
            "show",
            needs=frozenset({"service"}),
            may_use=frozenset({"place", "topic"}),
            show=Listing("card", "service"),
            buttons=(Button("back", (Target("near", when=frozenset({"place", "topic"})),)),),
        ),
        Node("far", may_use=frozenset({"place"})),
        Node("lost", routes={"unsure": to("person")}),
        Node("person"),
        Node("tongue", "show", show=Listing("languages", "all", 6, to("home"))),
        Node("danger", buttons=(Button("go-on", (when("topic", "where"),)),)),
        Node("listen"),
        Node("bye", "end"),
    )
}

FLOW = Flow(
    start="home",
    everywhere={"urgent": "danger", "exit": "bye", "home": "home", "unsure": "lost", "voice": "listen"},
    nodes=NODES,
    hears=Hears(
        {"storm": (Target("where", (("topic", "storm"),)),), "talk_human": to("person")},
        {
            "one": (when("topic", "near"), Target("far")),
            "many": to("which"),
            "outside": to("far"),
            "unknown": to("lost"),
        },
    ),
    topics={name: Topic(name, frozenset({"anyone"})) for name in TOPICS},
)


def codes(kind: str, names: tuple[str, ...], **redirects: str) -> Codes:
    """Codes for `names`; a redirect's old name keeps a code too."""
    known = (*names, *redirects)
    return Codes({f"{kind[0]}{number}": name for number, name in enumerate(known)}, redirects, frozenset(names))


CODEC = Codec(
    {
        "node": codes("node", tuple(NODES), old_near="near"),
        "topic": codes("topic", TOPICS),
        "place": codes("place", PLACES),
        "service": codes("service", SERVICES),
        "choice": codes("choice", CHOICES),
    },
    ("it", "en"),
    "home",
)

_PLACES = {"hill": PlaceHeard("one", "hill"), "shore": PlaceHeard("one", "shore")}
_PLACES |= {"hills": PlaceHeard("many", "two-hills"), "town": PlaceHeard("outside", "abroad-town")}
_PLACES |= {"atlantis": PlaceHeard("outside")}


class Words:
    """Understands a handful of words, each meaning one thing; several in one text mean all their things."""

    def hear(self, text: str, language: str, node: str) -> Heard:  # noqa: ARG002 - the port's shape
        words = text.split()
        places = [_PLACES[word] for word in words if word in _PLACES]
        digits = [int(word) for word in words if len(word) == 1 and word.isascii() and word.isdigit()]
        intents = [word for word in words if word in ("storm", "talk_human", "place")]
        return Heard(
            exit=words == ["leave"],
            urgent="danger" in words,
            digit=digits[0] if len(words) == 1 and digits else None,
            button="me" if words == ["me"] else None,
            intent=intents[0] if intents else None,
            place=places[0] if places else PlaceHeard(),
            needs=frozenset({"roof"} & set(words)),
        )


class Ground:
    """Everything north of the equator is the hill."""

    def locate(self, latitude: float, longitude: float) -> PlaceHeard:  # noqa: ARG002 - the port's shape
        return PlaceHeard("one", "hill") if latitude > 0 else PlaceHeard()


WORLD = World.of(FLOW, CODEC, Words(), Ground())
