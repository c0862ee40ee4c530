# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads data/claims.yaml: on what each claim of a text stands ("gratis", "puoi non dire chi sei").

The shape only (F01): `bot.checks.claims` says whether texts and claims agree, and whether what they stand on holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.content.directory_schema import Id, SourceFile
from bot.content.document import Document
from bot.content.schema_problems import shaped
from bot.content.strict_yaml import load

CLAIMS = "data/claims.yaml"
Kind = Literal["free", "anonymous", "no_report", "always", "does"]
BY_WORDS: tuple[Kind, ...] = ("free", "anonymous", "no_report", "always")
"""Claims that are found by the words that make them; `does` is made by every text that tells of a call."""
KINDS: tuple[Kind, ...] = (*BY_WORDS, "does")
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)?$")]
"""The name of a message or of a label, or the node of the urgent numbers."""


class EvidenceFile(BaseModel):
    """Su che cosa si regge: una sola fra services, source e ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    services: list[Id] = Field(default_factory=list, description="Lo dice l'elenco: solo per free, always e does.")
    source: SourceFile | None = Field(None, description="Lo stampa una fonte con una data: vale 24 mesi.")
    line: str = Field("", description="Con source: il numero di emergenza di cui si parla, che non sparisce mai.")
    ours: str = Field("", description="Si parla di questo programma e non di un servizio: una frase che lo spiega.")

    def given(self) -> int:
        """How many of the three there are: one, if the entry is right."""
        return bool(self.services) + (self.source is not None) + bool(self.ours)


class MessageClaims(BaseModel):
    """Che cosa promette un messaggio."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    free: EvidenceFile | None = Field(None, description="Non costa nulla.")
    anonymous: EvidenceFile | None = Field(None, description="Si può non dire chi si è.")
    no_report: EvidenceFile | None = Field(None, description="Non serve una denuncia.")
    always: EvidenceFile | None = Field(None, description="Risponde a ogni ora.")
    does: EvidenceFile | None = Field(None, description="Che cosa fa un servizio, che cosa succede se si chiama.")

    def by_kind(self) -> dict[Kind, EvidenceFile]:
        """What each claim stands on."""
        found = {kind: getattr(self, kind) for kind in KINDS}
        return {kind: evidence for kind, evidence in found.items() if evidence is not None}


class ClaimsFile(BaseModel):
    """Su che cosa si reggono le promesse dei testi."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    claims: dict[Key, MessageClaims] = Field(description="Per ogni messaggio, che cosa promette.")


def load_claims(folder: Path) -> tuple[Document, Mapping[str, MessageClaims]]:
    """The claims of `folder` by message, and the document to name places in. Raises ContentError."""
    document = load(folder / CLAIMS, name=CLAIMS)
    return document, shaped(ClaimsFile, document, "F01").claims
