# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Words of places that must stay secret, found however they are written.

A refuge's address can cost a life, so a text that speaks of one is refused even where it is innocent: who wrote it
can say it in another way. Spaces, accents, capitals, punctuation, digits in the place of letters and letters of
other alphabets that look like ours do not hide a word.
"""

from __future__ import annotations

import re
import unicodedata

SECRET = (
    "rifugio", "rifugi", "refugio", "shelter", "safehouse", "refuge",
    "casadiaccoglienza", "casadaccoglienza", "casaaccoglienza", "casediaccoglienza", "casedaccoglienza",
    "casaprotetta", "caseprotette", "casasegreta", "casesegrete", "casadifuga", "casedifuga", "casafamiglia",
    "strutturaprotetta", "struttureprotette", "strutturasegreta", "strutturariservata", "struttureriservate",
    "residenzaprotetta", "residenzeprotette", "comunitaprotetta", "comunitamammabambino", "comunitamadrebambino",
    "appartamentoprotetto", "appartamentiprotetti", "appartamentosegreto", "appartamentisegreti",
    "alloggioprotetto", "alloggiprotetti", "alloggiosegreto", "alloggisegreti",
    "accoglienzaprotetta", "accoglienzasegreta", "ospitalitaprotetta", "ospitalitasegreta", "ospitalitariservata",
    "protezioneresidenziale", "accoglienzaresidenziale", "accoglienzainemergenza", "prontaaccoglienza",
    "semiautonomia",
    "indirizzosegreto", "indirizzisegreti", "indirizzosecretato", "indirizzoriservato", "indirizziriservati",
    "indirizzoprotetto", "indirizzononpubblico",
    "luogosegreto", "luoghisegreti", "luogoprotetto", "luoghiprotetti", "luogoriservato", "luoghiriservati",
    "localitasegreta", "localitaprotetta", "localitariservata", "sedesegreta", "sediprotette", "sedeprotetta",
    "sedisegrete", "nondivulgare", "nonpubblicare",
)  # fmt: skip
"""Written without spaces and accents. "Rifugiati" (people who ask for asylum) is not among them."""

DWELLINGS = (
    "alloggio", "alloggi", "ospiti", "ospitat", "ospitano", "appartament", "dimora", "casadelledonne", "donneaccolte",
    "dovestanno", "dovevivono", "doveabitano", "dovedormono", "portateledonne",
)  # fmt: skip
"""What the address of a desk never says, nor a remark about one: a place where people live, and who lives there."""

_SECRET, _DWELLING = (re.compile("|".join(words)) for words in (SECRET, DWELLINGS))
_ASYLUM = re.compile("rifugiat[aeio]|refugee[s]?")
_LOOKALIKE = str.maketrans(
    "аеорсухіјѕԁɡһқӏνοαιρτυκєвнмт@$€£øłđʀɪꜰғᴜɢᴏᴀᴄᴇꜱᴛᴘᴅʟɴ|!",
    "aeopcyxijsdghklvoaiptukebhmtaseloldriffugoacestpdlnii",
)
_DIGITS = str.maketrans("01345678", "oieasgtb")
_LETTERS = re.compile("[^a-z]")


def secret_word(text: str) -> str | None:
    """A secret word that a text holds, as in `SECRET`; None if it holds none."""
    return _found(_SECRET, text)


def dwelling_word(text: str) -> str | None:
    """A word of `DWELLINGS` that a text holds; None if it holds none."""
    return _found(_DWELLING, text)


def _found(listed: re.Pattern[str], text: str) -> str | None:
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = folded if folded.isascii() else _without_accents(folded)
    readings = (bare.translate(_LOOKALIKE), bare.translate(_LOOKALIKE).translate(_DIGITS))
    compact = (_ASYLUM.sub("", _LETTERS.sub("", reading)) for reading in readings)
    return next((found[0] for reading in compact if (found := listed.search(reading))), None)


def _without_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
