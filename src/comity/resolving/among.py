"""The claims of one document beside one another: the fuller over the emptier, dates told elsewhere, what is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from comity import edtf
from comity.mentions import Annotated
from comity.model import Claim, Document, Span
from comity.resolving.foreseen import without_future
from comity.resolving.talks import dated_by_talks
from comity.schema import Kind, Kinds

_DOUBT = ("denied", "possible", "planned", "reported", "asserted")
_OF_FACT = frozenset({"event", "figure"})
"""Kinds of which one sentence may tell twice, once as planned and once as done."""


def settled(claims: Iterable[Claim], annotated: Annotated, kinds: Kinds) -> list[Claim]:
    """The claims that are left when each has been seen beside the others, in the order of the text."""
    single = _strongest(_once(_unhidden(_doubted(_fullest(_one_holder(claims, kinds))), kinds), kinds), kinds)
    past = without_future(_dated_elsewhere(single, kinds), annotated.document, kinds)
    dated = dated_by_talks(past, annotated, kinds)
    ordered = sorted(dated, key=lambda claim: (claim.evidence, claim.kind, claim.id))
    return list(_first_told(ordered, annotated.document, kinds))


def _once(claims: Iterable[Claim], kinds: Kinds) -> Iterator[Claim]:
    """Of claims of one sentence that differ only in which side is named first, where that says nothing, the first.

    Of a treaty that two rules call by one name, a treaty and an agreement, too.
    """
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        kind = kinds[claim.kind]
        sides = [claim.fields.get(name) or () for name in kind.sides]
        is_even = len(sides) == 1 or kind.even(claim.fields)
        if is_even and all(isinstance(side, tuple) for side in sides):
            beside = {*kind.sides, "place", "type" if claim.fields.get("title") else ""}
            rest = tuple(sorted((name, value) for name, value in claim.fields.items() if name not in beside))
            both = frozenset(code for side in sides if isinstance(side, tuple) for code in side)
            key = (claim.kind, claim.evidence, claim.when, claim.factuality, rest, both)
            if key in seen:
                continue
            seen.add(key)
        yield claim


def _first_told(claims: Iterable[Claim], document: Document, kinds: Kinds) -> Iterator[Claim]:
    """All claims but the further mentions of what an article has told once: by title or by surname, where the name is known.

    Who is named in full again, with all that was told before, is told anew: so a second report within the same page begins.
    """
    told: list[tuple[int, Claim]] = []
    for claim in claims:
        once = kinds[claim.kind].told_once
        name = str(claim.fields.get(once[0]) or "") if once else ""
        if name and " " not in name and not claim.when:
            article = _article(document, claim)
            if any(number == article and _same_words(claim, other, once) for number, other in told):
                continue
        if name:
            told.append((_article(document, claim), claim))
        yield claim


def _article(document: Document, claim: Claim) -> int:
    return next((block.article for block in document.blocks if claim.evidence in block.span), 0)


def _dated_elsewhere(claims: Iterable[Claim], kinds: Kinds) -> Iterator[Claim]:
    """An undated change takes the one date that the document gives elsewhere for the very same change."""
    every = list(claims)
    told: dict[tuple[object, ...], set[str]] = {}
    for claim in every:
        if claim.when and claim.factuality == "asserted":
            told.setdefault(_same_change(claim, kinds[claim.kind]), set()).add(claim.when)
    for claim in every:
        kind = kinds[claim.kind]
        stage = kind.stage_means.get(str(claim.fields.get(kind.stages, "")))
        dates = told.get(_same_change(claim, kind), set())
        rival = any(edtf.excludes(one, other) for one in dates for other in dates)
        if claim.when or not stage or not (stage.starts or stage.ends) or not dates or rival:
            yield claim
            continue
        when = max(dates, key=lambda date: (len(date), date))
        step = f"{edtf.say(when)}: told elsewhere in the document of the same change"
        yield replace(claim, when=when, steps=(*claim.steps, step))


def _same_change(claim: Claim, kind: Kind) -> tuple[object, ...]:
    sides = tuple(sorted(claim.actors(kind.sides)))
    return claim.kind, sides, claim.fields.get(kind.stages), claim.fields.get("type") if claim.kind == "mission" else ""


def _fullest(claims: Iterable[Claim]) -> Iterator[Claim]:
    """All claims but those that a sentence's fuller claim says too: aid from Cuba, beside aid from Cuba to Mali."""
    by_place: dict[tuple[Span, str], list[Claim]] = {}
    for claim in claims:
        by_place.setdefault((claim.evidence, claim.kind), []).append(claim)
    for together in by_place.values():
        for claim in together:
            if not any(other is not claim and _says_less(claim, other) for other in together):
                yield claim


def _one_holder(claims: Iterable[Claim], kinds: Kinds) -> Iterator[Claim]:
    """Of one sentence's claims of an office, with its holder's name and without, one that tells what both do."""
    every = list(claims)
    of_office: dict[tuple[Span, str], list[int]] = {}
    for number, claim in enumerate(every):
        if kinds[claim.kind].told_once:
            of_office.setdefault((claim.evidence, claim.kind), []).append(number)
    left: set[int] = set()
    for (_, kind), numbers in of_office.items():
        name = kinds[kind].told_once[0]
        for number in numbers:
            twins = [other for other in numbers if _fits(every[number], every[other], name)]
            if len(twins) == 1:
                every[twins[0]] = _with(every[twins[0]], every[number])
                left.add(number)
    yield from (claim for number, claim in enumerate(every) if number not in left)


def _fits(bare: Claim, named: Claim, name: str) -> bool:
    """Do two claims agree but for the holder's name, which one of them has, and for what either leaves open?"""
    if bare.fields.get(name) or not named.fields.get(name) or bare.factuality != named.factuality:
        return False
    pairs = [(value, named.fields.get(field)) for field, value in bare.fields.items() if field != name]
    return all(not mine or not his or mine == his for mine, his in (*pairs, (bare.when, named.when)))


def _with(named: Claim, bare: Claim) -> Claim:
    fields = {name: value or bare.fields.get(name, value) for name, value in named.fields.items()}
    return replace(named, fields={**bare.fields, **fields}, when=named.when or bare.when)


def _strongest(claims: Iterable[Claim], kinds: Kinds) -> Iterator[Claim]:
    """All claims but those that give way to a stronger reading of the same words: a number of persons, to one of advisers."""
    by_place: dict[Span, list[Claim]] = {}
    for claim in (every := list(claims)):
        by_place.setdefault(claim.evidence, []).append(claim)
    for claim in every:
        yields = kinds[claim.kind].yields
        if not yields or not any(_gives_way(claim, other, yields) for other in by_place[claim.evidence]):
            yield claim


def _doubted(claims: Iterable[Claim]) -> Iterator[Claim]:
    """All claims but those that the same sentence also gives as less sure: an accession, beside one that is only sought."""
    every = list(claims)
    least: dict[tuple[object, ...], int] = {}
    for claim in every:
        least[_same(claim)] = min(_DOUBT.index(claim.factuality), least.get(_same(claim), len(_DOUBT)))
    for claim in every:
        if claim.kind in _OF_FACT or _DOUBT.index(claim.factuality) == least[_same(claim)]:
            yield claim


def _same(claim: Claim) -> tuple[object, ...]:
    return claim.evidence, claim.kind, claim.when, tuple(sorted(claim.fields.items(), key=lambda field: field[0]))


def _unhidden(claims: Iterable[Claim], kinds: Kinds) -> Iterator[Claim]:
    """All but the stages that another one told in the same words takes in: withdrew its recognition, left as a member."""
    every = list(claims)
    hidden = {
        (claim.evidence, claim.when, claim.kind, stage, _sides(claim, kinds))
        for claim in every
        for stage in kinds[claim.kind].hides.get(str(claim.fields.get(kinds[claim.kind].stages, "")), ())
    }
    for claim in every:
        stage = str(claim.fields.get(kinds[claim.kind].stages, ""))
        if (claim.evidence, claim.when, claim.kind, stage, _sides(claim, kinds)) not in hidden:
            yield claim


def _sides(claim: Claim, kinds: Kinds) -> frozenset[object]:
    return frozenset(claim.fields.get(name) for name, body in kinds[claim.kind].fields.items() if body.holds_actors)


def _gives_way(claim: Claim, other: Claim, yields: Mapping[str, tuple[str, ...]]) -> bool:
    if claim.kind != other.kind:
        return False
    for field, weak in yields.items():
        mine, theirs = (
            weak.index(str(each.fields.get(field))) + 1 if each.fields.get(field) in weak else 0 for each in (claim, other)
        )
        rest = all(claim.fields.get(name) == other.fields.get(name) for name in ("value", "unit") if name in claim.fields)
        if mine > theirs and rest:
            return True
    return False


def _says_less(claim: Claim, other: Claim) -> bool:
    pairs = [(claim.fields.get(name, ""), other.fields.get(name, "")) for name in {**claim.fields, **other.fields}]
    pairs += [(claim.when, other.when), (claim.factuality, other.factuality)]
    return all(mine in ("", (), theirs) for mine, theirs in pairs) and any(mine != theirs for mine, theirs in pairs)


def _same_words(one: Claim, other: Claim, fields: tuple[str, ...]) -> bool:
    """Do two claims agree in all fields but the first, and share a word of it?"""
    rest = all(one.fields.get(name) == other.fields.get(name) for name in fields[1:])
    names = [set(str(claim.fields.get(fields[0], "")).replace(".", " ").split()) for claim in (one, other)]
    return rest and bool({word for word in names[0] if len(word) > 2} & names[1])
