# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""A typed text is heard whole, in every language, and nothing of it comes out again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.bundle import Bundle
from bot.dialogue.ports import Heard, PlaceHeard
from bot.understanding.intents import INTENTS
from bot.understanding.listener import Listener, emergency_number, label_words
from bot.understanding.nonsense import gibberish
from bot.understanding.phrase import words_of
from bot.understanding.places import Spotted
from tests.unit.understanding_world import LANGUAGES, Nowhere, lexicon, listener, shipped_listener

WHY = re.compile(r"|exit|number|gibberish|[a-z]{2}\.[a-z_]+\.\d+~?")


class Echo:
    """Places that remember how they were asked."""

    def __init__(self) -> None:
        self.asked: list[bool] = []

    def spot(self, text: str, *, asked: bool) -> Spotted:
        del text
        self.asked.append(asked)
        return Spotted(PlaceHeard("one", "cascina-pi"))


def hear(text: str, language: str = "it", node: str = "home") -> Heard:
    return shipped_listener().hear(text, language, node)


@pytest.mark.parametrize(
    "text",
    ["esci", "ESCI", "Esci.", "esciiii", "x", "X", "stop", "chiudi", "basta", "sta arrivando", "sta arrivando chiudi",
     "arriva", "exit", "quit", "close", "...", "…", ". . .", "……", "。。。", "quitter", "salir", "خروج", "退出",
     "вийти"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["it", "en", "ar"])
def test_asking_to_leave_is_heard_in_every_language(text: str, language: str) -> None:
    assert hear(text, language) == Heard(exit=True, language=hear(text).language, why="exit")


@pytest.mark.parametrize(("text", "spoken"), [("esci", "it"), ("bye", "en"), ("salir", "es"), ("stop", "")])
def test_words_that_leave_tell_their_language_where_only_one_has_them(text: str, spoken: str) -> None:
    assert hear(text).language == spoken


@pytest.mark.parametrize("text", ["", "   ", "\n", "esci dalla porta e chiama", "non so come uscirne", "x me", "?"])
def test_a_longer_message_does_not_ask_to_leave(text: str) -> None:
    assert not hear(text).exit


@pytest.mark.parametrize(
    "text",
    ["112", "1522", "113", "114", "115", "118", "1 1 2", "1 1 4", "1-5-2-2", "1.1.2", "chiamo il 112?", "１１２", "١١٢",
     "1️⃣1️⃣2️⃣", "il 1522"],
)  # fmt: skip
def test_an_emergency_number_is_urgent_however_it_is_typed(text: str) -> None:
    assert hear(text).urgent
    assert hear(text).why


@pytest.mark.parametrize(
    "text", ["via roma 112", "112 euro", "1120", "0112", "1 1 2 3", "abito in corso italia 118", "12", "1 12 2020"]
)
def test_other_numbers_are_not_urgent(text: str) -> None:
    assert not emergency_number(words_of(text, {}))


@pytest.mark.parametrize(("text", "digit"), [("1", 1), (" 0 ", 0), ("9.", 9), ("７", 7), ("٣", 3), ("2️⃣", 2)])
def test_one_digit_is_heard_as_that_digit(text: str, digit: int) -> None:
    assert hear(text).digit == digit


@pytest.mark.parametrize("text", ["12", "1 2", "uno", "1a", ""])
def test_more_than_one_digit_is_no_digit(text: str) -> None:
    assert hear(text).digit is None


def test_the_words_of_a_button_are_that_button_where_it_is_shown_and_only_there() -> None:
    ears = listener({("it", "home"): {label_words("Perché è così?"): "why"}})
    assert ears.hear("perche e cosi", "it", "home").button == "why"
    assert ears.hear("perche e cosi", "it", "other").button is None
    assert ears.hear("perche e cosi", "en", "home").button is None


def test_a_label_that_many_screens_have_means_its_digit_unless_it_is_also_a_button_of_the_screen() -> None:
    digits = {"it": {label_words("Dettagli 1"): 1, label_words("Avanti"): 7}}
    ears = Listener({"it": lexicon()}, Nowhere(), {("it", "more"): {"avanti": "go"}}, frozenset(), digits)
    assert ears.hear("dettagli 1", "it", "near").digit == 1
    assert ears.hear("AVANTI!", "it", "near").digit == 7
    assert ears.hear("avanti", "it", "more").button == "go"
    assert ears.hear("avanti", "en", "near").digit is None
    assert ears.hear("vai avanti tu", "it", "near").digit is None


def test_a_place_is_looked_for_generously_only_where_it_was_asked() -> None:
    places = Echo()
    ears = Listener({"it": lexicon()}, places, {}, frozenset({"ask-place"}))
    assert ears.hear("Cascina", "it", "ask-place").place == PlaceHeard("one", "cascina-pi")
    ears.hear("Cascina", "it", "home")
    assert places.asked == [True, False]


@pytest.mark.parametrize("text", ["esci", "5", "９"])
def test_a_message_that_asks_to_leave_or_is_one_digit_is_not_read_further(text: str) -> None:
    places = Echo()
    Listener({"it": lexicon()}, places, {}, frozenset({"home"})).hear(text, "it", "home")
    assert places.asked == []


@pytest.mark.parametrize("language", [*LANGUAGES, "xx"])
def test_italian_and_english_are_understood_whatever_the_language_of_the_screen(language: str) -> None:
    assert hear("mio marito mi picchia", language).intent == "violence_self"
    assert hear("my husband hits me", language).intent == "violence_self"


@pytest.mark.parametrize(
    "text",
    ["aiuto", "help", "au secours", "socorro", "ayuda", "ajutor", "ndihmë", "pomocy", "допоможіть", "помогите",
     "النجدة", "کمک", "救命", "বাঁচাও", "بچاؤ", "hilfe"],
)  # fmt: skip
def test_a_cry_for_help_counts_in_every_language(text: str) -> None:
    assert hear(text, "it").urgent
    assert hear(text, "zh").urgent


def test_without_any_lexicon_the_numbers_and_digits_are_still_heard() -> None:
    deaf = Listener({}, Nowhere(), {}, frozenset())
    assert deaf.hear("112", "it", "home").urgent
    assert deaf.hear("...", "it", "home").exit
    assert deaf.hear("5", "it", "home").digit == 5
    assert deaf.hear("mi picchia", "it", "home") == Heard()


@pytest.mark.parametrize(
    "text", ["asdfgh", "qwertyuiop", "sdfkjhgsdf", "🙂🙂🙂", "?!?!", "", "bbbbb", "zzz", "hjkl asdf", "lalalalala"]
)
def test_texts_that_say_nothing_are_gibberish(text: str) -> None:
    assert hear(text).intent == "gibberish"


@pytest.mark.parametrize("text", ["casa", "property", "12345", "привет", "مرحبا", "rhythm of life"])
def test_texts_that_may_say_something_are_not_gibberish(text: str) -> None:
    assert not gibberish(words_of(text, {}))


def test_what_is_urgent_and_specific_is_heard_as_both() -> None:
    heard = hear("mio marito mi sta picchiando")
    assert heard.urgent
    assert heard.intent == "violence_self"


@pytest.mark.parametrize("text", ["mi picchia", "mi ha picchiata ieri", "mi picchiava", "mio marito mi mena"])
def test_violence_that_is_not_happening_now_is_not_urgent_by_itself(text: str) -> None:
    assert hear(text) == Heard(intent="violence_self", why=hear(text).why, needs=frozenset({"hit", "beaten"}))


SAID_ALONE = [("ho 30 anni", "grown"), ("I am 34", "grown"), ("non lo dico", "rather-not")]


@pytest.mark.parametrize(("text", "need"), SAID_ALONE)
@pytest.mark.parametrize("language", ["it", "en"])
def test_what_is_said_without_a_topic_is_heard_in_any_language(text: str, need: str, language: str) -> None:
    heard = hear(text, language)
    assert (heard.intent, heard.needs) == (None, frozenset({need}))


@given(st.text(max_size=300), st.sampled_from([*LANGUAGES, "xx", ""]), st.sampled_from(["home", "ask-place", ""]))
def test_hearing_is_total_and_never_says_again_what_was_typed(text: str, language: str, node: str) -> None:
    heard = hear(text, language, node)
    assert WHY.fullmatch(heard.why)
    assert heard.intent is None or heard.intent in INTENTS
    assert heard.button is None
    assert heard.digit in {None, *range(10)}


@given(st.lists(st.sampled_from(["mi", "picchia", "aiuto", "112", "esci", "...", "non", "lui", "coltello", "?", "1"])))
def test_hearing_the_same_text_twice_gives_the_same_answer(words: list[str]) -> None:
    text = " ".join(words)
    assert hear(text) == hear(text)


@pytest.mark.parametrize(
    ("text", "digit"),
    [("0 Chiudi", 0), ("0. chiudi", 0), ("zero", 0), ("00", 0), ("9 Numeri urgenti", 9), ("1 Dettagli 1", 1)],
)
def test_a_line_of_the_menu_that_is_copied_whole_means_its_digit(bundle: Bundle, text: str, digit: int) -> None:
    for node in ("zones", "unsure", "near"):
        assert bundle.world.understanding.hear(text, "it", node).digit == digit


def test_a_choice_that_is_copied_with_its_digit_means_that_choice(bundle: Bundle) -> None:
    assert bundle.world.understanding.hear("1 Per me", "it", "home").digit == 1
    assert bundle.world.understanding.hear("1 bambino", "it", "home").digit is None
