# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The socket that callers come through, when there are more of them than the process may have open.

Asyncio takes as many connections at once as wait, before any of them is looked at; and where the system has no
descriptor left (accept(2): EMFILE, ENFILE, ENOBUFS, ENOMEM) it says so, and begins to wait, once for each that waits.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

BACKLOG = 512
"""Connections that the kernel keeps for us while we are busy, or not ready yet."""

AT_ONCE = 8
"""Connections taken before those taken earlier have been looked at: so few more than allowed can be open."""

_SHORT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


class Door(socket.socket):
    """A listening socket as asyncio uses it. `make_room`, asked where the system has no descriptor left, lets go of a
    connection if it can and says whether it did; where it cannot, asyncio waits a second.
    """

    def __init__(self, family: int = -1, kind: int = -1, protocol: int = -1) -> None:
        super().__init__(family, kind, protocol)
        self.make_room: Callable[[], bool] = lambda: False
        self._taken = 0
        self._resting = False

    def accept(self) -> tuple[socket.socket, object]:
        """The next connection. BlockingIOError where none waits, or for a moment: the loop comes back by itself.
        OSError where there is none to be had, once for each time that the loop comes.
        """
        if self._resting or self._taken == AT_ONCE:
            self._taken, self._resting = 0, False
            raise BlockingIOError
        try:
            found = super().accept()
        except BlockingIOError:
            self._taken = 0
            raise
        except OSError as error:
            self._taken = 0
            self._make_room(error)
            raise
        self._taken += 1
        return found

    def _make_room(self, error: OSError) -> None:
        if error.errno in _SHORT:
            if self.make_room():
                raise BlockingIOError from None
            self._resting = True


def listening(host: str, port: int) -> Door:
    """A socket on which the kernel accepts connections from now on, before anybody answers them. Raises OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    bound = Door(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.setblocking(False)  # noqa: FBT003 - the standard library has it so
        bound.bind(address)
        bound.listen(BACKLOG)
    except OSError:
        bound.close()
        raise
    return bound
