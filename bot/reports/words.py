# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Italian words of the reports, which operators read and people in a chat never do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.directory.model import Contact, ContactKind

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre",
)  # fmt: skip

TOPICS: Mapping[str, str] = {
    "violence_self": "Violenza in casa o in coppia",
    "witnessed": "Figli che vedono o sentono",
    "sexual_violence": "Violenza sessuale",
    "stalking_digital": "Persecuzioni, anche in rete",
    "minors": "Bambini e ragazzi",
    "worried_for_minor": "In pensiero per un minore",
    "worried_for_other": "In pensiero per un'altra persona",
    "perpetrator": "Chi usa violenza e vuole smettere",
    "work": "Discriminazioni e molestie al lavoro",
    "balance": "Congedi, famiglia e lavoro",
    "lgbtq": "Persone LGBTQIA+",
    "discrimination_race": "Razzismo e altre discriminazioni",
    "trafficking": "Tratta e grave sfruttamento",
    "forced_marriage_fgm": "Matrimoni forzati e mutilazioni",
    "elder_disability": "Persone anziane o con disabilità",
    "self_harm": "Chi pensa di farsi del male",
    "health_consultorio": "Salute e consultori",
    "legal_housing": "Aiuto legale, casa, servizi sociali",
    "talk_human": "Parlare con una persona",
}
"""What each topic is called in a report; one that is not here is called by its id."""

_KINDS: Mapping[ContactKind, str] = {
    "phone": "telefono",
    "sms": "SMS",
    "whatsapp": "WhatsApp",
    "chat": "chat",
    "email": "posta",
    "web": "sito",
    "app": "applicazione",
}


def day(when: date) -> str:
    """A day in words: "22 novembre 2026"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def topic(topic_id: str) -> str:
    """What a topic is called."""
    return TOPICS.get(topic_id, topic_id)


def contact(item: Contact) -> str:
    """A contact in words: "telefono 050 561628"."""
    return f"{_KINDS[item.kind]} {item.printed or item.value}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 sportello", "3 sportelli"."""
    return f"{number} {one if number == 1 else many}"
