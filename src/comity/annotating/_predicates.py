"""Who came into an office, or held it, by a verb: `Ana Soto was named ambassador`, `Mali appointed Omar Bello consul`.

>>> holder_before("In 1990 Ana Soto was appointed ")
Holder(start=8, name='Ana Soto', before='')
>>> holder_before("Omar Bello succeeded Ana Soto as the new ")
Holder(start=0, name='Omar Bello', before='Ana Soto')
>>> holder_before("Ana Soto met the ")
>>> bool(HOLDS.fullmatch(", who later became "))
True
"""

from __future__ import annotations

import re
from typing import NamedTuple

from comity.annotating._names import NAME, PARTICLE, TITLE, WORD, name_of, untitled

FULL = rf"{WORD}(?:[ ](?:{PARTICLE}[ ]){{0,2}}{WORD}){{1,5}}(?:[ ][IVX]+\b)?"
_ADVERB = (
    r"(?:also|then|later|subsequently|now|currently|presently|formerly|previously|first|once|long|recently|newly|soon|concurrently"
    r"|simultaneously|additionally|officially|formally|duly|unanimously|in\s+(?:early\s+|late\s+|mid-)?(?:[A-Z]\w+\s+)?\d{4}"
    r"|on\s+\d+\s+\w+(?:\s+\d{4})?)"
)
_BE = rf"(?:(?:is|was|were|be|been|being|has|had|have|having)\s+(?:{_ADVERB}\s+)*)"
_PUT = (
    r"(?:appointed|named|nominated|designated|elected|re-?elected|chosen|selected|confirmed|accredited|proclaimed|declared|crowned"
    r"|posted|dispatched|sent|sworn\s+in|installed|inaugurated|commissioned|promoted|reappointed|assigned)"
)
_HOLD = (
    r"(?:serv(?:ed|es|ing)|act(?:ed|s|ing)|took\s+over|takes\s+over|took\s+office"
    r"|t(?:ook|akes)\s+up\s+(?:his|her)\s+(?:post|duties|office)|assumed\s+(?:office|duties)"
    r"|assumed\s+(?:the|his|her)\s+(?:post|office|position|role|duties)|continued|remained|arrived"
    r"|presented\s+(?:himself|herself)|introduced\s+(?:himself|herself)|was\s+received|stayed\s+on|functioned|officiated|doubled"
    r"|left\s+(?:office|his\s+post|her\s+post)|resigned|retired|stepped\s+down)"
)
_LETTERS = r"(?:his|her|the)\s+(?:credentials|letters?(?:\s+of\s+credence)?)\b"
_CREDENTIALS = rf"(?:presented|submitted|handed\s+(?:over|in)|delivered)\s+{_LETTERS}[^.;]{{0,60}}?"
_POST = r"(?:the\s+)?(?:post|office|position|role|rank|title|duties)\s+(?:of|as)"
_AS = rf"(?:\s+(?:as|to\s+be|to|{_POST}|to\s+{_POST}))?"
_WHERE = r"(?:\s+(?:there|here|(?:in|to|at)\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)(?=\s+as\b))?"
_BY = r"(?:\s+by\s+[^.;]{3,60}?(?=\s+(?:as|to\s+be)\s))?"
_NEW = r"(?:new|first|next|last|current|second|third|youngest|\d+(?:st|nd|rd|th))"
_COUNTRY = r"(?:(?:[\w-]+\s+){0,3}(?:country|nation|kingdom|republic|government|state)['’]s\s+)?"
_ARTICLE = rf"(?:(?<=\s)|\s+)(?:(?:the|a|an|its|his|her|their)\s+)?{_COUNTRY}(?:{_NEW}\s+)*$"
_ASIDE = r"(?:,\s+(?:who\s|an?\s|born\s|also\s|himself\s|herself\s)[^,.;()]{2,60}(?=,)|\s*\((?!as\b)[^()]{2,60}\))?"
_HOLDS = (
    rf"{_ASIDE}(?:,?\s+who\s+|,\s+|\s+)(?:{_ADVERB}\s+)*(?:(?:{_BE}*(?:{_PUT}|{_HOLD})){_BY}{_WHERE}{_AS}|{_BE}+"
    rf"|(?:(?:has|had)\s+)?(?:{_ADVERB}\s+)*(?:bec(?:ame|omes?)|h(?:olds?|eld)\s+{_POST}|assumed\s+{_POST}|accepted\s+{_POST})"
    rf"|{_BE}*(?:succeed(?:ed|s|ing)|replac(?:ed|es|ing)|follow(?:ed|s|ing))\s+(?P<other>{FULL})\s+as|{_CREDENTIALS}\s+as){_ARTICLE}"
)
HOLDS = re.compile(_HOLDS)
"""What may stand between a person's name and the office that he comes into, holds or leaves."""
_TOLD = rf"(?P<name>(?:{TITLE.pattern})?{FULL}|{TITLE.pattern}{WORD})"
_GAIN = (
    rf"(?:(?:his|her)\s+)?[“\"]?(?:(?:recent|new)\s+)?(?:appointment|election|re-election|inauguration|nomination|being\s+{_PUT})"
)
_BY_OTHERS = (
    rf"\b(?:{_PUT}|appoint(?:s|ing)?|nam(?:es|ing)|nominat(?:es|ing)|recalled)\s+{_TOLD},?{_WHERE}{_AS}{_ARTICLE}",
    r"\b(?:appointment|nomination|election|re-election|designation|inauguration|accreditation|recall)\s+of\s+"
    rf"{_TOLD}{_AS}{_ARTICLE}",
    rf"\bcongratulat(?:ed|es|ing)\s+{_TOLD}\s+(?:up)?on\s+{_GAIN}{_AS}{_ARTICLE}",
    rf"{_TOLD},?\s+(?:and\s+|to\s+)?congratulat\w+\s+(?:him|her)\s+(?:up)?on\s+{_GAIN}{_AS}{_ARTICLE}",
    rf"\bwith\s+{_TOLD},?\s+as{_ARTICLE}",
    rf"{_TOLD}{_HOLDS}",
)
PATTERNS = tuple(re.compile(pattern) for pattern in _BY_OTHERS)


IS = re.compile(
    r"(?:\s+(?:to|in|at|since|then|now|who|that|ever)\b[^,.;:()]{0,60}?)?"
    rf"\s+(?:(?:is|was|are|were|has\s+been|had\s+been|became)\s+(?:{_ADVERB}\s+)*(?:(?:held|filled|occupied|taken\s+over|assumed)\s+by\s+)?)(?:{TITLE.pattern})?(?P<name>{FULL})(?!['’]s?\b)"
)
"""What may stand between an office and the name of its holder: `the first ambassador to Peru was Omar Bello`."""


OF = re.compile(r"(?<!appointment )(?<!nomination )(?<!election )(?<!designation )(?<!inauguration )(?<!recall )\b(?:of|for)\s+$")


class Holder(NamedTuple):
    """Where a holder's name begins, the name, and that of the person who held the office before, if told."""

    start: int
    name: str
    before: str


def holder_before(before: str) -> Holder | None:
    """The holder whom the words before an office name."""
    for pattern in PATTERNS:
        if found := pattern.search(before):
            if OF.search(before, 0, found.start("name")):
                continue  # the father of Omar Bello, the Movement for New Growth
            told = untitled(found["name"])
            if name_of(told) == told and NAME.fullmatch(told):
                return Holder(found.end("name") - len(told), told, found.groupdict().get("other") or "")
    return None
