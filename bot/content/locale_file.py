# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`locales/<language>/locale.yaml` and `words.yaml`: what a language is called, how it is written, who signed which
words, and which words of it reveal, claim something of a service, or do harm.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.understanding.phrase import PhraseError, parse


def _day(written: str) -> str:
    """The day as it is. Raises ValueError for one that no calendar has."""
    try:
        date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"«{written}» non è un giorno.") from None
    return written


IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]


class SignatureFile(BaseModel):
    """Una firma: chi ha letto e approvato quali messaggi."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str = Field(min_length=2, description="Il ruolo e l'ente di chi firma (non serve il nome).")
    on: IsoDay = Field(description="Quando, come 2026-11-30.")
    messages: dict[str, str] = Field(min_length=1, description="Per ogni messaggio letto, la sua impronta.")


class LocaleFile(BaseModel):
    """Una lingua."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    name: str = Field(min_length=2, max_length=28, description="Il nome della lingua, in quella lingua.")
    direction: Literal["ltr", "rtl"] = Field(description="Da sinistra a destra (ltr) o da destra a sinistra (rtl).")
    origin: Literal["base", "machine", "person"] = Field(
        description="La lingua di partenza (base), tradotta da una macchina, o tradotta da una persona."
    )
    signed: list[SignatureFile] = Field(description="Chi ha letto e approvato. Vuoto finché nessuno l'ha fatto.")


Listed = Annotated[str, Field(pattern=r"^[^*\s]+( [^*\s]+)*\*?$")]
"""One word or several; an asterisk at the end stands for any ending."""

Words = Annotated[list[Listed], Field(min_length=1)]


class ClaimWords(BaseModel):
    """Le parole con cui un testo promette qualcosa di un servizio: ognuna vuole una fonte in data/claims.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    free: Words = Field(description="Che non costa nulla.")
    anonymous: Words = Field(description="Che si può non dire chi si è.")
    no_report: Words = Field(description="Che non serve una denuncia.")
    always: Words = Field(description="Che risponde a ogni ora.")




def _readable(written: str) -> str:
    """The phrase as it is. Raises ValueError, with what is wrong with it in Italian."""
    phrase = parse(written, {})
    if len(phrase.parts) > 1 or phrase.absent or phrase.whole or phrase.decisive or "<" in written:
        raise PhraseError("qui si usano solo parole, «*», «_», «...», (una | altra) e [facoltativo].")
    return written


Saying = Annotated[str, AfterValidator(_readable)]
"""A phrase of the small language of `understanding.phrase`, found inside one sentence."""

Sayings = Annotated[list[Saying], Field(min_length=1)]


class AdviceWords(BaseModel):
    """I consigli che nessun testo può dare, con la scrittura delle frasi (docs/flows.md)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    blame: Sayings = Field(description="Dare la colpa a chi scrive.")
    why: Sayings = Field(description="Chiedere perché: vietate solo nelle domande.")
    mediation: Sayings = Field(description="Mediazione, terapia di coppia, riconciliazione.")
    confronting: Sayings = Field(description="Affrontare chi fa del male.")
    passwords: Sayings = Field(description="Cambiare subito password, togliere app: chi controlla se ne accorge.")
    promises: Sayings = Field(description="Promettere che cosa faranno gli altri, e in quanto tempo.")
    parents: Sayings = Field(description="Mandare chi è minore dai genitori: può averne paura.")
    risk: Sayings = Field(description="Dare un voto al rischio.")
    details: Sayings = Field(description="Chiedere età, genere, nome, casa, o che cosa è successo.")
    allowed: list[Saying] = Field(default_factory=list, description="Frasi giuste che contengono quelle parole.")


class WordsFile(BaseModel):
    """Le parole a cui un testo deve stare attento, in una lingua: che rivelano, che promettono, che fanno danno."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    revealing: Words = Field(
        description="Parole vietate nei primi 60 caratteri e nelle etichette; * per ogni finale."
    )
    claims: ClaimWords = Field(description="Parole che promettono qualcosa di un servizio.")
    advice: AdviceWords = Field(description="Consigli vietati in ogni testo.")
