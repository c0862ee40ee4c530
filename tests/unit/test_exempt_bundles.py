# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A bundle that was loaded beside turns: no search for lost objects looks into it, and it goes when nobody holds it."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from bot.content.exempt import exempt
from bot.content.loading import load_bundle
from bot.content.reload import gently
from tests.checks.fixtures import BASE
from tests.conftest import TODAY


class Lost:
    """Something of a turn, in a circle."""

    def __init__(self) -> None:
        self.itself = self


def searched(root: object) -> int:
    """How many objects a search would look at, of those that `root` is made of."""
    seen, waiting = set[int](), [root]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and not isinstance(one, type) and not callable(one):
            seen.add(id(one))
            waiting += [inner for inner in gc.get_referents(one) if gc.is_tracked(inner)]
    return len(seen)


def test_nearly_nothing_of_a_bundle_is_searched() -> None:
    plain, exempted = load_bundle(BASE, TODAY), gently(load_bundle)(BASE, TODAY)
    assert not gc.is_tracked(exempted)
    assert searched(exempted) < searched(plain) / 20


def test_a_former_bundle_is_gone_without_a_search() -> None:
    bundle = gently(load_bundle)(BASE, TODAY)
    listener = weakref.ref(bundle.world.understanding)
    gc.disable()
    try:
        del bundle
        assert listener() is None
    finally:
        gc.enable()


def test_what_is_lost_beside_an_exempt_thing_is_found() -> None:
    exempt((BASE, [str(BASE)], {"a": ["b"]}))
    lost = Lost()
    seen = weakref.ref(lost)
    del lost
    gc.collect()
    assert seen() is None


@pytest.mark.parametrize("shared", [Lost, gc.collect, pytest, Path])
def test_what_is_no_data_is_left_alone(shared: object) -> None:
    before = gc.is_tracked(shared)
    exempt([shared])
    assert gc.is_tracked(shared) == before
