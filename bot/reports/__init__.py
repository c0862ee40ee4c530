# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a bundle says to operators, maintainers and other programs: lists, tables and JSON lines, never to people."""
