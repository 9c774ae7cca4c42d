"""What the two of whom a document speaks do to each other, and what a third does between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.mentions import code_of
from comity.resolving.work import Work

BY = re.compile(
    r"\bby\s+(?!(?:19|20)\d\d\b|the\s+end\b|land\b|sea\b|air\b|train\b|rail\b)|\bfrom\s+(?:its|private|several|other)\b"
)


def is_between(work: Work) -> bool:
    """Is it what the two of whom the document speaks do to each other, in a sentence that names nobody else: the war of 1879?

    So say the rule, of its words, and the kind, of its types, where also nothing tells by whom it was done.
    """
    context, evidence, rule = work.who.context, work.draft.evidence, work.draft.between
    if not context.titled or not (rule or work.kind.is_between(work.fields)):
        return False
    annotated = work.who.annotated
    told = not rule and BY.search(annotated.document.text, work.draft.trigger.start, evidence.end)
    named = work.who.named_in(evidence) if rule else {*map(code_of, annotated.within("actor", evidence))} - {""}
    pair, others = ({work.who.settled(code, work.when)[0] for code in codes} for codes in (context.pair, named))
    return not told and others <= pair


def reconciled(work: Work, acting: Sequence[str]) -> tuple[str, ...]:
    """The pair, where a rule tells what others do between two and the sentence does not say between whom: Oman mediated."""
    pair = work.who.context.pair
    apart = bool(acting) and len(pair) == 2 and not {*acting} & {*pair}
    return tuple(pair) if apart and work.draft.between and work.kind.even(work.fields) else ()
