# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Why a call did not do what it should. A library's own words for it are read here and nowhere else, and go no further:
they can quote the token or a message.
"""

from __future__ import annotations

from enum import Enum

from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter


class Why(Enum):
    """Why nothing, or nothing certain, was done."""

    GONE = "the message is not there"
    REFUSED = "Telegram does not do this"
    BLOCKED = "this person does not hear us any more"
    LIMITED = "too fast, and waiting would take too long"
    NEVER_LEFT = "the call did not get as far as Telegram"
    LOST = "no answer: it may have been done or not"
    TOKEN = "the token is not, or no longer, good"  # noqa: S105 - says what is wrong, is no token
    OLD = "the tap is no longer waiting for an answer"
    SECOND = "somebody else fetches the same updates"


_ALREADY = "message is not modified"
_OLD = ("query is too old", "query id is invalid", "query_id_invalid")
_GONE = ("message to edit not found", "message to delete not found", "message_id_invalid", "message identifier")
_BLOCKED = ("chat not found", "user is deactivated", "peer_id_invalid", "user not found")
_BEFORE_IT_LEFT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "UnsupportedProtocol"})
_BY_CLASS = ((RetryAfter, Why.LIMITED), (Forbidden, Why.BLOCKED), (InvalidToken, Why.TOKEN), (Conflict, Why.SECOND))


def why(error: Exception) -> Why | None:
    """What `error` means; None where it means that all is well."""
    for kind, meaning in _BY_CLASS:
        if isinstance(error, kind):
            return meaning
    if isinstance(error, BadRequest):
        return _refusal(error.message.casefold())
    return Why.NEVER_LEFT if type(error.__cause__).__name__ in _BEFORE_IT_LEFT else Why.LOST


def _refusal(said: str) -> Why | None:
    if _ALREADY in said:
        return None
    if any(words in said for words in _OLD):
        return Why.OLD
    if any(words in said for words in _GONE):
        return Why.GONE
    return Why.BLOCKED if any(words in said for words in _BLOCKED) else Why.REFUSED


def seconds_to_wait(error: Exception) -> float | None:
    """How long Telegram asks us to wait, if it does."""
    if not isinstance(error, RetryAfter):
        return None
    asked = error.retry_after
    return float(asked) if isinstance(asked, int) else asked.total_seconds()
