"""Judgements over HTTP, with the names that they have in Python: `POST /api/judge`, `/api/add`, `/api/undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from starlette.concurrency import run_in_threadpool

from comity.errors import BadBody, NoJson, WrongJudgement
from comity.presenting.web import answers, faults
from comity.recording import judging
from comity.recording.judgements import CORRECT, OF_TWO

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.recording.judgements import Judgement

FieldValue = str | int | float | list[str]


class Judge(msgspec.Struct, forbid_unknown_fields=True):
    """Accept, reject, correct, tie, part or prefer claims."""

    claims: str | list[str]
    verdict: str
    by: str
    why: str = ""
    other: str = ""
    changes: dict[str, FieldValue] = {}

    def write(self, site: Site) -> list[Judgement]:
        """Judge; a WrongJudgement error where a verdict wants more, or less, than was sent."""
        if bool(self.other) != (self.verdict in OF_TWO):
            raise WrongJudgement(
                verdict=self.verdict, wants="the id of one other claim" if self.verdict in OF_TWO else "no other"
            )
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


class Undo(msgspec.Struct, forbid_unknown_fields=True):
    """Take judgements back, by number or a batch by its name."""

    what: list[int | str]
    by: str
    why: str = ""

    def write(self, site: Site) -> list[Judgement]:
        """Take them back."""
        return judging.undo(site.path, self.what, by=self.by, why=self.why, folders=site.folders)


WRITING: dict[str, type[Judge | Add | Undo]] = {"judge": Judge, "add": Add, "undo": Undo}
"""What can be written, by its name under /api/."""


def endpoint(site: Site, shape: type[Judge | Add | Undo]) -> Callable[[Request], Awaitable[Response]]:
    """What takes one sort of judgement."""

    async def respond(request: Request) -> Response:
        kind, body = request.headers.get("content-type", ""), await request.body()

        def write() -> Response:
            try:
                return answers.as_json({"judgements": [_told(one) for one in _read(shape, kind, body).write(site)]}, 201)
            except Exception as error:  # noqa: BLE001 (whatever a judgement meets with has a shape)
                return answers.refused(request, faults.known(error, seconds=site.seconds, record=site.path))

        return await run_in_threadpool(write)

    return respond


def _read(shape: type[Judge | Add | Undo], kind: str, body: bytes) -> Judge | Add | Undo:
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


def keys(shapes: Sequence[type[Judge | Add | Undo]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The shapes as JSON Schema, and what they refer to."""
    own, parts = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    return {shape.__name__: told for shape, told in zip(shapes, own, strict=True)}, parts
