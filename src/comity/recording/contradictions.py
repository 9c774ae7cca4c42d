"""Where claims of one thing exclude one another: typed, kept in sight, never settled here.

A less precise date is no contradiction, nor is a rounded number, nor a date of a stage that may happen again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from math import floor, inf, log10
from types import MappingProxyType
from typing import TYPE_CHECKING

from comity import edtf
from comity.model import Claim, Contradiction
from comity.recording._opposed import across, denials
from comity.sameness import HELD, dividers, parted, plain, stage_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from comity.model import Entry
    from comity.schema import Kind

_COARSER = ("day", "month", "year", "decade", "century", "range", "open", "none")
_NAMES = {"range": "period", "open": "period", "none": "period"}

# "About 500" does not exclude 540: a tenth either way is what such words are used for.
_ABOUT = 0.1

# Numbers are told to two figures at least: 60 beside 58 differ, 1.2 billion beside 1,198 million do not.
_FIGURES = 2


@dataclass(frozen=True)
class _Told:
    """One value as claims of a stage give it."""

    value: str
    claims: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        return self.claims[0]


def contradictions(entry: Entry, kind: Kind) -> tuple[Contradiction, ...]:
    """Every contradiction among the claims of one entry, by field and stage."""
    held = [claim for claim in entry.claims if claim.factuality in HELD]
    found = [one for part in entry.parts for one in _of_act(part, held, kind)]
    found += across(entry, held, kind)
    return tuple(replace(one, entry=entry.id) for one in found)


def _of_act(part: Sequence[Claim], all_of_entry: Sequence[Claim], kind: Kind) -> Iterator[Contradiction]:
    """The contradictions among claims of one act."""
    held = [claim for claim in part if claim.factuality in HELD]
    for name in kind.contradict:
        for stage in sorted({stage_of(claim, kind) for claim in held} - set(kind.repeats)):
            staged = [claim for claim in held if stage_of(claim, kind) == stage]
            way = "date" if name == "when" else "value"
            for type_of, values in _rivals(name, staged, all_of_entry, kind):
                yield Contradiction("", name, type_of, values, stage, way)
    yield from _lasting(held, kind)
    yield from denials(part, kind)


def _lasting(held: Sequence[Claim], kind: Kind) -> Iterator[Contradiction]:
    """Two lengths of one visit or term: stretches that meet, of which one begins or ends on another day."""
    lasted = [claim for claim in held if any(claim.fields.get(name) in values for name, values in kind.lasts.items())]
    told = _told("when", [claim for claim in lasted if _is_stretch(claim.when, kind)])
    pairs = [(x, y) for x, y in combinations(told, 2) if lengths_clash(x.value, y.value)]
    if pairs:
        yield Contradiction("", "when", _say("range"), _values(told, pairs), "", "date")


def _is_stretch(when: str, kind: Kind) -> bool:
    """Is it a stretch with both its ends; where a kind tells of acts, with both told to the day?"""
    begin, slash, end = when.partition("/")
    fine = "when" not in kind.same_thing or edtf.precision(begin) == edtf.precision(end) == "day"
    return bool(slash) and ".." not in (begin, end) and fine


def lengths_clash(one: str, other: str) -> bool:
    """Do two stretches that meet begin or end on days that exclude each other?

    >>> lengths_clash("1990/1994", "1991/1994"), lengths_clash("1990/1994", "1990-05/1994")
    (True, False)
    """
    ends = zip(one.split("/"), other.split("/"), strict=True)
    return not edtf.excludes(one, other) and any(edtf.excludes(x, y) for x, y in ends)


Values = tuple[tuple[str, tuple[str, ...]], ...]


def _rivals(name: str, staged: Sequence[Claim], all_of_entry: Sequence[Claim], kind: Kind) -> Iterator[tuple[str, Values]]:
    """The values of a field that exclude one another, with the type of their contradiction."""
    clash = _clash(name, all_of_entry, kind)
    batches = [list(staged)] if name == "when" or "when" not in kind.same_thing else _by_date(staged)
    for batch in batches:
        told = _told(name, batch)
        pairs = [(x, y) for x, y in combinations(told, 2) if clash(x.first, y.first)]
        if pairs:
            type_of = max((_date_type(x, y) for x, y in pairs), key=_COARSER.index) if name == "when" else name
            yield _say(type_of), _values(told, pairs)


def _values(told: Sequence[_Told], pairs: Sequence[tuple[_Told, _Told]]) -> Values:
    """The values that stand in a pair, each with the ids of its claims."""
    rivals = [one for one in told if any(one in pair for pair in pairs)]
    return tuple((one.value, tuple(sorted(claim.id for claim in one.claims))) for one in rivals)


def _told(name: str, claims: Sequence[Claim]) -> list[_Told]:
    found: dict[tuple[object, ...], list[Claim]] = {}
    unit = "unit" if name != "when" and len({claim.fields.get("unit", "") for claim in claims}) > 1 else ""
    for claim in claims:
        if _value(name, claim) not in ("", ()):
            found.setdefault((*_order(name, claim), claim.fields.get(unit, ""), claim.fields.get("measure", "")), []).append(
                claim
            )
    groups = sorted(found.items(), key=lambda item: item[0])
    return [_Told(f"{_value(name, group[0])} {group[0].fields.get(unit, '')}".strip(), tuple(group)) for _, group in groups]


def _order(name: str, claim: Claim) -> tuple[object, ...]:
    if name == "when":
        return (edtf.sort_key(claim.when), claim.when)
    value = claim.fields.get(name, "")
    return (value if isinstance(value, int | float) else 0, _value(name, claim))


def _value(name: str, claim: Claim) -> str:
    """A value as a reader is shown it: a date, a number with its bound, words."""
    if name == "when":
        return claim.when
    value = claim.fields.get(name, "")
    if not isinstance(value, int | float):
        return ", ".join(value) if isinstance(value, tuple) else value
    bound, upper = str(claim.fields.get("bound", "")), claim.fields.get("value_to", "")
    before = "" if bound in ("", "exact") else bound.replace("-", " ") + " "
    return f"{before}{_number(value)}" + (f" to {_number(upper)}" if isinstance(upper, int | float) else "")


def _number(value: float) -> str:
    return f"{int(value) if float(value).is_integer() else value:,}"


def _by_date(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims by the date that they are about: the half of a year and the year are not measured against each other."""
    dates: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.when:
            dates.setdefault(claim.when, []).append(claim)
    return [dates[when] for when in sorted(dates)]


def _date_type(x: _Told, y: _Told) -> str:
    return max(edtf.precision(x.value), edtf.precision(y.value), key=_COARSER.index)


def _say(type_of: str) -> str:
    if type_of not in _COARSER:
        return type_of
    name = _NAMES.get(type_of, type_of)
    return f"{name} against {name}"


def _clash(name: str, claims: Sequence[Claim], kind: Kind) -> Callable[[Claim, Claim], bool]:
    """What tells whether two claims exclude each other in a field."""
    between = dividers(claims, kind) if name == "when" else ()

    def dates(x: Claim, y: Claim) -> bool:
        return edtf.excludes(x.when, y.when) and not parted(x, y, between, kind)

    if name == "when":
        return dates
    if kind.fields[name].type == "number":
        return lambda x, y: not _mirrored(x, y, kind) and numbers_clash(x, y, kind.rates)
    return _differ(name)


def _mirrored(x: Claim, y: Claim, kind: Kind) -> bool:
    """Are they the books of both sides, which count the same otherwise?"""
    return any(x.fields.get(name) != y.fields.get(name) for name in kind.alias)


def _differ(name: str) -> Callable[[Claim, Claim], bool]:
    def differ(x: Claim, y: Claim) -> bool:
        return plain(x.fields.get(name, "")) != plain(y.fields.get(name, ""))

    return differ


def numbers_clash(x: Claim, y: Claim, rates: Mapping[str, tuple[float, float]] = MappingProxyType({})) -> bool:
    """Can two figures not both be right, given their bounds, how far they are rounded, and what their units have been worth?"""
    first, second = _reach(x), _reach(y)
    units = [str(one.fields.get("unit", "")) for one in (x, y)]
    if units[0] != units[1] and all(unit in rates for unit in units):
        first, second = (_worth(reach, rates[unit]) for reach, unit in zip((first, second), units, strict=True))
    if first[0] <= second[1] and second[0] <= first[1]:
        return False
    return not (_rounds_to(first, second) or _rounds_to(second, first))


def _reach(claim: Claim) -> tuple[float, float]:
    """The lowest and the highest number that a figure allows."""
    low, high, bound = (claim.fields.get(name, "") for name in ("value", "value_to", "bound"))
    if not isinstance(low, int | float):
        return -inf, inf
    high = high if isinstance(high, int | float) else low
    if bound == "at-least":
        return low, inf
    if bound == "at-most":
        return -inf, high
    slack = _ABOUT if bound == "about" else 0.0
    return low - abs(low) * slack, high + abs(high) * slack


def _worth(reach: tuple[float, float], rate: tuple[float, float]) -> tuple[float, float]:
    return reach[0] * rate[0], reach[1] * rate[1]


def _rounds_to(fine: tuple[float, float], rough: tuple[float, float]) -> bool:
    """Is one exact number the other, rounded to as many figures as that shows?"""
    if fine[0] != fine[1] or rough[0] != rough[1] or not fine[0] or not rough[0]:
        return False
    places = floor(log10(abs(rough[0])))
    figures = max(_FIGURES, _figures_shown(rough[0]))
    unit = 10.0 ** (places - figures + 1)
    return abs(round(fine[0] / unit) * unit - rough[0]) < unit / 1000


def _figures_shown(number: float) -> int:
    digits = f"{number:.12g}"
    mantissa = f"{float(digits):e}".split("e")[0].rstrip("0").replace(".", "").replace("-", "")
    return len(mantissa)
