"""Lets a person judge: accept, reject, correct, tie, prefer, add a claim, take back; and takes in another's judgements."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from comity import edtf
from comity.errors import (
    BadField,
    MissingReason,
    NoName,
    NothingToUndo,
    QuoteNotFound,
    UnknownChoice,
    UnlikeClaims,
    WrongJudgement,
    did_you_mean,
)
from comity.gazetteer import actors
from comity.model import Claim, Span
from comity.recording._rows import packed
from comity.recording.judgements import (
    ADD,
    BOTH,
    CORRECT,
    OF_RIVALS,
    OF_TWO,
    PREFER,
    ROUGHER,
    UNDO,
    VERDICTS,
    Judgement,
    anchor,
    undone,
)
from comity.recording.store import Store
from comity.recording.views import View
from comity.registry import Folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.model import Document, Value
    from comity.schema import Field, Kind

FACTUALITY = ("asserted", "reported", "planned", "possible", "denied")
JUDGING = tuple(one for one in VERDICTS if one not in (ADD, UNDO))
WANT_OTHER = (*OF_TWO, BOTH, ROUGHER)
"""The verdicts about two claims."""
MAY_HAVE_OTHER = (*OF_TWO, *OF_RIVALS)
"""Those that may be about two."""


@dataclass(frozen=True, slots=True)
class By:
    """Who judges, and why."""

    name: str
    why: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise NoName


def judge(  # noqa: PLR0913 (an option each)
    path: Path | str,
    claims: str | Sequence[str],
    verdict: str,
    *,
    by: str,
    why: str = "",
    other: str = "",
    changes: Mapping[str, object] | None = None,
    folders: Folders = Folders(),
) -> list[Judgement]:
    """Judge one claim, or several at once, which are then one batch.

    Args:
        path: The record.
        claims: Ids, or as much of their begin as names one.
        verdict: `accept`, `reject`, `unsure`, `correct`, `same`, `different`, `prefer`, `both` or `rougher`.
        by: The name of the person who judges.
        why: The reason; compulsory with `prefer`, `both` and `rougher`.
        other: The second claim: wanted with `same`, `different`, `both` and `rougher`; with `prefer` and `unsure`, a rival.
        changes: With `correct`, the new values by field; `when` and `factuality` are fields here.
        folders: A user's own kinds and actors, as the record was built with them.

    Returns the judgements as the record keeps them.

    Raises:
        UnknownClaim: No claim has such an id.
        UnknownChoice, BadField, BadDate, UnknownActor: A verdict, field or value is not known.
        MissingReason, NoName: The reason or the name is wanted. RecordBusy: Another program is writing.
    """
    person = checked_asking(verdict, By(by, why))
    if verdict in WANT_OTHER and not other.strip():
        raise WrongJudgement(verdict=verdict, wants="the id of one other claim")
    ids = [claims] if isinstance(claims, str) else list(claims)
    with Store.open(path, folders, View(rejected=True)) as store:
        second = store.claim(other) if other and verdict in MAY_HAVE_OTHER else None
        chosen = [store.claim(one) for one in ids]
        told = [_checked(store, one, changes or {}) if verdict == CORRECT else {} for one in chosen]
        said = [judgement(store, verdict, one, person, other=second, changes=new) for one, new in zip(chosen, told, strict=True)]
    return write(path, as_batch(said), folders)


def checked_asking(verdict: str, by: By) -> By:
    """Who judges, if the verdict is one and has the reason that it wants."""
    if verdict not in JUDGING:
        raise UnknownChoice(what="the verdict", value=verdict, allowed=", ".join(JUDGING), hint=did_you_mean(verdict, JUDGING))
    if verdict in (PREFER, BOTH, ROUGHER) and not by.why.strip():
        raise MissingReason(verdict=verdict)
    return by


def add(  # noqa: PLR0913 (an option each)
    path: Path | str,
    doc: str,
    quote: str,
    kind: str,
    fields: Mapping[str, object],
    *,
    by: str,
    why: str = "",
    start: int | None = None,
    folders: Folders = Folders(),
) -> list[Judgement]:
    """Add a claim that no rule found, tied to the words of a document that say it.

    `start` tells where they begin, and is wanted where the same words stand more than once.

    Raises:
        UnknownChoice: The document or the kind is not known.
        QuoteNotFound: The words do not stand in the document, or more than once.
        BadField: A field is not one of its kind, is wanted, or has a value that is not allowed.
    """
    person = By(by, why)
    with Store.open(path, folders) as store:
        document = store.document(doc)
        if kind not in store.kinds:
            allowed, hint = ", ".join(store.kinds), did_you_mean(kind, store.kinds)
            raise UnknownChoice(what="the kind", value=kind, allowed=allowed, hint=hint)
        bare = Claim(doc, kind, {}, "", "asserted", _place(document, quote, start), "", sha256=document.sha256)
        told = _checked(store, bare, fields)
        of_kind = store.kinds[kind]
        _complete(of_kind, kind, told)
        when, factuality = str(told.pop("when", "")), str(told.pop("factuality", "asserted"))
        claim = replace(bare, fields={**_empty(of_kind), **told}, when=when, factuality=factuality)
        said = [judgement(store, ADD, claim, person)]
    return write(path, said, folders)


def _place(document: Document, quote: str, start: int | None) -> Span:
    """Where words stand in a document: at the place that is told, or at the only one."""
    if start is not None and start >= 0 and quote.strip() and document.text.startswith(quote, start):
        return Span(start, start + len(quote))
    times = document.text.count(quote) if quote.strip() else 0
    if times != 1:
        raise QuoteNotFound(doc=document.id, quote=quote, times=times)
    at = document.text.index(quote)
    return Span(at, at + len(quote))


def undo(path: Path | str, what: Iterable[int | str], *, by: str, why: str = "", folders: Folders = Folders()) -> list[Judgement]:
    """Take back judgements by their numbers, or a whole batch by its name; taking back an undoing restores what it took.

    Raises:
        NothingToUndo: There is no such judgement, or it is taken back already.
    """
    person = By(by, why)
    with Store.open(path, folders) as store:
        chain = store.judged.all()
    gone = undone(chain)
    said = []
    for name in what:
        chosen = [one for one in chain if str(one.seq) == str(name) or (one.batch and one.batch == str(name))]
        open_ones = [one for one in chosen if one.seq not in gone]
        if not open_ones:
            raise NothingToUndo(what=name, last=len(chain))
        said += [_undoing(one, person) for one in open_ones]
    return write(path, as_batch(said), folders)


def merge(path: Path | str, other: Path | str, *, folders: Folders = Folders()) -> list[Judgement]:
    """Take in what people decided in another record of the same documents; what is known already is left out."""
    with Store.open(other, folders) as store:
        chain = store.judged.all()
    marks = {one.seq: one.mark for one in chain}
    with Store.open(path, folders) as store:
        run, kinds, numbers = store.run_info(), store.kinds, {one.mark: one.seq for one in store.judged.all()}
    added = []
    with Store.writer(path, run, kinds) as writer:
        for one in chain:
            # An undoing names its judgement by a number, which is another in the other record.
            placed = replace(one, undoes=numbers[marks[one.undoes]]) if one.undoes else one
            new = writer.judge([placed])
            numbers |= {link.mark: link.seq for link in new}
            added += new
        writer.finish()
    return added


def judgement(
    store: Store, verdict: str, claim: Claim, by: By, *, other: Claim | None = None, changes: Mapping[str, Value] | None = None
) -> Judgement:
    """One decision about a claim, and another where the verdict is of two, as it is made now."""
    if other and other.kind != claim.kind:
        raise UnlikeClaims(one=claim.kind, other=other.kind)
    if other and other.id == claim.id:
        raise UnlikeClaims(one="claim", other="same claim")
    second = anchor(other, store.document(other.doc)) if other else None
    return Judgement(verdict, by.name, _now(), anchor(claim, store.document(claim.doc)), second, changes or {}, by.why)


def _undoing(one: Judgement, by: By) -> Judgement:
    return Judgement(UNDO, by.name, _now(), one.anchor, one.other, {}, by.why, undoes=one.seq, undoes_mark=one.mark)


def as_batch(said: Sequence[Judgement]) -> list[Judgement]:
    """Judgements made at once, under one name by which all can be taken back."""
    if len(said) < 2:
        return list(said)
    name = "b" + hashlib.sha256(packed([one.mark for one in said]).encode()).hexdigest()[:8]
    return [replace(one, batch=name) for one in said]


def write(path: Path | str, said: Sequence[Judgement], folders: Folders) -> list[Judgement]:
    """Add judgements to a record; what it then keeps."""
    with Store.open(path, folders) as store:
        run, kinds = store.run_info(), store.kinds
    with Store.writer(path, run, kinds) as writer:
        added = writer.judge(said)
        writer.finish()
    return added


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _empty(kind: Kind) -> dict[str, Value]:
    return {name: field.empty for name, field in kind.fields.items() if not field.optional}


def _checked(store: Store, claim: Claim, given: Mapping[str, object]) -> dict[str, Value]:
    """New values of a claim's fields, as claims hold them; an error where a field or value is none."""
    kind = store.kinds[claim.kind]
    known = [*kind.fields, "when", "factuality"]
    told: dict[str, Value] = {}
    for name, value in given.items():
        if name not in known:
            raise BadField(field=name, value=value, kind=claim.kind, why="there is no such field", allowed=", ".join(known))
        told[name] = _value(store, claim.kind, name, value)
    return told


def _value(store: Store, of: str, name: str, value: object) -> Value:
    if name == "when":
        return edtf.check(str(value))
    field = None if name == "factuality" else store.kinds[of].fields[name]
    one_of = field.one_of if field else FACTUALITY
    if one_of and str(value) not in ("", *one_of):
        raise BadField(field=name, value=value, kind=of, why="it is not one of its values", allowed=", ".join(one_of))
    return _typed(store, of, name, field, value) if field else str(value)


def _typed(store: Store, of: str, name: str, field: Field, value: object) -> Value:
    if field.holds_actors:
        names = [str(one) for one in value] if isinstance(value, list | tuple) else str(value).split(",")
        codes = tuple(actors(store.folders).find(one.strip()) for one in names if one.strip())
        return codes if field.type == "actors" else codes[0] if codes else ""
    if field.type == "number" and value != "":
        try:
            number = float(str(value).replace(",", ""))
        except ValueError as error:
            raise BadField(
                field=name, value=value, kind=of, why="it is no number", allowed="a number such as 4900000000"
            ) from error
        return int(number) if number.is_integer() else number
    return str(value)


def _complete(kind: Kind, name: str, told: Mapping[str, Value]) -> None:
    """Refuse a claim that leaves out what its kind must tell."""
    missing = [one for one, field in kind.fields.items() if field.required and told.get(one) in (None, "", ())]
    if kind.any_of and not any(told.get(one) for one in kind.any_of):
        missing += [" or ".join(kind.any_of)]
    if missing:
        raise BadField(field=", ".join(missing), value="", kind=name, why="it must be told", allowed=", ".join(kind.fields))
