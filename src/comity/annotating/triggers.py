"""Words that a rule may start from, or that a pattern names.

>>> from comity.annotating._example import annotated
>>> [(mention.value.concepts[0][0]) for mention in annotated("Peru signed it.").all("trigger")]
['sign']
"""

from __future__ import annotations

from collections.abc import Iterable

from comity.annotating import Tools
from comity.mentions import Annotated, Mention

KIND = "trigger"
NEEDS: frozenset[str] = frozenset()


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Every place where words of a concept stand."""
    return tools.words.find(annotated.document.text)
