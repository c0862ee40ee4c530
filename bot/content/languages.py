# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The folders of `locales/`: whether each that holds files of ours has the name of a language.

Y14 a file that would never be read, because its name ends in .yml. Y22 a folder whose name is none. A name of more than
three letters is a variety of ours ("iteasy"): it begins with the code of its language, which must be there too, or else
"english" would be heard as a variety of nobody's English.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.content.catalogues import LANGUAGE
from bot.content.directory_checks import LANGUAGES
from bot.errors import Problem

_ISO_639_3 = 3
"""Letters of the codes of ISO 639-3, of which there are too many to list them."""
_OURS = frozenset({".yaml", ".ftl"})
_HINT = (
    "Usa il codice della lingua, per esempio «it»; per una sua varietà il codice e altre lettere («itfacile»), "
    "accanto alla cartella della lingua. Al massimo 8 minuscole e cifre, senza trattini."
)


def misnamed(folder: Path) -> Iterator[Problem]:
    """The files that nobody would read, and the folders of `folder`/locales that are no language: those with any file
    that a language has.
    """
    for path in sorted([*folder.glob("flows/*.yml"), *folder.glob("locales/*/*.yml")]):
        hint = "Cambia la fine del nome in .yaml."
        said = "Il nome finisce in .yml: nessuno leggerebbe questo file."
        yield Problem(path.relative_to(folder).as_posix(), 0, 0, "Y14", said, hint)
    found = sorted({path.parent.name for path in (folder / "locales").glob("[!.]*/*.*") if path.suffix in _OURS})
    for name in found:
        if not _is_language(name, found):
            yield Problem(f"locales/{name}", 0, 0, "Y22", "La cartella non ha il nome di una lingua.", _HINT)


def _is_language(name: str, beside: Collection[str]) -> bool:
    base = name[:2]
    return bool(LANGUAGE.fullmatch(name)) and (len(name) == _ISO_639_3 or (base in LANGUAGES and base in beside))
