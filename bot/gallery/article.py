# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One screen on the page: where it stands, its drawings in every language, and the room for a signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from bot.channels.base import Key, Outgoing
from bot.content.bundle import Bundle
from bot.content.signing import digests
from bot.dialogue.address import Address
from bot.gallery.drawing import Drawn, Spoken, aged, room, signatures
from bot.gallery.variants import Variant
from bot.reports import words

Href = Callable[[str], str]
"""Where on the page the screen of an encoded address is; "" where it is not."""
MANY = 6
"""Names that are told one by one; beyond, only how many there are."""
FIXED = "bot/emergency.py"
"""Where the only text is that is in the program rather than in the files of a language."""


def anchor(bundle: Bundle, address: Address) -> str:
    """The name of a screen within the page: its address without the language, which does not change with versions."""
    _, _, rest = bundle.codec.encode(address).partition(".")
    return f"s-{rest or 'home'}".replace(".", "-")


def title(bundle: Bundle, variant: Variant) -> str:
    """What a screen is called: its node, and what sets it apart from others of the node."""
    address, directory = variant.address, bundle.directory.services
    service = directory.get(address.get("service") or "")
    parts = [service.name if service else "", _about(variant), _where(bundle, variant)]
    page = [f"pagina {variant.page + 1}"] if variant.page else []
    return " · ".join([address.node, *(part for part in parts if part), *page])


def _about(variant: Variant) -> str:
    topics = variant.values("topic")
    if not topics or variant.address.get("service"):
        return ""
    if "topic" not in variant.read:
        return "argomento già noto" if variant.address.get("topic") else ""
    others = len(topics) - 1
    more = f" e {'un altro' if others == 1 else f'altri {others}'}" if others else ""
    return f"{words.topic(variant.address.get('topic') or topics[0])}{more}"


def _where(bundle: Bundle, variant: Variant) -> str:
    address = variant.address
    place = bundle.gazetteer.places.get(address.get("place") or "") if "place" in variant.read else None
    zone = bundle.directory.network.zones.get(address.get("choice") or "")
    return place.name if place else zone[0] if zone else address.get("choice") or ""


def article(bundle: Bundle, variant: Variant, spoken: Sequence[Spoken], href: Href) -> str:
    """The screen in full."""
    name = anchor(bundle, variant.address)
    languages = "".join(_language(said, href) for said in spoken)
    return (
        f'<article id="{name}" aria-labelledby="{name}-t">\n<h3 id="{name}-t">{escape(title(bundle, variant))}</h3>\n'
        f'<p class="about">Indirizzo: <code>{escape(bundle.codec.readable(variant.address))}</code></p>\n'
        f'<p class="about">{escape(_way(variant))}</p>\n<p class="about">{escape(_stands_for(bundle, variant))}</p>\n'
        f'<div class="languages">{languages}</div>\n{_messages(bundle, variant, spoken)}</article>\n'
    )


def _way(variant: Variant) -> str:
    if variant.way is None:
        return "Oggi nessuna schermata porta qui: vale per i vecchi pulsanti."
    return "Per arrivarci: " + " › ".join(("l'inizio", *variant.way)) + "." if variant.way else "È l'inizio."


def _stands_for(bundle: Bundle, variant: Variant) -> str:
    """How many screens read as this one does, and what they are about."""
    count = len(variant.screens)
    said = "Sta solo per sé." if count == 1 else f"Sta per {count} schermate che si leggono uguali."
    names: Mapping[str, tuple[str, Callable[[str], str]]] = {
        "topic": ("Argomenti", words.topic),
        "service": ("Servizi", lambda key: bundle.directory.services[key].name),
        "place": ("Luoghi", lambda key: bundle.gazetteer.places[key].name),
    }
    told = [
        _listed(what, [name(key) for key in variant.values(slot)])
        for slot, (what, name) in names.items()
        if count > 1 and slot in variant.read
    ]
    return " ".join([said, *told, *_kin(variant.kin)])


def _kin(count: int) -> list[str]:
    who = {0: "", 1: "Un'altra dice"}.get(count, f"Altre {count} dicono")
    return [f"{who} lo stesso di altri luoghi o servizi."] if who else []


def _listed(what: str, names: Sequence[str]) -> str:
    return f"{what}: {', '.join(names) if len(names) <= MANY else len(names)}."


def _language(said: Spoken, href: Href) -> str:
    code, name = escape(said.locale.code), escape(said.locale.file.name)
    drawn = "".join(_channel(one, said, href) for one in said.drawn)
    return (
        f'<section class="language" aria-label="{name}">\n<h4 lang="{code}">{name}</h4>\n'
        f'<p class="about">{escape(signatures(said.locale, said.said))}.</p>\n{_aged(said)}'
        f'<div class="channels">{drawn}</div>\n'
        f'<p class="sign">Firma <span></span> Data <span></span></p>\n{_to_copy(said)}</section>\n'
    )


def _aged(said: Spoken) -> str:
    warned = aged(said.older)
    return f'<p class="aged"><strong>{escape(warned)}</strong></p>\n' if warned else ""


def _to_copy(said: Spoken) -> str:
    """What stands for these words in locale.yaml, under `messages` of a signature."""
    now = digests(said.locale)
    lines = "\n".join(f'{key}: "{now[key]}"' for key in dict.fromkeys(said.said) if key in now)
    return f"<details><summary>Per locale.yaml</summary><pre>{escape(lines)}</pre></details>\n"


def _channel(drawn: Drawn, said: Spoken, href: Href) -> str:
    reading = f'lang="{escape(said.locale.code)}" dir="{said.direction}"'
    messages = "".join(_message(sent, reading, href) for sent in drawn.messages)
    taken = "".join(f"<li>{escape(line)}</li>" for sent in drawn.messages for line in room(drawn.channel, sent))
    return (
        f'<div class="channel {drawn.name}"><p class="name">{drawn.name}</p>\n{messages}'
        f'<ul class="room">{taken}</ul></div>\n'
    )


def _message(sent: Outgoing, reading: str, href: Href) -> str:
    rows = "".join(f'<div class="row" {reading}>{_keys(row, href)}</div>\n' for row in sent.rows)
    return f'<div class="bubble" {reading}>{escape(sent.text)}</div>\n{rows}'


def _keys(row: Iterable[Key], href: Href) -> str:
    """Buttons; one that leads to a screen of the page leads there here too."""
    return "".join(
        f'<a class="key" href="#{there}">{escape(key.label)}</a>'
        if (there := href(key.data))
        else f'<span class="key">{escape(key.label)}</span>'
        for key in row
    )


def _messages(bundle: Bundle, variant: Variant, spoken: Sequence[Spoken]) -> str:
    """The ids of all that the screen says, as messages.ftl has them; what is fixed in the program is said to be."""
    known = dict.fromkeys(key for said in spoken for key in said.said)
    fixed = [f"{FIXED} (testo fisso)"] if variant.node == bundle.flow.everywhere["urgent"] else []
    ids = ", ".join(f"<code>{escape(key)}</code>" for key in [*fixed, *known])
    return f"<details><summary>Messaggi usati: {len(known) + len(fixed)}</summary><p>{ids}</p></details>\n"
