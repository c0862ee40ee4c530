# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Typed words become an intent, a place or a language, by rules that people can read."""
