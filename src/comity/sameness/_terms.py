"""What claims tell, field by field, as it is compared: spelling, order of sides, other names of one thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from comity import spelling
from comity.joins import Link, Stage
from comity.sameness._moments import HELD
from comity.schema import Kind, field_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.model import Claim, Value

# Words of a title that any instrument may bear, and that therefore tell none apart.
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the and of on for in to between with its their new first bilateral mutual joint treaty agreement memorandum "
        "understanding protocol declaration pact accord convention mou",
    )
)


def block_keys(claim: Claim, kind: Kind) -> tuple[Value, ...]:
    """What all claims of one thing share: claims with different keys are never compared."""
    if not kind.block:
        return act_keys(claim, kind, carried=True)
    fields = carried_on(claim, kind)
    return (claim.kind, *(asked_of(fields, term, kind) for term in kind.block))


def carried_on(claim: Claim, kind: Kind) -> Mapping[str, Value]:
    """The fields of a claim with the states that carry on those named in it."""
    if not kind.heirs or kind.heirs.keys().isdisjoint(claim.actors(kind.sides)):
        return claim.fields
    heirs, found = kind.heirs, dict(claim.fields)
    for side in kind.sides:
        value = found.get(side, "")
        if isinstance(value, tuple):
            found[side] = tuple(heirs.get(code, code) for code in value)
        else:
            found[side] = heirs.get(str(value), value)
    return found


def act_keys(claim: Claim, kind: Kind, *, carried: bool = False) -> tuple[Value, ...]:
    """What claims share that are alike in `same_thing`; those of other keys are of one thing only where a link says so.

    `carried`: with the states that carry on those that are named.
    """
    keys: list[Value] = [claim.kind]
    fields = carried_on(claim, kind) if carried else claim.fields
    for term in plain_terms(kind):
        told = asked_of(fields, term, kind)
        keys.append(told)
        if told == "":
            keys.append(claim.id)  # an unnamed person is not the next unnamed person
    if not any(claim.fields.get(side) for side in kind.sides):
        keys.append(claim.doc)  # whose trade it is, only the document knows
    return tuple(keys)


def stage_of(claim: Claim, kind: Kind) -> str:
    """The stage of its thing that a claim tells: `opened`; "" where the kind has no stages."""
    return str(claim.fields.get(kind.stages, "")) if kind.stages else ""


def meaning(claim: Claim, kind: Kind) -> Stage:
    """What the stage that a claim tells says of the thing from its date on."""
    return kind.stage_means.get(stage_of(claim, kind), Stage())


def asked(claim: Claim, term: str, kind: Kind) -> Value:
    """What a claim tells for a term such as `same_thing` lists, as it is compared."""
    return asked_of(claim.fields, term, kind)


def applies(link: Link, claim: Claim) -> bool:
    """Is a link meant for such claims?"""
    return all(claim.fields.get(name) in values for name, values in link.among.items())


def optional_fields(kind: Kind) -> list[str]:
    """The fields that are compared only where both claims give them."""
    return kind.optional_terms


def differing(x: Claim, y: Claim, kind: Kind) -> list[str]:
    """The fields that both claims give and that tell two things apart: cities, subjects, titles."""
    return [name for name in kind.compared_terms if x.fields.get(name) and y.fields.get(name) and not fit(name, x, y, kind)]


def told_otherwise(x: Claim, y: Claim, kind: Kind) -> list[str]:
    """What two claims of one thing tell unlike each other, more than another spelling of it would: fields, date, how sure."""
    sides = kind.sides if kind.even(x.fields) else ()
    found = (
        [] if not sides or asked_of(x.fields, "+".join(sides), kind) == asked_of(y.fields, "+".join(sides), kind) else [*sides]
    )
    for name in kind.fields:
        if name not in sides and x.fields.get(name) and y.fields.get(name) and not fit(name, x, y, kind):
            found.append(name)
    found += ["when"] if x.when and y.when and x.when != y.when else []
    sure = [HELD[0] if one.factuality in HELD else one.factuality for one in (x, y)]
    return found + (["factuality"] if sure[0] != sure[1] else [])


def fit(name: str, x: Claim, y: Claim, kind: Kind) -> bool:
    """Can what two claims give for a field be the same, as each sort of field allows?"""
    one, other = x.fields.get(name, ""), y.fields.get(name, "")
    if one == other:
        return True
    match kind.fields[name].type:
        case "words":
            return _words_fit(str(one), str(other))
        case "person":
            return spelling.names_alike(str(one), str(other))
        case "place":
            return spelling.places_alike(str(one), str(other))
        case "actors":
            return set(_codes(one)) == set(_codes(other))
    return _shared(one, name, kind) == _shared(other, name, kind)


def titled_alike(x: Claim, y: Claim, kind: Kind) -> bool:
    """Do two claims give their thing the same title?"""
    words = [name for name, field in kind.fields.items() if field.type == "words"]
    return any(content(x.fields.get(name, "")) and content(x.fields[name]) == content(y.fields.get(name, "")) for name in words)


def plain(value: Value) -> Value:
    """A value without what spelling varies: case, accents, order of a list."""
    if isinstance(value, tuple):
        return tuple(sorted(set(value)))
    return spelling.plain(value) if isinstance(value, str) else value


@lru_cache(maxsize=65536)
def content(words: Value) -> frozenset[str]:
    """The words of a title or subject that tell it from others.

    >>> sorted(content("the Treaty of Friendship and Cooperation"))
    ['cooperation', 'friendship']
    """
    return frozenset(re.findall(r"[\w-]+", str(plain(words)))) - _EMPTY_WORDS


def plain_terms(kind: Kind) -> list[str]:
    """The terms that two claims must share to the letter; the stage is not one where nearness in time is asked."""
    return kind.plain_terms


def asked_of(fields: Mapping[str, Value], term: str, kind: Kind) -> Value:
    """What fields tell for a term, as it is compared."""
    names = field_names(term)
    if len(names) == 1:
        return _shared(fields.get(names[0], kind.fields[names[0]].empty), names[0], kind)
    each = [_codes(fields.get(name, "")) for name in names]
    if not kind.even(fields) and set(names) <= set(kind.sides):
        return tuple(f"{name}={code}" for name, codes in zip(names, each, strict=True) for code in sorted(codes))
    return tuple(sorted({code for codes in each for code in codes}))


def _shared(value: Value, name: str, kind: Kind) -> Value:
    """What stands for a value where another tells the same: exports for imports, money for each currency."""
    if isinstance(value, str) and (kind.rates or kind.alias):
        if value in kind.rates and kind.fields[name].type == "unit":
            return "money"
        value = kind.alias.get(name, {}).get(value, value)
    return plain(value)


def _codes(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _words_fit(x: str, y: str) -> bool:
    first, second = content(x), content(y)
    return not first or not second or first <= second or second <= first
