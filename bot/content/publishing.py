# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is published and what is not: the codec of a bundle, and what `bussola publish` adds to the lock.

F09 something has no code yet · F10 a redirect to nothing, or from something that exists · F11 something published is
gone and nothing stands for it
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bot.content.flow_file import FlowFile, RedirectsFile
from bot.content.published import LENGTHS, Lock
from bot.dialogue.codec import Codec, Codes
from bot.dialogue.flow import Flow
from bot.directory.model import Directory
from bot.errors import ContentError, Problem

LOCK_FILE = "flows/published.lock"
_SAID = {
    "node": "Il nodo",
    "topic": "L'argomento",
    "service": "Il servizio",
    "place": "Il luogo",
    "choice": "La scelta",
}

Current = Mapping[str, Collection[str]]


def current_ids(
    flow: Flow, directory: Directory, places: Collection[str], choices: Collection[str]
) -> dict[str, Collection[str]]:
    """Everything that can stand in an address today, by kind."""
    return {
        "node": flow.nodes.keys(),
        "topic": flow.topics.keys(),
        "service": directory.services.keys(),
        "place": places,
        "choice": choices,
    }


def redirects_of(files: Mapping[str, FlowFile]) -> dict[str, Mapping[str, str]]:
    """The redirects of all flow files, by kind."""
    file = next((file.redirects for file in files.values() if file.redirects), RedirectsFile())
    by_kind = file.model_dump()
    return {kind: by_kind[f"{kind}s"] for kind in LENGTHS}


def build_codec(
    lock: Lock, redirects: Mapping[str, Mapping[str, str]], current: Current, languages: tuple[str, ...], start: str
) -> Codec:
    """The codec for these files. Raises ContentError if an address could be written that cannot be kept for ever."""
    problems = [problem for kind in LENGTHS for problem in _complaints(kind, lock, current, redirects)]
    if problems:
        raise ContentError(problems)
    codes = {kind: Codes(lock[kind], redirects[kind], current[kind]) for kind in LENGTHS}
    return Codec(codes, languages, start)


def _complaints(
    kind: str, lock: Lock, current: Current, redirects: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    published, known, moved = frozenset(lock[kind].values()), current[kind], redirects[kind]
    unpublished = sorted(set(known) - published)
    if unpublished:
        others = f" (e altri {len(unpublished) - 1})" if len(unpublished) > 1 else ""
        said = f"{_SAID[kind]} «{unpublished[0]}»{others} non ha ancora un codice."
        yield Problem(LOCK_FILE, 0, 0, "F09", said, "Lancia `bussola publish`.")
    for old, new in moved.items():
        if new not in known or old in known:
            said = f"{_SAID[kind]} «{old}» è mandato a «{new}», che non c'è, oppure esiste ancora."
            yield Problem("flows/redirects.yaml", 0, 0, "F10", said, "Correggi la riga o toglila.")
    for name in sorted(published - set(known) - moved.keys()):
        said = f"{_SAID[kind]} «{name}» era pubblicato e non c'è più."
        yield Problem("flows/redirects.yaml", 0, 0, "F11", said, "Scrivi qui che cosa lo sostituisce.")
