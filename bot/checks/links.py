# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Links in a text, and whether they are plain: nothing shortened, nothing that follows who taps."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"]+"
    r"|(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:it|eu|org|com|net|me|info|gov|ly|app|link|page|io)\b(?:/[^\s<>«»\"]*)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?:https://|www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-z0-9._/-]*)?", re.IGNORECASE)
_SHORTENERS = frozenset({"bit.ly", "goo.gl", "is.gd", "ow.ly", "rb.gy", "t.co", "t.ly", "tiny.cc", "tinyurl.com"})


def links(text: str) -> list[str]:
    """Every link in `text`, also one without https:// in front, without the punctuation that follows it."""
    return [found.group().rstrip(".,;:!?)") for found in _LINK.finditer(text)]


def plain(link: str) -> bool:
    """Whether a link is an https:// or www. address without a query, of a site that says whose it is."""
    host = re.sub(r"^(?:https://)?(?:www\.)?", "", link.casefold()).partition("/")[0]
    return bool(_PLAIN.fullmatch(link)) and host not in _SHORTENERS
