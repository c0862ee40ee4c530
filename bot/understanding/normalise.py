# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One way of reading typed words, used for what people write and for what authors list.

The order is fixed, because each step relies on the one before:

1. Unicode compatibility form and case folding (full-width digits, ligatures, capitals), cut to `LONGEST` characters
   before and after, because one character may stand for eighteen: no text can cost more than that;
2. apostrophes become a space, which also undoes elision ("dell'ospedale", "dell ospedale");
3. invisible, control and enclosing characters go ("1️⃣" becomes "1"; overrides disappear), and everything else that is
   neither letter, mark nor digit becomes a space;
4. accents of Latin letters go ("perché", "perche"), and those of nothing ("perche´");
5. three or more of the same letter become one ("aiutoooo");
6. words of Italian chat are written out ("nn", "xke", "cmq"), and what no longer fits in `LONGEST` is left out.

Total and idempotent: any string gives a string of `LONGEST` characters at most, and reading that again changes nothing.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2_000

_APOSTROPHES = str.maketrans(dict.fromkeys("'\u2019\u2018\u02bc\u00b4`", " "))
_ACCENTS = re.compile(r"(?:(?<=[a-z])|(?<![\w\u0300-\u036f]))[\u0300-\u036f]+")
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Me"})
_KEPT = frozenset("LMN")

CHAT_WORDS = {
    "nn": "non",
    "xke": "perche",
    "xche": "perche",
    "perke": "perche",
    "xo": "pero",
    "cmq": "comunque",
    "ke": "che",
    "ki": "chi",
    "anke": "anche",
    "qnd": "quando",
    "qst": "questo",
    "qlc": "qualcosa",
    "qlcn": "qualcuno",
    "nnt": "niente",
    "tt": "tutto",
    "grz": "grazie",
    "msg": "messaggio",
    "xfavore": "per favore",
}


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE or "\ufe00" <= character <= "\ufe0f":
        return " " if character in "\n\r\t\v\f" else ""
    return character if category[0] in _KEPT else " "


_ASCII = {code: _visible(chr(code).translate(_APOSTROPHES)) for code in range(128)}
"""What most texts are made of, looked up instead of worked out."""


def normalise(text: str) -> str:
    """Return `text` as lower-case words separated by single spaces; may be empty.

    >>> normalise("Nn so… l'ho detto PERCHÉ mi mena")
    'non so l ho detto perche mi mena'
    """
    folded = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST].casefold()
    bare = folded.translate(_ASCII) if folded.isascii() else _bare(folded)
    words = _REPEATED.sub(r"\1", bare).split()
    written = " ".join(CHAT_WORDS.get(word, word) for word in words)
    return written if len(written) <= LONGEST else written[: LONGEST + 1].rpartition(" ")[0] or written[:LONGEST]


def _bare(folded: str) -> str:
    visible = "".join(map(_visible, folded.translate(_APOSTROPHES)))
    return unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", visible)))
