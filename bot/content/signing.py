# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What a person signs in a language: every message and label, and the card of the urgent numbers."""

from __future__ import annotations

from collections.abc import Mapping

from bot import emergency
from bot.content.bundle import Locale
from bot.content.fluent_file import digest_of

CARD = "emergency"
"""Under which name the card of `bot.emergency` is signed."""


def digests(locale: Locale) -> Mapping[str, str]:
    """What stands for the words of everything that can be signed in a language: a signature under others is none."""
    found = {key: message.digest for key, message in locale.catalogue.messages.items()}
    return {**found, CARD: digest_of(emergency.card(locale.code))}
