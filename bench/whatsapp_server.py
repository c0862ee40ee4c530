# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The server that bench/whatsapp.py measures: the shipped one, and on the same port a handler that does nothing.

`/whatsapp` is the channel on the shipped files and the store in memory. `/bare` checks the same signature and answers a
constant. Prints the port, then serves until its standard input closes.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bot.channels.base import Reply  # noqa: E402 - found through the line above
from bot.channels.whatsapp.adapter import PATH, WhatsApp  # noqa: E402
from bot.channels.whatsapp.form import Signer, signed  # noqa: E402
from bot.channels.whatsapp.twiml import reply  # noqa: E402
from bot.checks.run import load_checked  # noqa: E402
from bot.content.reload import for_good  # noqa: E402
from bot.conversations import Conversations  # noqa: E402
from bot.ops.hardening import ENVIRONMENT  # noqa: E402
from bot.sessions.choose import open_sessions  # noqa: E402
from bot.sessions.keys import Keys  # noqa: E402
from bot.sessions.memory import Memory  # noqa: E402
from bot.web.door import listening  # noqa: E402
from bot.web.server import Server, build  # noqa: E402

__all__ = ["ACCOUNT", "BARE", "ENVIRONMENT", "PATH", "SENDER", "signer"]

ACCOUNT = "AC00000000000000000000000000000001"
TOKEN = "an-invented-token-long-enough"  # noqa: S105 - invented
SENDER, PUBLIC, BARE = "whatsapp:+390000000000", "https://bussola.example", "/bare"
SECRET = b"an invented secret for this bench"
ZONE = ZoneInfo("Europe/Rome")
CONSTANT = reply("Servizio automatico per la provincia di Pisa: informazioni e contatti utili.")


def signer(path: str) -> Signer:
    """How Twilio would sign calls to `path`."""
    return Signer(TOKEN, PUBLIC + path)


async def main() -> None:
    """Serve until nobody holds the other end of standard input."""
    sessions = open_sessions("memory:", SECRET, 1)
    await sessions.open()
    bundle = for_good(load_checked)(ROOT, datetime.now(ZONE).date())
    memory = Memory(sessions, Keys(SECRET))
    conversations = Conversations(lambda: bundle, memory, lambda: datetime.now(ZONE))
    channel, bare = WhatsApp(ACCOUNT, TOKEN, SENDER, PUBLIC, conversations), signer(BARE)

    async def constant(headers: Mapping[str, str], body: bytes) -> Reply:
        signed(bare, headers, body)
        return CONSTANT

    bound = listening("127.0.0.1", 0)
    server = Server(build({PATH: channel.handle, BARE: constant}, lambda: {"mode": "normal"}))
    serving = asyncio.create_task(server.run_on(bound))
    print(bound.getsockname()[1], os.getpid(), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.stop()
    await serving
    await sessions.close()


if __name__ == "__main__":
    asyncio.run(main())
