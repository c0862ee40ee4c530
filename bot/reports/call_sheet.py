# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The calls to make as Markdown: office by office, with what to say and a form to fill in, on paper or on a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.directory.model import Service
from bot.reports import words
from bot.reports.from_directory import Survey
from bot.reports.questions import ALARM, LAST, Call, Question

BLANK = "____________"
DAY = "____-__-__"
CHECKED = f'verified: {{on: "{DAY}", how: call, office: "{BLANK}"}}'
"""The line that makes a fact verified, as the directory wants it; `how: visit` after a visit."""

RANKS: Mapping[int, str] = {
    ALARM: "allarme: un numero di emergenza ha una fonte troppo vecchia",
    1: "qualcuno in pericolo può non trovare chi risponde, oppure senza non si va in linea",
    2: "un servizio che serve non si raggiunge, o sta per non raggiungersi",
    3: "manca un dato che aiuta a scegliere",
    4: "un dato da precisare",
    LAST: "un dettaglio",
}


def markdown(calls: Sequence[Call], survey: Survey) -> str:
    """The whole sheet, as of the day of the survey."""
    blocks = [*_opening(calls, survey), *_index(calls)]
    for number, call in enumerate(calls, 1):
        blocks += _call(number, call, survey)
    return "\n\n".join(blocks) + "\n"


def _opening(calls: Sequence[Call], survey: Survey) -> Iterator[str]:
    asked = [question for call in calls for question in call.questions]
    yield "# Da chiedere"
    yield (
        f"Che cosa l'elenco dei servizi non sa al {words.day(survey.today)}: "
        f"{words.counted(len(asked), 'domanda', 'domande')} per {words.counted(len(calls), 'ufficio', 'uffici')}, "
        "le più importanti per prime. "
        f"Questa pagina la scrive `bussola stale --now {survey.today}`: non si corregge a mano."
    )
    ranks = Counter(question.rank for question in asked)
    yield "\n".join(f"- importanza {rank}, {RANKS[rank]}: {ranks[rank]}" for rank in sorted(ranks))
    yield (
        "Come si fa: si chiama, si legge il testo, si scrivono le risposte nel modulo, si riportano in "
        "`services_directory.yaml`, si lancia `bussola check`. Un numero nuovo lo aggiungono due persone; una sola può "
        "nascondere subito un servizio (`status: hidden`). La riga `verified` si mette solo sotto ciò che è stato "
        "confermato a voce o di persona, e solo con il consenso di chi risponde. Del numero di chi ci risponde, e del "
        "suo nome, non si scrive nulla."
    )
    yield (
        "**I numeri di emergenza e di ascolto non si compongono per controllarli**: si occuperebbe la linea di chi ha "
        "bisogno. Si chiede per la via degli uffici all'ente che li gestisce."
    )


def _index(calls: Iterable[Call]) -> Iterator[str]:
    rows = [
        f"| {number} | {call.office} | {call.rank} | {len(call.questions)} |" for number, call in enumerate(calls, 1)
    ]
    yield "\n".join(("| | Ufficio | Importanza | Domande |", "|---|---|---|---|", *rows))


def _call(number: int, call: Call, survey: Survey) -> Iterator[str]:
    yield f"## {number}. {call.office}"
    yield f"> {script(call, survey.directory.network.name)}"
    for position, question in enumerate(call.questions, 1):
        yield _question(f"{number}.{position}", question)
    for service in dict.fromkeys(service for question in call.questions for service in question.services):
        yield "\n".join(("```yaml", *_yaml(survey, survey.directory.services[service]), "```"))
    yield "\n".join(_form())


def script(call: Call, network: str) -> str:
    """What to say: who calls and why, what is asked first, and that nothing is published without consent."""
    ask = call.questions[0].ask
    if call.office == network:
        return (
            "«Buongiorno, curo l'elenco dei servizi della nostra rete, e manca qualcosa che può dire solo l'Ufficio. "
            f"{ask} Nessun numero viene pubblicato senza il consenso di chi lo usa.»"
        )
    return (
        f"«Buongiorno, chiamo da {BLANK} per «{network}»: teniamo l'elenco dei servizi che indichiamo a chi ha bisogno "
        f"di aiuto, e ciò che vi è scritto dev'essere vero. {ask} "
        "Nessun numero e nessun indirizzo viene pubblicato senza il vostro consenso.»"
    )


def _question(number: str, question: Question) -> str:
    ids = ", ".join(f"`{service}`" for service in question.services)
    lines = [
        f"- Importanza: {question.rank}" + (f" · servizio: {ids}" if ids else ""),
        f"- Chiedere: {question.ask}",
        f"- Perché: {question.why}",
        *(f"- Oggi: {fact}." for fact in question.facts),
        *(f"- {blank}: {BLANK}" for blank in question.blanks),
    ]
    return f"### {number} {question.about}\n\n" + "\n".join(lines)


def _form() -> Iterator[str]:
    yield "| Modulo | |"
    yield "|---|---|"
    yield f"| Data | {DAY} |"
    yield "| Come | ☐ chiamata (`how: call`) ☐ visita (`how: visit`) |"
    yield f"| Ufficio che ha controllato | {BLANK} |"
    yield f"| Consenso a pubblicare | ☐ sì ☐ no ☐ solo in parte: {BLANK} |"
    yield f"| Correzioni ai dati di oggi, altro | {BLANK} |"


def _yaml(survey: Survey, service: Service) -> Iterator[str]:
    """What to paste: the same line under each thing that is confirmed, or the lines of a contact not there yet."""
    contacts = [f'value: "{contact.value}"' for contact in service.contacts]
    anchors = [*contacts, *(f"comune: {survey.written(site.place)}" for site in service.sites)]
    if anchors:
        yield f"# {service.id}: questa riga in ogni voce confermata, dopo `source` e rientrata come quella"
        yield from (f"#   {anchor}" for anchor in dict.fromkeys(anchors))
        yield CHECKED
    if not service.contacts:
        yield f"# {service.id}: un contatto che non c'è ancora"
        yield from new_contact(service.organisation)


def new_contact(organisation: str) -> Iterator[str]:
    """The lines of a telephone that nobody has written yet; what is told by voice has the office itself as source."""
    yield "- kind: phone"
    yield f'  value: "{BLANK}"      # solo cifre, senza +39'
    yield f'  printed: "{BLANK}"    # lo stesso, come lo dicono loro'
    yield "  hours: unknown"
    yield f'  source: {{name: "{organisation}", date: "{DAY}"}}'
    yield f"  {CHECKED}"
