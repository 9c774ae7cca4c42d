"""Claims that differ in one field and are of one thing all the same, or contradict each other: as the kinds' `links` lay down.

Compared are only claims that share what a link asks for, and that date or hold alike where it asks for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from comity import edtf
from comity.sameness import applies, asked, core, fit, plain, window

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from comity.joins import Link
    from comity.model import Claim, Span
    from comity.schema import Kind

_DAYS = 31  # a stretch of more days is no date of one act told to the day
_FINE = {"day", "range"}


@dataclass(frozen=True)
class Told:
    """Claims that tell the same as far as a link asks."""

    claims: tuple[Claim, ...]
    mark: Hashable
    """What they belong to."""

    @property
    def first(self) -> Claim:
        """The one that stands for all."""
        return self.claims[0]


def rivals(link: Link, claims: Iterable[tuple[Claim, Hashable]], kind: Kind) -> Iterator[tuple[Told, Told]]:
    """Claims, each given with what it belongs to, that a link ties to each other, those that tell the same together."""
    for bucket in _buckets(link, claims, kind):
        told = _alike(link, bucket, kind)
        pairs = _at_once(told) if link.when == "held" else combinations(told, 2)
        yield from ((x, y) for x, y in pairs if _tied(link, x.first, y.first, kind))


def _buckets(link: Link, claims: Iterable[tuple[Claim, Hashable]], kind: Kind) -> Iterator[list[tuple[Claim, Hashable]]]:
    likely = [(claim, mark) for claim, mark in claims if _takes(link, claim) and _has_date(link, claim.when)]
    found: dict[tuple[object, ...], list[tuple[Claim, Hashable]]] = {}
    if len({claim.fields[link.differ] for claim, _ in likely}) < 2:
        return iter(())
    exact, dated = [term for term in link.agree if not _loose(term, kind)], link.when in ("same", "days")
    for claim, mark in likely:
        key = [asked(claim, term, kind) for term in exact]
        if all(value not in ("", ()) for value in key):
            found.setdefault((*key, claim.when if dated else ""), []).append((claim, mark))
    return (_single(link, bucket) for bucket in found.values() if len(bucket) > 1)


def _takes(link: Link, claim: Claim) -> bool:
    """Can a claim be one of the two that a link is about?"""
    value = claim.fields.get(link.differ)
    return bool(value) and (not link.within or any(value in one for one in link.within)) and applies(link, claim)


def _has_date(link: Link, when: str) -> bool:
    match link.when:
        case "any":
            return True
        case "held":
            return core(when) is not None
        case "days":
            stretch = window(when)
            return stretch is not None and edtf.precision(when) in _FINE and (stretch[1] - stretch[0]).days <= _DAYS
    return window(when) is not None


def _alike(link: Link, bucket: Sequence[tuple[Claim, Hashable]], kind: Kind) -> list[Told]:
    """A bucket with those of its claims together that tell the same and belong together."""
    loose = [term.rstrip("?") for term in link.agree if _loose(term, kind)]
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim, mark in sorted(bucket, key=lambda one: (one[0].when, one[0].id)):
        told = [plain(claim.fields.get(name, "")) for name in (link.differ, *loose)]
        found.setdefault((mark, *told, claim.when if link.when == "held" else ""), []).append(claim)
    return [Told(tuple(claims), key[0]) for key, claims in found.items()]


def _tied(link: Link, x: Claim, y: Claim, kind: Kind) -> bool:
    if fit(link.differ, x, y, kind):
        return False
    values = {x.fields.get(link.differ), y.fields.get(link.differ)}
    if link.within and not any(values <= set(one) for one in link.within):
        return False
    loose = [term.rstrip("?") for term in link.agree if _loose(term, kind)]
    return all(not x.fields.get(name) or not y.fields.get(name) or fit(name, x, y, kind) for name in loose)


def _single(link: Link, bucket: list[tuple[Claim, Hashable]]) -> list[tuple[Claim, Hashable]]:
    """Without sentences that tell several values: they list things, or are not understood, and contradict nothing."""
    if link.when == "any":
        return bucket
    told: dict[tuple[str, Span], set[object]] = {}
    for claim, _ in bucket:
        told.setdefault((claim.doc, claim.evidence), set()).add(plain(claim.fields[link.differ]))
    return [(claim, mark) for claim, mark in bucket if len(told[claim.doc, claim.evidence]) == 1]


def _loose(term: str, kind: Kind) -> bool:
    """Is a term one that is compared as spellings are, or only where both claims tell it?"""
    return term.endswith("?") or ("+" not in term and kind.fields[term].type in ("person", "place", "words"))


def _at_once(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Those that surely held on one day, and more than the day on which one followed the other."""
    spans = sorted(((core(one.first.when) or (date.max, date.min), number) for number, one in enumerate(told)))
    going: list[tuple[tuple[date, date], int]] = []
    for span, number in spans:
        going = [one for one in going if one[0][1] >= span[0]]
        for other, earlier in going:
            shared = min(other[1], span[1]) - max(other[0], span[0])
            if shared > timedelta(0) or other == span:
                yield told[earlier], told[number]
        going.append((span, number))
