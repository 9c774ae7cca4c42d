"""Reference claims that a reader made: read from JSON Lines, and paired one to one with the claims of a record.

A claim *finds* a reference claim of its document and kind when their evidence shares half of the longer one and what the kind
lists under `found_by` agrees. The pairs that agree in most fields are made first.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import BadReference, NoReference
from comity.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from comity.model import Claim
    from comity.schema import Kind, Kinds

ENOUGH = 0.5
"""Of the longer evidence, this share must be common to both."""
WHOLE = 10_000
"""Whole numbers below must be equal, others within a hundredth."""


@dataclass(frozen=True)
class Wanted:
    """A reference claim: what it says, and every place where its words stand in the text."""

    fields: Mapping[str, Any]
    spans: tuple[Span, ...]

    @property
    def kind(self) -> str:
        return str(self.fields["kind"])

    @property
    def optional(self) -> bool:
        """A careful coder may leave it out."""
        return bool(self.fields.get("optional"))

    def value(self, name: str) -> Any:
        return self.fields.get(name, "")


def read(folder: Path, kinds: Kinds) -> dict[str, list[dict[str, Any]]]:
    """The reference claims of a folder by document; a QueryError where there is none, or a line is none."""
    files = sorted(folder.rglob("*.jsonl")) if folder.is_dir() else [folder] if folder.is_file() else []
    found: dict[str, list[dict[str, Any]]] = {}
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                told = _checked(line, f"{path}:{number}", kinds)
                found.setdefault(str(told["doc"]), []).append(told)
    if not found:
        raise NoReference(path=str(folder))
    return found


def _checked(line: str, place: str, kinds: Kinds) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise BadReference(place=place, why=f"it is no JSON: {error}") from error
    if not isinstance(told, dict) or not told.get("doc"):
        raise BadReference(place=place, why="it is no object with a doc")
    if told.get("kind") not in kinds:
        raise BadReference(place=place, why=f"kind is {told.get('kind')!r}, which is none of {', '.join(kinds)}")
    if not told.get("quote") and not ("start" in told and "end" in told):
        raise BadReference(place=place, why="it has no quote, and no start and end")
    return told


def placed(told: Mapping[str, Any], text: str) -> Wanted:
    """A reference claim with the places of its words in a text."""
    if "start" in told and "end" in told:
        return Wanted(told, (Span(int(told["start"]), int(told["end"])),))
    words = str(told["quote"])
    return Wanted(told, tuple(Span(match.start(), match.end()) for match in re.finditer(re.escape(words), text)))


def pairs(wanted: Sequence[Wanted], claims: Sequence[Claim], kinds: Kinds) -> list[tuple[Wanted, Claim]]:
    """Each reference claim with the claim that finds it, one to one: those that count first, then the best agreeing."""
    ranked = sorted(
        (
            (not one.optional, sum(right(kinds[one.kind], one, claim).values()), _shared(one, claim), -place, -number)
            for place, one in enumerate(wanted)
            for number, claim in enumerate(claims)
            if _finds(kinds[one.kind], one, claim)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    used: set[int] = set()
    found = []
    for *_, place, number in ranked:
        if -place not in taken and -number not in used:
            taken.add(-place)
            used.add(-number)
            found.append((wanted[-place], claims[-number]))
    return found


def _finds(kind: Kind, wanted: Wanted, claim: Claim) -> bool:
    return (
        claim.kind == wanted.kind
        and _shared(wanted, claim) >= ENOUGH
        and all(_agrees(term, wanted, claim) for term in kind.found_by)
    )


def _shared(wanted: Wanted, claim: Claim) -> float:
    """Which share of the longer evidence is common to both."""
    mine = claim.evidence
    return max(
        (max(0, min(span.end, mine.end) - max(span.start, mine.start)) / max(len(span), len(mine), 1) for span in wanted.spans),
        default=0.0,
    )


def _agrees(term: str, wanted: Wanted, claim: Claim) -> bool:
    """Does a claim agree with the reference in one term of `found_by`?"""
    if term.endswith("#"):
        return same_number(wanted.value(term[:-1]), claim.fields.get(term[:-1]))
    if term.endswith("?"):
        name = wanted.value(term[:-1])
        return not name or bool(_words(name) & _words(claim.fields.get(term[:-1])))
    if "&" in term:
        names = [name for name in term.split("&") if name]
        theirs = _codes(wanted.fields, names)
        return not theirs or bool(theirs & _codes(claim.fields, names))
    if "+" in term:
        return _codes(wanted.fields, term.split("+")) == _codes(claim.fields, term.split("+"))
    allowed = [wanted.value(term), *wanted.value("type_alt")] if term == "type" else [wanted.value(term)]
    return _folded(claim.fields.get(term, "")) in [_folded(value) for value in allowed]


def right(kind: Kind, wanted: Wanted, claim: Claim) -> dict[str, bool]:
    """For each field that is judged, whether the claim has it as the reference has."""
    found: dict[str, bool] = {}
    even = kind.even(claim.fields) or bool(wanted.value("mutual"))
    for term in kind.judged:
        name = term.rstrip("?")
        mine, theirs = _given(claim, name), wanted.value(name)
        if term.endswith("?") and not _folded(mine) and not _folded(theirs):
            continue
        if name in kind.sides and even:
            found[name] = _codes(wanted.fields, kind.sides) == _codes(claim.fields, kind.sides)
        elif name in kind.fields and kind.fields[name].holds_actors:
            found[name] = _codes(wanted.fields, [name]) == _codes(claim.fields, [name])
        elif name in kind.fields and kind.fields[name].type == "person":
            found[name] = _folded(mine) == _folded(theirs) or bool(_words(mine) & _words(theirs))
        else:
            found[name] = _folded(mine) == _folded(theirs) or same_number(theirs, mine)
    return found


def _given(claim: Claim, name: str) -> object:
    return getattr(claim, name) if name in ("when", "factuality") else claim.fields.get(name, "")


def _codes(fields: Mapping[str, Any], names: Iterable[str]) -> frozenset[str]:
    return frozenset(str(code).upper() for name in names for code in _each(fields.get(name)))


def _each(value: object) -> Iterator[object]:
    if isinstance(value, list | tuple):
        yield from (one for one in value if one)
    elif value:
        yield value


def _folded(value: object) -> str:
    return " ".join(unicodedata.normalize("NFC", "" if value is None else str(value)).casefold().split())


def _words(name: object) -> frozenset[str]:
    """The words of a person's name in plain letters."""
    letters = unicodedata.normalize("NFKD", _folded(name))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return frozenset(word for word in re.findall(r"[^\W\d_]+", plain) if len(word) > 2)


def same_number(reference: object, found: object) -> bool:
    """Are two values the same number: equal, for whole numbers below ten thousand, else within a hundredth?"""
    try:
        theirs, mine = (float(str(value).replace(",", "")) for value in (reference, found))
    except ValueError:
        return False
    if theirs.is_integer() and abs(theirs) < WHOLE:
        return theirs == mine
    return abs(theirs - mine) <= 0.01 * abs(theirs)
