# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What `bussola translated` does: a person says that the texts of a language translate today's Italian."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bot.content.bundle import Bundle
from bot.content.translated import agree, lock_file, state, translations
from bot.errors import UsageError


def mark(bundle: Bundle, folder: Path, language: str, read_again: Collection[str]) -> str:
    """Write it down for all texts that are new or have been written again, and for those `read_again` and left as they
    are. Returns what to tell, which names the texts that still translate an older Italian.

    Raises UsageError for a language, or a text, that is not there, and where nothing can be written.
    """
    if language not in translations(bundle):
        known = ", ".join(translations(bundle)) or "nessuna"
        raise UsageError(f"«{language}» non è una lingua tradotta; quelle che ci sono: {known}.")
    found = state(bundle, folder, language)
    for name in read_again:
        if name not in found.now:
            raise UsageError(f"Il testo «{name}» non c'è, in italiano o in «{language}».")
    try:
        (folder / lock_file(language)).write_text(agree(found, read_again), encoding="utf-8")
    except OSError:
        raise UsageError(f"In «{lock_file(language)}» non si può scrivere.") from None
    left = [name for name in found.older if name not in read_again]
    said = f"Segnati: {len(found.unsaid) + len(found.older) - len(left)}.\n"
    return said + (f"Da tradurre di nuovo: {', '.join(left)}.\n" if left else "")
