"""Judgements over HTTP, with the names that they have in Python: `POST /api/judge`, `/api/add`, `/api/settle`, `/api/undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from starlette.concurrency import run_in_threadpool

from comity.errors import BadBody, NoJson, WrongJudgement
from comity.presenting.web import answers, faults
from comity.presenting.web.accounts import rights
from comity.recording import judging
from comity.recording.judgements import CORRECT
from comity.recording.judging import MAY_HAVE_OTHER, WANT_OTHER
from comity.recording.settling import settle
from comity.recording.store import Store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.recording.judgements import Judgement

FieldValue = str | int | float | list[str]


class Judge(msgspec.Struct, forbid_unknown_fields=True):
    """Accept, reject, leave open, correct, tie or part claims, or say which of rivals is right."""

    claims: str | list[str]
    verdict: str
    by: str
    why: str = ""
    other: str = ""
    changes: dict[str, FieldValue] = {}

    def write(self, site: Site) -> list[Judgement]:
        """Judge; a WrongJudgement error where a verdict wants more, or less, than was sent."""
        if self.verdict in WANT_OTHER if not self.other else self.verdict not in MAY_HAVE_OTHER:
            raise WrongJudgement(verdict=self.verdict, wants="no other" if self.other else "the id of one other claim")
        if bool(self.changes) != (self.verdict == CORRECT):
            raise WrongJudgement(verdict=self.verdict, wants="changes of fields" if self.verdict == CORRECT else "no changes")
        told = {"other": self.other, "changes": self.changes}
        return judging.judge(site.path, self.claims, self.verdict, by=self.by, why=self.why, folders=site.folders, **told)  # type: ignore[arg-type]


class Add(msgspec.Struct, forbid_unknown_fields=True):
    """Add a claim that no rule found, tied to the words of a document."""

    doc: str
    quote: str
    kind: str
    fields: dict[str, FieldValue]
    by: str
    why: str = ""

    def write(self, site: Site) -> list[Judgement]:
        """Add it."""
        told = self.doc, self.quote, self.kind, self.fields
        return judging.add(site.path, *told, by=self.by, why=self.why, folders=site.folders)


class Settle(msgspec.Struct, forbid_unknown_fields=True):
    """Decide about a contradiction: `prefer` with its value, `both`, `rougher` or `unsure`."""

    entry: str
    contradiction: str
    verdict: str
    by: str
    why: str
    value: str = ""

    def write(self, site: Site) -> list[Judgement]:
        """Decide about it."""
        told = self.entry, self.contradiction, self.verdict
        return settle(site.path, *told, by=self.by, why=self.why, value=self.value, folders=site.folders)


class Undo(msgspec.Struct, forbid_unknown_fields=True):
    """Take judgements back, by number or a batch by its name."""

    what: list[int | str]
    by: str
    why: str = ""

    def write(self, site: Site) -> list[Judgement]:
        """Take them back."""
        return judging.undo(site.path, self.what, by=self.by, why=self.why, folders=site.folders)


Shape: TypeAlias = Judge | Add | Settle | Undo
WRITING: dict[str, type[Shape]] = {"judge": Judge, "add": Add, "settle": Settle, "undo": Undo}
"""What can be written, by its name under /api/."""


def endpoint(site: Site, shape: type[Shape]) -> Callable[[Request], Awaitable[Response]]:
    """What takes one sort of judgement; where there are accounts, under the name of the one that sends it."""

    async def respond(request: Request) -> Response:
        kind, body = request.headers.get("content-type", ""), await request.body()

        def write() -> Response:
            try:
                wanted = _read(shape, kind, body)
                wanted.by = rights.signed(request, wanted.by)
                _allow(site, request, wanted)
                return answers.as_json({"judgements": [_told(one) for one in wanted.write(site)]}, 201)
            except Exception as error:  # noqa: BLE001 (whatever a judgement meets with has a shape)
                return answers.refused(request, faults.known(error, seconds=site.seconds, record=site.path))

        return await run_in_threadpool(write)

    return respond


def _allow(site: Site, request: Request, wanted: Shape) -> None:
    """A NotAllowed error where the account may not judge so."""
    if isinstance(wanted, Undo):
        with Store.open(site.path, site.folders) as store:
            rights.allow_undo(request, store, wanted.what)
    elif isinstance(wanted, Judge):
        rights.allow(request, wanted.verdict)
    else:
        rights.allow(request, "add" if isinstance(wanted, Add) else "settle")


def _read(shape: type[Shape], kind: str, body: bytes) -> Shape:
    if kind.partition(";")[0].strip().casefold() != "application/json":
        raise NoJson(found=kind)
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadBody(why=error) from error


def _told(one: Judgement) -> dict[str, Any]:
    """A judgement as it now stands in the record."""
    return {
        "number": one.seq, "when": one.when, "by": one.who, "verdict": one.verdict, "why": one.why, "batch": one.batch,
        "undoes": one.undoes, "hash": one.hash,
    }  # fmt: skip


def keys(shapes: Sequence[type[Shape]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The shapes as JSON Schema, and what they refer to."""
    own, parts = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    return {shape.__name__: told for shape, told in zip(shapes, own, strict=True)}, parts
