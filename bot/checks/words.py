# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether every language has every word that screens say, and whether the words are fit to be said.

L01 a text that is missing · L02 a label · L03 another message · L04 a message that nothing uses · L05 a variable that
screens do not give · L06 a text too long · L07 hard to read · L08 a label too long · L09 a number that may vanish
· L19 urgent numbers that differ from the directory · L20 a language translated in part · L21 a signature under words
that have changed · L22 a text that would print a placeholder · L23 a language without a name · L24 more than one link,
or one that is not plain (L10 to L16: `content.phrases_file`, L17 and L18: `content.phrases_proof`)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from bot.checks import wording
from bot.checks.texts import at_text, key_of, messages_file
from bot.content.bundle import BASE_LANGUAGE, Bundle, Locale
from bot.content.signing import digests
from bot.errors import Problem
from bot.screens.messages import ALWAYS, INSTEAD, NODE_TEXT, SAID

FORGOTTEN = 40
"""Nobody forgets more texts of a language than these: its file was cut short, or is only begun."""


def missing(bundle: Bundle) -> Iterator[Problem]:
    """What a screen would look for in vain, in any language: nobody may be served with it."""
    return chain.from_iterable(_missing(bundle, language) for language in bundle.locales)


def _missing(bundle: Bundle, language: str) -> Iterator[Problem]:
    return chain(_texts(bundle, language), _labels(bundle, language), _others(bundle, language))


def misspelt(bundle: Bundle) -> Iterator[Problem]:
    """Variables that screens do not give, and files of which little is left. Told before the graph is looked at: a text
    that cannot be composed says no number, and whoever misspelt one variable would be sent to look for a missing way.
    """
    for language in bundle.locales:
        yield from _cut_short(bundle, language)
        yield from _variables(bundle, language)


def _cut_short(bundle: Bundle, language: str) -> Iterator[Problem]:
    found = list(_missing(bundle, language))
    if len(found) > FORGOTTEN:
        said = f"Mancano {len(found)} testi ed etichette. {found[0].message}"
        hint = (
            "Se il file è stato tagliato o salvato a metà, riprendi l'ultima versione. Se la lingua è nuova, parti da "
            f"una copia di {messages_file(BASE_LANGUAGE)}."
        )
        yield Problem(messages_file(language), 0, 0, "L01", said, hint)


def problems(bundle: Bundle) -> Iterator[Problem]:
    """Everything that is wrong with the words."""
    return chain(
        missing(bundle),
        *(_unused(bundle, language) for language in bundle.locales),
        *(_partly(bundle, locale) for locale in bundle.locales.values()),
        *(_changed(bundle, locale) for locale in bundle.locales.values()),
        wording.problems(bundle),
    )


def _texts(bundle: Bundle, language: str) -> Iterator[Problem]:
    for node in sorted(_spoken_nodes(bundle)):
        if not bundle.locales[language].catalogue.has(node):
            hint = f"Aggiungi a {messages_file(language)}: {node} = il testo."
            yield Problem(*at_text(bundle, language, node), "L01", f"Manca il testo di «{node}».", hint)


def _spoken_nodes(bundle: Bundle) -> frozenset[str]:
    """Nodes whose text is in the locales: the urgent one says a constant of `bot.emergency`."""
    return frozenset(bundle.flow.nodes) - {bundle.flow.everywhere["urgent"]}


def _label_keys(bundle: Bundle) -> Iterator[tuple[str, str]]:
    for node in bundle.flow.nodes.values():
        yield from ((node.id, button.id) for button in node.buttons)
    yield from (("everywhere", name) for name in ALWAYS)


def _labels(bundle: Bundle, language: str) -> Iterator[Problem]:
    for node, button in _label_keys(bundle):
        if not bundle.locales[language].catalogue.has(node, button):
            hint = f"Aggiungi sotto «{node}», rientrato: .{button} = l'etichetta."
            said = f"Manca l'etichetta del pulsante «{button}» di «{node}»."
            yield Problem(*at_text(bundle, language, key_of(node, button)), "L02", said, hint)


def _others(bundle: Bundle, language: str) -> Iterator[Problem]:
    for message in SAID:
        if not bundle.locales[language].catalogue.has(message):
            hint = f"Aggiungi a {messages_file(language)}: {message} = il testo."
            yield Problem(*at_text(bundle, language, message), "L03", f"Manca il messaggio «{message}».", hint)


def _variables(bundle: Bundle, language: str) -> Iterator[Problem]:
    given = _given(bundle)
    for key, message in bundle.locales[language].catalogue.messages.items():
        for name in sorted(message.variables - given.get(key, message.variables)):
            offered = ", ".join(f"${known}" for known in sorted(given[key])) or "nessuna"
            said = f"«{key}» usa ${name}, che qui non c'è."
            yield Problem(*at_text(bundle, language, key), "L05", said, f"Variabili possibili: {offered}.")


def _given(bundle: Bundle) -> dict[str, frozenset[str]]:
    """For every message and label that screens say, the variables that they give it."""
    nothing: frozenset[str] = frozenset()
    return {
        **dict.fromkeys(_spoken_nodes(bundle), NODE_TEXT),
        **{key_of(node, button): nothing for node, button in _label_keys(bundle)},
        **SAID,
        **{message: SAID[other] for message, other in instead(bundle).items()},
        **{f"call-{service}": nothing for service in bundle.directory.services},
    }


def instead(bundle: Bundle) -> dict[str, str]:
    """Messages that a language may have, and what is said where it has none: of a kind of service, or of one."""
    return {**INSTEAD, **{f"call-{service}": "call-other" for service in bundle.directory.services}}


def _unused(bundle: Bundle, language: str) -> Iterator[Problem]:
    known = bundle.locales[language].catalogue.messages
    inside = {name for message in known.values() for name in message.refers}
    for key in known.keys() - _given(bundle).keys() - inside:
        hint = "Toglilo, o correggi il nome: un testo ha il nome del suo nodo, un'etichetta quello del suo pulsante."
        yield Problem(*at_text(bundle, language, key), "L04", f"Nessuna schermata dice «{key}».", hint)


def _partly(bundle: Bundle, locale: Locale) -> Iterator[Problem]:
    """Messages for which a language falls back on a general one, although the base language has them."""
    base = bundle.locales.get(BASE_LANGUAGE)
    absent = [key for key in instead(bundle) if base and base.catalogue.has(key) and not locale.catalogue.has(key)]
    if absent:
        said = f"In «{locale.code}» mancano {len(absent)} messaggi che l'italiano ha: {', '.join(sorted(absent))}."
        hint = "Traducili, o togli la lingua finché non è pronta."
        yield Problem(messages_file(locale.code), 0, 0, "L20", said, hint)


def _changed(bundle: Bundle, locale: Locale) -> Iterator[Problem]:
    known = digests(locale)
    for signature in locale.file.signed:
        for key, digest in signature.messages.items():
            if known.get(key) != digest:
                hint = f"Togli la riga da locales/{locale.code}/locale.yaml: chi ha firmato deve rileggere."
                said = f"La firma di «{key}» è per parole diverse da quelle di adesso."
                yield Problem(*at_text(bundle, locale.code, key), "L21", said, hint)
