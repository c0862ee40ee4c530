# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A session as a store keeps it: bytes that only our secret opens, and only in the row and at the version they were
written for.

`FORMAT | nonce | AES-256-GCM(deflate(json))`. Each row has a key of its own, by HKDF-SHA256 from the secret and the
row's key: so what is moved to another row does not open, and nonces are drawn at random (96 bits) without the limit of
2^32 messages that one key for all rows would have. The version is associated data: an older value put back under the
row's present version does not open either. Everything is sealed, not only who the chat is with (docs/adr/0008).
"""

from __future__ import annotations

import json
import os
import struct
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.sessions.session import Session

FORMAT = b"\x01"
"""Changes with what is written below; another one is not opened. A conversation then begins anew."""

_NONCE = 12
_WINDOW = -12
"""Raw deflate within 4 KiB: longer than a session, and little memory to leave traces in."""


class Seal:
    """Seals and opens sessions under `secret` (32 bytes or more), which every process of a store shares."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def sealed(self, key: bytes, session: Session) -> bytes:
        """`session` sealed for the row of `key` and for `session.version`."""
        nonce = os.urandom(_NONCE)
        return FORMAT + nonce + self._cipher(key).encrypt(nonce, _packed(session), _at(session.version))

    def opened(self, key: bytes, version: int, sealed: bytes) -> Session | None:
        """What was sealed for the row of `key` at `version`; None for whatever else it may be."""
        if sealed[:1] != FORMAT:
            return None
        nonce, closed = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        try:
            return _unpacked(self._cipher(key).decrypt(nonce, closed, _at(version)), version)
        except (InvalidTag, ValueError, TypeError, struct.error, zlib.error):
            return None

    def _cipher(self, key: bytes) -> AESGCM:
        info = b"bussola session " + FORMAT + key
        return AESGCM(HKDF(SHA256(), 32, None, info).derive(self._secret))


def must_be_erased(session: Session) -> bool:
    """Whether something of this conversation still stands in a chat and can be deleted there."""
    return bool(session.chat and (session.panel or session.messages))


def _at(version: int) -> bytes:
    return FORMAT + struct.pack(">Q", version)


def _packed(session: Session) -> bytes:
    fields = (
        *(session.state, session.offered, session.more, session.seen),
        *(session.channel, session.chat, session.panel, session.messages),
    )
    packer = zlib.compressobj(wbits=_WINDOW, memLevel=6)
    return packer.compress(json.dumps(fields, separators=(",", ":")).encode()) + packer.flush()


def _unpacked(plain: bytes, version: int) -> Session:
    state, offered, more, seen, channel, chat, panel, messages = json.loads(zlib.decompress(plain, _WINDOW))
    return Session(
        *(state, tuple(offered), more, tuple((delivery, led) for delivery, led in seen)),
        *(channel, chat, (panel[0], panel[1]) if panel else None, tuple((found, at) for found, at in messages)),
        version,
    )
