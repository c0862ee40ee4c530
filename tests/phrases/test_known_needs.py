# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be understood whatever else changes: a child's own age, wanting to die, a language, not knowing."""

from __future__ import annotations

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.ports import Heard
from tests.unit.understanding_world import shipped_listener


def heard(text: str, language: str) -> Heard:
    return shipped_listener().hear(text, language, "home")


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("text", ["114", "19696", "196 96", "116000"])
def test_a_number_for_children_opens_what_is_for_children(text: str, language: str) -> None:
    assert heard(text, language).intent == "minors"


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "ho 12 anni e papà picchia la mamma",
        "ho 15 anni e il mio ragazzo mi picchia",
        "ho diciassette anni, sono lesbica e i miei mi hanno cacciata",
        "sono una ragazza di 15 anni e lui mi controlla il telefono",
        "I'm 11 and my dad hits my mum",
        "i am 15 and my boyfriend hits me",
        "i'm a 16 year old girl and he hits me",
    ],
)
def test_a_child_who_says_her_age_is_a_child_whatever_else_she_says(text: str, language: str) -> None:
    assert heard(text, language).intent == "minors"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mia figlia ha 12 anni e il padre la picchia", "it"),
        ("ho una figlia di 12 anni e mio marito mi picchia", "it"),
        ("ho 15 anni di matrimonio e mi picchia", "it"),
        ("my daughter is 12 and her father hits her", "en"),
        ("i am 15 weeks pregnant", "en"),
        ("i have 13 years of experience as a cleaner", "en"),
    ],
)
def test_the_age_of_somebody_else_or_of_something_else_makes_no_child(text: str, language: str) -> None:
    assert heard(text, language).intent != "minors"


@pytest.mark.parametrize(
    ("text", "language", "urgent"),
    [
        ("I want to kill myself", "en", False),
        ("voglio uccidermi", "it", False),
        ("I'm 11 and I want to die", "en", False),
        ("ho 14 anni e voglio morire", "it", False),
        ("i took pills", "en", True),
        ("ho preso le pasticche", "it", True),
    ],
)
def test_wanting_to_die_is_heard_first_and_is_urgent_once_something_is_done(
    text: str, language: str, urgent: bool
) -> None:
    assert (heard(text, language).intent, heard(text, language).urgent) == ("self_harm", urgent)


@pytest.mark.parametrize(
    ("text", "language"),
    [("non voglio morire", "it"), ("i don't want to die", "en"), ("please i do not want to die", "en")],
)
def test_not_wanting_to_die_is_danger_and_no_wish_to_die(text: str, language: str) -> None:
    assert heard(text, language).urgent
    assert heard(text, language).intent != "self_harm"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no he has a knife", "en"),
        ("no no he is hitting me", "en"),
        ("non smette mi sta picchiando", "it"),
        ("non c'è tempo sta sfondando la porta", "it"),
    ],
)
def test_a_no_that_denies_nothing_hides_no_danger(text: str, language: str) -> None:
    assert heard(text, language).urgent


@pytest.mark.parametrize(
    ("text", "language"), [("mio marito ha provato a uccidermi", "it"), ("he tried to kill me", "en")]
)
def test_whom_another_tried_to_kill_is_not_asked_about_her_own_death(text: str, language: str) -> None:
    assert heard(text, language).intent == "violence_self"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mio marito è nella stanza accanto", "it"),
        ("lui è di là", "it"),
        ("my husband is in the next room", "en"),
        ("he can hear me", "en"),
    ],
)
def test_whoever_is_near_enough_to_hear_is_danger(text: str, language: str) -> None:
    assert heard(text, language).urgent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mio marito è sordo e mi picchia", "it"),
        ("il mio compagno è in carrozzina ma mi insulta", "it"),
        ("my husband is deaf and hits me", "en"),
    ],
)
def test_a_partner_who_is_frail_and_hits_is_one_who_hits(text: str, language: str) -> None:
    found = heard(text, language)
    assert (found.intent, "hit" in found.needs, "no-voice" in found.needs) == ("violence_self", True, False)


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("i posted pictures of my ex", "en", "perpetrator"),
        ("my son is afraid of me", "en", "perpetrator"),
        ("ho postato un video della mia ex", "it", "perpetrator"),
        ("i posted a picture of my ex and he threatens me", "en", "stalking_digital"),
        ("ho mandato una foto al mio ex e ora mi minaccia", "it", "stalking_digital"),
        ("my ex posted pictures of me", "en", "stalking_digital"),
    ],
)
def test_who_spread_the_pictures_is_told_from_who_is_in_them(text: str, language: str, intent: str) -> None:
    assert heard(text, language).intent == intent


@pytest.mark.parametrize("text", ["mi urla ti ammazzo", "mi ha scritto ti ammazzo stasera"])
def test_a_threat_that_is_told_is_danger_and_no_wish_to_die(text: str) -> None:
    assert heard(text, "it").urgent
    assert heard(text, "it").intent != "self_harm"


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    "text", ["English", "in English please", "english please", "italiano", "in italiano per favore"]
)
def test_the_name_of_a_language_asks_for_it(text: str, language: str) -> None:
    assert heard(text, language).intent == "language_change"


@pytest.mark.parametrize("text", ["cancella tutto", "cancella la chat", "elimina la conversazione", "delete this chat"])
def test_asking_to_delete_is_asking_to_leave(text: str) -> None:
    assert heard(text, "it").exit
    assert heard(text, "en").exit


@pytest.mark.parametrize(
    ("text", "language"),
    [("non so", "it"), ("boh", "it"), ("non lo so", "it"), ("no", "it"), ("i don't know", "en"), ("no", "en")],
)
def test_not_knowing_is_no_topic(text: str, language: str) -> None:
    assert not heard(text, language).urgent
    assert heard(text, language).intent in {None, "off_topic"}


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("my husband hits me", "it", "violence_self"),
        ("i need a lawyer", "it", "legal_housing"),
        ("mio marito mi picchia", "en", "violence_self"),
        ("come mi separo", "en", "legal_housing"),
    ],
)
def test_what_is_said_in_the_other_language_is_understood(text: str, language: str, intent: str) -> None:
    assert heard(text, language).intent == intent


@pytest.mark.parametrize(("language", "label"), [("it", "Cancellare la chat"), ("en", "Delete the chat")])
@pytest.mark.parametrize(("node", "button"), [("privacy", "clean-chat"), ("home", None)])
def test_the_words_of_a_button_that_is_there_mean_the_button(
    bundle: Bundle, language: str, label: str, node: str, button: str | None
) -> None:
    found = bundle.world.understanding.hear(label, language, node)
    assert (found.button, found.exit) == (button, button is None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("it", f"non {can} {act}") for can in ("posso", "riesco a") for act in ("telefonare", "chiamare")),
        *(("it", text) for text in ("non posso parlare", "non sento bene", "ci sento poco", "sono muta", "sono sorda")),
        *(("en", text) for text in ("i can't phone", "i can't make calls", "i can't hear well", "i am deaf")),
    ],
)
def test_who_cannot_call_or_hear_is_told_how_to_ask_in_writing(language: str, text: str) -> None:
    assert "no-voice" in heard(text, language).needs


@pytest.mark.parametrize("threat", ["minaccia", "minacciano", "ha minacciato", "hanno minacciato"])
def test_the_threat_of_a_dismissal_is_of_work(threat: str) -> None:
    assert heard(f"{threat} di licenziarmi", "it").intent == "work"


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("українська", "русский", "العربية", "বাংলা", "français", "español", "shqip", "română", "中文", "Deutsch"),
        *("polski", "bonjour", "привіт", "здравствуйте", "مرحبا", "السلام عليكم", "hola", "buenos días", "你好"),
        *("tungjatjeta", "salut"),
    ],
)
def test_a_language_named_or_greeted_in_opens_the_languages(text: str, language: str) -> None:
    assert heard(text, language).intent == "language_change"
