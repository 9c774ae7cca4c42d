"""What a kind's file says of when claims are of one thing, carried on, or against each other: parts of `schema.Kind`."""

from __future__ import annotations

from typing import Literal

import msgspec

from comity.model import Value

Way = Literal["date", "value", "party", "polarity", "status", "order", "person", "place"]
"""In what two claims of one thing can contradict each other."""


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one change says of the thing from its date on: it starts, it ends, or it is seen to be there."""

    starts: bool = False
    once: bool = False
    """It happens once, unless an end lies between: datings far apart are rival datings of one act, not two acts."""
    ends: bool = False
    observes: bool = False
    again: bool = False
    """It starts anew: before it there was a break, whether told or not."""
    presupposes: bool = False
    """It only changes what was there just before it: raised, lowered. What ends presupposes as much."""


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where two claims that differ in a field are of one thing all the same, or contradict each other in it.

    `agree` lists the terms that both must tell alike; `among` the values of fields that they must have; `within` the sets of
    values of the field of which both must give one. `when` is what is asked of their dates: nothing (`any`), that both are
    `dated`, the `same` date, the same `days`, or that both surely `held` on one day.
    """

    differ: str
    agree: tuple[str, ...]
    among: dict[str, tuple[str, ...]] = {}
    within: tuple[tuple[str, ...], ...] = ()
    when: Literal["any", "dated", "same", "days", "held"] = "any"
    way: Way | None = None
    """In what they contradict each other; without one they are of one thing, and both can be right."""


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Claims, each of a document of its own unless it names one, that a rivalry takes for rivals, or leaves alone and why."""

    claims: tuple[dict[str, Value], ...]
    because: str = ""


class Rivalry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where documents tell one thing with other parties: alike in `agree` and in their dates, they differ in `differ`.

    Two facts are mostly more likely than one that is told wrongly. So `named` names a field that must tell the thing from
    others (a title of more than the kind's `plain_words`, a full name, a number of three figures), and whatever hints at two
    facts excludes a contradiction: a document that tells both, a telling with more parties, parties of which one was
    before the other.
    """

    differ: str
    agree: tuple[str, ...]
    named: str
    among: dict[str, tuple[str, ...]] = {}
    when: Literal["same", "days", "held"] = "days"
    examples: tuple[Case, ...] = ()
    counter: tuple[Case, ...] = msgspec.field(default=(), name="not")


class Succession(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How what a state has is carried on by the state that continues it.

    `named` is a field that both must tell alike. What the heir tells of a stage under `apart` is a thing of its own: a treaty
    that it signs; under `anew` it begins another act of the same: an embassy that it opens.
    """

    named: str = ""
    apart: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()
