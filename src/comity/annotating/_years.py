"""The years that a text names, as four digits, for what depends on the time of which it speaks.

>>> from comity.annotating._example import annotated
>>> spoken_of(annotated("In 1978 ties began. Trade of 1,950 tons and $2000 followed by 1981."))
(1978, 1981)
"""

from __future__ import annotations

import re

from comity.mentions import Annotated
from comity.model import Span

YEAR = re.compile(r"(?<![\d.,$€£-])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")
ANY = (0, 9999)


def years(annotated: Annotated, span: Span) -> frozenset[int]:
    """The years named in a stretch."""
    return frozenset(int(match[0]) for match in YEAR.finditer(annotated.document.text, span.start, span.end))


def spoken_of(annotated: Annotated) -> tuple[int, int]:
    """The first and the last year of which a document speaks, that of its publication among them; where it names none, any."""
    document = annotated.document
    published = {document.article(block).published[:4] for block in document.blocks}
    told = years(annotated, Span(0, len(document.text))) | {int(year) for year in published if year.isdigit()}
    return (min(told), max(told)) if told else ANY
