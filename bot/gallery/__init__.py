# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Every screen on one page, for the people who must read and sign the words without running anything."""
