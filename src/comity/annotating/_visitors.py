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
_OWN = re.compile(r"['’]s?\s+(?:[a-z0-9-]+\s+){0,3}?(?:visits?|trips?|tour|stay)\s+(?:to|in|of)\b")
"""The visit is his: Ana Soto's second visit to Kenya."""
_DOES = re.compile(
    rf"\s+(?:had\s+|has\s+|have\s+)?{_ADVERB}(?:visited|travell?ed\s+to|flew\s+to|arrived\s+in|went\s+to|toured|met\b|received\b|hosted\b|welcomed\b"
    r"|(?:present(?:ed|s)|submitted|handed\s+(?:over|in)|delivered|tendered)\s+(?:(?:his|her|the)\s+)?(?:credentials|letters?\s+of\s+(?:credence|accreditation)|letters\s+(?:to|in|as)\b)"
    r"|(?:paid|made)\s+(?:\w+\s+){0,4}?visits?\s+to|held\s+(?:\w+\s+){0,2}?talks|came\s+(?:to|on)|landed\s+in|called\s+on|returned\s+the\s+visit"
    r"|asked\b|demanded\b|requested\b|protested\b|refused\b|declined\b|rejected\b|accepted\b|agreed\b|promised\b|pledged\b|offered\b|proposed\b"
    r"|suggested\b|urged\b|called\s+(?:for|upon)|appealed\b|warned\b|threatened\b|accused\b|denounced\b|condemned\b|criticised\b|criticized\b|deplored\b"
    r"|thanked\b|praised\b|congratulated\b|assured\b|signed\b|ratified\b|negotiated\b|concluded\b|recogni[sz]ed\b|dispatched\b|withdrew\b|recalled\b"
    r"|expelled\b|invaded\b|attacked\b|occupied\b|annexed\b|ceded\b|apologi[sz]ed\b|yielded\b|relented\b|gave\s+(?:way|in)\b|undertook\b|invited\b"
    r"|summoned\b|intervened\b|mediated\b|vetoed\b|backed\b|opposed\b|supported\b|broke\s+off|lifted\b|imposed\b|suspended\b|closed\s+the\b"
    r"|sent\s+(?:a|an|the|his|her|two|three|troops|envoys|ships|word|arms|help|aid)\b|declared\s+war|granted\b|lent\b|replied\b|responded\b|answered\b"
    r"|(?:landed|stopped|stopped\s+over)\s+(?:at|in)\s+(?=[A-Z])|(?:flew|rode)\s+(?:in)?to\s+(?=[A-Z])"
    r"|was\s+(?:received|welcomed|entertained|greeted)\s+(?:by|in|at)\b|saw\s+(?=[A-Z])|embraced\b|shook\s+hands|(?:re)?paid\s+(?:\w+\s+){1,3}visit\b"
    r"|retaliated\b|insisted\b|conferred\b|told\b|assented\b|consented\b|capitulated\b|surrendered\b|sued\s+for|marched\s+(?:into|on|against))"
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
_PRIVATE = re.compile(
    r"\b(?:painter|artist|writer|novelist|poet|playwright|dramatist|author|singer|composer|pianist|violinist|conductor|musician|actor|actress|dancer"
    r"|architect|sculptor|photographer|film-?maker|director|footballer|player|athlete|runner|boxer|cyclist|wrestler|coach|champion|striker|golfer"
    r"|explorer|traveller|traveler|adventurer|navigator|geographer|botanist|zoologist|naturalist|archaeologist|anthropologist|ethnographer|linguist"
    r"|orientalist|historian|philosopher|scientist|physicist|chemist|biologist|mathematician|astronomer|geologist|scholar|journalist|reporter"
    r"|student|tourist|climber|mountaineer|designer|chef|businessman|businesswoman|entrepreneur|tycoon|rapper|comedian|model|surgeon)\s+$",
    re.IGNORECASE,
)
"""Who travels for himself: the painter Ana Soto."""
_BEFORE = 40


def visitors(text: str) -> Iterator[tuple[int, int]]:
    """Where the full names of such persons stand; one word alone only where the text has it as the end of a full name."""
    family = set[str]()
    for start, name in _names(text):
        end = start + len(name)
        before = text[max(0, start - _BEFORE) : start]
        if before.endswith(("the ", "The ", "of ")) and not before.endswith(("visit of ", "visits of ")):
            continue
        if _PRIVATE.search(before):
            continue
        if " " in name:
            family.add(name.split()[-1])
        elif name not in family:
            continue
        if _DOES.match(text, end) or _OWN.match(text, end) or _IS_MET.search(before):
            yield start, end


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Names that may be those of persons, with where they begin."""
    for match in NAME.finditer(text):
        name = name_of(match[0])
        if name and name.split()[0] not in NO_NAME and not _BODY.search(name) and not THINGS.search(match[0]):
            yield match.start(), name
