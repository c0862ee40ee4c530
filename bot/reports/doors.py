# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Machine doors: one JSON object a line in, one a line out, so that another program can ask what the bot would say.

A line that cannot be answered gives {"error": an Italian sentence}; no line is ever left without its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.content.bundle import Bundle
from bot.dialogue.ports import PlaceHeard
from bot.directory.nearest import Match, always, nearest

YEARS = range(2000, 2101)
"""Moments that may be asked about: at the ends of the calendar another time zone is no date at all."""

EVERYWHERE = {0: "exit", 9: "emergency_now"}
"""Digits that mean the same on every screen."""

Door = Callable[[Bundle, dict[str, Any]], dict[str, Any]]


class _RefusedError(Exception):
    """What is wrong with one line, as an Italian sentence."""


def answers(bundle: Bundle, door: Door, lines: Iterable[str]) -> Iterator[str]:
    """The answer of `door` to each line that is not blank, in order."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(bundle, door, line), ensure_ascii=False)


def _answer(bundle: Bundle, door: Door, line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "La riga non è JSON valido."}
    if not isinstance(asked, dict):
        return {"error": "La riga non è un oggetto JSON."}
    try:
        return door(bundle, asked)
    except _RefusedError as error:
        return {"error": str(error)}


def _text(asked: dict[str, Any], key: str) -> str:
    value = asked.get(key)
    if not isinstance(value, str):
        raise _RefusedError(f"Manca «{key}», oppure non è un testo.")
    return value


def place(bundle: Bundle, asked: dict[str, Any]) -> dict[str, Any]:
    """{"text"} -> {"outcome", "places": [{"id", "name", "comune", "province"}]}, as the answer to "where?"."""
    asking = next(node.id for node in bundle.flow.nodes.values() if node.kind == "ask")
    heard = bundle.world.understanding.hear(_text(asked, "text"), bundle.codec.languages[0], asking).place
    return {"outcome": heard.outcome, "places": [_place(bundle, found) for found in _places(bundle, heard)]}


def _places(bundle: Bundle, heard: PlaceHeard) -> tuple[str, ...]:
    if heard.value is None:
        return ()
    return bundle.choices[heard.value] if heard.outcome == "many" else (heard.value,)


def _place(bundle: Bundle, found: str) -> dict[str, str]:
    known = bundle.gazetteer.places[found]
    return {"id": known.id, "name": known.name, "comune": known.comune_name, "province": known.province}


def understand(bundle: Bundle, asked: dict[str, Any]) -> dict[str, Any]:
    """{"text"} -> {"intent", "place", "why"}, as typed on the first screen. `intent` is null where the bot asks again
    (docs/comandi.md); `place` is an id or null.
    """
    language, start = bundle.codec.languages[0], bundle.flow.start
    heard = bundle.world.understanding.hear(_text(asked, "text"), language, start)
    intent = "exit" if heard.exit else "emergency_now" if heard.urgent else heard.intent
    if heard.digit in EVERYWHERE:
        return {"intent": EVERYWHERE[heard.digit], "place": None, "why": "digit"}
    named = heard.place.value if heard.place.outcome in ("one", "outside") else None
    if intent is None and heard.place.outcome != "unknown":
        intent = "place"
    return {"intent": intent, "place": named, "why": heard.why}


def near(bundle: Bundle, asked: dict[str, Any]) -> dict[str, Any]:
    """{"place", "topic", "now"} -> {"services": [{"id", "name", "km", "open", "contacts"}], "always": the same}.

    `place` is an id, or null for "I'd rather not say"; `now` an ISO time (Italian where it has no zone), or absent for
    the present. `open` is true, false or null (unknown); `km` is null where no desk may be shown.
    """
    topic = bundle.flow.topics.get(_text(asked, "topic"))
    where = asked.get("place")
    if topic is None:
        raise _RefusedError("L'argomento non c'è.")
    if where is not None and not (isinstance(where, str) and where in bundle.gazetteer.places):
        raise _RefusedError("Il luogo non c'è: usa un id dato da «bussola place».")
    now = _moment(bundle, asked)
    services = nearest(bundle.directory, bundle.gazetteer, where, topic, now)
    return {
        "services": [_service(match) for match in services],
        "always": [_service(match) for match in always(bundle.directory, topic, now)],
    }


def _moment(bundle: Bundle, asked: dict[str, Any]) -> datetime:
    zone = ZoneInfo(bundle.directory.network.time_zone)
    if asked.get("now") is None:
        return datetime.now(zone)
    try:
        now = datetime.fromisoformat(_text(asked, "now"))
    except ValueError:
        raise _RefusedError("«now» non è un momento: scrivilo come 2026-11-23T10:00.") from None
    if now.year not in YEARS:
        raise _RefusedError(f"«now» è troppo lontano: l'anno va da {YEARS.start} a {YEARS.stop - 1}.")
    return now if now.tzinfo else now.replace(tzinfo=zone)


def _service(match: Match) -> dict[str, Any]:
    return {
        "id": match.service.id,
        "name": match.service.name,
        "km": None if match.km is None else round(match.km, 1),
        "open": {"open": True, "closed": False}.get(match.state),
        "contacts": [
            {"kind": contact.kind, "value": contact.value, "printed": contact.printed, "label": contact.label}
            for contact in match.service.contacts
        ],
    }
