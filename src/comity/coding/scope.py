"""What a word that says how sure the text is governs, by the grammar: said, wanted, pondered, meant, or taken for granted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from comity.coding.grammar import BLAMING, Grammar, plain
from comity.mentions import DateWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.coding.items import Item

# By which a phrase tells what was said, and not when or where: thanked for, accused of, informed about.
TELLING = frozenset({"for", "of", "about", "on", "over", "against", "to", "with", "as", "by", "regarding", "concerning"})
PONDERED = frozenset({"about", "of", "on", "over", "from"})
_NEAR = 3
"""Items between an object and the infinitive that is wanted of it."""


def is_told(grammar: Grammar, at: int, saying: int) -> bool | None:
    """Is it part of what a verb of saying, thanking or blaming says? None where the tree does not know the verb."""
    if not grammar.relation(at) or not grammar.is_verb(saying) or plain(grammar.relation(saying)) in ("case", "mark", "fixed"):
        return None
    way = [at, *grammar.above(at)]
    if saying in way:
        return way[0] == saying or _tells(grammar, way[way.index(saying) - 1])
    aside = plain(grammar.relation(saying)) in ("parataxis", "advcl", "obl", "case", "advmod")
    return bool(set(grammar.above(saying)[:1]) & set(way)) and aside


def _tells(grammar: Grammar, under: int) -> bool:
    """Does what hangs under a verb of saying tell what was said?"""
    relation = grammar.relation(under)
    if plain(relation) == "advcl":
        return bool(grammar.marks(under) & BLAMING)
    if plain(relation) == "obl":
        return bool(grammar.marks(under) & TELLING)
    return relation not in ("nsubj", "conj") and plain(relation) != "acl"


def wanting(grammar: Grammar, at: int) -> tuple[str, ...]:
    """The verbs whose infinitive or subjunctive a verb is, or stands in: invited Peru to *send*, demanded that Peru *send*."""
    found = []
    for node, up in pairwise([at, *grammar.above(at)]):
        if not (grammar.is_verb(node) and grammar.is_verb(up)):
            break
        infinitive = "to" in grammar.marks(node) and (
            grammar.relation(node) in ("xcomp", "ccomp") or _is_close(grammar, up, node)
        )
        if infinitive or (grammar.relation(node) == "ccomp" and grammar.is_bare(node)):
            found.append(grammar.lemma(up))
    return tuple(found)


def _is_close(grammar: Grammar, up: int, node: int) -> bool:
    """Does an infinitive follow the object of a verb at once, so that it is wanted of it and no purpose of the whole?"""
    objects = [kid for kid in grammar.kids(up, "obj", "iobj", "obl") if kid < node]
    return bool(objects) and node - max(objects) <= _NEAR


def meant_by(grammar: Grammar, at: int) -> str:
    """The verb, or noun, whose purpose a verb tells: visited Peru to *strengthen* ties; "" where it tells none."""
    for node, up in pairwise([at, *grammar.above(at)]):
        if not grammar.is_verb(node):
            return ""
        if "to" in grammar.marks(node) and plain(grammar.relation(node)) in ("advcl", "acl"):
            return grammar.lemma(up)
        if grammar.relation(node) != "conj":
            return ""
    return ""


def pondered(grammar: Grammar, at: int) -> tuple[str, ...]:
    """The verbs of which a verb in -ing is the object: considered *sending* troops, talked about sending them."""
    found = []
    for node, up in pairwise([at, *grammar.above(at)]):
        if not (grammar.is_verb(node) and grammar.is_verb(up)):
            break
        marks = grammar.marks(node)
        if (not marks and grammar.relation(node) in ("xcomp", "ccomp", "obj") and node > up) or (marks & PONDERED and node > up):
            found.append(grammar.lemma(up))
    return tuple(found)


def presupposed(grammar: Grammar, noun: int, cue: int) -> bool:
    """Is a noun only spoken of by a verb that the cue governs: did not *condemn* the invasion?"""
    over = next(iter(grammar.above(noun)), -1)
    if over < 0 or not grammar.is_verb(over) or over == cue or cue in grammar.kids(noun):
        return False
    return cue == over or cue in grammar.kids(over) or cue in grammar.above(over)


def aside(grammar: Grammar, at: int, row: Sequence[Item]) -> frozenset[int]:
    """The items that tell of something else: clauses that only qualify a noun, praised the pact *signed in 1990*, and dates."""
    found: set[int] = set()
    for index in range(len(row)) if grammar.is_verb(at) else ():
        if plain(grammar.relation(index)) == "acl" and index not in found and index not in (at, *grammar.above(at)):
            found |= _all_below(grammar, index)
    return frozenset(found) | _since(grammar, at, row)


def _since(grammar: Grammar, at: int, row: Sequence[Item]) -> frozenset[int]:
    """The dates since when something else is so of somebody else: is a member, and *Chile has been one since 1996*."""
    beside = (kid for node in (at, *grammar.above(at)) for kid in grammar.kids(node, "conj", "parataxis") if kid > at)
    others = (kid for kid in beside if at not in _all_below(grammar, kid) and grammar.kids(kid, "nsubj", "nsubj:pass"))
    return frozenset(item for kid in others for item in _all_below(grammar, kid) if item > kid and _is_since(row[item]))


def _is_since(item: Item) -> bool:
    return item.date is not None and isinstance(item.date.value, DateWords) and item.date.value.role == "since"


def beyond(grammar: Grammar, at: int) -> frozenset[int]:
    """The items of clauses beside a verb's own in which somebody else acts: visited Peru, and *Chile met Cuba in Oslo*."""
    own = [at, *grammar.above(at)]
    beside = (kid for node in own for kid in grammar.kids(node, "conj", "parataxis") if kid not in own and grammar.is_verb(kid))
    others = (kid for kid in beside if kid > at and grammar.kids(kid, "nsubj", "nsubj:pass"))
    return frozenset(item for kid in others for item in _all_below(grammar, kid))


def _all_below(grammar: Grammar, at: int) -> set[int]:
    found, todo = {at}, [at]
    while todo:
        new = [kid for kid in grammar.kids(todo.pop()) if kid not in found]
        found.update(new)
        todo += new
    return found
