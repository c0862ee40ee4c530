# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Names of places in scripts that join prepositions and case endings to the name, or write no spaces at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

_CYRILLIC_ENDINGS = {"\u0430": "\u0435\u044b\u0443\u0456\u0438\u0439\u043e\u044e", "\u044f": "\u0438\u044e\u0457\u0435"}
"""Last letter of a name -> last letters in the cases that follow a preposition."""

_ARABIC_PREFIXES = ("\u0628\u0627\u0644", "\u0641\u064a", "\u0628", "\u0644", "\u0648")
"""With the, in, with, to, and."""

_LONGEST_BENGALI_ENDING = 3


def unspaced(word: str) -> bool:
    """Whether a word is Chinese: a whole sentence may be in it."""
    return any("\u4e00" <= letter <= "\u9fff" for letter in word)


def bare_forms(word: str) -> Iterator[str]:
    """The word, and what is left of it without an Arabic preposition or a Bengali case ending."""
    yield word
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix):
            yield word.removeprefix(prefix)
    if unicodedata.name(word[0], "").startswith("BENGALI"):
        yield from (word[:-length] for length in range(1, _LONGEST_BENGALI_ENDING + 1))


def inflected(names: Mapping[str, str]) -> dict[str, str]:
    """The Cyrillic ones of `names` (with what they mean) in their other cases."""
    forms: dict[str, str] = {}
    for name, target in names.items():
        if not name.isascii() and unicodedata.name(name[0], "").startswith("CYRILLIC"):
            endings = _CYRILLIC_ENDINGS.get(name[-1], "")
            forms.update({name[:-1] + ending: target for ending in endings})
    return forms
