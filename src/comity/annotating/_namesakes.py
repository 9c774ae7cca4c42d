"""Who and what bears an office's words and holds none: horses, bands, heroes of novels, first names.

>>> is_namesake("The ferry Queen Beatrix sank.", 10, 23)
True
>>> is_namesake("Sultan Aydın, a boxer, left.", 0, 12)
True
>>> is_namesake("President Soto won.", 0, 14)
False
>>> bears_name("the singer Georgia Rey left", 11, 18), bears_name("in Georgia President Rey left", 3, 10)
(True, False)
>>> is_private("a Chilean boxer fell", 2, 9), is_private("They jailed a Chilean boxer", 14, 21)
(True, False)
"""

from __future__ import annotations

import re

from comity.annotating._names import NO_NAME, WORD

_THING = (
    r"horse|racehorse|stallion|mare|colt|dog|band|rock\s+group|pop\s+group|group|duo|ship|steamer|ferry|yacht|frigate|liner|vessel|locomotive|train"
    r"|film|movie|novel|song|album|opera|play|musical|comic|series|game|hotel|pub|inn|brand|cultivar|apple|tulip|rose|character|nicknamed?|stage\s+name"
)
THING_BEFORE = re.compile(rf"\b(?:{_THING})s?,?\s+(?:called\s+|named\s+|titled\s+)?[“\"'‘]?$", re.I)
FICTION = re.compile(
    r"\bIn\s+(?:the|his|her|its|this|that|\w+['’]s)\s+(?:\w+\s+){0,2}"
    r"(?:novel|film|movie|play|opera|musical|episode|comic|thriller|sitcom|video\s+game|satire|farce|fairy\s+tale|short\s+story)\b[^.]*$"
)
PRIVATE = (
    r"striker|midfielder|defender|goalkeeper|forward|footballer|cricketer|boxer|wrestler|sprinter|swimmer|cyclist|golfer|skier|skater|gymnast"
    r"|mountaineer|climber|hiker|jockey|racing\s+driver|tennis\s+player|chess\s+player|basketball\s+player|hockey\s+player|rugby\s+player|player"
    r"|athlete|coach|novelist|poet|painter|sculptor|pianist|violinist|cellist|singer|soprano|tenor|composer|actor|actress|dancer|ballerina"
    r"|film\s+director|photographer|musician|rapper|guitarist|drummer|architect|playwright|cartoonist|comedian|model|chef|tourist|backpacker"
    r"|holidaymaker|blogger|pensioner|dentist|hairdresser|baker|plumber"
)
"""Private persons: what they do, they do for no state."""
PRIVATE_AFTER = re.compile(rf",\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}(?:{PRIVATE})\b")
BODY_BEFORE = re.compile(
    r"\b(?:council|club|school|student|class|company|bank|university|association|union|federation|league|team|guild|society|college|village"
    r"|chamber|board|institute|firm|tribal|parish|county|group|foundation|academy|sorority|fraternity)\s+$"
)
"""Who presides over one of these presides over no state."""
_GIVEN = """
    Chad Georgia India Israel Jordan Kenya Sofia Cuba Ireland Holland England Malta Paris London Florence Sydney Vienna
    Geneva Victoria Santiago Salvador Dominica Lima Milan Asia America
    """
_FAMILY = """
    Holland France England Ireland Israel Jordan Poland Brazil Wales Scotland Britain London Paris German
    """
_NO_FAMILY = """
    Chancellor Premier Emperor Sultan Consul Envoy Mission Airways Airlines Army Navy Force Forces Air Police Times Sea
    Bay River Valley Street Road West East North South Northern Southern Eastern Western Central Upper Lower Summit
    Conference Declaration Accord Accords Protocol Convention Pact Plan Process Charter Round Group Club Forum Relations
    Peace Talks Armistice Friendship Trade Business Cultural Economic Cooperation Partnership Strategic Investment
    Development Free Bilateral Chamber Association Society Institute Foundation Bank Fund Company Corporation Region
    District Province City Town Airport Station Port Railway Today Power Tea Oil Gas
    """
GIVEN, FAMILY = frozenset(_GIVEN.split()), frozenset(_FAMILY.split())
"""States and capitals whose names are given names, or family names, too."""
NO_FAMILY = NO_NAME | frozenset(_NO_FAMILY.split())
"""Words in capitals that follow the name of a state and make no family name of it."""
_NO_ROLE = (
    r"under|after|over|for|or|nor|other|former|however|either|neither|never|ever|her|per|order|border|power|number|together|rather|whether"
    r"|later|latter|further|partner|neighbou?r|exporter|importer|supplier|yet|set|let|get|met|meet|market|and|than|between|man|can"
)
_ROLE = (
    rf"(?:\b(?!(?:{_NO_ROLE})\b)[a-z]+(?:er|or|ist|ian|ess|et|man|woman|ete|ect|chef|merchant|assistant|lieutenant|sergeant|accountant|wife|husband|son|daughter|sister)"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Senator|General|Minister|Ambassador|by|named|called))\.?,?\s+"
)
FOLLOWED = re.compile(rf"[ ]({WORD})")
LED = re.compile(rf"{_ROLE}$")
LED_FAMILY = re.compile(rf"{_ROLE}{WORD}[ ]$")
ONE_PRIVATE = re.compile(
    rf"\s+(?:[a-z][a-z-]+\s+){{0,2}}?(?:{PRIVATE}|traveller|traveler|merchant|shopkeeper|historian|scholar|writer|author|artist)\b"
)
PRIVATES = re.compile(
    r"\s+(?:[a-z][a-z-]+\s+){0,1}?(?:mountaineers|climbers|footballers|cricketers|athletes|players|swimmers|cyclists|golfers|skiers|boxers"
    r"|novelists|poets|painters|pianists|singers|actors|dancers|photographers|musicians|architects|backpackers|holidaymakers|pensioners)\b"
)
ARMED = re.compile(
    r"\s+(?:[Mm]uja?h[aei]d[ei]+n|[Cc]ontras|rebels|guerr?illas|insurgents|militias|militiamen|separatists|warlords)\b(?!-)"
)
"""Those who carry arms for no state, though they are called by the state in which they fight."""
THINGS = re.compile(r"\s+(?:baths?|bathhouses?|hammams?|cuisine|restaurants?)\b")
MAKERS = frozenset({"Antonov", "Boeing", "Airbus", "Dassault", "Lockheed", "Embraer", "Saab"})
MAKES = re.compile(
    r"[\s-]+(?:[A-Z]{1,3}-?\d|\d{2,3}\b|(?:cargo\s+|transport\s+|passenger\s+)?(?:planes?|aircraft|airplanes?|jets?|airliners?|helicopters?|fighters?"
    r"|cars?|trucks?|transports?|Mirages?|Rafales?|Gripens?)\b)"
)
"""What bears the name of its maker: an Antonov plane, a Boeing 747."""
SEIZED = re.compile(
    r"\b(?:arrest|detain|detention|seiz|expel|expuls|deport|kidnap|abduct|jail|imprison|kill|execut|releas|freed|sentenc|hostage|murder)[a-z]*"
    r"\b[^.;]*$"
)


def bears_name(text: str, start: int, end: int) -> bool:
    """Is a state's or capital's name there that of a person: Georgia Rey, the writer Ana London?"""
    word = text[start:end]
    after = FOLLOWED.match(text, end) if word in GIVEN else None
    if after and after[1] not in NO_FAMILY and LED.search(text, max(0, start - 40), start):
        return True
    return word in FAMILY and bool(LED_FAMILY.search(text, max(0, start - 50), start))


def is_private(text: str, start: int, end: int) -> bool:
    """Does the adjective there qualify a private person, who acts for no state, and against whom none acts?"""
    private = ONE_PRIVATE.match(text, end) or PRIVATES.match(text, end)
    return bool(private) and not SEIZED.search(text, max(0, start - 60), start)


def is_of_nobody(text: str, start: int, end: int, *, adjective: bool, inside: bool) -> bool:
    """Is what is called so there no actor: the Afghan mujahideen, a Turkish bath, an Antonov plane?"""
    if bears_name(text, start, end):
        return True
    if inside:
        return False
    if adjective:
        return bool(ARMED.match(text, end) or THINGS.match(text, end))
    return text[start:end] in MAKERS and bool(MAKES.match(text, end))


def is_namesake(text: str, start: int, end: int) -> bool:
    """Is what stands there, office and name, no holder of an office?"""
    before = text[max(0, start - 160) : start]
    return bool(THING_BEFORE.search(before) or FICTION.search(before) or PRIVATE_AFTER.match(text, end))
