# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""`locales/<language>/locale.yaml` and `words.yaml`: what a language is called, how it is written, who signed which
words, and which words of it reveal.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


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


class WordsFile(BaseModel):
    """Le parole che rivelano, in una lingua."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    revealing: list[Annotated[str, Field(pattern=r"^[^*\s]+( [^*\s]+)*\*?$")]] = Field(
        min_length=1, description="Parole vietate nei primi 60 caratteri e nelle etichette; * per ogni finale."
    )
