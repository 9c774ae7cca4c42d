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
from comity.mentions import Annotated, DateWords, PersonName
from comity.model import BlockKind, Claim, Document
from comity.schema import Kind, Kinds

_LEAD = 3
"""Paragraphs of a report in which it tells what came of the talks before it tells when they were."""
_MEANWHILE = re.compile(
    r"\b(?:during|on|throughout|in the course of|at)\s+(?:the|his|her|their|this|that)\s+(?:\w+\s+){0,2}?"
    r"(?P<what>visit|trip|stay|tour|talks|meetings?|summit|negotiations|discussions|conversation|call|consultations)\b",
    re.IGNORECASE,
)
_TALKING = r"(?:meet|talk|discuss|negotiat|speak|conversation|visit|welcom|receiv|see\b|seeing)"
_US = r"\b(?:we|our|us|you|your|I)\b[^.!?\n]{0,80}"
_TODAY = re.compile(
    rf"{_US}\btoday\b[^.!?\n]{{0,60}}\b{_TALKING}|{_US}\b{_TALKING}[^.!?\n]{{0,60}}\btoday\b"
    rf"|\btoday(?:[’']s\s+{_TALKING}|,?\s+(?:we|I)\b[^.!?\n]{{0,60}}\b{_TALKING})",
    re.IGNORECASE,
)
"""How those who talk say that they do so on that day."""
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
    weekday: int = 0
    """Of a sentence that names a weekday, which; 1 is Monday."""

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
    if not any(_is(claim, kinds[claim.kind].talks) for claim in every):
        return every
    told = [_of_today(each, annotated, kinds) for each in _placed(every, annotated)]
    talks = [each for each in told if _is(each.claim, kinds[each.claim.kind].talks)]
    return [_dated(each, talks, annotated.document, kinds[each.claim.kind]) for each in told]


def _of_today(each: _Told, annotated: Annotated, kinds: Kinds) -> _Told:
    """Talks in the lead of a transcript whose speakers say that they meet "today"."""
    document, claim = annotated.document, each.claim
    article = document.article(document.blocks[each.block])
    if claim.when or claim.factuality != "asserted" or not each.leads or edtf.precision(article.published) != "day":
        return each
    if not _is(claim, kinds[claim.kind].talks) or not any(_TODAY.search(words) for words in _paragraphs(document, each.article)):
        return each
    step = f"{edtf.say(article.published)}: those who talk say that it is today, and the document is of that day"
    return replace(each, claim=replace(claim, when=article.published, steps=(*claim.steps, step)))


def _paragraphs(document: Document, article: int) -> Iterator[str]:
    return (
        block.span.of(document) for block in document.blocks if block.article == article and block.kind is BlockKind.PARAGRAPH
    )


def _is(claim: Claim, values: Mapping[str, tuple[str, ...]]) -> bool:
    return any(claim.fields.get(name) in allowed for name, allowed in values.items())


def _placed(claims: Iterable[Claim], annotated: Annotated) -> Iterator[_Told]:
    blocks = annotated.document.blocks
    starts = [block.span.start for block in blocks]
    paragraphs: dict[int, dict[int, int]] = {}
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            own = paragraphs.setdefault(block.article, {})
            own[number] = len(own)
    for claim in claims:
        number = bisect.bisect_right(starts, claim.evidence.start) - 1
        article = blocks[number].article if number >= 0 else 0
        place = paragraphs.get(article, {}).get(number)
        persons = tuple(_persons(annotated, claim))
        leads = place is not None and place < _LEAD
        yield _Told(claim, number, article, place is not None, leads, persons, _weekday(annotated, claim))


def _weekday(annotated: Annotated, claim: Claim) -> int:
    told = (mention.value for mention in annotated.within("date", claim.evidence))
    named = [int(value.relative[-1]) for value in told if isinstance(value, DateWords) and value.relative.startswith("pub:on:W")]
    return named[0] if len(named) == 1 else 0


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
    """The last dated talks told before it, unless others were told since; for the lead of a report the first told after it."""
    points = [other for other in near if not other.is_stretch]
    before = [other for other in points if other.before(each)]
    dated = [other for other in before if other.is_dated]
    if dated:
        last = dated[-1]
        if any(_is_other(later, last) for later in before[before.index(last) + 1 :]):
            return None
        return last if last.block == each.block or (last.is_day and _is_report(last, document)) else None
    after = [other for other in points if other.is_day and _is_report(other, document)]
    return after[0] if each.leads and after and not before else None


def _is_other(later: _Told, talks: _Told) -> bool:
    """Are undated talks others than some told before: with somebody who was not at these?"""
    return any(not any(one & known for known in talks.persons) for one in later.persons) if talks.persons else True


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
        and all(any(one & two for two in other.persons) for one in each.persons)
        and (len(each.persons) > 1 or (each.persons and _falls_on(other, each.weekday)))
    ]
    return same[0] if len({other.claim.when for other in same}) == 1 else None


def _falls_on(talks: _Told, weekday: int) -> bool:
    day = edtf.first_day(talks.claim.when)
    return talks.is_day and day is not None and day.isoweekday() == weekday
