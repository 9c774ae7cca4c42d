"""What is said at dated talks carries their date; and talks told twice between the same persons are dated once.

Which claims are talks, and which are said at them, stands with the kind (`talks`, `said_at_talks`).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from comity import edtf
from comity.mentions import Annotated, PersonName
from comity.model import BlockKind, Claim, Document
from comity.schema import Kind, Kinds

_LEAD = 3
"""Paragraphs of a report in which it tells what came of the talks before it tells when they were."""
_MEANWHILE = re.compile(
    r"\b(?:during|on|throughout|in the course of|at)\s+(?:the|his|her|their|this|that)\s+(?:\w+\s+){0,2}?"
    r"(?P<what>visit|trip|stay|tour|talks|meetings?|summit|negotiations|discussions|conversation|call|consultations)\b",
    re.IGNORECASE,
)
_VISITS = frozenset({"visit", "trip", "stay", "tour"})
_NEWS = 31
"""Days: a text that tells of talks so shortly before its own date is a report of them."""


@dataclass(frozen=True)
class _Told:
    """A claim with where it stands, and the persons that its sentence names."""

    claim: Claim
    block: int
    article: int
    runs: bool
    """Does it stand in running text? A headline or a line of a list may speak of other talks."""
    leads: bool
    """Does it stand in the first paragraphs of its article?"""
    persons: tuple[frozenset[str], ...]

    @cached_property
    def sides(self) -> frozenset[str]:
        """The actors of both sides."""
        return frozenset(code for value in self.claim.fields.values() if isinstance(value, tuple) for code in map(str, value))

    @property
    def is_dated(self) -> bool:
        return edtf.precision(self.claim.when) in {"day", "month", "year"} and "~" not in self.claim.when

    @property
    def is_day(self) -> bool:
        return edtf.precision(self.claim.when) == "day"

    @property
    def is_stretch(self) -> bool:
        return "/" in self.claim.when

    def before(self, other: _Told) -> bool:
        """Does it stand in an earlier sentence, or in the same?"""
        return self.claim.evidence.start <= other.claim.evidence.start


def dated_by_talks(claims: Iterable[Claim], annotated: Annotated, kinds: Kinds) -> list[Claim]:
    """The claims in their order, each undated one that was said at dated talks with the date of these."""
    every = sorted(claims, key=lambda claim: (claim.evidence, claim.kind, claim.id))
    if not any(claim.when and _is(claim, kinds[claim.kind].talks) for claim in every):
        return every
    told = list(_placed(every, annotated))
    talks = [each for each in told if _is(each.claim, kinds[each.claim.kind].talks)]
    return [_dated(each, talks, annotated.document, kinds[each.claim.kind]) for each in told]


def _is(claim: Claim, values: Mapping[str, tuple[str, ...]]) -> bool:
    return any(claim.fields.get(name) in allowed for name, allowed in values.items())


def _placed(claims: Iterable[Claim], annotated: Annotated) -> Iterator[_Told]:
    blocks = annotated.document.blocks
    starts = [block.span.start for block in blocks]
    paragraphs: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            paragraphs.setdefault(block.article, []).append(number)
    for claim in claims:
        number = bisect.bisect_right(starts, claim.evidence.start) - 1
        article = blocks[number].article if number >= 0 else 0
        own = paragraphs.get(article, [])
        yield _Told(claim, number, article, number in own, number in own[:_LEAD], tuple(_persons(annotated, claim)))


def _persons(annotated: Annotated, claim: Claim) -> Iterator[frozenset[str]]:
    for mention in annotated.within("person", claim.evidence):
        if isinstance(mention.value, PersonName) and mention.value.name:
            words = mention.value.name.replace(".", " ").casefold().split()
            yield frozenset(word for word in words if len(word) > 2)


def _dated(each: _Told, talks: Sequence[_Told], document: Document, kind: Kind) -> Claim:
    """A claim with the date of its talks, where it has none of its own."""
    claim = each.claim
    if claim.when or claim.factuality != "asserted" or not (each.runs and (kind.talks or kind.said_at_talks)):
        return claim
    near = [other for other in talks if other is not each and other.article == each.article and each.sides <= other.sides]
    found = _meanwhile(each, near, document)
    if found is None and _is(claim, kind.said_at_talks):
        found = _said_at(each, near, document)
    if found is None and _is(claim, kind.talks):
        found = _same_talks(each, talks)
    if found is None:
        return claim
    step = f"{edtf.say(found.claim.when)}: the date of the talks that the document tells of ({found.claim.id[:10]})"
    return replace(claim, when=found.claim.when, steps=(*claim.steps, step))


def _meanwhile(each: _Told, near: Sequence[_Told], document: Document) -> _Told | None:
    """The visit or talks "during" which it was, by its own words: the last that were told with a date."""
    match = _MEANWHILE.search(each.claim.evidence.of(document))
    if not match:
        return None
    long = match["what"].lower() in _VISITS
    before = [other for other in near if other.before(each) and (other.is_dated or (long and other.is_stretch))]
    return before[-1] if before else None


def _said_at(each: _Told, near: Sequence[_Told], document: Document) -> _Told | None:
    """The last talks told before it; for the lead of a report the first told after it."""
    points = [other for other in near if not other.is_stretch]
    before = [other for other in points if other.before(each)]
    if before:
        last = before[-1]
        beside = last.block == each.block and last.is_dated
        return last if beside or (last.is_day and _is_report(last, document)) else None
    after = [other for other in points if other.is_day and _is_report(other, document)]
    return after[0] if each.leads and after else None


def _is_report(talks: _Told, document: Document) -> bool:
    """Does the text tell of the talks as news: in an article of its time, or on a page of news?"""
    if len(document.articles) > 1:
        return True
    day, published = edtf.first_day(talks.claim.when), document.source.published
    own = edtf.first_day(published) if edtf.precision(published) == "day" else None
    return bool(day and own and 0 <= (own - day).days <= _NEWS)


def _same_talks(each: _Told, talks: Sequence[_Told]) -> _Told | None:
    """The one dated telling of talks between the same persons, in words of the same sort."""
    family = each.claim.rule.partition(":")[0]
    same = [
        other
        for other in talks
        if other.is_dated
        and other.sides == each.sides
        and other.claim.rule.partition(":")[0] == family
        and len(each.persons) > 1
        and all(any(one & two for two in other.persons) for one in each.persons)
    ]
    return same[0] if len({other.claim.when for other in same}) == 1 else None
