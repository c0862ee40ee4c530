# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m bot`: the same as the command `bussola`."""

from bot.cli import main

main()
