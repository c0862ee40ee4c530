# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The coverage as one HTML page that opens without a network: it asks nothing of anybody, and says so to the browser.

Everything is in the tables too, so that the page works read aloud, printed, or without its few lines of script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from bot.directory.gazetteer import Place
from bot.reports import words
from bot.reports.coverage import LEVELS, Cell, Coverage
from bot.reports.coverage_map import legend, svg
from bot.reports.coverage_text import COUNTS, LETTERS, MUTE_SAID, NAMES, counts, hole_lines, mark

STYLE = """
:root{color-scheme:light}
body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:0 auto;padding:1rem;max-width:76rem}
h1,h2{line-height:1.2}
h2{margin-top:2.5rem}
a{color:#003e7e}
.figures{display:flex;flex-wrap:wrap;gap:.5rem 2rem;padding:0;list-style:none;font-size:1.1rem}
.figures strong{font-size:1.5rem}
.chooser{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:1rem 0}
select{font:inherit;padding:.4rem;max-width:100%;border:2px solid #1b1b1b;border-radius:4px;background:#fff}
.picture{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:flex-start}
#map{flex:1 1 30rem;max-width:48rem;height:auto;border:1px solid #767676;background:#fbfaf7}
.place>text,.scale text{font:13px system-ui,sans-serif;fill:#1b1b1b}
.letter{font:bold 13px system-ui,sans-serif;text-anchor:middle}
.scale path{fill:none;stroke:#1b1b1b;stroke-width:2}
.legend{flex:1 1 18rem;list-style:none;padding:0;margin:0}
.legend li{display:flex;gap:.6rem;align-items:center;margin:.4rem 0}
.legend svg{width:2rem;height:2rem;flex:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;margin:.5rem 0 1.5rem}
caption{text-align:left;font-weight:bold;padding:.4rem 0}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
thead th{background:#eceae4}
.counts td{text-align:right}
.matrix td{text-align:center;font-weight:bold}
.matrix tbody th{white-space:nowrap}
.matrix thead th+th{writing-mode:vertical-rl;height:17rem}
.L{background:#d5e8f5}.Z{background:#d3ece3}.R{background:#fbe8c8}.N{background:#f0dfeb}
.X{background:#b3261e;color:#fff}
.nobody{background:#f9dedc}
details{margin:.4rem 0}
summary{cursor:pointer;padding:.3rem 0}
:focus-visible{outline:3px solid #003e7e;outline-offset:2px}
footer{border-top:1px solid #767676;margin-top:3rem;font-size:.9rem}
@media print{.chooser{display:none}}
"""
SCRIPT = """
const chooser=document.getElementById('topic'),said=document.getElementById('said');
function show(){
 const n=chooser.selectedIndex,tally={};
 for(const place of document.querySelectorAll('.place')){
  const level=place.dataset.levels[n];
  place.querySelector('use').setAttribute('href','#level-'+level);
  tally[level.toUpperCase()]=(tally[level.toUpperCase()]||0)+1;
 }
 said.textContent=[...'LZRNX'].map(level=>level+' '+(tally[level]||0)).join(' · ');
}
chooser.addEventListener('change',show);show();
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""Asks nothing of any address, whatever the page may come to hold."""

CELL_HEADS = (
    "Comune", "Risposta", "Servizio", "Telefono", "Sportello più vicino, anche di altri", "Alle 3 di notte",
    "Il 25 dicembre",
)  # fmt: skip
NOBODY = "nessuno"


def page(found: Coverage, attribution: str) -> str:
    """The whole page. `attribution` is the line that the sources of the places ask for."""
    network = escape(found.directory.network.name)
    title = f"Copertura della rete al {words.day(found.day)}"
    body = "".join((*_figures(found), _picture(found), _counts(found), _holes(found), _matrix(found), _topics(found)))
    return (
        '<!doctype html>\n<html lang="it">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
        f'<link rel="icon" href="data:,">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f"<main>\n<h1>{title}</h1>\n<p>{network}. {_explained(found)}</p>\n{body}</main>\n"
        f"<footer><p>{escape(attribution.strip()).replace(chr(10), '<br>')}</p></footer>\n"
        f"<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _explained(found: Coverage) -> str:
    return (
        "Per ogni comune e argomento: chi verrebbe indicato, quanto è lontano lo sportello più vicino, chi risponde al "
        f"telefono alle 3 di notte del {words.day(found.day)} e a mezzogiorno del 25 dicembre. Conta soltanto ciò che "
        "quel giorno si può mostrare. Le distanze sono in linea d'aria. Il 112 risponde sempre, anche dove qui non c'è."
    )


def _figures(found: Coverage) -> Iterator[str]:
    tally = found.total()
    whole = len(found.cells)
    shown = (
        (tally.levels["none"], "senza nessuna risposta (buchi)"),
        (tally.mute, "con una risposta che non ha un telefono suo"),
        (tally.night_nobody, "dove alle 3 di notte non risponde nessuno di competente"),
        (tally.night_emergency, "dove alle 3 di notte risponde soltanto l'emergenza"),
        (tally.christmas_nobody, "dove il 25 dicembre non risponde nessuno di competente"),
    )
    items = "".join(f"<li><strong>{number}</strong> {text}</li>" for number, text in shown)
    pairs = f"{len(found.comuni)} comuni per {len(found.topics)} argomenti, {whole} casi"
    yield f'<p>{pairs}. Di questi:</p>\n<ul class="figures">{items}</ul>\n'


def _picture(found: Coverage) -> str:
    def levels(comune: Place) -> str:
        cells = (found.cells[comune.id, topic] for topic in found.topics)
        return "".join(LETTERS[cell.level].lower() if cell.mute else LETTERS[cell.level] for cell in cells)

    options = "".join(f"<option>{escape(words.topic(topic))}</option>" for topic in found.topics)
    description = "Mappa dei comuni: gli stessi dati sono nella tabella «Comuni e argomenti»"
    drawn = svg(found.comuni, levels, description)
    return (
        '<h2>Mappa</h2>\n<div class="chooser"><label for="topic">Argomento</label>'
        f'<select id="topic">{options}</select> <output id="said" for="topic" aria-live="polite"></output></div>\n'
        f'<div class="picture">{drawn}\n{legend()}</div>\n'
    )


def _counts(found: Coverage) -> str:
    heads = (*(f"{LETTERS[level]}: {NAMES[level]}" for level in LEVELS), *COUNTS)
    rows = [(words.topic(topic), found.tally(topic)) for topic in found.topics]
    rows.append(("In tutto", found.total()))
    body = [(name, [*(tally.levels[level] for level in LEVELS), *counts(tally)]) for name, tally in rows]
    drawn = "".join(_row(name, [f"<td>{value}</td>" for value in values]) for name, values in body)
    caption = f"Comuni per argomento (su {len(found.comuni)})"
    return f"<h2>Quanti comuni</h2>\n{_table('counts', caption, ('Argomento', *heads), drawn)}"


def _holes(found: Coverage) -> str:
    first, *rest = hole_lines(found)
    items = "".join(f"<li>{escape(line)}</li>" for line in rest)
    return f"<h2>Buchi</h2>\n<p>{escape(first)}</p>\n" + (f"<ul>{items}</ul>\n" if items else "")


def _matrix(found: Coverage) -> str:
    rows = "".join(
        _row(comune.name, [_level(found.cells[comune.id, topic]) for topic in found.topics]) for comune in found.comuni
    )
    heads = ("Comune", *map(words.topic, found.topics))
    return f"<h2>Comuni e argomenti</h2>\n{_table('matrix', f'La risposta più vicina ({MUTE_SAID})', heads, rows)}"


def _level(cell: Cell) -> str:
    said = NAMES[cell.level] + (", senza un telefono suo" if cell.mute else "")
    return f'<td class="{LETTERS[cell.level]}"><abbr title="{said}">{mark(cell)}</abbr></td>'


def _topics(found: Coverage) -> str:
    names = {comune.id: comune.name for comune in found.comuni}
    services = {service.id: service.name for service in found.directory.services.values()}
    blocks = []
    for topic in found.topics:
        name = escape(words.topic(topic))
        rows = "".join(_row(names[cell.comune], _answer(cell, services)) for cell in found.of(topic))
        blocks.append(f"<details><summary>{name}</summary>\n{_table('answers', name, CELL_HEADS, rows)}</details>\n")
    return f"<h2>Chi risponde, comune per comune</h2>\n{''.join(blocks)}"


def _answer(cell: Cell, services: dict[str, str]) -> list[str]:
    distance = "nessuno" if cell.km is None else "nel comune" if cell.door else f"{cell.km:.0f} km"
    return [
        f'<td class="{LETTERS[cell.level]}">{LETTERS[cell.level]}: {NAMES[cell.level]}</td>',
        f"<td>{escape(services.get(cell.service or '', '–'))}</td>",
        f"<td>{'sì' if cell.phone else 'no'}</td>",
        f"<td>{distance}</td>",
        _who(cell.night),
        _who(cell.christmas),
    ]


def _who(service: str | None) -> str:
    return f"<td>{escape(service)}</td>" if service else f'<td class="nobody">{NOBODY}</td>'


def _row(name: str, cells: Iterable[str]) -> str:
    return f'<tr><th scope="row">{escape(name)}</th>{"".join(cells)}</tr>\n'


def _table(kind: str, caption: str, heads: Iterable[str], rows: str) -> str:
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(caption)}"><table class="{kind}">'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{columns}</tr></thead>\n<tbody>{rows}</tbody></table></div>\n"
    )
