"""What a person's name looks like in a text: its words, the titles before it, and what it is not.

>>> name_of("Ana Soto President")
'Ana Soto'
>>> untitled("Dr. Ana Soto")
'Ana Soto'
"""

from __future__ import annotations

import re

PARTICLE = (
    r"(?:bin|bint|binti|ibn|ould|arap|ole|wa|ag|al|el|de|da|das|do|di|dos|du|des|del|della|la|las|los|le|van|von|vom|der|den|ben|abu|ul|ur"
    r"|e|y|ter|ten|te|zu|zum|zur|af|av|o')"
)
UPPER = "A-ZÀ-ÞĀ-ŽƠ-ƯḀ-ỹ"
WORD = (
    rf"(?:[A-Z]\.-?[A-Z]\.|[A-Z]\.|Ste?\.(?=[ ][A-Z])|(?:[{UPPER}d][’'])?(?:al-|el-|Al-|El-|ul-|Mc|Mac|O')?[{UPPER}][^\W\d_]+"
    r"(?:[-’'][^\W\d_]+)*)"
)
NAME = re.compile(
    rf"{WORD}(?:[ ]?(?:{PARTICLE}[ ]){{0,2}}(?:(?<=\.)|(?<=[ ])){WORD}|[ ]+(?:{PARTICLE}[ ]){{0,2}}{WORD}){{0,5}}(?:[ ][IVX]+\b)?"
)
TITLE = re.compile(
    r"(?:(?:(?:Mr|Mrs|Ms|Mme|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Adm|Capt|Cdr|Brig|Hon|Rt|Rev|Fr|Msgr|Mgr|H\.E|H\.R\.H)\.?"
    r"|HM|HRH|HH|HE|Sir|Dame|Madam|Madame|Monsieur|Lady|Lord"
    r"|(?:Lieutenant|Major|Brigadier|Colonel|Captain|Vice|Rear|Field|Air|Chief|Wing|General|Admiral|Marshal|Commander|Commodore"
    r"|Comrade|Army)"
    r"|Sheikh|Sheik|Sayyid|Imam|Ayatollah|Mullah|Maulana|Haji|Hajji"
    r"|Datuk|Dato['’]?|Tan Sri|Tun|Pengiran|Ato|Woizero|Shri|Smt\.?|Pandit|Don|Doña"
    r"|Archbishop|Bishop|Cardinal|Monsignor|Reverend|Father|Professor|Doctor"
    r"|Senator|Count|Countess|Baron|Baroness|Marquis|Marquess|Marqués|Viscount|Earl|Freiherr|Graf|Comte|Conde|Chevalier|Ritter|Pasha|Herr|Señor|Signor"
    r"|M\.(?=\s$|\s(?:d[eu]s?\s|de\sla\s)?[A-ZÀ-Þ][a-zà-ÿ-]+(?:$|,|\s[a-z(]|[.;)]))"
    r"|Judge|Excellency|Honourable|Honorable|Ambassador"
    r"|His Excellency|Her Excellency|His Majesty|Her Majesty|(?:U|Daw|Ko)(?=\s[A-Z]\w+\s[A-Z]))\s+(?:\((?:ret|retd)\.?\)\s+)?)+"
)
# After these words a name is that of a street, a school, a prize.
THINGS = re.compile(
    r"(?<=\s)(?:Street|Avenue|Road|Boulevard|Square|Airport|University|School|College|Hospital|Prize|Award|Medal|Bridge|Stadium|Foundation"
    r"|Museum|Institute|Cent(?:er|re)|Cup|Library|Hall|Palace|Mosque|Cathedral|Station|Dam|Highway|Fund|Trophy|Barracks|Theat(?:er|re)|Airfield)\b"
)
_NO_NAME = """
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday The A An In On At By For From With And But If As After Before During Since While
    When This That These Those Both His Her Their Its Our He She It They We I President Prime Minister Foreign Deputy
    Vice State Government Ministry Parliament Assembly National Council Party Republic Kingdom Union United Nations
    Office Secretary General Treaty Agreement Embassy Ambassador Defence Defense House Senate Congress Commission
    Committee Affairs Security Department Central Supreme Federal Political Visit Cold War World Great Joint Special
    Chairman Speaker King Queen League Cup Division Premier Class Under Until Among Amid Between Despite Following Against Through
    Upon Unlike Like Earlier Later Meanwhile However Thereafter Thereupon Though Although Because Once Instead
    Where Nor Or Today Yesterday Secretary-General
    """
NO_NAME = frozenset(_NO_NAME.split())
"""Words with a capital that begin no name: months, days, and what begins sentences and institutions."""


OWNER = re.compile(r"\w['’]s$")


def name_of(words: str) -> str:
    """The words up to the first that is no part of a name; "" where nothing is left."""
    kept: list[str] = []
    for word in words.split(" "):
        if word.rstrip("’'s") in NO_NAME or word in NO_NAME:
            break
        kept.append(word)
        if OWNER.search(word):  # Soto's Meeting
            break
    while kept and re.fullmatch(PARTICLE, kept[-1]):
        kept.pop()
    return re.sub(r"['’]s?$", "", " ".join(kept))


def untitled(words: str) -> str:
    """The words without the titles before them."""
    title = TITLE.match(words)
    return words[title.end() :] if title else words
