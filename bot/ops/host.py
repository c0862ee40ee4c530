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
from contextlib import suppress
from pathlib import Path

from bot.ops.findings import Finding
from bot.ops.hardening import Protection

DEBUG_VARIABLES = (
    *("DEBUG", "LD_DEBUG", "MALLOC_TRACE", "PYTHONASYNCIODEBUG", "PYTHONDEBUG", "PYTHONDEVMODE", "PYTHONDUMPREFS"),
    *("PYTHONDUMPREFSFILE", "PYTHONFAULTHANDLER", "PYTHONINSPECT", "PYTHONMALLOCSTATS", "PYTHONPERFSUPPORT"),
    *("PYTHONPROFILEIMPORTTIME", "PYTHONTRACEMALLOC", "PYTHONVERBOSE"),
)
"""Each makes Python, a library or the C library keep what people write, or print what is no line of the log."""

_DEBUG_FLAGS = ("debug", "dev_mode", "inspect", "interactive", "verbose")
_DEBUG_OPTIONS = ("dev", "dump_refs", "faulthandler", "importtime", "perf", "showrefcount", "tracemalloc")
"""The same, as Python may be told on its command line: in `sys.flags`, and after -X."""

MEMORY_DISKS = frozenset({"tmpfs", "ramfs"})
_SWAPS, _MOUNTS = Path("/proc/swaps"), Path("/proc/self/mountinfo")
_CLOCK_IS_WRONG = 5
"""TIME_ERROR of adjtimex(2): nobody has set this clock by another."""


def process(environment: Mapping[str, str], protection: Protection) -> Iterator[Finding]:
    """What is wrong with how this process was started. `protection` is what `hardening.apply` could get."""
    for name in _debugging(environment):
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


def _debugging(environment: Mapping[str, str]) -> Iterator[str]:
    """What of debugging is on, by the name under which it can be taken away."""
    on = [name for name in DEBUG_VARIABLES if environment.get(name, "0").lower() not in {"", "0", "false", "no"}]
    yield from on
    if not on and any(getattr(sys.flags, flag) for flag in _DEBUG_FLAGS):
        yield "Un modo di debug di Python (-d, -i, -v, -X dev)"
    yield from (f"L'opzione -X {name} di Python" for name in _DEBUG_OPTIONS if name in sys._xoptions)  # noqa: SLF001 - its only name


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
    """Whether others may read the settings, or put their own in their place; wherever a link leads."""
    if not path.exists():
        return
    if _mode(path) & (stat.S_IRWXO | stat.S_IRWXG):
        said = "Il file .env, con i segreti, è aperto ad altri utenti."
        yield Finding("unsafe", said, "Chiudilo anche al gruppo: chmod 600 .env")
    if above := _replaceable(path):
        said = f"Chiunque su questa macchina può mettere un altro file al posto di .env: può scrivere in «{above[0]}»."
        yield Finding("unsafe", said, "Togli la scrittura agli altri: chmod o-w")


def content_files(folder: Path) -> Iterator[Finding]:
    """Whether others may change what people are told; wherever links lead."""
    read = [folder / name for name in ("flows", "locales", "data", "services_directory.yaml")]
    seen: dict[Path, Path] = {_real(folder): folder}
    for path in read:
        _walk(path, seen)
    links = [path for real, path in seen.items() if path.is_symlink() or path == folder]
    found = [path for real, path in seen.items() if _mode(real) & stat.S_IWOTH]
    found += [above for path in links for above in _replaceable(path) if above not in seen]
    if found:
        first = found[0].relative_to(folder.parent) if found[0].is_relative_to(folder.parent) else found[0]
        what = f"{len(found)} fra file e cartelle, il primo è «{first}»"
        said = f"Chiunque su questa macchina può cambiare i testi e i numeri: {what}."
        yield Finding("unsafe", said, "Togli la scrittura agli altri: chmod -R o-w")


def _walk(path: Path, seen: dict[Path, Path]) -> None:
    """Add to `seen` what is at `path` and below it, links followed: where each really is, and how we came there."""
    with suppress(OSError):
        real = _real(path)
        if real in seen or not real.exists():
            return
        seen[real] = path
        for inside in sorted(path.iterdir()) if real.is_dir() else ():
            _walk(inside, seen)


def _replaceable(path: Path) -> list[Path]:
    """The folders above `path`, and above where it leads, in which anybody may put something else in its place: those
    that all may write, unless what is in them can be replaced only by who owns it (/tmp).
    """
    above = dict.fromkeys([*path.absolute().parents, *_real(path).parents])
    return [folder for folder in above if _mode(folder) & stat.S_IWOTH and not _mode(folder) & stat.S_ISVTX]


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


def _real(path: Path) -> Path:
    """Where links lead; one that leads to itself leads nowhere, and does no harm."""
    return Path(os.path.realpath(path))


def _mode(path: Path) -> int:
    """Permission bits of what is at `path`, or of what a link there leads to; 0 for what is not there."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0


def _unescaped(mount_point: str) -> str:
    """The kernel writes a space, and the like, as a backslash and three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), mount_point)


def _clock_is_kept() -> bool:
    """Whether something keeps this clock right; False where that cannot be asked."""
    if sys.platform != "linux":
        return False
    nothing_to_change = ctypes.create_string_buffer(512)
    return ctypes.CDLL(None).adjtimex(nothing_to_change) in range(_CLOCK_IS_WRONG)
