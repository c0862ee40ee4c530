# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""An address becomes a screen: words, contacts and choices, the same for every channel."""
