"""The kinds of claim as their YAML files describe them: what checking, joining, captions, columns and the manual need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Literal

import msgspec

from comity.errors import UnknownField, did_you_mean
from comity.joins import Link, Rivalry, Stage, Succession
from comity.model import Value
from comity.registry import DataFile, Folders, data_files

_OF_TIME = ("when", "near", "period", "term")
"""Terms of `same_thing` that ask something of the dates."""
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


def _has(fields: Mapping[str, object], values: Mapping[str, tuple[str, ...]]) -> bool:
    """Has a field one of the values that are listed for it?"""
    return any(fields.get(name) in those for name, those in values.items())


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One kind of claim.

    `same_thing` lists what two claims must share to speak of one thing: a field; two fields taken together in any order
    (`a+b`); a field compared only where both claims give it (`city?`); `when`, for dates that do not exclude each other;
    `near`, for dates that lie less than a few years apart; `period`, for numbers about the same stretch of time; `term`, for
    terms of office that do not exclude each other. `stages` names the field whose values are stages of one thing.
    """

    what: str
    fields: dict[str, Field]
    sides: tuple[str, ...]
    same_thing: tuple[str, ...]
    caption: str
    """What an entry is called. What stands in [brackets] is left out where a field in it is empty."""
    columns: tuple[str, ...]
    contradict: tuple[str, ...] = ()
    block: tuple[str, ...] = ()
    """What all claims that may be of one thing share to the letter; without it, what `same_thing` asks for so."""
    links: tuple[Link, ...] = ()
    rivalries: tuple[Rivalry, ...] = ()
    plain_words: tuple[str, ...] = ()
    """Words of titles that many bear, so that they name none."""
    succession: Succession | None = None
    """How it is carried on; without it, it is not."""
    heirs: dict[str, str] = {}
    """States that are carried on, each with the one that does, as the actors' files have it: no part of a kind's file."""
    joins_stages: tuple[str, ...] = ()
    """Stages whose acts, however far apart, are of one thing: relations taken up, broken off, taken up again."""
    order: tuple[tuple[str, str], ...] = ()
    """Pairs of stages of which the second is not before the first."""
    lasts: dict[str, tuple[str, ...]] = {}
    """Values of fields with which a stretch tells from when to when it lasted, so that another begin or end contradicts it."""
    alias: dict[str, dict[str, str]] = {}
    """Values of a field that tell one thing as its other side sees it: imports, which are the seller's exports."""
    rates: dict[str, tuple[float, float]] = {}
    """Units that measure one thing, each with the least and the most of a common one that it has been worth."""
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
    mutual: dict[str, tuple[str, ...]] = {}
    """Values of fields with which two who are said to do it, to nobody else, do it to each other."""
    undoes: dict[str, tuple[str, ...]] = {}
    """Types that undo acts of these types: where they name nobody, they are by whom those were."""
    answers: dict[str, tuple[str, ...]] = {}
    """Types of acts that reply to one of these types, told just before: refused, after asked."""
    between: dict[str, tuple[str, ...]] = {}
    """Values of fields with which what is done to one of the two of a document, by nobody named, was done by the other."""
    befalls: dict[str, tuple[str, ...]] = {}
    """Acts on a country that a sentence may name by the actor alone: after the Soviet invasion, Peru protested."""
    goes_on: dict[str, tuple[str, ...]] = {}
    """Values of fields with which an act that names nobody goes on with the last of its type: and tents were flown in."""
    differ: tuple[tuple[str, str], ...] = ()
    """Pairs of fields that may not hold the same."""
    most_in_sentence: int = 12
    """More claims of it in one sentence are not believed: the sentence is then a list that no rule understood."""
    lengths: dict[str, tuple[str, ...]] = {}
    """Values of fields by which a claim tells a length of time in years: it is dated by the stretch that ends when it is told."""
    lists: str = ""
    """The field of which a sentence may list several, each with a date of its own."""
    each_of: dict[str, tuple[str, ...]] = {}
    """Values of fields with which several who did it, to nobody named, each did it to the one of whom the document speaks."""
    meant: dict[str, tuple[str, ...]] = {}
    """Values of fields with which the mere purpose of an act, or what is talked about, is no claim of its own."""
    each_way: bool = False
    """What two of one group are said to do, each does in the other's country: two missions, two envoys."""
    dated_each: bool = False
    """Dates in a row are of as many acts: visited in 1984 and 1986."""
    told_once: tuple[str, ...] = ()
    """Fields by which an article's further mentions are known: after the first, only one in full again gives a claim."""
    yields: dict[str, tuple[str, ...]] = {}
    """Values of a field that give way where the same words give another value of it, the weakest last."""
    hides: dict[str, tuple[str, ...]] = {}
    """Stages beside which these others are not told of the same sides, words and date."""
    found_by: tuple[str, ...] = ()
    """What a claim shares with a reference claim that it finds: a field; both sides `a+b`; an actor `a&b`; `name?`; `number#`."""
    judged: tuple[str, ...] = ()
    """The fields that are right or wrong in a found claim; with `?` only where either claim gives one."""
    plover: dict[str, str] = {}
    """For values of `stages`, the type under which PLOVER codes the change; others are no event there."""
    includes: dict[str, tuple[str, ...]] = {}
    """What of other kinds it tells as well: who signed a treaty has agreed."""
    talks: dict[str, tuple[str, ...]] = {}
    """Values of fields by which a claim tells of talks or a visit."""
    said_at_talks: dict[str, tuple[str, ...]] = {}
    """Values of fields by which a claim tells what is said at talks: undated, it carries their date."""
    recalls: tuple[str, ...] | None = None
    """Fields in which a claim that names no side must agree with the one of its kind told last, for "it" to mean that one; where
    there is such a field, "the" too: the embassy was closed. Without the key nothing is meant so."""
    called: dict[str, dict[str, str]] = {}
    """What the values of fields are called where a dossier groups by them: {type: {ASSAULT: attacks}}."""
    states_either: bool = False
    """One side may stay empty only if the other names a state."""

    @cached_property
    def plain_terms(self) -> list[str]:
        """What two claims of one act share to the letter; the stage is not among it where nearness in time is asked."""
        passed = {*_OF_TIME, self.stages if "near" in self.same_thing else ""}
        return [term for term in self.same_thing if not term.endswith("?") and term not in passed]

    @cached_property
    def optional_terms(self) -> list[str]:
        """The fields that are compared only where both claims give them."""
        return [term.rstrip("?") for term in self.same_thing if term.endswith("?")]

    @cached_property
    def compared_terms(self) -> list[str]:
        """Fields that may tell two things apart: the optional ones, and titles where only nearness in time is asked."""
        words = self.of_type("words") if "near" in self.same_thing else []
        return self.optional_terms + [name for name in words if name not in self.optional_terms]

    @cached_property
    def foremost(self) -> str:
        """The field by whose value its claims are first told apart: an event's type, the stage of a treaty, an office."""
        required = (name for name, field in self.fields.items() if field.one_of and field.required)
        return self.stages or next(required, "")

    def of_type(self, type_of: str) -> list[str]:
        """The fields that hold a sort of value."""
        return [name for name, field in self.fields.items() if field.type == type_of]

    def even(self, fields: Mapping[str, object]) -> bool:
        """Does the order of the sides say nothing in a claim with these fields?"""
        if isinstance(self.even_sides, str):
            return self.even_sides == "always"
        return _has(fields, self.even_sides)

    def may_befall(self, fields: Mapping[str, object]) -> bool:
        """May it fall upon a country that the sentence need not name?"""
        return _has(fields, self.befalls)

    def is_by_each(self, fields: Mapping[str, object]) -> bool:
        """Did each of several who did it, to nobody named, do it to the one of whom the document speaks?"""
        return _has(fields, self.each_of)

    def is_meant(self, fields: Mapping[str, object]) -> bool:
        """Is it no claim of its own where it is only the purpose of an act?"""
        return _has(fields, self.meant)

    def is_mutual(self, fields: Mapping[str, object]) -> bool:
        """Do two who do it, to nobody else that is named, do it to each other?"""
        return _has(fields, self.mutual)

    def is_between(self, fields: Mapping[str, object]) -> bool:
        """Is it, done to one of the two of whom a document speaks and by nobody named, by the other?"""
        return _has(fields, self.between)

    def may_go_on(self, fields: Mapping[str, object]) -> bool:
        """Does an act with these fields, if it names nobody, go on with the last of its type?"""
        return _has(fields, self.goes_on)

    def is_speech(self, fields: Mapping[str, object]) -> bool:
        """Does a claim with these fields tell what is said, so that the speech itself is the act?"""
        return _has(fields, self.said_at_talks)

    def sideless(self, fields: Mapping[str, object]) -> bool:
        """Must the sides stay empty in a claim with these fields?"""
        return _has(fields, self.no_sides)

    def one_sided(self, fields: Mapping[str, object]) -> bool:
        """Must a side that the sentence leaves open stay empty in a claim with these fields?"""
        return _has(fields, self.one_side)

    def two_sided(self, fields: Mapping[str, object]) -> bool:
        """Must both sides be filled in a claim with these fields?"""
        return _has(fields, self.both_sides)


class Kinds(dict[str, Kind]):
    """All kinds by name."""


def inheriting(found: Kinds, heirs: Mapping[str, str]) -> Kinds:
    """Kinds that know which states carry on which."""
    told = dict(heirs)
    return Kinds({name: msgspec.structs.replace(kind, heirs=told) if kind.succession else kind for name, kind in found.items()})


def field_names(term: str) -> list[str]:
    """The fields that a term of `same_thing` names: `a+b` names two, `near` none."""
    return [] if term in _OF_TIME[1:] else term.rstrip("?").split("+")


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
        "block": [field for term in kind.block for field in field_names(term)],
        "links": [field for link in kind.links for term in (link.differ, *link.agree) for field in field_names(term)],
        "rivalries": [field for one in kind.rivalries for field in (one.differ, *one.agree, one.named, *one.among)],
        "lasts": list(kind.lasts),
        "alias": list(kind.alias),
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
        "recalls": list(kind.recalls or ()),
        "called": list(kind.called),
    }
    for where, names in used.items():
        for field in names:
            if field not in kind.fields and field not in always:
                raise UnknownField(
                    file=file.path, line=file.line(name, where), where=where, field=field, kind=name,
                    fields=", ".join(kind.fields), hint=did_you_mean(field, kind.fields),
                )  # fmt: skip
