"""Years in the name of a treaty: they tell which it is and when it was made, and date nothing else in the sentence.

>>> from comity.annotating._example import annotated
>>> document = annotated("Under the 1871 Lima Convention the valley was Peruvian.")
>>> [(mention.span.of(document.document), mention.value.edtf) for mention in document.all("named-year")]
[('1871', '1871')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.annotating import Tools
from comity.annotating._date_doubt import is_named_pact
from comity.mentions import Annotated, DateWords, Mention
from comity.model import Span

KIND = "named-year"
NEEDS: frozenset[str] = frozenset()
_YEAR = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[’']s)[ \xa0]((?:1[3-9]|20)\d\d)(?=[ \xa0][A-Z])")


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Every such year, with the year itself."""
    text = annotated.document.text
    for match in _YEAR.finditer(text):
        if is_named_pact(text, match.end()):
            yield Mention(KIND, Span(*match.span(1)), DateWords(match[1], "", "of"))
