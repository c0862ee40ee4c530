# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From who somebody is to a key that says nothing: HMAC-SHA256 under a secret that lives in memory only."""

from __future__ import annotations

import hashlib
import hmac


class Keys:
    """Makes keys under `secret` (32 bytes or more). The same secret on several hosts makes the same keys."""

    def __init__(self, secret: bytes) -> None:
        self._key = hmac.digest(secret, b"bussola keys", hashlib.sha256)

    def of(self, kind: str, value: str) -> bytes:
        """The 32 bytes that stand for `value` among those of `kind` (a channel's name, "delivery")."""
        return hmac.digest(self._key, f"{kind}\0{value}".encode("utf-8", "surrogatepass"), hashlib.sha256)
