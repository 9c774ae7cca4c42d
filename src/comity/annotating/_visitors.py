"""Persons of whom a text tells no office, where they do what statesmen do: visit, are received, meet.

>>> text = "In 1990 Ana Soto visited Kenya and met with Omar Bello."
>>> [text[start:end] for start, end in visitors(text)]
['Ana Soto', 'Omar Bello']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.annotating._names import NAME, NO_NAME, THINGS, name_of

_ADVERB = r"(?:(?:also|then|later|again|twice|officially|personally|first|finally|both|himself|herself|himself\s+also)\s+)?"
_DOES = re.compile(
    rf"\s+(?:had\s+|has\s+|have\s+)?{_ADVERB}(?:visited|travell?ed\s+to|flew\s+to|arrived\s+in|went\s+to|toured|met\b|received\b|hosted\b|welcomed\b"
    r"|(?:present(?:ed|s)|submitted|handed\s+(?:over|in)|delivered|tendered)\s+(?:(?:his|her|the)\s+)?(?:credentials|letters?\s+of\s+(?:credence|accreditation)|letters\s+to)"
    r"|(?:paid|made)\s+(?:\w+\s+){0,4}?visits?\s+to|held\s+(?:\w+\s+){0,2}?talks)"
)
_IS_MET = re.compile(
    r"(?:\b(?:met|meets|meeting)\s+(?:with\s+)?|\b(?:was|were)\s+received\s+by\s+|\btalks\s+with\s+|\breceived\s+|\bhosted\s+|\bvisit(?:s)?\s+(?:by|of)\s+)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:Ministry|Bank|Company|Corporation|Group|Airlines?|Airways|Army|Navy|Fleet|Committee|Commission|Conference|Church|City|Town|Island|Islands"
    r"|River|Sea|County|Province|Region|Club|Team|FC|United|Court|Authority|Agency|Organi[sz]ation|Association|Forum|Summit|Orchestra|Ballet|Band"
    r"|Choir|Times|News|Post|Press|Delegation|Mission|Squadron|Division|Regiment|Front|Movement|Forces?|Alliance|Coalition|Opposition|Empire|Dynasty)\b"
)
_BEFORE = 40


def visitors(text: str) -> Iterator[tuple[int, int]]:
    """Where the full names of such persons stand; one word alone may be anything."""
    for match in NAME.finditer(text):
        name = name_of(match[0])
        if len(name.split()) < 2 or name.split()[0] in NO_NAME or _BODY.search(name) or THINGS.search(match[0]):
            continue
        end = match.start() + len(name)
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if before.endswith(("the ", "The ", "of ")) and not before.endswith(("visit of ", "visits of ")):
            continue
        if _DOES.match(text, end) or _IS_MET.search(before):
            yield match.start(), end
