# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a channel gives the server: a function from one call to its answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from bot.channels.base import Reply

Handler = Callable[[Mapping[str, str], bytes], Awaitable[Reply]]
"""Answers a POST: its headers (names lower-case; one given several times is joined with ", ") and its whole body."""

Known = Callable[[Mapping[str, str]], bool]
"""Whether the headers of a call alone show that it comes from the platform."""
