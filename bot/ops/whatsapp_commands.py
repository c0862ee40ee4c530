# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of `bussola whatsapp`: what Twilio keeps, and what answers when we do not."""

from __future__ import annotations

import typer

from bot import emergency
from bot.channels.whatsapp.twiml import document
from bot.errors import ConfigurationError
from bot.ops.settings import load

_MISSING = "Per WhatsApp servono TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WHATSAPP_SENDER e PUBLIC_URL."
_REFUSED = (401, 403)


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    group = typer.Typer(no_args_is_help=True)
    group.command()(fallback)
    group.command()(scrub)
    app.add_typer(group, name="whatsapp", help="WhatsApp, attraverso Twilio.")


def fallback() -> None:
    """Il testo da incollare in un TwiML Bin di Twilio: risponde con i numeri urgenti quando noi non rispondiamo."""
    typer.echo(document(emergency.BOTH))


def scrub() -> None:
    """Cancella presso Twilio i messaggi arrivati da più di cinque minuti, e dice quanti ne restano."""
    from bot.channels.whatsapp.records import TwilioRecords, UnavailableError  # noqa: PLC0415 - large, and only here
    from bot.channels.whatsapp.scrub import Scrubber, Tally  # noqa: PLC0415 - as above

    settings = load().settings
    if not (settings.twilio_account_sid and settings.twilio_auth_token and settings.whatsapp_sender):
        raise ConfigurationError(_MISSING)
    token = settings.twilio_auth_token.get_secret_value()
    scrubber = Scrubber(TwilioRecords(settings.twilio_account_sid, token, settings.whatsapp_sender))
    tally: Tally | None = None
    try:
        while tally is None:
            tally = scrubber.step()
    except UnavailableError as error:
        raise ConfigurationError(_trouble(error.status)) from None
    typer.echo(f"Messaggi cancellati presso Twilio: {tally.deleted}. Restano: {tally.left}.")
    if tally.left:
        typer.echo(f"Il più vecchio che resta ha {int(tally.oldest.total_seconds() // 60)} minuti.")


def _trouble(status: int) -> str:
    if status in _REFUSED:
        return "Twilio non accetta TWILIO_ACCOUNT_SID e TWILIO_AUTH_TOKEN: copiali di nuovo dalla console."
    return f"Twilio adesso non risponde (stato {status}). Riprova più tardi: si riparte da quello che resta."
