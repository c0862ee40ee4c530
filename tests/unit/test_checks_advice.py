# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""What no text may advise is found in many wordings, and right sentences that hold the same words are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bot.checks.advice import KINDS, found, sayings
from bot.content.bundle import Bundle
from bot.content.locale_file import AdviceWords
from tests.checks.fixtures import edit, told_after

TABLES = Path(__file__).parents[1] / "checks"
LANGUAGES = ("it", "en")
FEWEST = 60


def table(language: str) -> dict[str, dict[str, list[str]]]:
    read = yaml.safe_load((TABLES / f"advice_{language}.yaml").read_text(encoding="utf-8"))
    return {"forbidden": read["forbidden"], "harmless": {"": read["harmless"]}}


FORBIDDEN = [
    (language, kind, said)
    for language in LANGUAGES
    for kind, sentences in table(language)["forbidden"].items()
    for said in sentences
]
HARMLESS = [(language, said) for language in LANGUAGES for said in table(language)["harmless"][""]]


@pytest.mark.parametrize(("language", "kind", "said"), FORBIDDEN)
def test_forbidden_advice_is_found_in_many_wordings(bundle: Bundle, language: str, kind: str, said: str) -> None:
    assert kind in found(sayings(bundle.locales[language].words.advice), [f"Scrivi qui. {said}"])


@pytest.mark.parametrize(("language", "said"), HARMLESS)
def test_right_sentences_with_the_same_words_are_not_blamed(bundle: Bundle, language: str, said: str) -> None:
    assert found(sayings(bundle.locales[language].words.advice), [said]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_long_enough_to_mean_something_and_leave_no_kind_out(language: str) -> None:
    read = table(language)
    assert read["forbidden"].keys() == KINDS.keys()
    assert sum(map(len, read["forbidden"].values())) >= FEWEST
    assert len(read["harmless"][""]) >= FEWEST


def test_words_of_two_sentences_make_no_advice(bundle: Bundle) -> None:
    listed = sayings(bundle.locales["it"].words.advice)
    assert found(listed, ["Parla. Con lui no."]) == {}
    assert found(listed, ["Parla con lui."]).keys() == {"confronting"}


def test_what_is_allowed_does_not_bring_the_words_around_it_together(bundle: Bundle) -> None:
    advice = bundle.locales["it"].words.advice.model_copy(update={"allowed": ["non cambiare"], "passwords": ["le ora"]})
    assert found(sayings(advice), ["Le non cambiare ora."]) == {}


@pytest.mark.parametrize(
    ("phrase", "why"), [("(digli", "parentesi"), ("digli & basta", "solo parole"), ("<chi>", "solo parole")]
)
def test_a_phrase_that_cannot_be_read_is_told_at_its_place(tmp_path: Path, phrase: str, why: str) -> None:
    words = edit("locales/it/words.yaml", "[affrontal*]", f'["{phrase}"]')
    assert told_after(tmp_path / "network", words) == [f"{words['file']}:10:17 F01"]
    with pytest.raises(ValidationError) as refused:
        AdviceWords.model_validate({"confronting": [phrase]})
    assert why in str(refused.value)
