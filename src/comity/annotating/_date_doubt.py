"""What looks like a date and is none: numbers of things, of resolutions and pages, names, ages, clock times."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"(?:\b(?:[Rr]esolutions?|[Nn]umbers?|[Nn]r|No|Nos|[Pp]ages?|pp?|[Vv]ols?|[Vv]olume|[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Dd]ecrees?|"
    r"Law|Order|Regulation|Directive|Flight|flight|Boeing|Airbus|Route|route|Room|Unit|Channel|Form|Box|Proposition|Document|[Ii]tems?|"
    r"USD|EUR|GBP|RMB|Rs|Agenda|Vision|Horizon|Expo|Euro|Strategy|Formula|ISO|aged?|worth|"
    r"totall?ing|numbering|numbered|than|total of"
    r"|with|[Ss]ome|[Nn]early|[Aa]lmost|[Oo]ver|[Ee]xactly|just under|as many as)\.?|§|#)[ \xa0]?$"
)
_TITLED = re.compile(
    r"\b(?:[Ff]ilms?|[Mm]ovie|[Nn]ovel|[Bb]ook|[Pp]lay|[Oo]pera|[Ss]ong|[Aa]lbum|[Ss]eries|[Hh]eight|[Hh]ill|[Rr]ow|[Ss]eat|[Gg]ate|"
    r"[Pp]latform|[Pp]oint|[Bb]us|[Tt]rain|votes? (?:to|against)|\d (?:to|against))[ \xa0][“\"‘']?$"
)
_COMPOUND = re.compile(
    r"-(?:strong|man|men|member|seat|page|word|met(?:re|er)|mile|km|ton|tonne|bed|room|acre|hectare|mm|pound)\b"
)
_BACKWARDS = re.compile(r"[-–—](\d{4})(?!\d)")
_ORDINAL_OF = re.compile(r"\b[A-Z]?[a-z-]+(?:th|st|nd|rd)[ \xa0]$")
_EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach)[ \xa0]$")
_LISTED_RESOLUTIONS = re.compile(r"\b[Rr]esolutions\b[\d ,()]*(?:and |or )?$")
_NAME_BEFORE = re.compile(r"(?:^|[^.!?:;,\n|*(\[–—-] )(?!The )[A-Z][\w-]*[a-z][\w-]*[ \xa0]$")
_PEOPLE = r"[A-Z][a-z]+(?:ese|an|ian|ish|ch|i|t)"
_PLACE = re.compile(r"\b[Ii]n (?:[A-Z][\w-]+[ ]){1,2}$")
_NAMED_PACT = re.compile(
    r"[ \xa0](?:[A-Z][\w’'-]*[ \xa0]){0,4}(?:Conference|Convention|Treat(?:y|ies)|Accords?|Agreements?|Protocols?"
    r"|Declaration|Charter|Covenant|Constitution|Pact|Concordat|Armistice)s?\b"
)
_ADDRESS = re.compile(
    r"[ \xa0](?:[A-Z][\w.’'-]*[ \xa0]){1,3}(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Blvd|Drive|Lane|Place|Square|Way)\b"
)
_AT = re.compile(r"(?:\b[Aa]t|[Aa]ddress:?|,)[ \xa0]$")
_GROUP_BEFORE = re.compile(
    r"\b(?:[Gg]roups?|[Mm]ovements?|[Oo]rgani[sz]ations?|[Gg]uerrillas?|[Ff]action|[Mm]ilitia|[Pp]arty|[Bb]attalion|[Bb]rigade|[Rr]egiment|"
    r"[Ff]ront|[Ff]oundation|[Ss]ociety|[Cc]ommittee|[Cc]oalition|[Aa]lliance|called|named)[ \xa0][“\"‘']?$"
)
_UNITS = (
    "tonnes?|tons?|kilograms?|kg|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|ft|hectares?|acres?|MW|megawatts?|kW|GWh|barrels?|"
    "dollars?|euros?|kip|rou?bles?|yuan|yen|baht|dong|pounds?|percent|per cent|"
    "million|billion|thousand|hundred|dozen|square|cubic|"
    "hours|hrs|GMT|UTC|local time|troops|soldiers|men|women|people|persons|children|personnel|staff|killed|dead|wounded|injured|"
    "advis[eo]rs|workers|refugees|tourists|visitors|students|experts|specialists|scholarships|villages|houses|families|members|"
    "employees|companies|projects|units|tanks|vehicles|flights|guests|participants|delegates|nationals|citizens|passengers|prisoners|"
    "rifles|trucks|planes|bombs|missiles|deaths|casualties|jobs|homes|schools|votes|aircraft|hp|cc|rpm|strong|copies|pieces|sets|"
    "US dollars"
)
_COUNTED = re.compile(rf"[ \xa0-](?:(?:[a-z-]+|{_PEOPLE})[ ]){{0,2}}(?:{_UNITS})\b")
_PLURAL = re.compile(
    rf"[ \xa0](?:{_PEOPLE}[ ])?(?!(?:was|has|does|this|its|his|means|brings|plus|versus|thus|always|perhaps|besides|across|"
    r"crisis|process|sees|marks|"
    r"sets|opens|begins|starts|relations)\b)[a-z]+[a-rt-z]s\b"
)
_GAMES = re.compile(
    r"[ \xa0](?:[A-Z][\w’-]*[ ]){0,4}(?:Olympics?|World Cup|Cup|Games|Championships?|Expo|"
    r"Eurovision|Grand Prix|Awards?|"
    r"Overture|Avenue|Street|Road|Boulevard|Paralympics|Universiade|Biennale|Season|Tour)\b"
)
_DETERMINER = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)|[’']s|s[’'])[ \xa0](?:[a-z][a-z-]+[ \xa0])?$"
)
_ORDINAL = re.compile(r"\d\d?(?:st|nd|rd|th)\b")
_NOUN_NEXT = re.compile(r"(?:[ \xa0](?:[a-z]{4}|[A-Z]|“|\")|-[a-z])")
_BEFORE_CHRIST = re.compile(r"s?[ \xa0]?(?:BCE?\b|B\.C\.)")
_NAMED_DAY = re.compile(
    r"[ \xa0](?:[A-Z][\w’-]*[ ])?(?:Movement|Revolution|Barracks|Stadium|Airport|University"
    r"|Street|Square|Avenue|Brigade|Group|Day\b|Fourth|First|Madness|"
    r"Uprising|Bridge)"
)
_WEEKDAY_NAME = re.compile(
    r"[ \xa0](?:Times|Post|Mail|Telegraph|Express|Mirror|Herald|Star|Independent|Monitor|Tribune|"
    r"[Nn]ight|[Pp]rayers?|[Ss]chool|[Mm]ass|market|Mosque|Agreement|Accords?|Club|Group)"
)
_NAMED_WEEKDAY = re.compile(r"(?:Black|Good|Bloody|Ash|Easter|Palm|Super|Cyber|[Ee]very|[Ee]ach|[Pp]er)[ \xa0]$")
_NEGATED = re.compile(r"(?:\b(?:not|never|no)\b|n[’']t\b)[^.;:\n]{0,60}$")
_ANNIVERSARY = re.compile(r"\b(?:anniversary|jubilee|centenary)\b[^.!?\n]*$")
_CAPITAL = re.compile(r"[ \xa0][A-Z]")
_ROUND = re.compile(r"(?:00|50)$")
_LARGE_ROUND = re.compile(r"10\d\d|1[1-8]00\b")
_FILED = re.compile(
    r"\b(?:[Cc]ases?|[Rr]ef(?:erence)?|[Dd]ecisions?|[Dd]ocuments?|[Bb]ills?|[Aa]cts?|[Ll]aws?|[Oo]rders?|[Cc]irculars?|"
    r"[Nn]otices?|[Pp]rotocols?|[Oo]pinions?|[Jj]udge?ments?|[Rr]egulations?|[Dd]irectives?|[Dd]ecrees?|[Cc]ontracts?|[Pp]hone|[Tt]el|"
    r"[Ff]ax|[Cc]all|ISBN|ISSN|[Pp]atents?|[Ll]icen[cs]es?|[Aa]ccounts?|[Ss]erial|ID|[Cc]ode)\b[\w ().:№#-]{0,16}$"
)
_STOP = re.compile(r"\s*(?:$|[,.;:)\]–—\n])")


def before_christ(text: str, end: int) -> bool:
    """Do the letters after a year put it before the first?"""
    return bool(_BEFORE_CHRIST.match(text, end))


def is_negated(text: str, start: int) -> bool:
    """Does "not" or its like stand before, in the same clause, as in "did not open until 1975"?"""
    return bool(_NEGATED.search(text[max(0, start - 80) : start]))


def is_attributive(text: str, start: int, end: int) -> bool:
    """Does the date stand between an article and the noun that it dates: "the 1972 treaty", not "the 7th of May 1972"?"""
    if _ORDINAL.match(text, start):
        return False
    return bool(_DETERMINER.search(text[max(0, start - 30) : start]) and _NOUN_NEXT.match(text, end))


def is_games(text: str, end: int) -> bool:
    """Does the name of games or a fair follow?"""
    return bool(_GAMES.match(text, end))


def is_part_of_number(text: str, start: int, end: int) -> bool:
    """Is it surely no year: a 1900-strong force, a telephone number that a smaller number goes on?"""
    onward = _BACKWARDS.match(text, end)
    return bool(_COMPOUND.match(text, end) or (onward and onward[1] <= text[start : start + 4]))


def is_day_in_words(text: str, start: int) -> bool:
    """Does an ordinal stand before "of May", so that a day is meant, or its feast?"""
    return bool(_ORDINAL_OF.search(text[max(0, start - 20) : start]))


def is_yearly(text: str, start: int) -> bool:
    """Does the day come every year?"""
    return bool(_EVERY.search(text[max(0, start - 8) : start]))


def is_named_pact(text: str, end: int) -> bool:
    """Is the year part of the name of a treaty or conference, and tells which, not when: the 1988 Lima Convention?"""
    return bool(_NAMED_PACT.match(text, end))


def is_address(text: str, start: int, end: int) -> bool:
    """Is it the number of a house: at 1950 Bolivar Avenue?"""
    return bool(_ADDRESS.match(text, end) and _AT.search(text[max(0, start - 10) : start]))


def is_named_day(text: str, start: int, end: int) -> bool:
    """Is it a day's or month's name that has become another thing's: the 26 July Movement, the group 5 March?"""
    return bool(_NAMED_DAY.match(text, end) or _GROUP_BEFORE.search(text[max(0, start - 20) : start]))


def is_anniversary(text: str, start: int, end: int) -> bool:
    """Does a stretch of years in brackets tell from when to when an anniversary counts?"""
    in_brackets = text[max(0, start - 1) : start] in {"(", "["} and text[end : end + 1] in {")", "]"}
    return in_brackets and bool(_ANNIVERSARY.search(text[max(0, start - 160) : start]))


def is_name_after(text: str, start: int, end: int) -> bool:
    """Does a capital follow at once, as if the day belonged to a name? At the begin of a line the day dates the line."""
    return bool(_CAPITAL.match(text, end)) and bool(text[:start].rpartition("\n")[2].strip("*•-–# \t"))


def is_named_weekday(text: str, start: int, end: int) -> bool:
    """Is it a name such as Good Friday, or a day that comes every week?"""
    return bool(_WEEKDAY_NAME.match(text, end) or _NAMED_WEEKDAY.search(text[max(0, start - 8) : start]))


def is_number(text: str, start: int, end: int, *, bound: bool) -> bool:
    """Is a bare year rather a number? `bound`: a word stands before it that may bind a date or a number, such as "by"."""
    before = text[max(0, start - 40) : start]
    if _LISTED_RESOLUTIONS.search(before) or _COUNTED.match(text, end):
        return True
    if bound:
        return False
    if _LARGE_ROUND.match(text, start):
        return True
    named = (_NAME_BEFORE.search(before) and not _PLACE.search(before)) or _TITLED.search(before)
    return bool(named or _PLURAL.match(text, end) or _NUMBERED.search(before))


def is_serial(text: str, start: int, end: int) -> bool:
    """Is a month or day in digits rather the number of a case, a law, a telephone?"""
    return bool(_FILED.search(text[max(0, start - 40) : start])) or is_number(text, start, end, bound=False)


def is_round_guess(words: str, text: str, end: int) -> bool:
    """After "about" without "in": a round number that does not end its clause may count things."""
    return bool(_ROUND.search(words)) and not _STOP.match(text, end) and not re.match(r"\s[A-Z]", text[end : end + 2])
