# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of all screens holds every node, service and sentence, asks nothing of anybody, and can be read by all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from itertools import pairwise, product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import emergency
from bot.channels.base import units
from bot.channels.whatsapp.render import WHATSAPP
from bot.checks.walk import screens, settable_topics
from bot.content.bundle import Bundle
from bot.content.loading import load_bundle
from bot.content.locale_file import SignatureFile
from bot.content.signing import digests
from bot.gallery import page as pages
from bot.gallery.article import anchor
from bot.gallery.choosing import Gallery, choose
from bot.gallery.drawing import signatures, speak
from bot.gallery.page import page
from bot.gallery.recording import recording
from bot.gallery.style import COLOURS, STYLE, TOGETHER
from tests.conftest import TODAY
from tests.unit.gallery_reading import Element, Page

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Rome"))
SMALLEST = Path(__file__).parents[1] / "checks" / "base"
ENOUGH = 4.5
"""Contrast of text for who sees little: WCAG 2.2, 1.4.3."""


@pytest.fixture(scope="module")
def gallery(bundle: Bundle) -> Gallery:
    return choose(bundle, NOW)


@pytest.fixture(scope="module")
def html(bundle: Bundle, gallery: Gallery) -> str:
    """The page, which finds what it shows already chosen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "choose", lambda of, now: {(of.fingerprint, NOW): gallery}[of.fingerprint, now])
        return page(bundle, NOW, list(bundle.locales))


@pytest.fixture(scope="module")
def read(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="module")
def small() -> Bundle:
    return load_bundle(SMALLEST, TODAY)


def articles(read: Page) -> list[Element]:
    return read.root.all("article")


def bubbles(language: Element, channel: str) -> list[str]:
    (drawn,) = language.all("div", css=channel)
    return [bubble.text for bubble in drawn.all("div", css="bubble")]


# ---------------------------------------------------------------- whole


def test_every_node_is_there_in_every_language_and_on_both_channels(bundle: Bundle, read: Page) -> None:
    drawn = {
        (article.all("code")[0].text.split()[0].removeprefix("it:"), bubble.attributes["lang"], channel)
        for article in articles(read)
        for channel in ("Telegram", "WhatsApp")
        for part in article.all("div", css=channel)
        for bubble in part.all("div", css="bubble")
    }
    assert drawn == set(product(bundle.flow.nodes, bundle.locales, ("Telegram", "WhatsApp")))
    headings = {heading.attributes["id"] for heading in read.root.all("h2") if "id" in heading.attributes}
    assert headings == {*(f"n-{node}" for node in bundle.flow.nodes), "forms"}


def test_every_service_has_its_card_and_every_topic_its_list(bundle: Bundle, gallery: Gallery, read: Page) -> None:
    texts = [text for article in articles(read) for text in bubbles(article.all("section")[0], "Telegram")]
    for service in bundle.directory.services.values():
        assert any(f"\n{service.name}\n" in text for text in texts), service.id
    near = {topic for one in gallery.shown if one.node == "near" for topic in one.values("topic")}
    assert near == set(settable_topics(bundle))
    addresses = [article.all("code")[0].text for article in articles(read)]
    assert len(addresses) == len(set(addresses))


def test_every_sentence_of_every_screen_is_on_the_page_and_every_message_is_at_its_end(
    bundle: Bundle, read: Page
) -> None:
    recorder = recording(bundle, ["it"])
    said: set[str] = set()
    for _ in screens(recorder.bundle, WHATSAPP, NOW):
        said.update(recorder.said())
    shown = {code.text for article in articles(read) for part in article.all("details") for code in part.all("code")}
    assert said <= shown
    forms = {code.text for table in read.root.all("table") for code in table.all("code")}
    assert shown | forms >= bundle.locales["it"].catalogue.messages.keys()


def test_screens_that_are_not_drawn_are_counted_by_one_that_is(gallery: Gallery) -> None:
    assert sum(len(one.screens) + one.kin for one in gallery.shown) == gallery.met
    assert len(gallery.shown) < gallery.met / 10


def test_a_screen_is_drawn_as_the_channels_send_it(bundle: Bundle, gallery: Gallery, read: Page) -> None:
    by_id = {article.attributes["id"]: article for article in articles(read)}
    for one in gallery.shown[:20]:
        recorder = recording(bundle, bundle.locales)
        spoken = speak(recorder, one.address, NOW)
        italian = by_id[anchor(bundle, one.address)].all("section")[0]
        for drawn in spoken.drawn:
            assert bubbles(italian, drawn.name) == [sent.text for sent in drawn.messages]
            (part,) = italian.all("div", css=drawn.name)
            keys = [key.text for key in part.all("a", css="key") + part.all("span", css="key")]
            assert sorted(keys) == sorted(key.label for sent in drawn.messages for row in sent.rows for key in row)


def test_a_long_menu_is_drawn_page_after_page_where_the_channel_cannot_offer_it_whole(small: Bundle) -> None:
    home = small.flow.nodes["home"]
    longer = replace(home, buttons=tuple(home.buttons[0] for _ in range(8)))
    flow = replace(small.flow, nodes={**small.flow.nodes, "home": longer})
    changed = replace(small, world=replace(small.world, flow=flow))
    telegram, whatsapp = speak(recording(changed, ["it"]), changed.codec.home("it"), NOW).drawn
    assert (len(telegram.messages), len(whatsapp.messages)) == (1, 2)


def test_what_is_left_of_each_limit_adds_up(read: Page) -> None:
    for article in articles(read):
        for language in article.all("section"):
            for channel in ("Telegram", "WhatsApp"):
                (part,) = language.all("div", css=channel)
                lines = [item.text for item in part.all("li")]
                figures = [list(map(int, re.findall(r"-?\d+", line))) for line in lines]
                assert all(taken + left == limit and left >= 0 for taken, limit, left in figures), lines
                texts = [taken for line, (taken, _, _) in zip(lines, figures, strict=True) if line.startswith("testo")]
                assert texts == [units(text) for text in bubbles(language, channel)]


def test_each_screen_says_how_one_comes_to_it_and_has_room_for_a_signature(bundle: Bundle, read: Page) -> None:
    ways = [line.text for article in articles(read) for line in article.all("p", css="about")]
    assert any("l'inizio › Per me" in line for line in ways)
    for article in articles(read):
        assert len(article.all("p", css="sign")) == len(bundle.locales)


def test_the_emergency_screen_says_that_its_text_is_fixed_in_the_program(bundle: Bundle, read: Page) -> None:
    urgent = [article for article in articles(read) if article.all("code")[0].text.startswith("it:emergency")]
    assert urgent
    for article in urgent:
        assert emergency.card("it") in bubbles(article.all("section")[0], "Telegram")[0]
        assert any("testo fisso" in code.text for code in article.all("code"))
        assert f'emergency: "{digests(bundle.locales["it"])["emergency"]}"' in article.all("pre")[0].text
    assert bundle.flow.everywhere["urgent"] == "emergency"


# ---------------------------------------------------------------- who signed


def test_signatures_count_only_for_the_words_that_they_were_given_for(bundle: Bundle) -> None:
    locale = bundle.locales["it"]
    digest = locale.catalogue.messages["home"].digest
    given = SignatureFile(by="Centro di prova", on="2026-11-20", messages={"home": digest, "me": "other words"})
    signed = replace(locale, file=locale.file.model_copy(update={"signed": [given]}))
    card = SignatureFile(by="Centro di prova", on="2026-11-20", messages={"emergency": digests(locale)["emergency"]})
    assert "firmata tutta" in signatures(
        replace(locale, file=locale.file.model_copy(update={"signed": [card]})), ["emergency"]
    )
    assert signatures(locale, ["home", "me"]) == "Lingua di partenza; nessuna firma"
    assert signatures(signed, ["home"]) == "Lingua di partenza; firmata tutta (Centro di prova, 2026-11-20)"
    assert "firmati 1 messaggi su 2 (Centro di prova" in signatures(signed, ["home", "me", "not-there"])


# ---------------------------------------------------------------- the page itself


def test_the_page_is_well_formed_and_everything_it_points_to_is_on_it(read: Page) -> None:
    assert read.wrong == []
    names = [element.attributes["id"] for element in read.everything() if "id" in element.attributes]
    assert len(names) == len(set(names))
    inside = [link.attributes["href"] for link in read.root.all("a")]
    assert inside
    assert {href.removeprefix("#") for href in inside} <= set(names)
    labelled = {element.attributes.get("aria-labelledby") for element in read.everything()} - {None}
    assert labelled <= set(names)


def test_the_page_fetches_nothing_and_runs_nothing(read: Page, html: str) -> None:
    fetching = {"src", "srcset", "action", "background", "data", "poster", "ping", "formaction", "style", "xlink:href"}
    running = {"script", "img", "iframe", "object", "embed", "form", "svg", "base", "video", "audio"}
    for element in read.everything():
        assert element.tag not in running
        assert not fetching & element.attributes.keys()
        assert not [name for name in element.attributes if name.startswith("on")]
        assert re.match(r"#|data:,$|$", element.attributes.get("href", ""))
    (style,) = read.root.all("style")
    assert not re.search(r"url\(|@import|@font-face|://", style.text)
    assert "default-src 'none'" in html


def test_headings_go_down_one_step_at_a_time_and_languages_are_named(bundle: Bundle, read: Page) -> None:
    levels = [int(element.tag[1]) for element in read.everything() if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    (root,) = read.root.all("html")
    assert root.attributes["lang"] == "it"
    for bubble in read.root.all("div", css="bubble"):
        assert bubble.attributes["dir"] == bundle.locales[bubble.attributes["lang"]].file.direction


def test_what_is_written_from_the_right_is_drawn_from_the_right(small: Bundle) -> None:
    english = small.locales["en"]
    turned = replace(english, file=english.file.model_copy(update={"direction": "rtl"}))
    drawn = Page(page(replace(small, locales={**small.locales, "en": turned}), NOW, ["it", "en"]))
    reading = [bubble.attributes for bubble in drawn.root.all("div", css="bubble")]
    assert {(one["lang"], one["dir"]) for one in reading} == {("it", "ltr"), ("en", "rtl")}


def test_words_of_the_files_never_become_part_of_the_page(small: Bundle) -> None:
    hostile = '<script>alert("1")</script> & <b>'
    services = {key: replace(service, name=hostile) for key, service in small.directory.services.items()}
    drawn = Page(page(replace(small, directory=replace(small.directory, services=services)), NOW, ["it"]))
    assert drawn.wrong == []
    assert not drawn.root.all("script")
    assert not drawn.root.all("b")
    assert hostile in drawn.root.text


def test_the_same_files_and_moment_give_the_same_page(small: Bundle) -> None:
    assert page(small, NOW, ["it", "en"]) == page(load_bundle(SMALLEST, TODAY), NOW, ["it", "en"])


def test_a_page_in_one_language_has_only_that_beside_italian(small: Bundle) -> None:
    drawn = Page(page(small, NOW, ["it"]))
    assert {bubble.attributes["lang"] for bubble in drawn.root.all("div", css="bubble")} == {"it"}


# ---------------------------------------------------------------- colours


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("letters", "ground"), TOGETHER)
def test_letters_stand_out_from_their_ground(letters: str, ground: str) -> None:
    one, other = sorted((luminance(COLOURS[letters]), luminance(COLOURS[ground])))
    assert (other + 0.05) / (one + 0.05) >= ENOUGH


def test_the_style_uses_only_colours_whose_contrast_is_known() -> None:
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", STYLE)) <= set(COLOURS.values())
    assert set(re.findall(r"[{;]color:(#[0-9a-f]{6})", STYLE)) == {COLOURS[letters] for letters, _ in TOGETHER}
    assert set(re.findall(r"[{;]background:(#[0-9a-f]{6})", STYLE)) == {COLOURS[ground] for _, ground in TOGETHER}
