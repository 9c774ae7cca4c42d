"""What a query string asks: the parameters of a question with their types, the view, the page of a long list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.errors import BadParameter, MissingParameter, UnknownParameter, did_you_mean
from comity.querying import questions
from comity.querying._question import Parameter, Question
from comity.recording.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.querying import Record
    from comity.querying._question import Answer

VIEW = (
    Parameter("as_recorded", "date", "as the record stood at the end of a day"),
    Parameter("accepted", "flag", "only claims that somebody accepted"),
    Parameter("rejected", "flag", "also claims that somebody rejected or corrected"),
)
"""As what the record is read; every question may be asked so."""
MOST = 1000
"""Items of a list in one answer, and what is given where nothing is said."""
PAGE = (
    Parameter("limit", "number", f"at most so many items of each list; {MOST} without it, which is the most"),
    Parameter("offset", "number", "leave out so many items at the begin of each list"),
)
"""Which part of a long list is wanted."""
FARTHEST = 10_000_000
"""The highest number that is taken."""
# Where a question has a limit of its own: as many as a reader looks through.
_USUAL = 50
_YES, _NO = ("", "1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything that was said about how it is to be answered."""

    question: Question
    given: Mapping[str, object]
    view: View
    limit: int | None
    """None where nothing was said: then lists hold as many as one answer may."""
    offset: int

    def answer(self, record: Record) -> Answer:
        """The record's answer."""
        return record.ask(self.question.name, **self.given)


def served() -> dict[str, Question]:
    """The questions that are served: all but those that read a folder, since no file of this machine can be asked for."""
    return {name: one for name, one in questions().items() if all(part.type != "folder" for part in one.parameters)}


def label(parameter: Parameter) -> str:
    """A parameter's name as a query string has it.

    >>> label(Parameter("from_", "date", "the first day"))
    'from'
    """
    return parameter.name.strip("_")


def all_parameters(question: Question) -> tuple[Parameter, ...]:
    """All that a question is asked with over HTTP; one that has a limit of its own keeps it."""
    own = {label(one) for one in question.parameters}
    return (*question.parameters, *VIEW, *(one for one in PAGE if one.name not in own))


def asked(question: Question, pairs: Iterable[tuple[str, str]]) -> Asked:
    """What is asked; a RequestError names what is missing, unknown, given twice or of another type."""
    known = {label(one): one for one in all_parameters(question)}
    told: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in known:
            hint = did_you_mean(name, known)
            raise UnknownParameter(question=question.name, name=name, allowed=", ".join(known), hint=hint)
        if value.strip() or known[name].type == "flag":
            told.setdefault(name, []).append(value)
    values = {name: _typed(known[name], label(known[name]), told[name]) for name in told}
    for one in question.parameters:
        if one.required and label(one) not in values:
            raise MissingParameter(question=question.name, name=label(one), what=one.what)
    return _asked(question, values)


def _asked(question: Question, values: Mapping[str, object]) -> Asked:
    limit = int(str(values["limit"])) if "limit" in values else None
    offset = int(str(values.get("offset", 0)))
    given = {one.name: values[label(one)] for one in question.parameters if label(one) in values}
    if any(one.name == "limit" for one in question.parameters):
        # One more than is shown tells whether there are more.
        given["limit"] = offset + (limit or _USUAL) + 1
        limit = limit or _USUAL
    view = View(str(values.get("as_recorded", "")), bool(values.get("accepted")), bool(values.get("rejected")))
    return Asked(question, given, view, limit, offset)


def _typed(parameter: Parameter, name: str, values: Sequence[str]) -> object:
    """The value of a parameter as its question wants it."""
    if len(values) > 1 and not parameter.many:
        raise BadParameter(name=name, value=values[1], why="it was given already")
    if found := next((value for value in values if "\0" in value), None):
        raise BadParameter(name=name, value=found, why="it holds a character that no text has")
    if parameter.many:
        return list(values)
    if parameter.type == "flag":
        return _flag(name, values[0])
    return _number(name, values[0]) if parameter.type == "number" else values[0].strip()


def _flag(name: str, value: str) -> bool:
    if value.casefold() not in (*_YES, *_NO):
        raise BadParameter(name=name, value=value, why="it is 1 or 0")
    return value.casefold() in _YES


def _number(name: str, value: str) -> int:
    most = MOST if name == "limit" else FARTHEST
    least = 1 if name == "limit" else 0
    if not (value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most):
        raise BadParameter(name=name, value=value, why=f"it is a number from {least} to {most}")
    return int(value)
