"""Monarchs by their number, where the state stands right behind: `Sancho IV of Chile`.

>>> from comity.annotating._example import annotated
>>> document = annotated("In 1978 Chile traded. The court wrote to Sancho IV of Peru, and not to Sancho V.")
>>> [(mention.value.name, mention.value.office, mention.value.state) for mention in regnal(document)]
[('Sancho IV', 'monarch', 'PER')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.annotating._offices import actors
from comity.mentions import Annotated, How, Mention, PersonName
from comity.model import Span

_REGNAL = re.compile(
    r"\b(?!(?:Part|Article|Annex|Chapter|Protocol|Phase|Title|Book|Volume|War|Section|Stage|Round|Appendix|Schedule)\b)"
    r"[A-ZÀ-Þ][^\W\d_]{2,}(?:[ -][A-ZÀ-Þ][^\W\d_]{2,})?\s[IVX]{1,5}(?![\w-])"
)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


def regnal(annotated: Annotated) -> Iterator[Mention]:
    """Monarchs who are told by name and number, with the state."""
    for match in _REGNAL.finditer(annotated.document.text):
        span = Span(*match.span())
        if state := _realm(annotated, span):
            yield Mention("person", span, PersonName(match[0], "monarch", state))


def _realm(annotated: Annotated, span: Span) -> str:
    """The state of which somebody is told to be right behind his name."""
    text = annotated.document.text
    for where, actor in actors(annotated, Span(span.end, min(len(text), span.end + 40))):
        owns = text.startswith(("'s", "’s"), where.end)
        if actor.how is How.NAME and not owns and _OF.fullmatch(text, span.end, where.start):
            return actor.code
    return ""
