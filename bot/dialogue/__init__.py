# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The pure heart: what a conversation is, and what each event leads to. Standard library only."""
