"""Whose president receives those who come: `the envoys flew to Lima and met President Ana Soto`.

>>> from comity.annotating._example import annotated
>>> text = "The foreign minister of Chile flew to Accra, where he was received by President Omar Bello."
>>> document = annotated(text)
>>> at = text.index("President")
>>> receiving(document, Span(0, len(text)), Span(at, len(text) - 1))
'GHA'
"""

from __future__ import annotations

import re

from comity.annotating._offices import actors
from comity.mentions import Annotated, How
from comity.model import Span

HOSTS = frozenset({"president", "prime-minister", "monarch", "foreign-minister", "defence-minister", "parliament-speaker"})
"""Offices whose holders receive guests at home."""
_COMES = (
    r"(?:visit(?:s|ed|ing)?|travel(?:s|led|ed|ling|ing)?|fl(?:ies|ew|own|ying)|went|goes|gone|going|c[ao]me|coming|arriv(?:es?|ed|ing)|journey(?:s|ed)?"
    r"|land(?:s|ed|ing)?|journey|trip|tour|stop(?:s|ped|over)?|call(?:s|ed)?|sail(?:s|ed)?|dr(?:ove|ives))"
)
_TO = re.compile(rf"\b(?:{_COMES}\b[^.;:]{{0,40}}?\s(?:to|in|at|into)|visit(?:s|ed|ing)?)\s+(?:the\s+)?$", re.I)
_MEETS = re.compile(
    r"\b(?:met(?:\s+(?:there\s+)?with)?|meet(?:s|ing|ings)?(?:\s+with)?|received(?:\s+there)?\s+by|welcomed\s+by|greeted\s+by|hosted\s+by|(?:talks|discussions)\s+with"
    r"|talked\s+(?:to|with)|conferred\s+with|audience\s+(?:with|of)|called\s+on|guests?\s+of|at\s+the\s+invitation\s+of|saw|dined\s+with)\s+(?:the\s+|his\s+host,?\s+|her\s+host,?\s+)?$",
    re.I,
)


def receiving(annotated: Annotated, sentence: Span, person: Span) -> str:
    """The state to which somebody came before he met or was received by a person; empty where the sentence tells of none."""
    text = annotated.document.text
    if not _MEETS.search(text, sentence.start, person.start):
        return ""
    before = Span(sentence.start, person.start)
    named = [(span, actor.code) for span, actor in actors(annotated, before) if actor.how in (How.NAME, How.CAPITAL)]
    placed = [(mention.span, str(mention.value)) for mention in annotated.within("place", before) if mention.value]
    for span, code in sorted({*named, *placed}, key=lambda found: found[0].start, reverse=True):
        if _TO.search(text, sentence.start, span.start):
            return code
    return ""
