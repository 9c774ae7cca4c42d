"""The kinds of claim as their YAML files describe them: what checking, joining, captions, columns and the manual need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from comity.errors import UnknownField, did_you_mean
from comity.model import Value
from comity.registry import DataFile, Folders, data_files

ACTOR_TYPES = frozenset({"actor", "actors", "state", "organisation"})
FieldType = Literal[
    "actor", "actors", "state", "organisation", "place", "person", "number", "unit", "words", "duration", "choice"
]


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field of a kind."""

    type: FieldType = "choice"
    one_of: tuple[str, ...] = ()
    required: bool = False
    """A claim without it is none."""
    optional: bool = False
    """Left out of exports where a claim does not give it."""
    from_context: bool = False
    """May be filled from the document's topic pair where the sentence leaves it open."""
    or_place: str = ""
    """A place may stand for the actor; its name then goes into the field named here."""
    groups: dict[str, tuple[str, ...]] = {}
    """Names for several values at once, for patterns: {office:envoy}."""
    what: str = ""

    @property
    def holds_actors(self) -> bool:
        """Does it hold codes of states or organisations?"""
        return self.type in ACTOR_TYPES

    @property
    def empty(self) -> Value:
        """What an export shows where a claim does not give the field."""
        return () if self.type == "actors" else ""


class Stage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one change says of the thing from its date on: it starts, it ends, or it is seen to be there."""

    starts: bool = False
    once: bool = False
    """It happens once, unless an end lies between: datings far apart are rival datings of one act, not two acts."""
    ends: bool = False
    observes: bool = False
    again: bool = False
    """It starts anew: before it there was a break, whether told or not."""


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of claim.

    `same_thing` lists what two claims must share to speak of one thing: a field; two fields taken together in any order
    (`a+b`); a field compared only where both claims give it (`city?`); `when`, for dates that do not exclude each other;
    `near`, for dates that lie less than a few years apart. `stages` names the field whose values are stages of one thing.
    """

    what: str
    fields: dict[str, Field]
    sides: tuple[str, ...]
    same_thing: tuple[str, ...]
    caption: str
    """What an entry is called. What stands in [brackets] is left out where a field in it is empty."""
    columns: tuple[str, ...]
    contradict: tuple[str, ...] = ()
    stages: str = ""
    stage_means: dict[str, Stage] = {}
    repeats: tuple[str, ...] = ()
    """Stages that happen again and again, so that two dates are no contradiction."""
    any_of: tuple[str, ...] = ()
    """At least one of these must be filled."""
    even_sides: Literal["always", "never"] | dict[str, tuple[str, ...]] = "never"
    """Where the order of the sides says nothing."""
    no_sides: dict[str, tuple[str, ...]] = {}
    """Values of fields with which the sides stay empty."""
    one_side: dict[str, tuple[str, ...]] = {}
    """Values of fields with which a side that the sentence leaves open stays empty."""
    both_sides: dict[str, tuple[str, ...]] = {}
    """Values of fields with which a claim that leaves a side open is none."""
    differ: tuple[tuple[str, str], ...] = ()
    """Pairs of fields that may not hold the same."""
    most_in_sentence: int = 12
    """More claims of it in one sentence are not believed: the sentence is then a list that no rule understood."""
    lengths: dict[str, tuple[str, ...]] = {}
    """Values of fields by which a claim tells a length of time in years: it is dated by the stretch that ends when it is told."""
    dated_each: bool = False
    """Dates in a row are of as many acts: visited in 1984 and 1986."""
    told_once: tuple[str, ...] = ()
    """Fields by which an article's further mentions are known: after the first, only one in full again gives a claim."""
    yields: dict[str, tuple[str, ...]] = {}
    """Values of a field that give way where the same words give another value of it, the weakest last."""
    found_by: tuple[str, ...] = ()
    """What a claim must share with a reference claim to have found it: a field; both sides (`a+b`); an actor among some
    fields (`source&target`); a person's name, where the reference gives one (`person?`); a number (`value#`)."""
    judged: tuple[str, ...] = ()
    """The fields that are right or wrong in a found claim; with `?` only where either claim gives one."""
    plover: dict[str, str] = {}
    """For values of `stages`, the type under which PLOVER codes the change; others are no event there."""
    talks: dict[str, tuple[str, ...]] = {}
    """Values of fields by which a claim tells of talks or a visit."""
    said_at_talks: dict[str, tuple[str, ...]] = {}
    """Values of fields by which a claim tells what is said at talks: undated, it carries their date."""
    called: dict[str, dict[str, str]] = {}
    """What the values of fields are called where a dossier groups by them: {type: {ASSAULT: attacks}}."""
    states_either: bool = False
    """One side may stay empty only if the other names a state."""

    def even(self, fields: Mapping[str, object]) -> bool:
        """Does the order of the sides say nothing in a claim with these fields?"""
        if isinstance(self.even_sides, str):
            return self.even_sides == "always"
        return any(fields.get(name) in values for name, values in self.even_sides.items())

    def is_speech(self, fields: Mapping[str, object]) -> bool:
        """Does a claim with these fields tell what is said, so that the speech itself is the act?"""
        return any(fields.get(name) in values for name, values in self.said_at_talks.items())

    def sideless(self, fields: Mapping[str, object]) -> bool:
        """Must the sides stay empty in a claim with these fields?"""
        return any(fields.get(name) in values for name, values in self.no_sides.items())

    def one_sided(self, fields: Mapping[str, object]) -> bool:
        """Must a side that the sentence leaves open stay empty in a claim with these fields?"""
        return any(fields.get(name) in values for name, values in self.one_side.items())

    def two_sided(self, fields: Mapping[str, object]) -> bool:
        """Must both sides be filled in a claim with these fields?"""
        return any(fields.get(name) in values for name, values in self.both_sides.items())


class Kinds(dict[str, Kind]):
    """All kinds by name."""


def field_names(term: str) -> list[str]:
    """The fields that a term of `same_thing` names: `a+b` names two, `near` none."""
    return [] if term == "near" else term.rstrip("?").split("+")


def read_kinds(folders: Folders) -> Kinds:
    """The kinds of the given folders; a RuleError where a file is wrong."""
    found = Kinds()
    for file in data_files(*folders.kinds):
        for name, kind in file.shaped(dict[str, Kind]).items():
            _check(file, name, kind)
            found[name] = kind
    return found


@cache
def kinds(folders: Folders = Folders()) -> Kinds:
    """The kinds, read once."""
    return read_kinds(folders)


def _check(file: DataFile, name: str, kind: Kind) -> None:
    """Refuse a key that names a field which the kind has not got."""
    always = {"when", "factuality"}
    used = {
        "caption": re.findall(r"\{(\w+)\}", kind.caption),
        "columns": list(kind.columns),
        "same_thing": [field for term in kind.same_thing for field in field_names(term)],
        "contradict": list(kind.contradict),
        "sides": list(kind.sides),
        "any_of": list(kind.any_of),
        "yields": list(kind.yields),
        "differ": [field for pair in kind.differ for field in pair],
        "found_by": [field for term in kind.found_by for field in re.split(r"[+&]", term.rstrip("?#&"))],
        "judged": [term.rstrip("?") for term in kind.judged],
        "stages": [kind.stages] if kind.stages else [],
        "talks": list(kind.talks),
        "lengths": list(kind.lengths),
        "said_at_talks": list(kind.said_at_talks),
        "called": list(kind.called),
    }
    for where, names in used.items():
        for field in names:
            if field not in kind.fields and field not in always:
                raise UnknownField(
                    file=file.path, line=file.line(name, where), where=where, field=field, kind=name,
                    fields=", ".join(kind.fields), hint=did_you_mean(field, kind.fields),
                )  # fmt: skip
