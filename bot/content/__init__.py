# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The files that operators and authors write, read strictly into one bundle, or refused with every reason."""
