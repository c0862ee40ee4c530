# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""From the fields of an authentic call to what happened: who, which delivery, which event. The rest is dropped here.

Twilio also sends the profile's name, the number a second time, and whatever it adds without notice: none of it gets
past `inbound`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.channels.whatsapp.form import Fields, RefusedError
from bot.channels.whatsapp.numerals import as_digits
from bot.dialogue.events import Event, SharedPosition, Typed, Unsupported

LONGEST = 2_000
"""Characters of a text that are looked at; WhatsApp allows 4096, and understanding reads no more than these either."""

_READ = frozenset(
    {"AccountSid", "To", "From", "MessageSid", "Body", "NumMedia", "MediaContentType0"}
    | {"Latitude", "Longitude", "OptOutType"}
)
_KINDS = {"audio": "voice", "image": "picture", "video": "video", "text": "contact"}
"""What arrives as which media type; a shared contact is `text/vcard`."""

_WORDS = {
    **dict.fromkeys(("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke"), "0"),
    **dict.fromkeys(("start", "unstop", "info"), "8"),
}
"""Words that Twilio gives a meaning to on other channels, and the digit that does here what people expect of them.
HELP is not among them: who writes it may mean it, and gets the urgent numbers.
"""


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message that arrived. `who` is Twilio's address of the person, opaque: a number, or an id without one.

    `delivery` is Twilio's id of the message. `opted_out`: Twilio itself has answered a word that asks to stop, and
    carries nothing to this person any more.
    """

    who: str = field(repr=False)
    delivery: str = field(repr=False)
    event: Event = field(repr=False)
    opted_out: bool = False


def inbound(fields: Fields, account_sid: str, sender: str) -> Inbound:
    """What `fields`, which are authentic, tell. Raises RefusedError for a message that is not ours to answer, and
    where a field that we read is there twice.
    """
    read = [(name, value) for name, value in fields if name in _READ]
    known = dict(read)
    if len(known) != len(read) or not known.get("From"):
        raise RefusedError(400)
    if known.get("AccountSid") != account_sid or known.get("To") != sender:
        raise RefusedError(403)
    opted_out = known.get("OptOutType", "").upper() == "STOP"
    event = Typed("0") if opted_out else _event(known)
    return Inbound(known["From"], known.get("MessageSid", ""), event, opted_out)


def _event(known: Mapping[str, str]) -> Event:
    """A caption counts more than what it was written under; what is under it is never fetched."""
    text = known.get("Body", "").strip()[:LONGEST]
    if known.get("Latitude") or known.get("Longitude"):
        return _position(known) or Unsupported("position")
    if text:
        return Typed(_WORDS.get(text.casefold()) or as_digits(text))
    if known.get("NumMedia", "0").strip("0"):
        return Unsupported(_KINDS.get(known.get("MediaContentType0", "").partition("/")[0].lower(), "document"))
    return Unsupported("nothing")


def _position(known: Mapping[str, str]) -> SharedPosition | None:
    try:
        latitude, longitude = float(known["Latitude"]), float(known["Longitude"])
    except (KeyError, ValueError):
        return None
    inside = math.fabs(latitude) <= 90 and math.fabs(longitude) <= 180  # noqa: PLR2004 - degrees; never true of NaN
    return SharedPosition(latitude, longitude) if inside else None
