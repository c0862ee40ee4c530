# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What is missing before this installation may serve people in need, and what it must not run with at all.

`bussola serve` refuses what is unsafe; `bussola doctor` also tells what is missing, and what is worth knowing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from bot.checks.run import load_checked
from bot.content.bundle import Bundle
from bot.errors import ConfigurationError, ContentError
from bot.ops import going_live, hardening, host
from bot.ops.findings import Finding, Weight
from bot.ops.redis_habits import persists
from bot.ops.settings import ENV_FILE, Settings, load

UNKNOWN = "non indicato"
TITLES: dict[Weight, str] = {
    "unsafe": "Non è sicuro, e così non parte",
    "missing": "Manca per andare in linea",
    "warning": "Da sapere",
}
_LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, and what is known: pairs of a name and what is said of it."""

    findings: tuple[Finding, ...]
    known: tuple[tuple[str, str], ...]

    @property
    def ready(self) -> bool:
        """Whether this installation may go live."""
        return all(finding.weight == "warning" for finding in self.findings)

    def lines(self) -> Iterator[str]:
        """The report for whoever runs the bot."""
        yield from (f"{name}: {said}" for name, said in self.known)
        for weight, title in TITLES.items():
            found = [finding for finding in self.findings if finding.weight == weight]
            if found:
                yield f"\n{title}:"
                yield from (f"  - {finding}" for finding in found)
        yield "\nSi può andare in linea." if self.ready else "\nNon si può ancora andare in linea."


def examine(folder: Path, content: Path, today: date) -> Report:
    """All about an installation started in `folder` (where `.env` is). `content` counts where CONTENT is wrong."""
    settings, findings = _settings(folder)
    findings += unsafe(settings, folder, content)
    findings += host.machine()
    bundle, said = _bundle(settings.content if settings else content, today)
    findings += said
    if bundle:
        findings += going_live.findings(bundle)
    return Report(tuple(findings), tuple(_known(settings, bundle)))


def unsafe(settings: Settings | None, folder: Path, content: Path) -> list[Finding]:
    """What of the process, its files and its store makes it unsafe to serve, and warnings beside it. Applies the
    protections of `hardening` first: what it can get is not missing.
    """
    return [
        *host.process(os.environ, hardening.apply()),
        *host.env_file(folder / ENV_FILE),
        *host.content_files(settings.content if settings else content),
        *(_store(settings.sessions.get_secret_value()) if settings else ()),
    ]


def _settings(folder: Path) -> tuple[Settings | None, list[Finding]]:
    try:
        settings, hints = load(folder)
    except ConfigurationError as error:
        return None, [Finding("unsafe", said) for said in str(error).splitlines()]
    findings = [Finding("warning", hint) for hint in hints]
    if not settings.channels:
        said = "Nessun canale è configurato: né Telegram né WhatsApp."
        findings.append(Finding("missing", said, "Imposta TELEGRAM_TOKEN, oppure le variabili di Twilio."))
    server = urlsplit(settings.telegram_api_url)
    if server.scheme == "http" and server.hostname not in _LOCAL:
        said = "TELEGRAM_API_URL non è https: il token passa in chiaro."
        findings.append(Finding("warning", said, "Usa https, o un server su questa macchina."))
    return settings, findings


def _store(url: str) -> Iterator[Finding]:
    if url.startswith("sqlite:"):
        yield from _file(host.on_memory_disk(Path(url.removeprefix("sqlite:"))))
    elif url != "memory:":
        yield from _redis(persists(url))


def _file(in_memory: bool | None) -> Iterator[Finding]:  # noqa: FBT001 - what the host answered
    todo = "Usa un percorso su tmpfs, per esempio in /run o /dev/shm."
    if in_memory is None:
        yield Finding("warning", "Non si sa se il file delle sessioni è su un disco di memoria.", todo)
    elif not in_memory:
        yield Finding("unsafe", "Il file delle sessioni è su un disco vero: resterebbe anche dopo.", todo)


def _redis(writes: bool | None) -> Iterator[Finding]:  # noqa: FBT001 - what the server answered
    todo = 'Impostalo con save "" e appendonly no.'
    if writes is None:
        yield Finding("warning", "Redis non dice se scrive su disco ciò che ricorda.", todo)
    elif writes:
        yield Finding("unsafe", "Redis scrive su disco ciò che ricorda.", todo)


def _bundle(content: Path, today: date) -> tuple[Bundle | None, list[Finding]]:
    try:
        return load_checked(content, today), []
    except ContentError as error:
        said = f"I file di testi e servizi hanno errori: {len(error.problems)}."
        return None, [Finding("unsafe", said, "Li elenca «bussola check».")]


def _known(settings: Settings | None, bundle: Bundle | None) -> Iterator[tuple[str, str]]:
    """What the settings and the files say; what they do not say is never filled in."""
    network = bundle.directory.network if bundle else None
    yield "Rete", network.name if network else UNKNOWN
    yield "Titolare del trattamento", (network.controller if network else "") or UNKNOWN
    yield "Contatto per la privacy", (network.privacy_contact if network else "") or UNKNOWN
    yield "Canali", ", ".join(settings.channels if settings else ()) or "nessuno"
    yield "Lingue firmate da una persona", ", ".join(going_live.signed(bundle) if bundle else ()) or "nessuna"
