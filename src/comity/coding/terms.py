"""What a treaty says of itself, which is no further act of those who made it: signed a pact *settling* the dispute."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from comity.coding.grammar import Grammar, plain
from comity.coding.items import Item
from comity.coding.rules import Rules, Sort
from comity.mentions import Draft


def parted_terms(found: Sequence[Draft], row: Sequence[Item], grammar: Grammar, rules: Rules) -> tuple[list[Draft], set[Sort]]:
    """All but what two do to each other by the words of a treaty that is told of in the same sentence; the sorts of that."""
    papers = {at for draft in found if draft.kind == "agreement" for at in _words(draft, row) if not grammar.is_verb(at)}
    terms = [draft for draft in found if papers and _is_term(draft, papers, row, grammar, rules)]
    return [draft for draft in found if draft not in terms], set(map(rules.sort, terms))


def _words(draft: Draft, row: Sequence[Item]) -> list[int]:
    spans = [draft.trigger, *(mention.span for mention in draft.slots.get("title", ()))]
    return [
        at for at, item in enumerate(row) if any(item.span.start >= span.start and item.span.end <= span.end for span in spans)
    ]


def _is_term(draft: Draft, papers: set[int], row: Sequence[Item], grammar: Grammar, rules: Rules) -> bool:
    if not rules.kinds[draft.kind].any_of or not rules.kinds[draft.kind].even(draft.fixed):
        return False
    at = next((index for index, item in enumerate(row) if item.span.start == draft.trigger.start), None)
    return at is not None and any(
        plain(grammar.relation(node)) == "acl"
        and grammar.relation(node) != "acl:relcl"
        and grammar.is_verb(node)
        and up in papers
        for node, up in pairwise([at, *grammar.above(at)])
    )
