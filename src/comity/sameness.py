"""When two claims speak of one thing, as the kinds' `same_thing` lays down.

>>> from comity.model import Claim, Span
>>> from comity.schema import kinds
>>> def told(city):
...     fields = {"sender": "KEN", "host": "PER", "type": "embassy", "city": city, "change": "exists"}
...     return Claim("a", "mission", fields, "", "asserted", Span(0, 1), "")
>>> compare(told("Lima"), told(""), kinds()["mission"])
Likeness(same=True, why='sender, host and type agree; city is told once')
>>> compare(told("Lima"), told("Cusco"), kinds()["mission"]).why
'city differs'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from comity import edtf, spelling
from comity.schema import Kind, Link, Stage, field_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.model import Claim, Value

HELD = ("asserted", "reported")
"""What is planned, possible or denied joins an entry but excludes nothing that is said to have happened."""

PLANNED_DAYS = 31
"""How many days off its date a planned meeting may be held."""

NEAR_YEARS = 3
"""How far apart two dates of one act may lie in texts that get it wrong; further apart they are two acts."""

_YEAR = timedelta(days=366)

# Words of a title that any instrument may bear, and that therefore tell none apart.
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an the and of on for in to between with its their new first bilateral mutual joint treaty agreement memorandum "
        "understanding protocol declaration pact accord convention mou",
    )
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two claims speak of one thing, and why, in words."""

    same: bool
    why: str


def block_keys(claim: Claim, kind: Kind) -> tuple[Value, ...]:
    """What all claims of one thing share: claims with different keys are never compared."""
    if not kind.block:
        return act_keys(claim, kind)
    return (claim.kind, *(_told(claim.fields, term, kind) for term in kind.block))


def act_keys(claim: Claim, kind: Kind) -> tuple[Value, ...]:
    """What claims share that are alike in `same_thing`; those of other keys are of one thing only where a link says so."""
    keys: list[Value] = [claim.kind]
    for term in _plain_terms(kind):
        told = _told(claim.fields, term, kind)
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


def same_thing(x: Claim, y: Claim, kind: Kind) -> bool:
    """Do two claims of one kind speak of one thing? Where several things would fit, joining decides further."""
    return compare(x, y, kind).same


def compare(x: Claim, y: Claim, kind: Kind) -> Likeness:
    """Whether two claims of one kind speak of one thing, and which fields and dates say so."""
    shared = _plain_terms(kind)
    for term in shared:
        if _told(x.fields, term, kind) != _told(y.fields, term, kind):
            return Likeness(False, f"{_words(field_names(term))} differs")
    if act_keys(x, kind) != act_keys(y, kind):
        return Likeness(False, "nothing tells that both mean the same one")
    if kind.stages in kind.same_thing and stage_of(x, kind) != stage_of(y, kind):
        return Likeness(False, f"{kind.stages} differs")
    apart = differing(x, y, kind)
    if apart:
        return Likeness(False, f"{_words(apart)} differs" if len(apart) == 1 else f"{_words(apart)} differ")
    if dates := _dates(x, y, kind):
        return Likeness(dates[0], dates[1])
    if "term" in kind.same_thing and (why := _other_term(x, y, kind)):
        return Likeness(False, why)
    names = _words([name for term in shared for name in field_names(term)])
    once = [name for name in optional_fields(kind) if bool(x.fields.get(name)) != bool(y.fields.get(name))]
    unlike = told_otherwise(x, y, kind)
    said = f"{names} agree" + (f"; {_words(once)} {'is' if len(once) == 1 else 'are'} told once" if once else "")
    return Likeness(True, said + (f"; {_words(unlike)} {'is' if len(unlike) == 1 else 'are'} told otherwise" if unlike else ""))


def told_otherwise(x: Claim, y: Claim, kind: Kind) -> list[str]:
    """What two claims of one thing tell unlike each other, more than another spelling of it would: fields, date, how sure."""
    sides = kind.sides if kind.even(x.fields) else ()
    found = [] if not sides or _told(x.fields, "+".join(sides), kind) == _told(y.fields, "+".join(sides), kind) else [*sides]
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


def optional_fields(kind: Kind) -> list[str]:
    """The fields that are compared only where both claims give them."""
    return [term.rstrip("?") for term in kind.same_thing if term.endswith("?")]


def differing(x: Claim, y: Claim, kind: Kind) -> list[str]:
    """The fields that both claims give and that tell two things apart: cities, subjects, titles."""
    names = _compared(kind)
    return [name for name in names if x.fields.get(name) and y.fields.get(name) and not fit(name, x, y, kind)]


def in_sequence(first: str, last: str, kind: Kind) -> bool:
    """Is one stage never before another?"""
    return (first, last) in kind.order


def titled_alike(x: Claim, y: Claim, kind: Kind) -> bool:
    """Do two claims give their thing the same title?"""
    words = [name for name, field in kind.fields.items() if field.type == "words"]
    return any(content(x.fields.get(name, "")) and content(x.fields[name]) == content(y.fields.get(name, "")) for name in words)


def dates_agree(x: Claim, y: Claim) -> bool:
    """Are both dated, and can both dates be those of one act?"""
    return bool(window(x.when) and window(y.when)) and not edtf.excludes(x.when, y.when)


def rival_dates(x: Claim, y: Claim, kind: Kind) -> bool:
    """Can the two be different datings of one act: near in time, and alike in words where the kind has any?"""
    first, second = window(x.when), window(y.when)
    if "near" not in kind.same_thing or first is None or second is None or stage_of(x, kind) != stage_of(y, kind):
        return False
    if kind.stages in kind.same_thing and stage_of(x, kind) in kind.repeats:
        return False
    words = [name for name, field in kind.fields.items() if field.type == "words"]
    tied = not words or any(content(x.fields.get(name, "")) and content(y.fields.get(name, "")) for name in words)
    return tied and (meaning(x, kind).once or years_apart(first, second) <= NEAR_YEARS)


Window = tuple[date, date]


@lru_cache(maxsize=65536)
def window(when: str) -> Window | None:
    """The first and the last day on which a momentary act of that date can have been; None where it is not dated."""
    bounds = edtf.bounds(when) if when else None
    if bounds is None:
        return None
    first, last = bounds.begin_earliest or date.min, bounds.end_latest or date.max
    if not bounds.approximate:
        return first, last
    # "About 1985" may be a year out at either side, as edtf.excludes has it.
    return max(first, date(2, 1, 1)) - _YEAR, min(last, date(9998, 1, 1)) + _YEAR


def years_apart(first: Window, second: Window) -> int:
    """How many calendar years lie between two stretches; 0 where they touch one year."""
    return max(0, second[0].year - first[1].year, first[0].year - second[1].year)


def dividers(claims: Iterable[Claim], kind: Kind) -> list[tuple[Stage, Window]]:
    """The dated ends and starts among claims, which part what lies before them from what lies after."""
    found = []
    for claim in claims:
        stretch, sense = window(claim.when), meaning(claim, kind)
        if stretch is not None and sense.starts != sense.ends and claim.factuality == "asserted":
            found.append((sense, stretch))
    return found


def parted(x: Claim, y: Claim, between: Iterable[tuple[Stage, Window]], kind: Kind) -> bool:
    """Does an end lie between two starts, or a start between two ends? They are then two acts, not two datings of one."""
    first, second = window(x.when), window(y.when)
    sense = meaning(x, kind)
    if first is None or second is None or sense.starts == sense.ends:
        return False
    first, second = sorted((first, second))
    opposite = (stretch for other, stretch in between if other.starts == sense.ends)
    return any(first[1] < stretch[0] and stretch[1] < second[0] for stretch in opposite)


def plain(value: Value) -> Value:
    """A value without what spelling varies: case, accents, order of a list."""
    if isinstance(value, tuple):
        return tuple(sorted(set(value)))
    if not isinstance(value, str):
        return value
    return spelling.plain(value)


@lru_cache(maxsize=65536)
def content(words: Value) -> frozenset[str]:
    """The words of a title or subject that tell it from others.

    >>> sorted(content("the Treaty of Friendship and Cooperation"))
    ['cooperation', 'friendship']
    """
    return frozenset(re.findall(r"[\w-]+", str(plain(words)))) - _EMPTY_WORDS


def _plain_terms(kind: Kind) -> list[str]:
    """The terms that two claims must share to the letter; the stage is not one where nearness in time is asked."""
    passed = {"when", "near", "period", "term", kind.stages if "near" in kind.same_thing else ""}
    return [term for term in kind.same_thing if not term.endswith("?") and term not in passed]


def _compared(kind: Kind) -> list[str]:
    """Fields that may tell two things apart: the optional ones, and titles where the kind asks only for nearness."""
    names = optional_fields(kind)
    if "near" in kind.same_thing:
        names += [name for name, field in kind.fields.items() if field.type == "words" and name not in names]
    return names


def _told(fields: Mapping[str, Value], term: str, kind: Kind) -> Value:
    names = field_names(term)
    if len(names) == 1:
        return _shared(fields.get(names[0], kind.fields[names[0]].empty), names[0], kind)
    each = [_codes(fields.get(name, "")) for name in names]
    if set(names) <= set(kind.sides) and not kind.even(fields):
        return tuple(f"{name}={code}" for name, codes in zip(names, each, strict=True) for code in sorted(codes))
    return tuple(sorted({code for codes in each for code in codes}))


def _shared(value: Value, name: str, kind: Kind) -> Value:
    """What stands for a value where another tells the same: exports for imports, money for each currency."""
    if isinstance(value, str):
        if value in kind.rates and kind.fields[name].type == "unit":
            return "money"
        value = kind.alias.get(name, {}).get(value, value)
    return plain(value)


def _codes(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _words_fit(x: str, y: str) -> bool:
    first, second = content(x), content(y)
    return not first or not second or first <= second or second <= first


def _dates(x: Claim, y: Claim, kind: Kind) -> tuple[bool, str] | None:
    """What the dates say of the likeness; None where they are not asked, or agree."""
    if "when" in kind.same_thing:
        if not x.when or not y.when:
            return False, "one of the two is not dated"
        if "period" in kind.same_thing and _other_period(x.when, y.when):
            return False, "they are about other stretches of time"
        if dates_agree(x, y):
            return None
        if _as_planned(x, y, kind):
            return True, "the rest agrees, and one tells of it as planned for a near date"
        return False, "their dates exclude each other"
    if "near" not in kind.same_thing or stage_of(x, kind) != stage_of(y, kind) or dates_agree(x, y):
        return None
    if window(x.when) is None or window(y.when) is None:
        return True, "the rest agrees, and one of the two is not dated"
    if rival_dates(x, y, kind):
        near = "it happens once" if meaning(x, kind).once else f"their dates lie at most {NEAR_YEARS} years apart"
        return True, f"the rest agrees, and {near}"
    return False, "their dates lie far apart"


def _other_period(one: str, other: str) -> bool:
    """Is one of two a stretch, which the other is not? What was given in ten years is not what was given in the last."""
    return "/" in one + other and window(one) != window(other)


def _as_planned(x: Claim, y: Claim, kind: Kind) -> bool:
    """Does one tell of talks as planned, which the other tells of as held within some weeks of that date?"""
    if (x.factuality == "planned") == (y.factuality == "planned") or not any(x.fields.get(k) in v for k, v in kind.talks.items()):
        return False
    if not {x.factuality, y.factuality} & set(HELD):
        return False
    first, second = sorted(one for one in (window(x.when), window(y.when)) if one)
    return (second[0] - first[1]).days <= PLANNED_DAYS


def _other_term(x: Claim, y: Claim, kind: Kind) -> str:
    """Why two holders of an office, alike so far, are not of one term; "" where they may be."""
    for name in (name for name, field in kind.fields.items() if field.type == "person"):
        one, other = str(x.fields.get(name, "")), str(y.fields.get(name, ""))
        if not one and not other:
            return f"neither names its {name}"
        if not (one and other) and not _surely_then(x, y, name, kind):
            return f"one of the two names no {name}"
        if one and other and plain(one) != plain(other) and _far(x, y):
            return f"the {name} is not named alike, and their dates lie far apart"
    if _closed(x.when) and _closed(y.when) and edtf.excludes(x.when, y.when):
        return "they are two terms"
    return ""


def _surely_then(x: Claim, y: Claim, name: str, kind: Kind) -> bool:
    """Must one who is not named be the one who is: of an office that one person holds, at the same time?"""
    sole = [link for link in kind.links if link.differ == name and link.way == "person" and applies(link, x)]
    alike = any(all(_told(x.fields, t, kind) == _told(y.fields, t, kind) not in ("", ()) for t in link.agree) for link in sole)
    if not alike or not x.when or not y.when:
        return False
    named, other = sorted((x, y), key=lambda claim: not claim.fields.get(name))
    whole, part = core(named.when), core(other.when)
    return x.when == y.when or bool(whole and part and whole[0] <= part[0] and part[1] <= whole[1])


def asked(claim: Claim, term: str, kind: Kind) -> Value:
    """What a claim tells for a term such as `same_thing` lists, as it is compared."""
    return _told(claim.fields, term, kind)


def applies(link: Link, claim: Claim) -> bool:
    """Is a link meant for such claims?"""
    return all(claim.fields.get(name) in values for name, values in link.among.items())


def core(when: str) -> Window | None:
    """The first and last day of those on which what lasted through a date surely held; None where no day is sure."""
    bounds = edtf.bounds(when) if when else None
    if bounds is None or bounds.approximate or not bounds.begin_latest or not bounds.end_earliest:
        return None
    return (bounds.begin_latest, bounds.end_earliest) if bounds.begin_latest <= bounds.end_earliest else None


def _closed(when: str) -> bool:
    return "/" in when and ".." not in when


def _far(x: Claim, y: Claim) -> bool:
    first, second = window(x.when), window(y.when)
    return bool(first and second) and years_apart(first, second) > NEAR_YEARS  # type: ignore[arg-type]


def _words(names: Iterable[str]) -> str:
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last
