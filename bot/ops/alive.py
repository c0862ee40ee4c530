# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m bot.ops.alive`: whether the server of this machine answers; the exit status says it. For a container.

Emergency mode counts as alive: a restart would not mend the files, and whoever writes gets the numbers.
"""

from __future__ import annotations

import http.client
import os
import sys

SECONDS = 4.0
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - an address to recognise, not to listen on


def main(bind: str) -> int:
    """0 where the server that listens on `bind` says that it is well, 1 otherwise."""
    host, _, port = bind.rpartition(":")
    host = host.strip("[]")
    connection = http.client.HTTPConnection("localhost" if host in EVERYWHERE else host, int(port), timeout=SECONDS)
    try:
        connection.request("GET", "/health", headers={"Connection": "close"})
        return int(connection.getresponse().status != http.HTTPStatus.OK)
    except (OSError, http.client.HTTPException):
        return 1
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main(os.environ.get("BIND", "127.0.0.1:8080")))
