# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What whoever runs the bot needs: settings, logs, protections of the process, and what is missing to go live."""
