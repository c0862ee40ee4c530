# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Answers as Twilio wants them: one message in the response of the call, or none. No call of ours is ever needed."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from bot.channels.base import Reply

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write; none of our texts has one, and an answer must be read all the same."""


def document(text: str | None) -> bytes:
    """TwiML that sends `text` to whoever wrote, or nothing to nobody. UTF-8."""
    message = "" if text is None else f"<Message>{escape(_NOT_IN_XML.sub('', text))}</Message>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Response>{message}</Response>'.encode()


def reply(text: str | None) -> Reply:
    """The answer to an authentic call: always 200, because anything else would make Twilio send its fallback."""
    return Reply(200, document(text), "text/xml; charset=utf-8")
