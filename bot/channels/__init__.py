# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One package a channel: its limits, how it draws a screen, how it delivers it. No channel knows another."""
