"""Who and what bears an office's words and holds none: horses, bands, heroes of novels, first names.

>>> is_namesake("The horse Prime Minister Percival won.", 10, 33)
True
>>> is_namesake("Emir Begić, a midfielder, left.", 0, 10)
True
>>> is_namesake("President Percival won.", 0, 18)
False
"""

from __future__ import annotations

import re

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


def is_namesake(text: str, start: int, end: int) -> bool:
    """Is what stands there, office and name, no holder of an office?"""
    before = text[max(0, start - 160) : start]
    return bool(THING_BEFORE.search(before) or FICTION.search(before) or PRIVATE_AFTER.match(text, end))
