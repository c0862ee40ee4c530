# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What the machine and the way we were started let out: debugging, swap, cores, files that others may use."""

from __future__ import annotations

import ctypes
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.ops.findings import Finding
from bot.ops.hardening import Protection

DEBUG_VARIABLES = ("DEBUG", "PYTHONASYNCIODEBUG", "PYTHONDEVMODE", "PYTHONFAULTHANDLER", "PYTHONINSPECT",
                   "PYTHONTRACEMALLOC")
"""Each makes Python, or a library, keep or print what people write."""

MEMORY_DISKS = frozenset({"tmpfs", "ramfs"})
_SWAPS, _MOUNTS = Path("/proc/swaps"), Path("/proc/self/mountinfo")
_CLOCK_IS_WRONG = 5
"""TIME_ERROR of adjtimex(2): nobody has set this clock by another."""


def process(environment: Mapping[str, str], protection: Protection) -> Iterator[Finding]:
    """What is wrong with how this process was started. `protection` is what `hardening.apply` could get."""
    for name in DEBUG_VARIABLES:
        if environment.get(name, "0").lower() not in {"", "0", "false", "no"}:
            said = f"{name} è acceso: il programma potrebbe scrivere ciò che le persone dicono."
            yield Finding("unsafe", said, "Toglilo.")
    if environment.get("SSLKEYLOGFILE"):
        said = "SSLKEYLOGFILE è impostato: le chiavi delle connessioni finirebbero in un file."
        yield Finding("unsafe", said, "Toglilo.")
    if not protection.no_cores:
        said = "Se il programma cade, il sistema può scrivere su disco la sua memoria (core dump)."
        yield Finding("unsafe", said, "Avvialo con il limite dei core a 0: LimitCORE=0, oppure ulimit -c 0.")
    if not protection.closed:
        said = "Altri programmi dello stesso utente possono leggere la memoria di questo."
        yield Finding("warning", said, "Si può evitare solo su Linux: su questo sistema fai solo prove.")
    if sys.platform != "win32" and os.geteuid() == 0:
        yield Finding("warning", "Il programma gira come root.", "Dagli un utente suo, senza altri permessi.")


def machine(swaps: Path = _SWAPS) -> Iterator[Finding]:
    """What is wrong with the machine, or cannot be known of it."""
    try:
        swapping = len(swaps.read_text(encoding="utf-8").splitlines()) > 1
    except OSError:
        yield Finding("warning", "Non si sa se la memoria può finire su disco (swap).", "Controlla che sia spento.")
    else:
        if swapping:
            said = "La memoria può finire su disco: lo swap è acceso."
            yield Finding("warning", said, "Spegnilo (swapoff -a) e toglilo da /etc/fstab.")
    if not _clock_is_kept():
        said = "Non si sa se l'orologio è giusto: un orologio sbagliato di due minuti fa tacere Telegram."
        yield Finding("warning", said, "Accendi NTP, oppure controlla che lo regoli chi ospita la macchina.")


def env_file(path: Path) -> Iterator[Finding]:
    """Whether others may read the settings."""
    mode = _mode(path)
    if mode & (stat.S_IRWXO | stat.S_IWGRP):
        yield Finding("unsafe", "Il file .env, con i segreti, è aperto ad altri utenti.", "Chiudilo: chmod 600 .env")


def content_files(folder: Path) -> Iterator[Finding]:
    """Whether others may change what people are told."""
    parts = (folder / name for name in ("flows", "locales", "data"))
    inside = (path for part in parts for path in (part, *part.rglob("*")))
    open_ones = [path for path in (folder, folder / "services_directory.yaml", *inside) if _mode(path) & stat.S_IWOTH]
    if open_ones:
        what = f"{len(open_ones)} fra file e cartelle, il primo è «{open_ones[0].relative_to(folder.parent)}»"
        said = f"Chiunque su questa macchina può cambiare i testi e i numeri: {what}."
        yield Finding("unsafe", said, "Togli la scrittura agli altri: chmod -R o-w")


def on_memory_disk(path: Path, mounts: Path = _MOUNTS) -> bool | None:
    """Whether a file at `path` never reaches a disk; None where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        wanted = path.resolve()
    except OSError:
        return None
    kinds = {Path(_unescaped(line.split(" ")[4])): line.partition(" - ")[2].split(" ")[0] for line in lines}
    above = (kinds[folder] for folder in (wanted, *wanted.parents) if folder in kinds)
    kind = next(above, None)
    return None if kind is None else kind in MEMORY_DISKS


def _mode(path: Path) -> int:
    """Permission bits; 0 for what is not there or is a link."""
    try:
        found = path.lstat().st_mode
    except OSError:
        return 0
    return 0 if stat.S_ISLNK(found) else stat.S_IMODE(found)


def _unescaped(mount_point: str) -> str:
    """The kernel writes a space, and the like, as a backslash and three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), mount_point)


def _clock_is_kept() -> bool:
    """Whether something keeps this clock right; False where that cannot be asked."""
    if sys.platform != "linux":
        return False
    nothing_to_change = ctypes.create_string_buffer(512)
    return ctypes.CDLL(None).adjtimex(nothing_to_change) in range(_CLOCK_IS_WRONG)
