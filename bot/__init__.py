# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Bussola: from "something is wrong" to the nearest competent contact, discreetly."""

__version__ = "0.1.0"
