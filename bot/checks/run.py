# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The layers of checks, in order: letters (Y), structure (F), directory (D), graph (G), words (L), channels (C),
privacy (P), questions to ask (Q), translations older than their original (L31); but a misspelt variable (L05) or
variant (L30) comes before the graph, which would blame it on a missing number. A layer is not begun while one before
it has errors, because they would only repeat themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path

from bot.checks import (
    advice,
    channels,
    claims,
    graph,
    phrases,
    presentation,
    privacy,
    questions,
    translations,
    variants,
    words,
)
from bot.content.bundle import Bundle
from bot.content.loading import load_bundle
from bot.errors import ContentError, Problem

Layer = Callable[[Bundle], Iterable[Problem]]

NEEDED: tuple[Layer, ...] = (words.misspelt, graph.problems, words.missing)
"""What must hold before a bundle may serve anybody: checked at every start and reload."""


def load_checked(folder: Path, today: date) -> Bundle:
    """The bundle of `folder`, fit to serve. Raises ContentError."""
    bundle = load_bundle(folder, today)
    found = _first_layer_with_problems(bundle, NEEDED)
    if found:
        raise ContentError(found)
    return bundle


def run_checks(folder: Path, today: date) -> list[Problem]:
    """All problems of the first layer that has any; empty if there are none."""
    try:
        bundle = load_bundle(folder, today)
    except ContentError as error:
        only_codes = {problem.code for problem in error.problems} == {"F09"}
        return (before_codes(folder, today) if only_codes else []) or list(error.problems)
    return _first_layer_with_problems(bundle, _complete(folder, today))


def before_codes(folder: Path, today: date) -> list[Problem]:
    """What is wrong with files whatever codes they are given. A code is for ever: a slip must never have one.

    Raises ContentError.
    """
    return _first_layer_with_problems(load_bundle(folder, today, as_published=True), NEEDED)


def _complete(folder: Path, today: date) -> tuple[Layer, ...]:
    """What must hold before a change is accepted. It depends on the day, because sources expire."""
    return (
        partial(presentation.problems, folder=folder),
        words.misspelt,
        variants.problems,
        graph.problems,
        graph.pressing,
        words.problems,
        advice.problems,
        partial(claims.problems, folder=folder, today=today),
        partial(phrases.problems, folder=folder),
        partial(channels.problems, today=today),
        partial(privacy.problems, today=today),
        partial(questions.problems, folder=folder),
        partial(translations.problems, folder=folder),
    )


def _first_layer_with_problems(bundle: Bundle, layers: Iterable[Layer]) -> list[Problem]:
    for layer in layers:
        found = sorted(set(layer(bundle)))
        if found:
            return found
    return []
