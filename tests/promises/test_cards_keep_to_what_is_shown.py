# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise 2 on cards: nobody is told what a call is like where nothing can be called, nor about somebody else than who
answers. Held of every service of the directory, with every topic that it has, on days when contacts have expired too.

What can be called is read here from the text that a person sees, not from the code that wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.channels.base import units
from bot.channels.whatsapp.render import WHATSAPP
from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from bot.dialogue.flow import Listing, Node, Target
from bot.directory.lines import competent
from bot.directory.model import DIALLED, Contact, Service
from bot.directory.phones import display
from bot.screens import contacts
from bot.screens.cards import is_worth_opening, no_answer_card
from bot.screens.compose import compose
from bot.screens.listed import Listed
from bot.screens.screen import Scene, Screen
from bot.screens.voice import Voice
from tests.promises.moments import EXPIRED, HOLIDAY_NIGHT, MORNING, NIGHT, YEARS_ON

MOMENTS = [MORNING, EXPIRED, HOLIDAY_NIGHT, YEARS_ON]
NO_ANSWER = Node("no-answer", "show", show=Listing("card", "no-answer", open=(Target("service"),)))
TRACES = {
    "phone": "registro del telefono",
    "sms": "I messaggi restano",
    "whatsapp": "I messaggi restano",
    "chat": "cronologia",
    "web": "cronologia",
    "email": "posta inviata",
    "app": "L'app si vede",
}


@pytest.fixture(params=MOMENTS, ids=lambda moment: f"{moment:%Y-%m-%d}")
def scene(request: pytest.FixtureRequest) -> Scene:
    return Scene(request.param, "telegram")


def about(bundle: Bundle, node: str, language: str = "it") -> Iterator[tuple[Service, Address]]:
    """The address of a node for every service, with every topic that it has, and with none."""
    for service in bundle.directory.services.values():
        for topic in ("", *sorted((service.topics | service.also) & bundle.flow.topics.keys())):
            yield service, bundle.world.settle(Address.at(language, node, service=service.id, topic=topic))


def cards(bundle: Bundle, scene: Scene) -> Iterator[tuple[Service, Address, Screen]]:
    """The card of every service that may be shown."""
    for service, address in about(bundle, "service"):
        if service.status == "active":
            yield service, address, compose(bundle, address, scene)


def called(bundle: Bundle, text: str) -> list[tuple[Service, Contact]]:
    """The telephones that a text gives on a line of their own or after a colon, with whose they are."""
    numbers = set(re.findall(r"(?:^|: )(\+?\d[\d ]*\d)(?= \(|\.|$)", text, flags=re.MULTILINE))
    return [
        (service, contact)
        for service in bundle.directory.services.values()
        for contact in service.contacts
        if contact.kind == "phone" and display(contact.value) in numbers
    ]


def offers_call(bundle: Bundle, screen: Screen) -> bool:
    """Whether a screen offers to tell what happens on a call."""
    shows = (bundle.flow.nodes[choice.address.node].show for choice in screen.choices)
    return any(show is not None and show.of == "if-i-call" for show in shows)


def test_what_happens_on_a_call_is_offered_where_the_card_shows_a_number_and_nowhere_else(
    bundle: Bundle, scene: Scene
) -> None:
    offered = {bundle.codec.readable(a): offers_call(bundle, screen) for _, a, screen in cards(bundle, scene)}
    shown = {bundle.codec.readable(a): bool(called(bundle, screen.text)) for _, a, screen in cards(bundle, scene)}
    assert offered == shown
    assert set(shown.values()) == {True, False}


def test_the_call_card_speaks_of_who_answers_at_the_number_on_the_card(bundle: Bundle, scene: Scene) -> None:
    catalogue = bundle.locales["it"].catalogue
    for service, address, screen in cards(bundle, scene):
        answering = {owner.id: owner for owner, _ in called(bundle, screen.text)}
        call = bundle.world.settle(Address("it", "if-i-call", address.slots))
        told = compose(bundle, call, scene).text
        if not answering:
            own = any(stands(screen.text, contact) for contact in service.contacts)
            words = "call-hospital" if service.kind == "hospital" else "call-online" if own else "call-unknown"
            assert catalogue.format(words) in told, service.id
            continue
        who = answering.get(service.id) or next(iter(answering.values()))
        known = [name for name in (f"call-{who.id}", f"call-{who.kind}") if catalogue.has(name)]
        assert catalogue.format(known[0] if known else "call-other") in told, bundle.codec.readable(address)
        assert who.id == service.id or f"{who.name}: " in told, bundle.codec.readable(address)


def test_a_call_is_said_to_be_free_only_where_every_number_on_the_card_is(bundle: Bundle, scene: Scene) -> None:
    for service, _, screen in cards(bundle, scene):
        costs = {contact.cost for _, contact in called(bundle, screen.text)}
        assert ("è gratis." in screen.text) == (costs == {"free"}), service.id
        whose = {owner.id for owner, _ in called(bundle, screen.text)}
        assert ("La chiamata è gratis." in screen.text) <= (whose == {service.id}), service.id


def test_a_card_names_the_traces_of_the_contacts_that_it_shows_and_of_no_other(bundle: Bundle, scene: Scene) -> None:
    for service, _, screen in cards(bundle, scene):
        own = [contact for contact in service.contacts if stands(screen.text, contact)]
        kinds = {contact.kind for contact in own} | ({"phone"} if called(bundle, screen.text) else set())
        said = {said for said in TRACES.values() if said in screen.text}
        assert said == {TRACES[kind] for kind in kinds}, service.id


def stands(text: str, contact: Contact) -> bool:
    """Whether a contact of the service is printed on its card."""
    value = display(contact.value) if contact.kind in DIALLED else contact.value
    mark = {"app": " (app)", "chat": " (chat)", "whatsapp": " (WhatsApp)", "sms": " (SMS)"}.get(contact.kind, "")
    return any(line in {f"{value}{mark}", f"{value} (centralino)"} for line in text.splitlines())


def test_names_are_said_to_be_italian_in_other_languages_only(bundle: Bundle, scene: Scene) -> None:
    for language, locale in bundle.locales.items():
        said = locale.catalogue.format("service-language")
        for service, address in about(bundle, "service", language):
            if service.status == "active":
                assert (said in compose(bundle, address, scene).text) == (language != "it")
        listed = compose(bundle, Address.at(language, "anywhere", topic="violence_self"), scene)
        assert (said in listed.text) == (language != "it")


# ---------------------------------------------------------------- wrong number, or nobody answers


def tries(bundle: Bundle, scene: Scene) -> Iterator[tuple[Service, Address, Listed, str]]:
    """What to try for every service whose card has something that may fail, and the text of that card."""
    for service, address, screen in cards(bundle, scene):
        voice = Voice(bundle, address, scene)
        if is_worth_opening(voice, NO_ANSWER):
            yield service, address, no_answer_card(voice, NO_ANSWER), screen.text


def test_who_gets_no_answer_is_given_112_and_never_the_number_just_tried(bundle: Bundle, scene: Scene) -> None:
    met = list(tries(bundle, scene))
    for _, address, card, before in met:
        assert "112" in card.text
        tried = before.split("\n\n")[2].splitlines()[0]
        fresh = [number for number in lines_in(card.text) if number != "112"]
        assert not any(number in tried for number in fresh), bundle.codec.readable(address)
    assert met


def lines_in(text: str) -> list[str]:
    """The numbers of the last paragraph."""
    return re.findall(r"\+?\d[\d ]*\d", text.rsplit("\n\n", maxsplit=1)[-1])


def test_who_gets_no_answer_is_sent_to_a_line_that_is_competent_and_can_open_its_card(
    bundle: Bundle, scene: Scene
) -> None:
    sent = 0
    for _, address, card, _ in tries(bundle, scene):
        topic = bundle.flow.topics.get(address.get("topic") or "")
        for choice in card.choices:
            line = bundle.directory.services[choice.address.get("service") or ""]
            assert topic is None or competent(line, topic), bundle.codec.readable(address)
            sent += 1
    assert sent or scene.now.year > 2027


def test_who_uses_violence_is_never_sent_to_the_line_for_those_who_suffer_it(bundle: Bundle, scene: Scene) -> None:
    theirs = [service for service in bundle.directory.services.values() if "perpetrators" in service.audiences]
    assert theirs
    for service in theirs:
        for topic in ("", "perpetrator", "violence_self"):
            voice = Voice(bundle, Address.at("it", "service", service=service.id, topic=topic), scene)
            card = no_answer_card(voice, NO_ANSWER)
            assert "1522" not in card.text
            assert not card.choices


def test_nothing_is_said_of_trying_again_where_the_card_shows_nothing_to_try(bundle: Bundle, scene: Scene) -> None:
    for service, address, screen in cards(bundle, scene):
        own = any(stands(screen.text, contact) for contact in service.contacts if contact.kind in DIALLED)
        assert is_worth_opening(Voice(bundle, address, scene), NO_ANSWER) == own, service.id


def test_who_comes_with_an_old_button_to_a_service_without_a_number_is_given_the_line_on_its_card(
    bundle: Bundle, scene: Scene
) -> None:
    card = no_answer_card(
        Voice(bundle, Address.at("it", "service", service="eunice", topic="violence_self"), scene), NO_ANSWER
    )
    assert "1522" in card.text


def test_a_line_for_speaking_stands_before_the_chat_and_says_when_it_opens(bundle: Bundle) -> None:
    address = Address.at("it", "self-harm", service="telefono-amico", topic="self_harm")
    lines = compose(bundle, address, Scene(NIGHT)).text.splitlines()
    voice, chat = lines.index("+39 02 2327 2327"), lines.index("+39 324 011 7252 (WhatsApp)")
    assert lines[voice + 1] == "Adesso non risponde. Riapre oggi alle 09:00."
    assert lines[chat + 1] == "Orari non certi."
    assert voice < chat


def test_what_to_try_names_the_other_ways_to_the_same_service(bundle: Bundle) -> None:
    address = Address.at("it", "service", service="io-non-odio", topic="discrimination_race")
    card = no_answer_card(Voice(bundle, address, Scene(MOMENTS[0])), NO_ANSWER)
    assert "iononodio@regione.toscana.it" in card.text
    night = Scene(NIGHT)
    assert "Riapre" in no_answer_card(Voice(bundle, address, night), NO_ANSWER).text


def test_what_to_try_for_a_service_that_is_hidden_is_said_as_for_an_empty_list(bundle: Bundle) -> None:
    voice = Voice(bundle, Address.at("it", "service", service="nobody-knows-it"), Scene(MOMENTS[0]))
    empty = bundle.locales["it"].catalogue.format("list-empty", None, {"line": "1522"})
    assert no_answer_card(voice, NO_ANSWER).text == empty
    assert not is_worth_opening(voice, NO_ANSWER)


# ---------------------------------------------------------------- room on a page of a list


@pytest.mark.parametrize("longest", [1000, 850, 700])
def test_a_page_of_a_list_leaves_room_for_the_words_around_it_however_long_they_are(
    bundle: Bundle, monkeypatch: pytest.MonkeyPatch, longest: int
) -> None:
    monkeypatch.setattr(contacts, "LONGEST", longest)
    for language in bundle.locales:
        for topic in bundle.flow.topics:
            for page in range(3):
                address = Address.at(language, "near", place="castelnuovo-di-val-di-cecina-pi", topic=topic)
                screen = compose(bundle, address.turned(page), Scene(MOMENTS[0], "whatsapp", 6))
                sent = WHATSAPP.render(screen, bundle.codec.encode)
                entries = sum(choice.address.node == "service" for choice in screen.choices)
                assert units(sent.text) <= longest or entries <= 2, bundle.codec.readable(address)


@pytest.mark.parametrize("service", ["questura", "carabinieri", "procura"])
def test_where_112_would_answer_instead_the_line_of_the_topic_is_named_too(bundle: Bundle, service: str) -> None:
    address = Address.at("it", "no-answer", service=service, topic="violence_self")
    assert "1522" in no_answer_card(Voice(bundle, address, Scene(MOMENTS[0])), NO_ANSWER).text
