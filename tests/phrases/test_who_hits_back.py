# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Who suffers decides: whoever is hit and hits back, or is accused by the one who hits, is never sent among those who
use violence; whoever says only that they hit is not sent among those who suffer it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest

from bot.content.bundle import Bundle
from bot.dialogue.address import Address
from tests.phrases.test_known_needs import heard
from tests.phrases.test_who_is_taken_for_whom import led_to

THEY_DID = {
    "it": (
        "mi ha picchiata", "mi ha menato", "mi stava strozzando", "mi stringeva il collo", "mi picchia", "mi menava",
        "mi ha dato uno schiaffo", "mi prendeva a calci", "mi ha messo le mani al collo", "voleva picchiarmi",
        "mi ha tirata per i capelli", "mi ha spinta giù dalle scale", "mi ha alzato le mani", "voleva ammazzarmi",
        "mi aveva dato un pugno", "ha provato a strangolarmi", "mi ha morso", "mi ha sbattuta contro il muro",
        "mi ha buttata per terra", "mi ha spinto contro il muro", "mi ha gettata a terra",
    ),
    "en": (
        "he hit me", "she hit me", "he was choking me", "he was strangling me", "my husband beat me",
        "he tried to kill me",
        "she slapped me", "he grabbed my throat", "he pushed me", "my boyfriend punched me", "he wanted to hit me",
        "my wife kicked me", "he threw me down the stairs", "he put his hands on me",
    ),
}  # fmt: skip
I_DID = {
    "it": (
        "l'ho spinto", "gli ho dato un calcio", "gli ho tirato un piatto", "l'ho spinta via",
        "gli ho dato uno schiaffo",
        "l'ho graffiato", "le ho dato un pugno", "ho alzato le mani", "l'ho colpito con una scarpa", "l'ho ferito",
        "ho spinto mio marito", "ho picchiato il mio compagno", "gli ho rotto il naso",
        "l'ho buttato per terra", "l'ho spinto giù dalle scale", "lo picchiavo",
    ),
    "en": (
        "i pushed him", "i hit her back", "i slapped him", "i kicked him", "i hit my husband", "i punched my boyfriend",
        "i hurt him", "i shoved him", "i threw a plate at him",
    ),
}  # fmt: skip
JOINED = {
    "it": ("{0} e {1}", "{0} e io {1}", "{1} perché {0}", "{1} dopo che {0}", "{1} mentre {0}", "{0}, allora {1}"),
    "en": ("{0} and {1}", "{0} so {1}", "{1} because {0}", "{1} after {0}", "{0}, then {1}", "{1} when {0}"),
}
IN_DEFENCE = {
    "it": (
        "{0} per difendermi", "{0} per legittima difesa", "{0} per proteggermi", "per difendermi {0}",
        "{0} ma mi sono solo difesa", "mi sono difesa e {0}", "{0} per liberarmi", "{0} per salvarmi",
        "{0} per farlo smettere", "{0} per difendere i bambini", "{0} per difendere mia figlia",
    ),
    "en": ("{0} in self defence", "{0} in self defense", "{0} to defend myself", "{0} to protect myself",
           "{0} to protect my children", "i was defending myself and {0}"),
}  # fmt: skip
ACCUSED = {
    "it": (
        "lui dice che sono io la violenta", "dice che sono violenta", "dice a tutti che sono violenta",
        "mio marito racconta che sono io la violenta", "il mio compagno dice che sono aggressiva",
        "mi accusa di essere violenta", "mia moglie dice che sono io il violento", "mi fa passare per violenta",
        *(f"{who} denunciata per {what} {but}" for who, what, but in product(
            ("lui mi ha", "mi hanno", "mio marito mi ha", "sono stata"), ("violenza", "maltrattamenti", "lesioni"),
            ("ma è lui", "ma sono io la vittima", "ma è lui che mi picchia", "ma mi sono solo difesa",
             "ma la vittima sono io"),
        )),
    ),
    "en": (
        "he says i'm the abuser", "he says i am abusive", "my husband says i am the abuser", "she says i'm the abuser",
        "he tells everyone i'm the abuser", "he accused me of being the abuser",
        *(f"{who} for {what} but {but}" for who, what, but in product(
            ("he reported me", "i was reported", "i have been accused"), ("violence", "abuse", "domestic violence"),
            ("i am the victim", "he is the abuser", "he hits me"),
        )),
    ),
}  # fmt: skip
VICTIM = {
    "it": ("sono io la vittima", "la vittima sono io", "la vera vittima sono io", "non sono io la violenta",
           "mi picchia", "sono stata picchiata", "mi ha picchiata e io l'ho spinto"),
    "en": ("i am the victim", "i'm the victim", "the victim is me", "i am not the abuser", "he hits me",
           "she hit me and i hit her back"),
}  # fmt: skip
ONLY_HITS = {
    "it": (
        "ho picchiato mia moglie", "mi vergogno, ho picchiato mia moglie", "mi ha insultato e l'ho picchiata",
        "ho dato uno schiaffo alla mia compagna perché mi ha provocato", "mi ha tradito e le ho dato un pugno",
        "mi ha fatto arrabbiare e l'ho menata", "mi ha lasciato e l'ho spinta", "mi ha spinto a picchiarla",
        "mi hanno denunciato per maltrattamenti", "la mia compagna dice che sono violento",
        "mi dispiace l'ho picchiata",
        "mi hanno accusato di stalking", "sono stato accusato di maltrattamenti", "mi ha denunciato per stalking",
        "ho fatto del male al mio bambino", "ho fatto male a mia figlia", "ho toccato una bambina",
        *(f"ho {threw} mia moglie {where}" for threw, where in product(
            ("buttato", "gettato", "sbattuto", "spinto"), ("per terra", "contro il muro", "giù dalle scale"))),
        *(f"l'ho {threw} {where}" for threw, where in product(
            ("buttata", "lanciata", "sbattuta", "trascinata"), ("a terra", "contro il muro", "giù dalle scale"))),
        *(f"ho minacciato di {act}" for act in ("ammazzarla", "ucciderlo", "picchiarla", "farle del male")),
        *(f"sono stato io a {act}" for act in ("violentarla", "picchiarla", "spingerla", "farle male")),
        *(f"l'ho {forced} a {what}" for forced, what in product(
            ("costretta", "obbligata"), ("fare sesso", "venire a letto con me", "avere rapporti"))),
        "ho buttato a terra mia moglie", "abusavo di lei", "ho abusato di mia figlia", "la picchiavo",
        "picchiavo mia moglie",
        *(f"{put} {what} {where}" for put, what, where in product(
            ("ho messo", "ho nascosto"), ("un gps", "un airtag", "una microspia"),
            ("nella sua auto", "nella sua borsa", "nella macchina di mia moglie"))),
        "le ho messo un gps in macchina", "le ho installato uno spyware", "ho messo le sue foto online",
        "ho messo online le sue foto", "ho caricato i suoi video su internet", "j'ai frappé ma femme",
        "mi sono arrabbiato e ho picchiato mio figlio", "mi ha detto di no e l'ho violentata",
    ),
    "en": (
        "i hit my wife", "i slapped her because she insulted me", "my wife says i'm abusive",
        "i was accused of stalking",
        "she made me angry and i hit her", "she left me and i pushed her", "i hurt my baby", "i touched a child",
        "i threw her against the wall", "i threw my wife on the floor", "i pushed him down the stairs",
        "i put a gps in her car", "i hid a tracker in my wife's bag", "i put her photos online", "i used to beat her",
        "i was the one who raped her", "i forced her to have sex", "i threatened to kill her",
        "she reported me for stalking", "i have been accused of violence", "i shook my baby",
    ),
}  # fmt: skip
LANGUAGES = ("it", "en")


def taken_for_who_hits(texts: Iterable[str], language: str) -> list[str]:
    return [text for text in texts if heard(text, language).intent in ("perpetrator", None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_hit_and_hits_back_is_one_who_is_hit(language: str) -> None:
    parts = product(JOINED[language], THEY_DID[language], I_DID[language])
    assert taken_for_who_hits((joined.format(they, i) for joined, they, i in parts), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_hit_to_defend_themselves_is_one_who_is_hit(language: str) -> None:
    texts = (defence.format(i) for defence, i in product(IN_DEFENCE[language], I_DID[language]))
    assert taken_for_who_hits(texts, language) == []


def test_who_hurt_the_one_who_held_them_is_one_who_is_hit() -> None:
    acts = ("l'ho graffiato", "l'ho morso", "gli ho dato un calcio", "l'ho spinto")
    held = ("mentre mi teneva", "perché mi bloccava", "mentre lui mi stringeva", "quando mi trascinava")
    intents = {f"{act} {how}": heard(f"{act} {how}", "it").intent for act, how in product(acts, held)}
    assert set(intents.values()) == {"violence_self"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_accused_and_says_who_suffers_is_one_who_suffers(language: str) -> None:
    assert taken_for_who_hits(ACCUSED[language], language) == []


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in LANGUAGES for text in VICTIM[name]])
def test_who_says_that_they_are_the_victim_leaves_the_screens_of_who_hits(
    bundle: Bundle, language: str, text: str
) -> None:
    for node in ("change", "anywhere", "change-legal", "unsure"):
        at = bundle.world.settle(Address.at(language, node, topic="perpetrator"))
        assert led_to(bundle, text, at).endswith("topic=violence_self"), node


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in LANGUAGES for text in ONLY_HITS[name]])
def test_who_tells_only_of_their_own_blows_stays_among_who_wants_to_stop(
    bundle: Bundle, language: str, text: str
) -> None:
    assert led_to(bundle, text, Address.at(language, "home")).endswith("topic=perpetrator")
