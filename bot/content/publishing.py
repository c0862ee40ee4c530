# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is published and what is not: the codec of a bundle, and what `bussola publish` adds to the lock.

F08 a line of the lock is gone whose thing is still redirected · F09 something has no code yet · F10 a redirect to
nothing, or from something that exists · F11 something published is gone and nothing stands for it
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from bot.content.document import Document
from bot.content.flow_file import FlowFile, RedirectsFile
from bot.content.published import LENGTHS, Lock
from bot.dialogue.codec import Codec, Codes
from bot.dialogue.flow import Flow
from bot.directory.model import Directory
from bot.errors import ContentError, Problem

LOCK_FILE = "flows/published.lock"
REDIRECTS_FILE = "flows/redirects.yaml"
_LOST = (
    "Riprendi l'ultima versione (git restore flows/published.lock): codici dati da capo possono far valere per altro i "
    "pulsanti già mandati. Solo per una rete che comincia adesso: `bussola publish`."
)
_SAID = {
    "node": "Il nodo",
    "topic": "L'argomento",
    "service": "Il servizio",
    "place": "Il luogo",
    "choice": "La scelta",
    "language": "La lingua",
}

_INSTEAD = {"language": "Rimetti la sua cartella in locales, o scrivi qui quale lingua ne prende il posto."}

_CUT = 5
"""Nobody takes out more things than this, and more than are left: a file was cut short, or emptied."""
_WHERE = {"service": "services_directory.yaml", "node": "flows"}
_RESTORE = (
    "Forse il file è stato tagliato o salvato a metà: riprendi l'ultima versione. Se invece è voluto, scrivi in "
    f"{REDIRECTS_FILE} che cosa sostituisce ognuno."
)

Current = Mapping[str, Collection[str]]


def current_ids(
    flow: Flow, directory: Directory, places: Collection[str], choices: Collection[str], languages: Collection[str]
) -> dict[str, Collection[str]]:
    """Everything that can stand in an address today, by kind."""
    return {
        "node": flow.nodes.keys(),
        "topic": flow.topics.keys(),
        "service": directory.services.keys(),
        "place": places,
        "choice": choices,
        "language": languages,
    }


@dataclass(frozen=True, slots=True)
class Redirects:
    """What stands for what is gone, by kind; `document` is the file that says it, None where none does."""

    by_kind: Mapping[str, Mapping[str, str]]
    document: Document | None = None

    def problem(self, kind: str, old: str, code: str, said: str, hint: str) -> Problem:
        """A problem at the redirect of `old`, or where it should be."""
        if self.document is None:
            return Problem(REDIRECTS_FILE, 0, 0, code, said, hint)
        return Problem(self.document.name, *self.document.where_key(("redirects", f"{kind}s", old)), code, said, hint)


def redirects_of(files: Mapping[str, FlowFile], documents: Mapping[str, Document]) -> Redirects:
    """The redirects of all flow files; `documents` by the same keys."""
    name = next((name for name, file in files.items() if file.redirects), None)
    by_kind = ((files[name].redirects if name else None) or RedirectsFile()).model_dump()
    return Redirects({kind: by_kind[f"{kind}s"] for kind in LENGTHS}, documents[name] if name else None)


def build_codec(lock: Lock, redirects: Redirects, current: Current, languages: tuple[str, ...], start: str) -> Codec:
    """The codec for these files. Raises ContentError if an address could be written that cannot be kept for ever."""
    if not any(lock.values()):
        raise ContentError([Problem(LOCK_FILE, 0, 0, "F09", "Il file dei codici manca, o è vuoto.", _LOST)])
    problems = [problem for kind in LENGTHS for problem in _complaints(kind, lock, current, redirects)]
    if problems:
        raise ContentError(problems)
    codes = {kind: Codes(lock[kind], redirects.by_kind[kind], current[kind]) for kind in LENGTHS}
    return Codec(codes, languages, start)


def _misspelt(name: str, gone: Collection[str]) -> str:
    """What is said before an order to publish where something published is gone that was called almost so."""
    close = get_close_matches(name, sorted(gone), 1)
    return f"Forse è «{close[0]}», che ha già un codice: riscrivilo così. Solo se è nuovo: " if close else ""


def _complaints(kind: str, lock: Lock, current: Current, redirects: Redirects) -> Iterator[Problem]:
    published, known, moved = frozenset(lock[kind].values()), current[kind], redirects.by_kind[kind]
    unpublished = sorted(set(known) - published)
    if unpublished:
        others = f" (e altri {len(unpublished) - 1})" if len(unpublished) > 1 else ""
        said = f"{_SAID[kind]} «{unpublished[0]}»{others} non ha ancora un codice."
        hint = _misspelt(unpublished[0], published - set(known) - moved.keys()) + "Lancia `bussola publish`."
        yield Problem(LOCK_FILE, 0, 0, "F09", said, hint)
    for old, new in moved.items():
        if new not in known or old in known:
            said = f"{_SAID[kind]} «{old}» rimanda a «{new}», che non c'è, oppure esiste ancora."
            yield redirects.problem(kind, old, "F10", said, "Correggi la riga o toglila.")
        elif old not in published:
            said = f"{_SAID[kind]} «{old}» non ha un codice: la sua riga è stata tolta da {LOCK_FILE}."
            yield redirects.problem(kind, old, "F08", said, f"Rimettila (git restore {LOCK_FILE}), o togli il rinvio.")
    gone = sorted(published - set(known) - moved.keys())
    if len(gone) > _CUT and len(gone) > len(known):
        said = f"{_SAID[kind]} «{gone[0]}» e altri {len(gone) - 1}, più di quanti restano, non ci sono più."
        yield Problem(_WHERE.get(kind, REDIRECTS_FILE), 0, 0, "F11", said, _RESTORE)
        return
    for name in gone:
        said = f"{_SAID[kind]} «{name}» aveva un codice e non c'è più."
        yield redirects.problem(kind, name, "F11", said, _INSTEAD.get(kind, "Scrivi qui che cosa lo sostituisce."))
