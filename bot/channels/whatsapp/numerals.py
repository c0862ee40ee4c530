# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Digits as people write them instead of typing them: "due", "il 2", "opzione due", "uno uno due".

Choices are numbered on this channel only, so this is read here. Digits of other scripts, full-width, circled and
emoji digits need nothing of this: `bot.understanding` reads them as digits already.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Characters beyond which a text is words, not a choice."""

ZERO_TO_EIGHT = {
    "it": "zero uno due tre quattro cinque sei sette otto",
    "en": "zero one two three four five six seven eight",
    "fr": "zéro un deux trois quatre cinq six sept huit",
    "es": "cero uno dos tres cuatro cinco seis siete ocho",
    "pt": "zero um dois três quatro cinco seis sete oito",
    "ro": "zero unu doi trei patru cinci șase șapte opt",
    "sq": "zero një dy tre katër pesë gjashtë shtatë tetë",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem",
    "uk": "нуль один два три чотири п'ять шість сім вісім",
    "ru": "ноль один два три четыре пять шесть семь восемь",
    "ar": "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية",
    "fa": "صفر یک دو سه چهار پنج شش هفت هشت",
    "ur": "صفر ایک دو تین چار پانچ چھ سات آٹھ",
    "zh": "零 一 二 三 四 五 六 七 八",
    "bn": "শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট",
    "de": "null eins zwei drei vier fünf sechs sieben acht",
}
"""The words for 0 to 8 in each language; no word means two digits. Nine is left out: it is also a comune (Nove), and
"no" in Farsi and in Bengali.
"""

_AROUND = frozenset(
    {"il", "la", "lo", "l", "n", "nr", "num", "numero", "opzione", "scelta", "scelgo", "tasto", "premo", "grazie"}
    | {"the", "number", "option", "choice"}
)
_ALSO_WORDS = frozenset({"sei", "un", "um", "sete"})
"""Also "you are", "a", a pause, "thirst". They mean a digit as a whole message only: who has just read a menu seldom
sends them alone for anything else, and what they lead to can be left again; none of them is 0, which leaves.
"""
_SENTENCE = frozenset({"l", "lo"})
"""What may stand beside a digit ("lo zero"), but makes a sentence of the words above: "lo sei"."""

_APOSTROPHES = str.maketrans("\u2019\u02bc", "''")
_ACCENTS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u0bff])*")


def as_digits(text: str) -> str:
    """`text`, or its digits with single spaces between them where it says nothing else than digits.

    >>> as_digits("Opzione due!"), as_digits("uno uno due"), as_digits("due figli"), as_digits("lo sei")
    ('2', '1 1 2', 'due figli', 'lo sei')
    """
    if len(text) > LONGEST:
        return text
    written = _folded(text).split()
    if not _ALSO_WORDS.isdisjoint(written) and not _SENTENCE.isdisjoint(written):
        return text
    digits = [_DIGITS.get(word, "") for word in written if word not in _AROUND]
    return " ".join(digits) if digits and all(digits) else text


def _folded(text: str) -> str:
    """Lower case without the accents of Latin letters: "três" and "tres" are one word. Apostrophes go, and leave an
    article apart ("l'uno").
    """
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    apart = apart.replace("l'", "l ").replace("'", "")
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", _ACCENTS.sub("", apart))))


_DIGITS = {
    **{str(digit): str(digit) for digit in range(10)},
    **{_folded(word): str(digit) for said in ZERO_TO_EIGHT.values() for digit, word in enumerate(said.split())},
}
