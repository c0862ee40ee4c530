# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The constants of the last resort say what the files say: the way out, its label, and the screen that it leads to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import emergency
from bot.content.bundle import Bundle
from bot.dialogue.address import Address


def test_the_way_out_is_the_published_code_of_the_screen_that_leaves(bundle: Bundle) -> None:
    for language in bundle.locales:
        encoded = bundle.codec.encode(Address(language, bundle.flow.everywhere["exit"]))
        assert emergency.leads_out(encoded)
        assert encoded == f"{language}.{emergency.EXIT_NODE}"


def test_no_other_screen_is_taken_for_the_way_out(bundle: Bundle) -> None:
    others = [node for node in bundle.flow.nodes if node != bundle.flow.everywhere["exit"]]
    assert not [node for node in others if emergency.leads_out(bundle.codec.encode(Address("it", node)))]


def test_the_label_of_the_way_out_is_the_one_of_every_screen(bundle: Bundle) -> None:
    labels = {code: locale.catalogue.format("everywhere", "exit", {}) for code, locale in bundle.locales.items()}
    assert {code: emergency.close(code) for code in labels} == labels


def test_every_word_that_leaves_without_files_leaves_with_them_too(bundle: Bundle) -> None:
    listener = bundle.world.understanding
    heard = {word: listener.hear(word, "it", "home") for word in sorted(emergency.LEAVING - {"0"})}
    assert [word for word, found in heard.items() if not found.exit] == []
    assert listener.hear("0", "it", "home").digit == 0


@pytest.mark.parametrize("text", ["", " ", "/", "non voglio chiudere", "112", "basta, mi picchia", "9", "ciao"])
def test_other_words_do_not_leave(text: str) -> None:
    assert not emergency.leaving(text)


@given(st.text())
def test_whatever_is_typed_or_tapped_the_constants_do_not_fail(text: str) -> None:
    assert emergency.leaving(text) in {True, False}
    assert emergency.leads_out(text) in {True, False}
    assert emergency.close(text)
    assert emergency.closing(text)
