# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole page: what it is, ways into it by node, topic and service, every screen, and the words that none says now.

One file that opens without a network and asks nothing of anybody: no script, no font, no picture.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from types import MappingProxyType

from bot.content.bundle import BASE_LANGUAGE, Bundle
from bot.dialogue.address import Address
from bot.gallery.article import anchor, article, title
from bot.gallery.choosing import Gallery, choose
from bot.gallery.drawing import Spoken, aged, signatures, speak
from bot.gallery.forms import forms
from bot.gallery.recording import recording
from bot.gallery.style import STYLE
from bot.gallery.variants import Variant
from bot.reports import words

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The browser is told to fetch nothing, whatever the page may come to hold."""
HOW = (
    "Qui si leggono le parole che il servizio può dire, come arrivano sul telefono, senza avviare nulla e senza rete. "
    "Chi legge firma sotto ogni schermata della propria lingua, sulla carta; la firma poi si riporta nel file della "
    "lingua (locale.yaml), e vale finché le parole restano quelle. I pulsanti di Telegram, qui, portano alla schermata "
    "a cui portano nella chat. In questa pagina non c'è nessun dato di chi usa il servizio."
)
OPENING = 70
"""Characters of a screen that are enough to know it by."""


Older = Mapping[str, Collection[str]]
"""By language, the texts whose Italian has changed since they were translated."""


def page(bundle: Bundle, now: datetime, languages: Sequence[str], older: Older = MappingProxyType({})) -> str:
    """The page in these languages, as things are at `now` (aware). The same arguments, the same page."""
    gallery = choose(bundle, now)
    drawn = tuple(_drawn(gallery, now, languages, older))
    heading = f"Le schermate al {words.day(now.date())}, ore {now:%H:%M}"
    body = "".join([*_nodes(gallery, drawn), forms(bundle, languages, {key for one in drawn for key in one.said})])
    return (
        '<!doctype html>\n<html lang="it">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
        f'<link rel="icon" href="data:,">\n<title>{heading}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f'<a class="skip" href="#screens">Vai alle schermate</a>\n<header>\n<h1>{heading}</h1>\n'
        f"{_introduction(gallery, languages, older)}</header>\n{_contents(gallery)}"
        f'<main id="screens">\n{body}</main>\n</body>\n</html>\n'
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A variant as it stands on the page, and the messages that it says in Italian."""

    variant: Variant
    html: str
    said: tuple[str, ...]


def _drawn(gallery: Gallery, now: datetime, languages: Sequence[str], older: Older) -> Iterator[_Drawn]:
    bundle = gallery.bundle
    recorder = recording(bundle, bundle.locales)

    def href(data: str) -> str:
        there = gallery.leading(bundle.codec.decode(data))
        return anchor(bundle, there.address) if there else ""

    for variant in gallery.shown:
        at = variant.address
        spoken: list[Spoken] = [
            speak(recorder, Address(code, at.node, at.slots), now, older.get(code, ())) for code in languages
        ]
        said = next(one.said for one in spoken if one.locale.code == BASE_LANGUAGE)
        yield _Drawn(variant, article(bundle, variant, spoken, href), said)


def _introduction(gallery: Gallery, languages: Sequence[str], older: Older) -> str:
    bundle = gallery.bundle
    counted = (
        f"{escape(bundle.directory.network.name)}. Le {len(gallery.shown)} schermate disegnate qui stanno per le "
        f"{gallery.met} che adesso si possono incontrare, luogo per luogo: ci sono ogni nodo della conversazione, ogni "
        "servizio con la sua scheda e ogni frase che una schermata dice. Il resto è in fondo. "
        f"Impronta dei file: <code>{escape(bundle.fingerprint)}</code>."
    )
    rows = "".join(f"<li>{_signed(bundle, code, older.get(code, ()))}</li>\n" for code in languages)
    return f'<div class="how">\n<p>{HOW}</p>\n<p>{counted}</p>\n<ul>\n{rows}</ul>\n</div>\n'


def _signed(bundle: Bundle, code: str, older: Collection[str]) -> str:
    locale = bundle.locales[code]
    name = f'<span lang="{escape(code)}" dir="{locale.file.direction}">{escape(locale.file.name)}</span>'
    said = escape(signatures(locale, locale.catalogue.messages))
    return " ".join([f"{name}: {len(locale.catalogue.messages)} messaggi. {said}.", escape(aged(older))]).rstrip()


def _contents(gallery: Gallery) -> str:
    bundle, shown = gallery.bundle, gallery.shown
    nodes = [(node, f"n-{node}", [one for one in shown if one.node == node]) for node in bundle.flow.nodes]
    by_node = "".join(
        f'<li><a href="#{name}">{node}</a> ({len(of)}): {escape(opening(of))}</li>\n' for node, name, of in nodes if of
    )
    topics = "".join(
        _group(bundle, words.topic(topic), [one for one in shown if topic in one.values("topic")])
        for topic in bundle.flow.topics
    )
    cards = [one for one in shown if one.address.get("service")]
    return (
        '<nav aria-label="Indice">\n<h2>Indice</h2>\n'
        f"<details open><summary>Per nodo</summary>\n<ul>\n{by_node}"
        '<li><a href="#forms">Parole che cambiano, e parole non ancora dette</a></li>\n</ul></details>\n'
        f"<details><summary>Per argomento</summary>\n{topics}</details>\n"
        f"{_group(bundle, 'Per servizio', cards)}</nav>\n"
    )


def _group(bundle: Bundle, name: str, variants: Sequence[Variant]) -> str:
    if not variants:
        return ""
    items = "".join(
        f'<li><a href="#{anchor(bundle, one.address)}">{escape(title(bundle, one))}</a></li>\n' for one in variants
    )
    return f"<details><summary>{escape(name)} ({len(variants)})</summary>\n<ul>\n{items}</ul></details>\n"


def _nodes(gallery: Gallery, drawn: Iterable[_Drawn]) -> Iterator[str]:
    everyone = list(drawn)
    for node in gallery.bundle.flow.nodes:
        own = [one for one in everyone if one.variant.node == node]
        if own:
            said = escape(opening([one.variant for one in own]))
            yield f'<h2 id="n-{node}">{node} <small>{said}</small></h2>\n' + "".join(one.html for one in own)


def opening(variants: Sequence[Variant]) -> str:
    """How the screens of a node begin, so that who does not know its name knows which one it is."""
    text = " ".join(variants[0].screens[0].text.split())
    return text if len(text) <= OPENING else f"{text[:OPENING].rsplit(' ', 1)[0]}…"
