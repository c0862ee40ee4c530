# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A code means one thing for ever: a line of the lock that was changed, doubled or swapped is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content.published import publish, read_lock, write_lock
from bot.errors import ContentError

LOCK = write_lock(publish({}, {"node": ["home", "near", "human"], "place": ["pisa-pi", "calci-pi"]}))
ROOT = Path(__file__).parents[2]


def lines(kind: str) -> list[str]:
    return [line for line in LOCK.splitlines() if line.startswith(f"{kind} ")]


def complaints(text: str) -> list[tuple[int, str]]:
    with pytest.raises(ContentError) as raised:
        read_lock(text, "lock")
    return [(problem.line, problem.code) for problem in raised.value.problems]


def number_of(line: str) -> int:
    return LOCK.splitlines().index(line) + 1


def test_a_lock_that_was_written_by_the_program_is_read_again() -> None:
    assert write_lock(read_lock(LOCK, "lock")) == LOCK


@pytest.mark.parametrize("kind", ["node", "place"])
def test_two_codes_that_were_swapped_are_both_told(kind: str) -> None:
    first, second = lines(kind)[:2]
    (_, one, name), (_, other, another) = first.split(), second.split()
    swapped = LOCK.replace(first, f"{kind} {other} {name}").replace(second, f"{kind} {one} {another}")
    assert complaints(swapped) == [(number_of(first), "F08"), (number_of(second), "F08")]


def test_a_code_that_was_changed_by_hand_is_told() -> None:
    line = lines("place")[0]
    kind, code, name = line.split()
    changed = "zzz" if code != "zzz" else "yyy"
    assert complaints(LOCK.replace(line, f"{kind} {changed} {name}")) == [(number_of(line), "F08")]


def test_a_second_code_for_the_same_thing_is_told() -> None:
    line = lines("node")[0]
    kind, _, name = line.split()
    last = len(LOCK.splitlines()) + 1
    assert complaints(LOCK + f"{kind} zz {name}\n") == [(last, "F08")]
    assert complaints(LOCK + line + "\n") == [(last, "F08")]


@pytest.mark.parametrize(("kind", "name"), [("node", "home"), ("place", "pisa-pi")])
def test_a_code_that_is_another_s_is_never_given_again(kind: str, name: str) -> None:
    (first,) = publish({}, {kind: [name]})[kind]
    grown = publish({kind: {first: "somebody-else"}}, {kind: [name]})
    assert [(code == first, who) for code, who in grown[kind].items()] == [(True, "somebody-else"), (False, name)]


def test_of_two_things_that_draw_the_same_code_each_has_its_own() -> None:
    names = [f"n{number}" for number in range(300)]
    first = [next(iter(publish({}, {"node": [name]})["node"])) for name in names]
    assert len(set(first)) < len(names), "among so many, some draw alike"
    together = publish({}, {"node": names})["node"]
    assert sorted(together.values()) == sorted(names)
    lock = write_lock({"node": together})
    assert write_lock(read_lock(lock, "lock")) == lock


def test_every_shipped_code_could_have_been_drawn() -> None:
    text = (ROOT / "flows" / "published.lock").read_text(encoding="utf-8")
    assert write_lock(read_lock(text, "flows/published.lock")) == text
