# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Services, phones, opening hours, places: what is true, where, and until when."""
