# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Ports of this machine for programs that a test starts, one after the other on the same port if need be."""

from __future__ import annotations

import socket

_KEPT: list[socket.socket] = []


def free_port() -> int:
    """A port that nobody listens on, and that is ours until the tests are over: the kernel gives it to nobody who asks
    for any port, while a program that names it may listen there (both with SO_REUSEADDR, socket(7)).
    """
    kept = socket.socket()
    kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    kept.bind(("127.0.0.1", 0))
    _KEPT.append(kept)
    return int(kept.getsockname()[1])
