# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What operators must ask: which gaps become questions, in which order, and the page that says them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest

from bot.content import strict_yaml
from bot.content.directory_schema import ContactFile, VerifiedFile
from bot.content.questions_file import QuestionFile, load_questions
from bot.directory.model import Area, Contact, Network, PartialDate, Service, Site, Source, Verified
from bot.reports.call_sheet import BLANK, CHECKED, DAY, markdown, new_contact, script
from bot.reports.from_directory import SOON, Survey, service_questions
from bot.reports.from_network import network_questions
from bot.reports.questions import ALARM, Call, Question, calls
from tests.unit.directory_world import (
    FRESH,
    NETWORK,
    OLD,
    ROOT,
    TODAY,
    desk,
    directory,
    gazetteer,
    phone,
    service,
    shipped,
    topics,
)

OFFICE = "Mo-Fr 09:00-18:00; PH off"
CHECK = Verified(TODAY - timedelta(days=1), "call", "Ufficio di prova")


def survey(*services: Service, network: Network = NETWORK) -> Survey:
    return Survey(directory(*services, network=network), gazetteer(), topics(), TODAY)


def asked(*services: Service) -> list[Question]:
    return list(service_questions(survey(*services)))


def told(one: Service) -> str:
    """Everything that is asked about one service; "" if nothing is."""
    return "\n".join(fact for question in asked(one) for fact in question.facts)


def written(office: str, rank: Literal["1", "2", "3", "4"], about: str, *services: str) -> QuestionFile:
    return QuestionFile(
        office=office,
        rank=rank,
        about=about,
        ask="Che cosa c'è da sapere?",
        why="Perché oggi non si sa.",
        services=list(services),
        blanks=["Risposta"],
    )


def printed_until(last: date) -> Source:
    """A source whose facts may be shown until that day."""
    return Source("Prova", PartialDate(last.year - 2, last.month, last.day))


SURE = service("sure", phone("050561628", OFFICE), sites=(replace(desk("pisa-pi", OFFICE), address="via Prova"),))


def test_a_service_of_which_all_is_sure_is_not_asked_about() -> None:
    assert asked(SURE) == []


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (service("x", phone("050561628", OFFICE, OLD)), "telefono 050561628: valeva fino al 31 gennaio 2022"),
        (service("x"), "Recapiti: non ce n'è nessuno da mostrare"),
        (service("x", phone("050561628")), "telefono 050561628: gli orari non si sanno"),
        (replace(SURE, status="hidden"), "nascosto a mano"),
        (replace(SURE, sites=(desk("pisa-pi", OFFICE, OLD),)), "Sede di Pisa: valeva fino al"),
        (replace(SURE, sites=(desk("empoli-fi", OFFICE),)), "Sede di Empoli (FI): l'indirizzo non si sa"),
        (replace(SURE, sites=(replace(SURE.sites[0], hours=None),)), "Sede di Pisa: gli orari non si sanno"),
        (
            replace(SURE, sites=(replace(SURE.sites[0], address_source=OLD),)),
            "l'indirizzo (via Prova) valeva fino al 31 gennaio 2022, ora è nascosto",
        ),
        (
            replace(SURE, contacts=(replace(SURE.contacts[0], hours_source=OLD),)),
            f"l'orario ({OFFICE}) valeva fino al 31 gennaio 2022, ora è nascosto",
        ),
        (
            replace(SURE, contacts=(replace(SURE.contacts[0], after_hours="live"),)),
            "gli orari si contraddicono",
        ),
        (
            replace(SURE, contacts=(replace(SURE.contacts[0], hours="24/7", after_hours="machine"),)),
            "gli orari si contraddicono",
        ),
    ],
)
def test_every_kind_of_gap_becomes_a_question(gap: Service, said: str) -> None:
    assert said in told(gap)


@pytest.mark.parametrize(
    "quiet",
    [
        replace(SURE, status="closed", contacts=()),
        replace(SURE, contacts=(replace(SURE.contacts[0], source=OLD, verified=CHECK),)),
        replace(SURE, contacts=(replace(SURE.contacts[0], hours_source=OLD, verified=CHECK),)),
        replace(SURE, sites=(replace(SURE.sites[0], hours=None, by_appointment=True),)),
        replace(SURE, contacts=(*SURE.contacts, Contact("web", "https://example.org", FRESH))),
    ],
)
def test_what_is_closed_checked_by_appointment_or_only_a_page_is_not_asked_about(quiet: Service) -> None:
    assert told(quiet) == ""


@pytest.mark.parametrize(("days", "expected"), [(0, True), (SOON.days, True), (SOON.days + 1, False)])
def test_what_vanishes_within_sixty_days_is_asked_about_now(days: int, *, expected: bool) -> None:
    last = TODAY + timedelta(days=days)
    assert bool(asked(replace(SURE, contacts=(phone("050561628", OFFICE, printed_until(last)),)))) is expected


def test_in_live_mode_whatever_nobody_has_checked_is_asked_about() -> None:
    live = replace(NETWORK, show="verified")
    (question,) = service_questions(survey(SURE, network=live))
    assert "telefono 050561628: nascosto: nessuno l'ha mai controllato" in question.facts


def test_an_emergency_line_with_an_old_source_is_an_alarm_before_everything() -> None:
    line = service("112", phone("112", "24/7", OLD), kind="emergency", area=Area(italy=True), topics=frozenset())
    (question,) = asked(line)
    assert question.rank == ALARM
    assert "valeva fino al 31 gennaio 2022" in question.facts[0]
    assert calls([written("Altri", "1", "Altro da sapere")], [question])[0].rank == ALARM


def test_a_line_comes_before_a_service_for_a_topic_and_a_number_before_an_address() -> None:
    line = service("inps", phone("803164", OFFICE, OLD), topics=frozenset({"balance"}))
    centre, beside = service("centre"), service("beside", topics=frozenset(), also=frozenset({"minors"}))
    nobody = service("nobody", topics=frozenset())
    address = replace(SURE, id="address", sites=(desk("pisa-pi", OFFICE),))
    ranks = {question.services[0]: question.rank for question in asked(nobody, beside, address, centre, line)}
    assert ranks == {"inps": 1, "centre": 2, "beside": 3, "address": 3, "nobody": 5}


def test_offices_come_by_their_most_important_question_then_as_they_are_written() -> None:
    entries = [
        written("Terzo", "3", "Una cosa da nulla"),
        written("Primo", "2", "Prima cosa"),
        written("Secondo", "2", "Seconda cosa"),
        written("Terzo", "2", "Una cosa che conta"),
        written("Allarme", "1", "La prima di tutte"),
    ]
    made = calls(entries, [Question("Secondo", 1, "Dall'elenco", "Sì?", "Perché sì.")])
    ordered = [(call.office, [question.rank for question in call.questions]) for call in made]
    assert ordered == [("Secondo", [1, 2]), ("Allarme", [1]), ("Terzo", [2, 3]), ("Primo", [2])]


def test_a_written_question_about_one_service_takes_in_what_the_directory_says_of_it() -> None:
    automatic = asked(service("centre", phone("050561628")), service("other"))
    (call, *_) = calls([written("Prova", "4", "Gli orari del centro", "centre")], automatic)
    by_about = {question.about: question for question in call.questions}
    assert set(by_about) == {"Gli orari del centro", "other"}
    assert by_about["Gli orari del centro"].rank == 3
    assert by_about["Gli orari del centro"].facts == ("telefono 050561628: gli orari non si sanno",)


def test_another_office_asked_about_a_service_leaves_its_own_question_where_it_is() -> None:
    automatic = asked(service("centre", phone("050561628")))
    made = calls([written("Il Comune", "1", "Il telefono del centro", "centre")], automatic)
    assert [(call.office, call.questions[0].facts != ()) for call in made] == [("Il Comune", False), ("Prova", True)]


def test_what_the_network_itself_lacks_is_asked_of_its_office() -> None:
    found = {question.about: question for question in network_questions(survey(SURE))}
    assert {question.office for question in found.values()} == {NETWORK.name}
    assert {"Titolare del trattamento", "Contatto per la privacy", "Feste del patrono"} <= set(found)
    assert "Lajatico" in found["Comuni senza uno sportello"].facts[0]
    assert "Pisa," not in found["Comuni senza uno sportello"].facts[0]
    assert (
        "Congedi, famiglia e lavoro: nessun recapito da mostrare, in nessun comune (nascosta, da confermare: inps)"
        in found["Argomenti senza una linea competente"].facts
    )


def test_what_the_network_has_is_not_asked() -> None:
    known = replace(
        NETWORK,
        controller="Ente di prova",
        privacy_contact="privacy@example.org",
        patron_days={place.id: (6, 17) for place in gazetteer().places.values()},
    )
    abouts = {question.about for question in network_questions(survey(SURE, network=known))}
    assert abouts.isdisjoint({"Titolare del trattamento", "Contatto per la privacy", "Feste del patrono"})


def test_the_text_to_read_says_who_calls_why_what_and_that_consent_is_asked() -> None:
    question = Question("Prova", 1, "Il centro", "A quale numero rispondete?", "Perché sì.")
    said = script(Call("Prova", (question,)), "Rete")
    assert said.startswith("«Buongiorno, chiamo da ____")
    assert "«Rete»" in said
    assert "A quale numero rispondete?" in said
    assert "senza il vostro consenso" in said


def test_the_line_to_paste_is_read_by_the_directory_once_it_is_filled_in() -> None:
    assert VerifiedFile.model_validate(filled(CHECKED)["verified"]).how == "call"


def test_the_lines_of_a_new_contact_are_read_by_the_directory_once_they_are_filled_in() -> None:
    lines = ["contacts:", *(f"  {line}" for line in new_contact("Associazione «Prova»"))]
    contact = ContactFile.model_validate(filled("\n".join(lines))["contacts"][0])
    assert (contact.kind, contact.value, contact.source and contact.source.date) == ("phone", "050561628", "2026-11-30")


def filled(text: str) -> dict[str, list[object]]:
    answered = text.replace(DAY, "2026-11-30").replace(BLANK, "050561628")
    read: dict[str, list[object]] = strict_yaml.load(Path("filled.yaml"), answered + "\n").data
    return read


def test_each_office_has_a_text_a_form_and_the_lines_to_paste() -> None:
    silent, doubtful = service("centre"), replace(SURE, contacts=(phone("050561628"),))
    page = markdown(calls([], asked(silent, doubtful)), survey(silent, doubtful))
    assert page.count("> «Buongiorno") == page.count("| Modulo | |") == 1
    assert page.count("| Data | ____-__-__ |") == page.count("| Consenso a pubblicare |") == 1
    assert '#   value: "050561628"' in page
    assert "#   comune: Pisa" in page
    assert "# centre: un contatto che non c'è ancora" in page


def test_the_page_of_the_shipped_network_is_the_one_that_the_command_prints() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "stale", "--now", "2026-11-22"],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "CONTENT": str(ROOT)},
        check=True,
    )
    assert done.stdout == (ROOT / "docs" / "da-chiedere.md").read_bytes()


def test_a_shipped_question_about_one_service_is_for_its_own_organisation() -> None:
    services = shipped().services
    entries = [entry for entry in load_questions(ROOT, services) if len(entry.services) == 1]
    assert entries
    assert {entry.office for entry in entries} <= {service.organisation for service in services.values()}
    assert [entry.about for entry in entries if services[entry.services[0]].organisation != entry.office] == []


def test_the_shipped_page_prints_no_number_that_is_not_in_the_directory() -> None:
    page = (ROOT / "docs" / "da-chiedere.md").read_text(encoding="utf-8")
    known = {contact.value for service in shipped().services.values() for contact in service.contacts}
    unnumbered = re.sub(r"^### [\d.]+ ", "### ", page, flags=re.MULTILINE)
    numbers = {re.sub(r"\D", "", found) for found in re.findall(r"\d(?:[ ./]?\d){5,}", unnumbered)}
    assert numbers
    assert numbers - known == set()


def test_a_site_is_asked_about_by_its_name_where_it_has_one() -> None:
    named: Site = replace(desk("pisa-pi"), name="Sportello di prova")
    assert "Sportello di prova: l'indirizzo non si sa; gli orari non si sanno" in told(replace(SURE, sites=(named,)))
