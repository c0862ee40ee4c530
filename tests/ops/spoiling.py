# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""How heavy findings are, in few words."""

from __future__ import annotations

from bot.ops.findings import Finding


def weights(findings: list[Finding]) -> set[str]:
    return {finding.weight for finding in findings}
