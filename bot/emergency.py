# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The last resort: what is shown in danger, and whenever anything of ours has failed.

Constants only. This module imports nothing, reads nothing and cannot fail, so that the numbers are there with no
files, no database and no network. That 112, 1522 and 114 answer day and night, free of charge, is what
`services_directory.yaml` says, with its sources: checks D39 and L19 compare numbers, hours and cost, and that every
card has the same numbers. What the cards claim in words, anonymity too, stands on `data/claims.yaml` (L25 to L27).
"""

NUMBERS = ("112", "1522", "114")
"""Danger now; violence and stalking; children in danger. Dialled as they are, from any phone in Italy."""

CARDS = {
    "it": (
        "Numeri attivi giorno e notte, anche nei giorni di festa, gratis.\n\n"
        "112: pericolo adesso, o qualcuno sta male.\n"
        "1522: ascolto e consigli, senza dire chi sei.\n"
        "114: per bambini e ragazzi, anche se sei tu.\n\n"
        "Se qui non arriva risposta, non aspettare: chiama. La chiamata resta nel registro del telefono."
    ),
    "en": (
        "These numbers answer day and night, holidays too, free of charge.\n\n"
        "112: danger now, or somebody is hurt or ill.\n"
        "1522: someone to listen and advise; you need not say who you are.\n"
        "114: for children and teenagers, including you.\n\n"
        "If no answer comes here, do not wait: call. The call stays in the call history."
    ),
}
"""The card in every language that has one; each fits one message of any channel (WhatsApp's 1600 units)."""

BOTH = CARDS["it"] + "\n\n" + CARDS["en"]
"""For somebody whose language has no card, or is not known."""


def card(language: str) -> str:
    """The card in `language`, or in Italian and English. Never fails."""
    return CARDS.get(language, BOTH)

CLOSE = {"it": "Chiudi", "en": "Close"}
CLOSING = {"it": "Va bene, grazie.", "en": "All right, thank you."}
"""The button that leaves, and what is said to who leaves, where nothing else can be said or deleted."""

EXIT_NODE = "h4"
"""The published code of the screen `exit`: a button that carries it leaves, whatever else has failed."""

LEAVING = frozenset({"0", "x", "esci", "exit", "esc", "chiudi", "close", "quit", "stop"})
"""Whole messages that ask to leave, when nothing else of ours can be asked what they mean."""


def leaving(text: str) -> bool:
    """Whether the whole of a typed message asks to leave: one of `LEAVING`, or nothing but dots. Never fails."""
    said = text.strip().lstrip("/").casefold()
    return said.rstrip(".!") in LEAVING or (bool(said) and not said.strip(".\u2026"))


def leads_out(data: str) -> bool:
    """Whether a button's data is the way out. Never fails."""
    return data.replace("-", ".").partition(".")[2].partition(".")[0] == EXIT_NODE


def close(language: str) -> str:
    """The label of the way out. Never fails."""
    return CLOSE.get(language, " · ".join(CLOSE.values()))


def closing(language: str) -> str:
    """A neutral last line. Never fails."""
    return CLOSING.get(language, CLOSING["it"])
