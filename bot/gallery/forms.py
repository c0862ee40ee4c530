# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The words that the screens of one moment do not show: messages with more than one form, and those that none says now.

A line that is closed at ten in the morning answers at three; whoever signs must have read both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from bot.checks.texts import spoken
from bot.content.bundle import BASE_LANGUAGE, Bundle, Locale

HEADING = "Parole che cambiano, e parole non ancora dette"


def forms(bundle: Bundle, languages: Sequence[str], said: Collection[str]) -> str:
    """A table of every message that is not wholly on the screens, with all that it can say in each language. `said`
    are the messages of the screens; the values put into them here are examples.
    """
    heads = "".join(
        f'<th scope="col" lang="{escape(code)}">{escape(bundle.locales[code].file.name)}</th>' for code in languages
    )
    rows = "".join(_row(bundle, key, languages, new=key not in said) for key in _wanted(bundle, said))
    return (
        f'<h2 id="forms">{HEADING}</h2>\n<p>Ogni messaggio con tutte le forme che può prendere, con valori di esempio '
        "(1522, Pisa, 12 km). Quelli che adesso nessuna schermata dice sono indicati: servono in altre ore o con altri "
        "dati.</p>\n"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{HEADING}"><table>\n<thead><tr>'
        f'<th scope="col">Messaggio</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n'
        '<p class="sign">Firma <span></span> Data <span></span></p>\n'
    )


def _wanted(bundle: Bundle, said: Collection[str]) -> Iterator[str]:
    catalogue = bundle.locales[BASE_LANGUAGE].catalogue
    for key in catalogue.messages:
        if key not in said or len(spoken(catalogue, key)) > 1:
            yield key


def _row(bundle: Bundle, key: str, languages: Sequence[str], *, new: bool) -> str:
    cells = "".join(_cell(bundle.locales[code], key) for code in languages)
    mark = "<br>adesso non detto" if new else ""
    return f'<tr><th scope="row"><code>{escape(key)}</code>{mark}</th>{cells}</tr>\n'


def _cell(locale: Locale, key: str) -> str:
    texts = "".join(f"<p>{escape(text)}</p>" for text in spoken(locale.catalogue, key) if text)
    return f'<td lang="{escape(locale.code)}" dir="{locale.file.direction}">{texts}</td>'
