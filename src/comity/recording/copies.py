"""Finds the sentences that one document prints again from another: two prints of one sentence are not two sources.

>>> words("The “Treaty” was signed — at last — in May 1977.") == words('The "treaty" was signed - at last - in May 1977')
True
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from comity import edtf
from comity.recording._rows import stored

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from comity.model import Claim, Contradiction, Entry

_FEWEST = 5
"""Lines of fewer words may be alike by chance: the row of a table, an item of a list."""
_FEWEST_NEAR = 10
_MOST = 0.8
"""Of the longer one's words, two prints of a sentence share so many, in the same order."""
_SHINGLE = 4
_TRIED = 3  # prints that share the most runs of words with a sentence

Words = tuple[str, ...]

_QUOTES = """
SELECT claims.id, {text}, documents.published FROM claims JOIN documents ON documents.id = claims.doc {passages}
WHERE claims.id IN (SELECT value FROM json_each(?))
"""
_CUT = 'substr(documents.text, claims."start" + 1, claims."end" - claims."start")'
_PASSAGES = (
    'LEFT JOIN passages ON passages.doc = claims.doc AND passages."start" = claims."start" AND passages."end" = claims."end"'
)


@dataclass(frozen=True, slots=True)
class _Print:
    """A claim's sentence as one document prints it."""

    claim: Claim
    words: Words


def copied(connection: sqlite3.Connection, entries: Iterable[Entry], *, passages: bool = True) -> list[Entry]:
    """Entries with those of their claims marked whose sentence another document had first.

    `passages` tells whether the record's sentences are those of its documents as they are seen now.
    """
    told = list(entries)
    several = [entry for entry in told if len({claim.doc for claim in entry.claims}) > 1]
    if not several:
        return told
    quotes = _quotes(connection, [claim.id for entry in several for claim in entry.claims], passages=passages)
    marked = {entry.id: _marked(entry, copies(entry.claims, quotes)) for entry in several}
    return [marked.get(entry.id, entry) for entry in told]


def origins(connection: sqlite3.Connection, claims: Iterable[str]) -> dict[str, str]:
    """For those of some claims, by id, whose sentence another document had first, that document."""
    sql = """
    SELECT told.id, first.doc FROM claims AS told JOIN entry_claims ON entry_claims.claim = told.seq
    JOIN claims AS first ON first.id = copy_of WHERE copy_of <> '' AND told.id IN (SELECT value FROM json_each(?))
    """
    return {claim: stored(doc) for claim, doc in connection.execute(sql, [json.dumps(list(claims))])}


def _quotes(connection: sqlite3.Connection, claims: Sequence[str], *, passages: bool) -> dict[str, tuple[str, str]]:
    """The words of claims and the dates of their documents."""
    text, join = (f"coalesce(passages.text, {_CUT})", _PASSAGES) if passages else (_CUT, "")
    rows = connection.execute(_QUOTES.format(text=text, passages=join), [json.dumps(claims)])
    return {claim: (stored(quote), stored(published)) for claim, quote, published in rows}


def _marked(entry: Entry, found: Mapping[str, str]) -> Entry:
    if not found:
        return entry
    joined = {claim: replace(one, copy_of=found.get(claim, "")) for claim, one in entry.joined.items()}
    # One sentence that is read of other parties in each of its prints shows how it was read, and no source against another.
    clashes = tuple(one for one in entry.contradictions if one.way != "party" or not _printed_again(one, found))
    return replace(entry, joined=joined, contradictions=clashes)


def _printed_again(clash: Contradiction, found: Mapping[str, str]) -> bool:
    """Does a sentence stand on more than one side of a contradiction?"""
    sides = [{found.get(claim, claim) for claim in claims} for _, claims in clash.values]
    return any(x & y for x, y in combinations(sides, 2))


def copies(claims: Iterable[Claim], quotes: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """For each claim whose sentence a document of earlier date has, or almost so, that one's claim; both by id."""
    found: dict[str, str] = {}
    exact: dict[Words, _Print] = {}
    near: dict[Words, list[_Print]] = {}
    for claim in sorted((claim for claim in claims if claim.id in quotes), key=lambda one: _age(one, quotes[one.id][1])):
        one = _Print(claim, words(quotes[claim.id][0]))
        if len(one.words) < _FEWEST:
            continue
        origin = exact.setdefault(one.words, one)
        if origin is one:
            origin = _nearly(one, near) or one
        if origin.claim.doc != claim.doc:
            found[claim.id] = found.get(origin.claim.id, origin.claim.id)
        elif origin is one:
            for shingle in set(_shingles(one.words)):
                near.setdefault(shingle, []).append(one)
    return found


def _age(claim: Claim, published: str) -> tuple[object, ...]:
    return (edtf.sort_key(published), claim.doc, claim.evidence, claim.id)


def _nearly(one: _Print, near: Mapping[Words, Sequence[_Print]]) -> _Print | None:
    """The print of another document that shares most words of a sentence in their order, and its figures."""
    if len(one.words) < _FEWEST_NEAR:
        return None
    shared = Counter(id(other) for shingle in set(_shingles(one.words)) for other in near.get(shingle, ()))
    by_id = {id(other): other for shingle in _shingles(one.words) for other in near.get(shingle, ())}
    likely = sorted((by_id[name] for name in shared), key=lambda other: -shared[id(other)])[:_TRIED]
    return next((other for other in likely if other.claim.doc != one.claim.doc and _reprinted(one.words, other.words)), None)


def _reprinted(one: Words, other: Words) -> bool:
    if _figures(one) != _figures(other):
        return False
    alike = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return alike >= _MOST * max(len(one), len(other))


def words(sentence: str) -> Words:
    """The words and figures of a sentence, whatever its quotes, dashes, blanks and capitals."""
    return tuple(re.findall(r"\w+", unicodedata.normalize("NFKC", sentence).casefold()))


def _shingles(told: Words) -> list[Words]:
    return [told[at : at + _SHINGLE] for at in range(len(told) - _SHINGLE + 1)]


def _figures(told: Words) -> list[str]:
    return sorted(word for word in told if any(map(str.isdigit, word)))
