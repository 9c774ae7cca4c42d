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

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity import edtf
from comity.sameness._acts import dates_agree, dividers, in_sequence, parted, rival_dates
from comity.sameness._moments import HELD, NEAR_YEARS, Window, closed, core, other_period, window, years_apart
from comity.sameness._rivals import rival_key, rivals_in
from comity.sameness._terms import (
    act_keys,
    applies,
    asked,
    asked_of,
    block_keys,
    carried_on,
    content,
    differing,
    fit,
    meaning,
    optional_fields,
    plain,
    plain_terms,
    stage_of,
    titled_alike,
    told_otherwise,
)
from comity.schema import Kind, field_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim

__all__ = [
    "HELD",
    "NEAR_YEARS",
    "Likeness",
    "Window",
    "act_keys",
    "applies",
    "asked",
    "block_keys",
    "carried_on",
    "compare",
    "content",
    "core",
    "dates_agree",
    "differing",
    "dividers",
    "fit",
    "in_sequence",
    "meaning",
    "optional_fields",
    "parted",
    "plain",
    "rival_dates",
    "rival_key",
    "rivals_in",
    "same_thing",
    "stage_of",
    "titled_alike",
    "told_otherwise",
    "window",
    "years_apart",
]

PLANNED_DAYS = 31
"""How many days off its date a planned meeting may be held."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two claims speak of one thing, and why, in words."""

    same: bool
    why: str


def same_thing(x: Claim, y: Claim, kind: Kind) -> bool:
    """Do two claims of one kind speak of one thing? Where several things would fit, joining decides further."""
    return compare(x, y, kind).same


def compare(x: Claim, y: Claim, kind: Kind) -> Likeness:
    """Whether two claims of one kind speak of one thing, and which fields and dates say so."""
    shared = plain_terms(kind)
    if why := _apart(x, y, kind, shared):
        return Likeness(False, why)
    if dates := _dates(x, y, kind):
        return Likeness(dates[0], dates[1])
    if "term" in kind.same_thing and (why := _other_term(x, y, kind)):
        return Likeness(False, why)
    names = _words([name for term in shared for name in field_names(term)])
    once = [name for name in optional_fields(kind) if bool(x.fields.get(name)) != bool(y.fields.get(name))]
    unlike = told_otherwise(x, y, kind)
    said = f"{names} agree" + (f"; {_words(once)} {'is' if len(once) == 1 else 'are'} told once" if once else "")
    return Likeness(True, said + (f"; {_words(unlike)} {'is' if len(unlike) == 1 else 'are'} told otherwise" if unlike else ""))


def _apart(x: Claim, y: Claim, kind: Kind, shared: list[str]) -> str:
    """Which field tells two things apart, in words; "" where none does."""
    for term in shared:
        if asked_of(x.fields, term, kind) != asked_of(y.fields, term, kind):
            return f"{_words(field_names(term))} differs"
    if act_keys(x, kind) != act_keys(y, kind):
        return "nothing tells that both mean the same one"
    if kind.stages in kind.same_thing and stage_of(x, kind) != stage_of(y, kind):
        return f"{kind.stages} differs"
    apart = differing(x, y, kind)
    return f"{_words(apart)} {'differs' if len(apart) == 1 else 'differ'}" if apart else ""


def _dates(x: Claim, y: Claim, kind: Kind) -> tuple[bool, str] | None:
    """What the dates say of the likeness; None where they are not asked, or agree."""
    if "when" in kind.same_thing:
        return _one_date(x, y, kind)
    if "near" not in kind.same_thing or stage_of(x, kind) != stage_of(y, kind) or dates_agree(x, y):
        return None
    if window(x.when) is None or window(y.when) is None:
        return True, "the rest agrees, and one of the two is not dated"
    if rival_dates(x, y, kind):
        near = "it happens once" if meaning(x, kind).once else f"their dates lie at most {NEAR_YEARS} years apart"
        return True, f"the rest agrees, and {near}"
    return False, "their dates lie far apart"


def _one_date(x: Claim, y: Claim, kind: Kind) -> tuple[bool, str] | None:
    """The same where only what has one date is one thing."""
    if not x.when or not y.when:
        return False, "one of the two is not dated"
    if "period" in kind.same_thing and other_period(x.when, y.when):
        return False, "they are about other stretches of time"
    if dates_agree(x, y):
        return None
    if _as_planned(x, y, kind):
        return True, "the rest agrees, and one tells of it as planned for a near date"
    return False, "their dates exclude each other"


def _as_planned(x: Claim, y: Claim, kind: Kind) -> bool:
    """Does one tell of talks as planned, which the other tells of as held within some weeks of that date?"""
    if (x.factuality == "planned") == (y.factuality == "planned") or not any(x.fields.get(k) in v for k, v in kind.talks.items()):
        return False
    if not {x.factuality, y.factuality} & set(HELD):
        return False
    one, other = window(x.when), window(y.when)
    return one is not None and other is not None and max(one[0] - other[1], other[0] - one[1]).days <= PLANNED_DAYS


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
    if closed(x.when) and closed(y.when) and edtf.excludes(x.when, y.when):
        return "they are two terms"
    return ""


def _surely_then(x: Claim, y: Claim, name: str, kind: Kind) -> bool:
    """Must one who is not named be the one who is: of an office that one person holds, at the same time?"""
    sole = [link for link in kind.links if link.differ == name and link.way == "person" and applies(link, x)]
    alike = any(
        all(asked_of(x.fields, t, kind) == asked_of(y.fields, t, kind) not in ("", ()) for t in link.agree) for link in sole
    )
    if not alike or not x.when or not y.when:
        return False
    named, other = sorted((x, y), key=lambda claim: not claim.fields.get(name))
    whole, part = core(named.when), core(other.when)
    return x.when == y.when or bool(whole and part and whole[0] <= part[0] and part[1] <= whole[1])


def _far(x: Claim, y: Claim) -> bool:
    first, second = window(x.when), window(y.when)
    return bool(first and second) and years_apart(first, second) > NEAR_YEARS  # type: ignore[arg-type]


def _words(names: Iterable[str]) -> str:
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last
