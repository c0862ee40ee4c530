# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of services_directory.yaml, as operators write it.

Every value is text, because everything in our files is: what a text may say is checked in `directory_checks`, which
can answer in the words of who made the mistake. The descriptions are Italian because an editor shows them (the JSON
Schema is generated from here).
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.directory.model import AUDIENCES, KINDS, AfterHours, ContactKind, Cost, Show, Status

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""Names of services and zones: lower-case letters and digits joined by hyphens; never changed once published."""

YesNo = Literal["yes", "no"]


def _one_of(values: tuple[str, ...]) -> dict[str, Any]:
    """What an editor offers for a closed list that `directory_checks` enforces."""
    return {"enum": list(values)}


def _some_of(values: tuple[str, ...]) -> dict[str, Any]:
    return {"items": {"type": "string", "enum": list(values)}}


class Strict(BaseModel):
    """Only the keys that are described here."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class SourceFile(Strict):
    """Da dove viene un dato."""

    name: str = Field("", description="Chi lo stampa, come lo leggerà la persona: una testata, un Comune.")
    date: str = Field("", description="La data della fonte, per quanto la dice: 2025, 2025-03 o 2025-03-24.")
    url: str = Field("", description="La pagina, per chi cura l'elenco. Vuota se non si è conservata o non va aperta.")


class VerifiedFile(Strict):
    """Il controllo di un operatore: solo questo rende verificato un dato."""

    on: str = Field(description="Il giorno del controllo, come 2026-11-30.")
    how: Literal["call", "visit"] = Field(description="Come: call (chiamata) o visit (di persona).")
    office: str = Field("", description="L'ufficio che ha controllato. Mai il nome di una persona.")


class ContactFile(Strict):
    """Un modo di raggiungere il servizio."""

    kind: ContactKind = Field(description="phone, sms, whatsapp, chat, email, web o app.")
    value: str = Field(description="Il numero come si compone (solo cifre), oppure indirizzo, email, nome della app.")
    printed: str = Field("", description="Solo per i numeri: la seconda copia, come la stampa la fonte.")
    label: str = Field("", max_length=120, description="A che cosa serve, in poche parole.")
    hours: str = Field("unknown", description="Orario OSM fra virgolette, 24/7, oppure unknown.")
    hours_source: SourceFile | None = Field(None, description="La fonte dell'orario, se non è quella del contatto.")
    after_hours: AfterHours = Field(
        "unknown", description="Fuori orario: live, machine (segreteria), forward, unknown."
    )
    languages: list[str] = Field(default_factory=list, description="Lingue in cui risponde (sigle: it, en).")
    cost: Cost = Field("unknown", description="free, ordinary (una chiamata normale) o unknown, se non è stampato.")
    shared_with: list[str] = Field(
        default_factory=list, description="Altri servizi che hanno davvero lo stesso numero."
    )
    source: SourceFile | None = Field(None, description="La fonte più recente con una data che dice proprio questo.")
    verified: VerifiedFile | None = Field(None, description="Quando è stato controllato. Vuoto finché nessuno chiama.")


class SiteFile(Strict):
    """Uno sportello aperto al pubblico. Mai un luogo protetto."""

    comune: str = Field(description="Il comune, come si scrive; con la sigla fra parentesi se è fuori dalla rete.")
    name: str = Field("", max_length=120, description="Come si chiama lo sportello.")
    address: str = Field("", max_length=160, description="L'indirizzo, se una fonte con una data lo dice.")
    address_source: SourceFile | None = Field(None, description="La fonte dell'indirizzo, se è un'altra.")
    point: str = Field("", description="Latitudine e longitudine della porta: 43.7165, 10.4017. Vuoto: il comune.")
    hours: str = Field("unknown", description="Orario OSM fra virgolette, 24/7, oppure unknown.")
    hours_source: SourceFile | None = Field(None, description="La fonte dell'orario, se è un'altra.")
    by_appointment: YesNo = Field("no", description="yes se si va solo su appuntamento.")
    source: SourceFile | None = Field(None, description="La fonte più recente con una data che dice che c'è.")
    verified: VerifiedFile | None = Field(None, description="Quando è stato controllato.")


class ClosureFile(Strict):
    """Giorni in cui il servizio è chiuso, primo e ultimo compresi."""

    first: str = Field(description="Primo giorno di chiusura, come 2026-08-10.")
    last: str = Field(description="Ultimo giorno di chiusura.")


class ServiceFile(Strict):
    """Un servizio della rete, o una linea nazionale."""

    id: Id = Field(description="Il nome interno, che non cambia più: minuscole, cifre e trattini.")
    name: str = Field(min_length=1, max_length=90, description="Il nome, come lo leggerà la persona.")
    organisation: str = Field(min_length=1, description="Chi lo gestisce.")
    kind: str = Field(description="Che tipo di servizio è.", json_schema_extra=_one_of(KINDS))
    topics: list[str] = Field(description="Gli argomenti per cui esiste.")
    also: list[str] = Field(default_factory=list, description="Gli argomenti in cui è competente oltre a quelli.")
    audiences: list[str] = Field(min_length=1, description="Chi accoglie.", json_schema_extra=_some_of(AUDIENCES))
    area: list[str] = Field(
        min_length=1, description='Per chi è: "Italia", "Regione Toscana", "Provincia PI", o nomi di comuni.'
    )
    contacts: list[ContactFile] = Field(default_factory=list, description="Come si raggiunge.")
    sites: list[SiteFile] = Field(default_factory=list, description="Dove si va.")
    closures: list[ClosureFile] = Field(default_factory=list, description="Ferie e chiusure.")
    languages: list[str] = Field(default_factory=list, description="Lingue parlate (sigle).")
    relay: str = Field("", description="L'id del servizio competente che risponde quando questo non ha contatti.")
    source: SourceFile | None = Field(None, description="La fonte più recente che dice che il servizio c'è.")
    verified: VerifiedFile | None = Field(None, description="Quando è stato controllato.")
    status: Status = Field("active", description="active; hidden lo nasconde subito; closed se non c'è più.")


class ZoneFile(Strict):
    """Un gruppo di comuni fra cui scegliere."""

    name: str = Field(min_length=1, max_length=40, description="Il nome della zona, su un pulsante.")
    comuni: list[str] = Field(min_length=1, description="I suoi comuni.")


class NetworkFile(Strict):
    """La rete a cui l'elenco appartiene."""

    name: str = Field(min_length=1, description="Chi la coordina.")
    controller: str = Field("", description="Il titolare del trattamento. Serve per andare in linea.")
    privacy_contact: str = Field("", description="A chi scrivere per la privacy. Serve per andare in linea.")
    time_zone: str = Field(description="Il fuso orario: Europe/Rome.")
    show: Show = Field(description="sourced per prove e dimostrazioni, verified in linea.")
    provinces: list[str] = Field(min_length=1, description="Le sigle delle province della rete.")
    emergency: list[str] = Field(description="I numeri che non spariscono mai.")
    patron_days: dict[str, str] = Field(default_factory=dict, description='Il patrono di ogni comune: "06-17".')
    zones: dict[Id, ZoneFile] = Field(default_factory=dict, description="Le zone fra cui scegliere.")


class DirectoryFile(Strict):
    """L'elenco dei servizi."""

    format: Literal["1"] = Field(alias="schema", description="Versione del formato: 1.")
    network: NetworkFile = Field(description="La rete.")
    services: list[ServiceFile] = Field(description="I servizi, nell'ordine in cui li leggono gli operatori.")
