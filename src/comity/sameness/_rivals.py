"""When documents tell one thing with other parties, as the kinds' `rivalries` lay down; when in doubt, they tell two things."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from comity import edtf, spelling
from comity.gazetteer import actors
from comity.sameness._moments import HELD, core
from comity.sameness._terms import asked_of, content, fit
from comity.schema import field_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from comity.joins import Rivalry
    from comity.model import Claim, Value
    from comity.schema import Kind

_FIGURES = 3
"""A number that shows so many figures is hardly that of two things by chance."""

Key = tuple[int, tuple[object, ...]]
"""The number of the rivalry, and what is shared."""


@dataclass(frozen=True)
class Rivals:
    """One thing as two sides tell it."""

    differ: str
    sides: tuple[tuple[Claim, ...], tuple[Claim, ...]]


def rival_key(claim: Claim, kind: Kind) -> Key | None:
    """What a claim shares with those that may tell the same thing with other parties; None where none may."""
    if claim.factuality not in HELD:
        return None
    found = (_key(number, one, claim, kind) for number, one in enumerate(kind.rivalries))
    return next((key for key in found if key is not None), None)


def _key(number: int, rivalry: Rivalry, claim: Claim, kind: Kind) -> Key | None:
    if not all(claim.fields.get(name) in values for name, values in rivalry.among.items()) or not _names(rivalry, claim, kind):
        return None
    told = [asked_of(claim.fields, term, kind) for term in rivalry.agree if rivalry.named not in field_names(term)]
    dated = core(claim.when) is not None if rivalry.when == "held" else bool(claim.when)
    fine = rivalry.when != "days" or edtf.precision(claim.when) == "day"
    if not dated or not fine or not claim.fields.get(rivalry.differ) or any(value in ("", ()) for value in told):
        return None
    shared: tuple[object, ...] = (*told, _name(claim.fields[rivalry.named]), "" if rivalry.when == "held" else claim.when)
    return number, shared


def _names(rivalry: Rivalry, claim: Claim, kind: Kind) -> bool:
    """Does the field that names the thing tell it from others of its sort?"""
    value = claim.fields.get(rivalry.named, "")
    match kind.fields[rivalry.named].type:
        case "number":
            shown = f"{value:e}".split("e")[0].rstrip("0") if isinstance(value, int | float) else ""
            return sum(map(str.isdigit, shown)) >= _FIGURES
        case "person":
            return len(words := spelling.words(str(value))) > 1 and all(len(word) > 1 for word in words)
    told = content(value)
    return len(told) > 1 and bool(told - set(kind.plain_words))


def _name(value: Value) -> object:
    return value if isinstance(value, int | float) else sorted(content(value))


def rivals_in(claims: Iterable[Claim], kind: Kind) -> Iterator[Rivals]:
    """The things among claims that are told with other parties."""
    buckets: dict[tuple[int, str], list[Claim]] = {}
    for claim in claims if kind.rivalries else ():
        key = rival_key(claim, kind)
        if key is not None:
            buckets.setdefault((key[0], str(key)), []).append(claim)
    for (number, _), told in sorted(buckets.items()):
        if len(told) > 1:
            yield from _opposed(kind.rivalries[number], told, kind)


def _opposed(rivalry: Rivalry, claims: Sequence[Claim], kind: Kind) -> Iterator[Rivals]:
    """The sides of one bucket that exclude each other; none where anything hints at two facts, or at one of several parties."""
    sides: dict[frozenset[str], list[Claim]] = {}
    for claim in claims:
        sides.setdefault(frozenset(claim.actors([rivalry.differ])), []).append(claim)
    docs = [{claim.doc for claim in side} for side in sides.values()]
    if len(sides) < 2 or len({len(codes) for codes in sides}) > 1 or any(x & y for x, y in combinations(docs, 2)):
        return
    for one, other in combinations(sorted(sides, key=sorted), 2):
        pairs = [(x, y) for x in sides[one] for y in sides[other] if _alike(x, y, rivalry, kind)]
        if pairs and _exclude(one, other):
            x, y = ({pair[at].id: pair[at] for pair in pairs} for at in (0, 1))
            yield Rivals(rivalry.differ, (tuple(x.values()), tuple(y.values())))


def _exclude(one: frozenset[str], other: frozenset[str]) -> bool:
    """Do two sets of parties differ in one, which is not the other's predecessor, part or member?"""
    alone, instead = one - other, other - one
    return len(one) < 3 and len(alone) == len(instead) == 1 and not _akin(*alone, *instead)


def _akin(one: str, other: str) -> bool:
    known = actors()
    if any(code in known and known[code].kind in ("realm", "organisation") for code in (one, other)):
        return True
    lines = [{code, *(row[0] for row in known.lineage(code))} for code in (one, other)]
    return bool(lines[0] & lines[1])


def _alike(x: Claim, y: Claim, rivalry: Rivalry, kind: Kind) -> bool:
    """Do two claims tell nothing else unlike each other, and of one time?"""
    told = [name for name in kind.fields if name != rivalry.differ and x.fields.get(name) and y.fields.get(name)]
    return all(fit(name, x, y, kind) for name in told) and (rivalry.when != "held" or _at_once(x, y))


def _at_once(x: Claim, y: Claim) -> bool:
    """Did both surely hold on more than the one day on which one may have followed the other?"""
    first, second = core(x.when), core(y.when)
    return bool(first and second and max(first[0], second[0]) < min(first[1], second[1])) or (bool(first) and x.when == y.when)
