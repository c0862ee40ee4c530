# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The proof of docs/ranking.md: which cases are alike, what one of them must say, and what was promised of all."""
