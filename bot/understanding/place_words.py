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
    vicino vicina vicini vicinanze dintorni presso pressi intorno attorno accanto verso limitrofa sopra dietro
    near nearby close around outside pres proche cerca cercana perto langa aproape afer prane blisko kolo okolice
    obok біля поруч недалеко около рядом
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

GOING = word_set("""
    voglio vorrei vogliamo posso possiamo puo devo dobbiamo riesco vado andiamo andare andarci torno torniamo tornare
    vengo veniamo venire sia essere
    want wanna can go going come back return
    quiero puedo ir volver veux peux aller retourner quero posso voltar vreau pot merg vin dua shkoj will kann gehen
""")
"""Verbs of wanting and going: who "does not want to go to Pisa" takes Pisa back."""

KIN = word_set("""
    figlia figlio sorella fratello mamma madre padre marito moglie compagno compagna amica amico zia zio nonna nonno
    suocera suocero cognata cognato fidanzata fidanzato ex signora signor chiamo chiama daughter son sister brother
    friend name
""")
"""Words after which comes the name of a person, often that of a hamlet too ("mia figlia Luciana")."""

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
    genitori marito compagno sorella fratello madre padre zia zio nonna nonno amica amico e anni mesi
    anno poco tempo circa quasi appena mia mio nostra sempre tanto sarebbe
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

HAMLETS_BEGIN = word_set("molino mulino podere ponte valle poggio fattoria cascinale sottostazione alloggio")
"""Words with which names of hamlets begin, before any other name."""

FAR_BEGIN = word_set("san sant santa santo terme pian case prato")
"""Words that make another place of a name far away: "San Firenze" is a church, "Terme di Firenze" a spa outside it."""

MANY_ARE_CALLED = word_set("badia bagnolo borgo casale castello castelvecchio cerreto colle fornace pieve torre villa")
"""Names that hamlets have everywhere, each with a word after it that tells which."""

NAMES_GO_ON = word_set("""
    sotto sopra alto alta basso bassa vecchio vecchia nuovo nuova superiore inferiore maggiore minore
""")
"""Words that make another hamlet of a hamlet's name ("Aia Bianca di Sotto")."""

PROVINCE = word_set("provincia prov province provincie province provincia provincia провинция провінція")
"""Words after which comes the name of a province ("in provincia di Pisa", but not "in provincia, a Ponsacco")."""

DIGITS = {"2": "due", "3": "tre", "4": "quattro", "5": "cinque"}
"""Digits that stand for a word of a name ("4 strade")."""
