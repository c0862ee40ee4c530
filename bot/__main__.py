# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m bot`, and the command `bussola`.

Imports next to nothing itself: everything else takes a moment to import, and whoever interrupts in that moment leaves
as quietly as later on.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

INTERRUPTED = 130


def main() -> None:
    """Run a command (`bot.cli.main`). Interrupted while the program is still being read: exit status 130, no words."""
    if sys.argv[1:2] == ["serve"]:
        # It would start itself anew later on, with everything already imported in vain.
        from bot.ops import hardening  # noqa: PLC0415 - for this command alone

        hardening.relaunch()
    asked = signal.getsignal(signal.SIGINT)
    if asked is signal.default_int_handler:
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    # What is imported stays: a seventh of the time would go into searching it for lost objects (docs/adr/0009).
    gc.disable()
    from bot.cli import main as run  # noqa: PLC0415 - the import that may be interrupted

    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGINT, asked)
    run()


if __name__ == "__main__":
    main()
