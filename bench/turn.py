# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A turn inside the process, from an event to a message ready to be sent: step, compose and render, nothing else.

One conversation is held again and again: from home to the nearest contacts, to a card and what happens on a call, to
the urgent numbers, and out. The moment moves on by a second with every conversation, as it does in life: what the bot
keeps for one moment must not look like speed. Times are of the processor; taps and typed words are told apart.

    .venv/bin/python bench/turn.py [conversations]
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.app import Visit, answer  # noqa: E402 - run by path, the checkout first
from bot.channels.base import Channel  # noqa: E402 - as above
from bot.content.bundle import Bundle  # noqa: E402 - as above
from bot.content.loading import load_bundle  # noqa: E402 - as above
from bot.dialogue.events import Event, Started, Tapped, Typed  # noqa: E402 - as above
from bot.testing import CHANNELS  # noqa: E402 - as above

START = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Rome"))
COMUNI = ("Cascina", "Pontedera", "Volterra", "San Miniato", "Pisa", "Vicopisano", "Ponsacco", "Santa Luce")
CONVERSATION = (
    ("home", "start"),
    ("me", "it:me"),
    ("ask-place", "it:ask-place topic=violence_self"),
    ("near (typed)", "{place}"),
    ("near, page 2", "it:near page=1 place={id} topic=violence_self"),
    ("service", "it:service place={id} service=casa-della-donna topic=violence_self"),
    ("if-i-call", "it:if-i-call place={id} service=casa-della-donna topic=violence_self"),
    ("emergency", "it:emergency place={id} topic=violence_self"),
    ("privacy", "it:privacy"),
    ("exit", "it:exit"),
)
Times = dict[str, list[float]]


def turns(bundle: Bundle, place: str) -> Iterator[tuple[str, Event]]:
    """The events of one conversation, each with the name of the screen that it leads to."""
    found = bundle.gazetteer.comune(place)
    for name, written in CONVERSATION:
        text = written.format(place=place, id=found.id if found else "")
        address = bundle.codec.from_readable(text)
        if text == "start":
            yield name, Started("")
        else:
            yield name, Tapped(bundle.codec.encode(bundle.world.settle(address))) if address else Typed(text)


def held(bundle: Bundle, channel: Channel, conversations: int) -> Times:
    """Microseconds of processor of every turn, by screen."""
    scripts = [list(turns(bundle, place)) for place in COMUNI]
    took: Times = defaultdict(list)
    for number in range(conversations):
        visit, state = Visit(channel, START + timedelta(seconds=number), "it"), ""
        for name, event in scripts[number % len(scripts)]:
            begun = time.process_time_ns()
            answered = answer(bundle, visit, state, event)
            took[name].append((time.process_time_ns() - begun) / 1000)
            if answered.failed:
                sys.exit(f"{name}: the turn failed")
            state = answered.state
    return took


def told(name: str, took: list[float]) -> None:
    """One line of figures."""
    ordered = sorted(took)
    p99 = ordered[len(ordered) * 99 // 100]
    print(f"    {name:14} {len(took):7} {median(took):8.0f} {p99:8.0f} {ordered[-1]:8.0f}")


def main() -> None:
    """Every screen of the conversation on both channels, and all turns together."""
    conversations = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    bundle = load_bundle(ROOT, START.date())
    print(f"    Python {platform.python_version()}, {os.cpu_count()} cores, busy {os.getloadavg()[0]:.1f} of them")
    for channel in CHANNELS.values():
        held(bundle, channel, len(COMUNI))
        took = held(bundle, channel, conversations)
        print(f"\n    {channel.name:14}   turns   median      p99      max   microseconds")
        for name, times in took.items():
            told(name, times)
        told("all", [value for times in took.values() for value in times])
        told("all tapped", [value for name, times in took.items() if "typed" not in name for value in times])


if __name__ == "__main__":
    main()
