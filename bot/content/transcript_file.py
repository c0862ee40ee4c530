# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation as YAML: what somebody does, and what must be on the screen after it. Written by authors and by
`bussola chat --record`, run by `bot.testing`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

ACTIONS = ("type", "tap", "open", "start", "send", "position")
Kind = Literal["happy", "exit", "urgent", "unsure", "correction", "digression", "stale", "wrong-input"]


class TurnFile(BaseModel):
    """Un passo: una sola azione, e che cosa si deve vedere dopo."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    type: str | None = Field(None, description="La persona scrive questo.")
    tap: str | None = Field(None, description="La persona tocca il pulsante con questa etichetta.")
    open: str | None = Field(None, description="La persona tocca un vecchio pulsante che porta questo indirizzo.")
    start: str | None = Field(None, description="La persona arriva da un collegamento con questo contenuto.")
    send: str | None = Field(None, description="La persona manda altro: voice, picture, sticker...")
    position: str | None = Field(None, description="La persona manda una posizione: «43.71, 10.40».")
    at: str | None = Field(None, description="Dove si arriva, in forma leggibile, senza la lingua.")
    language: str | None = Field(None, description="In quale lingua si arriva.")
    shows: list[str] = Field(default_factory=list, description="Parole che devono esserci.")
    hides: list[str] = Field(default_factory=list, description="Parole che non devono esserci.")
    offers: list[str] = Field(default_factory=list, description="Etichette di pulsanti che devono esserci.")
    erased: Annotated[bool, BeforeValidator(lambda value: value == "yes")] = Field(
        default=False, description="yes: la conversazione è stata cancellata."
    )

    @model_validator(mode="after")
    def one_action(self) -> TurnFile:
        """Refuse a turn that does nothing, or several things."""
        if len(self.actions()) != 1:
            raise ValueError("Un passo fa una cosa sola: " + ", ".join(ACTIONS))
        return self

    def actions(self) -> dict[str, str]:
        """What is done, by name of the action."""
        return {name: value for name in ACTIONS if (value := getattr(self, name)) is not None}


class TranscriptFile(BaseModel):
    """Una conversazione."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    name: str = Field(min_length=5, description="Chi è, e che cosa le serve, in una frase.")
    kind: Kind = Field(description="Di che specie è.")
    channels: list[Literal["telegram", "whatsapp"]] = Field(
        default=["telegram", "whatsapp"], min_length=1, description="Su quali canali vale."
    )
    language: str = Field("it", description="La lingua della persona.")
    now: str = Field("2026-11-23T10:00", pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d$", description="Che ora è, in Italia.")
    turns: list[TurnFile] = Field(min_length=1, description="I passi.")
