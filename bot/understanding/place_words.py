# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Words that people put around the name of a place, in the bot's languages, as `normalise` writes them.

They are used together, whatever the language of the screen: people mix languages, and none of these is a place.
"""

from __future__ import annotations

from bot.understanding.normalise import normalise


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, as `normalise` writes them."""
    return frozenset(normalise(text).split())


ARTICLES = {
    **dict.fromkeys(("al", "del", "dal", "nel", "sul"), "il"),
    **dict.fromkeys(("alla", "della", "dalla", "nella", "sulla"), "la"),
    **dict.fromkeys(("alle", "delle", "dalle", "nelle", "sulle"), "le"),
    **dict.fromkeys(("ai", "dei", "dai", "nei", "sui"), "i"),
    **dict.fromkeys(("agli", "degli", "dagli", "negli", "sugli"), "gli"),
    **dict.fromkeys(("all", "dell", "dall", "nell", "sull"), "l"),
}
"""Preposition and article in one word -> the article that the name of a place may begin with ("alla Rotta")."""

BARE_ARTICLES = frozenset({"il", "lo", "la", "l", "i", "gli", "le", "un", "una", "el", "los", "las", "the"})
"""Articles on their own."""

SMALL_WORDS = frozenset(ARTICLES) | BARE_ARTICLES | {"a", "ad", "d", "da", "di", "e", "in"}
"""Words that names of places hold between the others."""

NEAR = word_set("""
    vicino vicina vicini vicinanze dintorni presso pressi intorno attorno accanto verso limitrofa near nearby
    close around outside pres proche cerca cercana perto langa aproape afer prane blisko kolo okolice obok біля
    поруч
    недалеко около рядом
    возле قرب بالقرب قريب نزدیک قریب پاس কাছে nahe nähe bei
""")
"""Words that say that the place is not the person's own, only not far from it."""

FAR = word_set("""
    lontano lontana lontani fuori tranne eccetto oltre far away except loin lejos longe departe larg daleko
    далеко بعيد
""")
"""Words that take the place back."""

NOT = word_set("non not nu nie nicht pas never mai не ні нет ليس لا dont don isnt")
"""Words that deny what follows."""

REFUSING = word_set("non not tranne except")
"""Words that refuse a name which follows at once: "non Pisa"."""

GOING = word_set("andare andarci andarmene venire tornare tornarci trasferirmi spostarmi cercare stare go going move")
"""What somebody wants to do, or does not, where a place is named: "non voglio andare a Pisa"."""

WILLING = word_set("voglio vorrei posso devo riesco me la sento di ci proprio potrei t want wanna like to can could")
"""Words between a denial and one of those."""

LINKS = (
    NEAR
    | FAR
    | word_set("""
    a ad in di da de d del della dei dell delle degli al alla allo ai agli alle all nel nella nei nell nelle negli nello
    dal dalla dall dai dalle dalla sul sulla sull tra fra il lo la l i gli le un una parti zona zone comune frazione
    paese paesino citta cittadina localita loc fraz quartiere rione centro periferia borgo area provincia qui qua
    ora adesso
    attualmente sempre sola solo proprio ancora casa per con e piu
    at from to on of the by next my town village city
    au aux en dans du des les chez vers ville village quartier cote un une
    el los las pueblo ciudad barrio em no na nos do da dos das cidade bairro
    din la orasul satul
    ne nga te qyteti
    w we z ze do
    в во у з із зі к из с со під місті місто селі городе город селе
    في ب من مدينة قرية
    در از شهر
    میں سے شہر کے
    im aus von der dem stadt
""")
)
"""Prepositions, articles and common nouns that join a verb to the name of a place."""

INSIDE = word_set("""
    a ad in nel nella nei nelle negli at the en em au aux la ne na no w we im в у
""")
"""The last word before the name of the place where somebody is."""

LIVING = word_set("""
    abito abitiamo abitando vivo viviamo vivendo risiedo risiediamo residente residenti domiciliata domiciliato
    alloggio live living lives reside residing based
    habite habitons vis vivons reste vivo vivimos resido viviendo
    moro moramos vivo
    locuiesc locuim traiesc stau
    jetoj jetojme banoj
    mieszkam mieszkamy żyję
    живу живемо мешкаю проживаю живем
    أسكن اسكن أعيش اعيش ساكنة ساكن نسكن مقيم مقيمة
    wohne wohnen lebe
""")
"""Verbs with which people say where they live."""

BEING = word_set("""
    sono son siamo sto stiamo trovo troviamo vengo veniamo provengo arrivo arriviamo am we im are staying stay
    located suis sommes estoy soy somos estou sou sunt suntem jam jemi jestem знаходжусь нахожусь находимся bin sind
""")
"""Verbs with which people say where they are, among many other things."""

STAYING = word_set("sono siamo sto stiamo trovo troviamo")
"""Verbs that make a place of the name after "a", even where it is an everyday word ("sto a Calci")."""

ORIGIN = word_set("""
    vengo veniamo provengo origine originaria originario nata nato from viens vengo venho vin vij pochodzę родом
""")
"""Words after which a country is where somebody was born, not where they need help."""

FILLERS = (
    LINKS
    | NEAR
    | LIVING
    | BEING
    | word_set("""
    io noi mi ci ti si ok ciao salve buongiorno buonasera sera buona grazie prego scusa scusi per favore credo
    penso forse tipo diciamo pero ma allora ecco bene cap italia toscana insieme famiglia figli figlia figlio
    bambini mamma
    genitori marito compagno e anni mesi anno poco tempo circa quasi appena mia mio nostra sempre tanto sarebbe
    abitazione mare pi prov prv frazioni dalle parti bene quindi penso detto chiamato chiama
    i it is its my home please thanks thank you hi hello currently now here tuscany italy right just
    je est on bonjour merci ici maintenant nous italie
    yo hola gracias aqui ahora italia nosotros es
    eu ola obrigada obrigado aqui agora itália
    aici acum buna multumesc italia noi
    une unë ketu tani faleminderit itali ne
    ja tu teraz dzien dobry prosze
    я ми мы тут здесь зараз сейчас італія италия тоскана
    أنا انا نحن هنا الآن إيطاليا ايطاليا
    من ما هستم هستیم اینجا زندگی می کنم میکنم ایتالیا
    ہوں رہتی رہتا ہم یہاں اٹلی
    আমি আমরা থাকি বাস করি এখানে শহরে ইতালি তে এ
    ich wir hier jetzt bitte danke italien
""")
)
"""Words that add nothing to a place when the screen has asked for one."""

STREETS = word_set("""
    via viale piazza piazzale largo vicolo strada stradone lungarno corso traversa street road rue calle
""")
"""Words after which comes the name of a street, which is often that of a town."""

HAMLETS_BEGIN = word_set("molino mulino podere ponte valle poggio fattoria cascinale stazione sottostazione alloggio")
"""Words with which names of hamlets begin, before any other name."""

REGIONS = tuple(
    tuple(normalise(name).split())
    for name in (
        "alta val di cecina",
        "bassa val di cecina",
        "val di cecina",
        "val d'era",
        "alta valdera",
        "valdera",
        "val d'arno",
        "valdarno inferiore",
        "valdarno",
        "val di serchio",
        "valle del serchio",
        "val di chiana",
        "val di nievole",
        "valdinievole",
        "val d'elsa",
        "piana di lucca",
        "piana di pisa",
        "colline pisane",
        "monti pisani",
        "monte pisano",
        "litorale pisano",
        "zona del cuoio",
        "comprensorio del cuoio",
        "lungomonte pisano",
        "isola d'elba",
        "casentino",
        "chianti",
        "garfagnana",
        "lucchesia",
        "lunigiana",
        "maremma",
        "mugello",
        "pisano",
        "versilia",
        "volterrano",
    )
)
"""Names of valleys and districts, which hold names of places but are none."""

PROVINCE = word_set("provincia prov province provincie province provincia provincia провинция провінція")
"""Words after which comes the name of a province ("in provincia di Pisa", but not "in provincia, a Ponsacco")."""

DIGITS = {"2": "due", "3": "tre", "4": "quattro", "5": "cinque"}
"""Digits that stand for a word of a name ("4 strade")."""
