# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Moments at which promises are held: a working morning, a day when more has expired, nights and holidays, years on."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
MORNING = datetime(2026, 11, 23, 10, tzinfo=ROME)
NIGHT = datetime(2026, 11, 24, 3, tzinfo=ROME)
EXPIRED = datetime(2026, 12, 2, 10, tzinfo=ROME)
HOLIDAY_NIGHT = datetime(2026, 12, 26, 3, tzinfo=ROME)
YEARS_ON = datetime(2028, 7, 1, 10, tzinfo=ROME)
