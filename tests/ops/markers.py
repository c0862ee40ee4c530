# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented people whose every trace can be found again: what they write and who they are begins as nothing else does.

Made anew each time from a number, so that whoever plants them holds none of it afterwards.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from dataclasses import dataclass
from random import Random

PEOPLE = 10_000
"""How many different people there can be; what they share is the same for all of them."""

_SHARED_DIGITS = 11
_APART = 1e-12
"""Degrees between one person and the next."""

_LETTERS = ("bdfglmnprstv", "aeiou")
"""Letters that no normalisation of spelling changes, consonant and vowel in turn."""


@dataclass(frozen=True, slots=True)
class Markers:
    """The people of one `seed`. `text`, `chat`, `phone`, `message`, `position`: of the person with that number."""

    seed: int

    def text(self, number: int) -> str:
        """A word that nobody else writes."""
        return self._word() + "".join(_LETTERS[0][int(digit)] + "a" for digit in f"{number:04d}")

    def chat(self, number: int) -> str:
        """An id as Telegram gives them, of 52 bits."""
        return str(self._base("chat") + number)

    def phone(self, number: int) -> str:
        """A sender as Twilio gives them; no country has +999."""
        return f"whatsapp:+999{self._base('phone') + number}"

    def message(self, number: int) -> int:
        """The id of a message."""
        return self._base("message") + number

    def position(self, number: int) -> tuple[float, float]:
        """A place in the province that no gazetteer writes with as many digits."""
        return self._latitude() + number * _APART, 10.4

    def patterns(self) -> dict[str, bytes]:
        """What all of them share, in every form in which a process, a file or a log may hold it."""
        found = {f"text {name}": form for name, form in _of_text(self._word()).items()}
        for kind in ("chat", "phone", "message"):
            base = self._base(kind)
            found |= {f"{kind} {name}": form for name, form in _of_text(str(base)[:_SHARED_DIGITS]).items()}
            found |= {f"{kind} {name}": form for name, form in _of_number(base).items()}
        found["position float"] = _high_bytes(self._latitude())
        found["position decimal"] = repr(self._latitude())[:11].encode()
        return found

    def digests(self, number: int) -> dict[str, bytes]:
        """Plain digests of one person's ids, which would be as good as the ids themselves."""
        ids = {"chat": self.chat(number), "phone": self.phone(number)}
        kinds = (hashlib.md5, hashlib.sha1, hashlib.sha256)
        raw = {f"{name} {kind().name}": kind(one.encode()).digest() for name, one in ids.items() for kind in kinds}
        return raw | {f"{name} hex": digest.hex().encode() for name, digest in raw.items()}

    def _word(self) -> str:
        random = Random(f"word {self.seed}")  # noqa: S311 - the same people on every machine
        return "".join(random.choice(_LETTERS[place % 2]) for place in range(14))

    def _base(self, kind: str) -> int:
        """Room for `PEOPLE` numbers that share their first digits, and every byte but the lowest two."""
        random = Random(f"{kind} {self.seed}")  # noqa: S311 - as above
        while True:
            base = random.randrange(1 << 51, 1 << 52) >> 16 << 16
            if base // 100_000 == (base + PEOPLE) // 100_000:
                return base

    def _latitude(self) -> float:
        random = Random(f"latitude {self.seed}")  # noqa: S311 - as above
        while True:
            latitude = 43.7 + random.random() / 100
            if _high_bytes(latitude) == _high_bytes(latitude + PEOPLE * _APART):
                return latitude


def _high_bytes(latitude: float) -> bytes:
    """Those of a double that all people share."""
    return struct.pack("<d", latitude)[3:]


def _of_text(text: str) -> dict[str, bytes]:
    plain = text.encode()
    forms = {"utf-8": plain, "utf-16": text.encode("utf-16-le"), "utf-32": text.encode("utf-32-le")}
    forms["hex"] = plain.hex().encode()
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + plain)
        forms[f"base64+{shift}"] = whole[-(-shift * 8 // 6) : (shift + len(plain)) * 8 // 6]
    return forms


def _of_number(base: int) -> dict[str, bytes]:
    """As a machine word, from either end, and as Python keeps whole numbers: digits of 30 bits in words of 32."""
    digits = struct.pack("<II", base & 0x3FFFFFFF, base >> 30)
    return {"word": base.to_bytes(8, "little")[2:], "network word": base.to_bytes(8, "big")[:6], "int": digits[2:]}
